//! Where passkeys work, and the checks of the standard, which webauthn-rs makes: challenge,
//! origin, site, signature, that the device verified its user.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use webauthn_rs::prelude::{
    AuthenticationResult, CredentialID, Passkey, PasskeyAuthentication, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use crate::store::account::AccountRow;
use crate::store::passkey::PasskeyRow;
use crate::store::{StoreError, hex, sha256};

/// The site as devices know it: by the name of its host. A passkey of one site is none of
/// another.
#[derive(Clone)]
pub struct Place(Webauthn);

/// What a browser is to hand to a device, and what its answer is checked with.
pub(super) struct Question {
    pub options: Value,
    pub state: String,
}

/// A passkey that a device made.
pub(super) struct Made {
    pub credential_hash: String,
    pub credential: String,
}

/// What a device answered that was to prove a passkey.
pub(super) enum Answer {
    Right(Proved),
    /// Its counter says that there are two of it.
    Copied,
    Wrong,
}

/// A proof that was right.
pub(super) struct Proved(AuthenticationResult);

impl Place {
    /// The site of a public address. Nothing where browsers know no passkeys: where it is a
    /// number instead of a name, or not https; `localhost` may do without.
    pub fn of(public_url: &str) -> Option<Self> {
        let origin = Url::parse(public_url).ok()?;
        let host = origin.domain()?.to_owned();
        let is_safe = matches!(
            (origin.scheme(), host.as_str()),
            ("https", _) | ("http", "localhost")
        );
        let builder = WebauthnBuilder::new(&host, &origin)
            .ok()
            .filter(|_| is_safe)?;
        builder.build().ok().map(Self)
    }

    /// Asks a device of this person to make a passkey; one that made one of `known` refuses.
    pub(super) fn ask_for_new(
        &self,
        owner: &AccountRow,
        known: &[PasskeyRow],
    ) -> Result<Question, StoreError> {
        let id = Uuid::parse_str(owner.id.as_str()).map_err(damaged)?;
        let known = read(known)?;
        let known: Vec<CredentialID> = known.iter().map(|one| one.cred_id().clone()).collect();
        let asked = self
            .0
            .start_passkey_registration(id, &owner.email, &owner.name, Some(known));
        let (options, state) = asked.map_err(damaged)?;
        question(&options, &state)
    }

    /// The passkey that a device made; nothing where the answer is none to this question.
    pub(super) fn made(&self, state: &str, answer: &str) -> Result<Option<Made>, StoreError> {
        let state: PasskeyRegistration = from_json(state)?;
        let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(answer) else {
            return Ok(None);
        };
        match self.0.finish_passkey_registration(&answer, &state) {
            Ok(passkey) => Ok(Some(Made {
                credential_hash: hash(passkey.cred_id()),
                credential: to_json(&passkey)?,
            })),
            Err(problem) => {
                tracing::info!(%problem, "a new passkey is refused");
                Ok(None)
            }
        }
    }

    /// Asks a device to prove one of these passkeys.
    pub(super) fn ask_for_known(&self, known: &[PasskeyRow]) -> Result<Question, StoreError> {
        let asked = self.0.start_passkey_authentication(&read(known)?);
        let (options, state) = asked.map_err(damaged)?;
        question(&options, &state)
    }

    /// What a device answered.
    pub(super) fn proved(&self, state: &str, answer: &str) -> Result<Answer, StoreError> {
        let state: PasskeyAuthentication = from_json(state)?;
        let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else {
            return Ok(Answer::Wrong);
        };
        Ok(
            match self.0.finish_passkey_authentication(&answer, &state) {
                Ok(proof) => Answer::Right(Proved(proof)),
                Err(WebauthnError::CredentialPossibleCompromise) => Answer::Copied,
                Err(problem) => {
                    tracing::info!(%problem, "a passkey is refused");
                    Answer::Wrong
                }
            },
        )
    }
}

impl Proved {
    /// The hash of the number of the passkey.
    pub(super) fn credential_hash(&self) -> String {
        hash(self.0.cred_id())
    }

    /// How many signatures the device says it made; 0 where it counts none.
    pub(super) fn counter(&self) -> u32 {
        self.0.counter()
    }

    /// The passkey, with what the device said of itself now.
    pub(super) fn renewed(&self, row: &PasskeyRow) -> Result<String, StoreError> {
        let mut passkey: Passkey = from_json(&row.credential)?;
        passkey.update_credential(&self.0);
        to_json(&passkey)
    }
}

fn read(rows: &[PasskeyRow]) -> Result<Vec<Passkey>, StoreError> {
    rows.iter().map(|row| from_json(&row.credential)).collect()
}

/// The part that browsers take as `publicKey`.
fn question(options: &impl Serialize, state: &impl Serialize) -> Result<Question, StoreError> {
    let mut options = serde_json::to_value(options).map_err(damaged)?;
    Ok(Question {
        options: options["publicKey"].take(),
        state: to_json(state)?,
    })
}

/// What is kept of the number of a passkey, which may be long.
fn hash(credential: &[u8]) -> String {
    sha256(hex(credential))
}

fn to_json(what: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(what).map_err(damaged)
}

fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(damaged)
}

fn damaged(problem: impl std::fmt::Display) -> StoreError {
    StoreError::Damaged(format!("a passkey: {problem}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_name_and_a_line_that_is_sealed() {
        for (address, offered) in [
            ("https://grants.example", true),
            ("https://grants.example:8443/", true),
            ("http://localhost:8080", true),
            ("http://grants.example", false),
            ("http://127.0.0.1:8080", false),
            ("https://192.0.2.7", false),
            ("https://[2001:db8::1]", false),
            ("grants.example", false),
            ("", false),
        ] {
            assert_eq!(Place::of(address).is_some(), offered, "{address}");
        }
    }
}
