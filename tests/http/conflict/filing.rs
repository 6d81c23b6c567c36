//! What is hidden from an admin takes no place and pins no form: a refusal would
//! tell that it is there.

use evenhand::domain::account::Role;

use crate::rolling::file_for;
use crate::story::Story;

const FORM: &str = "/admin/rounds/winter/form";
const PINNED: &str = "Somebody has sent an application, so this round keeps its version";

#[test]
fn a_hidden_application_neither_takes_a_place_nor_pins_the_form() {
    let story = Story::new();
    let ben = story.ada.invites("Ben Carmi", Role::Admin);
    let (_, place) = story.in_review("Rana Haddad", "Olive Press");
    assert!(ben.get(FORM).text().contains(PINNED));
    let own = format!("/admin{place}/conflict");
    ben.submit(&ben.get(&own), &own, &[("kind", "collaborator")]);

    assert!(!ben.get(FORM).text().contains(PINNED));
    let filed = file_for(&ben, "olive");
    let notice = "Started. You write in the organisation’s name; it is marked as filed by you.";
    assert_eq!(filed.notice(), notice);
    let states = filed.texts(".task .badge");
    let untouched = states.iter().all(|state| *state == states[0]);
    assert!(untouched, "nothing is carried along: {states:?}");

    assert!(story.ada.get(FORM).text().contains(PINNED));
    let taken = file_for(&story.ada, "olive");
    let why = "This organisation has an application in this round already.";
    assert_eq!(taken.error("organisation"), why);
}
