//! Pressure on organisations: what is on record of one, the monitor over all within
//! reach, the briefing for people outside, and the summary beside an application.

mod briefing;
mod fields;
mod monitor;
mod one;
mod organisation;
mod place;
mod scope;
pub mod summary;
pub mod words;

use super::registrar::Registrar;

/// The routes of pressure.
pub fn routes(routes: &mut Registrar) {
    routes.get(
        "/admin/organisations/{organisation}/pressure",
        organisation::show,
    );
    routes.post(
        "/admin/organisations/{organisation}/pressure",
        organisation::record,
    );
    routes.get(
        "/admin/organisations/{organisation}/pressure/{incident}",
        one::show,
    );
    routes.post(
        "/admin/organisations/{organisation}/pressure/{incident}",
        one::assess,
    );
    routes.get("/admin/pressure", monitor::show);
    routes.post("/admin/pressure/briefing", briefing::make);
}
