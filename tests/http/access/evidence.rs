//! The rows of what is known about organisations beside their applications.

use super::table::{ADMIN, APPLICANT, Row, STAFF};

pub const EVIDENCE: &[Row] = &[
    // Engagement logs.
    ("GET /admin/organisations/{organisation}/engagement", STAFF),
    ("POST /admin/organisations/{organisation}/engagement", ADMIN),
    (
        "GET /admin/organisations/{organisation}/engagement/{entry}",
        STAFF,
    ),
    (
        "GET /admin/organisations/{organisation}/engagement/{entry}/correction",
        ADMIN,
    ),
    (
        "POST /admin/organisations/{organisation}/engagement/{entry}/correction",
        ADMIN,
    ),
    (
        "POST /admin/organisations/{organisation}/engagement/{entry}/quotation",
        ADMIN,
    ),
    (
        "POST /admin/organisations/{organisation}/engagement/{entry}/files",
        ADMIN,
    ),
    (
        "POST /admin/organisations/{organisation}/engagement/{entry}/files/{file}",
        STAFF,
    ),
    (
        "POST /admin/organisations/{organisation}/engagement/{entry}/files/{file}/removal",
        ADMIN,
    ),
    (
        "POST /admin/applications/{id}/quotations/{quote}/end",
        ADMIN,
    ),
    // Pressure.
    ("GET /admin/organisations/{organisation}/pressure", STAFF),
    ("POST /admin/organisations/{organisation}/pressure", ADMIN),
    (
        "GET /admin/organisations/{organisation}/pressure/{incident}",
        STAFF,
    ),
    (
        "POST /admin/organisations/{organisation}/pressure/{incident}",
        ADMIN,
    ),
    ("GET /admin/pressure", STAFF),
    ("POST /admin/pressure/briefing", ADMIN),
    // Code names.
    ("GET /organisations/{organisation}/confidential", APPLICANT),
    ("POST /organisations/{organisation}/confidential", APPLICANT),
    (
        "GET /admin/organisations/{organisation}/confidential",
        STAFF,
    ),
    (
        "POST /admin/organisations/{organisation}/confidential",
        ADMIN,
    ),
    ("POST /admin/organisations/{organisation}/identity", ADMIN),
];
