//! Accounts in a browser: joining, languages, small screens, keyboard, leaving.

use evenhand::domain::second_factor::AppSecret;
use fantoccini::key::Key;

use crate::driver::{Browser, Kind};
use crate::support::{PASSWORD, TestSite};

/// Signs up, confirms, signs in, all by typing and pressing.
fn join(site: &TestSite, browser: &Browser) {
    let rana = site.visitor().named("Rana Haddad");
    browser.visit("/");
    browser.visit("/sign-up");
    browser.fits();
    browser.fill("name", &rana.name);
    browser.fill("email", &rana.email);
    browser.fill("password", PASSWORD);
    browser.press("Make the account");
    assert_eq!(browser.heading(), "Look into your mail");

    browser.visit(&rana.link_in_letter());
    browser.press("Confirm my address");
    assert_eq!(
        browser.text(".notice"),
        "Your address is confirmed. You can sign in now."
    );

    browser.sign_in(&rana);
    browser.visit("/account");
    assert_eq!(browser.heading(), "Your account");
}

fn speak_arabic(browser: &Browser) {
    browser.speak("ar");
    assert_eq!(browser.place(), "/account");
    assert_eq!(browser.attribute("html", "lang"), "ar");
    assert_eq!(browser.attribute("html", "dir"), "rtl");
    browser.fits();
}

#[test]
fn a_person_joins_and_reads_arabic() {
    let site = TestSite::start();
    let browser = Browser::open(&site, &Kind::wide());
    join(&site, &browser);
    speak_arabic(&browser);
}

#[test]
fn a_person_joins_on_a_small_telephone() {
    let site = TestSite::start();
    let browser = Browser::open(&site, &Kind::narrow());
    join(&site, &browser);
    browser.fits();
    assert_eq!(browser.script("return innerWidth"), 360);
    speak_arabic(&browser);
}

#[test]
fn a_person_joins_without_javascript() {
    let site = TestSite::start();
    let browser = Browser::open(&site, &Kind::narrow().without_script());
    join(&site, &browser);
    speak_arabic(&browser);
}

#[test]
fn a_second_step_is_set_up_on_a_small_telephone() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let browser = Browser::open(&site, &Kind::narrow().without_script());
    browser.sign_in(&rana);
    browser.visit("/account/second-factor");
    browser.fits();
    let app = AppSecret::parse(&browser.text("code#secret")).expect("a secret");
    browser.fill("one_time_code", &app.code_at(site.clock.now()));
    browser.press("Set it up");
    assert_eq!(browser.heading(), "Your recovery codes");
    browser.fits();
}

#[test]
fn the_keyboard_skips_to_the_content() {
    let site = TestSite::start();
    let browser = Browser::open(&site, &Kind::wide());
    browser.visit("/sign-in");
    browser.key(Key::Tab);
    assert_eq!(browser.focused(), "Skip to the content");
    assert!(
        browser.shows("a.skip:focus"),
        "it is seen when it has the focus"
    );
    browser.key(Key::Enter);
    assert_eq!(browser.script("return document.activeElement.id"), "main");
    browser.key(Key::Tab);
    assert_eq!(
        browser.script("return document.activeElement.name"),
        "email"
    );
}

#[test]
fn a_refused_form_puts_the_focus_on_what_is_wrong() {
    let site = TestSite::start();
    for kind in [Kind::wide(), Kind::wide().without_script()] {
        let browser = Browser::open(&site, &kind);
        browser.visit("/sign-up");
        browser.fill("name", "Rana Haddad");
        browser.press("Make the account");
        assert_eq!(
            browser.script("return document.activeElement.id"),
            "problems"
        );
        assert_eq!(browser.attribute("[name='name']", "value"), "Rana Haddad");
        browser.click("#problems a");
        assert_eq!(
            browser.script("return document.activeElement.name"),
            "email"
        );
    }
}

#[test]
fn whoever_leaves_at_once_is_gone_and_signed_out() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    for kind in [Kind::wide(), Kind::narrow().without_script()] {
        let browser = Browser::open(&site, &kind);
        browser.sign_in(&rana);
        browser.visit("/account");
        browser.go("form.exit button");
        assert_eq!(browser.place(), "https://www.wikipedia.org/");
        let page = browser.text("body");
        assert!(
            page.contains("ERR_NAME_NOT_RESOLVED"),
            "tried to go there: {page}"
        );
        browser.visit("/account");
        assert_eq!(browser.heading(), "Sign in");
    }
}

#[test]
fn escape_pressed_twice_leaves_as_well() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let browser = Browser::open(&site, &Kind::wide());
    browser.be(&rana);
    browser.visit("/account");
    let said = browser.text(".exit-button");
    assert!(said.contains("press Esc twice"), "{said}");
    browser.key(Key::Escape);
    browser.key(Key::Escape);
    browser.sees("body", "ERR_NAME_NOT_RESOLVED");
    browser.visit("/account");
    assert_eq!(browser.heading(), "Sign in");
}

#[test]
fn nothing_private_is_seen_by_going_back_after_signing_out() {
    let site = TestSite::start();
    let rana = site.applicant("Rana Haddad");
    let browser = Browser::open(&site, &Kind::wide());
    browser.be(&rana);
    browser.visit("/account");
    browser.go("form[action='/sign-out'] button");
    browser.back();
    assert_eq!(browser.heading(), "Sign in");
}
