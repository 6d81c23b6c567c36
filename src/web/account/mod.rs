//! Accounts: signing up and in, passwords, sessions, invitations, people.

mod affiliations;
pub mod by_link;
mod everybody;
mod form;
mod joining;
mod lost;
mod openid;
mod openid_out;
mod pages;
mod passkey;
mod people;
mod present;
mod profile;
pub mod proof;
mod recovery;
pub mod resume;
mod reviewing;
mod second_factor;
mod second_step;
mod session;

pub use form::{JoinForm, email_field};
pub use pages::FormPage;

use super::registrar::Registrar;

/// The routes of accounts.
pub fn routes(routes: &mut Registrar) {
    routes_of_doors(routes);
    routes_of_oneself(routes);
    routes_of_people(routes);
}

/// How one gets in, and out again.
fn routes_of_doors(routes: &mut Registrar) {
    routes.get("/home", session::home);
    routes.get("/sign-in", session::show);
    routes.post("/sign-in", session::sign_in);
    routes.post("/sign-in/code", session::sign_in_by_code);
    routes.post("/sign-in/passkey", passkey::ask_to_enter);
    routes.post("/sign-in/resume", resume::sign_in);
    routes.get("/sign-in/openid", openid::go);
    routes.get("/sign-in/openid/return", openid::back);
    routes.get("/sign-in/openid/out", openid_out::go);
    routes.get("/sign-in/openid/out/return", openid_out::back);
    routes.post("/sign-in/openid/logout", openid_out::told);
    routes.post("/sign-out", session::sign_out);
    routes.get("/sign-up", joining::show_sign_up);
    routes.post("/sign-up", joining::sign_up);
    routes.get("/confirmation/{secret}", joining::show_confirmation);
    routes.post("/confirmation/{secret}", joining::confirm);
    routes.get("/invitations/{secret}", joining::show_invitation);
    routes.post("/invitations/{secret}", joining::accept);
    routes.get("/password-reset", recovery::show_request);
    routes.post("/password-reset", recovery::request);
    routes.get("/password-reset/{secret}", recovery::show_reset);
    routes.post("/password-reset/{secret}", recovery::reset);
}

/// What people set for themselves.
fn routes_of_oneself(routes: &mut Registrar) {
    routes.get("/account", profile::show);
    routes.post("/account", profile::change);
    routes.get("/account/password", profile::show_password);
    routes.post("/account/password", profile::change_password);
    routes.get("/account/proof", proof::show);
    routes.post("/account/proof", proof::prove);
    routes.get("/account/proof/openid", openid::go_to_prove);
    routes.post("/account/proof/passkey", passkey::ask_to_prove);
    routes.post("/account/sessions/{session}/end", profile::end_session);
    routes.post("/account/sessions/others/end", profile::end_other_sessions);
    routes.get("/account/second-factor", second_factor::show);
    routes.post("/account/second-factor", second_factor::set_up);
    routes.get("/account/second-factor/codes", second_factor::show_renewal);
    routes.post("/account/second-factor/codes", second_factor::renew_codes);
    routes.get(
        "/account/second-factor/removal",
        second_factor::show_removal,
    );
    routes.post("/account/second-factor/removal", second_factor::remove);
    routes.get("/account/passkeys", passkey::own::show);
    routes.post("/account/passkeys", passkey::own::ask);
    routes.post("/account/passkeys/made", passkey::own::add);
    routes.get("/account/passkeys/removal", passkey::own::show_removal);
    routes.post("/account/passkeys/removal", passkey::own::remove);
    routes.get("/account/reviewing", reviewing::show);
    routes.post("/account/reviewing", reviewing::change);
    routes.get("/account/affiliations", affiliations::list);
    routes.post("/account/affiliations", affiliations::add);
    routes.post(
        "/account/affiliations/{affiliation}/removal",
        affiliations::remove,
    );
}

/// What admins do with the accounts of others.
fn routes_of_people(routes: &mut Registrar) {
    routes.get("/admin/people", people::list);
    routes.post("/admin/people", people::invite);
    routes.get("/admin/people/{person}/reviewing", reviewing::show_person);
    routes.post("/admin/people/{person}/reviewing", reviewing::change_person);
    routes.post("/admin/people/{person}/role", people::set_role);
    routes.post("/admin/people/{person}/state", people::set_state);
    routes.get("/admin/people/sessions", everybody::show);
    routes.post("/admin/people/sessions", everybody::sign_out);
    routes.get("/admin/people/{person}/sign-in", lost::show);
    routes.post("/admin/people/{person}/sign-in/sessions", lost::sign_out);
    routes.post("/admin/people/{person}/sign-in/openid", openid::unlink);
    routes.post("/admin/people/{person}/sign-in/loss", lost::say);
    routes.post("/admin/people/{person}/sign-in/loss/end", lost::end);
    routes.post(
        "/admin/people/{person}/sign-in/loss/taking-back",
        lost::take_back,
    );
}
