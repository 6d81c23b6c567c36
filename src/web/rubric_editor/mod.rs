//! The rubric of a programme as staff write it: its criteria, what reviewers will
//! see of them, its versions and the rounds that use them, and the file that it can
//! be kept in.

mod asking;
mod criterion;
mod effects;
mod evidence;
mod file;
mod load;
mod moving;
mod overview;
pub mod place;
mod posted;
mod preview;
mod publishing;
mod replacement;
mod reset;
mod round;
mod shown;
mod text;

use super::registrar::Registrar;

/// The routes of writing rubrics.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/programmes/{slug}/rubric", overview::show);
    routes.post("/admin/programmes/{slug}/rubric", moving::shift);
    routes.get("/admin/programmes/{slug}/rubric/new", criterion::show_new);
    routes.post("/admin/programmes/{slug}/rubric/new", criterion::create);
    routes.get(
        "/admin/programmes/{slug}/rubric/criteria/{code}",
        criterion::show,
    );
    routes.post(
        "/admin/programmes/{slug}/rubric/criteria/{code}",
        criterion::save,
    );
    routes.get(
        "/admin/programmes/{slug}/rubric/criteria/{code}/removal",
        moving::show_removal,
    );
    routes.post(
        "/admin/programmes/{slug}/rubric/criteria/{code}/removal",
        moving::remove,
    );
    version_routes(routes);
}

fn version_routes(routes: &mut Registrar) {
    routes.get("/admin/programmes/{slug}/rubric/preview", preview::show);
    routes.get(
        "/admin/programmes/{slug}/rubric/publication",
        publishing::show,
    );
    routes.post(
        "/admin/programmes/{slug}/rubric/publication",
        publishing::publish,
    );
    routes.get("/admin/programmes/{slug}/rubric/reset", reset::show);
    routes.post("/admin/programmes/{slug}/rubric/reset", reset::reset);
    routes.get("/admin/programmes/{slug}/rubric/file", file::download);
    routes.get("/admin/programmes/{slug}/rubric/import", file::show_import);
    routes.post("/admin/programmes/{slug}/rubric/import", file::import);
    routes.post("/admin/programmes/{slug}/rubric/import/file", file::upload);
    routes.get("/admin/rounds/{slug}/rubric", round::show);
    routes.post("/admin/rounds/{slug}/rubric", round::choose);
    routes.get("/admin/rounds/{slug}/rubric/replacement", replacement::show);
    routes.post(
        "/admin/rounds/{slug}/rubric/replacement",
        replacement::replace,
    );
}
