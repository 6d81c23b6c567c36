//! What was measured, as a table and a picture beside it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::client::{AT_ONCE, Measured};

/// One thing that people do, on a database of some size.
pub struct Row {
    pub applications: u64,
    pub name: &'static str,
    pub ours: Measured,
    pub memory: Measured,
    pub bare: Measured,
}

/// What is told of a whole run.
pub struct Run {
    pub applications: u64,
    /// What seeding said.
    pub seeded: String,
    pub began_ms: u128,
    pub idle_mib: u64,
    pub peak_mib: u64,
}

/// Writes `RESULTS.md` and the picture into a folder.
pub fn write(folder: &Path, database: &str, runs: &[Run], rows: &[Row]) {
    let mut page = format!(
        "# Under load\n\n`cargo bench --bench load`, {AT_ONCE} connections that stay open, on {database}.\n\
         Machine: {}. Commit: {}.\n\n\
         Beside each number of requests a second: how many of them the same server answers with the \
         same bytes out of memory, and how often the same SQL alone runs on as many connections of \
         its own; both as the share that the program reaches. “p99” is meant to stay below ten times \
         “p50”.\n\n\
         ![p50 by size](results.svg)\n",
        machine(),
        commit()
    );
    for run in runs {
        let _ = write!(
            page,
            "\n## {} applications\n\n{} First answer {} ms after the start; {} MiB resident when idle, \
             at most {} MiB under load.\n\n\
             | page | p50 ms | p99 ms | requests/s | from memory/s | share | SQL alone/s | share |\n\
             | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
            grouped(run.applications),
            run.seeded,
            run.began_ms,
            run.idle_mib,
            run.peak_mib
        );
        for row in rows
            .iter()
            .filter(|row| row.applications == run.applications)
        {
            let share = |of: Measured| 100.0 * row.ours.each_second / of.each_second.max(0.001);
            let _ = writeln!(
                page,
                "| {} | {:.2} | {:.2} | {:.0} | {:.0} | {:.0} % | {:.0} | {:.0} % |",
                row.name,
                row.ours.p50.as_secs_f64() * 1000.0,
                row.ours.p99.as_secs_f64() * 1000.0,
                row.ours.each_second,
                row.memory.each_second,
                share(row.memory),
                row.bare.each_second,
                share(row.bare)
            );
        }
    }
    fs::write(folder.join("RESULTS.md"), page).expect("the table is written");
    fs::write(folder.join("results.svg"), picture(rows)).expect("the picture is written");
}

/// `100,000` of 100000.
fn grouped(number: u64) -> String {
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

const WIDE: f64 = 760.0;
const HIGH: f64 = 420.0;
const LEFT: f64 = 60.0;
/// Where names stand behind the lines.
const RIGHT: f64 = 180.0;
const EDGE: f64 = 36.0;
const COLOURS: [&str; 10] = [
    "#1b6ca8", "#b3541e", "#3c7a3f", "#8a2d6b", "#6b5b00", "#0f7c7c", "#a3282f", "#4b4fa3",
    "#5c4033", "#333333",
];

/// Lines of p50 by size, both in powers of ten.
fn picture(rows: &[Row]) -> String {
    let mut lines: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for row in rows {
        let point = (
            (row.applications as f64).log10(),
            (row.ours.p50.as_secs_f64() * 1000.0).max(0.01).log10(),
        );
        lines.entry(row.name).or_default().push(point);
    }
    let all = || lines.values().flatten();
    let least = |of: fn(&(f64, f64)) -> f64| all().map(of).fold(f64::MAX, f64::min).floor();
    let most = |of: fn(&(f64, f64)) -> f64| all().map(of).fold(f64::MIN, f64::max).ceil();
    let (low, high) = (least(|p| p.1), most(|p| p.1));
    let (small, large) = (least(|p| p.0), most(|p| p.0));
    let scale = |value: f64, (from, to): (f64, f64)| (value - from) / (to - from).max(1.0);
    let x = |value: f64| LEFT + scale(value, (small, large)) * (WIDE - LEFT - RIGHT);
    let y = |value: f64| HIGH - EDGE - scale(value, (low, high)) * (HIGH - 2.0 * EDGE);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {HIGH}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<title>Milliseconds of the median answer \
         by number of applications</title>\n<rect width=\"{WIDE}\" height=\"{HIGH}\" fill=\"#fff\"/>\n"
    );
    for power in low as i32..=high as i32 {
        let (at, end) = (y(power.into()), WIDE - RIGHT);
        let _ = writeln!(
            svg,
            "<line x1=\"{LEFT}\" x2=\"{end}\" y1=\"{at:.1}\" y2=\"{at:.1}\" stroke=\"#ddd\"/>\
             <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{} ms</text>",
            LEFT - 6.0,
            at + 4.0,
            10_f64.powi(power)
        );
    }
    for power in small as i32..=large as i32 {
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            x(power.into()),
            HIGH - EDGE / 2.0,
            grouped(10_u64.pow(power.unsigned_abs()))
        );
    }
    for (at, (name, points)) in lines.iter().enumerate() {
        let colour = COLOURS[at % COLOURS.len()];
        let path: Vec<String> = points
            .iter()
            .map(|(size, time)| format!("{:.1},{:.1}", x(*size), y(*time)))
            .collect();
        // Names stand in a list: lines often end side by side.
        let place = EDGE + 18.0 * at as f64;
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\
             <text x=\"{}\" y=\"{place}\" fill=\"{colour}\">{name}</text>",
            path.join(" "),
            WIDE - RIGHT + 12.0
        );
    }
    svg.push_str("</svg>\n");
    svg
}
