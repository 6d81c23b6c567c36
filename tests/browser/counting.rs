//! What is typed, counted on the page as the server counts it.

use crate::driver::{Browser, Kind};
use crate::story::Story;

#[test]
fn what_is_too_long_is_counted_while_typing_and_kept() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let desk = Browser::open(&story.site, &Kind::wide());
    desk.be(&rana);
    desk.visit(&format!("{place}/sections/request"));
    let count = |name: &str| desk.text(&format!("[name={name}] + .count"));

    // A short line tells only once it is nearly full.
    desk.fill("title", "Legal help");
    assert!(!desk.shows("[name=title] + .count"));
    desk.fill("title", &"ش".repeat(141));
    assert_eq!(count("title"), "141 / 140");
    desk.fill("summary", &"كلمة — אי־אלימות ".repeat(51));
    assert_eq!(count("summary"), "102 / 100");

    desk.go(".save-bar button");
    let error = |name: &str| desk.text(&format!("#f-{name}-error"));
    assert!(error("title").contains("140"), "{}", error("title"));
    assert!(error("summary").contains("102"), "{}", error("summary"));
    let kept = desk.script("return document.getElementById('f-title').value.length");
    assert_eq!(kept, 141);
}
