//! Addresses of the pages of rubrics.

use crate::web::url::{ADMIN_PROGRAMMES, admin_round_part};

/// A programme's rubric as staff write it.
pub fn rubric(slug: &str) -> String {
    format!("{ADMIN_PROGRAMMES}/{slug}/rubric")
}

/// A page below a programme's rubric.
pub fn page(slug: &str, page: &str) -> String {
    format!("{ADMIN_PROGRAMMES}/{slug}/rubric/{page}")
}

/// Where a criterion is written.
pub fn criterion(slug: &str, code: &str) -> String {
    page(slug, &format!("criteria/{code}"))
}

/// Where a criterion is removed.
pub fn removal(slug: &str, code: &str) -> String {
    format!("{}/removal", criterion(slug, code))
}

/// A criterion in the list of them.
pub fn in_list(slug: &str, code: &str) -> String {
    format!("{}#{}", rubric(slug), anchor(code))
}

/// The id of a criterion in the list of them.
pub fn anchor(code: &str) -> String {
    format!("c-{code}")
}

/// The rubric that a round uses.
pub fn of_round(slug: &str) -> String {
    admin_round_part(slug, "rubric")
}

/// Where a round in which reviewing has begun takes another version.
pub fn replacement(slug: &str) -> String {
    admin_round_part(slug, "rubric/replacement")
}
