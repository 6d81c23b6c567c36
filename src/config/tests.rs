//! What settings name together.

use super::*;

const SERVER: &str = "postgres://evenhand@db.example.org/grants";
const OTHER: &str = "postgres://evenhand@standby.example.org/grants";
const FILE: &str = "sqlite:grants.sqlite";

#[test]
fn only_a_postgresql_has_a_replica_which_is_one_too() {
    let named = |own: &str, read: &str| {
        let config = Config {
            database_url: own.to_owned(),
            database_read_url: read.to_owned(),
            ..Config::default()
        };
        config.replica()
    };
    let other = DatabaseUrl::Postgres(OTHER.to_owned());
    assert_eq!(named(SERVER, OTHER), Ok(Some(other)));
    for own in [SERVER, FILE, ""] {
        assert_eq!(named(own, ""), Ok(None), "{own}");
    }
    for (own, read) in [(FILE, OTHER), ("", OTHER), (SERVER, FILE), (FILE, FILE)] {
        let refused = named(own, read).unwrap_err();
        let words = "database_read_url names a replica of a PostgreSQL";
        assert!(refused.starts_with(words), "{own} {read}: {refused}");
    }
}
