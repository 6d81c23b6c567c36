//! Planning, arranging, chairing, closing; and the minutes of it.

use evenhand::domain::account::Role;
use evenhand::store::latest_events;

use super::{MEETINGS, Sitting, plan, revise, title};
use crate::deliberation::{Deliberation, HIGH, OTHER};

#[test]
fn a_meeting_is_planned_with_a_title_and_a_time() {
    let round = Deliberation::unscored();
    let place = format!("{MEETINGS}/new");
    let none = round.ada.get(MEETINGS);
    assert!(none.text().contains("No meetings yet"));
    let typed = [("title", " "), ("planned_at", "tomorrow")];
    let refused = round.ada.submit(&round.ada.get(&place), &place, &typed);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("planned_at"), "tomorrow");
    assert_eq!(refused.problems().len(), 2);
    let chair = plan(&round.ada, "First day");
    let list = round.ben.get(MEETINGS);
    assert_eq!(list.column("Meetings", 0), ["First day"]);
    assert_eq!(list.column("Meetings", 2), ["Planned"]);
    assert_eq!(round.ben.click(&list, "First day").path, chair);
    let hub = round.ada.get("/admin/rounds/autumn");
    assert_eq!(hub.link("Meetings"), MEETINGS);
}

#[test]
fn a_planned_meeting_gets_another_title_and_time_until_it_opens() {
    let round = Deliberation::unscored();
    let ada = &round.ada;
    let chair = plan(ada, "First day");
    let again = ada.click(&ada.get(&chair), "Change title or time");
    assert_eq!(again.value("title"), "First day");
    assert_eq!(again.value("planned_at"), "2026-11-03 10:00");
    let typed = [("title", " "), ("planned_at", "2026-12-01 09:30")];
    let refused = ada.submit(&again, &again.path, &typed);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("planned_at"), "2026-12-01 09:30");
    let done = ada.submit(&refused, &again.path, &[("title", "Second thoughts")]);
    assert_eq!(done.notice(), "The meeting is changed.");
    assert_eq!(done.path, chair);
    assert!(done.heading().contains("Second thoughts"));
    assert!(done.text().contains("1 December 2026"));
    let last = round.site.read(|reader| latest_events(reader, None, 1));
    assert_eq!(last[0].action, "replan_meeting");
    ada.submit(&done, &format!("{chair}/opening"), &[]);
    assert_eq!(ada.get(&again.path).status, 409);
}

#[test]
fn the_order_is_proposed_by_score_or_by_disagreement_and_arranged_by_hand() {
    let sitting = Sitting::of(Deliberation::new());
    let ada = &sitting.round.ada;
    assert_eq!(sitting.order(ada), [""; 0]);
    let ordered = sitting.propose("best");
    assert_eq!(ordered.notice(), "The running order is set.");
    let best = [title(0), title(1), title(2), title(3)];
    assert_eq!(sitting.order(ada), best);
    // The first is 75.0 and 80.0, the others are without spread.
    sitting.propose("spread");
    assert_eq!(sitting.order(ada)[0], title(0));
    sitting.press(ada, &sitting.item(3, "move"), &[("to", "up")]);
    let moved = [title(0), title(1), title(3), title(2)];
    assert_eq!(sitting.order(ada), moved);
    sitting.press(ada, &sitting.item(0, "move"), &[("to", "down")]);
    assert_eq!(sitting.order(ada)[..2], [title(1), title(0)]);
    let gone = sitting.press(ada, &sitting.item(1, "removal"), &[]);
    assert_eq!(gone.notice(), "Taken out.");
    let id = sitting.id(1).to_string();
    let items = format!("{}/items", sitting.chair);
    let added = sitting.press(ada, &items, &[("application", &id)]);
    assert_eq!(added.notice(), "Added.");
    assert_eq!(sitting.order(ada).last(), Some(&title(1)));
    // Once more changes nothing, and what is not of the round is refused.
    let again = ada.post_with_token(&items, &[("application", &id)]);
    assert_eq!(again.status, 303);
    assert_eq!(sitting.order(ada).len(), 4);
    let nowhere = "01990000-0000-7000-8000-000000000000";
    let wrong = ada.post_with_token(&items, &[("application", nowhere)]);
    assert_eq!(wrong.status, 409);
}

#[test]
fn the_chair_goes_on_item_by_item_and_two_chairs_do_not_skip_one() {
    let sitting = Sitting::of(Deliberation::new());
    let Deliberation { ada, ben, noor, .. } = &sitting.round;
    sitting.propose("best");
    assert_eq!(sitting.front(noor), "The meeting has not begun yet");
    let turn = format!("{}/turn", sitting.chair);
    let early = ada.post_with_token(&turn, &[("to", "next")]);
    assert_eq!(early.status, 409);
    assert_eq!(sitting.begin().notice(), "The meeting is open.");
    assert_eq!(sitting.front(noor), "Nothing is in front yet");
    let before = ben.get(&sitting.chair);
    sitting.turn(ada, "next");
    assert_eq!(sitting.front(noor), format!("In front now {}", title(0)));
    let late = ben.submit(&before, &turn, &[("to", "next")]);
    assert_eq!(late.status, 409);
    assert!(
        late.text()
            .contains("Somebody else has moved the meeting on.")
    );
    sitting.turn(ben, "next");
    sitting.turn(ada, &sitting.id(3).to_string());
    assert_eq!(sitting.front(noor), format!("In front now {}", title(3)));
    let last = ada.get(&sitting.chair);
    assert!(!last.buttons().iter().any(|text| text.starts_with("Next")));
    sitting.turn(ada, "previous");
    assert_eq!(sitting.front(noor), format!("In front now {}", title(2)));
    let states = ada.get(&sitting.chair).texts(".meeting-order tbody .badge");
    assert_eq!(states, ["Discussed", "Discussed", "In front", "Discussed"]);
    // What was in front stays in the order.
    let gone = ada.post_with_token(&sitting.item(0, "removal"), &[]);
    assert_eq!(gone.status, 409);
}

#[test]
fn a_round_has_one_open_meeting() {
    let sitting = Sitting::open();
    let ada = &sitting.round.ada;
    let second = plan(ada, "Second day");
    let opening = format!("{second}/opening");
    let refused = ada.submit(&ada.get(&second), &opening, &[]);
    assert_eq!(refused.status, 409);
    assert!(
        refused
            .text()
            .contains("Another meeting of this round is open.")
    );
    let again = ada.post_with_token(&format!("{}/opening", sitting.chair), &[]);
    assert_eq!(again.status, 409);
    let proposal = format!("{}/proposal", sitting.chair);
    assert_eq!(
        ada.post_with_token(&proposal, &[("by", "best")]).status,
        409
    );
    let closing = format!("{}/closing", sitting.chair);
    ada.submit(&ada.get(&closing), &closing, &[]);
    let opened = ada.submit(&ada.get(&second), &opening, &[]);
    assert_eq!(opened.notice(), "The meeting is open.");
}

#[test]
fn notes_are_kept_and_never_written_over_unseen() {
    let sitting = Sitting::open();
    let Deliberation { ada, ben, noor, .. } = &sitting.round;
    sitting.turn(ada, "next");
    let form = sitting.item(0, "note");
    let (early, place) = (ben.get(&form), sitting.chair.as_str());
    let kept = sitting.press(ada, &form, &[("note", "Fund it, with a visit.")]);
    assert_eq!(kept.notice(), "The note is saved.");
    assert!(kept.text().contains("Fund it, with a visit."));
    let over = ben.submit(&early, &form, &[("note", "Wait for the audit.")]);
    assert_eq!(over.status, 422);
    assert_eq!(over.value("note"), "Wait for the audit.");
    assert!(
        over.error("note")
            .starts_with("Somebody else has changed this note")
    );
    let again = ben.submit(&over, &form, &[("note", "Fund it; ask for the audit.")]);
    assert_eq!(again.notice(), "The note is saved.");
    let long = "x".repeat(2001);
    let refused = sitting.press(ada, &form, &[("note", &long)]);
    assert_eq!((refused.status, refused.value("note").len()), (422, 2001));
    // Staff read it where they follow the meeting; reviewers don't.
    let read = |person: &crate::support::Person| person.get(&sitting.member).text();
    assert!(read(ada).contains("ask for the audit"));
    assert!(!read(noor).contains("ask for the audit"));
    assert!(ada.get(place).text().contains("ask for the audit"));
}

#[test]
fn a_meeting_is_closed_after_asking_and_has_minutes() {
    let sitting = Sitting::open();
    let Deliberation { ada, noor, .. } = &sitting.round;
    let omar = ada.invites("Omar Said", Role::Auditor);
    sitting.turn(ada, "next");
    let minutes = format!("{}/minutes", sitting.chair);
    assert_eq!(ada.get(&minutes).status, 409);
    sitting.press(ada, &sitting.item(0, "note"), &[("note", "Fund it.")]);
    let link = noor.get(&sitting.member).link("Change your review");
    let sent = revise(noor, &link, HIGH);
    assert_eq!(
        (sent.status, sent.location()),
        (303, sitting.member.as_str())
    );
    let closing = format!("{}/closing", sitting.chair);
    let asked = ada.get(&closing);
    assert!(
        asked
            .text()
            .contains("What was agreed can no longer be changed.")
    );
    let done = ada.submit(&asked, &closing, &[]);
    assert_eq!(done.notice(), "The meeting is closed.");
    assert_eq!(done.path, minutes);
    for person in [ada, &omar] {
        let page = person.get(&minutes);
        let first = page.the("section.panel:nth-of-type(1)");
        for words in [
            "No. 1 Legal aid in the valley",
            "EH-AAAA-2222",
            "Score 80.0",
            "Mean of the first scores 77.5, now 80.0",
            "Fund it.",
            "Ada Levi",
        ] {
            assert!(first.contains(words), "{words}: {first}");
        }
        assert!(page.text().contains("Not discussed"));
    }
    assert_eq!(sitting.front(noor), "The meeting is over");
    // What somebody thinks later is not of the meeting.
    sitting.round.site.pass_minutes(1);
    let review = format!("/reviews/{}", sitting.id(0));
    assert_eq!(revise(noor, &review, OTHER).status, 303);
    assert!(ada.get(&minutes).text().contains("now 80.0"));
    let note = ada.post_with_token(&sitting.item(0, "note"), &[("note", "No.")]);
    assert_eq!(note.status, 409);
    let told = sitting
        .round
        .site
        .read(|reader| latest_events(reader, None, 60));
    let told: Vec<_> = told.iter().map(|event| event.action.as_str()).collect();
    for verb in [
        "plan_meeting",
        "propose_meeting_order",
        "open_meeting",
        "call_meeting_item",
        "note_meeting_item",
        "close_meeting",
        "read_minutes",
    ] {
        assert!(told.contains(&verb), "{verb} in {told:?}");
    }
}
