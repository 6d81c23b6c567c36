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

    /// The hosts that lines to a PostgreSQL go to, each of them; a socket’s folder among
    /// them, and nothing where none is named.
    pub fn hosts(&self) -> Vec<&str> {
        let Self::Postgres(url) = self else {
            return Vec::new();
        };
        let (places, query) = parts(url);
        // What is asked for counts before what stands in front of it.
        let asked = ["hostaddr", "host"].map(|name| asked(query, name));
        let hosts: Vec<&str> = match asked.into_iter().flatten().next() {
            Some(hosts) => hosts.split(',').collect(),
            None => places.split(',').map(without_port).collect(),
        };
        hosts.into_iter().filter(|host| !host.is_empty()).collect()
    }

    /// Whether a line to a PostgreSQL is opened with TLS or not at all.
    pub fn insists_on_tls(&self) -> bool {
        let Self::Postgres(url) = self else {
            return false;
        };
        let mode = asked(parts(url).1, "sslmode");
        mode.is_some_and(|mode| matches!(mode, "require" | "verify-ca" | "verify-full"))
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
    let (_, asked) = parts(url);
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

/// Hosts with their ports, and what stands behind the question mark, which a password may
/// hold too.
fn parts(url: &str) -> (&str, Option<&str>) {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let rest = match rest.find(['@', '/']) {
        Some(at) if rest[at..].starts_with('@') => &rest[at + 1..],
        _ => rest,
    };
    let (place, query) = match rest.split_once('?') {
        Some((place, query)) => (place, Some(query)),
        None => (rest, None),
    };
    (place.split('/').next().unwrap_or_default(), query)
}

/// What is asked for by this name; of several, PostgreSQL’s library takes the last.
fn asked<'a>(query: Option<&'a str>, name: &str) -> Option<&'a str> {
    let pairs = query.unwrap_or_default().split('&');
    let mut named = pairs.filter_map(|pair| pair.split_once('='));
    let found = named.rfind(|(own, _)| *own == name);
    found.map(|(_, value)| value)
}

/// The host of `host:port` or `[address]:port`.
fn without_port(place: &str) -> &str {
    match place.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => place.split(':').next().unwrap_or_default(),
    }
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

    #[test]
    fn every_host_is_named_that_a_line_may_go_to() {
        let hosts = |url: &str| DatabaseUrl::parse(url).unwrap().hosts().join(" ");
        for (url, named) in [
            ("postgres://u:p@db.example:5432/grants", "db.example"),
            ("postgresql://a.example:1,[::1]:2/grants", "a.example ::1"),
            ("postgres:///grants", ""),
            ("postgres:///grants?host=far.example", "far.example"),
            ("postgres://localhost/grants?host=10.0.0.7", "10.0.0.7"),
            (
                "postgres:///grants?host=/run&host=far.example",
                "far.example",
            ),
            ("postgres:///grants?host=near,far", "near far"),
            (
                "postgres://localhost/grants?hostaddr=10.0.0.7&host=x",
                "10.0.0.7",
            ),
            ("postgres://u:a?host=b@localhost/grants", "localhost"),
            ("sqlite:var/evenhand.sqlite", ""),
        ] {
            assert_eq!(hosts(url), named, "{url}");
        }
    }

    #[test]
    fn only_some_modes_insist_on_tls() {
        let insists = |mode: &str| {
            let url = format!("postgres://h/db?{mode}");
            DatabaseUrl::parse(&url).unwrap().insists_on_tls()
        };
        for mode in ["require", "verify-ca", "verify-full"] {
            assert!(insists(&format!("sslmode={mode}")), "{mode}");
        }
        for asked in [
            "",
            "sslmode=",
            "sslmode=disable",
            "sslmode=allow",
            "sslmode=prefer",
            "sslmode=require&sslmode=disable",
            "application_name=sslmode=require",
        ] {
            assert!(!insists(asked), "{asked}");
        }
    }
}
