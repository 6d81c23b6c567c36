//! SQLite: writing its file anew, so that nothing is left of what was emptied.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::result::QueryResult;
use diesel::sql_types::{Integer, Text};
use diesel::{QueryableByName, RunQueryDsl, SqliteConnection};

use super::taken;

/// What SQLite answers to a checkpoint.
#[derive(QueryableByName)]
struct Checkpoint {
    /// 1 where somebody still reads an older state.
    #[diesel(sql_type = Integer)]
    busy: i32,
}

/// Empties the write-ahead log; false where somebody still reads what stands in it.
pub(super) fn checkpoint(connection: &mut SqliteConnection) -> QueryResult<bool> {
    let words = "PRAGMA wal_checkpoint(TRUNCATE)";
    let done: Checkpoint = diesel::sql_query(words).get_result(connection)?;
    Ok(done.busy == 0)
}

/// Where the database lies.
#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = Text)]
    file: String,
}

/// Writes the whole database anew. The copy that SQLite makes for that is as large as the
/// database, so it lies beside it, without a name, until this ends: in memory, where other
/// temporary tables are, it would end a server of many applications.
pub(super) fn whole(connection: &mut SqliteConnection) -> QueryResult<()> {
    let words = "SELECT file FROM pragma_database_list WHERE name = 'main'";
    let place: Place = diesel::sql_query(words).get_result(connection)?;
    let folder = Path::new(&place.file).parent().unwrap_or(Path::new("."));
    let folder = folder.to_string_lossy().replace('\'', "''");
    connection.batch_execute(&format!(
        "PRAGMA temp_store = FILE; PRAGMA temp_store_directory = '{folder}'"
    ))?;
    let done = connection.batch_execute("VACUUM");
    connection.batch_execute("PRAGMA temp_store = MEMORY")?;
    done
}

/// The tables of SQLite in whose rows the names of organisations lie.
const NAMED: [&str; 2] = ["organisations", "registrations"];

/// Empties tables and fills them again, in one transaction: where SQLite moves rows to
/// another page, it may leave a copy of them in what that page has room for, which no
/// `secure_delete` writes over; a page that is freed is zeroed whole. Nobody misses a row
/// meanwhile, so what refers to one is not looked at.
pub(super) fn fill_anew(connection: &mut SqliteConnection) -> QueryResult<()> {
    let each = NAMED.map(|table| {
        format!(
            "CREATE TEMP TABLE rows_aside AS SELECT * FROM main.{table}; \
             DELETE FROM main.{table}; \
             INSERT INTO main.{table} SELECT * FROM temp.rows_aside; \
             DROP TABLE temp.rows_aside;"
        )
    });
    connection.batch_execute("PRAGMA foreign_keys = OFF")?;
    let words = format!("BEGIN IMMEDIATE; {} COMMIT", each.concat());
    let done = connection.batch_execute(&words).inspect_err(|_| {
        // Where it did not even begin there is nothing to roll back.
        let _ = connection.batch_execute("ROLLBACK");
    });
    connection.batch_execute("PRAGMA foreign_keys = ON")?;
    taken(connection)?;
    done
}
