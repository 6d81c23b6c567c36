//! Secrets in links: random, sent once, kept only as a hash.

use crate::domain::account::Role;
use crate::domain::{AccountId, Moment};
use crate::store::{StoreError, Tx, hex, link, sha256};

/// What a one-time link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Shows that a new account's address is its owner's.
    Confirm,
    /// Sets a new password.
    Reset,
    /// Lets a person join with a role.
    Invite,
    /// Goes on with a sign-in whose password was right.
    SecondStep,
}

impl Purpose {
    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Reset => "reset",
            Self::Invite => "invite",
            Self::SecondStep => "second_step",
        }
    }

    /// Minutes for which a link of this purpose works.
    pub fn minutes(self) -> i64 {
        match self {
            Self::Confirm => 3 * 24 * 60,
            Self::Reset => 60,
            Self::Invite => 7 * 24 * 60,
            Self::SecondStep => 10,
        }
    }
}

/// Bytes from the operating system that nobody can guess.
#[expect(
    clippy::panic,
    reason = "better no answer than a secret that can be guessed"
)]
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).unwrap_or_else(|e| panic!("no randomness: {e}"));
    bytes
}

/// A secret of 256 bits, as hexadecimal.
pub fn random_secret() -> String {
    hex(&random_bytes::<32>())
}

/// What the database keeps of a secret.
pub fn secret_hash(secret: &str) -> String {
    sha256(secret)
}

/// Keeps a link for later use.
pub fn keep(
    tx: &mut Tx,
    purpose: Purpose,
    secret: &str,
    owner: (Option<AccountId>, &str),
    role: Option<Role>,
) -> Result<(), StoreError> {
    let now: Moment = tx.now();
    link::insert(
        tx,
        &link::LinkRow {
            token_hash: secret_hash(secret),
            purpose: purpose.code().to_owned(),
            account_id: owner.0,
            email: owner.1.to_owned(),
            role,
            created_at: now,
            expires_at: now.plus_minutes(purpose.minutes()),
            used_at: None,
        },
    )
}
