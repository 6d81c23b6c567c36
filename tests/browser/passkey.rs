//! Passkeys in a browser, with a device that Chromium plays.

use crate::driver::{Browser, Kind};
use crate::support::TestSite;

/// A site whose public address is its own, by the name that browsers take for safe.
fn site() -> TestSite {
    TestSite::start_with(|config| {
        "http://localhost:0".clone_into(&mut config.public_url);
        config.proof_minutes = 15;
    })
}

fn open(site: &TestSite, kind: &Kind) -> Browser {
    Browser::open_at(&site.address.replace("127.0.0.1", "localhost"), kind)
}

#[test]
fn a_passkey_is_made_and_signs_in_and_proves() {
    let site = site();
    let ada = site.first_admin("Ada Levi");
    let browser = open(&site, &Kind::narrow());
    browser.has_device();
    browser.sign_in(&ada);
    browser.visit("/account/passkeys");
    browser.fits();
    browser.fill("passkey_name", "My phone");
    browser.press("Go on");
    browser.fits();
    assert!(!browser.shows("[data-unable]"));
    browser.press("Make it now");
    assert_eq!(browser.heading(), "Your recovery codes");

    browser.visit("/account");
    browser.click(".menu-button");
    browser.go("form[action='/sign-out'] button");
    browser.sign_in(&ada);
    assert_eq!(browser.heading(), "One more step");
    browser.fits();
    browser.press("Use your passkey");
    browser.visit("/account/passkeys");
    assert!(browser.text("#passkeys").contains("Last used on"));

    site.pass_minutes(16);
    browser.visit("/account/proof?return_to=/admin/people");
    browser.press("Use your passkey");
    assert_eq!(browser.place(), "/admin/people");
}

#[test]
fn a_device_without_the_passkey_leaves_the_code() {
    let site = site();
    let ada = site.first_admin("Ada Levi");
    let own = open(&site, &Kind::wide());
    own.has_device();
    own.sign_in(&ada);
    own.visit("/account/passkeys");
    own.fill("passkey_name", "My phone");
    own.press("Go on");
    own.press("Make it now");
    let code = own.texts("#codes code").remove(0);

    let other = open(&site, &Kind::wide().without_script());
    other.sign_in(&ada);
    assert!(!other.shows("[data-passkey]"));
    other.fill("one_time_code", &code);
    other.press("Sign in");
    other.visit("/account");
    assert_eq!(other.heading(), "Your account");
}
