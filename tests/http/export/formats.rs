//! The same table in every format: names that begin like formulas, in three scripts and
//! with marks of direction, come back as they were typed.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use evenhand::domain::account::Role;
use serde_json::Value;

use super::decided;
use crate::award::Awarded;
use crate::deliberation::{Deliberation, Entrant};
use crate::support::{Page, Person, option};

fn export(person: &Person, what: &str, format: &str) -> Page {
    let form = "/admin/rounds/autumn/exports";
    let done = person.submit(
        &person.get(form),
        form,
        &[("what", what), ("format", format)],
    );
    assert_eq!(done.status, 200, "{what} {format}: {}", done.text());
    done
}

/// The cells of a CSV file without the apostrophe that defuses them.
fn of_csv(page: &Page) -> Vec<Vec<String>> {
    let text = page.source().trim_start_matches('\u{FEFF}').to_owned();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("a record"));
    let restored = |cell: &str| evenhand::exchange::csv_export::restored(cell).to_owned();
    rows.map(|row| row.iter().map(restored).collect()).collect()
}

/// The cells of a workbook as they were written: a number shows what it was made of.
fn of_workbook(page: &Page) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(page.body.clone())).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    range.rows().map(<[Data]>::to_vec).collect()
}

fn same(plain: &str, cell: &Data) -> bool {
    match cell {
        Data::Empty => plain.is_empty(),
        Data::String(text) => text == plain,
        Data::Float(number) => plain.parse() == Ok(*number),
        Data::Int(number) => plain.parse() == Ok(*number),
        _ => false,
    }
}

/// Proves that a table has the same cells in every format, and more than its head.
fn same_in_every_format(round: &Deliberation, what: &str) {
    // The log grows by an event with each export: one round is read at one length.
    let csv = of_csv(&export(&round.ada, what, "csv"));
    let book = export(&round.ada, what, "xlsx");
    let name = format!("attachment; filename=\"autumn-{what}.xlsx\"");
    assert_eq!(book.header("content-disposition"), Some(name.as_str()));
    let book = of_workbook(&book);
    let lines = export(&round.ada, what, "jsonl");
    let lines: Vec<Value> = lines
        .source()
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert!(csv.len() > 1, "{what} has rows");
    if what == "audit" {
        assert_eq!((book.len(), lines.len()), (csv.len() + 1, csv.len() + 1));
    } else {
        assert_eq!((book.len(), lines.len() + 1), (csv.len(), csv.len()));
    }
    for (at, row) in csv.iter().enumerate() {
        for (column, plain) in row.iter().enumerate() {
            let cell = book[at].get(column).unwrap_or(&Data::Empty);
            assert!(same(plain, cell), "{what} {at}: {plain:?} is not {cell:?}");
            if at > 0 {
                let value = &lines[at - 1][&csv[0][column]];
                let told = match value {
                    Value::Null => plain.is_empty(),
                    Value::String(text) => text == plain,
                    Value::Number(number) => plain.parse().ok() == number.as_f64(),
                    _ => false,
                };
                assert!(told, "{what} {at}: {plain:?} is not {value}");
            }
        }
    }
}

#[test]
fn every_table_is_the_same_in_every_format() {
    let round = decided();
    let bidi = Entrant {
        reference: "EH-EEEE-6666",
        name: "\u{202E}=HYPERLINK(\"x\")\u{202C}\n@cmd مركز\r\nהבית",
        title: "=1+1",
        place: ("joint", "joint"),
        requested_minor: 100_000,
        registration: None,
    };
    round
        .site
        .add_account("hidden@offices.example", "The office");
    round.enter(&bidi, "hidden@offices.example");
    for what in [
        "decisions",
        "scores",
        "reviews",
        "applications",
        "awards",
        "audit",
    ] {
        same_in_every_format(&round, what);
    }
    let applications = of_csv(&export(&round.ada, "applications", "csv"));
    let names: Vec<&str> = applications.iter().map(|row| row[2].as_str()).collect();
    assert!(names.contains(&bidi.name), "{names:?}");
}

#[test]
fn payments_are_the_same_in_every_format() {
    let award = Awarded::running();
    let typed = [("reason", "The lists are not loaded yet.")];
    award.prepare(1, &[]);
    award.step(&award.round.ada, "Approve", &typed);
    same_in_every_format(&award.round, "payments");
}

#[test]
fn the_log_of_a_round_tells_nobody_what_they_are_kept_away_from() {
    let round = decided();
    let seen = |person: &Person| export(person, "audit", "csv").source().to_owned();
    let hidden = round.applications[1].to_string();
    assert!(seen(&round.ben).contains(&hidden));
    let own = format!("/admin/applications/{hidden}/conflict");
    round
        .ben
        .submit(&round.ben.get(&own), &own, &[("kind", "collaborator")]);
    let after = seen(&round.ben);
    assert!(!after.contains(&hidden));
    let numbers: Vec<String> = of_numbers(&after);
    let counted: Vec<String> = (1..=numbers.len()).map(|n| n.to_string()).collect();
    assert_eq!(numbers, counted, "no gap tells of what is left out");
    let ida = round.ada.invites("Ida Cohen", Role::Auditor);
    let refused = ida.post_with_token("/admin/rounds/autumn/exports", &[("what", "audit")]);
    assert_eq!(refused.status, 403);
}

fn of_numbers(csv: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.records().map(|row| row.expect("a record"));
    rows.map(|row| row[0].to_owned()).collect()
}

#[test]
fn the_command_writes_awards_in_published_formats() {
    let round = decided();
    let url = option(round.site.url());
    let run = |what: &str, named: bool| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_evenhand"));
        command.env_clear().arg("--data").arg(round.site.folder());
        command.args(["--database", &url, "export", "--round", "autumn"]);
        command.args(["--what", what, "--format", "360giving"]);
        if named {
            command.env("EVENHAND_FUNDER_NAME", "Fund");
            command.env("EVENHAND_FUNDER_IDENTIFIER", "GB-CHC-1");
            command.env("EVENHAND_FUNDER_PREFIX", "360G-fund");
        }
        command.output().expect("the program runs")
    };
    assert_eq!(run("awards", false).status.code(), Some(2));
    assert_eq!(run("scores", true).status.code(), Some(2));
    let none = run("awards", true);
    assert_eq!((none.status.code(), none.stdout.len()), (Some(1), 0));
    let own = format!("/admin/applications/{}/publication", round.applications[0]);
    round.ada.post_with_token(&own, &[("publication", "full")]);
    let some = run("awards", true);
    assert_eq!(some.status.code(), Some(0));
    let value: Value = serde_json::from_slice(&some.stdout).expect("JSON");
    assert!(super::validator().is_valid(&value));
    assert_eq!(value["grants"][0]["id"], "360G-fund-EH-AAAA-2222");
}
