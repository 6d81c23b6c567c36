//! Rounds: what the public sees of them, and how admins run them.

mod admin;
mod admin_applications;
mod admin_form;
mod admin_list;
mod admin_pages;
mod admin_state;
mod admin_write;
pub mod closing;
pub mod deadline;
mod eligibility;
mod listed;
mod phase_fields;
mod phase_form;
mod phases;
pub mod public;
pub mod questions;
mod rates;

pub use admin::{load, progress};
pub use admin_applications::reviews;
pub use admin_form::{slug_field, three_areas, three_lines};
pub use admin_pages::{ConfirmPage, Fact, FormPage, Group, ReviewProgress};
pub use listed::Listed;
pub use public::public_round;

use super::registrar::Registrar;

/// The routes of rounds.
pub fn routes(routes: &mut Registrar) {
    routes.get("/", public::open_rounds);
    routes.get("/rounds/{slug}", public::show);
    routes.get("/rounds/{slug}/eligibility", eligibility::show);
    routes.post("/rounds/{slug}/eligibility", eligibility::answer);
    admin_routes(routes);
}

fn admin_routes(routes: &mut Registrar) {
    routes.get("/admin/rounds", admin_list::list);
    routes.get("/admin/rounds/new", admin_write::show_new);
    routes.post("/admin/rounds/new", admin_write::create);
    routes.get("/admin/rounds/{slug}", admin::hub);
    routes.get("/admin/rounds/{slug}/edit", admin_write::show_edit);
    routes.post("/admin/rounds/{slug}/edit", admin_write::change);
    routes.get("/admin/rounds/{slug}/opening", admin_state::show_opening);
    routes.post("/admin/rounds/{slug}/opening", admin_state::open);
    routes.get("/admin/rounds/{slug}/closing", admin_state::show_closing);
    routes.post("/admin/rounds/{slug}/closing", admin_state::close);
    routes.get("/admin/rounds/{slug}/currencies", rates::show);
    routes.post("/admin/rounds/{slug}/currencies", rates::add);
    routes.post("/admin/rounds/{slug}/currencies/{currency}/end", rates::end);
    phase_routes(routes);
    routes.get(
        "/admin/rounds/{slug}/applications",
        admin_applications::list,
    );
}

fn phase_routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/phases", phases::list);
    routes.get("/admin/rounds/{slug}/phases/new", phase_form::show_new);
    routes.post("/admin/rounds/{slug}/phases/new", phase_form::add);
    routes.get("/admin/rounds/{slug}/phases/{phase}", phase_form::show);
    routes.post("/admin/rounds/{slug}/phases/{phase}", phase_form::change);
    routes.get(
        "/admin/rounds/{slug}/phases/{phase}/removal",
        phases::show_removal,
    );
    routes.post(
        "/admin/rounds/{slug}/phases/{phase}/removal",
        phases::remove,
    );
}
