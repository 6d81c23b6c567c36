//! Tables that people bring: CSV out of any spreadsheet, with a byte order mark
//! or without, with commas, semicolons or tabs, columns in any order. Read row by
//! row; every problem names its row as the spreadsheet numbers it, and its column.
//! Knows no table's meaning.

pub mod cells;
mod encoding;
mod findings;
mod records;

use std::borrow::Cow;
use std::io::Read;

pub use findings::{Findings, MOST_LISTED};
use records::{Records, Unread};

use super::csv_export::restored;
use crate::domain::Message;
use crate::domain::numerals::{many_lines, one_line};

/// Most rows that are read at once.
pub const MOST_ROWS: usize = 100_000;

/// What is wrong where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Row in the spreadsheet; the first one holds the names of the columns.
    pub row: usize,
    /// Name of the column; empty when it concerns the row.
    pub column: Cow<'static, str>,
    pub message: Message,
}

impl Wrong {
    /// A problem of a cell.
    pub fn at(row: usize, column: impl Into<Cow<'static, str>>, message: Message) -> Self {
        Self {
            row,
            column: column.into(),
            message,
        }
    }

    /// A problem of a cell that needs no more words than its message.
    pub fn plain(row: usize, column: impl Into<Cow<'static, str>>, key: &'static str) -> Self {
        Self::at(row, column, Message::new(key))
    }
}

impl From<Unread> for Wrong {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Encoding(row) => Self::plain(row, "", "scores-encoding"),
            Unread::Row(row) => Self::plain(row, "", "error-table-row"),
        }
    }
}

/// A table whose columns are known.
pub struct Table<'a> {
    records: Records<'a>,
    /// In small letters, in the order of the file.
    names: Vec<String>,
}

/// A row with all its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the spreadsheet.
    pub number: usize,
    cells: Vec<String>,
}

impl Row {
    /// A cell as one line, without what spreadsheets and our own exports put
    /// before it; empty where there is no such column.
    pub fn line(&self, place: Option<usize>) -> String {
        let line = one_line(self.cell(place));
        line.strip_prefix('\'').unwrap_or(&line).to_owned()
    }

    /// A cell as a text of several lines, as it stood before an export of ours.
    pub fn text(&self, place: Option<usize>) -> String {
        many_lines(restored(self.cell(place).trim()))
    }

    fn cell(&self, place: Option<usize>) -> &str {
        let cell = place.and_then(|at| self.cells.get(at));
        cell.map_or("", String::as_str)
    }

    fn is_empty(&self) -> bool {
        let places = 0..self.cells.len();
        places.into_iter().all(|at| self.line(Some(at)).is_empty())
    }
}

impl<'a> Table<'a> {
    /// Reads the names of the columns.
    pub fn open(input: impl Read + 'a) -> Result<Self, Wrong> {
        Self::of(Records::open(input, false)?)
    }

    /// The same, of a table that may be in the letters of Western Europe (Windows-1252)
    /// where those are beyond doubt.
    pub fn open_western(input: impl Read + 'a) -> Result<Self, Wrong> {
        Self::of(Records::open(input, true)?)
    }

    fn of(mut records: Records<'a>) -> Result<Self, Wrong> {
        let empty = || Wrong::plain(1, "", "error-table-empty");
        let (number, cells) = records.next()?.ok_or_else(empty)?;
        let header = Row { number, cells };
        let name = |at: usize| header.line(Some(at)).to_lowercase();
        let names = (0..header.cells.len()).map(name).collect();
        Ok(Self { records, names })
    }

    /// The names of the columns in small letters.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Where a column stands, if it is there. Refuses two of a name.
    pub fn place(&self, column: &str) -> Result<Option<usize>, Wrong> {
        let all = self.names.iter().enumerate();
        let mut found = all.filter(|(_, name)| *name == column).map(|(at, _)| at);
        let (first, second) = (found.next(), found.next());
        if second.is_some() {
            let message = Message::new("error-table-twice").with("column", column);
            return Err(Wrong::at(1, column.to_owned(), message));
        }
        Ok(first)
    }

    /// Where a column stands that must be there.
    pub fn needed(&self, column: &str) -> Result<Option<usize>, Wrong> {
        let missing = || {
            let message = Message::new("error-table-column").with("column", column);
            Wrong::at(1, column.to_owned(), message)
        };
        self.place(column)?.ok_or_else(missing).map(Some)
    }

    /// Whether something stands in a row beyond the last column that has a name: a
    /// comma that was not put in quotation marks cuts a cell in two.
    pub fn overflows(&self, row: &Row) -> bool {
        let named = self.names.iter().rposition(|name| !name.is_empty());
        let mut beyond = named.map_or(0, |last| last + 1)..row.cells.len();
        beyond.any(|at| !row.line(Some(at)).is_empty())
    }

    /// The next row that is not empty.
    pub fn next_row(&mut self) -> Result<Option<Row>, Wrong> {
        while let Some((number, cells)) = self.records.next()? {
            let row = Row { number, cells };
            if !row.is_empty() {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }
}

/// A row of a table that is read whole: the cells of the columns that were asked
/// for, in that order, each as one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    pub number: usize,
    pub cells: Vec<String>,
}

/// Reads the columns of these names; other columns are passed over, and so are
/// empty rows.
pub fn read(text: &str, columns: &[&'static str]) -> Result<Vec<Lines>, Vec<Wrong>> {
    let mut table = Table::open(text.as_bytes()).map_err(|wrong| vec![wrong])?;
    let (mut places, mut wrong) = (Vec::new(), Vec::new());
    for column in columns {
        match table.needed(column) {
            Ok(place) => places.push(place),
            Err(problem) => wrong.push(problem),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut rows = Vec::new();
    while let Some(row) = table.next_row().map_err(|wrong| vec![wrong])? {
        if rows.len() == MOST_ROWS {
            let most = i64::try_from(MOST_ROWS).unwrap_or(i64::MAX);
            let message = Message::new("error-table-rows").with("most", most);
            return Err(vec![Wrong::at(row.number, "", message)]);
        }
        rows.push(Lines {
            number: row.number,
            cells: places.iter().map(|place| row.line(*place)).collect(),
        });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests;
