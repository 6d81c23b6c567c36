//! Grants of an Excel workbook: every sheet with the columns, cell by cell. Findings name
//! the sheet from the second one on.

use std::io::{Read, Seek};
use std::rc::Rc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, open_workbook_from_rs};

use super::field::Raw;
use super::table::{Columns, shared};
use super::{Stop, Wrong, refused};

/// Most columns of a sheet; a cell beyond would make room for all before it.
const MOST_COLUMNS: u32 = 16_384;

/// A sheet with so many columns of the standard is meant as one of grants.
const MEANT: usize = 5;

/// Why a sheet has no grants, and whether it is meant to have some.
struct Unlike {
    wrong: Wrong,
    is_meant: bool,
}

/// Hands every row of every sheet that has the columns over, and tells of sheets that
/// have most of them.
pub fn each<E>(
    input: impl Read + Seek,
    take: &mut impl FnMut(Raw) -> Result<(), Stop<E>>,
) -> Result<(), Stop<E>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(input).map_err(|_| refused("giving-workbook"))?;
    let sheets = book.sheets_metadata().iter();
    let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheets: Vec<Rc<str>> = sheets.map(|sheet| sheet.name.as_str().into()).collect();
    let (mut wrong, mut meant, mut first) = (None, Vec::new(), true);
    for sheet in sheets {
        let named = (!first).then(|| Rc::clone(&sheet));
        let mut take = |mut raw: Raw| {
            raw.sheet.clone_from(&named);
            take(raw)
        };
        match rows(&mut book, &sheet, &mut take)? {
            Ok(()) => first = false,
            Err(unlike) => {
                if unlike.is_meant {
                    meant.push(refused_sheet(&sheet, &unlike.wrong));
                }
                wrong = wrong.or(Some(unlike.wrong));
            }
        }
    }
    match first {
        false => meant.into_iter().try_for_each(take),
        true => Err(wrong.map_or_else(|| refused("giving-workbook"), Stop::Refused)),
    }
}

fn refused_sheet(sheet: &str, wrong: &Wrong) -> Raw {
    let column = format!("{sheet}: {}", wrong.column);
    let mut raw = Raw::new(wrong.row, false);
    raw.refused = Some(Wrong::at(wrong.row, column, wrong.message.clone()));
    raw
}

/// The rows of a sheet, or why it has no grants.
fn rows<E>(
    book: &mut Xlsx<impl Read + Seek>,
    sheet: &str,
    take: &mut impl FnMut(Raw) -> Result<(), Stop<E>>,
) -> Result<Result<(), Unlike>, Stop<E>> {
    let broken = || refused("giving-workbook");
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|_| broken())?;
    let mut columns: Option<Columns> = None;
    let (mut number, mut row) = (0, Vec::new());
    loop {
        let cell = cells.next_cell().map_err(|_| broken())?;
        let at = cell.as_ref().map(|cell| cell.get_position());
        if at.is_none_or(|(line, _)| line as usize + 1 != number) && !row.is_empty() {
            match &columns {
                Some(columns) => take(raw(number, columns, &row))?,
                None => {
                    let names = names(&row);
                    match Columns::new(&names) {
                        Ok(found) => columns = Some(found),
                        Err(wrong) => {
                            let is_meant = shared(&names) >= MEANT;
                            return Ok(Err(Unlike { wrong, is_meant }));
                        }
                    }
                }
            }
            row.clear();
        }
        let (Some(cell), Some((line, column))) = (cell, at) else {
            break;
        };
        if column >= MOST_COLUMNS {
            return Err(broken());
        }
        number = line as usize + 1;
        row.push((column as usize, text(cell.get_value())));
    }
    match columns {
        Some(_) => Ok(Ok(())),
        None => Ok(Err(Unlike {
            wrong: Wrong::plain(1, "", "error-table-empty"),
            is_meant: false,
        })),
    }
}

fn names(row: &[(usize, String)]) -> Vec<String> {
    let last = row.last().map_or(0, |(at, _)| at + 1);
    let mut names = vec![String::new(); last];
    for (at, text) in row {
        if let Some(name) = names.get_mut(*at) {
            *name = text.trim().to_lowercase();
        }
    }
    names
}

fn raw(number: usize, columns: &Columns, row: &[(usize, String)]) -> Raw {
    let mut raw = Raw::new(number, columns.by_path);
    for (field, place) in &columns.places {
        if let Some((_, text)) = row.iter().find(|(at, _)| at == place) {
            raw.set(*field, text);
        }
    }
    raw
}

fn text(value: &DataRef) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(day) => written(day),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// The day of a cell that holds one. Excel counts days from the end of 1899, or from 1904
/// where the workbook says so.
pub(super) fn written(day: &ExcelDateTime) -> String {
    let (year, month, day, ..) = day.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
