//! List screening for staff: the lists that are loaded, which of them count, how each
//! organisation stands, hits and their answers. Reviewers and applicants find nothing of
//! it; which lists count is public.

mod auto;
mod award;
mod hit;
mod lists;
mod money;
mod open;
mod organisation;
pub mod place;
pub mod public;
mod round;
mod setting;
mod version;
pub mod words;

pub use auto::{after_screening, after_sending, before_payment, before_release, before_signature};
pub use award::{ShownConcern, acknowledge, concern};

use super::registrar::Registrar;

/// The routes of list screening.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/watch-lists", lists::show);
    routes.get("/admin/watch-lists/{version}", version::show);
    routes.get("/admin/watch-lists/{version}/files/{place}", version::hand);
    routes.get("/admin/list-hits", open::show);
    routes.get("/admin/programmes/{slug}/lists", setting::show);
    routes.post("/admin/programmes/{slug}/lists", setting::set);
    routes.post("/admin/programmes/{slug}/lists/money", money::set);
    routes.get("/admin/rounds/{slug}/lists", round::show);
    routes.post("/admin/rounds/{slug}/lists", round::screen);
    routes.get(
        "/admin/organisations/{organisation}/lists",
        organisation::show,
    );
    routes.post(
        "/admin/organisations/{organisation}/lists",
        organisation::screen,
    );
    routes.get("/admin/organisations/{organisation}/lists/{hit}", hit::show);
    routes.post(
        "/admin/organisations/{organisation}/lists/{hit}",
        hit::answer,
    );
    routes.post(
        "/admin/applications/{id}/decision/acknowledgement",
        acknowledge,
    );
    routes.get("/rounds/{slug}/lists", public::show);
}
