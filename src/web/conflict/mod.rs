//! Conflicts of interest as staff handle them: stepping aside, keeping somebody
//! away, and what the others take over because of that.

mod list;
mod own;
mod removal;
mod round;
pub mod words;

use super::registrar::Registrar;

/// The routes of conflicts.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/conflict", own::show);
    routes.post("/admin/applications/{id}/conflict", own::declare);
    routes.get("/admin/applications/{id}/conflicts", list::show);
    routes.post("/admin/applications/{id}/conflicts", list::pin);
    routes.get(
        "/admin/applications/{id}/conflicts/{person}/removal",
        removal::show,
    );
    routes.post(
        "/admin/applications/{id}/conflicts/{person}/removal",
        removal::remove,
    );
    routes.get("/admin/rounds/{slug}/conflicts", round::show);
}
