//! Losing nothing in a browser: two editors at once, a session that ends in the
//! middle, a form that is filled in without a connection.

use std::fs;

use crate::driver::{Browser, Kind};
use crate::story::Story;

const MAIN_BUTTON: &str = "main form button.button";

#[test]
fn two_editors_clash_and_choose() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = format!("{place}/sections/need");
    let (one, other) = (
        Browser::open(&story.site, &Kind::narrow().without_script()),
        Browser::open(&story.site, &Kind::wide().without_script()),
    );
    for browser in [&one, &other] {
        browser.be(&rana);
        browser.visit(&need);
    }
    one.fill("situation", "The first telephone.");
    one.go(".save-bar button");
    other.fill("situation", "The desk.");
    other.go(".save-bar button");
    assert_eq!(other.text(".theirs-text"), "The first telephone.");
    other.click("input[name=take]");
    other.go(".save-bar button");
    other.visit(&need);
    assert_eq!(
        other.text("textarea[name=situation]"),
        "The first telephone."
    );
}

#[test]
fn another_language_loses_nothing_that_was_typed() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let desk = Browser::open(&story.site, &Kind::wide());
    desk.be(&rana);
    desk.visit(&format!("{place}/sections/need"));
    desk.fill("situation", "Half a page of text.");
    desk.speak("ar");
    assert_eq!(
        desk.text("textarea[name=situation]"),
        "Half a page of text."
    );

    // A form that does not save itself, once it was refused.
    let phone = Browser::open(&story.site, &Kind::narrow().without_script());
    phone.visit("/sign-up");
    phone.fill("name", "Omar Said");
    phone.press("Make the account");
    phone.speak("he");
    phone.fits();
    phone.go(MAIN_BUTTON);
    assert_eq!(phone.attribute("[name='name']", "value"), "Omar Said");
    assert_eq!(phone.attribute("html", "lang"), "he");
}

#[test]
fn a_session_that_ends_in_the_middle_loses_nothing() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = format!("{place}/sections/need");
    let phone = Browser::open(&story.site, &Kind::narrow().without_script());
    phone.be(&rana);
    phone.visit(&need);
    phone.fill("situation", "Half a page of text.");
    rana.sign_out();
    phone.go(".save-bar button");
    assert_eq!(phone.heading(), "Sign in to save what you typed");
    phone.fits();
    phone.fill("email", &rana.email);
    phone.fill("password", &rana.password);
    phone.go(MAIN_BUTTON);
    phone.go(MAIN_BUTTON);
    phone.visit(&need);
    assert_eq!(
        phone.text("textarea[name=situation]"),
        "Half a page of text."
    );
}

/// What the file's program would hand to the browser to be kept.
const CATCH: &str = "const Whole = Blob; window.Blob = function (parts, kind) { \
    window.kept = parts[0]; return new Whole(parts, kind); };";

#[test]
fn a_form_is_filled_in_without_a_connection_and_brought_back() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let folder = tempfile::tempdir().expect("a folder");
    let taken = rana.get(&format!("{place}/offline/form"));
    fs::write(folder.path().join("form.html"), taken.source()).expect("the file is kept");
    let away = Browser::open_at(
        &format!("file://{}", folder.path().display()),
        &Kind::wide(),
    );
    away.visit("/form.html");
    away.script(CATCH);
    away.fill("situation", "Written on the road.");
    away.click("button[name=add][value=budget]");
    away.fill("budget.1.description", "A second line");
    away.click("#keep");
    let kept = away.script("return window.kept");
    let file = folder.path().join("kept.html");
    fs::write(&file, kept.as_str().expect("a page")).expect("the file is kept");
    away.visit("/kept.html");
    assert_eq!(
        away.script("return document.querySelectorAll('#f-budget .row-fields').length"),
        2
    );

    let desk = Browser::open(&story.site, &Kind::wide());
    desk.be(&rana);
    desk.visit(&format!("{place}/offline"));
    desk.choose_file("file", &file);
    desk.go(MAIN_BUTTON);
    desk.visit(&format!("{place}/sections/need"));
    assert_eq!(
        desk.text("textarea[name=situation]"),
        "Written on the road."
    );
}
