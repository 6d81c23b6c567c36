//! A question with a due date in a browser: asked at a desk, answered on a
//! telephone, read again at the desk.

use crate::driver::{Browser, Kind};
use crate::story::Story;

const MAIN_BUTTON: &str = "main form button.button";

#[test]
fn a_question_is_asked_answered_and_read() {
    let story = Story::new();
    let (rana, place) = story.in_review("Rana Haddad", "Olive Press");
    let desk = Browser::open(&story.site, &Kind::wide());
    desk.be(&story.ada);
    desk.visit(&format!("/admin{place}"));
    desk.follow("Nothing asked yet");
    desk.follow("Ask a question");
    desk.fill("question", "Who pays the rent?");
    desk.fill("due_at", "2026-11-03 09:00");
    desk.choose("section", "need");
    desk.go(MAIN_BUTTON);
    assert_eq!(desk.text(".panel .badge"), "Waits for an answer");

    let phone = Browser::open(&story.site, &Kind::narrow());
    phone.be(&rana);
    phone.visit("/applications");
    phone.fits();
    phone.go(".round-cards .card-link");
    phone.fits();
    phone.follow("The need");
    phone.fill("situation", "The office was raided twice.");
    phone.press("Save and return to the list");
    phone.fill("answer", "The owner waived it.");
    phone.go(MAIN_BUTTON);
    phone.fits();
    phone.choose("certify", "yes");
    phone.go("main form[action$='/submission'] button");
    assert!(phone.text("main").contains("The owner waived it."));
    phone.visit(&place);
    phone.fits();

    desk.visit(&format!("/admin{place}/clarifications"));
    assert!(desk.text("main").contains("The owner waived it."));
    assert!(desk.text("main").contains("Changed"));
    desk.go("main a[href$='/versions']");
    desk.go("main a[href*='comparison?from=']");
    let shown = desk.text("main");
    assert!(shown.contains("twice"), "{shown}");
}
