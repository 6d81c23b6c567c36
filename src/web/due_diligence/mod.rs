//! Due diligence for staff: what an application's amount asks for and what is done, and
//! what a programme asks for.

mod acts;
mod page;
mod tiers;
mod words;

pub use words::{line, range, state, step_key, summary};

use super::registrar::Registrar;
use super::url;
use crate::domain::ApplicationId;

/// The routes of due diligence.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/due-diligence", page::show);
    routes.get(
        "/admin/applications/{id}/due-diligence/steps/{step}",
        acts::show_step,
    );
    routes.post(
        "/admin/applications/{id}/due-diligence/steps/{step}",
        acts::take_step,
    );
    routes.post(
        "/admin/applications/{id}/due-diligence/steps/{step}/second",
        acts::look_again,
    );
    routes.post(
        "/admin/applications/{id}/due-diligence/concerns",
        page::raise,
    );
    routes.post(
        "/admin/applications/{id}/due-diligence/concerns/{concern}",
        page::resolve,
    );
    routes.get("/admin/programmes/{slug}/due-diligence", tiers::show);
    routes.post("/admin/programmes/{slug}/due-diligence", tiers::set);
}

/// The due diligence of an application.
pub fn place(id: ApplicationId) -> String {
    url::dossier_part(id, "due-diligence")
}

/// What a programme asks for.
pub fn tiers_place(slug: &str) -> String {
    format!("{}/{slug}/due-diligence", url::ADMIN_PROGRAMMES)
}
