//! A database that is being filled from another one says so itself until it is whole, so
//! that nobody serves it meanwhile and a move that broke off goes on.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::Rows;
use crate::store::conflict::StoreError;
use crate::store::connection::{AnyConnection, Reader, Tx};
use crate::store::schema::audit_events;

/// The table that says it. No migration makes it: it is there only meanwhile.
pub(super) const TABLE: &str = "moving";

diesel::table! {
    moving (origin) {
        origin -> Text,
    }
}

const SQLITE: &str = "SELECT count(*) AS rows FROM sqlite_schema \
    WHERE type = 'table' AND name = 'moving'";
const POSTGRES: &str = "SELECT count(*) AS rows FROM information_schema.tables \
    WHERE table_schema = 'public' AND table_name = 'moving'";

/// Whether a database is being filled.
pub(in crate::store) fn is_unfinished(connection: &mut AnyConnection) -> QueryResult<bool> {
    let found: Rows = match connection {
        AnyConnection::Sqlite(connection) => diesel::sql_query(SQLITE).get_result(connection)?,
        AnyConnection::Postgres(connection) => {
            diesel::sql_query(POSTGRES).get_result(connection)?
        }
    };
    Ok(found.rows > 0)
}

/// What tells an installation from every other: the hash of its first event. Nothing
/// where there is none yet.
pub fn origin(reader: &mut Reader) -> Result<Option<String>, StoreError> {
    Ok(audit_events::table
        .filter(audit_events::seq.eq(1_i64))
        .select(audit_events::hash)
        .first(reader.connection())
        .optional()?)
}

/// The installation that this database is being filled from.
pub fn filled_from(reader: &mut Reader) -> Result<Option<String>, StoreError> {
    if !is_unfinished(reader.connection())? {
        return Ok(None);
    }
    let found = moving::table.select(moving::origin);
    Ok(found.first(reader.connection()).optional()?)
}

/// Says that this database is being filled from an installation.
pub fn begin_filling(tx: &mut Tx, origin: &str) -> Result<(), StoreError> {
    let made = "CREATE TABLE moving (origin TEXT NOT NULL PRIMARY KEY)";
    tx.connection().batch_execute(made)?;
    diesel::insert_into(moving::table)
        .values(moving::origin.eq(origin))
        .execute(tx.connection())?;
    Ok(())
}

/// Says that it is whole.
pub fn end_filling(tx: &mut Tx) -> Result<(), StoreError> {
    Ok(tx.connection().batch_execute("DROP TABLE moving")?)
}
