//! Kills the program again and again while people act, while it migrates, copies everything,
//! writes backups and seals anew, and prints what came of it. On SQLite or, when
//! `EVENHAND_TEST_DATABASE` names a PostgreSQL, there. `cargo bench --bench killed [-- RUNS]`,
//! 200 runs when nothing is said. Ends with 1 when anything is not as it was acknowledged.

#[path = "../tests/http/support/mod.rs"]
mod support;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../tests/http/story.rs"]
mod story;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../tests/http/deliberation.rs"]
mod deliberation;

#[path = "../tests/http/reviewed.rs"]
mod reviewed;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../tests/http/files/asking.rs"]
mod asking;

#[allow(dead_code, reason = "tests need more of it")]
#[path = "../tests/crash/breaking_off.rs"]
mod breaking_off;
#[path = "../tests/crash/checks.rs"]
mod checks;
#[allow(dead_code, unused_imports, reason = "its tests are another binary's")]
#[path = "../tests/crash/crowded.rs"]
mod crowded;
#[path = "../tests/crash/diary.rs"]
mod diary;
#[path = "../tests/crash/people.rs"]
mod people;
#[allow(dead_code, reason = "tests need more of it")]
#[path = "../tests/crash/program.rs"]
mod program;
#[path = "../tests/crash/storm.rs"]
mod storm;

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

const RUNS: u64 = 200;
/// Kills of one filled database, or of copies of it.
const KILLS: u64 = 10;

/// Whose request breaks off because the program was killed panics: no news.
fn quieten() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |why| {
        if thread::current().name() == Some("main") {
            usual(why);
        }
    }));
}

/// The value below which so many hundredths of the sorted values are.
fn percentile(sorted: &[Duration], hundredths: usize) -> Duration {
    let at = (sorted.len() * hundredths / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}

fn row(what: &str, value: impl std::fmt::Display) {
    println!("| {what} | {value} |");
}

/// Every problem of the runs of a kind, each told as it is found.
fn told(kind: &str, seed: u64, problems: &[String]) -> usize {
    for problem in problems {
        eprintln!("{kind}, seed {seed}: {problem}");
    }
    problems.len()
}

fn main() -> ExitCode {
    let runs = std::env::args().find_map(|word| word.parse().ok());
    let runs: u64 = runs.unwrap_or(RUNS);
    quieten();
    let (mut acknowledged, mut problems, mut restarts) = (0, 0, Vec::new());
    for seed in 0..runs {
        let outcome = storm::run(seed);
        acknowledged += outcome.acknowledged;
        restarts.push(outcome.restart);
        problems += told("people", seed, &outcome.problems);
    }
    restarts.sort();
    let commands = runs.div_ceil(KILLS);
    let (mut migrations, mut copies, mut backups) = (0, 0, 0);
    for seed in 0..commands {
        let migrating = breaking_off::migrating(seed, KILLS);
        migrations += told("migrate", seed, &migrating);
        copies += told("export-all", seed, &breaking_off::copying(seed, KILLS));
        let backing = breaking_off::backing_up_and_sealing(seed, KILLS);
        backups += told("backup and seal", seed, &backing);
    }
    let (took, beside) = (crowded::thousand(), crowded::signing_in());
    let database = match support::on_postgres() {
        true => "PostgreSQL",
        false => "SQLite",
    };
    println!("| {database} | |\n| --- | --- |");
    row("kills while people act", runs);
    row("acts acknowledged before them", acknowledged);
    row("of these lost, or anything else wrong", problems);
    let middle = format!("{:?}", percentile(&restarts, 50));
    row("restart, median", middle);
    row(
        "restart, longest",
        format!("{:?}", percentile(&restarts, 100)),
    );
    row("kills of migrate", commands * KILLS * 2);
    row("anything wrong after them", migrations);
    row("kills of export-all", commands * KILLS);
    row("anything wrong after these", copies);
    row(
        "kills of backup, and of seal --new-key",
        commands * KILLS * 2,
    );
    row("anything wrong after those", backups);
    row(
        "1,000 sessions, 32 at a time: median",
        format!("{:?}", percentile(&took, 50)),
    );
    row(
        "the same, 99 of 100",
        format!("{:?}", percentile(&took, 99)),
    );
    row(
        "a page beside 200 sign-ins at once: median",
        format!("{:?}", percentile(&beside, 50)),
    );
    row(
        "the same, 95 of 100",
        format!("{:?}", percentile(&beside, 95)),
    );
    let wrong = problems + migrations + copies + backups;
    ExitCode::from(u8::from(wrong > 0))
}
