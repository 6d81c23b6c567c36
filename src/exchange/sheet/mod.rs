//! A table on its way into a file, row by row and never held whole: CSV, XLSX or
//! JSON lines. What a cell says is the same in all three; knows no table.

mod jsonl;
#[cfg(test)]
mod tests;
mod workbook;

use std::io::{self, Write};
use std::path::Path;

use super::csv_export;
use jsonl::Lines;
use workbook::Book;

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets and programs; formulas are defused.
    Csv,
    /// A workbook of one sheet; numbers are numbers, everything else is text.
    Xlsx,
    /// One JSON object a line, by column name.
    Jsonl,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Jsonl];

    /// Posted and typed code, and the ending of the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Jsonl => "jsonl",
        }
    }

    /// The format of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }

    /// The media type of the file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Jsonl => "application/x-ndjson",
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    /// Its cells are plain decimals, where they are not empty; a word among them stays
    /// text.
    pub number: bool,
}

impl Column {
    /// Columns of these names.
    pub fn all(names: Vec<String>, is_number: impl Fn(&str) -> bool) -> Vec<Self> {
        let column = |name: String| Self {
            number: is_number(&name),
            name,
        };
        names.into_iter().map(column).collect()
    }
}

/// A file that takes rows.
pub struct Sheet<W: Write + Send>(Kind<W>);

enum Kind<W: Write + Send> {
    Csv(Box<csv_export::Sheet<W>>),
    Xlsx(Box<Book<W>>),
    Jsonl(Lines<W>),
}

impl<W: Write + Send> Sheet<W> {
    /// Begins a file with its column names. A CSV file begins with a byte order mark
    /// if asked; a workbook keeps its rows in nameless files of `folder` until it ends.
    pub fn begin(
        out: W,
        (format, bom): (Format, bool),
        columns: &[Column],
        folder: &Path,
    ) -> io::Result<Self> {
        Ok(Self(match format {
            Format::Csv => {
                let names: Vec<String> = columns.iter().map(|one| one.name.clone()).collect();
                Kind::Csv(Box::new(csv_export::Sheet::begin(out, bom, &names)?))
            }
            Format::Xlsx => Kind::Xlsx(Box::new(Book::begin(out, columns, folder)?)),
            Format::Jsonl => Kind::Jsonl(Lines::begin(out, columns)?),
        }))
    }

    /// Adds a row: one cell for each column.
    pub fn row(&mut self, cells: &[String]) -> io::Result<()> {
        match &mut self.0 {
            Kind::Csv(sheet) => sheet.row(cells),
            Kind::Xlsx(book) => book.row(cells),
            Kind::Jsonl(lines) => lines.row(cells),
        }
    }

    /// Writes what is still to be written.
    pub fn end(self) -> io::Result<()> {
        match self.0 {
            Kind::Csv(sheet) => sheet.end(),
            Kind::Xlsx(book) => book.end(),
            Kind::Jsonl(lines) => lines.end(),
        }
    }
}

/// Whether a cell is a plain decimal that a binary number holds to its last digit: at
/// most fifteen, none of them a leading nought. Answers how many stand behind the
/// point.
fn decimals(cell: &str) -> Option<usize> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let leading = whole.len() > 1 && whole.starts_with('0');
    let sound = !whole.is_empty() && !leading && plain(whole) && plain(rest);
    let pointed = digits.contains('.') != rest.is_empty();
    (sound && pointed && whole.len() + rest.len() <= 15).then_some(rest.len())
}
