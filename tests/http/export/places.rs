//! Where a program goes on in the table of the log.

use super::api::{ask, key, read};
use super::decided;

#[test]
fn the_log_goes_on_behind_the_page_before_by_a_place_that_tells_nothing() {
    let round = decided();
    let secret = key(&round.ada, &["audit"], "30");
    let page = |cursor: &str| {
        let place = format!("/api/v1/rounds/autumn/audit?limit=2{cursor}");
        read(&ask(&round, &secret, &place), "Audit")
    };
    let first = page("");
    let next = first["next"].as_str().expect("a cursor").to_owned();
    let (number, place) = next.split_once('.').expect("a number and a place");
    assert_eq!(number, "2");
    assert!(place.starts_with("1.") && place.len() > 100, "{place}");
    let second = page(&format!("&cursor={next}"))["items"].clone();
    assert_eq!(second[0]["number"], 3);
    assert_ne!(second, first["items"]);
    // The place counts, whatever is said of numbers.
    let counted = page(&format!("&cursor=7.{place}"))["items"].clone();
    assert_eq!(counted[0]["number"], 8);
    assert_eq!(counted[0]["at"], second[0]["at"]);
    assert_eq!(counted[0]["action"], second[0]["action"]);
    // As a former release gave it, and where the place does not open.
    let other = format!("2.1.0000000000000000.{}", "0".repeat(96));
    let cut = &next[..next.len() - 1];
    for cursor in ["2", "2.guess", other.as_str(), cut] {
        let again = page(&format!("&cursor={cursor}"));
        assert_eq!(again["items"], second, "{cursor}");
    }
}
