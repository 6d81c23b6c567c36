//! The few places where the two databases need different words.

mod rewrite;

use diesel::connection::SimpleConnection;
use diesel::result::{Error, QueryResult};
use diesel::sql_types::{Integer, Text};
use diesel::{PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};

use super::bell::Bell;
use super::connection::AnyConnection;
use super::lock;
use super::sealed_columns;

/// SQLite: write-ahead log with full durability (an acknowledged write survives
/// a power cut), foreign keys on, zeros over whatever is freed, patience with other processes.
const SQLITE: &str = "PRAGMA busy_timeout = 8000; PRAGMA journal_mode = WAL; \
    PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; \
    PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;";

/// PostgreSQL: waits are bounded, so that a stuck database gives an error page; no statement is
/// compiled to machine code first, which takes longer than what is asked here; a commit is
/// acknowledged when it is on the disk, also where the server is set to say so before.
const POSTGRES: &str = "SET statement_timeout = '15s'; SET lock_timeout = '7s'; \
    SET idle_in_transaction_session_timeout = '30s'; SET client_min_messages = 'warning'; \
    SET jit = off; \
    SELECT set_config('synchronous_commit', 'on', false) \
    WHERE current_setting('synchronous_commit') = 'off';";

/// Under this name one process of several brings the database to its release.
const MIGRATIONS: &str = "migrations";

/// How long a migration waits for a table: those who come after it wait behind it.
const BRIEFLY: &str = "SET lock_timeout = '3s'";

/// Settings of a fresh connection; readers are made unable to write.
pub fn prepare(connection: &mut AnyConnection, writes: bool) -> QueryResult<()> {
    let (settings, read_only) = match connection {
        AnyConnection::Sqlite(_) => (
            SQLITE,
            // There are many: together they stay within the memory of a small server.
            "PRAGMA query_only = ON; PRAGMA cache_size = -4000",
        ),
        AnyConnection::Postgres(_) => (POSTGRES, "SET default_transaction_read_only = on"),
    };
    connection.batch_execute(settings)?;
    if let AnyConnection::Sqlite(connection) = connection {
        taken(connection)?;
    }
    if writes {
        Ok(())
    } else {
        connection.batch_execute(read_only)
    }
}

#[derive(QueryableByName)]
struct Journal {
    #[diesel(sql_type = Text)]
    journal_mode: String,
}

#[derive(QueryableByName)]
struct Synchronous {
    #[diesel(sql_type = Integer)]
    synchronous: i32,
}

#[derive(QueryableByName)]
struct ForeignKeys {
    #[diesel(sql_type = Integer)]
    foreign_keys: i32,
}

/// What `PRAGMA synchronous` answers where it is `FULL`.
const FULL: i32 = 2;

/// Reads back what acknowledged writes rest on: SQLite says nothing where it does not take
/// a setting, as the write-ahead log on a file system that can't share memory.
fn taken(connection: &mut SqliteConnection) -> QueryResult<()> {
    let log: Journal = diesel::sql_query("PRAGMA journal_mode").get_result(connection)?;
    let disk: Synchronous = diesel::sql_query("PRAGMA synchronous").get_result(connection)?;
    let keys: ForeignKeys = diesel::sql_query("PRAGMA foreign_keys").get_result(connection)?;
    if log.journal_mode == "wal" && disk.synchronous == FULL && keys.foreign_keys == 1 {
        return Ok(());
    }
    let told = "SQLite does not take the settings that keep what is acknowledged \
        (write-ahead log, synchronous = FULL, foreign keys): put the database on a local disk";
    Err(Error::QueryBuilderError(told.into()))
}

/// Rewrites what was emptied, so that its bytes stand nowhere in the database's files any
/// more: an update alone leaves the former row where it stood.
pub fn scrub_sealed(connection: &mut AnyConnection) -> QueryResult<()> {
    if let AnyConnection::Sqlite(connection) = connection {
        rewrite::whole(connection)?;
        return rewrite::checkpoint(connection).map(|_| ());
    }
    // Answers are many: it takes as long as it takes.
    connection.batch_execute("SET statement_timeout = 0")?;
    let mut words = "VACUUM FULL bank_accounts, application_sections, organisation_sections, \
         submissions, engagements, engagement_quotes, incidents, referees, attachments, \
         engagement_uploads, messages, concerns, outbox, \
         second_step_losses, erasure_requests, review_imports"
        .to_owned();
    for of in sealed_columns::ALL {
        words.push_str(", ");
        words.push_str(of.table);
    }
    let done = connection.batch_execute(&words);
    connection.batch_execute("SET statement_timeout = '15s'")?;
    done
}

/// Rewrites the whole database; false where the log could not be emptied because somebody
/// reads an older state. Takes as long as it takes. PostgreSQL locks table after table for
/// that, unless its files are only to be tidied (`whole` false): then freed bytes stay in
/// them until they are written over.
pub fn scrub(connection: &mut AnyConnection, whole: bool) -> QueryResult<bool> {
    match connection {
        AnyConnection::Sqlite(connection) => {
            rewrite::whole(connection)?;
            rewrite::checkpoint(connection)
        }
        AnyConnection::Postgres(connection) => {
            connection.batch_execute("SET statement_timeout = 0")?;
            let words = if whole { "VACUUM FULL" } else { "VACUUM" };
            let done = connection.batch_execute(words);
            connection.batch_execute("SET statement_timeout = '15s'")?;
            done.map(|()| true)
        }
    }
}

/// Brings what stands in the write-ahead log of SQLite into its file, as far as nobody reads
/// an older state, while others read and write.
pub fn bring_over(connection: &mut AnyConnection) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(connection) => {
            connection.batch_execute("PRAGMA wal_checkpoint(PASSIVE)")
        }
        AnyConnection::Postgres(_) => Ok(()),
    }
}

/// Empties the write-ahead log of SQLite, in which pages lie as they were; false where
/// somebody reads such a state. Whoever writes waits for that no longer than a second.
pub fn empty_log(connection: &mut AnyConnection) -> QueryResult<bool> {
    let AnyConnection::Sqlite(connection) = connection else {
        return Ok(true);
    };
    connection.batch_execute("PRAGMA busy_timeout = 1000")?;
    let emptied = rewrite::checkpoint(connection);
    connection.batch_execute("PRAGMA busy_timeout = 8000")?;
    emptied
}

/// Writes over what rows with the names of organisations left behind. PostgreSQL frees it,
/// in the support ledger too, and writes over it in time.
pub fn write_over_names(connection: &mut AnyConnection) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(connection) => rewrite::fill_anew(connection),
        AnyConnection::Postgres(connection) => {
            connection.batch_execute("SET statement_timeout = 0")?;
            let words = "VACUUM organisations, organisation_grams, registrations, \
                ledger_entries, ledger_keys";
            let done = connection.batch_execute(words);
            connection.batch_execute("SET statement_timeout = '15s'")?;
            done
        }
    }
}

/// Begins a transaction that reads one state of the database. What reads it may pause
/// to write a file, longer than a page ever does.
pub fn begin_snapshot(connection: &mut AnyConnection) -> QueryResult<()> {
    connection.batch_execute(match connection {
        AnyConnection::Sqlite(_) => "BEGIN",
        AnyConnection::Postgres(_) => {
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \
             SET LOCAL idle_in_transaction_session_timeout = '10min'; \
             SET LOCAL statement_timeout = 0"
        }
    })
}

/// Ends such a transaction.
pub fn end_snapshot(connection: &mut AnyConnection) -> QueryResult<()> {
    connection.batch_execute("ROLLBACK")
}

/// SQLite empties its write-ahead log; it plans by the indexes alone, as wherever people
/// write bit by bit. PostgreSQL counts for its planner what its own housekeeping would
/// count in a while.
pub fn settle(connection: &mut AnyConnection) -> QueryResult<()> {
    let all: &[&str] = match connection {
        AnyConnection::Sqlite(_) => &["PRAGMA wal_checkpoint(TRUNCATE)"],
        AnyConnection::Postgres(_) => &[
            "SET statement_timeout = 0",
            "ANALYZE",
            "SET statement_timeout = '15s'",
        ],
    };
    all.iter()
        .try_for_each(|words| connection.batch_execute(words))
}

/// Begins a write transaction. SQLite locks at once instead of at the first
/// write. PostgreSQL runs SERIALIZABLE and takes the lock of the audit log
/// before its snapshot: every write appends to that chain, so without the lock
/// concurrent writers would only fail at commit and be run again.
pub fn begin(connection: &mut AnyConnection) -> QueryResult<()> {
    let words = match connection {
        AnyConnection::Sqlite(_) => "BEGIN IMMEDIATE",
        AnyConnection::Postgres(_) => {
            "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE audit_events IN EXCLUSIVE MODE"
        }
    };
    connection.batch_execute(words).inspect_err(|_| {
        // A failed lock leaves PostgreSQL inside an aborted transaction.
        let _ = connection.batch_execute("ROLLBACK");
    })
}

/// Ends a write transaction; on PostgreSQL other processes are told that there was one.
pub fn commit(connection: &mut AnyConnection, bell: &Bell) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(_) => connection.batch_execute("COMMIT"),
        AnyConnection::Postgres(_) => {
            connection.batch_execute(&format!("{}; COMMIT", bell.words()))
        }
    }
}

/// Begins to migrate: on PostgreSQL one process at a time. A statement may take its time
/// there, but waits for a table so briefly that no page behind it gives up.
pub fn begin_migrating(connection: &mut AnyConnection) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(_) => Ok(()),
        AnyConnection::Postgres(connection) => {
            connection.batch_execute("SET statement_timeout = 0")?;
            lock::take(connection, MIGRATIONS)?;
            connection.batch_execute(BRIEFLY)
        }
    }
}

/// Lets those pass who came behind a migration.
pub fn let_pass(connection: &mut PgConnection) -> QueryResult<()> {
    connection.batch_execute("SELECT pg_sleep(2)")
}

/// Runs, one by one, what waits for everybody who reads an older state and lets all others
/// read and write meanwhile.
pub fn build_beside(connection: &mut PgConnection, statements: &[String]) -> QueryResult<()> {
    connection.batch_execute("SET lock_timeout = '10min'")?;
    let mut each = statements.iter();
    let built = each.try_for_each(|words| connection.batch_execute(words));
    let bounded = connection.batch_execute(BRIEFLY);
    built.and(bounded)
}

/// Lets others migrate again.
pub fn end_migrating(connection: &mut AnyConnection) -> QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(_) => Ok(()),
        AnyConnection::Postgres(_) => connection.batch_execute(&format!(
            "SELECT pg_advisory_unlock({}); {POSTGRES}",
            lock::key(MIGRATIONS)
        )),
    }
}

#[cfg(test)]
mod tests {
    use diesel::Connection;

    use super::*;

    #[test]
    fn a_setting_that_sqlite_does_not_take_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("some.sqlite");
        let opened = SqliteConnection::establish(&file.to_string_lossy()).unwrap();
        let mut connection = AnyConnection::Sqlite(opened);
        prepare(&mut connection, true).unwrap();
        for other in [
            "PRAGMA synchronous = NORMAL",
            "PRAGMA foreign_keys = OFF",
            "PRAGMA journal_mode = DELETE",
        ] {
            connection.batch_execute(other).unwrap();
            let AnyConnection::Sqlite(own) = &mut connection else {
                unreachable!("it is SQLite");
            };
            let told = taken(own).unwrap_err().to_string();
            assert!(told.contains("put the database on a local disk"), "{told}");
            prepare(&mut connection, true).unwrap();
        }
    }
}
