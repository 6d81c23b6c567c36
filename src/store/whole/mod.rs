//! The whole database, table by table and row by row, for a copy in open files. It knows
//! no meaning of any table: what the migrations made is what there is.

mod catalogue;
mod filling;

pub use catalogue::{Column, Kind, Table, tables};
pub(super) use filling::is_unfinished;
pub use filling::{begin_filling, end_filling, filled_from, origin};

use diesel::connection::DefaultLoadingMode;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::BoxedSqlQuery;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
use diesel::sqlite::Sqlite;
use serde_json::Value;

use super::conflict::StoreError;
use super::connection::{AnyConnection, Reader, Tx};

/// Tables that are not copied: what ends by itself within days, what is looked for anew
/// each day, and the migrations.
pub const LEFT_OUT: [&str; 5] = [
    "__diesel_schema_migrations",
    "retention_looks",
    "retention_waiting",
    "sessions",
    "throttles",
];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Rows {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

/// How many rows a table has.
pub fn count(reader: &mut Reader, table: &Table) -> Result<i64, StoreError> {
    let words = format!("SELECT count(*) AS rows FROM {}", table.name);
    let query = diesel::sql_query(words);
    let found: Rows = match reader.connection() {
        AnyConnection::Sqlite(connection) => query.get_result(connection)?,
        AnyConnection::Postgres(connection) => query.get_result(connection)?,
    };
    Ok(found.rows)
}

/// Hands out every row of a table in the order of its key, as the values of its
/// columns; none is held. Texts stand in the order of their bytes in both databases.
pub fn each<E: From<StoreError>>(
    reader: &mut Reader,
    table: &Table,
    mut take: impl FnMut(Vec<Value>) -> Result<(), E>,
) -> Result<(), E> {
    let mut hand = |line: QueryResult<Line>| -> Result<(), E> {
        let line = line.map_err(StoreError::from)?.line;
        take(values(table, &line)?)
    };
    match reader.connection() {
        AnyConnection::Sqlite(connection) => {
            let query = diesel::sql_query(words(table, "json_array", ""));
            let rows = query.load_iter::<Line, DefaultLoadingMode>(connection);
            rows.map_err(StoreError::from)?.try_for_each(&mut hand)
        }
        AnyConnection::Postgres(connection) => {
            let query = diesel::sql_query(words(table, "json_build_array", " COLLATE \"C\""));
            let rows = query.load_iter::<Line, diesel::pg::PgRowByRowLoadingMode>(connection);
            rows.map_err(StoreError::from)?.try_for_each(&mut hand)
        }
    }
}

/// The query for every row of a table as one JSON text each.
fn words(table: &Table, array: &str, bytewise: &str) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
    let mut key: Vec<&Column> = table.columns.iter().filter(|one| one.key > 0).collect();
    key.sort_by_key(|one| one.key);
    let key = key.into_iter().map(|one| match one.kind {
        Kind::Text => format!("{}{bytewise}", one.name),
        Kind::Big | Kind::Whole | Kind::Truth => one.name.clone(),
    });
    let (columns, key) = (columns.join(", "), key.collect::<Vec<_>>().join(", "));
    let name = &table.name;
    format!("SELECT CAST({array}({columns}) AS TEXT) AS line FROM {name} ORDER BY {key}")
}

fn values(table: &Table, line: &str) -> Result<Vec<Value>, StoreError> {
    let damaged = || StoreError::Damaged(format!("a row of {} can’t be read", table.name));
    let mut values: Vec<Value> = serde_json::from_str(line).map_err(|_| damaged())?;
    for (column, value) in table.columns.iter().zip(&mut values) {
        // SQLite keeps truth as a number.
        if let (Kind::Truth, Some(number)) = (column.kind, value.as_i64()) {
            *value = Value::Bool(number != 0);
        }
    }
    Ok(values)
}

/// Adds a row to a table: one value for each column, in order.
pub fn insert(tx: &mut Tx, table: &Table, row: &[Value]) -> Result<(), StoreError> {
    let names: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
    let (name, columns) = (&table.name, names.join(", "));
    let into = |places: Vec<String>| {
        format!(
            "INSERT INTO {name} ({columns}) VALUES ({})",
            places.join(", ")
        )
    };
    match tx.connection() {
        AnyConnection::Sqlite(connection) => {
            let words = into(vec!["?".to_owned(); names.len()]);
            let mut query: BoxedSqlQuery<Sqlite, _> = diesel::sql_query(words).into_boxed();
            for (column, value) in table.columns.iter().zip(row) {
                query = match column.kind {
                    Kind::Text => query.bind::<Nullable<Text>, _>(text(column, value)?),
                    Kind::Big => query.bind::<Nullable<BigInt>, _>(number(column, value)?),
                    Kind::Whole => query.bind::<Nullable<Integer>, _>(small(column, value)?),
                    Kind::Truth => query.bind::<Nullable<Bool>, _>(truth(column, value)?),
                };
            }
            query.execute(connection)?;
        }
        AnyConnection::Postgres(connection) => {
            let places = (1..=names.len()).map(|place| format!("${place}"));
            let words = into(places.collect());
            let mut query: BoxedSqlQuery<Pg, _> = diesel::sql_query(words).into_boxed();
            for (column, value) in table.columns.iter().zip(row) {
                query = match column.kind {
                    Kind::Text => query.bind::<Nullable<Text>, _>(text(column, value)?),
                    Kind::Big => query.bind::<Nullable<BigInt>, _>(number(column, value)?),
                    Kind::Whole => query.bind::<Nullable<Integer>, _>(small(column, value)?),
                    Kind::Truth => query.bind::<Nullable<Bool>, _>(truth(column, value)?),
                };
            }
            query.execute(connection)?;
        }
    }
    Ok(())
}

/// What a value is where it is not nothing; another kind of value is refused.
fn held<T>(
    column: &Column,
    value: &Value,
    read: impl Fn(&Value) -> Option<T>,
) -> Result<Option<T>, StoreError> {
    match value {
        Value::Null => Ok(None),
        some => {
            let wrong = || StoreError::Damaged(format!("{} holds {some}", column.name));
            read(some).map(Some).ok_or_else(wrong)
        }
    }
}

fn text(column: &Column, value: &Value) -> Result<Option<String>, StoreError> {
    held(column, value, |value| value.as_str().map(str::to_owned))
}

fn number(column: &Column, value: &Value) -> Result<Option<i64>, StoreError> {
    held(column, value, Value::as_i64)
}

fn small(column: &Column, value: &Value) -> Result<Option<i32>, StoreError> {
    held(column, value, |value| i32::try_from(value.as_i64()?).ok())
}

fn truth(column: &Column, value: &Value) -> Result<Option<bool>, StoreError> {
    held(column, value, Value::as_bool)
}
