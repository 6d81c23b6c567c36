//! Conflicts of interest in a meeting: who has to leave learns not for what, and
//! somebody else takes the chair.

use evenhand::domain::account::Role;

use super::{Sitting, title};
use crate::deliberation::Deliberation;
use crate::support::Person;

/// Ben steps aside from the n-th application.
fn steps_aside(sitting: &Sitting, person: &Person, n: usize) {
    let place = format!("/admin/applications/{}/conflict", sitting.id(n));
    let done = person.submit(&person.get(&place), &place, &[("kind", "collaborator")]);
    assert!(done.notice().starts_with("Thank you."), "{}", done.text());
}

/// An open meeting in which Ben is kept away from the second application, and Noor
/// from the third.
fn sitting() -> Sitting {
    let made = Sitting::of(Deliberation::new());
    made.propose("best");
    steps_aside(&made, &made.round.ben, 1);
    let noor = &made.round.noor;
    let place = format!("/reviews/{}/declaration", made.id(2));
    noor.submit(&noor.get(&place), &place, &[("kind", "funder")]);
    made.begin();
    made
}

#[test]
fn somebody_else_takes_the_chair_for_what_the_chair_may_not_see() {
    let sitting = sitting();
    let Deliberation { ada, ben, noor, .. } = &sitting.round;
    sitting.turn(ben, "next");
    assert_eq!(sitting.order(ben), [title(0), title(2), title(3)]);
    let page = ben.get(&sitting.chair);
    assert!(
        page.text()
            .contains("For the next item somebody else must take the chair.")
    );
    assert!(!page.buttons().iter().any(|text| text.starts_with("Next")));
    let turn = format!("{}/turn", sitting.chair);
    let present = sitting.id(0).to_string();
    let forced = ben.post_with_token(&turn, &[("to", "next"), ("present", &present)]);
    assert_eq!(forced.status, 409);
    let hidden = sitting.id(1).to_string();
    let forced = ben.post_with_token(&turn, &[("to", &hidden), ("present", &present)]);
    assert_eq!(forced.status, 404);
    sitting.turn(ada, "next");
    assert_eq!(sitting.front(noor), format!("In front now {}", title(1)));
    // Ben has left: he neither goes on nor closes.
    for place in [&sitting.member, &sitting.chair] {
        let page = ben.get(place);
        assert_eq!(page.the("#front"), "Please leave the room for this item");
        assert!(!page.text().contains(&title(1)));
    }
    let forced = ben.post_with_token(&turn, &[("to", "next"), ("present", &hidden)]);
    assert_eq!(forced.status, 409);
    let closing = format!("{}/closing", sitting.chair);
    assert_eq!(ben.get(&closing).status, 409);
    assert_eq!(ben.post_with_token(&closing, &[]).status, 409);
    for (part, given) in [
        ("move", [("to", "up")]),
        ("removal", [("to", "")]),
        ("note", [("note", "Mine.")]),
    ] {
        let place = sitting.item(1, part);
        assert_eq!(ben.post_with_token(&place, &given).status, 404, "{part}");
    }
    assert_eq!(ben.get(&sitting.item(1, "note")).status, 404);
    sitting.turn(ada, "next");
    let page = ben.get(&sitting.chair);
    assert!(
        page.text()
            .contains("For the item before this one somebody else must take the chair.")
    );
    assert!(page.buttons().iter().any(|text| text.starts_with("Next")));
    assert_eq!(sitting.front(noor), "Please leave the room for this item");
}

#[test]
fn arranging_moves_past_what_the_arranger_may_not_see() {
    let sitting = sitting();
    let Deliberation { ada, ben, .. } = &sitting.round;
    sitting.press(ben, &sitting.item(2, "move"), &[("to", "up")]);
    assert_eq!(sitting.order(ben), [title(2), title(0), title(3)]);
    assert_eq!(sitting.order(ada), [title(2), title(0), title(1), title(3)]);
}

#[test]
fn the_minutes_name_who_left_to_those_who_may_know() {
    let sitting = sitting();
    let Deliberation { ada, ben, maya, .. } = &sitting.round;
    for _ in 0..3 {
        sitting.turn(ada, "next");
    }
    let closing = format!("{}/closing", sitting.chair);
    ada.submit(&ada.get(&closing), &closing, &[]);
    let minutes = format!("{}/minutes", sitting.chair);
    let all = ada.get(&minutes);
    assert!(
        all.the("section.panel:nth-of-type(2)")
            .contains("Asked to leave Ben Mizrahi")
    );
    assert!(
        all.the("section.panel:nth-of-type(3)")
            .contains("Asked to leave Noor Khalil")
    );
    let some = ben.get(&minutes);
    assert!(!some.text().contains(&title(1)) && !some.text().contains("Asked to leave Ben"));
    assert_eq!(some.texts("section.panel h2").len(), 2);
    assert_eq!(maya.get(&minutes).status, 403);
}

#[test]
fn who_is_not_assigned_stays_and_sees_nothing() {
    let sitting = Sitting::open();
    let Deliberation { ada, .. } = &sitting.round;
    let lina = ada.invites("Lina Aziz", Role::Reviewer);
    let place = format!("/admin/applications/{}/assignments", sitting.id(3));
    let form = ada.get(&place);
    let offered = form.forms(&format!("form[action='{place}']"))[0].offered("reviewer");
    assert!(!offered.is_empty());
    let done = ada.submit(&form, &place, &[("reviewer", &offered[0])]);
    assert_eq!(done.status, 200, "{}", done.text());
    sitting.turn(ada, "next");
    assert_eq!(sitting.front(&lina), "This application is not one of yours");
    assert!(!lina.get(&sitting.member).text().contains(&title(0)));
}
