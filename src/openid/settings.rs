//! What an installation says of its provider.

use super::caller::is_safe;

/// A provider as it is set up. It is never printed: the secret is in it.
pub struct Settings {
    /// Its address; https, or this machine in trials.
    pub issuer: String,
    pub client_id: String,
    /// Empty for a client without one.
    pub client_secret: String,
    /// What people call it; empty for the host of its address.
    pub label: String,
    /// Domains of the addresses that are linked; empty for any.
    pub domains: Vec<String>,
    /// Whether addresses count of which it doesn’t say whether they are verified.
    pub own_addresses: bool,
    /// Whether its second step counts as one of ours.
    pub second_step_counts: bool,
}

impl Settings {
    /// Whether an address counts of which it says so much of being verified.
    pub(super) fn believes(&self, verified: Option<bool>) -> bool {
        verified.unwrap_or(self.own_addresses)
    }

    /// The same, if a provider can be asked with them; else why not, in one sentence.
    pub fn checked(mut self) -> Result<Self, String> {
        let wrong = |what: &str| Err(format!("configuration: {what}"));
        let Ok(issuer) = reqwest::Url::parse(&self.issuer) else {
            return wrong("openid_issuer is no address such as https://accounts.example.org");
        };
        if !is_safe(&issuer) {
            return wrong("openid_issuer must be https: what it says is believed");
        }
        if issuer.query().is_some() || issuer.fragment().is_some() {
            return wrong("openid_issuer has no ? and no #");
        }
        if self.client_id.is_empty() {
            return wrong("openid_client_id is missing: the provider gives one to this site");
        }
        if self.own_addresses && self.domains.is_empty() {
            return wrong("openid_own_addresses needs openid_domains: those of these addresses");
        }
        if self.label.is_empty() {
            issuer
                .host_str()
                .unwrap_or_default()
                .clone_into(&mut self.label);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(issuer: &str, client_id: &str) -> Settings {
        Settings {
            issuer: issuer.to_owned(),
            client_id: client_id.to_owned(),
            client_secret: String::new(),
            label: String::new(),
            domains: Vec::new(),
            own_addresses: false,
            second_step_counts: false,
        }
    }

    #[test]
    fn what_is_said_of_an_address_counts_before_whose_it_is() {
        let mut own = settings("https://id.example.org", "us");
        assert!(own.believes(Some(true)) && !own.believes(None));
        own.own_addresses = true;
        assert!(own.believes(None) && !own.believes(Some(false)));
        assert!(own.checked().is_err(), "of no domain");
    }

    #[test]
    fn a_provider_is_asked_over_tls_or_on_this_machine() {
        let label = |issuer: &str| settings(issuer, "us").checked().map(|known| known.label);
        let named = |host: &str| -> Result<String, String> { Ok(host.to_owned()) };
        assert_eq!(
            label("https://id.example.org/tenant"),
            named("id.example.org")
        );
        assert_eq!(label("http://127.0.0.1:8080"), named("127.0.0.1"));
        assert_eq!(label("http://[::1]:8080"), named("[::1]"));
        assert_eq!(label("http://localhost:8080"), named("localhost"));
        for issuer in [
            "http://id.example.org",
            "http://127.0.0.1.example.org",
            "ftp://127.0.0.1",
            "https://id.example.org?a=b",
            "https://id.example.org#a",
            "id.example.org",
            "",
        ] {
            assert!(label(issuer).is_err(), "{issuer}");
        }
        assert!(settings("https://id.example.org", "").checked().is_err());
    }
}
