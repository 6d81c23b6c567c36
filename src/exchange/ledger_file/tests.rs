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
    let read = read(&file.0, |grant, _| {
        grants.push(grant);
        Ok::<(), ()>(())
    });
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
fn grants_to_people_are_passed_over_without_a_word() {
    let text = r#"[{"id":"a","recipientIndividual":{"id":"i","name":"Somebody"}}]"#;
    let (read, grants) = all("person.json", text.as_bytes());
    let read = read.expect("a list");
    assert_eq!((read.to_people, read.grants, grants.len()), (1, 0, 0));
    assert_eq!(told(&read), [""; 0]);
}
