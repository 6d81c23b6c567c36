//! What is meant to be reached, beside what was measured: told whether it was or not.

use std::fmt::Write;

use crate::cast::{QUEUE, RANKED, REVIEW, SUBMITTING};
use crate::report::{Nodes, Row, Run, grouped, ms};

/// Pages with the share of the answers out of memory that they are meant to reach.
const SHARES: [(&str, f64); 3] = [(QUEUE, 0.5), (REVIEW, 0.5), (RANKED, 0.25)];
/// For which size these and their slowest answers are meant, and the start.
const USUAL: u64 = 10_000;
const LARGE: u64 = 100_000;

/// A number and its bound.
struct Goal {
    what: String,
    asked: String,
    measured: String,
    /// Nothing where it could not be measured.
    reached: Option<bool>,
}

/// The table of all of them, for each database.
pub fn table(runs: &[Run], rows: &[Row]) -> String {
    let mut table = "## What is meant to be reached\n\n\
         | database | what | asked | measured | reached |\n| --- | --- | ---: | ---: | --- |\n"
        .to_owned();
    let mut databases: Vec<&str> = runs.iter().map(|run| run.database).collect();
    databases.dedup();
    for database in databases {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.database == database).collect();
        let runs: Vec<&Run> = runs.iter().filter(|run| run.database == database).collect();
        let all = [pages(&rows), sending(&rows), growth(&rows), process(&runs)];
        for goal in all.into_iter().flatten() {
            let reached = match goal.reached {
                Some(true) => "yes",
                Some(false) => "**no**",
                None => "not known",
            };
            let _ = writeln!(
                table,
                "| {database} | {} | {} | {} | {reached} |",
                goal.what, goal.asked, goal.measured
            );
        }
    }
    table
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// The size among those measured that a goal is meant for, or the largest one.
fn size(sizes: impl Iterator<Item = u64> + Clone, meant: u64) -> u64 {
    let found = sizes.clone().find(|one| *one == meant);
    found.or_else(|| sizes.max()).unwrap_or(0)
}

fn pages(rows: &[&Row]) -> Vec<Goal> {
    let size = size(rows.iter().map(|row| row.applications), USUAL);
    let mut goals = Vec::new();
    for (name, least) in SHARES {
        let mut own = rows.iter().filter(|row| row.applications == size);
        let Some(row) = own.find(|row| row.name == name) else {
            continue;
        };
        let of = format!("{name}, {} applications", grouped(size));
        goals.extend(row.of_memory().map(|share| Goal {
            what: format!("{of}: share of the same bytes from memory"),
            asked: format!("at least {}", percent(least)),
            measured: percent(share),
            reached: Some(share >= least),
        }));
        let slow = ms(row.ours.p99) / ms(row.ours.p50).max(0.001);
        goals.push(Goal {
            what: format!("{of}: p99 over p50"),
            asked: "under 10".to_owned(),
            measured: format!("{slow:.1}"),
            reached: Some(slow < 10.0),
        });
    }
    goals
}

fn sending(rows: &[&Row]) -> Vec<Goal> {
    let own = rows.iter().filter(|row| row.name == SUBMITTING);
    let one = |row: &&Row| {
        let share = row.of_bare()?;
        Some(Goal {
            what: format!(
                "{SUBMITTING}, {} applications: share of the same SQL alone",
                grouped(row.applications)
            ),
            asked: "at least 70 %".to_owned(),
            measured: percent(share),
            reached: Some(share >= 0.7),
        })
    };
    own.filter_map(one).collect()
}

/// How much slower pages of the largest database are than those of the smallest.
fn growth(rows: &[&Row]) -> Vec<Goal> {
    let sizes = || rows.iter().map(|row| row.applications);
    let (Some(small), Some(large)) = (sizes().min(), sizes().max()) else {
        return Vec::new();
    };
    if small == large {
        return Vec::new();
    }
    let of = |size: u64| rows.iter().filter(move |row| row.applications == size);
    let one = |row: &&Row| {
        let before = of(small).find(|one| one.name == row.name)?;
        let times = ms(row.ours.p50) / ms(before.ours.p50).max(0.001);
        Some(Goal {
            what: format!(
                "{}: p50 at {} over that at {} applications",
                row.name,
                grouped(large),
                grouped(small)
            ),
            asked: "at most 1.5".to_owned(),
            measured: format!("{times:.2}"),
            reached: Some(times <= 1.5),
        })
    };
    of(large).filter_map(one).collect()
}

fn process(runs: &[&Run]) -> Vec<Goal> {
    let size = size(runs.iter().map(|run| run.applications), LARGE);
    let Some(run) = runs.iter().find(|run| run.applications == size) else {
        return Vec::new();
    };
    let of = format!("{} applications", grouped(size));
    let idle = runs.iter().map(|run| run.idle_mib).max().unwrap_or(0);
    let peak = runs.iter().map(|run| run.peak_mib).max().unwrap_or(0);
    let (requests, bytes) = run.first_visit;
    let mut goals = vec![
        Goal {
            what: "memory, idle, at any size".to_owned(),
            asked: "under 40 MiB".to_owned(),
            measured: format!("{idle} MiB"),
            reached: Some(idle < 40),
        },
        Goal {
            what: "memory under load, at any size".to_owned(),
            asked: "under 150 MiB".to_owned(),
            measured: format!("{peak} MiB"),
            reached: Some(peak < 150),
        },
        Goal {
            what: format!("first answer after the start, {of}"),
            asked: "within 100 ms".to_owned(),
            measured: format!("{} ms", run.began_ms),
            reached: Some(run.began_ms <= 100),
        },
        Goal {
            what: "first visit to the review page".to_owned(),
            asked: "under 30 KB in at most 4 requests".to_owned(),
            measured: format!("{:.1} KB in {requests}", bytes as f64 / 1000.0),
            reached: Some(bytes < 30_000 && requests <= 4),
        },
    ];
    goals.extend(nodes(run, &of));
    goals
}

/// How much more two processes read than one.
fn nodes(run: &Run, of: &str) -> Option<Goal> {
    let (measured, reached) = match run.nodes {
        Nodes::One => return None,
        Nodes::Unmeasured => ("not measured: no control group".to_owned(), None),
        Nodes::Both(one, two) => {
            let times = two / one.max(0.001);
            (format!("{times:.2}"), Some(times >= 1.6))
        }
    };
    Some(Goal {
        what: format!("reading: two processes with a fifth of a core each over one, {of}"),
        asked: "at least 1.6".to_owned(),
        measured,
        reached,
    })
}
