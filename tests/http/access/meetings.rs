//! The routes of meetings with those who may call them.

use super::table::{ADMIN, Row, SIGNED_IN, STAFF};

/// Who belongs to a meeting is asked behind the door: see the stories of meetings.
pub const MEETINGS: &[Row] = &[
    ("GET /meetings/{meeting}", SIGNED_IN),
    ("GET /meetings/{meeting}/events", SIGNED_IN),
    ("GET /admin/rounds/{slug}/meetings", STAFF),
    ("GET /admin/rounds/{slug}/meetings/new", ADMIN),
    ("POST /admin/rounds/{slug}/meetings/new", ADMIN),
    ("GET /admin/rounds/{slug}/meetings/{meeting}", STAFF),
    ("GET /admin/rounds/{slug}/meetings/{meeting}/plan", ADMIN),
    ("POST /admin/rounds/{slug}/meetings/{meeting}/plan", ADMIN),
    (
        "POST /admin/rounds/{slug}/meetings/{meeting}/proposal",
        ADMIN,
    ),
    ("POST /admin/rounds/{slug}/meetings/{meeting}/items", ADMIN),
    (
        "POST /admin/rounds/{slug}/meetings/{meeting}/items/{application}/move",
        ADMIN,
    ),
    (
        "POST /admin/rounds/{slug}/meetings/{meeting}/items/{application}/removal",
        ADMIN,
    ),
    (
        "GET /admin/rounds/{slug}/meetings/{meeting}/items/{application}/note",
        ADMIN,
    ),
    (
        "POST /admin/rounds/{slug}/meetings/{meeting}/items/{application}/note",
        ADMIN,
    ),
    (
        "POST /admin/rounds/{slug}/meetings/{meeting}/opening",
        ADMIN,
    ),
    ("POST /admin/rounds/{slug}/meetings/{meeting}/turn", ADMIN),
    ("GET /admin/rounds/{slug}/meetings/{meeting}/closing", ADMIN),
    (
        "POST /admin/rounds/{slug}/meetings/{meeting}/closing",
        ADMIN,
    ),
    ("GET /admin/rounds/{slug}/meetings/{meeting}/minutes", STAFF),
];
