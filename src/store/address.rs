//! Where the database is.

use std::path::Path;

use diesel::{Connection as _, ConnectionError, ConnectionResult, PgConnection, SqliteConnection};

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
            Self::Postgres(url) => open_postgres(url).map(AnyConnection::Postgres),
            Self::Sqlite(path) => SqliteConnection::establish(path).map(AnyConnection::Sqlite),
        }
    }
}

/// Opens a connection to PostgreSQL that does not wait for a line that went dead.
pub(super) fn open_postgres(url: &str) -> ConnectionResult<PgConnection> {
    PgConnection::establish(&with_patience(url))
}

/// How long is waited for a server that says nothing any more, as when its machine or the
/// network between went away: seconds to connect, seconds of silence and between probes,
/// probes, milliseconds for what was sent. Without these the system waits for a quarter of
/// an hour.
const PATIENCE: [(&str, &str); 5] = [
    ("connect_timeout", "10"),
    ("keepalives_idle", "10"),
    ("keepalives_interval", "5"),
    ("keepalives_count", "2"),
    ("tcp_user_timeout", "10000"),
];

/// The URL with what the operator did not say of it.
fn with_patience(url: &str) -> String {
    let asked = query(url);
    let pairs = || asked.unwrap_or_default().split('&');
    let is_asked = |name: &str| pairs().any(|pair| pair.split('=').next() == Some(name));
    let missing = PATIENCE.iter().filter(|(name, _)| !is_asked(name));
    let more: Vec<String> = missing
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let sign = match asked {
        None => "?",
        Some("") => "",
        Some(_) => "&",
    };
    match more.is_empty() {
        true => url.to_owned(),
        false => format!("{url}{sign}{}", more.join("&")),
    }
}

/// What stands behind the question mark, which a password may hold too.
fn query(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let place = match rest.find(['@', '/']) {
        Some(at) if rest[at..].starts_with('@') => &rest[at..],
        _ => rest,
    };
    place.split_once('?').map(|(_, query)| query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_operator_did_not_say_is_added() {
        let all = "connect_timeout=10&keepalives_idle=10&keepalives_interval=5&\
            keepalives_count=2&tcp_user_timeout=10000";
        for (url, sign) in [
            ("postgres://h/db", "?"),
            ("postgres://u:a?b@h/db", "?"),
            ("postgres://h/db?", ""),
            ("postgres:///db?host=/run/postgresql", "&"),
            ("postgres://h/db?application_name=a@b", "&"),
        ] {
            assert_eq!(with_patience(url), format!("{url}{sign}{all}"));
        }
        let said = "postgres://a,b/db?connect_timeout=3&tcp_user_timeout=1";
        let rest = "keepalives_idle=10&keepalives_interval=5&keepalives_count=2";
        assert_eq!(with_patience(said), format!("{said}&{rest}"));
        let whole = format!("postgres://h/db?{all}");
        assert_eq!(with_patience(&whole), whole);
    }
}
