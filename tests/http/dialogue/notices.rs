//! Letters as often as one likes.

use evenhand::actions::notices;
use evenhand::domain::Moment;

use super::{ASK, ask};
use crate::story::Story;
use crate::support::{PUBLIC, Person, TestSite};

fn choose(person: &Person, frequency: &str) {
    let page = person.get("/account");
    let done = person.submit(&page, "/account", &[("notices", frequency)]);
    assert_eq!(done.notice(), "Saved.");
    assert_eq!(done.value("notices"), frequency);
}

fn write(story: &Story, place: &str, body: &str) {
    let thread = format!("/admin{place}/thread");
    story
        .ada
        .submit(&story.ada.get(&thread), &thread, &[("body", body)]);
}

fn digests(site: &TestSite) {
    let posted = site
        .database
        .write(site.stamp(), |tx| notices::post_digests(tx, None, PUBLIC));
    assert_eq!(posted.expect("digests are written"), None);
}

fn subjects(site: &TestSite, person: &Person) -> Vec<String> {
    let letters = site.letters_to(&person.email).into_iter();
    letters.map(|letter| letter.subject).collect()
}

#[test]
fn a_morning_letter_counts_and_names_nothing() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    choose(&rana, "daily");
    let before = subjects(&story.site, &rana).len();
    write(&story, &place, "One.");
    write(&story, &place, "Two.");
    assert_eq!(subjects(&story.site, &rana).len(), before);
    digests(&story.site);
    assert_eq!(
        subjects(&story.site, &rana).len(),
        before,
        "not yet morning"
    );
    let morning = Moment::parse_local("2026-11-03 08:00", "Asia/Jerusalem");
    story.site.clock.set(morning.expect("a time"));
    digests(&story.site);
    digests(&story.site);
    assert_eq!(subjects(&story.site, &rana).len(), before + 1);
    let letter = rana.letter();
    assert_eq!(letter.subject, "News since yesterday");
    assert!(letter.body.contains("There are 2 pieces of news for you."));
    assert_eq!(rana.link_in_letter(), "/home");
    for secret in ["Olive", "One.", "EH-"] {
        assert!(!letter.body.contains(secret), "{secret}");
    }
}

#[test]
fn what_was_read_is_not_told_again() {
    let story = Story::new();
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    choose(&rana, "daily");
    write(&story, &place, "One.");
    let thread = rana.get(&format!("{place}/thread"));
    rana.submit(&thread, &format!("{place}/thread/reading"), &[]);
    let before = subjects(&story.site, &rana).len();
    story.site.pass_days(2);
    digests(&story.site);
    assert_eq!(subjects(&story.site, &rana).len(), before);
}

#[test]
fn only_what_must_arrive_arrives() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    choose(&rana, "essential");
    write(&story, &place, "One.");
    assert_ne!(rana.letter().subject, "There is a message for you");
    ask(&story.ada, &place, &ASK);
    assert_eq!(rana.letter().subject, "You are asked a question");
    choose(&rana, "at_once");
    write(&story, &place, "Two.");
    assert_eq!(rana.letter().subject, "There is a message for you");
    let wrong = [
        ("name", "Rana Haddad"),
        ("language", "en"),
        ("time_zone", "UTC"),
        ("notices", "hourly"),
    ];
    let refused = rana.post_with_token("/account", &wrong);
    assert_eq!(
        (refused.status, &*refused.error("notices")),
        (422, "Choose one of the options.")
    );
}
