//! Where the database is.

use std::path::Path;

use diesel::{Connection as _, ConnectionError, PgConnection, SqliteConnection};

use super::connection::AnyConnection;

/// Where the data lives; the scheme decides, never a trial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// `postgres://…` or `postgresql://…`
    Postgres(String),
    /// `sqlite:PATH`
    Sqlite(String),
}

impl DatabaseUrl {
    /// Reads a URL; an unknown scheme is refused with a sentence for the operator.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                Ok(Self::Postgres(text.to_owned()))
            }
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(
                path.strip_prefix("//").unwrap_or(path).to_owned(),
            )),
            _ => Err("the database URL must start with sqlite: or postgres://".to_owned()),
        }
    }

    /// The default: `evenhand.sqlite` in the data folder.
    pub fn in_folder(data: &Path) -> Self {
        Self::Sqlite(data.join("evenhand.sqlite").to_string_lossy().into_owned())
    }

    pub(super) fn connect(&self) -> Result<AnyConnection, ConnectionError> {
        match self {
            Self::Postgres(url) => PgConnection::establish(url).map(AnyConnection::Postgres),
            Self::Sqlite(path) => SqliteConnection::establish(path).map(AnyConnection::Sqlite),
        }
    }
}
