//! OFAC's CSV files: `sdn`, `alt`, `add` and their `cons_` sisters. No names of columns;
//! `-0-` stands for nothing.

use std::io::Read;

use super::entry::add;
use super::rows::{Row, each, lacking, wrong_count};
use super::{BadRow, Entry, Format, Kind, ListedName, Refusal, Said};

const LIST: &str = "OFAC";

/// How many columns each file has.
fn columns(format: Format) -> usize {
    match format {
        Format::OfacNames => 12,
        Format::OfacAliases => 5,
        _ => 6,
    }
}

/// Tells the files by the number of cells in the first row, which begins with a number.
pub fn format(first: &str) -> Option<Format> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true);
    let record = reader
        .from_reader(first.as_bytes())
        .records()
        .next()?
        .ok()?;
    let number = record.get(0)?.trim();
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let all = [
        Format::OfacNames,
        Format::OfacAliases,
        Format::OfacAddresses,
    ];
    all.into_iter()
        .find(|format| columns(*format) == record.len())
}

/// Reads a file of one of the three kinds.
pub fn read(
    format: Format,
    input: impl Read,
    hear: &mut dyn FnMut(Result<Said, BadRow>),
) -> Result<(), Refusal> {
    each(input, b',', &mut |row| {
        let row = match row {
            Ok(row) => row,
            Err(bad) => return hear(Err(bad)),
        };
        if row.cells.len() != columns(format) {
            return hear(Err(wrong_count(&row, columns(format))));
        }
        let id = row.cells[0].clone();
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
            return hear(Err(lacking(&row, "watch-no-id")));
        }
        match format {
            Format::OfacNames => names(&row, id, hear),
            Format::OfacAliases => match value(&row, 3) {
                "" => hear(Err(lacking(&row, "watch-no-name"))),
                name => hear(Ok(Said::Name(id, ListedName::strong(name)))),
            },
            _ => match value(&row, 4) {
                "" => {}
                country => hear(Ok(Said::Country(id, country.to_owned()))),
            },
        }
    })
}

/// A cell, nothing for `-0-`.
fn value(row: &Row, at: usize) -> &str {
    let cell = row.cells.get(at).map_or("", |cell| cell.trim());
    if cell == "-0-" { "" } else { cell }
}

fn names(row: &Row, id: String, hear: &mut dyn FnMut(Result<Said, BadRow>)) {
    let name = value(row, 1);
    if name.is_empty() {
        return hear(Err(lacking(row, "watch-no-name")));
    }
    let kind = match value(row, 2) {
        "individual" => Kind::Person,
        "" => Kind::Organisation,
        _ => Kind::Other,
    };
    let mut entry = Entry::new(LIST, id, kind, ListedName::strong(name));
    for programme in value(row, 3).split("] [") {
        let programme = programme.trim_matches(['[', ']', ' ']);
        add(&mut entry.programmes, programme.to_owned());
    }
    remarks(value(row, 11), &mut entry);
    hear(Ok(Said::Entry(entry)));
}

/// Dates of birth, nationality, and the aliases in quotation marks, which are weak ones.
fn remarks(text: &str, entry: &mut Entry) {
    for remark in text.split(';') {
        let remark = remark.trim().trim_end_matches('.');
        let after = |begin: &str| {
            remark
                .strip_prefix(begin)
                .map(|rest| rest.trim().to_owned())
        };
        let plain = remark.strip_prefix("alt. ").unwrap_or(remark);
        if let Some(born) = plain.strip_prefix("DOB ") {
            add(&mut entry.born, born.trim().to_owned());
        } else if let Some(country) = after("nationality ").or_else(|| after("citizen ")) {
            add(&mut entry.countries, country);
        } else if let Some(name) = after("a.k.a. ") {
            let text = name.trim_matches(['\'', '"', '.', ' ']).to_owned();
            if !text.is_empty() {
                entry.add_name(ListedName { text, weak: true });
            }
        }
    }
}
