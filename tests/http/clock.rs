//! A machine whose clock is set while people apply.

use crate::story::{CERTIFIED, Story, fill};

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
