//! Tables that people bring: CSV out of any spreadsheet, with a byte order mark
//! or without, with commas, semicolons or tabs, columns in any order. Every
//! problem names its row as the spreadsheet numbers it, and its column. Knows no
//! table's meaning.

use crate::domain::Message;
use crate::domain::numerals::one_line;

/// Most rows that are read.
pub const MOST_ROWS: usize = 100_000;

/// A row: its number in the spreadsheet, and the cells of the columns that were
/// asked for, in that order, each as one line without outer spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub number: usize,
    pub cells: Vec<String>,
}

/// What is wrong where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Row in the spreadsheet; the first one holds the names of the columns.
    pub row: usize,
    /// Name of the column; empty when it concerns the row.
    pub column: &'static str,
    pub message: Message,
}

impl Wrong {
    /// A problem of a cell.
    pub fn at(row: usize, column: &'static str, message: Message) -> Self {
        Self {
            row,
            column,
            message,
        }
    }
}

/// Reads the columns of these names; other columns are passed over, and so are
/// empty rows.
pub fn read(text: &str, columns: &[&'static str]) -> Result<Vec<Row>, Vec<Wrong>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = match records.next() {
        Some(Ok(header)) => header,
        _ => return Err(vec![Wrong::at(1, "", Message::new("error-table-empty"))]),
    };
    let places = places(&header, columns)?;
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    for record in records {
        let Ok(record) = record else {
            let row = rows.last().map_or(2, |row: &Row| row.number + 1);
            wrong.push(Wrong::at(row, "", Message::new("error-table-row")));
            break;
        };
        if rows.len() == MOST_ROWS {
            let most = i64::try_from(MOST_ROWS).unwrap_or(i64::MAX);
            let message = Message::new("error-table-rows").with("most", most);
            return Err(vec![Wrong::at(MOST_ROWS + 2, "", message)]);
        }
        let line = line_of(text, &record);
        let cell = |at: &usize| tidy(record.get(*at).unwrap_or(""));
        if record.iter().any(|cell| !tidy(cell).is_empty()) {
            rows.push(Row {
                number: usize::try_from(line).unwrap_or(usize::MAX),
                cells: places.iter().map(cell).collect(),
            });
        }
    }
    if wrong.is_empty() {
        Ok(rows)
    } else {
        Err(wrong)
    }
}

/// The line on which a record of a text begins, from 1. The reader itself notes
/// where it began to look, before empty lines.
pub fn line_of(text: &str, record: &csv::StringRecord) -> u64 {
    record.position().map_or(0, |place| {
        let begin = usize::try_from(place.byte()).unwrap_or(usize::MAX);
        let rest = text.as_bytes().get(begin..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        place.line() + empty.filter(|byte| **byte == b'\n').count() as u64
    })
}

/// One line without what spreadsheets and our own exports put before a cell.
fn tidy(cell: &str) -> String {
    let line = one_line(cell);
    line.strip_prefix('\'').unwrap_or(&line).to_owned()
}

/// The mark that the first line uses most.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    let count = |mark: char| first.matches(mark).count();
    let marks = [',', ';', '\t'].into_iter().rev();
    let most = marks.max_by_key(|mark| count(*mark)).unwrap_or(',');
    u8::try_from(most).unwrap_or(b',')
}

/// Where each asked column stands.
fn places(header: &csv::StringRecord, columns: &[&'static str]) -> Result<Vec<usize>, Vec<Wrong>> {
    let names: Vec<String> = header
        .iter()
        .map(|name| tidy(name).to_lowercase())
        .collect();
    let (mut places, mut wrong) = (Vec::new(), Vec::new());
    for column in columns {
        let mut found = names.iter().enumerate().filter(|(_, name)| name == column);
        match (found.next(), found.next()) {
            (Some((at, _)), None) => places.push(at),
            (None, _) => {
                let message = Message::new("error-table-column").with("column", *column);
                wrong.push(Wrong::at(1, column, message));
            }
            (Some(_), Some(_)) => {
                let message = Message::new("error-table-twice").with("column", *column);
                wrong.push(Wrong::at(1, column, message));
            }
        }
    }
    if wrong.is_empty() {
        Ok(places)
    } else {
        Err(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [&str; 2] = ["application", "reviewer"];

    fn cells(text: &str) -> Vec<Vec<String>> {
        let rows = read(text, &COLUMNS).unwrap();
        rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn every_habit_is_read() {
        let expected = [["EH-1", "noor@example.org"]];
        for text in [
            "application,reviewer\nEH-1,noor@example.org\n",
            "\u{FEFF}Application;Reviewer\r\n EH-1 ;noor@example.org\r\n;\r\n",
            "note\treviewer\tapplication\nx\tnoor@example.org\t\"EH-1\"\n",
        ] {
            assert_eq!(cells(text), expected, "{text}");
        }
    }

    #[test]
    fn problems_say_where() {
        let of = |text: &str| {
            let wrong = read(text, &COLUMNS).unwrap_err();
            (wrong[0].row, wrong[0].column, wrong[0].message.key)
        };
        assert_eq!(of(""), (1, "", "error-table-empty"));
        assert_eq!(of("application\nx"), (1, "reviewer", "error-table-column"));
        let twice = "application,reviewer,reviewer\n";
        assert_eq!(of(twice), (1, "reviewer", "error-table-twice"));
    }

    #[test]
    fn rows_have_the_numbers_of_the_spreadsheet() {
        let rows = read("application,reviewer\na,b\n\nc,d\n", &COLUMNS).unwrap();
        let numbers: Vec<usize> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [2, 4]);
    }
}
