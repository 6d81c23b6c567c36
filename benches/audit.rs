//! Proving a long audit log: events a second out of the database, and out of the file that
//! `export-all` writes of it. Ends with 1 where the database gives fewer than 200,000 events
//! a second on SQLite, or where an event is not sound. `cargo bench --bench audit`; events by
//! `AUDIT_EVENTS` (1000000 without); on PostgreSQL when `EVENHAND_TEST_DATABASE` names one,
//! whose own share of the time depends on the line to it.

#[path = "../tests/http/support/mod.rs"]
mod support;

use std::process::{Command, ExitCode};
use std::time::Instant;

use evenhand::actions::audit_log::prove_file;
use evenhand::domain::Moment;
use evenhand::store::{Database, Flaw, Stamp, StoreError, Tx, audit, audit_end, verify_audit};
use support::{TestDatabase, on_postgres, option};

/// Events a second that the database has to give.
const LEAST: f64 = 200_000.0;
/// Events of one transaction.
const BATCH: usize = 20_000;
/// Times that each is measured; the best one counts, as the one with least beside it.
const TURNS: usize = 3;

fn main() -> ExitCode {
    let asked = std::env::var("AUDIT_EVENTS").ok();
    let events: usize = asked.map_or(1_000_000, |text| text.parse().expect("a number of events"));
    let place = TestDatabase::new();
    let database = Database::open(&place.url, 2).expect("the database opens");
    fill(&database, events);
    let end = database.read(audit_end).expect("it is read");
    let last = end.map_or(0, |(seq, _)| seq);
    let kind = if on_postgres() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    let stored = fastest(&format!("out of {kind}"), last, || {
        let read = database.read(verify_audit);
        read.expect("it is read").map_err(Flaw::Broken)
    });
    let copy = place.folder.path().join("copy");
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.env_clear().arg("--data").arg(place.folder.path());
    command.args(["--database", &option(&place.url), "export-all", "--out"]);
    let output = command.arg(&copy).output().expect("the program runs");
    assert!(output.status.success(), "{output:?}");
    let log = copy.join("tables/audit_events.jsonl");
    fastest("out of a file", last, || {
        prove_file(&log, Vec::new()).expect("it is read")
    });
    ExitCode::from(u8::from(!on_postgres() && stored < LEAST))
}

/// Adds so many events as long as those of an installation.
fn fill(database: &Database, events: usize) {
    for first in (0..events).step_by(BATCH) {
        let stamp = Stamp {
            now: Moment::from_micros(1_793_610_000_000_000),
            actor: None,
            request: "0198c2b46f3a7c1e8a550123456789ab".to_owned(),
        };
        let written = database.write(stamp, |tx: &mut Tx| -> Result<(), StoreError> {
            for number in first..events.min(first + BATCH) {
                let id = format!("0198c2b4-6f3a-7c1e-8a55-{number:012x}");
                audit(
                    tx,
                    "submit_review",
                    ("application", &id),
                    "under_review",
                    "sent",
                )?;
            }
            Ok(())
        });
        written.expect("they are written");
    }
}

/// Events a second, at best, of a walk that has to come to the last one.
fn fastest(what: &str, last: i64, walk: impl Fn() -> Result<i64, Flaw>) -> f64 {
    let turn = |_| {
        let began = Instant::now();
        assert_eq!(walk(), Ok(last), "{what}");
        last as f64 / began.elapsed().as_secs_f64()
    };
    let best = (0..TURNS).map(turn).fold(0.0, f64::max);
    println!("{what}: {last} events, {best:.0} a second");
    best
}
