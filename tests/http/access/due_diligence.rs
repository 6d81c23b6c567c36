//! Routes of due diligence, referees and holds.

use super::table::{ADMIN, ANYONE, Row, STAFF};

pub const DUE_DILIGENCE: &[Row] = &[
    ("GET /admin/applications/{id}/due-diligence", STAFF),
    (
        "GET /admin/applications/{id}/due-diligence/steps/{step}",
        ADMIN,
    ),
    ("GET /admin/applications/{id}/hold", ADMIN),
    ("GET /admin/applications/{id}/referees", STAFF),
    ("GET /admin/holds", STAFF),
    ("GET /admin/organisations/{organisation}/hold", STAFF),
    ("GET /admin/programmes/{slug}/due-diligence", STAFF),
    ("GET /referees/{secret}", ANYONE),
    (
        "POST /admin/applications/{id}/due-diligence/concerns",
        ADMIN,
    ),
    (
        "POST /admin/applications/{id}/due-diligence/concerns/{concern}",
        ADMIN,
    ),
    (
        "POST /admin/applications/{id}/due-diligence/steps/{step}",
        ADMIN,
    ),
    (
        "POST /admin/applications/{id}/due-diligence/steps/{step}/second",
        ADMIN,
    ),
    ("POST /admin/applications/{id}/hold", ADMIN),
    ("POST /admin/applications/{id}/referees", ADMIN),
    (
        "POST /admin/applications/{id}/referees/{referee}/resending",
        ADMIN,
    ),
    (
        "POST /admin/applications/{id}/referees/{referee}/withdrawal",
        ADMIN,
    ),
    ("POST /admin/organisations/{organisation}/hold", ADMIN),
    ("POST /admin/organisations/{organisation}/hold/end", ADMIN),
    ("POST /admin/programmes/{slug}/due-diligence", ADMIN),
    ("POST /referees/{secret}", ANYONE),
];
