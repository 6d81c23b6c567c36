//! A migration of a PostgreSQL beside those who use it: it holds up nobody. A SQLite file has
//! one serving process, and nobody beside it.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use evenhand::store::{Database, DatabaseUrl, MigrationState, migrate, migration_state};

use crate::support::TestDatabase;

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

fn count(connection: &mut PgConnection, of: &str) -> i64 {
    let query = diesel::sql_query(format!("SELECT count(*) AS rows FROM {of}"));
    let found: Count = query.get_result(connection).expect("it is counted");
    found.rows
}

/// Looks again and again until there is such a row.
fn until(connection: &mut PgConnection, of: &str) {
    let began = Instant::now();
    while count(connection, of) == 0 {
        assert!(began.elapsed() < Duration::from_secs(60), "{of}");
        connection
            .batch_execute("SELECT pg_sleep(0.05)")
            .expect("it waits");
    }
}

/// A database that lacks a migration, with a line of who administers it and of who reads.
struct Lacking {
    database: Database,
    admin: PgConnection,
    reader: PgConnection,
    _kept: TestDatabase,
}

impl Lacking {
    /// Nothing where the tests run on SQLite. `undoing` takes back what the migration did.
    fn of(version: &str, undoing: &str) -> Option<Self> {
        let kept = TestDatabase::new();
        let DatabaseUrl::Postgres(url) = &kept.url else {
            return None;
        };
        let open = || PgConnection::establish(url).expect("PostgreSQL answers");
        let (mut admin, reader) = (open(), open());
        let gone = format!(
            "{undoing}; DELETE FROM __diesel_schema_migrations WHERE version = '{version}'"
        );
        admin.batch_execute(&gone).expect("it is taken back");
        let database = Database::open(&kept.url, 2).expect("it opens");
        let state = migration_state(&database).expect("a state");
        assert_eq!(state, MigrationState::Behind(1));
        Some(Self {
            database,
            admin,
            reader,
            _kept: kept,
        })
    }

    /// Writes a table as a page does, which gives up after so long.
    fn write(&mut self, table: &str, patience: &str) {
        let words = format!(
            "BEGIN; SET LOCAL lock_timeout = '{patience}'; \
             LOCK TABLE {table} IN ROW EXCLUSIVE MODE; COMMIT"
        );
        self.admin
            .batch_execute(&words)
            .expect("somebody else writes");
    }
}

#[test]
fn pages_go_on_while_a_migration_waits_for_a_table() {
    let undoing = "DROP INDEX decisions_by_outcome";
    let Some(mut lacking) = Lacking::of("20261130000261", undoing) else {
        return;
    };
    let held = "BEGIN; LOCK TABLE decisions IN ROW EXCLUSIVE MODE";
    lacking.reader.batch_execute(held).expect("it is held");
    let database = lacking.database.clone();
    let migrating = std::thread::spawn(move || migrate(&database));
    let waiting = "pg_locks WHERE NOT granted AND relation = 'decisions'::regclass \
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    until(&mut lacking.admin, waiting);
    // Whoever comes now stands behind the migration, and passes before a page gives up.
    lacking.write("decisions", "7s");
    assert!(!migrating.is_finished());
    lacking.reader.batch_execute("COMMIT").expect("it ends");
    let ran = migrating.join().expect("it does not panic");
    assert_eq!(ran.expect("it migrates"), 1);
    let made = "pg_indexes WHERE indexname = 'decisions_by_outcome'";
    assert_eq!(count(&mut lacking.admin, made), 1);
}

/// The indexes are there already, as where a build ended and nobody could note that it did.
#[test]
fn an_index_of_a_full_table_is_built_beside_those_who_write() {
    let Some(mut lacking) = Lacking::of("20261130000293", "SELECT 1") else {
        return;
    };
    let held = "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM ledger_keys";
    lacking.reader.batch_execute(held).expect("it is read");
    let database = lacking.database.clone();
    let migrating = std::thread::spawn(move || migrate(&database));
    let unfinished = "pg_index WHERE NOT indisvalid";
    until(&mut lacking.admin, unfinished);
    lacking.write("ledger_keys", "1s");
    assert!(!migrating.is_finished());
    lacking.reader.batch_execute("COMMIT").expect("it ends");
    let ran = migrating.join().expect("it does not panic");
    assert_eq!(ran.expect("it migrates"), 1);
    assert_eq!(count(&mut lacking.admin, unfinished), 0);
    for index in [
        "ledger_keys_by_number",
        "ledger_key_counts_unused",
        "erasures_under_way",
    ] {
        let made = format!("pg_indexes WHERE indexname = '{index}'");
        assert_eq!(count(&mut lacking.admin, &made), 1, "{index}");
    }
}
