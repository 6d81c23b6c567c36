//! Deciding on an application: the facts, the proposal, sign-off, release.

mod after;
mod asked;
mod concern;
mod diligence;
mod facts;
mod form;
mod letters;
mod many;
mod many_page;
mod page;
mod proposing;
mod release;
pub mod scores;
mod seen;
mod signing;
mod words;

use super::registrar::Registrar;

pub use after::{ShownLetter, letter as shown_letter};
pub use asked::{Asked, ProposalFields, fields};
pub use form::ProposalForm;
pub use signing::reasoned;
pub use words::{Told, badge, outcome_key, reason_words, told};

/// The routes of decisions.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/decision", proposing::show);
    routes.post("/admin/applications/{id}/decision", proposing::propose);
    routes.post("/admin/applications/{id}/decision/sign-off", signing::sign);
    routes.get("/admin/applications/{id}/decision/drop", signing::show_drop);
    routes.post("/admin/applications/{id}/decision/drop", signing::drop);
    routes.get("/admin/rounds/{slug}/release", release::show);
    routes.post("/admin/rounds/{slug}/release", release::release);
    routes.get("/admin/rounds/{slug}/release/letters", letters::show);
    routes.get("/admin/rounds/{slug}/decisions", many::show);
    routes.post("/admin/rounds/{slug}/decisions", many::propose);
    routes.post("/admin/rounds/{slug}/decisions/sign-off", many::sign);
    routes.post("/admin/rounds/{slug}/decisions/quorum", many::set_quorum);
}
