//! Referees: staff ask them and read what they say; they answer by a link.

mod answer;
mod desk;
mod named;

use super::registrar::Registrar;
use super::url;
use crate::domain::ApplicationId;
use crate::domain::referee::Advice;

/// The routes of referees.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/referees", desk::show);
    routes.post("/admin/applications/{id}/referees", desk::ask);
    routes.post(
        "/admin/applications/{id}/referees/{referee}/resending",
        desk::resend,
    );
    routes.post(
        "/admin/applications/{id}/referees/{referee}/withdrawal",
        desk::withdraw,
    );
    routes.get("/referees/{secret}", answer::show);
    routes.post("/referees/{secret}", answer::answer);
}

/// The referees of an application.
pub fn place(id: ApplicationId) -> String {
    url::dossier_part(id, "referees")
}

/// Key of what a referee advises.
fn advice_key(advice: Advice) -> &'static str {
    match advice {
        Advice::Recommends => "referee-recommends",
        Advice::WithReservations => "referee-with-reservations",
        Advice::AdvisesAgainst => "referee-advises-against",
        Advice::CannotSay => "referee-cannot-say",
    }
}
