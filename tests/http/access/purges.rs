//! The rows of what is erased: at once, and when it has had its time.

use super::table::{ADMIN, APPLICANT, Row, SIGNED_IN, STAFF};

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
    (
        "POST /admin/organisations/{organisation}/purge/backups",
        ADMIN,
    ),
    ("GET /admin/rounds/{slug}/purge", ADMIN),
    ("POST /admin/rounds/{slug}/purge", ADMIN),
    ("POST /admin/rounds/{slug}/purge/confirm", ADMIN),
    ("POST /admin/rounds/{slug}/purge/withdrawal", ADMIN),
    ("POST /admin/rounds/{slug}/purge/backups", ADMIN),
    ("GET /account/data", SIGNED_IN),
    ("POST /account/data", SIGNED_IN),
    ("GET /organisations/{organisation}/data", APPLICANT),
    ("POST /organisations/{organisation}/data", APPLICANT),
    ("GET /account/erasure", SIGNED_IN),
    ("POST /account/erasure", SIGNED_IN),
    ("POST /account/erasure/withdrawal", SIGNED_IN),
    ("GET /organisations/{organisation}/erasure", APPLICANT),
    ("POST /organisations/{organisation}/erasure", APPLICANT),
    (
        "POST /organisations/{organisation}/erasure/withdrawal",
        APPLICANT,
    ),
    ("GET /admin/erasures", STAFF),
    ("GET /admin/erasures/{request}", ADMIN),
    ("POST /admin/erasures/{request}", ADMIN),
    ("GET /admin/retention", STAFF),
    ("POST /admin/retention", ADMIN),
    ("GET /admin/applications/{id}/retention", ADMIN),
    ("POST /admin/applications/{id}/retention", ADMIN),
];
