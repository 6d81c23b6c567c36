//! The engagement log of organisations for staff: the log, one entry with its versions,
//! files and quotations, correcting and quoting. What is quoted shows on the dossier, beside
//! the decision and, where it is meant for them, to reviewers.

mod entry;
mod fields;
mod files;
mod log;
mod place;
mod quoting;
pub mod words;

use super::registrar::Registrar;

/// The routes of engagement logs.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/organisations/{organisation}/engagement", log::show);
    routes.post("/admin/organisations/{organisation}/engagement", log::add);
    routes.get(
        "/admin/organisations/{organisation}/engagement/{entry}",
        entry::show,
    );
    routes.get(
        "/admin/organisations/{organisation}/engagement/{entry}/correction",
        entry::show_correction,
    );
    routes.post(
        "/admin/organisations/{organisation}/engagement/{entry}/correction",
        entry::correct,
    );
    routes.post(
        "/admin/organisations/{organisation}/engagement/{entry}/quotation",
        quoting::quote,
    );
    routes.post(
        "/admin/organisations/{organisation}/engagement/{entry}/files",
        files::add,
    );
    routes.post(
        "/admin/organisations/{organisation}/engagement/{entry}/files/{file}",
        files::hand,
    );
    routes.post(
        "/admin/organisations/{organisation}/engagement/{entry}/files/{file}/removal",
        files::remove,
    );
    routes.post(
        "/admin/applications/{id}/quotations/{quote}/end",
        quoting::end,
    );
}
