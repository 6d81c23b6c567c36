//! The people of an organisation: who they are, inviting, joining.

mod invitation;
mod pages;
mod people;
mod removal;

use super::registrar::Registrar;

/// The routes of memberships.
pub fn routes(routes: &mut Registrar) {
    routes.get("/organisations/{organisation}/people", people::show);
    routes.post("/organisations/{organisation}/people", people::invite);
    routes.post(
        "/organisations/{organisation}/people/{person}/role",
        people::set_role,
    );
    routes.get(
        "/organisations/{organisation}/people/{person}/removal",
        removal::show,
    );
    routes.post(
        "/organisations/{organisation}/people/{person}/removal",
        removal::remove,
    );
    routes.post(
        "/organisations/{organisation}/invitations/{invitation}/revocation",
        people::revoke,
    );
    routes.get("/memberships/{secret}", invitation::show);
    routes.post("/memberships/{secret}", invitation::sign_up);
    routes.post("/memberships/{secret}/acceptance", invitation::accept);
}
