//! Assigning a round and following its reviews: who may call what.

use super::table::{ADMIN, STAFF, Who};

pub const TABLE: &[(&str, &[Who])] = &[
    ("GET /admin/rounds/{slug}/assignment", STAFF),
    ("POST /admin/rounds/{slug}/assignment", ADMIN),
    ("GET /admin/rounds/{slug}/assignment/plan", ADMIN),
    ("POST /admin/rounds/{slug}/assignment/plan", ADMIN),
    ("POST /admin/rounds/{slug}/assignment/plan/removal", ADMIN),
    ("GET /admin/rounds/{slug}/assignment/file", ADMIN),
    ("POST /admin/rounds/{slug}/assignment/file", ADMIN),
    ("GET /admin/rounds/{slug}/assignment/ending", ADMIN),
    ("POST /admin/rounds/{slug}/assignment/ending", ADMIN),
    ("GET /admin/rounds/{slug}/reviewing", STAFF),
    ("GET /admin/rounds/{slug}/reviewing/file", ADMIN),
    ("POST /admin/rounds/{slug}/reviewing/file", ADMIN),
    ("GET /admin/rounds/{slug}/reviewing/import", ADMIN),
    ("POST /admin/rounds/{slug}/reviewing/import", ADMIN),
    ("GET /admin/rounds/{slug}/reviewing/reminder", ADMIN),
    ("POST /admin/rounds/{slug}/reviewing/reminder", ADMIN),
    ("GET /admin/rounds/{slug}/reviewing/schedule", ADMIN),
    ("POST /admin/rounds/{slug}/reviewing/schedule", ADMIN),
];
