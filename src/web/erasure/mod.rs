//! Asking for erasure of one's account or organisation, and answering that.

mod desk;
mod own;

use super::registrar::Registrar;
use crate::domain::OrganisationId;

/// Where one asks about one's own account.
const ACCOUNT: &str = "/account/erasure";
/// Requests that wait, for staff.
const WAITING: &str = "/admin/erasures";

/// The routes of requests.
pub fn routes(routes: &mut Registrar) {
    routes.get("/account/erasure", own::show_account);
    routes.post("/account/erasure", own::ask_account);
    routes.post("/account/erasure/withdrawal", own::take_back_account);
    routes.get(
        "/organisations/{organisation}/erasure",
        own::show_organisation,
    );
    routes.post(
        "/organisations/{organisation}/erasure",
        own::ask_organisation,
    );
    routes.post(
        "/organisations/{organisation}/erasure/withdrawal",
        own::take_back_organisation,
    );
    routes.get("/admin/erasures", desk::list);
    routes.get("/admin/erasures/{request}", desk::show);
    routes.post("/admin/erasures/{request}", desk::answer);
}

/// Where an organisation's people ask about it.
pub fn own_place(id: OrganisationId) -> String {
    format!("{}/erasure", super::url::organisation(id))
}
