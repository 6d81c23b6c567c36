//! The rows of emergency purges.

use super::table::{ADMIN, Row};

pub const PURGES: &[Row] = &[
    ("GET /admin/organisations/{organisation}/purge", ADMIN),
    ("POST /admin/organisations/{organisation}/purge", ADMIN),
    (
        "POST /admin/organisations/{organisation}/purge/confirm",
        ADMIN,
    ),
    (
        "POST /admin/organisations/{organisation}/purge/withdrawal",
        ADMIN,
    ),
    ("GET /admin/rounds/{slug}/purge", ADMIN),
    ("POST /admin/rounds/{slug}/purge", ADMIN),
    ("POST /admin/rounds/{slug}/purge/confirm", ADMIN),
    ("POST /admin/rounds/{slug}/purge/withdrawal", ADMIN),
];
