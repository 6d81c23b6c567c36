//! Who may call what: every route of the program against every role, in one
//! table. A route that is missing here fails the test, and so does a row whose
//! route is gone. Add a row for each route that you add.

use std::collections::BTreeSet;

use evenhand::domain::account::Role;
use evenhand::store::latest_events;
use evenhand::web::{AccessLabel, RouteRecord, recorded_routes};

use crate::support::{Page, Person, TestSite};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Anonymous,
    Applicant,
    Reviewer,
    Admin,
    Auditor,
}

use Who::{Admin, Anonymous, Applicant, Auditor, Reviewer};

const ANYONE: &[Who] = &[Anonymous, Applicant, Reviewer, Admin, Auditor];
const SIGNED_IN: &[Who] = &[Applicant, Reviewer, Admin, Auditor];
const APPLICANT: &[Who] = &[Applicant];
const REVIEWER: &[Who] = &[Reviewer];
const ADMIN: &[Who] = &[Admin];
const STAFF: &[Who] = &[Admin, Auditor];

const TABLE: &[(&str, &[Who])] = &[
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
    ("GET /account/password", SIGNED_IN),
    ("GET /confirmation/{secret}", ANYONE),
    ("GET /home", SIGNED_IN),
    ("GET /invitations/{secret}", ANYONE),
    ("GET /password-reset", ANYONE),
    ("GET /password-reset/{secret}", ANYONE),
    ("GET /sign-in", ANYONE),
    ("GET /sign-up", ANYONE),
    ("POST /account", SIGNED_IN),
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
    // Reviews.
    ("GET /reviews", REVIEWER),
    ("GET /reviews/thank-you", REVIEWER),
    ("GET /reviews/{application}", REVIEWER),
    ("GET /reviews/{application}/declaration", REVIEWER),
    ("POST /reviews/{application}", REVIEWER),
    ("POST /reviews/{application}/declaration", REVIEWER),
    ("POST /reviews/{application}/submission", REVIEWER),
    // Programmes and rounds as staff run them.
    ("GET /admin/programmes", STAFF),
    ("GET /admin/programmes/new", ADMIN),
    ("GET /admin/programmes/{slug}/form", STAFF),
    ("GET /admin/programmes/{slug}/form/file", STAFF),
    ("GET /admin/programmes/{slug}/form/import", ADMIN),
    ("GET /admin/programmes/{slug}/form/new", ADMIN),
    ("GET /admin/programmes/{slug}/form/parts/{part}", ADMIN),
    (
        "GET /admin/programmes/{slug}/form/parts/{part}/removal",
        ADMIN,
    ),
    ("GET /admin/programmes/{slug}/form/preview", STAFF),
    ("GET /admin/programmes/{slug}/form/publication", ADMIN),
    ("GET /admin/programmes/{slug}/form/questions", STAFF),
    ("GET /admin/programmes/{slug}/form/reset", ADMIN),
    ("POST /admin/programmes/{slug}/form", ADMIN),
    ("POST /admin/programmes/{slug}/form/import", ADMIN),
    ("POST /admin/programmes/{slug}/form/import/file", ADMIN),
    ("POST /admin/programmes/{slug}/form/new", ADMIN),
    ("POST /admin/programmes/{slug}/form/parts/{part}", ADMIN),
    (
        "POST /admin/programmes/{slug}/form/parts/{part}/removal",
        ADMIN,
    ),
    ("POST /admin/programmes/{slug}/form/publication", ADMIN),
    ("POST /admin/programmes/{slug}/form/reset", ADMIN),
    ("GET /admin/rounds/{slug}/form", STAFF),
    ("POST /admin/rounds/{slug}/form", ADMIN),
    ("GET /admin/rounds", STAFF),
    ("GET /admin/rounds/new", ADMIN),
    ("GET /admin/rounds/{slug}", STAFF),
    ("GET /admin/rounds/{slug}/applications", STAFF),
    ("GET /admin/rounds/{slug}/assignments", STAFF),
    ("GET /admin/rounds/{slug}/closing", ADMIN),
    ("GET /admin/rounds/{slug}/currencies", STAFF),
    ("GET /admin/rounds/{slug}/edit", ADMIN),
    ("GET /admin/rounds/{slug}/opening", ADMIN),
    ("GET /admin/rounds/{slug}/ranking", STAFF),
    ("GET /admin/rounds/{slug}/ranking/certainty", STAFF),
    ("GET /admin/rounds/{slug}/release", STAFF),
    ("GET /admin/rounds/{slug}/rubric", STAFF),
    ("POST /admin/programmes/new", ADMIN),
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
    // The log.
    ("GET /admin/audit", STAFF),
];

fn name(route: &RouteRecord) -> String {
    format!("{} {}", route.method, route.path)
}

/// Whom a door lets in.
fn behind(door: AccessLabel) -> &'static [Who] {
    match door {
        AccessLabel::Anyone => ANYONE,
        AccessLabel::SignedIn => SIGNED_IN,
        AccessLabel::Applicant => APPLICANT,
        AccessLabel::Reviewer => REVIEWER,
        AccessLabel::Admin => ADMIN,
        AccessLabel::Staff => STAFF,
    }
}

#[test]
fn the_table_names_every_route_and_no_other() {
    let routes: BTreeSet<String> = recorded_routes().iter().map(name).collect();
    let rows: BTreeSet<String> = TABLE.iter().map(|(route, _)| (*route).to_owned()).collect();
    assert_eq!(rows.len(), TABLE.len(), "a route has two rows");
    let missing: Vec<_> = routes.difference(&rows).collect();
    assert_eq!(
        missing, [""; 0],
        "routes without a row: say who may call them"
    );
    let gone: Vec<_> = rows.difference(&routes).collect();
    assert_eq!(gone, [""; 0], "rows whose route is gone");
}

#[test]
fn every_door_is_the_one_that_the_table_says() {
    let mut wrong = Vec::new();
    for route in recorded_routes() {
        let row = TABLE.iter().find(|(named, _)| *named == name(&route));
        if row.is_some_and(|(_, who)| *who != behind(route.access)) {
            wrong.push(format!("{} has the door {:?}", name(&route), route.access));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// An address of the route that leads to nothing real.
fn nowhere(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{secret}" | "{name}" => "none",
        part if part.starts_with('{') => "01990000-0000-7000-8000-000000000000",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

fn call(person: &Person, method: &str, path: &str) -> Page {
    match method {
        "GET" => person.get_once(path),
        _ => person.post_with_token(path, &[]),
    }
}

/// How an answer treats whoever asked.
#[derive(Debug, PartialEq, Eq)]
enum Class {
    LetIn,
    AskedToSignIn,
    Denied,
    Other(u16, String),
}

fn class(method: &str, path: &str, answer: &Page) -> Class {
    let here = format!("/sign-in?return_to={path}");
    match (method, answer.status) {
        ("GET", 303) if answer.location() == here => Class::AskedToSignIn,
        ("POST", 401) if answer.heading() == "Sign in first" => Class::AskedToSignIn,
        // Another heading would be a refusal of the token, not of the person.
        (_, 403) if answer.heading() == "You can’t do this" => Class::Denied,
        (_, 401 | 403 | 405 | 500..) => Class::Other(answer.status, answer.heading()),
        _ => Class::LetIn,
    }
}

fn expected(who: Who, may: &[Who]) -> Class {
    match (may.contains(&who), who) {
        (true, _) => Class::LetIn,
        (false, Anonymous) => Class::AskedToSignIn,
        (false, _) => Class::Denied,
    }
}

#[test]
fn every_route_lets_in_who_may_and_nobody_else() {
    let site = TestSite::start_with(|config| config.sign_in_tries = 10_000);
    let admin = site.first_admin("Ada Levi");
    let people = [
        (Applicant, site.applicant("Rana Haddad")),
        (Reviewer, admin.invites("Noor Khalil", Role::Reviewer)),
        (Auditor, admin.invites("Omar Said", Role::Auditor)),
        (Admin, admin),
        (Anonymous, site.visitor()),
    ];
    let mut wrong = Vec::new();
    for (route, may) in TABLE {
        let (method, path) = route.split_once(' ').expect("a method and a path");
        let path = nowhere(path);
        for (who, person) in &people {
            let answer = call(person, method, &path);
            let found = class(method, &path, &answer);
            if found != expected(*who, may) {
                wrong.push(format!("{route} as {who:?}: {found:?} ({})", answer.status));
            }
            if *who != Anonymous && person.get_once("/account").status != 200 {
                person.sign_in(); // the call was one that signs out
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn no_page_changes_anything_by_being_read() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let last = || {
        site.read(|reader| latest_events(reader, None, 1))
            .first()
            .map(|event| event.seq)
    };
    let before = last();
    for (route, _) in TABLE {
        if let Some(path) = route.strip_prefix("GET ") {
            ada.get_once(&nowhere(path));
            ada.ask("HEAD", &nowhere(path), &[], None);
        }
    }
    assert_eq!(last(), before);
}
