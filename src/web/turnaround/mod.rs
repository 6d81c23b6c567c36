//! How fast a round is: the clocks of its applications, what was measured, what is
//! late on the pages where people begin, and what a programme promises.

mod late;
mod round;
mod settings;

pub use late::{LatePanel, of_reviewer, of_staff};
pub use round::{days, took};

use super::registrar::Registrar;
use super::url;
use crate::domain::turnaround::Milestone;

/// The routes of turnaround.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/turnaround", round::show);
    routes.get("/admin/programmes/{slug}/turnaround", settings::show);
    routes.post("/admin/programmes/{slug}/turnaround", settings::set);
}

/// What a programme promises.
pub fn place(slug: &str) -> String {
    format!("{}/{slug}/turnaround", url::ADMIN_PROGRAMMES)
}

/// The name of a milestone.
pub fn milestone_key(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Acknowledged => "milestone-acknowledged",
        Milestone::Eligible => "milestone-eligible",
        Milestone::Decided => "milestone-decided",
        Milestone::Agreement => "milestone-agreement",
        Milestone::Paid => "milestone-paid",
    }
}
