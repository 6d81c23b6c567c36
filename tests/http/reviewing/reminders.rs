//! Letters that remind: on a schedule, in the reader's morning, never twice a day.

use evenhand::actions::reminders;
use evenhand::domain::Moment;

use super::PAGE;
use crate::deliberation::{Deliberation, EVEN, review};
use crate::support::{PUBLIC, Person};

const SCHEDULE: &str = "/admin/rounds/autumn/reviewing/schedule";
const REMINDER: &str = "/admin/rounds/autumn/reviewing/reminder";

/// The round's reviews are due nine days after it began: 11 November 2026, 9:00 UTC.
/// Reviewers live in Jerusalem, two hours ahead.
fn at(round: &Deliberation, text: &str) {
    let now = Moment::parse_local(text, "Asia/Jerusalem").expect("a time");
    round.site.clock.set(now);
    let written = reminders::remind_due(&round.site.database, &round.site.stamp(), PUBLIC);
    written.expect("letters are written");
}

/// The first lines of the letters that reminded somebody.
fn reminded(round: &Deliberation, person: &Person) -> Vec<String> {
    let letters = round.site.letters_to(&person.email).into_iter();
    let letters = letters.filter(|one| one.subject == "Reviews wait for you");
    letters
        .map(|one| one.body.lines().next().unwrap_or_default().to_owned())
        .collect()
}

fn mute(person: &Person, choice: &str) {
    let page = person.get("/account");
    let saved = person.submit(&page, "/account", &[("reminders", choice)]);
    assert_eq!(saved.notice(), "Saved.");
    assert_eq!(saved.value("reminders"), choice);
}

#[test]
fn reviewers_are_reminded_before_on_and_after_the_day() {
    let round = Deliberation::unscored();
    review(&round.noor, round.applications[0], EVEN);
    for text in [
        "2026-11-03 09:00", // eight days before
        "2026-11-04 07:00",
        "2026-11-04 08:00",
        "2026-11-04 08:05",
        "2026-11-05 08:00",
        "2026-11-09 08:00",
        "2026-11-11 08:00",
        "2026-11-12 08:00",
        "2026-11-18 08:00",
    ] {
        at(&round, text);
    }
    let expected = [
        "3 reviews wait for you. The next one is due in 7 days.",
        "3 reviews wait for you. The next one is due in 2 days.",
        "3 reviews wait for you. The next one is due today.",
        "3 reviews wait for you. 3 are overdue.",
    ];
    assert_eq!(reminded(&round, &round.noor), expected);
    assert_eq!(reminded(&round, &round.maya).len(), 4);
    let letter = round.noor.letter();
    assert_eq!(round.noor.link_in_letter(), "/reviews");
    assert!(letter.body.contains(&format!("{PUBLIC}/account")));
    for secret in ["EH-", "Olive", "Legal aid", "Ada"] {
        assert!(!letter.body.contains(secret), "{secret}");
    }
    round.ada.sign_in();
    let last = round.ada.get(PAGE).column("By reviewer", 6);
    assert!(last[0].starts_with("18 Nov"), "{last:?}");
}

#[test]
fn nobody_is_reminded_of_what_is_not_theirs_to_send() {
    let round = Deliberation::unscored();
    let (noor, maya) = (&round.noor, &round.maya);
    // Noor has sent two, has a conflict with one and declined the last.
    review(noor, round.applications[0], EVEN);
    review(noor, round.applications[1], EVEN);
    let place = format!("/reviews/{}", round.applications[2]);
    let asked = noor.get(&place);
    noor.submit(
        &asked,
        &format!("{place}/declaration"),
        &[("kind", "funder")],
    );
    let place = format!("/reviews/{}/decline", round.applications[3]);
    let declined = noor.submit(&noor.get(&place), &place, &[("reason", "No time.")]);
    assert_eq!(declined.status, 200, "{}", declined.text());
    mute(maya, "off");
    at(&round, "2026-11-04 08:00");
    assert_eq!(reminded(&round, noor), [""; 0]);
    assert_eq!(reminded(&round, maya), [""; 0]);
    round.ada.sign_in();
    let page = round.ada.get(PAGE);
    assert!(page.column("By reviewer", 6)[0].contains("Wants none"));
    maya.sign_in();
    mute(maya, "on");
    at(&round, "2026-11-05 08:00");
    assert_eq!(reminded(&round, maya).len(), 1, "made up for");
    // A closed round reminds of nothing.
    round.ada.sign_in();
    let place = "/admin/rounds/autumn/closing";
    round.ada.submit(&round.ada.get(place), place, &[]);
    at(&round, "2026-11-09 08:00");
    assert_eq!(reminded(&round, maya).len(), 1);
}

#[test]
fn a_round_has_a_schedule_of_its_own_or_none() {
    let round = Deliberation::unscored();
    let ada = &round.ada;
    let page = ada.get(SCHEDULE);
    assert_eq!(page.value("days"), "7 2");
    let wrong = ada.submit(&page, SCHEDULE, &[("days", "soon")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.problems(), ["Enter at most 6 numbers from 1 to 60."]);
    assert_eq!(wrong.value("days"), "soon");
    let saved = ada.submit(&page, SCHEDULE, &[("days", "٣، ٥")]);
    assert_eq!(saved.notice(), "Saved.");
    assert!(
        saved
            .text()
            .contains("Days before: 5 · 3; on the day, then weekly")
    );
    at(&round, "2026-11-04 08:00");
    assert_eq!(reminded(&round, &round.noor), [""; 0]);
    at(&round, "2026-11-06 08:00");
    assert_eq!(reminded(&round, &round.noor).len(), 1);
    ada.sign_in();
    let off = ada.submit(&ada.get(SCHEDULE), SCHEDULE, &[("active", "")]);
    assert!(off.text().contains("Switched off"), "{}", off.text());
    at(&round, "2026-11-08 08:00");
    assert_eq!(reminded(&round, &round.noor).len(), 1);
}

#[test]
fn chosen_reviewers_are_reminded_at_once_and_once_a_day() {
    let round = Deliberation::unscored();
    let (ada, noor, maya) = (&round.ada, &round.noor, &round.maya);
    mute(maya, "off");
    let page = ada.get(PAGE);
    let offered = page.attributes("input[name='reviewer']", "value");
    assert_eq!(offered.len(), 1, "whoever wants none can't be chosen");
    let asked = ada.submit(&page, REMINDER, &[("reviewer", &offered[0])]);
    assert_eq!(
        asked.heading(),
        "Rapid response, autumn Remind reviewers now"
    );
    assert_eq!(asked.texts("main li"), ["Noor Khalil"]);
    assert_eq!(reminded(&round, noor), [""; 0], "not by being asked");
    let done = ada.submit(&asked, REMINDER, &[]);
    assert_eq!(
        done.notice(),
        "Done. Whoever could be reminded today has mail."
    );
    assert_eq!(reminded(&round, noor).len(), 1);
    let again = ada.submit(&asked, REMINDER, &[]);
    assert_eq!(again.notice(), done.notice());
    assert_eq!(reminded(&round, noor).len(), 1, "once a day");
    let muted = round.site.read(|reader| {
        let email = evenhand::domain::account::Email::parse(&maya.email).expect("an address");
        evenhand::store::account::by_email(reader, &email)
    });
    let id = muted.expect("an account").id.to_string();
    ada.post_with_token(REMINDER, &[("reviewer", &id)]);
    assert_eq!(reminded(&round, maya), [""; 0]);
    let none = ada.post_with_token(REMINDER, &[]);
    assert_eq!(none.problems(), ["Tick at least one reviewer."]);
    let place = format!("/admin/audit?kind=application&id={}", round.applications[0]);
    let rows = ada.get(&place).table("Audit log");
    let told: Vec<_> = rows.iter().filter(|row| row[3] == "remind").collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0][5], "After: reviewer Noor Khalil");
}

#[test]
fn an_admin_reminds_of_nothing_that_they_may_not_see() {
    let round = Deliberation::unscored();
    let (ben, noor) = (&round.ben, &round.noor);
    for id in &round.applications[1..] {
        review(noor, *id, EVEN);
    }
    let place = format!("/admin/applications/{}/conflict", round.applications[0]);
    ben.submit(&ben.get(&place), &place, &[("kind", "collaborator")]);
    let page = ben.get(PAGE);
    assert_eq!(
        page.attributes("input[name='reviewer']", "value").len(),
        1,
        "Maya alone"
    );
    let id = round.site.read(|reader| {
        let email = evenhand::domain::account::Email::parse(&noor.email).expect("an address");
        evenhand::store::account::by_email(reader, &email)
    });
    let id = id.expect("an account").id.to_string();
    let done = ben.post_with_token(REMINDER, &[("reviewer", &id)]);
    assert_eq!(done.status, 303, "no other answer than to whoever has mail");
    assert_eq!(reminded(&round, noor), [""; 0]);
    // Noor is reminded of it, and Ben is not told.
    at(&round, "2026-11-04 08:00");
    assert_eq!(reminded(&round, noor).len(), 1);
    ben.sign_in();
    let last = ben.get(PAGE).column("By reviewer", 6);
    assert_eq!(last[1], "–", "{last:?}");
}
