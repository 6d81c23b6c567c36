//! The dashboard for staff: how a round goes, and how rounds went.

mod asked;
mod chart;
mod page;
mod people;
mod portfolio;
mod progress;
mod trend;

use super::registrar::Registrar;

/// The dashboard.
pub const DASHBOARD: &str = "/admin/dashboard";

/// The routes of the dashboard.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/dashboard", page::show);
}
