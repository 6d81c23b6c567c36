//! Rows of a CSV file as they come, with the line on which each begins.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, Read};
use std::rc::Rc;

use super::{BadRow, Refusal};
use crate::domain::Message;
use crate::domain::numerals::one_line;

/// Most bytes of a row: one more is a quotation mark that was never closed.
const MOST_BYTES: usize = 1024 * 1024;

/// A row, its cells as one line each.
pub struct Row {
    pub line: u64,
    pub cells: Vec<String>,
}

/// Gives up on a row that goes on and on: after a quotation mark that is never closed the
/// rest of the file would be held in memory.
struct Leash<R> {
    input: R,
    /// Bytes read since the last row ended.
    since: Rc<Cell<usize>>,
    /// The last byte read but for the mark of the end that old systems leave.
    last: Rc<Cell<u8>>,
}

/// The mark of the end that old systems leave.
const OLD_END: u8 = 0x1A;

impl<R: Read> Read for Leash<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.since.get() > 2 * MOST_BYTES {
            return Err(io::Error::other("a row without an end"));
        }
        let length = self.input.read(out)?;
        self.since.set(self.since.get() + length);
        let read = out.get(..length).unwrap_or_default();
        if let Some(last) = read.iter().rfind(|byte| **byte != OLD_END) {
            self.last.set(*last);
        }
        Ok(length)
    }
}

/// Hands every row over. Rows that are not UTF-8 or too long are told; one of more than
/// twice the length refuses the file, and so does a last row without an end of line:
/// every publisher writes one, so the file was cut.
pub fn each(
    input: impl Read,
    delimiter: u8,
    hear: &mut dyn FnMut(Result<Row, BadRow>),
) -> Result<(), Refusal> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter);
    // With CR LF as the end the reader counts lines one behind; the CR goes with the spaces.
    let reader = reader.terminator(csv::Terminator::Any(b'\n'));
    let since = Rc::new(Cell::new(0));
    let last = Rc::new(Cell::new(b'\n'));
    let mut reader = reader.from_reader(Leash {
        input,
        since: Rc::clone(&since),
        last: Rc::clone(&last),
    });
    let mut record = csv::ByteRecord::new();
    loop {
        let begun = reader.position().line();
        match reader.read_byte_record(&mut record) {
            Ok(true) => since.set(0),
            Ok(false) if matches!(last.get(), b'\n' | b'\r') => return Ok(()),
            Ok(false) => {
                return Err(Refusal {
                    row: Some(begun),
                    reason: Message::new("watch-csv-cut"),
                });
            }
            Err(_) if since.get() > 2 * MOST_BYTES => {
                return Err(Refusal {
                    row: Some(begun),
                    reason: Message::new("watch-row-long"),
                });
            }
            Err(_) => return Err(Refusal::new("watch-unreadable")),
        }
        if let Some(row) = row(&record) {
            hear(row);
        }
    }
}

/// What a record says; nothing if it is empty or that mark.
fn row(record: &csv::ByteRecord) -> Option<Result<Row, BadRow>> {
    let line = record.position().map_or(0, csv::Position::line);
    let bad = |key| {
        Err(BadRow {
            row: line,
            reason: Message::new(key),
        })
    };
    if record.as_slice().len() > MOST_BYTES {
        return Some(bad("watch-row-long"));
    }
    let cells = record
        .iter()
        .map(|cell| std::str::from_utf8(cell).map(one_line));
    let Ok(cells) = cells.collect::<Result<Vec<String>, _>>() else {
        return Some(bad("watch-encoding"));
    };
    let is_empty = |cell: &String| cell.trim_matches(char::from(OLD_END)).is_empty();
    (!cells.iter().all(is_empty)).then_some(Ok(Row { line, cells }))
}

/// Where columns stand, by their names in the first row.
pub struct Columns {
    places: HashMap<String, usize>,
    count: usize,
}

impl Columns {
    /// Reads the names of the columns.
    ///
    /// # Errors
    /// When some that are needed are missing.
    pub fn new(row: &Row, needed: &[&str]) -> Result<Self, Refusal> {
        let names = row.cells.iter().enumerate();
        let name = |cell: &String| cell.trim_start_matches('\u{FEFF}').to_owned();
        let places: HashMap<String, usize> = names.map(|(at, cell)| (name(cell), at)).collect();
        let missing = needed.iter().filter(|name| !places.contains_key(**name));
        let missing: Vec<&str> = missing.copied().collect();
        if !missing.is_empty() {
            let reason = Message::new("watch-columns").with("missing", missing.join(", "));
            return Err(Refusal {
                row: Some(row.line),
                reason,
            });
        }
        Ok(Self {
            places,
            count: row.cells.len(),
        })
    }

    /// The cell of a column; empty when there is none.
    pub fn cell<'a>(&self, row: &'a Row, name: &str) -> &'a str {
        let at = self.places.get(name);
        at.and_then(|at| row.cells.get(*at))
            .map_or("", |cell| cell.trim())
    }

    /// What is wrong with a row that has not as many cells as there are columns.
    pub fn uneven(&self, row: &Row) -> Option<BadRow> {
        (row.cells.len() != self.count).then(|| wrong_count(row, self.count))
    }
}

/// A row that has not as many cells as it should.
pub fn wrong_count(row: &Row, expected: usize) -> BadRow {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let reason = Message::new("watch-row-cells")
        .with("found", number(row.cells.len()))
        .with("expected", number(expected));
    BadRow {
        row: row.line,
        reason,
    }
}

/// A row without something that it needs.
pub fn lacking(row: &Row, key: &'static str) -> BadRow {
    BadRow {
        row: row.line,
        reason: Message::new(key),
    }
}
