//! Discussions of applications among those who review and run them: on the reviewer's
//! side and on the programme's, and the list of a round. Applicants find nothing of
//! it behind any door.

mod list;
pub mod naming;
mod page;
pub mod place;
mod reviewer;
mod staff;
pub mod words;

pub use page::tabs;

use super::registrar::Registrar;

/// The routes of discussions.
pub fn routes(routes: &mut Registrar) {
    routes.get("/reviews/{application}/discussion", reviewer::show);
    routes.post("/reviews/{application}/discussion", reviewer::post);
    routes.get(
        "/reviews/{application}/discussion/{post}/withdrawal",
        reviewer::show_withdrawal,
    );
    routes.post(
        "/reviews/{application}/discussion/{post}/withdrawal",
        reviewer::withdraw,
    );
    routes.get("/admin/applications/{id}/discussion", staff::show);
    routes.post("/admin/applications/{id}/discussion", staff::post);
    routes.get(
        "/admin/applications/{id}/discussion/{post}/withdrawal",
        staff::show_withdrawal,
    );
    routes.post(
        "/admin/applications/{id}/discussion/{post}/withdrawal",
        staff::withdraw,
    );
    routes.get("/admin/rounds/{slug}/discussions", list::show);
}
