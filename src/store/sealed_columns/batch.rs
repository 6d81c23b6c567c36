//! Sealing the texts of columns that lie in clear: portable SQL, built from names that the
//! program holds.

use std::collections::BTreeMap;
use std::rc::Rc;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::SealedRow;
use super::layout::{ALL, Columns};
use crate::domain::OrganisationId;
use crate::store::conflict::StoreError;
use crate::store::connection::{AnyConnection, Reader, Tx};
use crate::store::envelope::{self, SealedBatch};
use crate::store::vault::DataKey;

/// Runs a query with texts bound to it; in the statement they stand in their order.
macro_rules! loaded {
    ($reader:expr, $words:expr, $($text:expr),*) => {
        match $reader.connection() {
            AnyConnection::Sqlite(connection) => {
                diesel::sql_query($words)$(.bind::<Text, _>($text))*.load(connection)?
            }
            AnyConnection::Postgres(connection) => {
                diesel::sql_query($words)$(.bind::<Text, _>($text))*.load(connection)?
            }
        }
    };
}

#[derive(QueryableByName)]
struct End {
    #[diesel(sql_type = Text)]
    end_id: String,
}

/// A row of which something lies in clear; what a table has less of is empty.
#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    id_a: String,
    #[diesel(sql_type = Text)]
    id_b: String,
    #[diesel(sql_type = Text)]
    id_c: String,
    #[diesel(sql_type = Text)]
    owner_id: String,
    #[diesel(sql_type = Text)]
    text_a: String,
    #[diesel(sql_type = Text)]
    text_b: String,
    #[diesel(sql_type = Text)]
    text_c: String,
    #[diesel(sql_type = Text)]
    text_d: String,
    #[diesel(sql_type = Text)]
    text_e: String,
}

impl Row {
    fn ids(&self) -> [&str; 3] {
        [&self.id_a, &self.id_b, &self.id_c]
    }

    fn texts(&self) -> [&str; 5] {
        [
            &self.text_a,
            &self.text_b,
            &self.text_c,
            &self.text_d,
            &self.text_e,
        ]
    }
}

/// The keys of the organisations of a batch, each opened once.
type Keys = BTreeMap<OrganisationId, Rc<DataKey>>;

impl Columns {
    /// Whether something of a row lies in clear: it has a text that no key of an
    /// organisation is named by.
    fn lies_in_clear(&self) -> String {
        let one = |column: &&str| {
            format!(
                "(t.{column} <> '' AND NOT (t.{column} LIKE '2.%' \
                 AND substr(t.{column}, 3, 16) IN (SELECT k.id FROM organisation_keys k)))"
            )
        };
        let each: Vec<String> = self.columns.iter().map(one).collect();
        format!("({}){}", each.join(" OR "), self.among)
    }

    /// The id of a place as a text, in a statement.
    fn id(&self, at: usize, row: &str) -> String {
        match self.ids.get(at) {
            Some(column) => format!("CAST({row}{column} AS TEXT)"),
            None => "''".to_owned(),
        }
    }

    fn text(&self, at: usize) -> String {
        match self.columns.get(at) {
            Some(column) => format!("COALESCE(t.{column}, '')"),
            None => "''".to_owned(),
        }
    }

    /// The fiftieth first id behind one, or the last, of rows that lie in clear.
    fn end(&self, reader: &mut Reader, after: &str) -> Result<Option<String>, StoreError> {
        let (table, first) = (self.table, self.ids[0]);
        let words = format!(
            "SELECT COALESCE(MAX(few.first_id), '') AS end_id FROM \
             (SELECT DISTINCT t.{first} AS first_id FROM {table} t \
              WHERE t.{first} > $1 AND {} ORDER BY first_id LIMIT 50) AS few",
            self.lies_in_clear(),
        );
        let found: Vec<End> = loaded!(reader, words, after.to_owned());
        let end = found.into_iter().next().map(|row| row.end_id);
        Ok(end.filter(|id| !id.is_empty()))
    }

    /// Rows that lie in clear behind one first id, up to another.
    fn rows(
        &self,
        reader: &mut Reader,
        (after, end): (&str, &str),
    ) -> Result<Vec<Row>, StoreError> {
        let (table, first) = (self.table, self.ids[0]);
        let (joins, owner) = self.owner.path();
        let ids = [0, 1, 2].map(|at| self.id(at, "t."));
        let texts = [0, 1, 2, 3, 4].map(|at| self.text(at));
        let [id_a, id_b, id_c] = &ids;
        let [text_a, text_b, text_c, text_d, text_e] = &texts;
        let words = format!(
            "SELECT {id_a} AS id_a, {id_b} AS id_b, {id_c} AS id_c, {owner} AS owner_id, \
             {text_a} AS text_a, {text_b} AS text_b, {text_c} AS text_c, {text_d} AS text_d, \
             {text_e} AS text_e FROM {table} t {joins} \
             WHERE t.{first} > $1 AND t.{first} <= $2 AND {}",
            self.lies_in_clear(),
        );
        Ok(loaded!(reader, words, after.to_owned(), end.to_owned()))
    }

    /// What takes the place of the texts of a row that lie in clear.
    fn sealed(
        &self,
        (tx, keys): (&mut Tx, &mut Keys),
        row: &Row,
    ) -> Result<Vec<(&'static str, String)>, StoreError> {
        let owner = OrganisationId::parse(&row.owner_id)
            .map_err(|_| StoreError::Damaged(row.owner_id.clone()))?;
        let ids = row.ids();
        let key = match keys.get(&owner) {
            Some(key) => Rc::clone(key),
            None => Rc::new(envelope::current(tx, owner)?),
        };
        keys.insert(owner, Rc::clone(&key));
        let place = SealedRow::new(&key, self.table, &ids[..self.ids.len()]);
        let texts = self.columns.iter().zip(row.texts());
        texts
            .filter(|(_, text)| !text.is_empty() && DataKey::named(text).is_none())
            .map(|(&column, text)| Ok((column, place.seal(column, text)?)))
            .collect()
    }

    fn set(&self, tx: &mut Tx, row: &Row, (column, text): (&str, String)) -> QueryResult<usize> {
        let [id_a, id_b, id_c] = row.ids().map(str::to_owned);
        let words = format!(
            "UPDATE {} SET {column} = $1 WHERE {} = $2 AND {} = $3 AND {} = $4 AND {} = $5",
            self.table,
            self.ids[0],
            self.id(0, ""),
            self.id(1, ""),
            self.id(2, ""),
        );
        // The first id once as it stands, for the index.
        let first = id_a.clone();
        match tx.connection() {
            AnyConnection::Sqlite(connection) => diesel::sql_query(words)
                .bind::<Text, _>(text)
                .bind::<Text, _>(first)
                .bind::<Text, _>(id_a)
                .bind::<Text, _>(id_b)
                .bind::<Text, _>(id_c)
                .execute(connection),
            AnyConnection::Postgres(connection) => diesel::sql_query(words)
                .bind::<Text, _>(text)
                .bind::<Text, _>(first)
                .bind::<Text, _>(id_a)
                .bind::<Text, _>(id_b)
                .bind::<Text, _>(id_c)
                .execute(connection),
        }
    }
}

/// Seals the texts of a table that lie in clear, of up to 50 first ids behind this one.
pub fn seal_batch(tx: &mut Tx, of: &Columns, after: &str) -> Result<SealedBatch, StoreError> {
    let end = of.end(tx, after)?;
    let mut batch = SealedBatch::until(end.clone());
    let Some(end) = end else {
        return Ok(batch);
    };
    let mut keys = Keys::new();
    for row in of.rows(tx, (after, &end))? {
        let made = of.sealed((&mut *tx, &mut keys), &row);
        let Some(texts) = batch.counted(made)? else {
            continue;
        };
        for text in texts {
            of.set(tx, &row, text)?;
        }
    }
    Ok(batch)
}

/// The first id of a row of which something lies in clear.
pub fn in_clear(reader: &mut Reader) -> Result<Option<String>, StoreError> {
    for of in ALL {
        if let Some(id) = of.end(reader, "")? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests;
