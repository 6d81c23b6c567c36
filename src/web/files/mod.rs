//! Files as answers: adding them with and without JavaScript, removing them, and
//! handing them out so that no browser takes them for a page of ours.

mod download;
mod page;
mod parts;
pub mod posted;
mod removal;
mod several;
pub mod shown;
mod taking;

pub use download::{hand_out, hand_out_as, hand_out_opened};
pub use several::{receive, take_each};
pub use taking::{Keep, Untaken, take_as};

use super::registrar::Registrar;

/// The routes of files.
pub fn routes(routes: &mut Registrar) {
    routes.get(
        "/applications/{application}/sections/{section}/files/{question}",
        page::show,
    );
    routes.post(
        "/applications/{application}/sections/{section}/files/{question}",
        page::add,
    );
    routes.post(
        "/applications/{application}/sections/{section}/files/{question}/uploads",
        parts::begin,
    );
    routes.get("/applications/{application}/uploads/{upload}", parts::state);
    routes.post("/applications/{application}/uploads/{upload}", parts::add);
    routes.get("/applications/{application}/files/{file}", download::own);
    routes.get(
        "/applications/{application}/files/{file}/removal",
        removal::show,
    );
    routes.post(
        "/applications/{application}/files/{file}/removal",
        removal::remove,
    );
    routes.post("/admin/applications/{id}/files/{file}", download::by_staff);
    routes.post("/reviews/{application}/files/{file}", download::by_reviewer);
}
