//! What staff note of an organisation's support.

use evenhand::domain::account::Role;

use super::{bring, row};
use crate::access::hundred::texts;
use crate::story::Story;
use crate::support::{Page, Person};

const NOTED: [(&str, &str); 6] = [
    ("funder", "Near Fund"),
    ("purpose", "Rent of the office"),
    ("amount", "4,000"),
    ("currency", "EUR"),
    ("from", "2026-06-01"),
    ("source", "Call with the fund, 2 November"),
];

fn note(admin: &Person, desk: &str, fields: &[(&str, &str)]) -> Page {
    let place = format!("{desk}/support");
    admin.submit(&admin.get(&place), &place, fields)
}

fn desk(story: &Story) -> String {
    story.sent("Rana Haddad", "Olive Press");
    story.ada.get("/admin/organisations").link("Olive Press")
}

#[test]
fn support_that_staff_learn_of_is_noted_and_taken_out_with_a_reason() {
    let story = Story::new();
    let desk = desk(&story);
    let noted = note(&story.ada, &desk, &NOTED);
    assert_eq!(noted.notice(), "Noted.");
    let row = &noted.table("On record here")[0];
    assert_eq!(row[..2], ["Near Fund", "Rent of the office"]);
    assert!(row[4].contains("Call with the fund, 2 November"), "{row:?}");

    let out = noted.link("Take out Near Fund");
    let asked = story.ada.get(&out);
    let refused = story.ada.submit(&asked, &out, &[("why", " ")]);
    assert_eq!(refused.error("why"), "Fill this in.");
    let gone = story
        .ada
        .submit(&asked, &out, &[("why", "It was another body.")]);
    assert_eq!(gone.notice(), "Taken out of the ledger.");
    assert!(!gone.text().contains("Near Fund"));
    assert_eq!(story.ada.get(&out).status, 404);
}

#[test]
fn what_an_entry_is_called_is_made_of_nothing_that_it_says() {
    let story = Story::new();
    let desk = desk(&story);
    for _ in 0..2 {
        assert_eq!(note(&story.ada, &desk, &NOTED).notice(), "Noted.");
    }
    let called = "SELECT grant_id AS found FROM ledger_entries WHERE kind = 'learned'";
    let ids = texts(story.site.url(), called);
    assert!(ids.len() == 2 && ids[0] != ids[1], "{ids:?}");
    let proven = format!("{called} AND substr(grant_id, 9, 12) = substr(digest, 1, 12)");
    assert_eq!(texts(story.site.url(), &proven), [""; 0]);
}

#[test]
fn published_grants_beyond_the_list_are_counted() {
    let story = Story::new();
    let grant = |n: usize| row(&format!("360G-a-{n}"), "Court costs", "Olive Press");
    let rows: String = (0..23).map(grant).collect();
    bring(&story.ada, &rows, false);
    let desk = desk(&story);
    let page = story.ada.get(&format!("{desk}/support"));
    assert_eq!(page.column("Published by funders", 0).len(), 20);
    assert!(page.text().contains("3 more are found"), "{}", page.text());
}

#[test]
fn what_is_typed_wrongly_is_named_and_stays() {
    let story = Story::new();
    let desk = desk(&story);
    let typed = [
        ("funder", ""),
        ("purpose", "Rent"),
        ("amount", "4,000"),
        ("currency", "euros"),
        ("from", "2026-06-01"),
        ("to", "2026-05-01"),
        ("source", "A call"),
    ];
    let refused = note(&story.ada, &desk, &typed);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.error("funder"), "Fill this in.");
    assert_eq!(refused.error("to"), "It can’t end before it begins.");
    assert!(!refused.error("amount").is_empty());
    assert_eq!(refused.value("purpose"), "Rent");
    assert_eq!(refused.value("currency"), "euros");
}

#[test]
fn auditors_read_and_note_nothing() {
    let story = Story::new();
    let desk = desk(&story);
    let omar = story.ada.invites("Omar Said", Role::Auditor);
    let page = omar.get(&format!("{desk}/support"));
    assert_eq!(page.status, 200);
    assert!(!page.has("[name='funder']"));
    let posted = omar.post_with_token(&format!("{desk}/support"), &NOTED);
    assert_eq!(posted.status, 403);
}
