//! A backup of a large installation, proved and brought back: how long each takes, and
//! whether all that came back is what was there, by the digests of every table that
//! `export-all` writes. On SQLite, whose database is in a backup (docs/backup.md). Ends with
//! 1 where a table differs. `cargo bench --bench restored`; applications by
//! `RESTORE_APPLICATIONS` (100000 without).

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use evenhand::actions::whole::manifest;
use evenhand::exchange::whole::TableEntry;

/// Runs a command on a data folder, to its end, and says how long that took.
fn run(data: &Path, words: &[&str]) {
    let began = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    command.env_clear().arg("--data").arg(data).args(words);
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{words:?}: {output:?}");
    let seconds = began.elapsed().as_secs_f64();
    println!("| {} | {seconds:.1} s |", words[0]);
}

/// Every table with its rows and its digest.
fn tables(data: &Path, copy: &str) -> Vec<TableEntry> {
    run(data, &["export-all", "--out", copy]);
    let manifest = manifest(Path::new(copy)).expect("a manifest");
    manifest.tables
}

fn main() -> ExitCode {
    let asked = std::env::var("RESTORE_APPLICATIONS").ok();
    let applications = asked.unwrap_or("100000".to_owned());
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let text = |name: &str| at(name).to_string_lossy().into_owned();
    let (home, back) = (at("home"), at("back"));
    println!("| {applications} applications | |\n| --- | --- |");
    run(&home, &["seed", "--applications", &applications]);
    run(&home, &["seal"]);
    let file = text("everything.backup");
    run(&home, &["backup", &file]);
    let size = fs::metadata(&file).map_or(0, |known| known.len() >> 20);
    println!("| size of the backup | {size} MiB |");
    run(&home, &["verify", &file]);
    run(&back, &["restore", &file]);
    let (was, is) = (tables(&home, &text("was")), tables(&back, &text("is")));
    let rows: u64 = was.iter().map(|table| table.rows).sum();
    println!("| rows compared | {rows} |");
    println!("| tables compared | {} |", was.len());
    let differing = was.iter().zip(&is).filter(|(one, other)| one != other);
    let mut wrong: Vec<&str> = differing.map(|(one, _)| one.name.as_str()).collect();
    if was.len() != is.len() {
        wrong.push("not every table is there");
    }
    println!("| tables that differ | {} {wrong:?} |", wrong.len());
    ExitCode::from(u8::from(!wrong.is_empty()))
}
