//! Due diligence by amount, concerns, referees who answer in confidence, holds.

mod decision;
mod hold;
mod list;
mod referees;

use evenhand::domain::account::Role;

use crate::story::Story;
use crate::support::Person;

/// An application of 12,000 that was sent, and another admin.
fn sent() -> (Story, Person, Person, String) {
    let story = Story::new();
    let ben = story.ada.invites("Ben Carmi", Role::Admin);
    let (rana, place) = story.sent("Rana Haddad", "Olive Press");
    (story, ben, rana, place)
}
