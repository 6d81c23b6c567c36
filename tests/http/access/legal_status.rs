//! Routes of the legal status of organisations.

use super::table::{ADMIN, Row, STAFF};

pub const LEGAL_STATUS: &[Row] = &[
    ("GET /admin/documents", STAFF),
    (
        "GET /admin/organisations/{organisation}/legal-status",
        STAFF,
    ),
    (
        "GET /admin/organisations/{organisation}/legal-status/papers/{kind}",
        STAFF,
    ),
    (
        "GET /admin/organisations/{organisation}/legal-status/us-pathway",
        ADMIN,
    ),
    ("GET /admin/programmes/{slug}/documents", STAFF),
    ("GET /admin/programmes/{slug}/documents/{form}", ADMIN),
    (
        "POST /admin/organisations/{organisation}/legal-status/papers/{kind}",
        ADMIN,
    ),
    (
        "POST /admin/organisations/{organisation}/legal-status/us-pathway",
        ADMIN,
    ),
    ("POST /admin/programmes/{slug}/documents/{form}", ADMIN),
];
