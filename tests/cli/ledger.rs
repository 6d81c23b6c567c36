//! Grants into the ledger, and what overlaps with a piece of work.

use evenhand::exchange::ledger_file::Field;

use crate::place::{Place, done, refusal, text};

const GRANTS: &str = r#"{"grants": [
  {"id": "360G-a-1", "title": "Legal aid for detainees", "description": "Court costs.",
   "currency": "USD", "amountAwarded": 9000, "awardDate": "2026-01-05",
   "plannedDates": [{"startDate": "2026-01-01", "endDate": "2026-12-31"}],
   "recipientOrganization": [{"id": "IL-RA-580197770", "name": "جمعية الفجر"}],
   "fundingOrganization": [{"id": "360G-a", "name": "Far Fund"}]},
  {"id": "360G-a-2", "title": "A bus", "description": "For the school.",
   "currency": "USD", "amountAwarded": 100, "awardDate": "05/01/2026",
   "recipientOrganization": [{"name": "Sea Farmers"}],
   "fundingOrganization": [{"name": "Far Fund"}]}
]}"#;

fn kept(place: &Place, name: &str, content: &str) -> String {
    let file = place.path().join(name);
    std::fs::write(&file, content).expect("the file is written");
    file.to_string_lossy().into_owned()
}

#[test]
fn findings_are_named_and_the_rest_is_loaded_when_that_is_accepted() {
    let place = Place::migrated();
    let file = kept(&place, "grants.json", GRANTS);
    let dry = place.run(&["import", "360giving", &file, "--dry-run"]);
    done(&dry);
    assert_eq!(
        text(&dry.stdout),
        "2 grants, 1 problem; nothing was changed\n"
    );
    assert!(text(&dry.stderr).contains("row 2, column awardDate"));

    let refused = place.run(&["import", "360giving", &file]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("add --accept"));
    let loaded = place.run(&["import", "360giving", &file, "--accept"]);
    done(&loaded);
    let told = "2 grants, 1 problem; 2 new, 0 changed, 0 there already\n";
    assert_eq!(text(&loaded.stdout), told);
    let again = place.run(&["import", "360giving", &file, "--accept"]);
    assert!(text(&again.stdout).ends_with("0 new, 0 changed, 2 there already\n"));
}

/// Sheets of a workbook, each with these rows.
type Sheets<'a> = &'a [(&'a str, &'a [&'a [&'a str]])];

fn workbook(place: &Place, sheets: Sheets<'_>) -> String {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (at, row) in (0_u32..).zip(*rows) {
            for (column, cell) in (0_u16..).zip(*row) {
                sheet.write_string(at, column, *cell).expect("a cell");
            }
        }
    }
    let file = place.path().join("grants.xlsx");
    book.save(&file).expect("the workbook is written");
    file.to_string_lossy().into_owned()
}

#[test]
fn every_sheet_of_a_workbook_is_in_the_ledger() {
    // What these are called is for the tests of the reading.
    let columns = [
        Field::Identifier,
        Field::Title,
        Field::Description,
        Field::Currency,
        Field::Amount,
        Field::Awarded,
        Field::RecipientId,
        Field::Recipient,
        Field::Funder,
    ];
    let columns = columns.map(Field::title);
    let grant = |id, title, awarded| {
        let recipient = ["IL-RA-580197770", "جمعية الفجر", "Far Fund"];
        let [number, name, funder] = recipient;
        [
            id,
            title,
            "Court costs.",
            "USD",
            "9000",
            awarded,
            number,
            name,
            funder,
        ]
    };
    let older = grant("360G-a-1", "Legal aid for detainees", "2025-01-05");
    let newer = grant("360G-a-2", "Lawyers for detainees", "2026-01-05");
    let place = Place::migrated();
    let file = workbook(
        &place,
        &[
            ("Read me", &[&["Published every year."]]),
            ("2025", &[&columns, &older]),
            ("2026", &[&columns, &newer]),
        ],
    );
    let dry = done(&place.run(&["import", "360giving", &file, "--dry-run"]));
    assert_eq!(dry, "2 grants; nothing was changed\n");
    let loaded = done(&place.run(&["import", "360giving", &file]));
    assert_eq!(loaded, "2 grants; 2 new, 0 changed, 0 there already\n");
    let again = done(&place.run(&["import", "360giving", &file]));
    assert!(
        again.ends_with("0 new, 0 changed, 2 there already\n"),
        "{again}"
    );
    let work = r#"{"identifiers": ["IL-RA-580197770"], "organisation": "Al-Fajr",
        "title": "Legal aid for detainees", "start": "2026-01-01", "end": "2026-12-31"}"#;
    let work = kept(&place, "work.json", work);
    let found = done(&place.run(&["overlap", &work, "--json"]));
    let found: serde_json::Value = serde_json::from_str(&found).expect("JSON");
    let lines = found.as_array().expect("a list").iter();
    let mut told: Vec<(&str, &str, &str)> = lines
        .map(|line| {
            let text = |key: &str| line[key].as_str().expect("a text");
            (text("grant_id"), text("title"), text("funder"))
        })
        .collect();
    told.sort_unstable();
    let expected = [
        ("360G-a-1", "Legal aid for detainees", "Far Fund"),
        ("360G-a-2", "Lawyers for detainees", "Far Fund"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn overlaps_are_told_with_their_parts() {
    let place = Place::migrated();
    let file = kept(&place, "grants.json", GRANTS);
    done(&place.run(&["import", "360giving", &file, "--accept"]));
    let work = r#"{"organisation": "Al-Fajr", "identifiers": ["IL-RA-580197770"],
        "title": "Emergency legal assistance to detainees", "description": "",
        "start": "2026-05-01", "end": "2027-04-30"}"#;
    let work = kept(&place, "work.json", work);
    let found = place.run(&["overlap", &work, "--top", "10", "--json"]);
    done(&found);
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).expect("JSON");
    let first = &found[0];
    assert_eq!(first["grant_id"], "360G-a-1");
    assert_eq!(first["parts"]["organisation"], 1.0);
    assert_eq!(first["parts"]["organisation_by"], "identifier");
    assert_eq!(first["parts"]["months_shared"], 8);
    assert_eq!(first["parts"]["months"], 12);
    assert!(first["score"].as_f64().expect("a score") > 0.7);
    assert_eq!(found.as_array().map(Vec::len), Some(1));
}

#[test]
fn a_work_without_anything_to_look_for_is_refused() {
    let place = Place::migrated();
    let work = kept(&place, "work.json", "{}");
    let line = refusal(&place.run(&["overlap", &work]), 1);
    assert!(line.ends_with("name an organisation or a title"), "{line}");
    let work = kept(&place, "day.json", r#"{"title": "x", "start": "soon"}"#);
    let line = refusal(&place.run(&["overlap", &work]), 1);
    assert!(line.contains("start is no day"), "{line}");
}

#[test]
fn all_findings_go_into_a_report() {
    let place = Place::migrated();
    let grant = |n: usize| {
        format!(
            r#"{{"id": "360G-a-{n}", "title": "Aid", "description": "Aid.", "currency": "USD",
            "amountAwarded": 1, "awardDate": "soon",
            "recipientOrganization": [{{"name": "Dawn"}}], "fundingOrganization": [{{"name": "F"}}]}}"#
        )
    };
    let grants: Vec<String> = (1..=150).map(grant).collect();
    let file = kept(&place, "bad.json", &format!("[{}]", grants.join(",")));
    let report = place.path().join("report.csv");
    let without = place.run(&["import", "360giving", &file, "--dry-run"]);
    assert!(text(&without.stderr).contains("50 more: --report FILE"));
    let said = report.to_string_lossy();
    let with = place.run(&["import", "360giving", &file, "--dry-run", "--report", &said]);
    done(&with);
    let lines = std::fs::read_to_string(&report).expect("the report");
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(lines.len(), 151);
    assert_eq!(lines[0], "row,column,reason");
    assert!(lines[150].starts_with("150,awardDate,"), "{}", lines[150]);
    assert!(lines[150].contains("soon"), "{}", lines[150]);
}
