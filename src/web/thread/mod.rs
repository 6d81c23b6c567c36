//! Messages in and out: the thread of an application on its applicants' side and
//! on the programme's, and the list of what waits for an answer.

mod list;
mod member;
mod page;
mod staff;

pub use page::{ShownMessage, Side, shown};

use super::registrar::Registrar;

/// The routes of messages.
pub fn routes(routes: &mut Registrar) {
    routes.get("/applications/{application}/thread", member::show);
    routes.post("/applications/{application}/thread", member::write);
    routes.post(
        "/applications/{application}/thread/reading",
        member::mark_read,
    );
    routes.get("/admin/threads", list::show);
    routes.get("/admin/applications/{id}/thread", staff::show);
    routes.post("/admin/applications/{id}/thread", staff::write);
    routes.post("/admin/applications/{id}/thread/settling", staff::settle);
}
