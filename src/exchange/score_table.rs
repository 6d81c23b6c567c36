//! A table of scores as funders keep it in a spreadsheet: `application, reviewer,
//! score[, criterion, weight]`, one row a score. Accepts what can mean only one
//! thing and names row and column of everything else. Knows no statistics.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Message;
use crate::domain::numerals::one_line;
use crate::domain::statistics::{Rating, Table};

use super::table::cells::{NotRead, name, number};
use super::table::{self, Findings, Wrong};

/// The columns, the first three of which are needed.
const COLUMNS: [&str; 5] = ["application", "reviewer", "score", "criterion", "weight"];
const NEEDED: usize = 3;

/// Scores with the names of what they belong to, both in order of their names.
#[derive(Debug, Clone)]
pub struct ScoreTable {
    pub applications: Vec<String>,
    pub reviewers: Vec<String>,
    pub table: Table,
}

/// One score as it stands in a row.
struct Entry {
    row: usize,
    application: String,
    reviewer: String,
    criterion: String,
    /// `None` where nothing was given.
    score: Option<f64>,
    weight: f64,
}

/// Reads a table. `points` are the scale's lowest and highest, if they are known.
///
/// # Errors
/// Every problem, in order of rows.
pub fn read(bytes: &[u8], points: Option<(f64, f64)>) -> Result<ScoreTable, Findings> {
    let mut problems = Findings::default();
    let entries = entries(bytes, &mut problems)?;
    spellings(&entries, &mut problems);
    duplicates(&entries, &mut problems);
    out_of_scale(&entries, points, &mut problems);
    if entries.is_empty() && problems.is_empty() {
        problems.add(Wrong::plain(1, "", "scores-empty"));
    }
    if problems.is_empty() {
        Ok(gather(&entries))
    } else {
        Err(problems)
    }
}

/// Where the columns stand.
type Places = [Option<usize>; COLUMNS.len()];

fn places(table: &table::Table) -> Result<Places, Wrong> {
    let mut places = [None; COLUMNS.len()];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        *place = table.place(column)?;
    }
    let needed = COLUMNS.iter().zip(places).take(NEEDED);
    let missing = needed.filter(|(_, place)| place.is_none());
    let missing: Vec<&str> = missing.map(|(column, _)| *column).collect();
    if missing.is_empty() {
        Ok(places)
    } else {
        let message = Message::new("scores-columns").with("missing", missing.join(", "));
        Err(Wrong::at(1, "", message))
    }
}

/// The rows that are sound; what is wrong with the others goes to the problems.
fn entries(bytes: &[u8], problems: &mut Findings) -> Result<Vec<Entry>, Wrong> {
    let mut table = table::Table::open(bytes)?;
    let places = places(&table)?;
    let mut entries = Vec::new();
    while let Some(row) = table.next_row()? {
        // A row that only fills columns which nobody asked for says nothing.
        let filled = |place: &Option<usize>| !row.line(*place).is_empty();
        if table.overflows(&row) {
            problems.add(Wrong::plain(row.number, "", "error-table-more"));
            continue;
        }
        if places.iter().any(filled) {
            entries.extend(entry(&row, &places, problems));
        }
    }
    Ok(entries)
}

/// Reads a row; what is wrong with it goes to the problems.
fn entry(row: &table::Row, places: &Places, problems: &mut Findings) -> Option<Entry> {
    let [application, reviewer, score, criterion, weight] =
        places.each_ref().map(|place| row.line(*place));
    let [application, reviewer, criterion] =
        [application, reviewer, criterion].map(|text| name(&text));
    let has_weights = places[4].is_some();
    let before = problems.count();
    if application.is_empty() {
        let key = "scores-application-missing";
        problems.add(Wrong::plain(row.number, COLUMNS[0], key));
    }
    let score = read_number(row.number, COLUMNS[2], &score, problems);
    if reviewer.is_empty() && score.is_some() {
        let key = "scores-reviewer-missing";
        problems.add(Wrong::plain(row.number, COLUMNS[1], key));
    }
    let weight = if has_weights && !criterion.is_empty() && score.is_some() {
        let weight = read_number(row.number, COLUMNS[4], &weight, problems);
        if weight.is_none_or(|weight| weight <= 0.0) && problems.count() == before {
            problems.add(Wrong::plain(row.number, COLUMNS[4], "scores-weight"));
        }
        weight.unwrap_or(1.0)
    } else {
        1.0
    };
    (problems.count() == before).then_some(Entry {
        row: row.number,
        application,
        reviewer,
        criterion,
        score,
        weight,
    })
}

/// The number of a cell; `None` when it is empty or wrong.
fn read_number(
    row: usize,
    column: &'static str,
    cell: &str,
    problems: &mut Findings,
) -> Option<f64> {
    let (key, cell) = match number(cell) {
        Ok(number) => return number,
        Err(NotRead::Text) => ("scores-text", cell),
        Err(NotRead::Ambiguous) => ("scores-ambiguous", cell),
    };
    let message = Message::new(key).with("cell", shortened(cell));
    problems.add(Wrong::at(row, column, message));
    None
}

/// The begin of a cell, as a message can carry it.
fn shortened(cell: &str) -> String {
    one_line(cell).chars().take(40).collect()
}

/// Reviewers whose names differ in capitals alone: one person or two, nobody can tell.
/// Applications may have such marks; many systems draw them at random.
fn spellings(entries: &[Entry], problems: &mut Findings) {
    let mut first: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for one in entries.iter().filter(|one| !one.reviewer.is_empty()) {
        let own = one.reviewer.as_str();
        let (name, row) = *first.entry(own.to_lowercase()).or_insert((own, one.row));
        if name != own && told.insert(own) {
            let row = i64::try_from(row).unwrap_or(i64::MAX);
            let message = Message::new("scores-spelling")
                .with("row", row)
                .with("name", shortened(name));
            problems.add(Wrong::at(one.row, COLUMNS[1], message));
        }
    }
}

/// Two scores for the same: neither can be chosen for the reader.
fn duplicates(entries: &[Entry], problems: &mut Findings) {
    let mut first: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for one in entries.iter().filter(|one| !one.reviewer.is_empty()) {
        let key = (&*one.application, &*one.reviewer, &*one.criterion);
        let row = *first.entry(key).or_insert(one.row);
        if row != one.row {
            let row = i64::try_from(row).unwrap_or(i64::MAX);
            let message = Message::new("scores-duplicate").with("row", row);
            problems.add(Wrong::at(one.row, COLUMNS[2], message));
        }
    }
}

/// Scores outside of the scale. Where the scale is not given, what lies farther
/// from all others than twice their whole range is taken for a slip, provided that
/// the others are nine tenths of at least ten scores: 55 among 1 to 5, or 99.
fn out_of_scale(entries: &[Entry], points: Option<(f64, f64)>, problems: &mut Findings) {
    let scores = || entries.iter().filter_map(|one| Some((one.row, one.score?)));
    let (low, high) = match points {
        Some(points) => points,
        None => obvious(scores().map(|(_, score)| score).collect()),
    };
    for (row, score) in scores().filter(|(_, score)| !(low..=high).contains(score)) {
        let key = if points.is_some() {
            "scores-outside"
        } else {
            "scores-far"
        };
        let message = Message::new(key)
            .with("score", score.to_string())
            .with("low", low.to_string())
            .with("high", high.to_string());
        problems.add(Wrong::at(row, COLUMNS[2], message));
    }
}

/// The lowest and highest score that are no obvious slips.
fn obvious(mut scores: Vec<f64>) -> (f64, f64) {
    scores.sort_by(f64::total_cmp);
    let n = scores.len();
    let (mut from, mut to) = (0, n.saturating_sub(1));
    if n >= 10 {
        // The middle nine tenths, widened as far as steps are small enough.
        (from, to) = (n / 10, n - 1 - n / 10);
        loop {
            let width = scores[to] - scores[from];
            if width <= 0.0 {
                return (scores[0], scores[n - 1]);
            }
            if from > 0 && scores[from] - scores[from - 1] <= 2.0 * width {
                from -= 1;
            } else if to < n - 1 && scores[to + 1] - scores[to] <= 2.0 * width {
                to += 1;
            } else {
                break;
            }
        }
    }
    match (scores.get(from), scores.get(to)) {
        (Some(low), Some(high)) => (*low, *high),
        _ => (f64::NEG_INFINITY, f64::INFINITY),
    }
}

/// Puts the scores of each review together: their mean, weighted where weights
/// are given.
fn gather(entries: &[Entry]) -> ScoreTable {
    let mut applications: BTreeMap<&str, usize> = BTreeMap::new();
    let mut reviewers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut reviews: BTreeMap<(&str, &str), (f64, f64)> = BTreeMap::new();
    for one in entries {
        applications.insert(&one.application, 0);
        let Some(score) = one.score else { continue };
        reviewers.insert(&one.reviewer, 0);
        let sums = reviews
            .entry((&one.application, &one.reviewer))
            .or_default();
        *sums = (sums.0 + score * one.weight, sums.1 + one.weight);
    }
    for names in [&mut applications, &mut reviewers] {
        names
            .values_mut()
            .enumerate()
            .for_each(|(at, number)| *number = at);
    }
    let ratings = reviews
        .iter()
        .map(|((application, reviewer), (sum, weight))| Rating {
            application: applications[application],
            reviewer: reviewers[reviewer],
            score: sum / weight,
        });
    let ratings: Vec<Rating> = ratings.collect();
    let names = |of: &BTreeMap<&str, usize>| of.keys().map(|name| (*name).to_owned()).collect();
    ScoreTable {
        table: Table::new(applications.len(), reviewers.len(), &ratings),
        applications: names(&applications),
        reviewers: names(&reviewers),
    }
}

#[cfg(test)]
mod tests;
