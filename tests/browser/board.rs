//! The decision board on a small telephone.

use crate::deliberation::Deliberation;
use crate::driver::{Browser, Kind};

#[test]
fn an_open_proposal_fits_a_small_telephone_in_either_direction() {
    let round = Deliberation::new();
    let board = "/admin/rounds/autumn/board";
    let open = format!("{board}?after=0&open={}", round.applications[0]);
    let browser = Browser::open(&round.site, &Kind::narrow().without_script());
    browser.be(&round.ada);
    let fits = || {
        for page in [board, open.as_str(), "/admin/rounds/autumn/ranking"] {
            browser.visit(page);
            browser.fits();
        }
        browser.visit(&open);
        assert!(browser.shows("#open form [name=rationale]"));
    };
    fits();
    browser.speak("ar");
    assert_eq!(browser.attribute("html", "dir"), "rtl");
    fits();
}
