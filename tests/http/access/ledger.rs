//! Routes of the directory, the support ledger and overlaps.

use super::table::{ADMIN, Row, STAFF};

pub const LEDGER: &[Row] = &[
    ("GET /admin/organisations", STAFF),
    ("GET /admin/organisations/{organisation}", STAFF),
    ("GET /admin/ledger", STAFF),
    ("GET /admin/ledger/file", ADMIN),
    ("POST /admin/ledger/file", ADMIN),
    ("GET /admin/ledger/files/{file}/withdrawal", ADMIN),
    ("POST /admin/ledger/files/{file}/withdrawal", ADMIN),
    ("GET /admin/organisations/{organisation}/support", STAFF),
    ("POST /admin/organisations/{organisation}/support", ADMIN),
    (
        "GET /admin/organisations/{organisation}/support/{entry}/withdrawal",
        ADMIN,
    ),
    (
        "POST /admin/organisations/{organisation}/support/{entry}/withdrawal",
        ADMIN,
    ),
    ("GET /admin/applications/{application}/overlaps", STAFF),
    ("POST /admin/applications/{application}/overlaps", ADMIN),
    (
        "GET /admin/applications/{application}/overlaps/{entry}",
        STAFF,
    ),
    (
        "POST /admin/applications/{application}/overlaps/{entry}",
        ADMIN,
    ),
];
