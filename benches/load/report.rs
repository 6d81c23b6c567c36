//! What was measured, as a table and a picture beside it.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::client::{AT_ONCE, Measured};
use crate::goals;
use crate::picture::picture;

/// One thing that people do, on a database of some size.
pub struct Row {
    pub database: &'static str,
    pub applications: u64,
    pub name: &'static str,
    pub ours: Measured,
    /// Not known of what can be done once, where the database is too large for copies.
    pub yardsticks: Option<Yardsticks>,
}

/// What stands beside a row.
#[derive(Debug, Clone, Copy)]
pub struct Yardsticks {
    /// The same bytes out of memory.
    pub memory: Measured,
    /// The same SQL alone.
    pub bare: Measured,
}

/// What is told of a whole run.
pub struct Run {
    pub database: &'static str,
    pub applications: u64,
    /// What seeding said.
    pub seeded: String,
    pub began_ms: u128,
    pub idle_mib: u64,
    pub peak_mib: u64,
    /// Requests and bytes of a first visit to a review.
    pub first_visit: (usize, usize),
    pub nodes: Nodes,
}

/// Answers in a second of one process and of two.
#[derive(Debug, Clone, Copy)]
pub enum Nodes {
    /// The database has one process at a time.
    One,
    /// No process can be given a part of a core here.
    Unmeasured,
    Both(f64, f64),
}

impl Row {
    /// Answers as a share of those out of memory.
    pub fn of_memory(&self) -> Option<f64> {
        Some(self.ours.each_second / self.yardsticks?.memory.each_second.max(0.001))
    }

    /// Answers as a share of how often the SQL alone runs.
    pub fn of_bare(&self) -> Option<f64> {
        Some(self.ours.each_second / self.yardsticks?.bare.each_second.max(0.001))
    }

    /// Prints it: long runs are watched.
    pub fn tell(&self) {
        println!(
            "  {:34} {:9.2} ms, {:7.0}/s; {}",
            self.name,
            ms(self.ours.p50),
            self.ours.each_second,
            self.yardsticks.map_or_else(String::new, |beside| format!(
                "{:7.0}/s from memory, {:7.0}/s bare",
                beside.memory.each_second, beside.bare.each_second
            ))
        );
    }
}

/// Milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Writes `RESULTS.md` and the picture into a folder.
pub fn write(folder: &Path, runs: &[Run], rows: &[Row]) {
    let page = format!(
        "# Under load\n\n`cargo bench --bench load`, {AT_ONCE} connections that stay open; SQLite with its \
         write-ahead log and `synchronous=FULL`, PostgreSQL as its server is set.\n\
         Machine: {}. Commit: {}.\n\n\
         Beside each number of requests a second: how many of them the same server answers with the \
         same bytes out of memory, and how often the same SQL alone runs on as many connections of \
         its own; both as the share that the program reaches.\n\n\
         ![p50 by size](results.svg)\n\n{}\n{}\n{}{}",
        machine(),
        commit(),
        goals::table(runs, rows),
        pages(rows),
        seeds(runs),
        parts(folder),
    );
    fs::write(folder.join("RESULTS.md"), page).expect("the table is written");
    fs::write(folder.join("results.svg"), picture(rows)).expect("the picture is written");
}

fn pages(rows: &[Row]) -> String {
    let mut table = "## Pages\n\n\
         | database | applications | page | p50 ms | p99 ms | requests/s | from memory/s | share | SQL alone/s | share |\n\
         | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for row in rows {
        let _ = writeln!(
            table,
            "| {} | {} | {} | {:.2} | {:.2} | {:.0} | {} | {} | {} | {} |",
            row.database,
            grouped(row.applications),
            row.name,
            ms(row.ours.p50),
            ms(row.ours.p99),
            row.ours.each_second,
            told(row.yardsticks.map(|beside| beside.memory.each_second), ""),
            told(row.of_memory().map(|share| 100.0 * share), " %"),
            told(row.yardsticks.map(|beside| beside.bare.each_second), ""),
            told(row.of_bare().map(|share| 100.0 * share), " %")
        );
    }
    table
}

/// A number that may not be known.
fn told(number: Option<f64>, unit: &str) -> String {
    number.map_or_else(|| "–".to_owned(), |known| format!("{known:.0}{unit}"))
}

fn seeds(runs: &[Run]) -> String {
    let mut table = "## Databases\n\n\
         | database | applications | first answer after ms | MiB idle | MiB at most | seeding |\n\
         | --- | ---: | ---: | ---: | ---: | --- |\n"
        .to_owned();
    for run in runs {
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {} | {} |",
            run.database,
            grouped(run.applications),
            run.began_ms,
            run.idle_mib,
            run.peak_mib,
            run.seeded
        );
    }
    table
}

/// What `benches/run` measured of the parts of the program, if it did.
fn parts(folder: &Path) -> String {
    match fs::read_to_string(folder.join("parts.txt")) {
        Ok(measured) => format!("\n## Parts\n\n```text\n{}\n```\n", measured.trim()),
        Err(_) => String::new(),
    }
}

/// `100,000` of 100000.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn machine() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = about
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let name = name.map_or("unknown processor", |rest| {
        rest.trim_start_matches([' ', '\t', ':'])
    });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kib = memory
        .split_whitespace()
        .nth(1)
        .and_then(|kib| kib.parse::<u64>().ok());
    let gib = kib.unwrap_or(0) / (1 << 20);
    format!("{cores} × {name}, {gib} GiB; the load runs on it too")
}

fn commit() -> String {
    let told = Command::new("git")
        .args(["rev-parse", "--short", "HEAD"])
        .output();
    let told = told.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    told.ok()
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| "unknown".to_owned())
}
