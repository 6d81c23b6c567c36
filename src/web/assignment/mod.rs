//! Giving applications to reviewers: one application, many of a round, a whole
//! round by a proposal or a file.

mod bulk;
mod ending;
mod file;
pub mod form;
mod one;
mod plan;
mod plan_page;
mod propose;

pub use one::uncounted;

use super::registrar::Registrar;

/// The routes of assignment.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/assignments", one::show);
    routes.post("/admin/applications/{id}/assignments", one::assign);
    routes.post(
        "/admin/applications/{id}/assignments/{reviewer}/end",
        one::unassign,
    );
    routes.get("/admin/rounds/{slug}/assignment", propose::show);
    routes.post("/admin/rounds/{slug}/assignment", propose::propose);
    routes.get("/admin/rounds/{slug}/assignment/plan", plan::show);
    routes.post("/admin/rounds/{slug}/assignment/plan", plan::apply);
    routes.post(
        "/admin/rounds/{slug}/assignment/plan/removal",
        plan::leave_out,
    );
    routes.get("/admin/rounds/{slug}/assignment/file", file::show);
    routes.post("/admin/rounds/{slug}/assignment/file", file::read);
    routes.get("/admin/rounds/{slug}/assignment/ending", ending::show);
    routes.post("/admin/rounds/{slug}/assignment/ending", ending::end);
    routes.get("/admin/rounds/{slug}/assignments", bulk::show);
    routes.post("/admin/rounds/{slug}/assignments", bulk::assign);
}
