//! Pages change nothing by being read: everybody opens what they are led to, and then no
//! row of the database is another one. What staff read of people is on record, and that
//! alone came to the log.

use std::collections::BTreeMap;

use evenhand::store::{DatabaseUrl, latest_events};

use crate::access::hundred::texts;
use crate::access::nowhere;
use crate::access::table::rows;
use crate::links::{busy, walk};
use crate::support::{Person, TestSite};

/// Tables that reading may change: of a session the time of its last use, and the log.
const READ: [&str; 2] = ["sessions", "audit_events"];

/// Every row of every other table as text.
fn everything(url: &DatabaseUrl) -> BTreeMap<String, Vec<String>> {
    let tables = match url {
        DatabaseUrl::Sqlite(_) => {
            "SELECT name AS found FROM sqlite_schema \
             WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        }
        DatabaseUrl::Postgres(_) => {
            "SELECT table_name::text AS found FROM information_schema.tables \
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        }
    };
    let tables = texts(url, tables).into_iter();
    let tables = tables.filter(|table| !READ.contains(&table.as_str()));
    let all: BTreeMap<_, _> = tables
        .map(|one| (one.clone(), rows_of(url, &one)))
        .collect();
    assert!(all.len() > 90, "{} tables", all.len());
    all
}

/// The rows of a table, in the order of their texts.
fn rows_of(url: &DatabaseUrl, table: &str) -> Vec<String> {
    let words = match url {
        DatabaseUrl::Sqlite(_) => {
            let columns = format!("SELECT name AS found FROM pragma_table_info('{table}')");
            let columns = texts(url, &columns).into_iter();
            let quoted: Vec<_> = columns.map(|one| format!("quote(\"{one}\")")).collect();
            format!(
                "SELECT {} AS found FROM \"{table}\"",
                quoted.join(" || ' ' || ")
            )
        }
        DatabaseUrl::Postgres(_) => {
            format!("SELECT whole_row::text AS found FROM \"{table}\" AS whole_row")
        }
    };
    let mut rows = texts(url, &words);
    rows.sort_unstable();
    rows
}

/// Verbs of events behind one, the latest first.
fn verbs_after(site: &TestSite, last: i64) -> Vec<String> {
    let events = site.read(|reader| latest_events(reader, None, 10_000));
    let behind = events.into_iter().take_while(|event| event.seq > last);
    behind.map(|event| event.action).collect()
}

/// Opens whatever somebody is led to, and asks for the headers of each once more: how many
/// addresses that were.
fn reads_all(person: &Person) -> usize {
    let (opened, _) = walk(person);
    let addresses: Vec<String> = opened.into_values().flatten().collect();
    for address in &addresses {
        person.ask("HEAD", address, &[], None);
    }
    addresses.len()
}

#[test]
fn no_page_changes_anything_by_being_read() {
    let (round, omar) = busy();
    let visitor = round.site.visitor();
    let people = [
        (&round.ada, 40),
        (&omar, 30),
        (&round.maya, 5),
        (&round.rana, 5),
        (&visitor, 1),
    ];
    let before = everything(round.site.url());
    let last = round.site.read(|reader| latest_events(reader, None, 1))[0].seq;
    for (person, least) in people {
        let read = reads_all(person);
        assert!(read >= least, "{} read {read} pages", person.name);
    }
    for (route, _) in rows() {
        if let Some(path) = route.strip_prefix("GET ") {
            round.ada.get_once(&nowhere(path));
        }
    }
    let after = everything(round.site.url());
    for (table, rows) in &before {
        assert_eq!(after.get(table), Some(rows), "{table}");
    }
    let verbs = verbs_after(&round.site, last);
    let other: Vec<_> = verbs
        .iter()
        .filter(|verb| !verb.starts_with("read_") && *verb != "take_copy")
        .collect();
    assert_eq!(other, [""; 0]);
    assert!(verbs.iter().any(|verb| verb == "read_answers"), "{verbs:?}");
}
