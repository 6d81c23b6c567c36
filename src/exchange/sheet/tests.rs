//! What is read back from each format is what was written.

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;

use super::*;

const HOSTILE: [&str; 12] = [
    "=1+1",
    "+972 2 000",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "'=quoted",
    "two\nlines",
    "a\r\nb",
    "\u{202E}evil\u{202C} \u{200F}مرحبا\u{200E} \u{2067}שלום\u{2069}",
    "_x0041_ & <b>\"'</b>",
    "https://example.org/a?b=c",
    "\u{1}\u{b}tab\there ",
    "  spaced  ",
];

fn columns() -> Vec<Column> {
    let names = ["text", "number"].map(str::to_owned).to_vec();
    Column::all(names, |name| name == "number")
}

fn written(format: Format, rows: &[[String; 2]]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let mut out = Vec::new();
    let mut sheet = Sheet::begin(&mut out, (format, false), &columns(), folder.path()).unwrap();
    for row in rows {
        sheet.row(row).unwrap();
    }
    sheet.end().unwrap();
    out
}

/// The texts of the first column and the numbers of the second.
fn cells_of(bytes: Vec<u8>) -> Vec<(String, Data)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(io::Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let row = |row: &[Data]| {
        let text = match &row[0] {
            Data::String(text) => text.clone(),
            Data::Empty => String::new(),
            other => panic!("{other:?} is no text"),
        };
        (text, row.get(1).cloned().unwrap_or(Data::Empty))
    };
    range.rows().skip(1).map(row).collect()
}

fn rows() -> Vec<[String; 2]> {
    let row = |text: &str| [text.to_owned(), "12.50".to_owned()];
    HOSTILE.iter().copied().map(row).collect()
}

#[test]
fn hostile_texts_come_back_from_a_workbook_as_texts() {
    let found = cells_of(written(Format::Xlsx, &rows()));
    let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(texts, HOSTILE);
    assert!(found.iter().all(|(_, cell)| *cell == Data::Float(12.5)));
}

#[test]
fn hostile_texts_come_back_from_json_lines() {
    let bytes = written(Format::Jsonl, &rows());
    let text = String::from_utf8(bytes).unwrap();
    let texts: Vec<String> = text
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|row| row["text"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(texts, HOSTILE);
    assert!(text.starts_with("{\"text\":\"=1+1\",\"number\":12.50}\n"));
}

#[test]
fn an_empty_cell_is_nothing_and_a_word_among_numbers_stays_a_word() {
    let rows = [
        [String::new(), "cannot judge".to_owned()],
        ["007".to_owned(), String::new()],
    ];
    let lines = String::from_utf8(written(Format::Jsonl, &rows)).unwrap();
    let expected =
        "{\"text\":null,\"number\":\"cannot judge\"}\n{\"text\":\"007\",\"number\":null}\n";
    assert_eq!(lines, expected);
    let found = cells_of(written(Format::Xlsx, &rows));
    let word = Data::String("cannot judge".to_owned());
    let expected = [(String::new(), word), ("007".to_owned(), Data::Empty)];
    assert_eq!(found, expected);
}

#[test]
fn a_text_longer_than_a_cell_says_that_it_was_cut() {
    let long = "ש".repeat(40_000);
    let found = cells_of(written(Format::Xlsx, &[[long, String::new()]]));
    assert_eq!(found[0].0.chars().count(), 32_767);
    assert!(found[0].0.ends_with("ש…"));
}

#[test]
fn only_what_a_binary_number_holds_is_a_number() {
    for (cell, expected) in [
        ("0", Some(0)),
        ("-12.50", Some(2)),
        ("123456789012.345", Some(3)),
        ("1234567890123456", None),
        ("007", None),
        ("1.", None),
        (".5", None),
        ("1e5", None),
        ("-", None),
        ("", None),
        ("١٢", None),
    ] {
        assert_eq!(decimals(cell), expected, "{cell:?}");
    }
}

proptest! {
    #[test]
    fn any_text_comes_back_from_a_workbook(text in "(?s:.){0,40}") {
        let found = cells_of(written(Format::Xlsx, &[[text.clone(), "1".to_owned()]]));
        prop_assert_eq!(&found[0].0, &text);
    }
}
