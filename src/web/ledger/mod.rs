//! The support ledger for staff: the files of funders that were read, and what is known
//! of the support of one organisation.

mod desk;
mod file;
mod list;
mod taking_back;
mod withdrawal;

use super::registrar::Registrar;

/// The routes of the ledger.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/ledger", list::show);
    routes.get("/admin/ledger/file", file::show);
    routes.post("/admin/ledger/file", file::load);
    routes.get("/admin/ledger/files/{file}/withdrawal", taking_back::show);
    routes.post(
        "/admin/ledger/files/{file}/withdrawal",
        taking_back::withdraw,
    );
    routes.get("/admin/organisations/{organisation}/support", desk::show);
    routes.post("/admin/organisations/{organisation}/support", desk::note);
    routes.get(
        "/admin/organisations/{organisation}/support/{entry}/withdrawal",
        withdrawal::show,
    );
    routes.post(
        "/admin/organisations/{organisation}/support/{entry}/withdrawal",
        withdrawal::withdraw,
    );
}
