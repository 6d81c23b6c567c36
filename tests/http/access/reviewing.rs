//! The rows of what is behind the door of reviewers, and of discussions.

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
