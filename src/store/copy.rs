//! A copy of a SQLite database in one file, taken while others write.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::address::DatabaseUrl;
use super::conflict::StoreError;
use super::connection::{AnyConnection, Database};
use super::dialect;

/// Writes one state of the database into a new file, without what was deleted, and says
/// so; nothing is written where the database is not SQLite. Others write on meanwhile:
/// it is one read to them.
pub fn copy_into(url: &DatabaseUrl, file: &Path) -> Result<bool, StoreError> {
    if let DatabaseUrl::Postgres(_) = url {
        return Ok(false);
    }
    let mut connection = url
        .connect()
        .map_err(|problem| StoreError::Unreachable(problem.to_string()))?;
    dialect::prepare(&mut connection, true)?;
    let copied = match &mut connection {
        AnyConnection::Postgres(_) => false,
        AnyConnection::Sqlite(connection) => {
            let file = file.to_string_lossy().into_owned();
            let query = diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(file);
            query.execute(connection)?;
            true
        }
    };
    Ok(copied)
}

/// Brings everything that was written to a SQLite database into its one file, so that
/// this can be moved.
pub fn gather(database: &Database) -> Result<(), StoreError> {
    database.raw(|connection| {
        if let AnyConnection::Sqlite(connection) = connection {
            connection.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?;
        }
        Ok(())
    })
}
