//! Deciding on an application: the facts, the proposal, sign-off, release.

mod concern;
mod form;
mod page;
mod proposing;
mod release;
pub mod scores;
mod seen;
mod signing;
mod words;

use super::registrar::Registrar;

pub use form::{Asked, ProposalFields, ProposalForm, fields};
pub use signing::reasoned;
pub use words::{Told, badge, told};

/// The routes of decisions.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/decision", proposing::show);
    routes.post("/admin/applications/{id}/decision", proposing::propose);
    routes.post("/admin/applications/{id}/decision/sign-off", signing::sign);
    routes.get("/admin/applications/{id}/decision/drop", signing::show_drop);
    routes.post("/admin/applications/{id}/decision/drop", signing::drop);
    routes.get("/admin/rounds/{slug}/release", release::show);
    routes.post("/admin/rounds/{slug}/release", release::release);
}
