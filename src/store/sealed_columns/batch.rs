//! Sealing the texts of columns that lie in clear: portable SQL, built from names that the
//! program holds.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::SealedRow;
use super::layout::{ALL, Columns};
use crate::domain::OrganisationId;
use crate::store::bulk::Texts;
use crate::store::conflict::StoreError;
use crate::store::connection::{AnyConnection, Reader, Tx};
use crate::store::envelope::{Currents, SealedBatch};
use crate::store::vault::DataKey;

/// First ids of one batch. Each has few rows, and a row up to five texts, all of which are in
/// memory together.
const BATCH: i64 = 200;

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

    fn owner(&self) -> Result<OrganisationId, StoreError> {
        let id = OrganisationId::parse(&self.owner_id);
        id.map_err(|_| StoreError::Damaged(self.owner_id.clone()))
    }
}

impl Columns {
    /// Whether something of a row lies in clear: it has a text that no key of an
    /// organisation is named by. Keys are asked for one by one: a list of all of them would be
    /// gone through by PostgreSQL for each row, once it is too long to be hashed.
    fn lies_in_clear(&self) -> String {
        let one = |column: &&str| {
            format!(
                "(t.{column} <> '' AND NOT (t.{column} LIKE '2.%' \
                 AND EXISTS (SELECT 1 FROM organisation_keys k \
                 WHERE k.id = substr(t.{column}, 3, 16))))"
            )
        };
        let each: Vec<String> = self.columns.iter().map(one).collect();
        format!("({}){}", each.join(" OR "), self.among)
    }

    /// The id of a place as a text, in a statement.
    fn id(&self, at: usize) -> String {
        match self.ids.get(at) {
            Some(column) => format!("CAST(t.{column} AS TEXT)"),
            None => "''".to_owned(),
        }
    }

    fn text(&self, at: usize) -> String {
        match self.columns.get(at) {
            Some(column) => format!("COALESCE(t.{column}, '')"),
            None => "''".to_owned(),
        }
    }

    /// The last of the next first ids behind one, as many as a batch has, of rows that lie in
    /// clear.
    fn end(&self, reader: &mut Reader, after: &str) -> Result<Option<String>, StoreError> {
        let (table, first) = (self.table, self.ids[0]);
        let words = format!(
            "SELECT COALESCE(MAX(few.first_id), '') AS end_id FROM \
             (SELECT DISTINCT t.{first} AS first_id FROM {table} t \
              WHERE t.{first} > $1 AND {} ORDER BY first_id LIMIT {BATCH}) AS few",
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
        let ids = [0, 1, 2].map(|at| self.id(at));
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

    /// What takes the place of the texts of a row, in the order of its columns; nothing in
    /// that of one that does not lie in clear.
    fn sealed(&self, keys: &Currents, row: &Row) -> Result<Vec<Option<String>>, StoreError> {
        let (key, ids) = (keys.get(row.owner()?)?, row.ids());
        let place = SealedRow::new(&key, self.table, &ids[..self.ids.len()]);
        let texts = self.columns.iter().zip(row.texts());
        texts
            .map(|(&column, text)| {
                let in_clear = !text.is_empty() && DataKey::named(text).is_none();
                in_clear.then(|| place.seal(column, text)).transpose()
            })
            .collect()
    }
}

/// Seals the texts of a table that lie in clear, of up to 200 first ids behind this one.
pub fn seal_batch(tx: &mut Tx, of: &Columns, after: &str) -> Result<SealedBatch, StoreError> {
    let end = of.end(tx, after)?;
    let mut batch = SealedBatch::until(end.clone());
    let Some(end) = end else {
        return Ok(batch);
    };
    let rows = of.rows(tx, (after, &end))?;
    let keys = Currents::of(tx, rows.iter().filter_map(|row| row.owner().ok()))?;
    let mut texts = Texts::of(of.table, of.ids, of.columns);
    for row in rows {
        let made = of.sealed(&keys, &row);
        let Some(made) = batch.counted(made)? else {
            continue;
        };
        let made: Vec<Option<&str>> = made.iter().map(Option::as_deref).collect();
        texts.set(tx, &row.ids()[..of.ids.len()], &made)?;
    }
    texts.write(tx)?;
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
