//! Programmes: the list, and making one.

mod form;
mod handlers;

use super::registrar::Registrar;

/// The routes of programmes.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/programmes", handlers::list);
    routes.get("/admin/programmes/new", handlers::show_new);
    routes.post("/admin/programmes/new", handlers::create);
}
