//! The offline form: one file that is filled in without a connection and brought
//! back later.

mod bring;
mod file;

use super::registrar::Registrar;

/// The routes of the offline form.
pub fn routes(routes: &mut Registrar) {
    routes.get("/applications/{application}/offline", bring::show);
    routes.post("/applications/{application}/offline", bring::bring_in);
    routes.get("/applications/{application}/offline/form", file::download);
}
