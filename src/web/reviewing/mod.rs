//! How far the reviewing of a round is, reminding reviewers, and bringing reviews
//! out of a file.

mod applications;
mod file;
mod page;
mod ready;
mod reminder;
mod reviewers;
mod schedule;

pub use file::{ShownWrong, listed};

use super::registrar::Registrar;

/// The routes of reviewing as staff follow it.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/reviewing", page::show);
    routes.get("/admin/rounds/{slug}/reviewing/file", file::show);
    routes.post("/admin/rounds/{slug}/reviewing/file", file::check);
    routes.get("/admin/rounds/{slug}/reviewing/import", ready::show);
    routes.post("/admin/rounds/{slug}/reviewing/import", ready::import);
    routes.get("/admin/rounds/{slug}/reviewing/reminder", reminder::show);
    routes.post("/admin/rounds/{slug}/reviewing/reminder", reminder::remind);
    routes.get("/admin/rounds/{slug}/reviewing/schedule", schedule::show);
    routes.post("/admin/rounds/{slug}/reviewing/schedule", schedule::change);
}
