//! Staff and applicants talking to each other: questions with a due date, the
//! full form for those asked, messages, and letters as often as one likes.

mod certified;
mod clarification;
mod full_form;
mod notices;
mod scored;
mod thread;

use crate::story::CERTIFIED;
use crate::support::{Page, Person};

/// What staff ask in most stories; the due date is a day after they begin.
pub const ASK: [(&str, &str); 3] = [
    ("question", "Who pays the rent?"),
    ("due_at", "2026-11-03 09:00"),
    ("section", "need"),
];

/// Asks about the application at a place.
pub fn ask(admin: &Person, place: &str, fields: &[(&str, &str)]) -> Page {
    let form = admin.get(&format!("/admin{place}/clarifications/new"));
    admin.submit(&form, &format!("/admin{place}/clarifications"), fields)
}

/// Types the answer in words and goes on to check it.
pub fn answer(person: &Person, place: &str, words: &str) -> Page {
    let place = format!("{place}/clarification");
    let fields = [("answer", words), ("then", "check")];
    person.submit(&person.get(&place), &place, &fields)
}

/// Sends from the page that checks the answer, and certifies what it changes.
pub fn send(person: &Person, place: &str) -> Page {
    let check = person.get(&format!("{place}/clarification/check"));
    let asked = check.has("[name='certifier_name']");
    let given: &[(&str, &str)] = if asked { &CERTIFIED } else { &[] };
    person.submit(&check, &format!("{place}/clarification/submission"), given)
}
