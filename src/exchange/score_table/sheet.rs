//! The file as rows of the five known columns, whatever separates them and in
//! whatever order they stand.

use csv::{ReaderBuilder, StringRecord};

use super::CellProblem;
use crate::domain::Message;
use crate::exchange::table::line_of;

/// The columns, the first three of which are needed.
pub const COLUMNS: [&str; 5] = ["application", "reviewer", "score", "criterion", "weight"];
const NEEDED: usize = 3;

/// A row with its number in a spreadsheet.
pub struct Row {
    pub number: u64,
    /// In the order of [`COLUMNS`]; empty where the file has no such column.
    pub cells: [String; 5],
}

/// All rows that are not empty.
pub struct Sheet {
    pub rows: Vec<Row>,
    pub has_weights: bool,
}

impl Sheet {
    /// Reads UTF-8, or UTF-16 with its byte order mark as Excel's "Unicode text".
    pub fn read(bytes: &[u8]) -> Result<Self, CellProblem> {
        let text = decode(bytes).ok_or_else(|| file(Message::new("scores-encoding")))?;
        let text = text.trim_start_matches('\u{FEFF}');
        // Excel's own note of the separator, which it does not show as a row.
        let (noted, text, skipped) = match text.get(..4).map(str::to_ascii_lowercase).as_deref() {
            Some("sep=") => {
                let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
                (line.as_bytes().get(4).copied(), rest, 1)
            }
            _ => (None, text, 0),
        };
        let separator = noted.unwrap_or_else(|| separator(text));
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut records = reader.records().map_while(Result::ok);
        let header = records.next().unwrap_or_default();
        let places = places(&header)?;
        let row = |record: StringRecord| {
            let cell = |place: &Option<usize>| {
                let cell = place.and_then(|at| record.get(at)).unwrap_or_default();
                cell.trim().to_owned()
            };
            Row {
                number: line_of(text, &record) + skipped,
                cells: places.each_ref().map(cell),
            }
        };
        let rows = records.map(row);
        Ok(Self {
            rows: rows
                .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
                .collect(),
            has_weights: places[4].is_some(),
        })
    }
}

fn file(message: Message) -> CellProblem {
    CellProblem {
        row: 1,
        column: "",
        message,
    }
}

fn decode(bytes: &[u8]) -> Option<String> {
    let pairs = |from: fn([u8; 2]) -> u16| -> Option<String> {
        let units = bytes.chunks_exact(2).map(|pair| from([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<u16>>()).ok()
    };
    match bytes {
        [0xFF, 0xFE, ..] => pairs(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => pairs(u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// What separates the columns of the first line: whatever it has most of.
fn separator(text: &str) -> u8 {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    // Of equals the last one wins: the comma, which is the rule.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(count)
        .unwrap_or(b',')
}

/// Where each column stands.
fn places(header: &StringRecord) -> Result<[Option<usize>; 5], CellProblem> {
    let names: Vec<String> = header
        .iter()
        .map(|name| name.trim().to_lowercase())
        .collect();
    let places = COLUMNS.map(|column| names.iter().position(|name| name == column));
    let missing = |(at, _): &(usize, &&str)| *at < NEEDED && places[*at].is_none();
    let missing: Vec<&str> = COLUMNS
        .iter()
        .enumerate()
        .filter(missing)
        .map(|(_, name)| *name)
        .collect();
    if !missing.is_empty() {
        let message = Message::new("scores-columns").with("missing", missing.join(", "));
        return Err(file(message));
    }
    let twice = COLUMNS
        .iter()
        .find(|column| names.iter().filter(|name| name == *column).count() > 1);
    match twice {
        Some(column) => Err(file(
            Message::new("scores-column-twice").with("column", *column),
        )),
        None => Ok(places),
    }
}
