//! Texts of many rows of one table, written over with few statements. Rows are bound as one
//! JSON text: a statement has the same words and one value, however many rows it writes.

use diesel::RunQueryDsl;
use diesel::sql_types::Text;

use crate::store::conflict::StoreError;
use crate::store::connection::{AnyConnection, Tx};
use crate::store::json::to_json;

/// Bytes of the rows that wait for one statement, from which on they are written.
const MOST: usize = 1 << 20;

/// Rows of which texts are being written over. None holds a zero byte, which no text of
/// PostgreSQL can.
pub(in crate::store) struct Texts<'a> {
    table: &'a str,
    /// By what a row is found, as SQL has it: the first is a text, and of an index.
    ids: &'a [&'a str],
    columns: &'a [&'a str],
    /// Those that wait: lists in JSON, with commas between them.
    rows: String,
}

impl<'a> Texts<'a> {
    /// None yet, of columns of a table.
    pub(in crate::store) fn of(table: &'a str, ids: &'a [&'a str], columns: &'a [&'a str]) -> Self {
        Self {
            table,
            ids,
            columns,
            rows: String::new(),
        }
    }

    /// Adds a row, once: by what it is found, and what stands in its columns from now on;
    /// `None` leaves what is there. It is written at the latest by [`Self::write`].
    pub(in crate::store) fn set(
        &mut self,
        tx: &mut Tx,
        ids: &[&str],
        texts: &[Option<&str>],
    ) -> Result<(), StoreError> {
        debug_assert_eq!(ids.len(), self.ids.len(), "{}", self.table);
        debug_assert_eq!(texts.len(), self.columns.len(), "{}", self.table);
        let ids = ids.iter().copied().map(Some);
        let row: Vec<Option<&str>> = ids.chain(texts.iter().copied()).collect();
        if !self.rows.is_empty() {
            self.rows.push(',');
        }
        self.rows.push_str(&to_json(&row));
        if self.rows.len() < MOST {
            return Ok(());
        }
        self.flush(tx)
    }

    /// Writes those that still wait.
    pub(in crate::store) fn write(mut self, tx: &mut Tx) -> Result<(), StoreError> {
        if self.rows.is_empty() {
            return Ok(());
        }
        self.flush(tx)
    }

    fn flush(&mut self, tx: &mut Tx) -> Result<(), StoreError> {
        let rows = format!("[{}]", std::mem::take(&mut self.rows));
        match tx.connection() {
            AnyConnection::Sqlite(connection) => {
                let words = self.words("json_each($1)");
                let query = diesel::sql_query(words).bind::<Text, _>(rows);
                query.execute(connection)?;
            }
            AnyConnection::Postgres(connection) => {
                let words = self.words("json_array_elements(CAST($1 AS json))");
                let query = diesel::sql_query(words).bind::<Text, _>(rows);
                query.execute(connection)?;
            }
        }
        Ok(())
    }

    /// The statement; `each` gives every row that is bound as a `value`. The first id is
    /// compared as it stands, for its index.
    fn words(&self, each: &str) -> String {
        let Self {
            table,
            ids,
            columns,
            ..
        } = self;
        let width = ids.len() + columns.len();
        let values: Vec<String> = (0..width)
            .map(|at| format!("one.value ->> {at} AS v{at}"))
            .collect();
        let set: Vec<String> = (ids.len()..)
            .zip(*columns)
            .map(|(at, column)| format!("{column} = COALESCE(bound.v{at}, {column})"))
            .collect();
        let found: Vec<String> = (0..)
            .zip(*ids)
            .map(|(at, id)| match at {
                0 => format!("{id} = bound.v0"),
                _ => format!("CAST({id} AS TEXT) = bound.v{at}"),
            })
            .collect();
        let (values, set, found) = (values.join(", "), set.join(", "), found.join(" AND "));
        format!(
            "UPDATE {table} SET {set} FROM (SELECT {values} FROM {each} AS one) AS bound \
             WHERE {found}"
        )
    }
}

#[cfg(test)]
mod tests {
    use diesel::QueryableByName;
    use diesel::connection::SimpleConnection;

    use super::*;
    use crate::store::trial::{database, stamp};

    #[derive(QueryableByName)]
    struct Kept {
        #[diesel(sql_type = Text)]
        words: String,
        #[diesel(sql_type = Text)]
        note: String,
    }

    /// Two texts of rows with an id and a number, as they are after these were written.
    fn written(rows: &[(&str, &str, [Option<&str>; 2])]) -> Vec<(String, String)> {
        let (_folder, database) = database();
        let laid = "CREATE TABLE trial_pages (id TEXT NOT NULL, number INTEGER NOT NULL, \
            words TEXT NOT NULL, note TEXT, PRIMARY KEY (id, number)); \
            INSERT INTO trial_pages VALUES ('a', 1, 'one', NULL), ('a', 2, 'two', NULL), \
            ('b', 1, 'three', 'kept'), ('b', 12, 'four', NULL)";
        let done = database.raw(|connection| Ok(connection.batch_execute(laid)?));
        done.unwrap();
        let write = |tx: &mut Tx| -> Result<(), StoreError> {
            let mut texts = Texts::of("trial_pages", &["id", "number"], &["words", "note"]);
            for (id, number, row) in rows.iter().copied() {
                texts.set(tx, &[id, number], &row)?;
            }
            texts.write(tx)
        };
        database.write(stamp(), write).unwrap();
        let kept = database.read(|reader| {
            let words = "SELECT words, COALESCE(note, 'none') AS note FROM trial_pages \
                ORDER BY id, number";
            match reader.connection() {
                AnyConnection::Sqlite(connection) => {
                    Ok::<Vec<Kept>, StoreError>(diesel::sql_query(words).load(connection)?)
                }
                AnyConnection::Postgres(_) => unreachable!("trials are of SQLite"),
            }
        });
        let kept = kept.unwrap().into_iter();
        kept.map(|row| (row.words, row.note)).collect()
    }

    fn pair(words: &str, note: &str) -> (String, String) {
        (words.to_owned(), note.to_owned())
    }

    const ODD: &str = "\"'\\ \\u0041 $1 ? \u{1}\n\t\u{7f}\u{2028} שלום 👩\u{200d}👧 \u{10ffff}";

    #[test]
    fn texts_stand_in_their_rows_and_nothing_else_is_touched() {
        let none: &[(&str, &str, [Option<&str>; 2])] = &[];
        let before = [
            pair("one", "none"),
            pair("two", "none"),
            pair("three", "kept"),
            pair("four", "none"),
        ];
        assert_eq!(written(none), before);
        let rows = [
            ("a", "2", [Some(ODD), None]),
            ("b", "1", [None, Some("")]),
            ("b", "12", [Some(""), Some(ODD)]),
            ("b", "2", [Some("of no row"), None]),
        ];
        let after = [
            pair("one", "none"),
            pair(ODD, "none"),
            pair("three", ""),
            pair("", ODD),
        ];
        assert_eq!(written(&rows), after);
    }

    #[test]
    fn more_than_one_statement_takes_is_all_written() {
        let long = "ש".repeat(MOST / 2);
        let rows = [
            ("a", "1", [Some(&*long), None]),
            ("a", "2", [Some("short"), Some("note")]),
            ("b", "1", [Some(&*long), Some(&*long)]),
        ];
        let after = [
            pair(&long, "none"),
            pair("short", "note"),
            pair(&long, &long),
            pair("four", "none"),
        ];
        assert!(written(&rows) == after);
    }

    #[test]
    fn a_statement_has_the_same_words_for_any_rows() {
        let texts = Texts::of("pages", &["id", "number"], &["words"]);
        assert_eq!(
            texts.words("json_each($1)"),
            "UPDATE pages SET words = COALESCE(bound.v2, words) FROM (SELECT \
             one.value ->> 0 AS v0, one.value ->> 1 AS v1, one.value ->> 2 AS v2 \
             FROM json_each($1) AS one) AS bound \
             WHERE id = bound.v0 AND CAST(number AS TEXT) = bound.v1"
        );
    }
}
