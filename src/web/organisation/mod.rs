//! Organisations as their own people see them (list, profile, making, changing), and as
//! staff do (directory and desk).

mod desk;
mod directory;
mod edit;
pub mod form;
mod profile;

pub use desk::{desk, desk_of, frame, tabs};
pub use edit::EditPage;
pub use profile::{doubts, own, rows, standing};

use super::registrar::Registrar;

/// The routes of organisations.
pub fn routes(routes: &mut Registrar) {
    routes.get("/organisations", profile::list);
    routes.post("/organisations", edit::create);
    routes.get("/organisations/new", edit::show_new);
    routes.get("/organisations/{organisation}", profile::show);
    routes.post("/organisations/{organisation}", edit::change);
    routes.get("/organisations/{organisation}/edit", edit::show);
    routes.get("/admin/organisations", directory::list);
    routes.get("/admin/organisations/{organisation}", desk::show);
}
