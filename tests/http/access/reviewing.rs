//! The rows of what is behind the door of reviewers, of assigning and following
//! reviews, and of discussions.

use super::table::{ADMIN, REVIEWER, Row, STAFF};

pub const REVIEWING: &[Row] = &[
    // Reviews.
    ("GET /reviews", REVIEWER),
    ("GET /reviews/thank-you", REVIEWER),
    ("GET /reviews/{application}", REVIEWER),
    ("GET /reviews/{application}/declaration", REVIEWER),
    ("POST /reviews/{application}", REVIEWER),
    ("POST /reviews/{application}/declaration", REVIEWER),
    ("POST /reviews/{application}/submission", REVIEWER),
    ("POST /reviews/{application}/autosave", REVIEWER),
    ("GET /reviews/{application}/decline", REVIEWER),
    ("POST /reviews/{application}/decline", REVIEWER),
    // Following and assigning.
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
    // Discussions.
    ("GET /reviews/{application}/discussion", REVIEWER),
    (
        "GET /reviews/{application}/discussion/{post}/withdrawal",
        REVIEWER,
    ),
    ("GET /admin/applications/{id}/discussion", STAFF),
    (
        "GET /admin/applications/{id}/discussion/{post}/withdrawal",
        ADMIN,
    ),
    ("GET /admin/rounds/{slug}/discussions", STAFF),
    ("POST /reviews/{application}/discussion", REVIEWER),
    (
        "POST /reviews/{application}/discussion/{post}/withdrawal",
        REVIEWER,
    ),
    ("POST /admin/applications/{id}/discussion", ADMIN),
    (
        "POST /admin/applications/{id}/discussion/{post}/withdrawal",
        ADMIN,
    ),
];
