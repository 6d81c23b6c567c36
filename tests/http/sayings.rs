//! What pages say that stories compare: references, and what came too late.

use crate::support::{Page, Person};

/// The reference number of an application as its organisation reads it.
pub fn reference(person: &Person, place: &str) -> String {
    person.get(place).the(".reference")
}

/// What the page of a request says that came too late.
pub fn stale(page: &Page) -> (u16, String, String) {
    (page.status, page.heading(), page.the(".lead"))
}

/// The same as it is expected.
pub fn told(why: &str) -> (u16, String, String) {
    let heading = "This has changed in the meantime";
    (409, heading.to_owned(), why.to_owned())
}
