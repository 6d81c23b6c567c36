//! `targets.simple.csv` of OpenSanctions: columns by their names, lists in a cell with
//! semicolons.

use std::io::Read;

use super::entry::add;
use super::rows::{Columns, Row, each, lacking};
use super::{BadRow, Day, Entry, Kind, ListedName, Refusal, Said};

const LIST: &str = "OpenSanctions";
const NEEDED: [&str; 4] = ["id", "schema", "name", "aliases"];

/// Reads a file.
pub fn read(input: impl Read, hear: &mut dyn FnMut(Result<Said, BadRow>)) -> Result<(), Refusal> {
    let mut columns: Option<Result<Columns, Refusal>> = None;
    each(input, b',', &mut |row| match (row, &columns) {
        (Err(bad), _) => hear(Err(bad)),
        (Ok(row), None) => columns = Some(Columns::new(&row, &NEEDED)),
        (Ok(_), Some(Err(_))) => {}
        (Ok(row), Some(Ok(columns))) => {
            // The day on which the publisher last read its sources.
            let seen = columns.cell(&row, "last_seen").get(..10);
            if let Some(day) = seen.and_then(|day| Day::parse(day).ok()) {
                hear(Ok(Said::Dated(day)));
            }
            hear(entry(&row, columns));
        }
    })?;
    columns
        .unwrap_or_else(|| Err(Refusal::new("watch-empty")))
        .map(|_| ())
}

fn entry(row: &Row, columns: &Columns) -> Result<Said, BadRow> {
    if let Some(bad) = columns.uneven(row) {
        return Err(bad);
    }
    let cell = |name| columns.cell(row, name);
    let (id, name) = (cell("id"), cell("name"));
    if id.is_empty() {
        return Err(lacking(row, "watch-no-id"));
    }
    if name.is_empty() {
        return Err(lacking(row, "watch-no-name"));
    }
    let kind = match cell("schema") {
        "Person" => Kind::Person,
        "Organization" | "Company" | "LegalEntity" | "PublicBody" => Kind::Organisation,
        _ => Kind::Other,
    };
    let mut entry = Entry::new(LIST, id.to_owned(), kind, ListedName::strong(name));
    for alias in parts(cell("aliases")) {
        entry.add_name(ListedName::strong(alias));
    }
    parts(cell("birth_date")).for_each(|one| add(&mut entry.born, one));
    parts(cell("countries")).for_each(|one| add(&mut entry.countries, one));
    let programmes = if cell("program_ids").is_empty() {
        "sanctions"
    } else {
        "program_ids"
    };
    parts(cell(programmes)).for_each(|one| add(&mut entry.programmes, one));
    Ok(Said::Entry(entry))
}

fn parts(cell: &str) -> impl Iterator<Item = String> {
    cell.split(';')
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
}
