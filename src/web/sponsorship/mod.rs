//! Fiscal sponsors: the applicant asks, somebody of the sponsor answers.

mod answer;
mod ask;
mod consents;
pub mod words;

use super::registrar::Registrar;

/// The routes of fiscal sponsors.
pub fn routes(routes: &mut Registrar) {
    routes.get("/applications/{application}/sponsor", ask::show);
    routes.post("/applications/{application}/sponsor", ask::ask);
    routes.get(
        "/applications/{application}/sponsor/withdrawal",
        ask::show_withdrawal,
    );
    routes.post(
        "/applications/{application}/sponsor/withdrawal",
        ask::withdraw,
    );
    routes.get("/sponsorships/{secret}", answer::show);
    routes.post("/sponsorships/{secret}", answer::sign_up);
    routes.post("/sponsorships/{secret}/answer", answer::answer);
    routes.get("/organisations/{organisation}/sponsorships", consents::list);
    routes.get(
        "/organisations/{organisation}/sponsorships/{sponsorship}/withdrawal",
        consents::show_withdrawal,
    );
    routes.post(
        "/organisations/{organisation}/sponsorships/{sponsorship}/withdrawal",
        consents::withdraw,
    );
}
