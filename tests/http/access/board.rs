//! Routes of the decision board, the shortlist and lots.

use super::table::{ADMIN, Row, STAFF};

pub const BOARD: &[Row] = &[
    ("GET /admin/rounds/{slug}/balance", STAFF),
    ("GET /admin/rounds/{slug}/board", STAFF),
    ("GET /admin/rounds/{slug}/lots", STAFF),
    ("GET /admin/rounds/{slug}/shortlist", STAFF),
    ("POST /admin/rounds/{slug}/balance", ADMIN),
    ("POST /admin/rounds/{slug}/balance/removal", ADMIN),
    ("POST /admin/rounds/{slug}/board", ADMIN),
    ("POST /admin/rounds/{slug}/board/removal", ADMIN),
    ("POST /admin/rounds/{slug}/lots", ADMIN),
    ("POST /admin/rounds/{slug}/lots/option", ADMIN),
    ("POST /admin/rounds/{slug}/lots/{commitment}/draw", ADMIN),
];
