//! Which columns of text are sealed, as the tables and the page about them say.

use std::collections::{BTreeMap, BTreeSet};

/// The columns of a table with text.
type Texts = BTreeMap<String, BTreeSet<String>>;

/// The columns with text in the declarations of the tables.
fn declared(schema: &str) -> Texts {
    let mut tables = Texts::new();
    let mut table = String::new();
    for line in schema.lines() {
        let line = line.trim();
        if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with(") {")) {
            name.clone_into(&mut table);
        }
        if let Some((column, kind)) = line.split_once(" -> ")
            && kind.contains("Text")
        {
            let columns = tables.entry(table.clone()).or_default();
            columns.insert(column.to_owned());
        }
    }
    tables
}

/// The names in backquotes.
fn names(cell: &str) -> BTreeSet<String> {
    let parts = cell.split('`').skip(1).step_by(2);
    parts.map(str::to_owned).collect()
}

/// By table: the columns that the page calls sealed, and those that it leaves in clear
/// with a reason.
fn told(page: &str) -> BTreeMap<String, [BTreeSet<String>; 2]> {
    let behind = page.split("## Column by column").nth(1).unwrap_or_default();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [table, sealed, clear, why] = cells[..] else {
            return None;
        };
        let clear = if why.trim_matches([' ', '|']).is_empty() {
            BTreeSet::new()
        } else {
            names(clear)
        };
        Some((names(table).pop_first()?, [names(sealed), clear]))
    };
    behind.lines().filter_map(row).collect()
}

/// What the page does not tell of the tables, or tells of none.
pub fn wrongly_told(schema: &str, page: &str) -> Vec<String> {
    let (tables, told) = (declared(schema), told(page));
    let mut wrong = Vec::new();
    for (table, columns) in &tables {
        let empty = [BTreeSet::new(), BTreeSet::new()];
        let [sealed, clear] = told.get(table).unwrap_or(&empty);
        for column in columns {
            if sealed.contains(column) == clear.contains(column) {
                wrong.push(format!(
                    "docs/sealed-data.md: {table}.{column} is to be either sealed or in clear \
                     with a reason"
                ));
            }
        }
        for column in sealed.union(clear).filter(|one| !columns.contains(*one)) {
            wrong.push(format!("docs/sealed-data.md: {table} has no text {column}"));
        }
    }
    let unknown = told.keys().filter(|table| !tables.contains_key(*table));
    wrong.extend(unknown.map(|table| format!("docs/sealed-data.md: {table} is no table")));
    wrong
}

/// The columns that the page calls sealed and that nothing seals, or the other way round;
/// `sealing` are tables and columns whose texts stand sealed in them.
pub fn wrongly_sealed(page: &str, schema: &str, sealing: &[(&str, &[&str])]) -> Vec<String> {
    let told = told(page);
    let tables = declared(schema);
    let mut wrong = Vec::new();
    for (table, columns) in sealing {
        for column in *columns {
            if !told
                .get(*table)
                .is_some_and(|[sealed, _]| sealed.contains(*column))
            {
                wrong.push(format!("docs/sealed-data.md: {table}.{column} is sealed"));
            }
        }
    }
    for (table, [sealed, _]) in &told {
        let elsewhere = ["sealed", "wrapped"].iter().any(|column| {
            let columns = tables.get(table);
            columns.is_some_and(|columns| columns.contains(*column))
        });
        // The words in it are.
        let within = table == "review_versions";
        let own = sealing.iter().find(|(name, _)| name == table);
        let columns = own.map_or(&[][..], |(_, columns)| *columns);
        for column in sealed.iter().filter(|_| !elsewhere && !within) {
            if !columns.contains(&column.as_str()) {
                wrong.push(format!(
                    "src/store/sealed_columns: {table}.{column} is not sealed"
                ));
            }
        }
    }
    wrong
}
