//! Routes of letters, many decisions, appeals, the reserve list and turnaround.

use super::table::{ADMIN, APPLICANT, Row, STAFF};

pub const DECIDING: &[Row] = &[
    ("GET /admin/applications/{id}/decision/anew", ADMIN),
    ("GET /admin/applications/{id}/decision/appeal", ADMIN),
    ("GET /admin/programmes/{slug}/letters", STAFF),
    (
        "GET /admin/programmes/{slug}/letters/{outcome}/{language}",
        ADMIN,
    ),
    ("GET /admin/programmes/{slug}/turnaround", STAFF),
    ("GET /admin/rounds/{slug}/decisions", STAFF),
    ("GET /admin/rounds/{slug}/release/letters", STAFF),
    ("GET /admin/rounds/{slug}/reserve", STAFF),
    ("GET /admin/rounds/{slug}/turnaround", STAFF),
    ("GET /applications/{application}/appeal", APPLICANT),
    ("POST /admin/applications/{id}/decision/anew", ADMIN),
    ("POST /admin/applications/{id}/decision/appeal", ADMIN),
    ("POST /admin/programmes/{slug}/letters", ADMIN),
    (
        "POST /admin/programmes/{slug}/letters/{outcome}/{language}",
        ADMIN,
    ),
    ("POST /admin/programmes/{slug}/turnaround", ADMIN),
    ("POST /admin/rounds/{slug}/decisions", ADMIN),
    ("POST /admin/rounds/{slug}/decisions/quorum", ADMIN),
    ("POST /admin/rounds/{slug}/decisions/sign-off", ADMIN),
    ("POST /admin/rounds/{slug}/reserve", ADMIN),
    ("POST /applications/{application}/appeal", APPLICANT),
];
