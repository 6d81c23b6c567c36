//! Sign-in at a provider of an organisation (OpenID Connect): what its tokens say, once they
//! are verified, and what that is worth.

use super::Moment;
use super::account::{Email, Role};

/// Seconds by which the clocks of the provider and of this machine may differ.
pub const LEEWAY_SECONDS: i64 = 60;
/// Minutes within which somebody is back from the provider.
pub const MINUTES: i64 = 10;

/// What a provider says of somebody who signed in there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The provider.
    pub issuer: String,
    /// What it calls the person, for good: addresses and names may pass to others.
    pub subject: String,
    /// What it calls the session that they have there, where it says so.
    pub session: Option<String>,
    /// The address, where the provider says that it is verified, or gives it out itself.
    pub email: Option<Email>,
    /// When they signed in there, where it says so.
    pub signed_in_at: Option<Moment>,
    /// Whether it says that they did so by two steps, or by a thing that they have.
    pub second_step: bool,
}

impl Claimed {
    /// Whether they signed in there after they were sent there at an instant, clocks aside.
    pub fn is_since(&self, sent_at: Moment) -> bool {
        let earliest = sent_at.plus_seconds(-LEEWAY_SECONDS);
        self.signed_in_at.is_some_and(|at| at >= earliest)
    }
}

/// What a provider tells by itself of somebody who signed out there: who, which session of
/// theirs, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedOut {
    /// The provider.
    pub issuer: String,
    /// What it calls the person; nothing where it names the session alone.
    pub subject: Option<String>,
    /// What it calls the session that ended; nothing where all of the person did.
    pub session: Option<String>,
    /// What it calls this word of it, which counts once.
    pub id: String,
}

/// Whether a provider may call somebody so: 1 to 255 letters, digits or signs of ASCII
/// (OpenID Connect Core 1.0, section 2).
pub fn is_subject(text: &str) -> bool {
    let signs = |byte: u8| (0x20..0x7f).contains(&byte);
    (1..=255).contains(&text.len()) && text.bytes().all(signs)
}

/// Methods of RFC 8176 that ask for more than something that is known: several factors,
/// one-time codes, keys in hardware, smart cards.
const METHODS: [&str; 4] = ["mfa", "otp", "hwk", "sc"];
/// Classes that ask for as much: those of OpenID against phishing, and the older one for
/// several factors.
const CLASSES: [&str; 4] = [
    "phr",
    "phrh",
    "mfa",
    "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
];

/// Whether the methods (`amr`) or the class (`acr`) of a sign-in show a second step.
pub fn shows_second_step<'a>(
    mut methods: impl Iterator<Item = &'a str>,
    class: Option<&str>,
) -> bool {
    methods.any(|method| METHODS.contains(&method))
        || class.is_some_and(|class| CLASSES.contains(&class))
}

/// Whether somebody with these roles may come in by a provider: those who work for the
/// funder, and nobody who applies, whose mailbox the funder's provider does not keep.
pub fn is_for(roles: &[Role]) -> bool {
    let works = [Role::Admin, Role::Auditor, Role::Reviewer];
    roles.iter().any(|role| works.contains(role)) && !roles.contains(&Role::Applicant)
}

/// Whether an address is of one of these domains; of any where none is named.
pub fn is_of(email: &Email, domains: &[String]) -> bool {
    let own = email.as_str().rsplit_once('@').map(|(_, domain)| domain);
    domains.is_empty() || domains.iter().any(|domain| Some(domain.as_str()) == own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_short_and_of_plain_signs() {
        for good in ["248289761001", "auth0|5f7c", "a b", &"x".repeat(255)] {
            assert!(is_subject(good), "{good}");
        }
        for bad in ["", "\0", "a\nb", "é", &"x".repeat(256)] {
            assert!(!is_subject(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_second_step_is_shown_by_methods_or_class() {
        let shows = |methods: &[&str], class| shows_second_step(methods.iter().copied(), class);
        assert!(shows(&["pwd", "mfa"], None));
        assert!(shows(&["pwd", "otp"], Some("1")));
        assert!(shows(&["hwk"], None));
        assert!(shows(&[], Some("phr")));
        assert!(!shows(&[], None));
        assert!(!shows(&["pwd", "kba"], Some("0")));
    }

    #[test]
    fn staff_and_reviewers_come_by_a_provider_and_nobody_who_applies() {
        for role in [Role::Admin, Role::Auditor, Role::Reviewer] {
            assert!(is_for(&[role]), "{role:?}");
            assert!(!is_for(&[role, Role::Applicant]), "{role:?}");
        }
        assert!(!is_for(&[]));
        assert!(!is_for(&[Role::Applicant]));
    }

    #[test]
    fn a_domain_is_the_whole_of_it() {
        let email = |text: &str| Email::parse(text).expect("an address");
        let domains = ["funder.org".to_owned()];
        assert!(is_of(&email("Ada@Funder.org"), &domains));
        assert!(!is_of(&email("ada@sub.funder.org"), &domains));
        assert!(!is_of(&email("ada@notfunder.org"), &domains));
        assert!(is_of(&email("ada@anything.org"), &[]));
    }

    #[test]
    fn a_sign_in_before_one_was_sent_is_no_proof() {
        let at = |seconds: i64| Moment::from_micros(seconds * 1_000_000);
        let claimed = |signed_in_at| Claimed {
            issuer: "https://id.example.org".to_owned(),
            subject: "1".to_owned(),
            session: None,
            email: None,
            signed_in_at,
            second_step: false,
        };
        assert!(claimed(Some(at(1_000))).is_since(at(1_000)));
        assert!(claimed(Some(at(940))).is_since(at(1_000)));
        assert!(!claimed(Some(at(939))).is_since(at(1_000)));
        assert!(!claimed(None).is_since(at(1_000)));
    }
}
