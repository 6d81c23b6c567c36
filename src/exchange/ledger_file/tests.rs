//! Files of funders in all three formats, whole and broken.

use std::io::Write;
use std::path::PathBuf;

use super::*;
use crate::domain::moment::Day;

/// A file of its own that goes with the test.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str, content: &[u8]) -> Self {
        let folder = std::env::temp_dir();
        let path = folder.join(format!("evenhand-{}-{name}", std::process::id()));
        let mut file = File::create(&path).expect("a file");
        file.write_all(content).expect("to be written");
        Self(path)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn all(name: &str, content: &[u8]) -> (Result<Read360, String>, Vec<Grant>) {
    let file = Temporary::new(name, content);
    let mut grants = Vec::new();
    let mut noted = 0;
    let hear = |grant, _| {
        grants.push(grant);
        Ok::<(), ()>(())
    };
    let read = read(&file.0, hear, |_| noted += 1);
    if let Ok(read) = &read {
        assert_eq!(read.findings.count(), noted, "every finding is told");
    }
    let read = read.map_err(|stop| match stop {
        Stop::Refused(wrong) => format!("{} {} {}", wrong.row, wrong.column, wrong.message.key),
        Stop::Heard(()) => "heard".to_owned(),
    });
    (read, grants)
}

fn told(read: &Read360) -> Vec<String> {
    let one = |wrong: &Wrong| format!("{} {} {}", wrong.row, wrong.column, wrong.message.key);
    read.findings.listed().map(one).collect()
}

const HEAD: &str = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,\
    Recipient Org:Identifier,Recipient Org:Name,Recipient Org:Charity Number,\
    Funding Org:Identifier,Funding Org:Name,Planned Dates:Duration (months)\n";

fn csv(rows: &str) -> Vec<u8> {
    format!("{HEAD}{rows}").into_bytes()
}

#[test]
fn a_table_is_read_by_its_titles() {
    let row = "360G-x-1,Court costs,Legal aid,USD,1200.50,2026-03-02T10:00:00Z,\
        IL-RA-580197770,Dawn,1095,360G-x,Fund,3\n";
    let (read, grants) = all("plain.csv", &csv(row));
    assert_eq!(told(&read.expect("a table")), [""; 0]);
    let [grant] = &grants[..] else {
        panic!("one grant: {grants:?}");
    };
    assert_eq!(grant.amount.map(|amount| amount.minor), Some(120_050));
    assert_eq!(
        grant.recipient.identifiers,
        ["IL-RA-580197770", "GB-CHC-1095"]
    );
    let period = grant.period.expect("three months from the award on");
    let day = |text| Day::parse(text).expect("a day");
    assert_eq!(
        (period.from, period.to),
        (day("2026-03-02"), day("2026-06-01"))
    );
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_kept() {
    let rows = "360G-x-1,A,B,USD,100,02/03/2026,,Dawn,,,Fund,12 months\n\
        360G-x-2,A,B,dollars,100,2026-02-30,,Dawn,,,Fund,\n\
        ,A,B,USD,100,2026-03-02,,Dawn,,,Fund,\n\
        360G-x-1,A,B,USD,100,2026-03-02,,Dawn,,,Fund,\n\
        360G-x-4,A,,USD,-5,2026-03-02,,,,,Fund,\n";
    let (read, grants) = all("bad.csv", &csv(rows));
    let read = read.expect("a table");
    let expected = [
        "2 Award Date giving-date",
        "2 Planned Dates:Duration (months) giving-months",
        "3 Award Date giving-date",
        "3 Currency giving-currency",
        "4 Identifier giving-unplaced",
        "5 Identifier giving-twice",
        "6 Recipient Org:Name giving-unplaced",
    ];
    assert_eq!(told(&read), expected);
    assert_eq!((read.grants, read.passed_over), (2, 3));
    assert_eq!(grants[0].awarded_on, None);
    assert_eq!(grants[1].amount, None);
}

#[test]
fn json_is_read_from_a_package_and_a_list() {
    let grant = r#"{"id":"a","title":"T","description":"D","currency":"ILS",
        "amountAwarded":5e4,"awardDate":"2026-03-02",
        "plannedDates":[{"startDate":"2026-03","endDate":"2026"}],
        "recipientOrganization":[{"name":"جمعية"}],"fundingOrganization":[{"id":"GB-1"}]}"#;
    for text in [
        format!(r#"{{"version":"1.4","other":{{"grants":1}},"grants":[{grant}]}}"#),
        format!("\u{FEFF}[{grant}]"),
    ] {
        let (read, grants) = all("whole.json", text.as_bytes());
        assert_eq!(told(&read.expect("a package")), [""; 0]);
        assert_eq!(grants[0].amount.map(|amount| amount.minor), Some(5_000_000));
        let period = grants[0].period.expect("a period");
        assert_eq!(period.from.iso(), "2026-03-01");
        assert_eq!(period.to.iso(), "2026-12-31");
        assert_eq!(grants[0].funder.name, "GB-1");
    }
}

#[test]
fn a_file_that_breaks_off_is_refused() {
    let (read, grants) = all("cut.json", br#"{"grants":[{"id":"a"},{"id""#);
    assert_eq!(read.expect_err("cut off"), "2  giving-json");
    assert!(grants.is_empty());
    let (read, _) = all("none.json", b"{}");
    assert_eq!(read.expect_err("no grants"), "1 grants giving-no-grants");
    let (read, _) = all("other.csv", b"name,amount\nx,1\n");
    assert_eq!(
        read.expect_err("other columns"),
        "1 Identifier error-table-column"
    );
    let (read, _) = all("book.xlsx", b"PK\x03\x04nothing");
    assert_eq!(read.expect_err("no workbook"), "1  giving-workbook");
    let (read, _) = all("empty.csv", b"");
    assert_eq!(read.expect_err("empty"), "1  error-table-empty");
}

#[test]
fn a_grant_with_an_endless_identifier_is_passed_over() {
    let named = |id: &str| format!("{id},A,B,USD,1,2026-03-02,,Dawn,,,Fund,3\n");
    let rows = named(&"x".repeat(301)) + &named(&"é".repeat(300));
    let (read, grants) = all("endless.csv", &csv(&rows));
    let read = read.expect("a table");
    assert_eq!(told(&read), ["2 Identifier giving-identifier"]);
    assert_eq!((read.passed_over, grants.len()), (1, 1));
}

#[test]
fn grants_to_people_are_passed_over_without_a_word() {
    let text = r#"[{"id":"a","recipientIndividual":{"id":"i","name":"Somebody"}}]"#;
    let (read, grants) = all("person.json", text.as_bytes());
    let read = read.expect("a list");
    assert_eq!((read.to_people, read.grants, grants.len()), (1, 0, 0));
    assert_eq!(told(&read), [""; 0]);
}

#[test]
fn a_grant_without_an_end_is_refused() {
    let long = "x".repeat(2 << 20);
    let text = format!(r#"[{{"id":"a"}},{{"id":"b","description":"{long}"}}]"#);
    let (read, _) = all("long.json", text.as_bytes());
    assert_eq!(read.expect_err("too long"), "2  giving-long");
    let passed_over = format!(r#"{{"notes":"{long}","grants":[]}}"#);
    let (read, _) = all("notes.json", passed_over.as_bytes());
    assert!(read.is_ok(), "what is not held may be long");
}

#[test]
fn rows_whose_cells_have_moved_and_columns_of_one_name_are_told() {
    let rows = "360G-x-1,Roads, bridges,B,USD,100,2026-03-02,,Dawn,,,Fund,,\n\
        360G-x-2,A,B,USD,100,2026-03-02,,Dawn,,,Fund,,,x\n";
    let (read, grants) = all("moved.csv", &csv(rows));
    let read = read.expect("a table");
    assert!(
        told(&read).contains(&"3  giving-more".to_owned()),
        "{:?}",
        told(&read)
    );
    assert!(grants.iter().all(|grant| grant.grant_id != "360G-x-2"));
    let twice = format!("{},Title\n", HEAD.trim_end());
    let (read, _) = all("twice.csv", twice.as_bytes());
    assert_eq!(read.expect_err("two titles"), "1 title error-table-twice");
}

#[test]
fn letters_of_western_europe_are_read_and_others_named_by_their_row() {
    let row = |title: &[u8]| {
        let ends = b",B,USD,100,2026-03-02,,Dawn,,,Fund,\n";
        [&b"360G-x-1,"[..], title, ends].concat()
    };
    let (read, grants) = all("west.csv", &[&csv("")[..], &row(b"Caf\xE9")].concat());
    assert_eq!(read.map(|read| read.grants), Ok(1));
    assert_eq!(grants[0].title, "Café");
    let two = [&csv("")[..], &row(b"A"), &row(b"\xF9\xEC\xE5\xED")].concat();
    let (read, _) = all("hebrew.csv", &two);
    assert_eq!(read.expect_err("Windows-1255"), "3  scores-encoding");
}

#[test]
fn utf_16_is_read_piece_by_piece() {
    let rows: String = (0..9_000)
        .map(|n| format!("360G-x-{n},جمعية 🌿,B,USD,100,2026-03-02,,Dawn,,,Fund,\n"))
        .collect();
    let text = format!("{HEAD}{rows}");
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(units);
    let (read, grants) = all("wide.csv", &bytes);
    assert_eq!(read.map(|read| read.grants), Ok(9_000));
    assert_eq!(grants[8_999].title, "جمعية 🌿");
    bytes.extend(0xD800_u16.to_le_bytes());
    bytes.extend(0x0041_u16.to_le_bytes());
    let (read, _) = all("torn.csv", &bytes);
    assert_eq!(read.expect_err("half a sign"), "9002  scores-encoding");
}

/// A workbook of sheets, each with these rows.
fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (at, row) in (0_u32..).zip(*rows) {
            for (column, cell) in (0_u16..).zip(*row) {
                sheet.write_string(at, column, *cell).expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

const COLUMNS: &[&str] = &[
    "Identifier",
    "Title",
    "Description",
    "Currency",
    "Amount Awarded",
    "Award Date",
    "Recipient Org:Name",
    "Funding Org:Name",
];

#[test]
fn every_sheet_with_the_columns_is_read() {
    let grant = |id, day| [id, "A", "B", "USD", "100", day, "Dawn", "Fund"];
    let (first, second) = (grant("a", "2026-03-02"), grant("b", "soon"));
    let content = book(&[
        ("Read me", &[&["Nothing of this is a grant."]]),
        ("2025", &[COLUMNS, &first]),
        ("2026", &[COLUMNS, &second]),
    ]);
    let (read, grants) = all("sheets.xlsx", &content);
    let read = read.expect("a workbook");
    assert_eq!(read.grants, 2);
    assert_eq!(told(&read), ["2 2026: Award Date giving-date"]);
    let ids: Vec<&str> = grants.iter().map(|grant| &*grant.grant_id).collect();
    assert_eq!(ids, ["a", "b"]);
}

#[test]
fn a_sheet_of_grants_without_a_needed_column_is_told() {
    let row = ["a", "A", "B", "USD", "100", "2026-03-02", "Dawn", "Fund"];
    let renamed = COLUMNS.iter().map(|name| match *name {
        "Amount Awarded" => "Amount",
        name => name,
    });
    let renamed: Vec<&str> = renamed.collect();
    let content = book(&[
        ("Codes", &[&["Identifier", "Title", "Description"]]),
        ("2025", &[COLUMNS, &row]),
        ("2026", &[renamed.as_slice(), &row]),
    ]);
    let (read, grants) = all("renamed.xlsx", &content);
    let read = read.expect("a workbook");
    assert_eq!(told(&read), ["1 2026: Amount Awarded error-table-column"]);
    assert_eq!((read.grants, grants.len()), (1, 1));
}

#[test]
fn days_of_a_workbook_are_counted_from_where_it_says() {
    let day = |serial, from_1904| {
        let kind = calamine::ExcelDateTimeType::DateTime;
        workbook::written(&calamine::ExcelDateTime::new(serial, kind, from_1904))
    };
    assert_eq!(day(46_083.0, false), "2026-03-02");
    assert_eq!(day(46_083.75 - 1_462.0, true), "2026-03-02");
}

#[test]
fn a_workbook_tells_how_far_the_reading_is() {
    let row = ["", "A", "B", "USD", "100", "2026-03-02", "Dawn", "Fund"];
    let ids: Vec<String> = (0..10_000).map(|n| format!("360G-x-{n}")).collect();
    let rows = ids.iter().map(|id| {
        let mut row = row;
        row[0] = id.as_str();
        row
    });
    let rows: Vec<[&str; 8]> = rows.collect();
    let rows = std::iter::once(COLUMNS).chain(rows.iter().map(<[&str; 8]>::as_slice));
    let content = book(&[("Grants", &rows.collect::<Vec<_>>())]);
    let length = content.len() as u64;
    let file = Temporary::new("bar.xlsx", &content);
    let mut places = Vec::new();
    let hear = |_, at| {
        places.push(at);
        Ok::<(), ()>(())
    };
    read(&file.0, hear, |_| {}).expect("a workbook");
    assert!(places.is_sorted());
    assert!(places.first() < places.last(), "{places:?}");
    assert!(places.iter().all(|at| (1..=length).contains(at)));
}

#[test]
fn a_workbook_that_unfolds_too_far_is_refused() {
    let content = book(&[("Grants", &[COLUMNS])]);
    let file = Temporary::new("bomb.xlsx", &content);
    let opened = || File::open(&file.0).expect("the file");
    let key = |most| unfolded::within(opened(), most).map_err(|wrong| wrong.message.key);
    assert_eq!(key(1 << 20), Ok(()));
    assert_eq!(key(1_000), Err("giving-unfolds"));
}
