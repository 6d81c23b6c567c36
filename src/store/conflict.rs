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
    /// The database is away, full, closed to writers, or kept by others for too long.
    /// Nothing was done.
    #[error("the database can't be reached: {0}")]
    Unreachable(String),
    /// The database went away while it was told to keep a change: it may have, or not.
    #[error("the database went away before it said whether a change is kept: {0}")]
    Uncertain(String),
    /// What is stored can't be read as what it should be.
    #[error("stored value is damaged: {0}")]
    Damaged(String),
    /// What is kept sealed was not opened, or could not be sealed.
    #[error("what is kept sealed can’t be read or kept: {0}")]
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
            Error::DatabaseError(kind, info) if is_away(kind, info.message()) => {
                Self::Unreachable(info.message().to_owned())
            }
            _ => Self::Database(error),
        }
    }
}

impl StoreError {
    /// What a failed commit means. Where the answer to it was lost, nobody knows what was
    /// kept; a database that is full or busy says so and keeps nothing.
    pub(super) fn of_commit(error: Error) -> Self {
        let silent = match &error {
            Error::DatabaseError(kind, info) => is_cut(kind) || info.message().contains(DISK),
            _ => false,
        };
        match Self::from(error) {
            Self::Unreachable(words) if silent => Self::Uncertain(words),
            other => other,
        }
    }
}

/// SQLite: a write or a sync failed.
const DISK: &str = "disk I/O error";

/// What databases say when they did not take part: SQLite in its own fixed words,
/// PostgreSQL in those of a server that speaks English (`lc_messages`).
const AWAY: [&str; 10] = [
    DISK,
    "database or disk is full",
    "attempt to write a readonly database",
    "unable to open database file",
    "database is locked",
    "No space left on device",
    "terminating connection",
    "the database system is",
    "canceling statement due to lock timeout",
    "canceling statement due to statement timeout",
];

/// Whether the connection broke.
fn is_cut(kind: &DatabaseErrorKind) -> bool {
    matches!(
        kind,
        DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand
    )
}

/// Whether the database did not take part.
fn is_away(kind: &DatabaseErrorKind, words: &str) -> bool {
    match kind {
        // That many values are our own mistake.
        DatabaseErrorKind::UnableToSendCommand => !words.contains("number of parameters"),
        DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::ReadOnlyTransaction => true,
        DatabaseErrorKind::UniqueViolation
        | DatabaseErrorKind::ForeignKeyViolation
        | DatabaseErrorKind::NotNullViolation
        | DatabaseErrorKind::CheckViolation => false,
        _ => AWAY.iter().any(|known| words.contains(known)),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn error(kind: DatabaseErrorKind, words: &str) -> Error {
        Error::DatabaseError(kind, Box::new(words.to_owned()))
    }

    #[test]
    fn a_database_that_does_not_take_part_is_told_from_our_own_mistakes() {
        let away = |kind, words| {
            let told = StoreError::from(error(kind, words));
            matches!(told, StoreError::Unreachable(_))
        };
        let other = || DatabaseErrorKind::ExclusionViolation;
        for words in AWAY {
            assert!(away(other(), words), "{words}");
        }
        assert!(away(DatabaseErrorKind::ClosedConnection, "gone"));
        assert!(away(DatabaseErrorKind::ReadOnlyTransaction, "closed"));
        assert!(!away(other(), "syntax error at or near \"SELEKT\""));
        assert!(!away(other(), "database disk image is malformed"));
        let own = "number of parameters must be between 0 and 65535";
        assert!(!away(DatabaseErrorKind::UnableToSendCommand, own));
        // A value that somebody chose may hold any words.
        assert!(!away(
            DatabaseErrorKind::CheckViolation,
            "No space left on device"
        ));
    }

    #[test]
    fn only_a_commit_without_an_answer_is_uncertain() {
        let uncertain = |kind, words| {
            let told = StoreError::of_commit(error(kind, words));
            matches!(told, StoreError::Uncertain(_))
        };
        let other = || DatabaseErrorKind::ExclusionViolation;
        assert!(uncertain(DatabaseErrorKind::ClosedConnection, ""));
        assert!(uncertain(DatabaseErrorKind::UnableToSendCommand, ""));
        assert!(uncertain(other(), DISK));
        assert!(!uncertain(other(), "database or disk is full"));
        assert!(!uncertain(other(), "database is locked"));
        let raced = StoreError::of_commit(error(DatabaseErrorKind::SerializationFailure, ""));
        assert!(matches!(raced, StoreError::LostRace));
    }
}
