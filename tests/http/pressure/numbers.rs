//! The monitor and the briefing: counted within reach, and published so that nobody is
//! found.

use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use super::{record, record_of};
use crate::deliberation::Deliberation;
use crate::support::{Page, Person};

const MONITOR: &str = "/admin/pressure";
const BRIEFING: &str = "/admin/pressure/briefing";

/// Four organisations, each raided once in October; the first was slandered as well.
fn raided() -> Deliberation {
    let round = Deliberation::unscored();
    for id in &round.applications {
        let of = record_of(&round.ada, &format!("/admin/applications/{id}"));
        let done = record(&round.ada, &of, &[]);
        assert_eq!(done.notice(), "The incident is on record.");
    }
    let first = format!("/admin/applications/{}", round.applications[0]);
    let of = record_of(&round.ada, &first);
    record(
        &round.ada,
        &of,
        &[("kind", "smear"), ("country", "IL"), ("day", "2025-12")],
    );
    round
}

fn brief(person: &Person, given: &[(&str, &str)]) -> Page {
    person.submit(&person.get(MONITOR), BRIEFING, given)
}

/// Steps aside from the application of a number.
fn step_aside(person: &Person, round: &Deliberation, n: usize) {
    let place = format!("/admin/applications/{}/conflict", round.applications[n]);
    person.submit(&person.get(&place), &place, &[("kind", "collaborator")]);
}

#[test]
fn the_monitor_counts_what_is_within_reach_once() {
    let round = raided();
    let (ada, ben) = (&round.ada, &round.ben);
    let page = ada.get(MONITOR);
    assert!(
        page.text().contains("5 incidents at 4 organisations"),
        "{}",
        page.text()
    );
    assert_eq!(page.column("By kind", 0), ["Raid", "Smear campaign"]);
    assert_eq!(page.column("By kind", 1), ["4", "1"]);
    assert_eq!(page.column("By place", 1), ["4", "1"]);
    assert_eq!(page.column("By month", 1).len(), 13);
    // Told twice is counted once.
    let of = record_of(
        ada,
        &format!("/admin/applications/{}", round.applications[0]),
    );
    record(ada, &of, &[]);
    assert!(
        ada.get(MONITOR)
            .text()
            .contains("5 incidents at 4 organisations")
    );

    let quarter = ada.get("/admin/pressure?period=3&round=autumn");
    assert!(quarter.text().contains("4 incidents at 4 organisations"));
    let other = ada.get("/admin/pressure?period=nonsense&round=nowhere");
    assert!(other.text().contains("5 incidents at 4 organisations"));

    step_aside(ben, &round, 0);
    let narrowed = ben.get(MONITOR);
    assert!(narrowed.text().contains("3 incidents at 3 organisations"));
    assert!(!narrowed.text().contains("Smear"));
    let omar = ada.invites("Omar Said", Role::Auditor);
    assert!(
        !omar
            .get(MONITOR)
            .has("form[action='/admin/pressure/briefing']")
    );
    assert_eq!(omar.post_with_token(BRIEFING, &[]).status, 403);
    assert_eq!(round.noor.get(MONITOR).status, 403);
}

#[test]
fn a_briefing_keeps_small_counts_back_and_is_noted() {
    let round = raided();
    let ada = &round.ada;
    let low = brief(ada, &[("least", "2")]);
    assert_eq!(low.status, 422);
    assert_eq!(low.error("least"), "Enter a number from 3 to 100.");
    assert_eq!(low.value("least"), "2");
    let shy = brief(ada, &[("least", "5")]);
    assert_eq!(shy.status, 200);
    assert!(shy.text().contains("Too few organisations for a total"));
    assert!(
        !shy.texts("td")
            .iter()
            .any(|cell| cell.chars().any(|c| c.is_ascii_digit()))
    );
    let open = brief(ada, &[("least", "3")]);
    assert!(
        open.text().contains("5 incidents altogether"),
        "{}",
        open.text()
    );
    // The one that was slandered: neither it nor what would give it away.
    let rows: Vec<String> = open.texts("tbody tr");
    let of = |kind: &str| rows.iter().find(|row| row.starts_with(kind)).cloned();
    assert!(!of("Smear").unwrap().contains('1'));
    assert!(
        !of("Raid").unwrap().contains('4'),
        "4 of 5 would tell of the one"
    );
    let csv = brief(ada, &[("least", "3"), ("format", "csv")]);
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    assert!(
        csv.source().contains("kind_by_place,total,total,5,"),
        "{}",
        csv.source()
    );
    assert!(csv.source().contains("kind_by_place,smear,total,,yes"));

    let events = round.site.read(|reader| latest_events(reader, None, 5));
    let exports = events
        .iter()
        .filter(|event| event.action == "export_briefing");
    let noted: Vec<&str> = exports.map(|event| event.after_state.as_str()).collect();
    assert_eq!(
        noted,
        [
            "12 months, least 3",
            "12 months, least 3",
            "12 months, least 5"
        ]
    );
}

#[test]
fn a_briefing_says_the_same_whoever_makes_it() {
    let round = raided();
    let (ada, ben) = (&round.ada, &round.ben);
    step_aside(ben, &round, 0);
    let given = [("least", "3"), ("format", "csv")];
    let (of_ada, of_ben) = (brief(ada, &given), brief(ben, &given));
    assert_eq!(of_ada.source(), of_ben.source());
    // Without the one that Ben is kept away from, for Ada as well.
    assert!(of_ada.source().contains("kind_by_place,total,total,3,"));
    assert!(
        ada.get(MONITOR)
            .text()
            .contains("5 incidents at 4 organisations")
    );
}
