//! Routes of list screening.

use super::table::{ADMIN, ANYONE, Row, STAFF};

pub const LISTS: &[Row] = &[
    ("GET /admin/watch-lists", STAFF),
    ("GET /admin/watch-lists/{version}", STAFF),
    ("GET /admin/watch-lists/{version}/files/{place}", STAFF),
    ("GET /admin/list-hits", STAFF),
    ("GET /admin/programmes/{slug}/lists", STAFF),
    ("POST /admin/programmes/{slug}/lists", ADMIN),
    ("POST /admin/programmes/{slug}/lists/money", ADMIN),
    ("GET /admin/rounds/{slug}/lists", STAFF),
    ("POST /admin/rounds/{slug}/lists", ADMIN),
    ("GET /admin/organisations/{organisation}/lists", STAFF),
    ("POST /admin/organisations/{organisation}/lists", ADMIN),
    ("GET /admin/organisations/{organisation}/lists/{hit}", STAFF),
    (
        "POST /admin/organisations/{organisation}/lists/{hit}",
        ADMIN,
    ),
    (
        "POST /admin/applications/{id}/decision/acknowledgement",
        ADMIN,
    ),
    ("GET /rounds/{slug}/lists", ANYONE),
];
