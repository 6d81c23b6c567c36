//! A machine whose clock is set while people apply, and machines whose clocks differ.

use crate::story::{ANSWERS, CERTIFIED, Story, fill, save, send};

#[test]
fn a_clock_that_jumps_past_the_deadline_and_back_takes_an_application_once() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    fill(&rana, &place);
    let check = rana.get(&format!("{place}/check"));
    let press = || rana.submit(&check, &format!("{place}/submission"), &CERTIFIED);
    // The round and its grace are over, as far as anybody can tell.
    story.site.pass_minutes(76);
    assert_eq!(press().status, 409);
    // Now it is before everything that is on record.
    story.site.pass_minutes(-90);
    assert_eq!(press().heading(), "Your application is sent");
    story.site.pass_minutes(90);
    assert_eq!(press().heading(), "Your application is sent");
    let link = format!("{place}/receipt");
    let letters = story.site.letters();
    let receipts = letters.iter().filter(|one| one.body.contains(&link));
    assert_eq!(receipts.count(), 1);
}

#[test]
fn processes_whose_clocks_differ_serve_the_same_people() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    for minutes in [-3, 3] {
        let other = story.site.again_at(minutes);
        let there = rana.led_to(&other.address);
        // Here and there by turns: each section is saved over what the other one kept.
        for (at, (section, fields)) in ANSWERS.into_iter().enumerate() {
            let person = if at % 2 == 0 { &rana } else { &there };
            assert_eq!(save(person, &place, section, fields).problems(), [""; 0]);
            let again = if at % 2 == 0 { &there } else { &rana };
            assert_eq!(save(again, &place, section, fields).problems(), [""; 0]);
        }
    }
    // Sent by the one that is behind, it is there for the one that is ahead.
    let (behind, ahead) = (story.site.again_at(-3), story.site.again_at(3));
    let sent = send(&rana.led_to(&behind.address), &place);
    assert_eq!(sent.heading(), "Your application is sent");
    let receipt = rana.led_to(&ahead.address).get(&format!("{place}/receipt"));
    assert_eq!(receipt.status, 200);
    assert_eq!(rana.get(&place).status, 200);
}
