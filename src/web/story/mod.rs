//! The whole story of one application on one page: why this and not that.

mod beside;
mod page;
mod states;
mod told;
mod why;
mod words;

use super::registrar::Registrar;
use super::url;
use crate::domain::ApplicationId;

/// The routes of stories.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/story", page::show);
}

/// The story of an application.
pub fn place(id: ApplicationId) -> String {
    url::dossier_part(id, "story")
}
