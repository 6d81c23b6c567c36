//! CSV as spreadsheets open it: RFC 4180, UTF-8 with an optional byte order
//! mark, and no cell that a spreadsheet would run. Knows where no row comes from.

use std::borrow::Cow;
use std::io::{self, Write};

pub mod applications;
pub mod awards;
pub mod briefing;
pub mod decisions;
pub mod events;
mod figures;
pub mod payments;
pub mod reviews;
pub mod scores;

/// Without it, Excel reads Arabic and Hebrew as another encoding.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// A sheet that is written row by row and never held whole.
pub struct Sheet<W: Write>(csv::Writer<W>);

impl<W: Write> Sheet<W> {
    /// Begins a sheet with its column names.
    pub fn begin(mut out: W, bom: bool, header: &[String]) -> io::Result<Self> {
        if bom {
            out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        }
        let mut sheet = Self(
            csv::WriterBuilder::new()
                .terminator(csv::Terminator::CRLF)
                .from_writer(out),
        );
        sheet.row(header)?;
        Ok(sheet)
    }

    /// Adds a row, each cell defused.
    pub fn row(&mut self, cells: &[String]) -> io::Result<()> {
        let defused = cells.iter().map(|cell| defuse(cell));
        for cell in defused {
            self.0.write_field(cell.as_bytes())?;
        }
        self.0.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Hands out what is still in the buffer.
    pub fn end(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The cell as a spreadsheet may have it: what it would take for a formula gets
/// a leading apostrophe. So does such a cell that has apostrophes before it
/// already, so that taking one away always gives back what was written. Plain
/// numbers are left alone, negative ones too.
pub fn defuse(cell: &str) -> Cow<'_, str> {
    if is_formula(cell.trim_start_matches('\'')) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// What was written before [`defuse`] had it.
pub fn restored(cell: &str) -> &str {
    let plain = cell.strip_prefix('\'');
    let plain = plain.filter(|plain| is_formula(plain.trim_start_matches('\'')));
    plain.unwrap_or(cell)
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(cell)
}

/// Digits with at most one point between them, and a minus before them.
fn is_number(cell: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = cell.strip_prefix('-').unwrap_or(cell);
    match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    }
}

/// Hundredths with two decimals: 7683 is `76.83`.
fn two_decimals(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The word for a yes or no in a cell.
fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn owned(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    fn written(bom: bool, rows: &[Vec<String>]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut sheet = Sheet::begin(&mut out, bom, &owned(&["a", "b"])).unwrap();
        for row in rows {
            sheet.row(row).unwrap();
        }
        sheet.end().unwrap();
        out
    }

    #[test]
    fn a_sheet_is_rfc_4180_with_a_mark_if_asked() {
        let rows = [
            owned(&["one, two", "say \"three\""]),
            owned(&["", "أربعة\n٥"]),
        ];
        let text = "a,b\r\n\"one, two\",\"say \"\"three\"\"\"\r\n,\"أربعة\n٥\"\r\n";
        assert_eq!(written(false, &rows), text.as_bytes());
        assert_eq!(written(true, &[])[..5], *b"\xEF\xBB\xBFa,");
    }

    #[test]
    fn formulas_are_defused_and_numbers_are_not() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+972 2 000", "'+972 2 000"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("-", "'-"),
            ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
            ("-12.50", "-12.50"),
            ("-3", "-3"),
            ("76.83", "76.83"),
            ("-1.2.3", "'-1.2.3"),
            ("a=b", "a=b"),
            ("'=1", "''=1"),
            ("''@A1", "'''@A1"),
            ("'Abd", "'Abd"),
            ("'-3", "'-3"),
            ("", ""),
        ] {
            assert_eq!(defuse(cell), expected, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_like_a_formula_and_every_one_is_read_back(
            rows in prop::collection::vec(
                prop::collection::vec("'{0,2}[=+@\t\r\n -]?(?s:.){0,12}", 2..=2), 0..8
            ),
            bom: bool
        ) {
            let bytes = written(bom, &rows);
            let mut reader = csv::ReaderBuilder::new().from_reader(bytes.as_slice());
            let read: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(read.len(), rows.len());
            for (record, row) in read.iter().zip(&rows) {
                for (cell, original) in record.iter().zip(row) {
                    prop_assert!(!is_formula(cell), "{:?}", cell);
                    prop_assert_eq!(restored(cell), original);
                }
            }
        }
    }
}
