//! What reviewers and staff see of the application in front.

use evenhand::domain::account::Role;

use super::{Sitting, revise};
use crate::deliberation::{Deliberation, EVEN, HIGH, OTHER, review};
use crate::support::queries;

#[test]
fn whoever_has_not_sent_their_own_review_sends_it_first() {
    let sitting = Sitting::of(Deliberation::unscored());
    let Deliberation {
        ada, noor, maya, ..
    } = &sitting.round;
    sitting.propose("best");
    sitting.begin();
    sitting.turn(ada, "next");
    let first = sitting.order(ada);
    let at = super::title(0);
    assert_eq!(first[0], at);
    // Before the declaration not even the title is told.
    let asked = noor.get(&sitting.member);
    assert!(!asked.text().contains(&at), "{}", asked.text());
    assert!(
        asked
            .text()
            .contains("Say first whether you have a conflict of interest")
    );
    review(maya, sitting.id(0), EVEN);
    let place = format!("/reviews/{}/declaration", sitting.id(0));
    noor.submit(&noor.get(&place), &place, &[("kind", "none")]);
    let page = noor.get(&sitting.member);
    assert!(page.text().contains(&at));
    assert!(
        page.text().contains("Send your own review first."),
        "{}",
        page.text()
    );
    assert!(!page.text().contains("75.0"));
    assert!(page.text().contains("Write your review"));
    let link = page.link("Write your review");
    let sent = revise(noor, &link, HIGH);
    assert_eq!(
        (sent.status, sent.location()),
        (303, sitting.member.as_str())
    );
    let page = noor.get(&sitting.member);
    let caption = "What each reviewer said first and says now";
    assert_eq!(page.column(caption, 0), ["You", "Reviewer B"]);
    assert_eq!(page.column(caption, 2), ["80.0", "75.0"]);
    assert!(page.text().contains("from 2 reviews"));
}

#[test]
fn the_meeting_sees_how_far_discussion_moved_an_application() {
    let sitting = Sitting::open();
    let Deliberation {
        ada, noor, maya, ..
    } = &sitting.round;
    sitting.turn(ada, "next");
    let page = noor.get(&sitting.member);
    assert_eq!(page.texts(".figures dd bdi"), ["77.5", "69.2", "90.0"]);
    assert!(!page.has(".moved"));
    let sent = revise(noor, &page.link("Change your review"), OTHER);
    assert_eq!(
        (sent.status, sent.location()),
        (303, sitting.member.as_str())
    );
    let sent = revise(noor, &page.link("Change your review"), HIGH);
    assert_eq!(sent.status, 303);
    let caption = "What each reviewer said first and says now";
    let page = maya.get(&sitting.member);
    assert_eq!(page.column(caption, 0), ["You", "Reviewer A"]);
    assert_eq!(page.column(caption, 1), ["80.0", "75.0"]);
    assert_eq!(page.column(caption, 2), ["80.0", "80.0"]);
    assert_eq!(
        page.the(".moved"),
        "Mean of the first scores 77.5, now 80.0"
    );
    // Staff see names, and the way to the decision.
    let page = ada.get(&sitting.member);
    assert_eq!(page.column(caption, 0), ["Noor Khalil", "Maya Ben-Ami"]);
    assert!(page.link("Decision").ends_with("/decision"));
    assert_eq!(page.link("Prepare and chair"), sitting.chair);
}

#[test]
fn only_those_of_the_round_come_in_and_find_it_among_their_reviews() {
    let sitting = Sitting::open();
    let Deliberation {
        ada, noor, rana, ..
    } = &sitting.round;
    let omar = ada.invites("Omar Said", Role::Auditor);
    let lina = ada.invites("Lina Aziz", Role::Reviewer);
    sitting.turn(ada, "next");
    for person in [rana, &lina] {
        assert_eq!(person.get(&sitting.member).status, 404);
        let events = format!("{}/events", sitting.member);
        assert_eq!(person.get(&events).status, 404);
    }
    let read = omar.get(&sitting.member);
    assert!(read.text().contains("77.5"));
    let chair = omar.get(&sitting.chair);
    assert_eq!((chair.status, chair.forms("main form").len()), (200, 0));
    let queue = noor.get("/reviews");
    assert_eq!(noor.click(&queue, "First day").path, sitting.member);
    assert!(!lina.get("/reviews").text().contains("First day"));
}

#[test]
fn a_page_without_script_loads_itself_again_while_the_meeting_is_open() {
    let sitting = Sitting::of(Deliberation::new());
    let noor = &sitting.round.noor;
    let refresh = "http-equiv=\"refresh\" content=\"15\"";
    assert!(!noor.get(&sitting.member).source().contains(refresh));
    sitting.begin();
    let page = noor.get(&sitting.member);
    assert!(page.source().contains(refresh));
    assert_eq!(page.link("Load the page again"), sitting.member);
}

#[test]
fn a_meeting_asks_the_same_of_one_and_of_four_applications() {
    queries::watch();
    let sitting = Sitting::of(Deliberation::new());
    let Deliberation {
        ada, noor, site, ..
    } = &sitting.round;
    let id = sitting.id(0).to_string();
    let items = format!("{}/items", sitting.chair);
    sitting.press(ada, &items, &[("application", &id)]);
    sitting.begin();
    sitting.turn(ada, "next");
    let count = |person: &crate::support::Person, place: &str| {
        queries::number(site.url(), || assert_eq!(person.get(place).status, 200))
    };
    let pages = [
        (ada, &sitting.chair),
        (ada, &sitting.member),
        (noor, &sitting.member),
    ];
    let one = pages.map(|(person, place)| count(person, place));
    for n in 1..4 {
        let id = sitting.id(n).to_string();
        sitting.press(ada, &items, &[("application", &id)]);
    }
    let four = pages.map(|(person, place)| count(person, place));
    assert_eq!(one, four);
    assert!(four.iter().all(|asked| *asked < 45), "{four:?}");
}
