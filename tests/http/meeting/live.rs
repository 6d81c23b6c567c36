//! The stream of events: that something changed, never what; and to nobody more than
//! their page tells them.

use std::time::{Duration, Instant};

use evenhand::domain::account::Role;

use super::ear::Ear;
use super::{Sitting, revise, title};
use crate::deliberation::{Deliberation, HIGH, OTHER};
use crate::support::{Person, TestSite, queries};

fn listen(sitting: &Sitting, site: &TestSite, person: &Person) -> Ear {
    let ear = Ear::open(site, person, &format!("{}/events", sitting.member));
    assert!(ear.head.starts_with("HTTP/1.1 200"), "{}", ear.head);
    ear
}

/// The mark of the page as it is now.
fn mark(sitting: &Sitting, person: &Person) -> String {
    let page = person.get(&sitting.member);
    page.attributes("[data-live]", "data-revision").remove(0)
}

#[test]
fn a_stream_tells_that_the_page_changed_and_is_held_back_by_nothing() {
    let sitting = Sitting::open();
    let Deliberation {
        ada,
        noor,
        maya,
        site,
        ..
    } = &sitting.round;
    sitting.turn(ada, "next");
    let mut ear = listen(&sitting, site, maya);
    let head = ear.head.to_lowercase();
    assert!(head.contains("content-type: text/event-stream"), "{head}");
    assert!(head.contains("x-accel-buffering: no"), "{head}");
    assert!(head.contains("cache-control: no-store"), "{head}");
    assert!(!head.contains("gzip") && !head.contains("br\r"), "{head}");
    let before = mark(&sitting, maya);
    assert_eq!(ear.event(), Some(before.clone()), "what the page shows");
    let link = noor.get(&sitting.member).link("Change your review");
    assert_eq!(revise(noor, &link, HIGH).status, 303);
    let after = ear.event().expect("an event");
    assert_ne!(after, before);
    assert_eq!(after, mark(&sitting, maya));
    sitting.turn(ada, "next");
    assert_eq!(ear.event(), Some(mark(&sitting, maya)));
    let closing = format!("{}/closing", sitting.chair);
    ada.submit(&ada.get(&closing), &closing, &[]);
    assert_eq!(ear.event(), Some(mark(&sitting, maya)));
    assert_eq!(ear.event(), None, "nothing changes any more");
    let over = maya.get(&format!("{}/events", sitting.member));
    assert_eq!((over.status, over.source()), (204, ""));
}

#[test]
fn whoever_left_hears_nothing_of_what_happens_meanwhile() {
    let sitting = Sitting::of(Deliberation::new());
    let Deliberation {
        ada,
        noor,
        maya,
        site,
        ..
    } = &sitting.round;
    let place = format!("/reviews/{}/declaration", sitting.id(0));
    let left = noor.submit(&noor.get(&place), &place, &[("kind", "funder")]);
    assert_eq!(left.heading(), "Thank you for telling us");
    sitting.propose("best");
    sitting.begin();
    sitting.turn(ada, &sitting.id(0).to_string());
    assert_eq!(sitting.front(noor), "Please leave the room for this item");
    let (mut away, mut inside) = (listen(&sitting, site, noor), listen(&sitting, site, ada));
    let first = mark(&sitting, noor);
    assert_eq!(away.event(), Some(first.clone()));
    inside.event().expect("what the page shows");
    let link = maya.get(&sitting.member).link("Change your review");
    assert_eq!(revise(maya, &link, OTHER).status, 303);
    inside.event().expect("the score changed");
    sitting.press(ada, &sitting.item(0, "note"), &[("note", "Fund it.")]);
    inside.event().expect("the note came");
    assert_eq!(mark(&sitting, noor), first);
    sitting.turn(ada, &sitting.id(1).to_string());
    let next = away.event().expect("the item is over");
    assert_eq!(
        next,
        mark(&sitting, noor),
        "and that is the first that she hears"
    );
    assert_eq!(sitting.front(noor), format!("In front now {}", title(1)));
}

#[test]
fn a_new_conflict_is_told_and_the_stream_begins_anew() {
    let sitting = Sitting::open();
    let Deliberation {
        ada, noor, site, ..
    } = &sitting.round;
    sitting.turn(ada, "next");
    let mut ear = listen(&sitting, site, noor);
    ear.event().expect("what the page shows");
    let place = format!("/reviews/{}/declaration", sitting.id(0));
    noor.submit(&noor.get(&place), &place, &[("kind", "funder")]);
    assert_eq!(ear.event(), Some(mark(&sitting, noor)));
    assert_eq!(ear.event(), None);
    assert_eq!(sitting.front(noor), "Please leave the room for this item");
}

#[test]
fn whoever_is_no_reviewer_any_more_hears_nothing_more() {
    let sitting = Sitting::open();
    let Deliberation {
        ada, noor, site, ..
    } = &sitting.round;
    sitting.turn(ada, "next");
    let (mut ear, mut other) = (listen(&sitting, site, noor), listen(&sitting, site, ada));
    ear.event().expect("what the page shows");
    other.event().expect("what the page shows");
    revoke(&sitting, noor);
    sitting.turn(ada, "next");
    assert_eq!(ear.event(), None);
    other.event().expect("others go on");
    assert_eq!(noor.get(&sitting.member).status, 404);
}

/// Takes the role of a reviewer away, as the operator can.
fn revoke(sitting: &Sitting, person: &Person) {
    use evenhand::domain::account::Email;
    use evenhand::store::{StoreError, account};
    let site = &sitting.round.site;
    let done = site.database.write(site.stamp(), |tx| {
        let email = Email::parse(&person.email).expect("an address");
        let found = account::by_email(tx, &email)?.expect("an account");
        account::revoke(tx, found.id, Role::Reviewer)?;
        Ok::<_, StoreError>(())
    });
    done.expect("the role is taken");
}

#[test]
fn one_person_has_a_few_streams_and_no_more() {
    let sitting = Sitting::open();
    let Deliberation {
        noor, maya, site, ..
    } = &sitting.round;
    let mut ears: Vec<Ear> = (0..4).map(|_| listen(&sitting, site, noor)).collect();
    let place = format!("{}/events", sitting.member);
    let full = noor.get(&place);
    assert_eq!(full.status, 429);
    listen(&sitting, site, maya);
    // The others go on.
    for ear in &mut ears {
        ear.event().expect("what the page shows");
    }
    let head = noor.ask("HEAD", &place, &[], None);
    assert_eq!((head.status, head.source()), (200, ""));
}

#[test]
fn a_change_made_at_another_server_process_is_heard() {
    let sitting = Sitting::open();
    let Deliberation {
        ada, noor, site, ..
    } = &sitting.round;
    let second = site.again_with(|_| {});
    let mut ear = listen(&sitting, &second, noor);
    ear.event().expect("what the page shows");
    // More than once: what nobody told would be found late.
    let began = Instant::now();
    for to in ["next", "next", "previous", "next"] {
        sitting.turn(ada, to);
        assert_eq!(ear.event(), Some(mark(&sitting, noor)));
    }
    assert!(began.elapsed() < Duration::from_secs(12));
    drop(ear);
}

#[test]
fn however_many_listen_the_database_is_asked_once_for_each_change() {
    queries::watch();
    let sitting = Sitting::open();
    let Deliberation {
        ada,
        noor,
        maya,
        ben,
        site,
        ..
    } = &sitting.round;
    let people = [ada, noor, maya, ben];
    let mut ears = people.map(|person| listen(&sitting, site, person));
    for ear in &mut ears {
        ear.event().expect("what the page shows");
    }
    let began = Instant::now();
    let asked = queries::of(site.url(), || {
        for _ in 0..3 {
            sitting.turn(ada, "next");
            for ear in &mut ears {
                ear.event().expect("the meeting moved on");
            }
        }
    });
    let seconds = usize::try_from(began.elapsed().as_secs()).expect("not long");
    let marks = asked.iter().filter(|one| is_mark(one)).count();
    // Each change is looked at once more; a file is asked after every second as well.
    assert!(
        (3..=seconds + 2 + 2 * 3).contains(&marks),
        "{marks} in {seconds} s"
    );
}

/// Whether a statement asks whether a meeting changed.
fn is_mark(statement: &str) -> bool {
    statement.starts_with("SELECT ")
        && statement.contains("changes")
        && !statement.contains("planned_at")
}
