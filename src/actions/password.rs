//! Password hashes: argon2id with the configured cost, compared in constant time.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use icu_normalizer::ComposingNormalizer;

/// Hashes and verifies with one cost.
#[derive(Clone)]
pub struct Hasher {
    argon2: Argon2<'static>,
    /// A hash of nothing known, so that unknown addresses cost the same time.
    decoy: String,
}

/// What a comparison found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    Right,
    /// Right, but hashed at another cost than configured: hash it again.
    RightButOld,
    Wrong,
}

impl Hasher {
    /// A hasher of this memory (KiB) and number of passes; values that argon2
    /// refuses fall back to the OWASP minimum.
    pub fn new(memory_kib: u32, passes: u32) -> Self {
        let params = Params::new(memory_kib, passes, 1, None).unwrap_or(Params::DEFAULT);
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut hasher = Self {
            argon2,
            decoy: String::new(),
        };
        hasher.decoy = hasher
            .hash("no account has this password")
            .unwrap_or_default();
        hasher
    }

    /// The PHC string of a password; `None` if the machine gives no randomness.
    pub fn hash(&self, password: &str) -> Option<String> {
        self.argon2
            .hash_password(normal(password).as_bytes())
            .ok()
            .map(|hash| hash.to_string())
    }

    /// The same with this salt, for a password that everybody may know in data whose
    /// every byte is known beforehand; `None` if argon2 refuses the salt.
    pub fn hash_with(&self, password: &str, salt: &[u8; 16]) -> Option<String> {
        self.argon2
            .hash_password_with_salt(normal(password).as_bytes(), salt)
            .ok()
            .map(|hash| hash.to_string())
    }

    /// Compares a password with a stored hash; without one, takes the same time
    /// and finds it wrong.
    pub fn compare(&self, password: &str, stored: Option<&str>) -> Match {
        let text = stored.unwrap_or(&self.decoy);
        let Ok(hash) = PasswordHash::new(text) else {
            return Match::Wrong;
        };
        let right = self
            .argon2
            .verify_password(normal(password).as_bytes(), &hash)
            .is_ok();
        match (right && stored.is_some(), self.is_current(&hash)) {
            (true, true) => Match::Right,
            (true, false) => Match::RightButOld,
            (false, _) => Match::Wrong,
        }
    }

    fn is_current(&self, hash: &PasswordHash) -> bool {
        let wanted = self.argon2.params();
        let cost = |name| hash.params.get_decimal(name);
        cost("m") == Some(wanted.m_cost()) && cost("t") == Some(wanted.t_cost())
    }
}

/// One form for what different keyboards type as the same text (NFKC).
fn normal(password: &str) -> String {
    ComposingNormalizer::new_nfkc()
        .normalize(password)
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_again_whatever_keyboard_typed_it() {
        let hasher = Hasher::new(64, 1);
        let hash = hasher.hash("caf\u{e9} بيت لحم 2026").unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
        assert_eq!(
            hasher.compare("cafe\u{301} بيت لحم 2026", Some(&hash)),
            Match::Right
        );
        assert_eq!(
            hasher.compare("cafe بيت لحم 2026", Some(&hash)),
            Match::Wrong
        );
        assert_eq!(
            hasher.compare("no account has this password", None),
            Match::Wrong
        );
    }

    #[test]
    fn a_raised_cost_is_noticed() {
        let old = Hasher::new(64, 1).hash("correct horse battery").unwrap();
        let raised = Hasher::new(128, 2);
        assert_eq!(
            raised.compare("correct horse battery", Some(&old)),
            Match::RightButOld
        );
    }
}
