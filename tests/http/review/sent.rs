//! What a reviewer sent, page after page, and what is in no list of theirs.

use evenhand::domain::account::Role;
use evenhand::domain::{AccountId, Language};
use evenhand::policy::{Actor, Reach};
use evenhand::store::Reader;
use evenhand::store::queue::{Place, Queue};

use super::counted_reviewer;
use crate::award::sealed::tamper;
use crate::conflict::pin;
use crate::deliberation::{Deliberation, EVEN, review};

/// The account of Noor, who reviews.
fn noor(round: &Deliberation) -> AccountId {
    let read = |reader: &mut Reader| counted_reviewer(reader, &round.noor);
    round.site.read(read)
}

/// All that Noor sent, read in pages of so many.
fn pages_of(round: &Deliberation, limit: i64) -> Vec<Place> {
    let me = noor(round);
    let name = ("Noor Khalil".to_owned(), round.noor.email.clone());
    let zone = "UTC".to_owned();
    let actor = Actor::new(me, name, Language::English, zone, vec![Role::Reviewer]);
    let reach = Reach::reviewer(&actor, round.site.clock.now());
    round.site.read(|reader| {
        let queue = Queue::of(reader, reach, me)?;
        let mut found: Vec<Place> = Vec::new();
        loop {
            let rows = queue.sent(reader, found.last().copied(), limit)?;
            if rows.is_empty() {
                return Ok(found);
            }
            found.extend(rows.iter().map(|row| {
                let sent = row.submitted_at.expect("it was sent");
                (sent, row.application)
            }));
            assert!(found.len() <= round.applications.len(), "{found:?}");
        }
    })
}

#[test]
fn what_was_sent_at_one_instant_is_listed_once_wherever_a_page_ends() {
    let round = Deliberation::unscored();
    let mut sent: Vec<Place> = Vec::new();
    // The later ones are not the later applications.
    for two in [[1, 3], [0, 2]] {
        for n in two {
            review(&round.noor, round.applications[n], EVEN);
            sent.push((round.site.clock.now(), round.applications[n]));
        }
        round.site.pass_minutes(1);
    }
    sent.sort_unstable();
    sent.reverse();
    for limit in 1..=5 {
        assert_eq!(pages_of(&round, limit), sent, "{limit} on a page");
    }
}

/// The references that Noor's lists hold, sorted: to do, and sent.
fn lists(round: &Deliberation) -> [Vec<String>; 2] {
    ["/reviews", "/reviews?show=sent"].map(|list| {
        let mut found = round.noor.get(list).texts("main th .reference");
        found.sort();
        found
    })
}

/// A round in which Noor sent her reviews of the first two, and is then kept away from the
/// first and the third.
fn kept_away() -> Deliberation {
    let round = Deliberation::unscored();
    for n in [0, 1] {
        review(&round.noor, round.applications[n], EVEN);
    }
    assert_eq!(lists(&round), all());
    for n in [0, 2] {
        let done = pin(&round, n, "Noor Khalil", "She advises them.");
        assert_eq!(done.notice(), "Kept away from now on.");
    }
    assert_eq!(lists(&round), rest());
    round
}

/// What is in the lists where nothing keeps Noor away.
fn all() -> [Vec<String>; 2] {
    let (sent, to_do) = (
        ["EH-AAAA-2222", "EH-BBBB-3333"],
        ["EH-CCCC-4444", "EH-DDDD-5555"],
    );
    [to_do, sent].map(|list| list.map(str::to_owned).to_vec())
}

/// What stays in them.
fn rest() -> [Vec<String>; 2] {
    ["EH-DDDD-5555", "EH-BBBB-3333"].map(|one| vec![one.to_owned()])
}

/// Ends the conflicts. The assignments that they ended stay ended.
fn lift(round: &Deliberation) {
    let noor = noor(round);
    for n in [0, 2] {
        let id = round.applications[n];
        let place = format!("/admin/applications/{id}/conflicts/{noor}/removal");
        let reason = [("reason", "She left them in 2019.")];
        let lifted = round.ada.submit(&round.ada.get(&place), &place, &reason);
        assert_eq!(lifted.notice(), "They can come back.");
    }
}

/// As if nobody had ever left an assignment.
fn without_recusals(round: &Deliberation) {
    tamper(&round.site, "UPDATE assignments SET recused_at = NULL");
}

#[test]
fn what_a_reviewer_has_left_is_in_no_list_though_no_conflict_stands() {
    let round = kept_away();
    lift(&round);
    assert_eq!(lists(&round), rest());
    without_recusals(&round);
    assert_eq!(lists(&round), all(), "nothing else kept them out");
}

#[test]
fn a_conflict_keeps_out_of_the_lists_what_was_not_left() {
    let round = kept_away();
    without_recusals(&round);
    assert_eq!(lists(&round), rest());
    lift(&round);
    assert_eq!(lists(&round), all(), "nothing else kept them out");
}
