//! Pairs of names as a program gives them, and with their scores as it gets them back:
//! CSV with the columns `name1` and `name2` by their names. Cells come back as they came,
//! also those that a spreadsheet would take for a formula: this is data for programs.

use std::io::{Read, Write};

use crate::domain::Message;

/// The columns that are read.
const COLUMNS: [&str; 2] = ["name1", "name2"];

/// Why a table of pairs was not read to its end.
#[derive(Debug)]
pub enum PairsProblem {
    /// What is wrong, and in which row as spreadsheets number them.
    Table(u64, Message),
    /// It could not be read or written.
    Broken(csv::Error),
}

impl From<csv::Error> for PairsProblem {
    fn from(problem: csv::Error) -> Self {
        Self::Broken(problem)
    }
}

/// Writes `name1,name2,score` for every pair, in order, with four decimals.
///
/// # Errors
/// When a column is missing, or a row has no second name, or is not UTF-8.
pub fn scored(
    input: impl Read,
    output: impl Write,
    score: impl Fn(&str, &str) -> f64,
) -> Result<(), PairsProblem> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let header = reader.headers()?.clone();
    let place = |name: &str| {
        header
            .iter()
            .position(|cell| cell.trim_start_matches('\u{FEFF}').trim() == name)
    };
    let places = COLUMNS.map(place);
    let [Some(first), Some(second)] = places else {
        let missing = COLUMNS
            .iter()
            .zip(places)
            .filter(|(_, place)| place.is_none());
        let missing: Vec<&str> = missing.map(|(name, _)| *name).collect();
        let message = Message::new("watch-columns").with("missing", missing.join(", "));
        return Err(PairsProblem::Table(1, message));
    };
    let mut writer = csv::Writer::from_writer(output);
    writer.write_record(["name1", "name2", "score"])?;
    for record in reader.records() {
        let record = record?;
        let (Some(one), Some(other)) = (record.get(first), record.get(second)) else {
            let row = record.position().map_or(0, csv::Position::line);
            return Err(PairsProblem::Table(row, Message::new("watch-no-name")));
        };
        writer.write_record([one, other, &format!("{:.4}", score(one, other))])?;
    }
    writer.flush().map_err(csv::Error::from)?;
    Ok(())
}
