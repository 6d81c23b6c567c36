//! Files as people have them, and what is said of wrong ones.

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
        "sep=;\r\napplication;reviewer\r\nEH-1;noor@example.org",
    ] {
        assert_eq!(cells(text), expected, "{text}");
    }
}

#[test]
fn problems_say_where() {
    let of = |text: &str| {
        let wrong = read(text, &COLUMNS).unwrap_err();
        let column = wrong[0].column.clone().into_owned();
        (wrong[0].row, column, wrong[0].message.key)
    };
    let at = |row, column: &str, key| (row, column.to_owned(), key);
    assert_eq!(of(""), at(1, "", "error-table-empty"));
    let missing = "application\nx";
    assert_eq!(of(missing), at(1, "reviewer", "error-table-column"));
    let twice = "application,reviewer,reviewer\n";
    assert_eq!(of(twice), at(1, "reviewer", "error-table-twice"));
}

#[test]
fn rows_have_the_numbers_of_the_spreadsheet() {
    let numbers = |text: &str| -> Vec<usize> {
        let rows = read(text, &COLUMNS).unwrap();
        rows.iter().map(|row| row.number).collect()
    };
    assert_eq!(numbers("application,reviewer\na,b\n\nc,d\n"), [2, 4]);
    let windows = "application,reviewer\r\n\r\na,b\r\n,\r\nc,\"d\r\ne\"\r\nf,g";
    assert_eq!(numbers(windows), [3, 5, 7]);
    assert_eq!(numbers("sep=,\napplication,reviewer\na,b\n"), [3]);
}

#[test]
fn a_mark_that_is_never_closed_names_its_row() {
    let rest = "c,d\n".repeat(400_000);
    let text = format!("application,reviewer\na,b\nx,\"y\n{rest}");
    let wrong = read(&text, &COLUMNS).unwrap_err();
    assert_eq!((wrong[0].row, wrong[0].message.key), (3, "error-table-row"));
}

#[test]
fn a_text_is_what_it_was_before_the_export() {
    let text = "note\n'=1+1\n'Abd\n\"one\r\ntwo\"\n";
    let mut table = Table::open(text.as_bytes()).unwrap();
    let mut texts = Vec::new();
    while let Some(row) = table.next_row().unwrap() {
        texts.push(row.text(Some(0)));
    }
    assert_eq!(texts, ["=1+1", "'Abd", "one\ntwo"]);
}

#[test]
fn the_first_problems_are_listed_and_the_rest_is_counted() {
    let mut findings = Findings::default();
    for row in (0..250).rev() {
        findings.add(Wrong::plain(row, "", "error-table-row"));
    }
    let rows: Vec<usize> = findings.listed().map(|wrong| wrong.row).collect();
    assert_eq!(rows, (0..100).collect::<Vec<_>>());
    assert_eq!((findings.count(), findings.more()), (250, 150));
}
