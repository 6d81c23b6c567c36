//! Exporting a large round: how long each table takes in each format and by how much
//! memory grows meanwhile, beside the `sqlite3` shell that writes the same rows as CSV.
//! Prints, asserts nothing. `cargo bench --bench exports`; applications by
//! `EXPORT_APPLICATIONS` (100000 without).

#[path = "../ranking/seed.rs"]
mod seed;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use evenhand::actions::export_round::{What, begin};
use evenhand::actions::{install, people};
use evenhand::clock::Clock;
use evenhand::domain::account::{Email, Role};
use evenhand::domain::{AccountId, Language};
use evenhand::exchange::sheet::Format;
use evenhand::policy::Reach;
use evenhand::policy::account::MayManagePeople;
use evenhand::store::{Database, DatabaseUrl, Reader, Stamp, StoreError, migrate};
use seed::{Raw, Size, seed};

/// Reviews of an application.
const EACH: usize = 2;

fn main() {
    let asked = std::env::var("EXPORT_APPLICATIONS").ok();
    let applications = asked.and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("evenhand.sqlite");
    let url = DatabaseUrl::Sqlite(path.to_string_lossy().into_owned());
    let database = Database::open(&url, 2).expect("the database opens");
    migrate(&database).expect("migrations run");
    fill(&database, &url, applications);
    println!("{applications} decided applications, {EACH} reviews each");
    // The first reading warms what the machine keeps of the file, for both.
    export(&database, folder.path(), (What::Decisions, Format::Csv));
    let ours = export(&database, folder.path(), (What::Decisions, Format::Csv));
    let shell = shell(&path, &folder.path().join("shell.csv"));
    if let Some(shell) = shell {
        let times = ours.as_secs_f64() / shell.as_secs_f64();
        println!("decisions.csv takes {times:.2} times as long as the shell");
    }
    for format in Format::ALL {
        for what in What::ALL {
            export(&database, folder.path(), (what, format));
        }
    }
}

fn stamp(actor: Option<AccountId>) -> Stamp {
    Stamp {
        now: Clock::Machine.now(),
        actor,
        request: "bench".to_owned(),
    }
}

/// Every award in two transfers, as one that runs has them.
const PAID: &str = "INSERT INTO awards (id, application_id, state, amount_minor, currency, \
        tongue, opened_at, agreed_name, agreed_print, freed_minor, ended_reason) \
     SELECT id, application_id, 'disbursements', amount_minor, 'USD', 'en', released_at, '', '', \
        0, '' FROM decisions WHERE outcome = 'award'; \
     INSERT INTO disbursements (id, award_id, position, amount_minor, paid_minor, paid_currency, \
        prepared_by, prepared_at, programme_by, programme_at, finance_by, finance_at, \
        programme_reason, finance_reason, exported_at, paid_on, paid_by, dropped_reason) \
     SELECT replace(d.id, '-0006-', '-001' || n.n || '-'), d.id, n.n, d.amount_minor / 2, \
        d.amount_minor / 2, 'USD', d.proposed_by, d.released_at, d.proposed_by, d.released_at, \
        d.signed_by, d.released_at, '', '', d.released_at, '2026-11-03', d.signed_by, '' \
     FROM decisions d, (SELECT 1 AS n UNION ALL SELECT 2) n WHERE d.outcome = 'award'";
/// What the log says of every decision; its hashes are not asked for here.
const LOGGED: &str = "INSERT INTO audit_events (seq, at, actor_id, action, object_kind, \
        object_id, before_state, after_state, request_id, previous_hash, hash) \
     SELECT row_number() OVER (ORDER BY id) + 1000, released_at, released_by, \
        'release_decision', 'decision', id, 'signed', outcome, 'bench', hex(zeroblob(32)), \
        hex(zeroblob(32)) FROM decisions";

/// The round with every application decided: two of three declined.
fn fill(database: &Database, url: &DatabaseUrl, applications: usize) {
    database
        .write(stamp(None), install::install)
        .expect("it is installed");
    let made = database.write(stamp(None), |tx| {
        let email = Email::parse("admin@example.org").expect("an address");
        let may = MayManagePeople::operator();
        let place = (Language::English, "UTC");
        people::add_person(tx, &may, ("Ada Levi", &email), "", place, Role::Admin)
    });
    let admin = made.expect("an admin").to_string();
    let mut raw = Raw::open(url);
    let size = Size {
        applications,
        reviewers: (applications / 30).max(10),
        each: EACH,
    };
    seed(&mut raw, size, &admin);
    raw.run(&format!(
        "BEGIN; UPDATE applications SET status = 'decided'; \
         INSERT INTO decisions (id, application_id, number, outcome, amount_minor, funding_type, \
            rationale, feedback, proposed_by, proposed_at, signed_by, signed_at, released_by, \
            released_at) \
         SELECT replace(id, '-0004-', '-0006-'), id, 1, \
            CASE substr(reference, -1) IN ('3', '6', '9') WHEN TRUE THEN 'award' ELSE 'decline' END, \
            CASE substr(reference, -1) IN ('3', '6', '9') WHEN TRUE THEN requested_minor END, \
            CASE substr(reference, -1) IN ('3', '6', '9') WHEN TRUE THEN 'core' END, \
            'Reasons of the panel.', '', '{admin}', created_at, '{admin}', created_at, '{admin}', \
            created_at FROM applications; \
         {PAID}; {LOGGED}; \
         COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)"
    ));
}

fn export(database: &Database, folder: &Path, asked: (What, Format)) -> Duration {
    let noted = database.write(stamp(None), |tx| {
        begin(tx, Reach::operator(), "large", asked)
            .map_err(|refusal| StoreError::Damaged(format!("{refusal:?}")))
    });
    let export = noted.expect("it is noted");
    let file = folder.join(export.file_name());
    let before = fresh_peak();
    let begun = Instant::now();
    let written = database.snapshot(|reader: &mut Reader| {
        let mut out = BufWriter::new(File::create(&file)?);
        export.write(reader, &mut out, false, folder)?;
        out.flush()?;
        Ok::<_, evenhand::actions::export_round::Unfinished>(())
    });
    written.expect("it is written");
    let (took, after) = (begun.elapsed(), kib("VmHWM"));
    let size = std::fs::metadata(&file).map_or(0, |about| about.len());
    println!(
        "{:<26} {took:>8.2?}  {:>6} KiB  memory grew by {} KiB",
        export.file_name(),
        size / 1024,
        after.saturating_sub(before)
    );
    took
}

/// The present size of this process, from which its peak is counted anew.
fn fresh_peak() -> u64 {
    // Linux alone knows this; elsewhere nothing is told of memory.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    kib("VmRSS")
}

fn kib(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// The same columns by SQL alone: what counts is judged as the program judges it, means
/// and totals are worked out from the scores, rows stand by total.
const SAME: &str = include_str!("decisions.sql");

fn shell(database: &Path, out: &Path) -> Option<Duration> {
    let begun = Instant::now();
    let done = Command::new("sqlite3")
        .args(["-readonly", "-csv", "-header"])
        .arg(database)
        .arg(SAME)
        .stdout(Stdio::from(File::create(out).ok()?))
        .status();
    match done {
        Ok(status) if status.success() => {
            let took = begun.elapsed();
            println!("{:<26} {took:>8.2?}", "sqlite3 shell");
            Some(took)
        }
        _ => {
            println!("there is no sqlite3 shell to compare with");
            None
        }
    }
}
