//! Settings of signing in: who needs a second step, and at which provider staff may.

use super::Config;
use crate::domain::account::Role;
use crate::openid::Settings;

/// A sign-in of the demonstration.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// The fictional person's name.
    pub name: String,
    pub role: Role,
    pub email: String,
    pub password: String,
}

impl Config {
    /// Whether this is the demonstration.
    pub fn demo(&self) -> bool {
        !self.demo_accounts.is_empty()
    }

    /// The roles that have to sign in with a second step. The error is one sentence.
    pub fn second_factor_roles(&self) -> Result<Vec<Role>, String> {
        if matches!(self.second_factor.trim(), "" | "none") {
            return Ok(Vec::new());
        }
        let read = |code: &str| {
            Role::from_code(code.trim()).ok_or_else(|| {
                let known = Role::ALL.map(Role::code).join(", ");
                format!("configuration: second_factor: {code:?} is none of {known}, or none")
            })
        };
        self.second_factor.split(',').map(read).collect()
    }

    /// The provider at which staff may sign in. The error is one sentence.
    pub fn openid(&self) -> Result<Option<Settings>, String> {
        if self.openid_issuer.is_empty() {
            return Ok(None);
        }
        let domains = self.openid_domains.split(',').map(str::trim);
        let domains = domains.filter(|domain| !domain.is_empty());
        let settings = Settings {
            issuer: self.openid_issuer.clone(),
            client_id: self.openid_client_id.clone(),
            client_secret: self.openid_secret()?,
            label: self.openid_label.trim().to_owned(),
            domains: domains.map(str::to_lowercase).collect(),
            own_addresses: self.openid_own_addresses,
            second_step_counts: self.openid_second_step,
        };
        settings.checked().map(Some)
    }

    fn openid_secret(&self) -> Result<String, String> {
        match self.openid_client_secret_file.as_str() {
            "" => Ok(self.openid_client_secret.0.clone()),
            file => match std::fs::read_to_string(file) {
                Ok(secret) => Ok(secret.trim().to_owned()),
                Err(problem) => Err(format!(
                    "configuration: openid_client_secret_file: {file}: {problem}"
                )),
            },
        }
    }
}
