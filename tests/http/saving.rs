//! Saving without losing: two windows that clash, a page that saves itself, a
//! session that ends while somebody writes.

use std::thread;

use serde_json::Value;

use crate::story::{Story, save};
use crate::support::{Page, Person};

const SAVED_MEANWHILE: &str = "Somebody of your organisation, or you in another window, saved this section meanwhile. Nothing of yours is lost: it stands in the fields, and beside each field that differs you see the text that is saved. Tick the saved texts that you want instead of yours, then save.";

fn section(place: &str, code: &str) -> String {
    format!("{place}/sections/{code}")
}

#[test]
fn two_windows_that_clash_stand_side_by_side() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = section(&place, "need");
    let (one, other) = (rana.get(&need), rana.get(&need));
    rana.submit(&one, &need, &[("situation", "The first window.")]);
    let clash = rana.submit(&other, &need, &[("situation", "The second window.")]);
    assert_eq!((clash.status, &*clash.notice()), (409, SAVED_MEANWHILE));
    assert_eq!(clash.value("situation"), "The second window.");
    assert_eq!(clash.texts(".theirs-text"), ["The first window."]);
    assert_eq!(
        clash.texts(".theirs-head"),
        ["Saved by Rana Haddad, 2 November 2026 at 11:00 (UTC+2)"]
    );
    assert_eq!(rana.get(&need).value("situation"), "The first window.");
    let kept = rana.submit(&clash, &need, &[("then", "list")]);
    assert_eq!(kept.notice(), "Saved.");
    assert_eq!(rana.get(&need).value("situation"), "The second window.");
    // The same text from a window that is behind is no clash.
    let same = rana.submit(&one, &need, &[("situation", "The second window.")]);
    assert_eq!((same.status, &*same.notice()), (200, "Saved."));
}

#[test]
fn of_twenty_windows_that_save_at_once_one_wins_whole() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    save(&rana, &place, "need", &[("situation", "Before.")]);
    let need = section(&place, "need");
    let page = rana.get(&need);
    let press = |number: usize| {
        let (text, end) = (format!("Window {number}"), format!("End {number}"));
        let typed = [("situation", &*text), ("without_grant", &*end)];
        rana.submit(&page, &need, &typed).status
    };
    let press = &press;
    let mut told = thread::scope(|scope| {
        let all: Vec<_> = (0..20).map(|n| scope.spawn(move || press(n))).collect();
        let told = all.into_iter().map(|one| one.join().expect("an answer"));
        told.collect::<Vec<u16>>()
    });
    told.sort_unstable();
    assert_eq!(told[0], 200);
    assert_eq!(told[1..], [409; 19]);
    let kept = rana.get(&need);
    let (text, end) = (kept.value("situation"), kept.value("without_grant"));
    assert!(text.starts_with("Window ") && end.starts_with("End "));
    assert_eq!(
        text.split_once(' ').unzip().1,
        end.split_once(' ').unzip().1
    );
}

#[test]
fn each_text_of_a_clash_is_chosen_on_its_own() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = section(&place, "need");
    let (one, other) = (rana.get(&need), rana.get(&need));
    let first = [("situation", "First."), ("without_grant", "First end.")];
    rana.submit(&one, &need, &first);
    let second = [("situation", "Second."), ("without_grant", "Second end.")];
    let clash = rana.submit(&other, &need, &second);
    assert_eq!(clash.texts(".theirs-text"), ["First.", "First end."]);
    rana.submit(&clash, &need, &[("take", "situation")]);
    let after = rana.get(&need);
    assert_eq!(after.value("situation"), "First.");
    assert_eq!(after.value("without_grant"), "Second end.");
}

#[test]
fn rows_that_clash_are_told_by_their_number() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let support = section(&place, "support");
    let first = [("supporters.0.funder", "First fund")];
    save(&rana, &place, "support", &first);
    let longer = rana.get(&format!("{support}?add=supporters"));
    let second = [("supporters.1.funder", "Second fund")];
    rana.submit(&longer, &support, &second);
    let (one, other) = (rana.get(&support), rana.get(&support));
    let meanwhile = [("supporters.1.funder", "Another fund")];
    rana.submit(&one, &support, &meanwhile);
    let clash = rana.submit(&other, &support, &[("supporters.1.funder", "My fund")]);
    assert_eq!(clash.status, 409);
    let told = clash.texts(".theirs-text");
    assert_eq!(told.len(), 1, "{told:?}");
    let row = &told[0];
    assert!(
        row.starts_with("Row 2: ") && row.ends_with("Another fund"),
        "{row}"
    );
    assert_eq!(clash.value("supporters.1.funder"), "My fund");
}

/// Words without the invisible marks that keep dates together.
fn without_isolates(words: &str) -> String {
    words
        .chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}

/// What a page that saves itself posts, and is told.
fn autosave(person: &Person, page: &Page, place: &str, text: &str) -> (u16, i64, String) {
    let form = page.form(place, &[]);
    let pairs = form.filled(&[("situation", text)]);
    let answer = person.post(&format!("{place}/autosave"), &pairs);
    let told: Value = serde_json::from_str(answer.source()).expect("the page is told");
    let version = told["version"].as_i64().expect("a version");
    let words = told["told"].as_str().unwrap_or("");
    (answer.status, version, without_isolates(words))
}

#[test]
fn a_page_saves_itself_and_says_so() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = section(&place, "need");
    let page = rana.get(&need);
    assert_eq!(
        autosave(&rana, &page, &need, "Half a sentence"),
        (200, 1, "Saved 2 November 2026 at 11:00 (UTC+2)".to_owned())
    );
    assert_eq!(rana.get(&need).value("situation"), "Half a sentence");
    // A page that is behind changes nothing and learns it.
    let (status, version, told) = autosave(&rana, &page, &need, "An older window");
    assert_eq!((status, version), (409, 1));
    assert_eq!(
        told,
        "Not saved by itself: somebody saved this section meanwhile. Press “Save” to see both texts."
    );
    assert_eq!(rana.get(&need).value("situation"), "Half a sentence");
}

#[test]
fn a_page_that_saves_itself_names_what_it_could_not_read() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let request = section(&place, "request");
    let saved = |start: &str| {
        let form = rana.get(&request).form(&request, &[]);
        let pairs = form.filled(&[("title", "A road"), ("start", start)]);
        let answer = rana.post(&format!("{request}/autosave"), &pairs);
        let told: Value = serde_json::from_str(answer.source()).expect("the page is told");
        let words = without_isolates(told["told"].as_str().unwrap_or(""));
        (told["partly"] == true, words)
    };
    let (partly, words) = saved("31.2.2037");
    assert!(partly, "{words}");
    let named =
        "Not saved, because it can’t be read yet: When would you like to start? Enter a date";
    assert!(words.contains(named), "{words}");
    assert_eq!(rana.get(&request).value("title"), "A road");
    let (partly, words) = saved("1.2.2037");
    assert!(!partly && !words.contains("Not saved"), "{words}");
}

#[test]
fn after_the_round_nothing_saves_itself() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = section(&place, "need");
    let page = rana.get(&need);
    story.site.pass_minutes(76);
    let (status, version, told) = autosave(&rana, &page, &need, "Too late");
    assert_eq!((status, version), (409, 0));
    assert_eq!(
        told,
        "This section can’t be saved any more. Copy what you need."
    );
}

/// The person's browser says where its posts come from, as browsers do.
fn modern(mut person: Person) -> Person {
    person
        .headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    person
}

#[test]
fn who_was_signed_out_signs_in_again_and_the_text_is_there() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let rana = modern(rana);
    let need = section(&place, "need");
    let page = rana.get(&need);
    rana.sign_out();
    let text = "كتبنا هذا والخط مقطوع\nand it stays.";
    let asked = rana.submit(&page, &need, &[("situation", text), ("then", "list")]);
    assert_eq!(
        (asked.status, &*asked.heading()),
        (401, "Sign in to save what you typed")
    );
    let shown = ["كتبنا هذا والخط مقطوع and it stays."];
    assert_eq!(asked.texts("details .answer"), shown);
    // A wrong password loses nothing either.
    let wrong = [("email", &*rana.email), ("password", "not this one, no")];
    let refused = rana.submit(&asked, "/sign-in/resume", &wrong);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.texts("details .answer"), shown);
    let right = [("email", &*rana.email), ("password", &*rana.password)];
    let again = rana.submit(&refused, "/sign-in/resume", &right);
    assert_eq!(
        (again.status, &*again.heading()),
        (200, "Your text is still here")
    );
    let saved = rana.submit(&again, &need, &[]);
    assert_eq!(saved.notice(), "Saved.");
    assert_eq!(saved.path, place);
    let stored = rana.get(&need).value("situation");
    assert_eq!(stored, text);
}

#[test]
fn a_page_older_than_the_session_is_sent_once_more() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let rana = modern(rana);
    let need = section(&place, "need");
    let page = rana.get(&need);
    rana.sign_out();
    rana.sign_in();
    let asked = rana.submit(&page, &need, &[("situation", "Typed before.")]);
    assert_eq!(
        (asked.status, &*asked.heading()),
        (403, "Your text is still here")
    );
    rana.submit(&asked, &need, &[]);
    assert_eq!(rana.get(&need).value("situation"), "Typed before.");
}

#[test]
fn what_another_site_posts_is_not_offered_to_be_sent() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = section(&place, "need");
    let pairs = [("situation".to_owned(), "Planted.".to_owned())];
    for site in ["cross-site", "same-site"] {
        let mut signed_in = rana.at_another_browser();
        signed_in.sign_in();
        signed_in.headers.push(("sec-fetch-site", site.to_owned()));
        let answer = signed_in.post(&need, &pairs);
        assert_eq!(
            (answer.status, &*answer.heading()),
            (403, "This page was open for too long"),
            "{site}"
        );
        let mut stranger = rana.at_another_browser();
        stranger.headers.push(("sec-fetch-site", site.to_owned()));
        let answer = stranger.post(&need, &pairs);
        assert_eq!((answer.status, &*answer.heading()), (401, "Sign in first"));
    }
}

#[test]
fn a_password_is_never_kept_in_a_page() {
    let story = Story::new();
    let rana = modern(story.site.applicant("Rana Haddad"));
    let page = rana.get("/account/password");
    rana.sign_out();
    let typed = [
        ("present", "my old secret phrase"),
        ("password", "my new secret phrase"),
    ];
    let asked = rana.submit(&page, "/account/password", &typed);
    assert_eq!(asked.status, 401);
    assert!(!asked.source().contains("secret phrase"));
}

#[test]
fn the_longest_arabic_answer_outlives_a_session() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let rana = modern(rana);
    let need = section(&place, "need");
    let text = vec!["المستشفى"; 4_000].join(" ");
    let page = rana.get(&need);
    rana.sign_out();
    let asked = rana.submit(&page, &need, &[("situation", &text)]);
    let right = [("email", &*rana.email), ("password", &*rana.password)];
    let again = rana.submit(&asked, "/sign-in/resume", &right);
    let flagged = rana.submit(&again, &need, &[]);
    assert_eq!(
        (flagged.status, &*flagged.error("situation")),
        (422, "Shorten this to 400 words; it has 4,000.")
    );
    assert_eq!(rana.get(&need).value("situation"), text);
}

#[test]
fn saving_one_section_leaves_the_others_as_they_are() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    save(&rana, &place, "need", &[("situation", "One.")]);
    save(&rana, &place, "values", &[("universality", "Two.")]);
    assert_eq!(
        rana.get(&section(&place, "need")).value("situation"),
        "One."
    );
}

#[test]
fn an_answer_that_the_page_did_not_ask_for_is_kept() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let capacity = section(&place, "capacity");
    save(&rana, &place, "capacity", &[("auditor", "Kern & Co.")]);
    // As a page posts that was made before the question came into the form.
    let board = "A board of five.";
    let form = rana.get(&capacity).form(&capacity, &[]);
    let mut posted = form.filled(&[("auditor", ""), ("governance", board)]);
    for (name, value) in &mut posted {
        if name == "asked" {
            *value = "governance".to_owned();
        }
    }
    assert_eq!(rana.post(&capacity, &posted).status, 303);
    let after = rana.get(&capacity);
    assert_eq!(after.value("auditor"), "Kern & Co.");
    assert_eq!(after.value("governance"), board);
}
