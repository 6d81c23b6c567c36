//! Many rows at once, for filling an empty database, for the many grams of a name, and for
//! sealing texts that stand there already. Rows are gathered table by table and leave as
//! few statements, each table behind those that it refers to. Asks for no capability and
//! writes no event: whoever fills a database in which nobody lives yet answers for both, and
//! so does whoever seals.

mod layout;
mod rows;
mod texts;

pub use rows::{Decided, Filed, Reviewed};
pub(super) use texts::Texts;

use std::borrow::Cow;

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::BoxedSqlQuery;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
use diesel::sqlite::Sqlite;

use super::conflict::StoreError;
use super::connection::{AnyConnection, Tx};

/// Values bound in one statement at most: SQLite takes 32,766, PostgreSQL 65,535.
/// Longer statements were no faster, and are longer in memory.
const BOUND_MOST: usize = 12_000;

/// A value of a row.
#[derive(Debug, Clone)]
pub(super) enum Cell<'a> {
    Text(Cow<'a, str>),
    NoText,
    Big(i64),
    NoBig,
    Whole(i32),
    NoWhole,
    Truth(bool),
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Big(number)
    }
}

impl From<Option<i64>> for Cell<'_> {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::NoBig, Self::Big)
    }
}

impl From<i32> for Cell<'_> {
    fn from(number: i32) -> Self {
        Self::Whole(number)
    }
}

impl From<Option<i32>> for Cell<'_> {
    fn from(number: Option<i32>) -> Self {
        number.map_or(Self::NoWhole, Self::Whole)
    }
}

impl From<bool> for Cell<'_> {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<Option<String>> for Cell<'_> {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::NoText, Self::from)
    }
}

/// The rows of one table that wait to be written.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    table: &'static str,
    columns: Vec<&'static str>,
    cells: Vec<Cell<'a>>,
}

impl<'a> Sheet<'a> {
    /// No rows yet; names of columns stand one after the other.
    pub(super) fn new(table: &'static str, columns: &'static str) -> Self {
        Self {
            table,
            columns: columns.split(' ').collect(),
            cells: Vec::new(),
        }
    }

    /// Adds a row; one value for each column, which the array's length ensures.
    pub(super) fn add<const N: usize>(&mut self, row: [Cell<'a>; N]) {
        debug_assert_eq!(N, self.columns.len(), "{}", self.table);
        self.cells.extend(row);
    }

    /// Writes the rows; how many they were.
    pub(super) fn write(&mut self, tx: &mut Tx) -> Result<u64, StoreError> {
        let width = self.columns.len();
        let most = BOUND_MOST / width * width;
        let mut rows = 0;
        for cells in self.cells.chunks(most) {
            self.insert(tx, cells)?;
            rows += cells.len() / width;
        }
        self.cells.clear();
        Ok(u64::try_from(rows).unwrap_or(u64::MAX))
    }

    fn insert(&self, tx: &mut Tx, cells: &[Cell<'a>]) -> Result<(), StoreError> {
        // Binds every value to a query.
        macro_rules! bound {
            ($query:ident) => {
                for cell in cells {
                    $query = match cell {
                        Cell::Text(text) => $query.bind::<Text, _>(&**text),
                        Cell::NoText => $query.bind::<Nullable<Text>, _>(None::<String>),
                        Cell::Big(number) => $query.bind::<BigInt, _>(*number),
                        Cell::NoBig => $query.bind::<Nullable<BigInt>, _>(None::<i64>),
                        Cell::Whole(number) => $query.bind::<Integer, _>(*number),
                        Cell::NoWhole => $query.bind::<Nullable<Integer>, _>(None::<i32>),
                        Cell::Truth(truth) => $query.bind::<Bool, _>(*truth),
                    };
                }
            };
        }
        match tx.connection() {
            AnyConnection::Sqlite(connection) => {
                let words = self.words(cells.len(), |_| "?".to_owned());
                let mut query: BoxedSqlQuery<Sqlite, _> = diesel::sql_query(words).into_boxed();
                bound!(query);
                query.execute(connection)?;
            }
            AnyConnection::Postgres(connection) => {
                let words = self.words(cells.len(), |place| format!("${}", place + 1));
                let mut query: BoxedSqlQuery<Pg, _> = diesel::sql_query(words).into_boxed();
                bound!(query);
                query.execute(connection)?;
            }
        }
        Ok(())
    }

    /// The statement for so many values; `place` says how one is written.
    fn words(&self, values: usize, place: impl Fn(usize) -> String) -> String {
        let mut words = format!(
            "INSERT INTO {} ({}) VALUES ",
            self.table,
            self.columns.join(", ")
        );
        for at in 0..values {
            words.push_str(match at % self.columns.len() {
                0 if at == 0 => "(",
                0 => "), (",
                _ => ", ",
            });
            words.push_str(&place(at));
        }
        words.push(')');
        words
    }
}

/// Rows of all tables that are filled.
#[derive(Debug)]
pub struct Filling<'a> {
    accounts: Sheet<'a>,
    roles: Sheet<'a>,
    organisations: Sheet<'a>,
    grams: Sheet<'a>,
    registrations: Sheet<'a>,
    memberships: Sheet<'a>,
    profiles: Sheet<'a>,
    papers: Sheet<'a>,
    applications: Sheet<'a>,
    sections: Sheet<'a>,
    submissions: Sheet<'a>,
    screenings: Sheet<'a>,
    assignments: Sheet<'a>,
    declarations: Sheet<'a>,
    calls: Sheet<'a>,
    reviews: Sheet<'a>,
    scores: Sheet<'a>,
    versions: Sheet<'a>,
    decisions: Sheet<'a>,
    awards: Sheet<'a>,
    files: Sheet<'a>,
}

impl Filling<'_> {
    /// Writes everything that was gathered; how many rows that was.
    pub fn write(&mut self, tx: &mut Tx) -> Result<u64, StoreError> {
        // A table stands behind those that it refers to.
        let sheets = [
            &mut self.accounts,
            &mut self.roles,
            &mut self.organisations,
            &mut self.grams,
            &mut self.registrations,
            &mut self.memberships,
            &mut self.profiles,
            &mut self.applications,
            &mut self.papers,
            &mut self.sections,
            &mut self.submissions,
            &mut self.screenings,
            &mut self.assignments,
            &mut self.declarations,
            &mut self.calls,
            &mut self.reviews,
            &mut self.scores,
            &mut self.versions,
            &mut self.decisions,
            &mut self.awards,
            &mut self.files,
        ];
        let mut rows = 0;
        for sheet in sheets {
            rows += sheet.write(tx)?;
        }
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::trial::{database, stamp};
    use crate::store::whole;

    #[test]
    fn every_value_stands_in_its_place() {
        let sheet = Sheet::new("terms", "list code label");
        assert_eq!(
            sheet.words(6, |_| "?".to_owned()),
            "INSERT INTO terms (list, code, label) VALUES (?, ?, ?), (?, ?, ?)"
        );
        assert_eq!(
            sheet.words(3, |place| format!("${}", place + 1)),
            "INSERT INTO terms (list, code, label) VALUES ($1, $2, $3)"
        );
    }

    #[test]
    fn more_rows_than_one_statement_takes_are_all_written() {
        let (_folder, database) = database();
        let rows = BOUND_MOST / 4 * 2 + 7;
        let write = |tx: &mut Tx| -> Result<u64, StoreError> {
            let mut sheet = Sheet::new("terms", "list code position label");
            for at in 0..rows {
                let place = i32::try_from(at).unwrap();
                sheet.add([
                    "base".into(),
                    at.to_string().into(),
                    place.into(),
                    "{}".into(),
                ]);
            }
            sheet.write(tx)
        };
        let written = database.write(stamp(), write).unwrap();
        assert_eq!(usize::try_from(written).unwrap(), rows);
        let kept = database.read(crate::store::term::all).unwrap();
        assert_eq!(kept.len(), rows);
    }

    #[test]
    fn the_tables_have_these_columns() {
        let (_folder, database) = database();
        let tables = database.read(whole::tables).unwrap();
        let filling = Filling::default();
        for sheet in [
            &filling.accounts,
            &filling.roles,
            &filling.organisations,
            &filling.grams,
            &filling.registrations,
            &filling.memberships,
            &filling.profiles,
            &filling.papers,
            &filling.applications,
            &filling.sections,
            &filling.submissions,
            &filling.screenings,
            &filling.assignments,
            &filling.declarations,
            &filling.calls,
            &filling.reviews,
            &filling.scores,
            &filling.versions,
            &filling.decisions,
            &filling.awards,
            &filling.files,
        ] {
            let table = tables.iter().find(|table| table.name == sheet.table);
            let known: Vec<&str> = table.unwrap().columns.iter().map(|c| &*c.name).collect();
            for column in &sheet.columns {
                assert!(known.contains(column), "{}.{column}", sheet.table);
            }
        }
    }
}
