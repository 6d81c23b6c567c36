//! A form's parts and a rubric's criteria dragged to their place.

use crate::driver::{Browser, Kind};
use crate::support::TestSite;

const FORM: &str = "/admin/programmes/human-rights-fund/form";

fn questions(browser: &Browser, section: &str) -> Vec<String> {
    let found = browser.script(&format!(
        "return [...document.querySelectorAll(`[data-part='{section}'] > .form-parts > [data-part]`)].map(part => part.dataset.part)"
    ));
    let paths = found.as_array().expect("a list").iter();
    paths
        .map(|path| path.as_str().expect("a path").to_owned())
        .collect()
}

fn drag(browser: &Browser, part: &str, onto: &str) {
    let grip = format!("[data-part='{part}'] .grip");
    browser.drag(&grip, &format!("[data-part='{onto}'] .form-label"));
}

#[test]
fn questions_are_dragged_within_a_section_and_into_another() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let browser = Browser::open(&site, &Kind::wide());
    browser.be(&ada);
    browser.visit(FORM);
    let before = questions(&browser, "need");
    let [first, second, .., last] = before.as_slice() else {
        panic!("some questions: {before:?}")
    };
    drag(&browser, second, first);
    assert_eq!(browser.text(".notice"), "Moved.");
    let after = questions(&browser, "need");
    assert_eq!(after[..2], [second.clone(), first.clone()]);
    assert_eq!(after[2..], before[2..]);
    drag(&browser, last, "support.supporters");
    assert_eq!(questions(&browser, "need"), after[..after.len() - 1]);
    let there = format!("support.{}", last.trim_start_matches("need."));
    let support = questions(&browser, "support");
    assert_eq!(support[..2], [there, "support.supporters".to_owned()]);
}

#[test]
fn criteria_are_dragged() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let browser = Browser::open(&site, &Kind::wide());
    browser.be(&ada);
    browser.visit("/admin/programmes/human-rights-fund/rubric");
    let order = || browser.texts("[data-part] > .form-traits > .reference");
    let before = order();
    let grip = |code: &str| format!("[data-part='{code}'] .grip");
    let head = format!("[data-part='{}'] h2 > a", before[0]);
    browser.drag(&grip(&before[1]), &head);
    assert_eq!(browser.text(".notice"), "Moved.");
    let after = order();
    assert_eq!(after[..2], [before[1].clone(), before[0].clone()]);
    assert_eq!(after[2..], before[2..]);
}
