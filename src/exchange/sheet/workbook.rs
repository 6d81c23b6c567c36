//! A workbook of one sheet. Text is written as text, whatever it begins with, so that
//! nothing in it runs; plain decimals of columns of numbers are numbers that show as
//! many digits as they were written with.

use std::io::{self, Write};
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{Column, decimals};

/// What a cell of the format holds at most, in UTF-16 units.
const CELL_MOST: usize = 32_767;
/// Stands where a cell was cut off.
const CUT: char = '…';
/// Decimals of amounts and scores at most.
const DECIMALS_MOST: usize = 6;

/// The file: its rows go to a nameless file of a folder as they come.
pub struct Book<W: Write> {
    out: W,
    book: Workbook,
    numbers: Vec<bool>,
    /// Formats of numbers with so many decimals.
    formats: Vec<Format>,
    next: u32,
}

impl<W: Write + Send> Book<W> {
    /// Begins a workbook with its column names.
    pub fn begin(out: W, columns: &[Column], folder: &Path) -> io::Result<Self> {
        let mut book = Workbook::new();
        book.set_tempdir(folder).map_err(broken)?;
        let sheet = book.add_worksheet_with_constant_memory().map_err(broken)?;
        let bold = Format::new().set_bold();
        for (column, one) in (0_u16..).zip(columns) {
            let name = one.name.as_str();
            sheet
                .write_string_with_format(0, column, name, &bold)
                .map_err(broken)?;
        }
        sheet.set_freeze_panes(1, 0).map_err(broken)?;
        let format = |decimals: usize| match decimals {
            0 => Format::new().set_num_format("0"),
            some => Format::new().set_num_format(format!("0.{}", "0".repeat(some))),
        };
        Ok(Self {
            out,
            book,
            numbers: columns.iter().map(|one| one.number).collect(),
            formats: (0..=DECIMALS_MOST).map(format).collect(),
            next: 1,
        })
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[String]) -> io::Result<()> {
        let sheet = self.book.worksheet_from_index(0).map_err(broken)?;
        for ((column, number), cell) in (0_u16..).zip(&self.numbers).zip(cells) {
            let place = (self.next, column);
            let format = decimals(cell).filter(|_| *number);
            match format.and_then(|decimals| self.formats.get(decimals)) {
                Some(format) => numeric(sheet, place, cell, format)?,
                None if cell.is_empty() => (),
                None => text(sheet, place, cell)?,
            }
        }
        self.next += 1;
        Ok(())
    }

    /// Puts the workbook together.
    pub fn end(mut self) -> io::Result<()> {
        self.book.save_to_writer(&mut self.out).map_err(broken)?;
        self.out.flush()
    }
}

type Place = (u32, u16);

fn numeric(
    sheet: &mut Worksheet,
    (row, column): Place,
    cell: &str,
    format: &Format,
) -> io::Result<()> {
    let number: f64 = cell.parse().map_err(io::Error::other)?;
    let written = sheet.write_number_with_format(row, column, number, format);
    written.map(|_| ()).map_err(broken)
}

fn text(sheet: &mut Worksheet, (row, column): Place, cell: &str) -> io::Result<()> {
    let written = match fits(cell) {
        true => sheet.write_string(row, column, cell),
        false => sheet.write_string(row, column, shortened(cell)),
    };
    written.map(|_| ()).map_err(broken)
}

fn fits(cell: &str) -> bool {
    cell.len() <= CELL_MOST || cell.encode_utf16().count() <= CELL_MOST
}

/// As much of a text as a cell holds, with a mark that there is more.
fn shortened(cell: &str) -> String {
    let mut room = CELL_MOST - CUT.len_utf16();
    let kept = cell.chars().take_while(|one| {
        let fits = one.len_utf16() <= room;
        room = room.saturating_sub(one.len_utf16());
        fits
    });
    kept.chain([CUT]).collect()
}

fn broken(problem: XlsxError) -> io::Error {
    io::Error::other(problem)
}
