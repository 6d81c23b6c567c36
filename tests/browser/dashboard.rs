//! The dashboard on a small telephone, in the dark and on paper.

use crate::deliberation::Deliberation;
use crate::driver::{Browser, Kind};

const PLACE: &str = "/admin/dashboard";
const PICTURE: &str = ".columns-picture";
const AWARD: [(&str, &str); 5] = [
    ("outcome", "award"),
    ("amount", "20000"),
    ("funding_type", "core"),
    ("rationale", "The strongest request."),
    ("waiver", "The register is closed to them."),
];

/// A round with an award released: every picture has something to show.
fn awarded() -> Deliberation {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &AWARD);
    round.sign(&round.ben, 0);
    round.release_all(&round.ada);
    round
}

#[test]
fn the_dashboard_fits_a_small_telephone_in_either_direction() {
    let round = awarded();
    let browser = Browser::open(&round.site, &Kind::narrow().without_script());
    browser.be(&round.ada);
    browser.visit(PLACE);
    browser.fits();
    browser.speak("ar");
    browser.visit(PLACE);
    assert_eq!(browser.attribute("html", "dir"), "rtl");
    browser.fits();
    // A column goes on to the right as time does; the words around it do not.
    assert_eq!(browser.style(PICTURE, "direction"), "ltr");
    let beside = "return [...document.querySelectorAll('section:has(> svg)')]\
                  .every(one => one.querySelector('table').offsetHeight > 0)";
    assert_eq!(browser.script(beside), true, "each picture has its table");
}

/// Red, green and blue of `rgb(…)` added up: 0 is black, 765 is white.
fn light(colour: &str) -> u32 {
    let digits = colour.split(|c: char| !c.is_ascii_digit());
    let numbers = digits.filter_map(|part| part.parse::<u32>().ok());
    numbers.take(3).sum()
}

#[test]
fn the_dashboard_is_read_in_the_dark_and_on_paper() {
    let round = awarded();
    let browser = Browser::open(&round.site, &Kind::wide());
    browser.be(&round.ada);
    browser.visit(PLACE);
    let bar = format!("{PICTURE} .bar-fill");
    let words = format!("{PICTURE} text");
    let drawn = [("body", "color"), (&*bar, "fill"), (&*words, "fill")];
    let ground = || light(&browser.style("body", "backgroundColor"));
    browser.show_as("screen", "dark");
    assert!(ground() < 150);
    for (css, property) in drawn {
        let told = browser.style(css, property);
        assert!(light(&told) > 400, "{css} is {told} in the dark");
    }
    assert!(browser.shows(".menu") && browser.shows(".dashboard .no-print"));

    browser.show_as("print", "light");
    assert_eq!(ground(), 765);
    for (css, property) in drawn {
        let told = browser.style(css, property);
        assert!(light(&told) < 300, "{css} is {told} on paper");
    }
    assert!(!browser.shows(".menu") && !browser.shows(".no-print"));
    // Nobody scrolls on paper: every table is there, and whole.
    let whole = "const tables = [...document.querySelectorAll('.dashboard table')]; \
                 return tables.length > 9 && tables.every(one => one.offsetHeight > 0 && \
                 getComputedStyle(one.closest('.scroll')).overflowX === 'visible')";
    assert_eq!(browser.script(whole), true);
}
