//! Forms as admins write them, and the quiz that anybody may answer.

mod quiz;
mod versions;
mod writing;

use crate::support::{Page, Person};

/// The form of the programme that every site begins with.
pub const FORM: &str = "/admin/programmes/human-rights-fund/form";

/// Adds a part with these fields to a home.
pub fn add(admin: &Person, home: &str, fields: &[(&str, &str)]) -> Page {
    let place = format!("{FORM}/new?in={home}");
    let form = admin.get(&place);
    admin.submit(&form, &place, fields)
}

/// Changes fields of a part.
pub fn change(admin: &Person, part: &str, fields: &[(&str, &str)]) -> Page {
    let place = format!("{FORM}/parts/{part}");
    admin.submit(&admin.get(&place), &place, fields)
}

/// Presses a button beside a part of the list.
pub fn press(admin: &Person, button: &str, part: &str) -> Page {
    let list = admin.get(FORM);
    admin.submit_once(&list, "[data-form-parts]", &[(button, part)])
}

/// Publishes the draft for these rounds.
pub fn publish(admin: &Person, rounds: &[&str]) -> Page {
    let place = format!("{FORM}/publication");
    let page = admin.get(&place);
    let rounds: Vec<(&str, &str)> = rounds.iter().map(|slug| ("rounds", *slug)).collect();
    admin.submit(&page, &place, &rounds)
}
