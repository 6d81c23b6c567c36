//! The sheet of a briefing on pressure: one row for each count, with codes. A count that
//! is kept back is an empty cell with `yes` beside it.

use std::io::{self, Write};

use super::Sheet;
use crate::domain::suppression::Tables;

/// What the lines of the tables stand for, as codes.
pub struct Lines {
    pub kinds: Vec<String>,
    pub places: Vec<String>,
    pub months: Vec<String>,
}

/// Codes of what stands for a whole line, and for what has no line of its own.
const TOTAL: &str = "total";
const REST: &str = "rest";

/// Writes the sheet.
pub fn write(out: impl Write, lines: &Lines, shown: &Tables<Option<u64>>) -> io::Result<()> {
    let header = ["table", "kind", "column", "incidents", "kept_back"];
    let mut sheet = Sheet::begin(out, true, &header.map(str::to_owned))?;
    let by_place = (
        "kind_by_place",
        &lines.places,
        &shown.by_place,
        &shown.places,
    );
    let by_month = (
        "kind_by_month",
        &lines.months,
        &shown.by_month,
        &shown.months,
    );
    for (table, columns, cells, sums) in [by_place, by_month] {
        let rows = lines.kinds.iter().zip(cells).zip(&shown.kinds);
        for ((kind, cells), sum) in rows {
            for (column, count) in columns.iter().zip(cells) {
                sheet.row(&row(table, kind, column, *count))?;
            }
            sheet.row(&row(table, kind, TOTAL, *sum))?;
        }
        for (column, count) in columns.iter().zip(sums) {
            sheet.row(&row(table, TOTAL, column, *count))?;
        }
        sheet.row(&row(table, TOTAL, TOTAL, shown.total))?;
    }
    sheet.end()
}

fn row(table: &str, kind: &str, column: &str, count: Option<u64>) -> Vec<String> {
    let column = if column.is_empty() { REST } else { column };
    let kept_back = if count.is_some() { "" } else { "yes" };
    let count = count.map_or_else(String::new, |count| count.to_string());
    [table, kind, column, &count, kept_back]
        .map(str::to_owned)
        .into()
}
