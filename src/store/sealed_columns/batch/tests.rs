//! Every column that holds sealed texts, with a row of its table in clear.

use diesel::connection::SimpleConnection;
use diesel::sql_types::Integer;
use tempfile::TempDir;

use super::*;
use crate::store::Database;
use crate::store::sealed_columns::Cells;
use crate::store::trial;
use crate::store::vault::Vault;

const OWNER: &str = "00000000-0000-7000-8000-000000000001";

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Integer)]
    needed: i32,
}

#[derive(QueryableByName)]
struct Kept {
    #[diesel(sql_type = Text)]
    id_a: String,
    #[diesel(sql_type = Text)]
    id_b: String,
    #[diesel(sql_type = Text)]
    id_c: String,
    #[diesel(sql_type = Text)]
    word: String,
}

fn planted(table: &str, column: &str) -> String {
    format!("Planted in {table}.{column}")
}

/// What stands in a column that is not sealed, so that rows lead to their organisation.
fn value(table: &str, column: &Column) -> String {
    let whose = match (table, column.name.as_str()) {
        (_, "organisation_id") | ("organisations", "id") => OWNER,
        ("applications", "id") | (_, "application_id") => "an application",
        ("awards", "id") | (_, "award_id") => "an award",
        ("decisions", "id") | (_, "decision_id") => "a decision",
        ("reviews", "id") | (_, "review_id") => "a review",
        ("list_hits", "id") | (_, "hit_id") => "a hit",
        _ if column.kind == "TEXT" => "x",
        _ => return "1".to_owned(),
    };
    format!("'{whose}'")
}

/// A row of a table, its texts planted.
fn row(reader: &mut Reader, table: &str, texts: &[&str]) -> Result<String, StoreError> {
    let words = format!(
        "SELECT name, type AS kind, (\"notnull\" OR pk > 0) AS needed \
         FROM pragma_table_info('{table}')"
    );
    let columns: Vec<Column> = loaded!(reader, words,);
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for column in &columns {
        let name = column.name.as_str();
        if texts.contains(&name) {
            values.push(format!("'{}'", planted(table, name)));
        } else if column.needed != 0 || name.ends_with("_id") {
            values.push(value(table, column));
        } else {
            continue;
        }
        names.push(name);
    }
    let (names, values) = (names.join(", "), values.join(", "));
    Ok(format!("INSERT INTO {table} ({names}) VALUES ({values});"))
}

/// A row of every table in clear; who it belongs to is there as far as the way leads.
fn filled(database: &Database) {
    let rows = database.read(|reader| {
        let mut all = row(reader, "applications", &[])?;
        for of in ALL {
            all.push_str(&row(reader, of.table, of.columns)?);
        }
        Ok::<_, StoreError>(all)
    });
    let off = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;";
    let words = format!("{off} {}", rows.unwrap());
    let done = database.raw(|connection| Ok(connection.batch_execute(&words)?));
    done.unwrap();
}

/// The same with a key, in a folder that keeps it alive.
fn filled_beside_a_key() -> (TempDir, Database) {
    let (folder, database) = trial::database();
    let vault = Vault::of_file(&folder.path().join("master.key")).unwrap();
    vault.make_key().unwrap();
    let database = database.with_vault(vault);
    filled(&database);
    (folder, database)
}

#[test]
fn every_column_is_sealed_and_opens_again() {
    let (_folder, database) = filled_beside_a_key();
    assert!(database.read(in_clear).unwrap().is_some());
    for of in ALL {
        let sealed = database.write(trial::stamp(), |tx| seal_batch(tx, of, ""));
        let batch = sealed.unwrap();
        assert_eq!((batch.cleared, batch.left), (1, 0), "{}", of.table);
        let again = database.write(trial::stamp(), |tx| seal_batch(tx, of, ""));
        assert_eq!(again.unwrap().last, None, "{}", of.table);
    }
    assert_eq!(database.read(in_clear).unwrap(), None);
    for of in ALL {
        for column in of.columns {
            let read = database.read(|reader| kept(reader, of, column));
            let (sealed, opened) = read.unwrap();
            assert!(sealed.starts_with("2."), "{}.{column}: {sealed}", of.table);
            assert_eq!(opened, planted(of.table, column));
        }
    }
}

#[test]
fn a_text_whose_key_is_gone_reads_as_nothing() {
    let (_folder, database) = filled_beside_a_key();
    for of in ALL {
        let sealed = database.write(trial::stamp(), |tx| seal_batch(tx, of, ""));
        assert_eq!(sealed.unwrap().cleared, 1, "{}", of.table);
    }
    let gone = "UPDATE organisation_keys SET wrapped = NULL, gone_at = made_at";
    let done = database.raw(|connection| Ok(connection.batch_execute(gone)?));
    done.unwrap();
    for of in ALL {
        for column in of.columns {
            let read = database.read(|reader| kept(reader, of, column));
            let (sealed, opened) = read.unwrap();
            assert!(sealed.starts_with("2."), "{}.{column}: {sealed}", of.table);
            assert_eq!(opened, "", "{}.{column}", of.table);
        }
    }
}

/// What stands in a column of the one row, and what it opens to.
fn kept(
    reader: &mut Reader,
    of: &Columns,
    column: &'static str,
) -> Result<(String, String), StoreError> {
    let [id_a, id_b, id_c] = [0, 1, 2].map(|at| of.id(at));
    let words = format!(
        "SELECT {id_a} AS id_a, {id_b} AS id_b, {id_c} AS id_c, t.{column} AS word FROM {} t",
        of.table
    );
    let rows: Vec<Kept> = loaded!(reader, words,);
    let mut row = rows.into_iter().next().unwrap();
    let sealed = row.word.clone();
    let ids = [&*row.id_a, &*row.id_b, &*row.id_c];
    let mut cells = Cells::of(of.table);
    cells.add(&ids[..of.ids.len()], [(column, &mut row.word)]);
    cells.open(reader)?;
    Ok((sealed, row.word))
}
