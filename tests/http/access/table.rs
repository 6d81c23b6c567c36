//! Every route with those who may call it. Add a row for each route that you add.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Anonymous,
    Applicant,
    Reviewer,
    Admin,
    Auditor,
}

use super::awards::AWARDS;
use super::board::BOARD;
use super::deciding::DECIDING;
use super::due_diligence::DUE_DILIGENCE;
use super::evidence::EVIDENCE;
use super::exports::EXPORTS;
use super::ledger::LEDGER;
use super::legal_status::LEGAL_STATUS;
use super::lists::LISTS;
use super::meetings::MEETINGS;
use super::programmes::PROGRAMMES;
use super::purges::PURGES;
use super::reviewing::REVIEWING;
use super::signing_in::SIGNING_IN;
use Who::{Admin, Anonymous, Applicant, Auditor, Reviewer};

pub const ANYONE: &[Who] = &[Anonymous, Applicant, Reviewer, Admin, Auditor];
pub const SIGNED_IN: &[Who] = &[Applicant, Reviewer, Admin, Auditor];
pub const APPLICANT: &[Who] = &[Applicant];
pub const REVIEWER: &[Who] = &[Reviewer];
pub const ADMIN: &[Who] = &[Admin];
pub const STAFF: &[Who] = &[Admin, Auditor];

/// Programs with a key, and nobody with a session.
pub const PROGRAM: &[Who] = &[];

/// Every row.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    let parts = [
        TABLE,
        SIGNING_IN,
        REVIEWING,
        PROGRAMMES,
        MEETINGS,
        LISTS,
        LEGAL_STATUS,
        DECIDING,
        DUE_DILIGENCE,
        LEDGER,
        EVIDENCE,
        AWARDS,
        EXPORTS,
        BOARD,
        PURGES,
    ];
    parts.into_iter().flatten()
}

/// A method and a path, with those who may call it.
pub type Row = (&'static str, &'static [Who]);

const TABLE: &[Row] = &[
    // Frame and operations.
    ("GET /", ANYONE),
    ("GET /assets/{name}", ANYONE),
    ("GET /demo/inbox", ANYONE),
    ("GET /healthz", ANYONE),
    ("GET /privacy", ANYONE),
    ("GET /readyz", ANYONE),
    ("POST /exit", ANYONE),
    ("POST /language", ANYONE),
    // Accounts.
    ("GET /account", SIGNED_IN),
    ("GET /account/affiliations", SIGNED_IN),
    ("GET /account/password", SIGNED_IN),
    ("GET /account/reviewing", REVIEWER),
    ("POST /account/reviewing", REVIEWER),
    ("GET /admin/people/{person}/reviewing", STAFF),
    ("POST /admin/people/{person}/reviewing", ADMIN),
    ("GET /confirmation/{secret}", ANYONE),
    ("GET /home", SIGNED_IN),
    ("GET /invitations/{secret}", ANYONE),
    ("GET /password-reset", ANYONE),
    ("GET /password-reset/{secret}", ANYONE),
    ("GET /sign-in", ANYONE),
    ("GET /sign-up", ANYONE),
    ("POST /account", SIGNED_IN),
    ("POST /account/affiliations", SIGNED_IN),
    (
        "POST /account/affiliations/{affiliation}/removal",
        SIGNED_IN,
    ),
    ("POST /account/password", SIGNED_IN),
    ("POST /account/sessions/{session}/end", SIGNED_IN),
    ("POST /confirmation/{secret}", ANYONE),
    ("POST /invitations/{secret}", ANYONE),
    ("POST /password-reset", ANYONE),
    ("POST /password-reset/{secret}", ANYONE),
    ("POST /sign-in", ANYONE),
    ("POST /sign-in/resume", ANYONE),
    ("POST /sign-out", SIGNED_IN),
    ("POST /sign-up", ANYONE),
    // Rounds.
    ("GET /rounds/{slug}", ANYONE),
    ("GET /rounds/{slug}/eligibility", ANYONE),
    ("POST /rounds/{slug}/eligibility", ANYONE),
    // Organisations.
    ("GET /organisations", APPLICANT),
    ("GET /organisations/new", APPLICANT),
    ("GET /organisations/{organisation}", APPLICANT),
    ("GET /organisations/{organisation}/edit", APPLICANT),
    ("GET /organisations/{organisation}/people", APPLICANT),
    (
        "GET /organisations/{organisation}/people/{person}/removal",
        APPLICANT,
    ),
    ("GET /organisations/{organisation}/sponsorships", APPLICANT),
    (
        "GET /organisations/{organisation}/sponsorships/{sponsorship}/withdrawal",
        APPLICANT,
    ),
    (
        "POST /organisations/{organisation}/invitations/{invitation}/revocation",
        APPLICANT,
    ),
    ("POST /organisations/{organisation}/people", APPLICANT),
    (
        "POST /organisations/{organisation}/people/{person}/removal",
        APPLICANT,
    ),
    (
        "POST /organisations/{organisation}/people/{person}/role",
        APPLICANT,
    ),
    (
        "POST /organisations/{organisation}/sponsorships/{sponsorship}/withdrawal",
        APPLICANT,
    ),
    // Letters to people of organisations.
    ("GET /memberships/{secret}", ANYONE),
    ("GET /sponsorships/{secret}", ANYONE),
    ("POST /memberships/{secret}", ANYONE),
    ("POST /memberships/{secret}/acceptance", SIGNED_IN),
    ("POST /sponsorships/{secret}", ANYONE),
    ("POST /sponsorships/{secret}/answer", SIGNED_IN),
    // Filing for an applicant. The filer then works behind the door of
    // applicants, at that one application alone: see people/filing.
    ("GET /admin/applications/{id}/owner", ADMIN),
    ("GET /admin/rounds/{slug}/filing", ADMIN),
    ("GET /admin/rounds/{slug}/filing/organisation", ADMIN),
    ("POST /admin/applications/{id}/owner", ADMIN),
    ("POST /admin/rounds/{slug}/filing", ADMIN),
    ("POST /admin/rounds/{slug}/filing/organisation", ADMIN),
    ("GET /applications/{application}/sponsor", APPLICANT),
    (
        "GET /applications/{application}/sponsor/withdrawal",
        APPLICANT,
    ),
    ("POST /applications/{application}/certification", APPLICANT),
    (
        "POST /applications/{application}/certification-request",
        APPLICANT,
    ),
    ("POST /applications/{application}/sponsor", APPLICANT),
    (
        "POST /applications/{application}/sponsor/withdrawal",
        APPLICANT,
    ),
    ("POST /organisations", APPLICANT),
    ("POST /organisations/{organisation}", APPLICANT),
    // Applications.
    ("GET /applications", APPLICANT),
    ("GET /applications/{application}", APPLICANT),
    ("GET /applications/{application}/answers", APPLICANT),
    ("GET /applications/{application}/check", APPLICANT),
    ("GET /applications/{application}/comparison", APPLICANT),
    ("GET /applications/{application}/discard", APPLICANT),
    ("GET /applications/{application}/copy", APPLICANT),
    ("GET /applications/{application}/offline", APPLICANT),
    ("GET /applications/{application}/offline/form", APPLICANT),
    ("GET /applications/{application}/receipt", APPLICANT),
    ("GET /applications/{application}/receipt.pdf", APPLICANT),
    (
        "GET /applications/{application}/sections/{section}",
        APPLICANT,
    ),
    ("GET /applications/{application}/versions", APPLICANT),
    ("GET /applications/{application}/withdrawal", APPLICANT),
    ("GET /rounds/{slug}/applications", APPLICANT),
    ("POST /applications/{application}/copy", APPLICANT),
    ("POST /applications/{application}/discard", APPLICANT),
    ("POST /applications/{application}/offline", APPLICANT),
    (
        "POST /applications/{application}/sections/{section}",
        APPLICANT,
    ),
    (
        "POST /applications/{application}/sections/{section}/autosave",
        APPLICANT,
    ),
    ("POST /applications/{application}/submission", APPLICANT),
    ("POST /applications/{application}/withdrawal", APPLICANT),
    ("POST /rounds/{slug}/applications", APPLICANT),
    // Files.
    ("GET /applications/{application}/files/{file}", APPLICANT),
    (
        "GET /applications/{application}/files/{file}/removal",
        APPLICANT,
    ),
    (
        "GET /applications/{application}/sections/{section}/files/{question}",
        APPLICANT,
    ),
    (
        "GET /applications/{application}/uploads/{upload}",
        APPLICANT,
    ),
    ("POST /admin/applications/{id}/files/{file}", STAFF),
    (
        "POST /applications/{application}/files/{file}/removal",
        APPLICANT,
    ),
    (
        "POST /applications/{application}/sections/{section}/files/{question}",
        APPLICANT,
    ),
    (
        "POST /applications/{application}/sections/{section}/files/{question}/uploads",
        APPLICANT,
    ),
    (
        "POST /applications/{application}/uploads/{upload}",
        APPLICANT,
    ),
    ("POST /reviews/{application}/files/{file}", REVIEWER),
    // Questions and messages.
    ("GET /applications/{application}/clarification", APPLICANT),
    (
        "GET /applications/{application}/clarification/check",
        APPLICANT,
    ),
    ("GET /applications/{application}/thread", APPLICANT),
    ("POST /applications/{application}/clarification", APPLICANT),
    (
        "POST /applications/{application}/clarification/submission",
        APPLICANT,
    ),
    ("POST /applications/{application}/thread", APPLICANT),
    ("POST /applications/{application}/thread/reading", APPLICANT),
    ("GET /admin/applications/{id}/clarifications", STAFF),
    ("GET /admin/applications/{id}/clarifications/new", ADMIN),
    (
        "GET /admin/applications/{id}/clarifications/{clarification}/end",
        ADMIN,
    ),
    ("GET /admin/applications/{id}/thread", STAFF),
    ("GET /admin/rounds/{slug}/full-form", ADMIN),
    ("GET /admin/threads", STAFF),
    ("POST /admin/applications/{id}/clarifications", ADMIN),
    (
        "POST /admin/applications/{id}/clarifications/{clarification}/due",
        ADMIN,
    ),
    (
        "POST /admin/applications/{id}/clarifications/{clarification}/end",
        ADMIN,
    ),
    ("POST /admin/applications/{id}/thread", ADMIN),
    ("POST /admin/applications/{id}/thread/settling", ADMIN),
    ("POST /admin/rounds/{slug}/full-form", ADMIN),
    // People.
    ("GET /admin/people", STAFF),
    ("POST /admin/people", ADMIN),
    ("POST /admin/people/{person}/role", ADMIN),
    ("POST /admin/people/{person}/state", ADMIN),
    // Rounds as staff run them.
    ("GET /admin/rounds/{slug}/form", STAFF),
    ("POST /admin/rounds/{slug}/form", ADMIN),
    ("GET /admin/rounds", STAFF),
    ("GET /admin/rounds/new", ADMIN),
    ("GET /admin/rounds/{slug}", STAFF),
    ("GET /admin/rounds/{slug}/applications", STAFF),
    ("GET /admin/rounds/{slug}/assignments", STAFF),
    ("GET /admin/rounds/{slug}/closing", ADMIN),
    ("GET /admin/rounds/{slug}/currencies", STAFF),
    ("GET /admin/rounds/{slug}/phases", STAFF),
    ("GET /admin/rounds/{slug}/phases/new", ADMIN),
    ("GET /admin/rounds/{slug}/phases/{phase}", ADMIN),
    ("GET /admin/rounds/{slug}/phases/{phase}/removal", ADMIN),
    ("POST /admin/rounds/{slug}/phases/new", ADMIN),
    ("POST /admin/rounds/{slug}/phases/{phase}", ADMIN),
    ("POST /admin/rounds/{slug}/phases/{phase}/removal", ADMIN),
    ("GET /admin/rounds/{slug}/edit", ADMIN),
    ("GET /admin/rounds/{slug}/opening", ADMIN),
    ("GET /admin/rounds/{slug}/ranking", STAFF),
    ("GET /admin/rounds/{slug}/ranking/certainty", STAFF),
    ("GET /admin/rounds/{slug}/release", STAFF),
    ("GET /admin/rounds/{slug}/rubric", STAFF),
    ("POST /admin/rounds/new", ADMIN),
    ("POST /admin/rounds/{slug}/assignments", ADMIN),
    ("POST /admin/rounds/{slug}/closing", ADMIN),
    ("POST /admin/rounds/{slug}/currencies", ADMIN),
    ("POST /admin/rounds/{slug}/currencies/{currency}/end", ADMIN),
    ("POST /admin/rounds/{slug}/edit", ADMIN),
    ("POST /admin/rounds/{slug}/exports", ADMIN),
    ("POST /admin/rounds/{slug}/opening", ADMIN),
    ("POST /admin/rounds/{slug}/release", ADMIN),
    // One application as staff handle it.
    ("GET /admin/applications/{id}", STAFF),
    ("GET /admin/applications/{id}/story", STAFF),
    ("GET /admin/applications/{id}/answers", STAFF),
    ("GET /admin/applications/{id}/assignments", STAFF),
    ("GET /admin/applications/{id}/comparison", STAFF),
    ("GET /admin/applications/{id}/decision", STAFF),
    ("GET /admin/applications/{id}/decision/drop", ADMIN),
    ("GET /admin/applications/{id}/receipt.pdf", STAFF),
    ("GET /admin/applications/{id}/screening", ADMIN),
    ("GET /admin/applications/{id}/versions", STAFF),
    ("POST /admin/applications/{id}/assignments", ADMIN),
    (
        "POST /admin/applications/{id}/assignments/{reviewer}/end",
        ADMIN,
    ),
    ("POST /admin/applications/{id}/decision", ADMIN),
    ("POST /admin/applications/{id}/decision/drop", ADMIN),
    ("POST /admin/applications/{id}/decision/sign-off", ADMIN),
    ("POST /admin/applications/{id}/legal-check", ADMIN),
    ("POST /admin/applications/{id}/screening", ADMIN),
    // Conflicts of interest.
    ("GET /admin/applications/{id}/conflict", STAFF),
    ("GET /admin/applications/{id}/conflicts", STAFF),
    (
        "GET /admin/applications/{id}/conflicts/{person}/removal",
        ADMIN,
    ),
    ("GET /admin/rounds/{slug}/conflicts", STAFF),
    ("POST /admin/applications/{id}/conflict", STAFF),
    ("POST /admin/applications/{id}/conflicts", ADMIN),
    (
        "POST /admin/applications/{id}/conflicts/{person}/removal",
        ADMIN,
    ),
    // The log.
    ("GET /admin/audit", STAFF),
    ("GET /admin/dashboard", STAFF),
];
