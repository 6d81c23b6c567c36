//! The form of a programme as staff write it: its parts, what applicants will
//! see of it, its versions, and the file that it can be kept in.

mod asking;
mod condition;
mod file;
mod load;
mod moving;
mod options;
mod overview;
mod parts;
mod pieces;
mod posted;
mod preview;
mod publishing;
mod round;
mod text;

use super::registrar::Registrar;

pub use text::untranslated;

/// The routes of writing forms.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/programmes/{slug}/form", overview::show);
    routes.post("/admin/programmes/{slug}/form", moving::shift);
    routes.get("/admin/programmes/{slug}/form/new", parts::show_new);
    routes.post("/admin/programmes/{slug}/form/new", parts::create);
    routes.get("/admin/programmes/{slug}/form/parts/{part}", parts::show);
    routes.post("/admin/programmes/{slug}/form/parts/{part}", parts::save);
    routes.get(
        "/admin/programmes/{slug}/form/parts/{part}/removal",
        moving::show_removal,
    );
    routes.post(
        "/admin/programmes/{slug}/form/parts/{part}/removal",
        moving::remove,
    );
    version_routes(routes);
}

fn version_routes(routes: &mut Registrar) {
    routes.get("/admin/programmes/{slug}/form/preview", preview::show);
    routes.get(
        "/admin/programmes/{slug}/form/questions",
        preview::questions,
    );
    routes.get(
        "/admin/programmes/{slug}/form/publication",
        publishing::show,
    );
    routes.post(
        "/admin/programmes/{slug}/form/publication",
        publishing::publish,
    );
    routes.get(
        "/admin/programmes/{slug}/form/reset",
        publishing::show_reset,
    );
    routes.post("/admin/programmes/{slug}/form/reset", publishing::reset);
    routes.get("/admin/programmes/{slug}/form/file", file::download);
    routes.get("/admin/programmes/{slug}/form/import", file::show_import);
    routes.post("/admin/programmes/{slug}/form/import", file::import);
    routes.post("/admin/programmes/{slug}/form/import/file", file::upload);
    routes.get("/admin/rounds/{slug}/form", round::show);
    routes.post("/admin/rounds/{slug}/form", round::choose);
}
