//! Looking again at released decisions: the applicant asks, an admin who did not decide
//! answers, and a matter is decided anew.

mod anew;
mod answer;
mod raise;
mod waiting;

pub use raise::{Asked, asked};
pub use waiting::{WaitingPanel, lines, waiting};

use super::registrar::Registrar;
use super::url;
use crate::domain::ApplicationId;
use crate::domain::appeal::Cause;

/// The routes of appeals.
pub fn routes(routes: &mut Registrar) {
    routes.get("/applications/{application}/appeal", raise::show);
    routes.post("/applications/{application}/appeal", raise::raise);
    routes.get("/admin/applications/{id}/decision/appeal", answer::show);
    routes.post("/admin/applications/{id}/decision/appeal", answer::answer);
    routes.get("/admin/applications/{id}/decision/anew", anew::show);
    routes.post("/admin/applications/{id}/decision/anew", anew::reopen);
}

/// The message that says why a decision was opened again; `n` is its number.
pub fn anew_key(cause: Cause) -> &'static str {
    match cause {
        Cause::Appeal => "anew-appeal",
        Cause::Correction => "anew-correction",
        Cause::Reserve => "anew-reserve",
    }
}

/// Where an appeal is answered.
pub fn place(id: ApplicationId) -> String {
    format!("{}/appeal", url::decision(id))
}

/// Where a matter is decided anew.
pub fn anew_place(id: ApplicationId) -> String {
    format!("{}/anew", url::decision(id))
}
