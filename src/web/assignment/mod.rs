//! Giving applications to reviewers: one application, or many of a round.

mod bulk;
mod form;
mod one;

use super::registrar::Registrar;

/// The routes of assignment.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/assignments", one::show);
    routes.post("/admin/applications/{id}/assignments", one::assign);
    routes.post(
        "/admin/applications/{id}/assignments/{reviewer}/end",
        one::unassign,
    );
    routes.get("/admin/rounds/{slug}/assignments", bulk::show);
    routes.post("/admin/rounds/{slug}/assignments", bulk::assign);
}
