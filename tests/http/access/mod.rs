//! Who may call what: every route of the program against every role, in one
//! table. A route that is missing here fails the test, and so does a row whose
//! route is gone.

mod awards;
mod board;
mod deciding;
mod due_diligence;
mod evidence;
mod exports;
pub mod hundred;
mod ledger;
mod legal_status;
mod lists;
mod meetings;
mod others;
mod programmes;
mod proofs;
mod purges;
mod reviewing;
mod signing_in;
pub mod table;

use std::collections::BTreeSet;

use evenhand::domain::account::Role;
use evenhand::web::{AccessLabel, RouteRecord, recorded_routes};

use self::proofs::{PROOFS, WITHOUT, sounds_so};
use self::table::Who::{Admin, Anonymous, Applicant, Auditor, Reviewer};
use self::table::{ADMIN, ANYONE, APPLICANT, PROGRAM, REVIEWER, SIGNED_IN, STAFF, Who, rows};
use crate::support::{Page, Person, TestSite};

fn name(route: &RouteRecord) -> String {
    format!("{} {}", route.method, route.path)
}

/// Whom a door lets in.
fn behind(door: AccessLabel) -> &'static [Who] {
    match door {
        AccessLabel::Anyone => ANYONE,
        AccessLabel::Arriving | AccessLabel::SignedIn => SIGNED_IN,
        AccessLabel::Applicant => APPLICANT,
        AccessLabel::Reviewer => REVIEWER,
        AccessLabel::Admin => ADMIN,
        AccessLabel::Staff => STAFF,
        AccessLabel::Program => PROGRAM,
    }
}

#[test]
fn the_table_names_every_route_and_no_other() {
    let routes: BTreeSet<String> = recorded_routes().iter().map(name).collect();
    let named: BTreeSet<String> = rows().map(|(route, _)| (*route).to_owned()).collect();
    assert_eq!(named.len(), rows().count(), "a route has two rows");
    let missing: Vec<_> = routes.difference(&named).collect();
    assert_eq!(
        missing, [""; 0],
        "routes without a row: say who may call them"
    );
    let gone: Vec<_> = named.difference(&routes).collect();
    assert_eq!(gone, [""; 0], "rows whose route is gone");
}

#[test]
fn every_door_is_the_one_that_the_table_says() {
    let mut wrong = Vec::new();
    for route in recorded_routes() {
        let row = rows().find(|(named, _)| *named == name(&route));
        if row.is_some_and(|(_, who)| *who != behind(route.access)) {
            wrong.push(format!("{} has the door {:?}", name(&route), route.access));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_route_asks_for_the_proof_that_the_table_says() {
    let routes = recorded_routes();
    let asked = routes
        .iter()
        .filter_map(|route| route.proof.map(|most| (name(route), most)));
    let asked: BTreeSet<(String, i64)> = asked.collect();
    let told = PROOFS
        .iter()
        .map(|(route, most)| ((*route).to_owned(), *most));
    let told: BTreeSet<(String, i64)> = told.collect();
    assert_eq!(told.len(), PROOFS.len(), "a route has two rows");
    let lost: Vec<_> = told.difference(&asked).collect();
    assert!(lost.is_empty(), "no such proof is asked for: {lost:?}");
    let more: Vec<_> = asked.difference(&told).collect();
    assert!(more.is_empty(), "proofs without a row: {more:?}");
}

#[test]
fn what_sounds_as_if_it_took_out_or_opened_asks_or_says_why_not() {
    let asks = |route: &str| PROOFS.iter().any(|(one, _)| *one == route);
    let says = |route: &str| WITHOUT.iter().any(|(one, _)| *one == route);
    let routes: Vec<String> = recorded_routes().iter().map(name).collect();
    let sounds = routes.iter().filter(|route| sounds_so(route));
    let silent: Vec<_> = sounds
        .filter(|route| !asks(route) && !says(route))
        .collect();
    assert_eq!(silent, [""; 0], "ask for a proof, or say why not");
    let idle = WITHOUT.iter().map(|(route, _)| *route);
    let idle: Vec<_> = idle
        .filter(|route| asks(route) || !sounds_so(route) || !routes.iter().any(|one| one == route))
        .collect();
    assert_eq!(idle, [""; 0], "reasons that nothing needs");
}

/// An address of the route that leads to nothing real.
pub fn nowhere(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{secret}" | "{name}" => "none",
        part if part.starts_with('{') => "01990000-0000-7000-8000-000000000000",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// A request with nothing typed.
pub fn call(person: &Person, method: &str, path: &str) -> Page {
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
    /// As programs are.
    AskedForKey,
    Denied,
    Other(u16, String),
}

fn class(method: &str, path: &str, answer: &Page) -> Class {
    let here = format!("/sign-in?return_to={path}");
    match (method, answer.status) {
        ("GET", 303) if answer.location() == here => Class::AskedToSignIn,
        ("GET", 401) if answer.header("www-authenticate") == Some("Bearer") => Class::AskedForKey,
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
        (false, _) if may.is_empty() => Class::AskedForKey,
        (false, Anonymous) => Class::AskedToSignIn,
        (false, _) => Class::Denied,
    }
}

fn is_in(person: &Person) -> bool {
    person.get_once("/account").status == 200
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
    for (route, may) in rows() {
        let (method, path) = route.split_once(' ').expect("a method and a path");
        let path = nowhere(path);
        for (who, person) in &people {
            let answer = call(person, method, &path);
            let found = class(method, &path, &answer);
            if found != expected(*who, may) {
                wrong.push(format!("{route} as {who:?}: {found:?} ({})", answer.status));
            }
            if *who != Anonymous && !is_in(person) {
                // The call was one that signs out, perhaps everybody.
                let others = people.iter().filter(|(who, _)| *who != Anonymous);
                for (_, one) in others.filter(|(_, one)| !is_in(one)) {
                    one.sign_in();
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}
