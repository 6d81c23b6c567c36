//! Whether the time of an answer tells that something is there: on every route a hundred
//! ids of what belongs to others in turn with a hundred that never were, and signing in to
//! accounts that are there in turn with some that are not. Prints medians, and how far the
//! two lie apart in standard errors of their rank sum: some of many routes lie beyond 3 by
//! chance, none beyond 5. Ends with 1 where one does in two runs, or where a status differs.
//! `cargo bench --bench unfound`; on PostgreSQL when `EVENHAND_TEST_DATABASE` names one.

#[path = "../tests/http/support/mod.rs"]
mod support;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../tests/http/story.rs"]
mod story;

#[allow(dead_code, unused_imports, reason = "its tests are another binary's")]
#[path = "../tests/http/access/mod.rs"]
mod access;

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use access::hundred::{Answered, Crowd, IDS};
use access::table::Who::{Applicant, Reviewer};

/// Standard errors beyond which two samples are not the same.
const FAR: f64 = 5.0;
/// What passwords cost in an installation.
const COST: [(&str, &str); 3] = [
    ("EVENHAND_ARGON2_MEMORY_KIB", "19456"),
    ("EVENHAND_ARGON2_PASSES", "2"),
    ("EVENHAND_SIGN_IN_TRIES", "100000"),
];

fn main() -> ExitCode {
    let crowd = Crowd::new(&COST);
    println!("| | ids of others | ids of nothing | apart |\n| --- | --- | --- | --- |");
    // The first turn warms what the machine keeps of pages and rows.
    let mut far = Vec::new();
    for turn in 0..3 {
        let found = measured(&crowd, turn > 0);
        if turn > 0 {
            far.push(found);
        }
    }
    let both: Vec<&String> = far[0].intersection(&far[1]).collect();
    println!("Told apart by their time, in both runs: {both:?}.");
    ExitCode::from(u8::from(!both.is_empty()))
}

/// Measures everything once; what is told apart.
fn measured(crowd: &Crowd, prints: bool) -> BTreeSet<String> {
    let mut far = BTreeSet::new();
    let mut look = |name: &str, others: &[Answered], never: &[Answered]| {
        let apart = apart(others, never);
        if prints {
            let (one, other) = (median(others), median(never));
            println!("| {name} | {one:.3} ms | {other:.3} ms | {apart:.1} |");
        }
        if apart.abs() > FAR || statuses(others) != statuses(never) {
            far.insert(name.to_owned());
        }
    };
    for who in [Applicant, Reviewer] {
        for route in crowd.ask(who, IDS) {
            look(route.name, &route.others, &route.never);
        }
    }
    let (known, unknown) = signing_in(crowd);
    look("signing in, wrong password", &known, &unknown);
    far
}

/// Wrong passwords at an address that has an account, and at one that has none.
fn signing_in(crowd: &Crowd) -> (Vec<Answered>, Vec<Answered>) {
    let (visitor, known) = (crowd.visitor(), crowd.somebody("applicant").email);
    let page = visitor.get("/sign-in");
    let attempt = |email: &str| {
        let typed = [("email", email), ("password", "not the right words")];
        let began = Instant::now();
        let answer = visitor.submit_once(&page, "form[action^='/sign-in']", &typed);
        (answer.status, began.elapsed())
    };
    let pair = |_| (attempt(&known), attempt("nobody@example.org"));
    (0..IDS).map(pair).unzip()
}

fn statuses(answers: &[Answered]) -> BTreeSet<u16> {
    answers.iter().map(|(status, _)| *status).collect()
}

/// In milliseconds.
fn median(answers: &[Answered]) -> f64 {
    let mut times: Vec<Duration> = answers.iter().map(|(_, time)| *time).collect();
    times.sort();
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    middle.as_secs_f64() * 1000.0
}

/// How far the rank sum of the first lies from that of two samples of one kind, in
/// standard errors (Mann and Whitney, *On a test of whether one of two random variables is
/// stochastically larger than the other*, 1947).
fn apart(one: &[Answered], other: &[Answered]) -> f64 {
    let first = one.iter().map(|(_, time)| (*time, true));
    let second = other.iter().map(|(_, time)| (*time, false));
    let mut all: Vec<(Duration, bool)> = first.chain(second).collect();
    all.sort();
    let ranked = all.iter().zip(1_usize..);
    let sum: usize = ranked
        .filter(|((_, is_first), _)| *is_first)
        .map(|(_, rank)| rank)
        .sum();
    let (n, m) = (one.len() as f64, other.len() as f64);
    let above = sum as f64 - n * (n + 1.0) / 2.0;
    (above - n * m / 2.0) / (n * m * (n + m + 1.0) / 12.0).sqrt()
}
