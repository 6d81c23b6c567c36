//! What has no spaces fits into a window all the same.

use crate::driver::{Browser, Kind};
use crate::story::{Story, save};

#[test]
fn names_without_spaces_fit_into_every_window() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", &"Gesellschaft".repeat(15));
    let (title, line) = ("W".repeat(140), "M".repeat(190));
    let asked = [
        ("title", &*title),
        ("budget.0.category", "legal"),
        ("budget.0.description", &*line),
        ("budget.0.amount", "12000"),
    ];
    save(&rana, &place, "request", &asked);
    let check = format!("{place}/check");
    for kind in [Kind::narrow(), Kind::wide()] {
        let browser = Browser::open(&story.site, &kind);
        browser.be(&rana);
        for page in [
            "/applications",
            "/organisations",
            "/rounds/winter/applications",
            &*place,
            &*check,
        ] {
            browser.visit(page);
            browser.fits();
        }
    }
}
