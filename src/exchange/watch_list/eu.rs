//! The EU's consolidated list as CSV with semicolons: over a hundred columns by their
//! names, one row for each name, date or address; rows of one entry share a number.

use std::io::Read;

use super::entry::add;
use super::rows::{Columns, Row, each, lacking};
use super::{BadRow, Day, Entry, Kind, ListedName, Refusal, Said};

const LIST: &str = "EU";
const NEEDED: [&str; 2] = ["Entity_LogicalId", "NameAlias_WholeName"];

/// Reads a file.
pub fn read(input: impl Read, hear: &mut dyn FnMut(Result<Said, BadRow>)) -> Result<(), Refusal> {
    let mut columns: Option<Result<Columns, Refusal>> = None;
    each(input, b';', &mut |row| match (row, &columns) {
        (Err(bad), _) => hear(Err(bad)),
        (Ok(row), None) => columns = Some(Columns::new(&row, &NEEDED)),
        (Ok(_), Some(Err(_))) => {}
        (Ok(row), Some(Ok(columns))) => {
            if let Ok(day) = Day::parse(columns.cell(&row, "fileGenerationDate")) {
                hear(Ok(Said::Dated(day)));
            }
            entry(&row, columns, hear);
        }
    })?;
    columns
        .unwrap_or_else(|| Err(Refusal::new("watch-empty")))
        .map(|_| ())
}

fn entry(row: &Row, columns: &Columns, hear: &mut dyn FnMut(Result<Said, BadRow>)) {
    if let Some(bad) = columns.uneven(row) {
        return hear(Err(bad));
    }
    let cell = |name| columns.cell(row, name);
    let id = cell("Entity_LogicalId").to_owned();
    if id.is_empty() {
        return hear(Err(lacking(row, "watch-no-id")));
    }
    let name = cell("NameAlias_WholeName");
    if name.is_empty() {
        // A row about an address or a document; the country may be new.
        for column in [
            "Address_CountryDescription",
            "Citizenship_CountryDescription",
        ] {
            if !cell(column).is_empty() {
                hear(Ok(Said::Country(id.clone(), cell(column).to_owned())));
            }
        }
        return;
    }
    let kind = match (
        cell("Entity_SubjectType_ClassificationCode"),
        cell("Entity_SubjectType"),
    ) {
        ("P", _) | (_, "P" | "person") => Kind::Person,
        ("E", _) | (_, "E" | "enterprise") => Kind::Organisation,
        _ => Kind::Other,
    };
    let mut entry = Entry::new(LIST, id, kind, ListedName::strong(name));
    add(&mut entry.born, cell("BirthDate_BirthDate").to_owned());
    add(
        &mut entry.countries,
        cell("Address_CountryDescription").to_owned(),
    );
    add(
        &mut entry.countries,
        cell("Citizenship_CountryDescription").to_owned(),
    );
    add(
        &mut entry.programmes,
        cell("Entity_Regulation_Programme").to_owned(),
    );
    hear(Ok(Said::Entry(entry)));
}
