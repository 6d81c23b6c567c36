//! Real input: grants that were really given become organisations, applications
//! and decisions, through the running program and over HTTP only. The data lies
//! beside the project (`../shared/data`) and is not part of it; without it
//! nothing is replayed, and the test says so.

#[path = "../http/support/mod.rs"]
mod support;

// Only some steps are used here; the rest tells stories over HTTP.
#[allow(dead_code)]
#[path = "../http/story.rs"]
mod story;

mod expected;
mod input;
mod sums;
mod walk;

use expected::Expected;
use support::TestSite;
use walk::Staff;

/// Minutes between the steps: the round closes after the first hour.
const PAUSE: i64 = 90;

#[test]
fn real_grants_go_through_the_whole_job() {
    let Some(folder) = input::folder() else {
        return;
    };
    let requests = input::requests(&folder);
    let site = TestSite::start();
    let staff = Staff::join(&site);
    staff.open_round();
    let sent = walk::apply(&site, &requests);

    site.pass_minutes(PAUSE);
    staff.screen(&sent);
    staff.assign();
    site.pass_minutes(PAUSE);
    staff.review(&sent);

    let expected = Expected::of(&sent);
    let listed = staff.titles_in_ranking();
    assert_eq!(listed.len(), sent.len());
    for (shown, place) in listed.iter().zip(expected.order()) {
        let request = sent[place].request;
        let wanted = format!("{} {}", request.title, request.organisation);
        assert!(shown.starts_with(&wanted), "{shown} is not {wanted}");
    }
    let mut scores = rows(&staff.export("scores"));
    // The reviewers worked at the same time: any of them may come first.
    let of_one = scores[1..].chunk_by_mut(|one, next| one[0] == next[0]);
    of_one.for_each(|reviews| reviews.sort());
    same_rows(&scores, &expected.scores());

    site.pass_minutes(PAUSE);
    staff.propose(&sent, &expected);
    site.pass_minutes(PAUSE);
    staff.sign(&sent, &expected);
    same_rows(
        &rows(&staff.export("decisions")),
        &expected.decisions(false),
    );
    site.pass_minutes(PAUSE);
    staff.release();
    same_rows(&rows(&staff.export("decisions")), &expected.decisions(true));
    walk::outcomes_are_read(&sent, &expected);
}

/// The rows of an export, the names of its columns first.
fn rows(exported: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(exported.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// The rows are the expected ones, one by one and in order.
#[track_caller]
fn same_rows(rows: &[Vec<String>], expected: &[Vec<String>]) {
    for (number, (row, wanted)) in rows.iter().zip(expected).enumerate() {
        assert_eq!(row, wanted, "row {number} under {:?}", expected[0]);
    }
    assert_eq!(rows.len(), expected.len());
}
