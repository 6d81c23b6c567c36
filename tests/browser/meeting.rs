//! A meeting in several browsers: what one does, the others see without loading.

use crate::deliberation::{Deliberation, ENTRANTS};
use crate::driver::{Browser, Kind};
use crate::support::Person;

/// Plans and opens a meeting in the order of the ranking; where it is chaired.
fn open_meeting(ada: &Person) -> String {
    let new = "/admin/rounds/autumn/meetings/new";
    let fields = [("title", "First day"), ("planned_at", "2026-11-03 10:00")];
    let chair = ada.submit(&ada.get(new), new, &fields).path;
    for (part, given) in [("proposal", &[("by", "best")][..]), ("opening", &[])] {
        let act = format!("{chair}/{part}");
        ada.submit(&ada.get(&chair), &act, given);
    }
    chair
}

fn sits_in(round: &Deliberation, person: &Person, kind: &Kind, place: &str) -> Browser {
    let browser = Browser::open(&round.site, kind);
    browser.be(person);
    browser.visit(place);
    browser.fits();
    browser
}

#[test]
fn a_score_that_one_changes_appears_for_the_other_by_itself() {
    let round = Deliberation::new();
    let Deliberation {
        ada, noor, maya, ..
    } = &round;
    let chair = open_meeting(ada);
    let id = chair.rsplit('/').next().expect("an id");
    let member = format!("/meetings/{id}");
    let desk = sits_in(&round, ada, &Kind::wide(), &chair);
    let phone = sits_in(&round, maya, &Kind::narrow(), &member);
    let own = sits_in(&round, noor, &Kind::wide(), &member);
    // A mark of the page: whoever loads it again loses it.
    phone.script("window.stayed = true");
    desk.go("#turn-next");
    phone.sees("#front", ENTRANTS[0].title);
    phone.sees("[data-told]", "The meeting has moved on.");
    own.sees("#front", ENTRANTS[0].title);
    assert_eq!(phone.text(".figures dd bdi"), "77.5");
    phone.script("document.querySelector('#front-own').focus()");

    own.follow("Change your review");
    own.choose("score.values", "5");
    own.fill("reason", "The discussion.");
    own.press("Send changes");
    assert_eq!(own.place(), member);

    phone.sees(".figures dd bdi", "80.0");
    phone.sees(".moved", "Mean of the first scores 77.5, now 80.0");
    phone.sees("[data-told]", "The page has changed.");
    let stayed = phone.script("return [window.stayed, document.activeElement.id]");
    assert_eq!(stayed, serde_json::json!([true, "front-own"]));
    phone.fits();
    desk.sees(".moved", "Mean of the first scores 77.5, now 80.0");
    desk.fits();
}

#[test]
fn without_script_the_page_is_loaded_again_by_hand() {
    let round = Deliberation::new();
    let Deliberation { ada, noor, .. } = &round;
    let chair = open_meeting(ada);
    let id = chair.rsplit('/').next().expect("an id");
    let kind = Kind::narrow().without_script();
    let phone = sits_in(&round, noor, &kind, &format!("/meetings/{id}"));
    assert_eq!(phone.text("#front"), "Nothing is in front yet");
    let desk = sits_in(&round, ada, &Kind::wide().without_script(), &chair);
    desk.go("#turn-next");
    phone.follow("Load the page again");
    assert!(phone.text("#front").contains(ENTRANTS[0].title));
    phone.fits();
}
