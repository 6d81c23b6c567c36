//! Applications as applicants see them: starting, writing, sending, following.

pub mod answers;
mod budget;
pub mod certify;
mod check;
mod companions;
mod copy;
mod ending;
pub mod fields;
pub mod gaps;
mod home;
pub mod load;
mod outcome;
mod receipt;
pub mod sample;
mod section;
mod section_page;
mod start;
mod status;
pub mod tasks;
mod timeline;

pub use load::title;

pub use load::{Opened, opened};
pub use tasks::sponsor;

use super::registrar::Registrar;

/// The routes of applications.
pub fn routes(routes: &mut Registrar) {
    routes.get("/rounds/{slug}/applications", start::show);
    routes.post("/rounds/{slug}/applications", start::start);
    routes.get("/applications", home::list);
    routes.get("/applications/{application}", tasks::show);
    routes.get(
        "/applications/{application}/sections/{section}",
        section::show,
    );
    routes.get("/applications/{application}/copy", copy::show);
    routes.post("/applications/{application}/copy", copy::copy);
    routes.post(
        "/applications/{application}/sections/{section}/autosave",
        section::autosave,
    );
    routes.post(
        "/applications/{application}/sections/{section}",
        section::save,
    );
    routes.get("/applications/{application}/check", check::show);
    routes.post("/applications/{application}/submission", check::submit);
    routes.post(
        "/applications/{application}/certification",
        certify::certify,
    );
    routes.post(
        "/applications/{application}/certification-request",
        certify::ask,
    );
    routes.get("/applications/{application}/receipt", receipt::show);
    routes.get("/applications/{application}/answers", receipt::answers);
    routes.get(
        "/applications/{application}/withdrawal",
        ending::show_withdrawal,
    );
    routes.post("/applications/{application}/withdrawal", ending::withdraw);
    routes.get("/applications/{application}/discard", ending::show_discard);
    routes.post("/applications/{application}/discard", ending::discard);
}
