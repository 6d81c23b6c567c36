//! Rubrics as admins write them, and the rounds that use them.

mod replacing;
mod versions;
mod writing;

use crate::support::{Page, Person};

/// The rubric of the programme that every site begins with.
pub const RUBRIC: &str = "/admin/programmes/human-rights-fund/rubric";

/// Adds a criterion with these fields.
pub fn add(admin: &Person, fields: &[(&str, &str)]) -> Page {
    let place = format!("{RUBRIC}/new");
    admin.submit(&admin.get(&place), &place, fields)
}

/// Changes fields of a criterion.
pub fn change(admin: &Person, code: &str, fields: &[(&str, &str)]) -> Page {
    let place = format!("{RUBRIC}/criteria/{code}");
    admin.submit(&admin.get(&place), &place, fields)
}

/// Publishes the draft for these rounds.
pub fn publish(admin: &Person, rounds: &[&str]) -> Page {
    let place = format!("{RUBRIC}/publication");
    let page = admin.get(&place);
    let rounds: Vec<(&str, &str)> = rounds.iter().map(|slug| ("rounds", *slug)).collect();
    let done = admin.submit(&page, &place, &rounds);
    assert_eq!(done.notice(), "Published.", "{}", done.text());
    done
}

/// Moves a round to a version on the page of its own.
pub fn replace(admin: &Person, round: &str, version: i32, reason: &str) -> Page {
    let place = format!("/admin/rounds/{round}/rubric/replacement");
    let page = admin.get(&format!("{place}?version={version}"));
    admin.submit(&page, &place, &[("reason", reason)])
}
