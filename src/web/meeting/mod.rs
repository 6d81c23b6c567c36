//! Panel meetings: planned, arranged and chaired by admins, followed by everybody who
//! belongs to them, one application at a time.

mod acts;
mod agenda;
mod audience;
mod chair;
mod closing;
mod events;
mod front;
mod list;
mod member;
mod minutes;
mod note;
mod place;
mod plan;

use super::registrar::Registrar;

pub use agenda::{ToCome, to_come};
pub use audience::Audience;
pub use place::member as address;

/// The routes of meetings.
pub fn routes(routes: &mut Registrar) {
    routes.get("/meetings/{meeting}", member::show);
    routes.get("/meetings/{meeting}/events", events::listen);
    routes.get("/admin/rounds/{slug}/meetings", list::list);
    routes.get("/admin/rounds/{slug}/meetings/new", plan::show_new);
    routes.post("/admin/rounds/{slug}/meetings/new", plan::plan);
    routes.get("/admin/rounds/{slug}/meetings/{meeting}", chair::show);
    chair_routes(routes);
}

fn chair_routes(routes: &mut Registrar) {
    routes.get(
        "/admin/rounds/{slug}/meetings/{meeting}/plan",
        plan::show_again,
    );
    routes.post("/admin/rounds/{slug}/meetings/{meeting}/plan", plan::replan);
    routes.post(
        "/admin/rounds/{slug}/meetings/{meeting}/proposal",
        acts::propose,
    );
    routes.post("/admin/rounds/{slug}/meetings/{meeting}/items", acts::add);
    routes.post(
        "/admin/rounds/{slug}/meetings/{meeting}/items/{application}/move",
        acts::move_item,
    );
    routes.post(
        "/admin/rounds/{slug}/meetings/{meeting}/items/{application}/removal",
        acts::remove,
    );
    routes.get(
        "/admin/rounds/{slug}/meetings/{meeting}/items/{application}/note",
        note::show,
    );
    routes.post(
        "/admin/rounds/{slug}/meetings/{meeting}/items/{application}/note",
        note::write,
    );
    routes.post(
        "/admin/rounds/{slug}/meetings/{meeting}/opening",
        acts::open,
    );
    routes.post("/admin/rounds/{slug}/meetings/{meeting}/turn", acts::call);
    routes.get(
        "/admin/rounds/{slug}/meetings/{meeting}/closing",
        closing::show,
    );
    routes.post(
        "/admin/rounds/{slug}/meetings/{meeting}/closing",
        closing::close,
    );
    routes.get(
        "/admin/rounds/{slug}/meetings/{meeting}/minutes",
        minutes::show,
    );
}
