//! Overlaps of an application with the support ledger, for staff and, without what
//! others apply for, for its reviewers.

mod answer;
mod list;
mod reviewer;
pub mod words;

pub use reviewer::{ShownOverlap, seen};

use super::registrar::Registrar;

/// The routes of overlaps.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{application}/overlaps", list::show);
    routes.post(
        "/admin/applications/{application}/overlaps",
        list::look_again,
    );
    routes.get(
        "/admin/applications/{application}/overlaps/{entry}",
        answer::show,
    );
    routes.post(
        "/admin/applications/{application}/overlaps/{entry}",
        answer::answer,
    );
}
