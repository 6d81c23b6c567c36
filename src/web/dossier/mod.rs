//! The dossier of one application: everything that staff know of it on one page.

mod conflicts;
mod dialogue;
mod handlers;
mod hands;
mod pages;
mod parts;

pub use handlers::{Subject, subject};
pub use parts::review_state;

use super::registrar::Registrar;

/// The routes of dossiers.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}", handlers::show);
    routes.post("/admin/applications/{id}/legal-check", handlers::check);
}
