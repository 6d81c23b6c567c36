//! Applications that staff file for organisations that wrote or called.

mod organisation;
mod owner;
mod start;
mod words;

pub use words::{channel, told};

use super::registrar::Registrar;

/// The routes of filing.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/filing", start::show);
    routes.post("/admin/rounds/{slug}/filing", start::file);
    routes.get(
        "/admin/rounds/{slug}/filing/organisation",
        organisation::show,
    );
    routes.post(
        "/admin/rounds/{slug}/filing/organisation",
        organisation::describe,
    );
    routes.get("/admin/applications/{id}/owner", owner::show);
    routes.post("/admin/applications/{id}/owner", owner::invite);
}
