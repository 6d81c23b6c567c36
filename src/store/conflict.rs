//! What can go wrong in the store, named so that a form or an operator can act.

use diesel::result::{DatabaseErrorKind, Error};

use super::vault::VaultError;

/// A value that must be unique and is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    Email,
    RoundSlug,
    ProgrammeSlug,
    Other,
}

/// Failure of a read or write.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("already taken: {0:?}")]
    Taken(Taken),
    /// Another transaction won; running again may succeed.
    #[error("another change came first")]
    LostRace,
    #[error("the database can't be reached: {0}")]
    Unreachable(String),
    /// What is stored can't be read as what it should be.
    #[error("stored value is damaged: {0}")]
    Damaged(String),
    /// What is kept sealed was not opened, or could not be sealed.
    #[error("account details can’t be read or kept: {0}")]
    Sealed(#[from] VaultError),
    #[error("database error: {0}")]
    Database(Error),
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match &error {
            Error::DatabaseError(DatabaseErrorKind::UniqueViolation, info) => Self::Taken(taken(
                info.constraint_name().unwrap_or_else(|| info.message()),
            )),
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => Self::LostRace,
            _ => Self::Database(error),
        }
    }
}

/// Names the unique column. PostgreSQL gives the constraint
/// (`accounts_email_key`), SQLite only a message (`… failed: accounts.email`).
fn taken(words: &str) -> Taken {
    let names = |table: &str, column: &str| {
        words.contains(&format!("{table}_{column}_key"))
            || words.contains(&format!("{table}.{column}"))
    };
    if names("accounts", "email") {
        Taken::Email
    } else if names("rounds", "slug") {
        Taken::RoundSlug
    } else if names("programmes", "slug") {
        Taken::ProgrammeSlug
    } else {
        Taken::Other
    }
}
