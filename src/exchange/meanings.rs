//! What the tables and columns of a copy of everything mean, and the page in words that
//! lies beside them.

use super::whole::{Manifest, TableEntry};

/// A table a heading, `= NAME: MEANING`; below it its own columns, `NAME: MEANING`. Under
/// `*` stands what a column means in every table that does not say it itself.
const WORDS: &str = include_str!("meanings.txt");

/// The lines of a table, from behind its heading to the next one.
fn of(table: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut inside = false;
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter(move |line| match line.strip_prefix("= ") {
            Some(heading) => {
                inside = heading.split(": ").next() == Some(table);
                false
            }
            None => inside,
        })
        .filter_map(|line| line.split_once(": "))
}

/// What a table holds; nothing where that is not said.
fn of_table(table: &str) -> Option<&'static str> {
    let headings = WORDS.lines().filter_map(|line| line.strip_prefix("= "));
    let mut pairs = headings.filter_map(|heading| heading.split_once(": "));
    pairs.find(|(name, _)| *name == table).map(|(_, said)| said)
}

/// What a column of a table means; nothing where that is not said.
fn of_column(table: &str, column: &str) -> Option<&'static str> {
    let mut said = of(table).chain(of("*"));
    said.find(|(name, _)| *name == column).map(|(_, said)| said)
}

/// The page that lies beside the tables, in Markdown.
pub fn readme(manifest: &Manifest) -> String {
    let Manifest {
        release,
        migration,
        written_at,
        files,
        ..
    } = manifest;
    let mut page = format!(
        "# A copy of everything\n\n\
         Written by Evenhand {release} (migration {migration}) at {written_at}, from one state of \
         the database. `evenhand import-all` makes a database of it.\n\n\
         - `tables/NAME.jsonl`: one JSON object a row, by name of the column, in the order of the \
         key, UTF-8; all tables are described below.\n\
         - `manifest.json`: for each table its rows, SHA-256 and columns, for programs.\n\
         - `files/`: {files} uploaded files under the names that `storage_key` gives.\n\
         - Numbers of rows (`id`) are UUIDs; what ends in `_id` or `_by` holds the `id` of a row of \
         the table in parentheses. What ends in `_at` is a time in microseconds since 1970-01-01 \
         UTC, in `_on` a day, in `_minor` an amount in minor units: cents, agorot.\n\
         - Left out: {}.\n\n\
         It holds hashes of passwords and everything that anybody wrote: keep it as you keep the \
         database.\n",
        manifest.left_out.join(", ")
    );
    for table in &manifest.tables {
        page.push_str(&described(table));
    }
    page
}

fn described(table: &TableEntry) -> String {
    let said = of_table(&table.name).unwrap_or_default();
    let mut part = format!(
        "\n## {}\n\n{said} {} rows.\n\n\
         | column | type | empty | key | meaning |\n| --- | --- | --- | --- | --- |\n",
        table.name, table.rows
    );
    for column in &table.columns {
        let said = of_column(&table.name, &column.name).unwrap_or_default();
        let empty = if column.nullable { "may be" } else { "" };
        let key = match column.key {
            0 => String::new(),
            place => place.to_string(),
        };
        let (name, kind) = (&column.name, &column.kind);
        part.push_str(&format!(
            "| `{name}` | {kind} | {empty} | {key} | {said} |\n"
        ));
    }
    part
}
