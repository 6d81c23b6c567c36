//! The rows of what goes out: exports, packets, publication, interfaces for programs.

use super::table::{ADMIN, ANYONE, PROGRAM, Row, STAFF};

pub const EXPORTS: &[Row] = &[
    ("GET /admin/rounds/{slug}/exports", STAFF),
    ("GET /admin/rounds/{slug}/publication", STAFF),
    ("POST /admin/rounds/{slug}/publication", ADMIN),
    ("GET /admin/applications/{id}/publication", ADMIN),
    ("POST /admin/applications/{id}/publication", ADMIN),
    ("GET /admin/applications/{id}/packet.pdf", STAFF),
    (
        "GET /admin/rounds/{slug}/meetings/{meeting}/packet.pdf",
        STAFF,
    ),
    ("GET /admin/access-tokens", ADMIN),
    ("POST /admin/access-tokens", ADMIN),
    ("POST /admin/access-tokens/{token}/end", ADMIN),
    ("GET /api/v1/openapi.json", ANYONE),
    ("GET /api/v1/rounds", PROGRAM),
    ("GET /api/v1/rounds/{slug}/{table}", PROGRAM),
    ("GET /common-grants/opportunities", ANYONE),
    ("GET /common-grants/opportunities/{opportunity}", ANYONE),
];
