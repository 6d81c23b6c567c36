//! Clarifications: staff ask, the applicant answers, both read what came back.

mod ask;
mod check;
mod ending;
mod invite;
mod member;
mod shown;
mod staff;

use member::due;
pub use shown::{heading, state};

use super::registrar::Registrar;

/// The routes of clarifications.
pub fn routes(routes: &mut Registrar) {
    routes.get("/applications/{application}/clarification", member::show);
    routes.post("/applications/{application}/clarification", member::save);
    routes.get(
        "/applications/{application}/clarification/check",
        check::show,
    );
    routes.post(
        "/applications/{application}/clarification/submission",
        check::send,
    );
    routes.get("/admin/rounds/{slug}/full-form", invite::show);
    routes.post("/admin/rounds/{slug}/full-form", invite::invite);
    routes.get("/admin/applications/{id}/clarifications", staff::show);
    routes.post("/admin/applications/{id}/clarifications", ask::ask);
    routes.get("/admin/applications/{id}/clarifications/new", ask::show);
    routes.post(
        "/admin/applications/{id}/clarifications/{clarification}/due",
        staff::extend,
    );
    routes.get(
        "/admin/applications/{id}/clarifications/{clarification}/end",
        ending::show,
    );
    routes.post(
        "/admin/applications/{id}/clarifications/{clarification}/end",
        ending::end,
    );
}
