//! Routes of awards.

use super::table::{ADMIN, APPLICANT, Row, STAFF};

pub const AWARDS: &[Row] = &[
    ("GET /admin/awards", STAFF),
    ("GET /admin/awards/{award}", STAFF),
    ("GET /admin/awards/{award}/agreement.pdf", STAFF),
    ("GET /admin/awards/{award}/changes/{change}", ADMIN),
    (
        "GET /admin/awards/{award}/disbursements/{disbursement}/{step}",
        ADMIN,
    ),
    ("GET /admin/awards/{award}/plan", ADMIN),
    ("GET /admin/awards/{award}/reports/{report}", STAFF),
    ("GET /admin/awards/{award}/tranches/{tranche}", ADMIN),
    ("GET /admin/payments", STAFF),
    ("GET /awards/{award}", APPLICANT),
    ("GET /awards/{award}/acceptance", APPLICANT),
    ("GET /awards/{award}/agreement.pdf", APPLICANT),
    ("GET /awards/{award}/bank", APPLICANT),
    ("GET /awards/{award}/reports/{report}", APPLICANT),
    ("POST /admin/awards/{award}/amendments/{amendment}", ADMIN),
    ("POST /admin/awards/{award}/bank", ADMIN),
    ("POST /admin/awards/{award}/changes/{change}", ADMIN),
    (
        "POST /admin/awards/{award}/disbursements/{disbursement}/{step}",
        ADMIN,
    ),
    ("POST /admin/awards/{award}/offer", ADMIN),
    ("POST /admin/awards/{award}/plan", ADMIN),
    ("POST /admin/awards/{award}/reports/{report}", ADMIN),
    ("POST /admin/awards/{award}/signed", STAFF),
    ("POST /admin/awards/{award}/tranches/{tranche}", ADMIN),
    ("POST /admin/payments", ADMIN),
    ("POST /awards/{award}/acceptance", APPLICANT),
    ("POST /awards/{award}/amendments/{amendment}", APPLICANT),
    ("POST /awards/{award}/bank", APPLICANT),
    ("POST /awards/{award}/reports/{report}", APPLICANT),
    ("POST /awards/{award}/signed/{print}", APPLICANT),
];
