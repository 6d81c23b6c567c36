//! The copy of what is kept about oneself, and of one's organisation.

use std::io::{Cursor, Read};

use evenhand::store::latest_events;
use zip::ZipArchive;

use crate::deliberation::Deliberation;
use crate::support::{Page, Person};

fn take(person: &Person, place: &str) -> Page {
    person.submit(&person.get(place), place, &[])
}

/// A part of a copy.
fn part(page: &Page, name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(page.body.clone())).expect("an archive");
    let mut text = String::new();
    let mut entry = archive.by_name(name).expect("the part is there");
    entry.read_to_string(&mut text).expect("it is text");
    text
}

#[test]
fn a_person_takes_what_is_kept_about_them_and_nothing_of_others() {
    let round = Deliberation::new();
    let noor = &round.noor;
    let place = "/account/data";
    let copy = take(noor, place);
    assert_eq!(copy.header("content-type"), Some("application/zip"));
    assert!(part(&copy, "README.txt").contains("reviews.json: Your reviews"));
    let account = part(&copy, "account.json");
    assert!(account.contains(&noor.email) && !account.contains("argon2"));
    assert!(!account.contains(&round.maya.email));
    let words = part(&copy, "scores.json") + &part(&copy, "reviews.json");
    assert!(words.contains("The records show it."));
    assert_eq!(
        part(&copy, "reviews.json").matches("reviewer_id").count(),
        0
    );
    let seen = |copy: &Page, n: usize| {
        let id = round.applications[n].to_string();
        part(copy, "reviews.json").contains(&id)
    };
    assert!(seen(&copy, 1));
    // What they are kept away from by now is not there, their own words about it included.
    let conflict = crate::conflict::pin(&round, 1, &noor.name, "She advises them.");
    assert!(conflict.status < 400);
    let later = take(noor, place);
    assert!(seen(&later, 2) && !seen(&later, 1));
    let events = round.site.read(|reader| latest_events(reader, None, 1));
    assert_eq!(events[0].action, "take_own_data");
}

#[test]
fn what_lies_sealed_is_opened_in_a_copy() {
    let round = Deliberation::new();
    let maya = &round.maya;
    let place = format!("/reviews/{}/decline", round.applications[0]);
    let reason = [("reason", "Not my field after all.")];
    maya.submit(&maya.get(&place), &place, &reason);
    let copy = take(maya, "/account/data");
    let told = part(&copy, "abstentions.json");
    assert!(told.contains("Not my field after all."), "{told}");
    assert_eq!(part(&copy, "keys.json").trim(), "[]");
    let letters = part(&copy, "letters.json");
    let letters: serde_json::Value = serde_json::from_str(&letters).expect("it is JSON");
    let (rows, last) = (letters.as_array().expect("rows"), maya.letter());
    let is_last = |row: &serde_json::Value| row["body"] == last.body;
    assert!(
        !last.body.is_empty() && rows.iter().any(is_last),
        "{letters}"
    );
}

#[test]
fn owners_take_what_their_organisation_sent() {
    let round = Deliberation::new();
    let rana = &round.rana;
    let own = rana
        .click(&rana.get("/organisations"), "=Olive, \"Press\"")
        .path;
    let copy = take(rana, &format!("{own}/data"));
    let sent = part(&copy, "submissions.json");
    assert!(sent.contains("Legal aid in the valley"), "{sent}");
    assert!(part(&copy, "people.json").contains("rana.haddad@example.org"));
    assert!(part(&copy, "registrations.json").contains("580000008"));
    for name in ["submissions.json", "applications.json"] {
        assert!(!part(&copy, name).contains("Keeping the archive alive"));
    }
    // By what others know it is of it, too.
    let hidden = format!("{own}/confidential");
    rana.submit(&rana.get(&hidden), &hidden, &[]);
    let told = part(&take(rana, &format!("{own}/data")), "organisation.json");
    let told: serde_json::Value = serde_json::from_str(&told).expect("it is JSON");
    let called = told[0]["code_name"].as_str().expect("a code name");
    assert!(!called.is_empty() && rana.get(&hidden).text().contains(called));
    assert_eq!(told[0]["name_latin"], "=Olive, \"Press\"");
    let numbers = part(&take(rana, &format!("{own}/data")), "registrations.json");
    assert!(numbers.contains("580000008"), "{numbers}");
    let other = round.site.applicant("Dana Stern");
    assert_eq!(other.get(&format!("{own}/data")).status, 404);
}
