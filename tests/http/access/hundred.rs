//! A hundred ids of what belongs to others, drawn from a larger installation, on every
//! route that takes one.

use std::collections::BTreeMap;
use std::process::Command;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::{PgConnection, SqliteConnection, sql_query};
use evenhand::store::{Database, DatabaseUrl};

use super::nowhere;
use super::table::Who::{Applicant, Reviewer};
use super::table::{Who, rows};
use crate::support::{Node, Person, TestDatabase, option};

/// Ids that are asked for on each route.
pub const IDS: usize = 100;

/// What the forms of these routes ask for, all together: a form passes over what is none of
/// its fields, so each post comes as far as looking for what it is about.
const TYPED: &[(&str, &str)] = &[
    ("answer", "It came late."),
    ("bank", "Bank of Palestine"),
    ("body", "When do you decide?"),
    ("certifier_name", "Rana Haddad"),
    ("certifier_role", "Director"),
    ("certify", "yes"),
    ("email", "somebody@example.org"),
    ("from", NOTHING),
    ("holder", "Olive Press"),
    ("iban", "DE89370400440532013000"),
    ("kind", "none"),
    ("mark", "1-5"),
    ("name", "a.txt"),
    ("reason", "Not my field."),
    ("role", "editor"),
    ("size", "5"),
    ("spent", "5"),
    ("sponsor", "Olive Press"),
    ("words", "We ask you to look again."),
];

/// An id that never was.
const NOTHING: &str = "01990000-0000-7000-8000-00000000ffff";

/// Parts of addresses that are no ids, with one that may be there.
const PARTS: [(&str, &str); 5] = [
    ("{amendment}", "1"),
    ("{print}", "0"),
    ("{question}", "papers"),
    ("{report}", "1"),
    ("{section}", "need"),
];

/// Last words of paths to which a form with a file is posted.
const WITH_FILE: [&str; 3] = ["/files/{question}", "/offline", "/signed/{print}"];

/// Makes an award of every decision: so there are enough of others.
const AWARDS: &str = "INSERT INTO awards (id, application_id, state, amount_minor, currency, \
     tongue, opened_at, agreed_name, agreed_print, freed_minor, ended_reason) \
     SELECT id, application_id, 'agreement', 500000, 'USD', 'en', 0, '', '', 0, '' \
     FROM decisions WHERE id NOT IN (SELECT id FROM awards)";

/// Many organisations with their applications, and the program that serves them.
pub struct Crowd {
    pub node: Node,
    database: Database,
    home: TestDatabase,
}

/// A status, and from the request to its whole answer.
pub type Answered = (u16, Duration);

/// What was answered on one route.
pub struct Route {
    pub name: &'static str,
    /// For ids of what belongs to others.
    pub others: Vec<Answered>,
    /// For ids of what never was, in turn with these.
    pub never: Vec<Answered>,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    found: String,
}

/// Does what a statement says.
fn run(url: &DatabaseUrl, words: &str) {
    let done = match url {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(path).expect("SQLite opens");
            sql_query(words).execute(&mut connection)
        }
        DatabaseUrl::Postgres(url) => {
            let mut connection = PgConnection::establish(url).expect("PostgreSQL answers");
            sql_query(words).execute(&mut connection)
        }
    };
    done.expect("it is done");
}

/// The column `found` of what a statement finds.
pub fn texts(url: &DatabaseUrl, words: &str) -> Vec<String> {
    let rows: QueryResult<Vec<Found>> = match url {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(path).expect("SQLite opens");
            sql_query(words).load(&mut connection)
        }
        DatabaseUrl::Postgres(url) => {
            let mut connection = PgConnection::establish(url).expect("PostgreSQL answers");
            sql_query(words).load(&mut connection)
        }
    };
    let rows = rows.expect("they are read");
    rows.into_iter().map(|row| row.found).collect()
}

/// So many of these, as if drawn: ids begin with a time and end with what is random.
fn drawn(mut ids: Vec<String>) -> Vec<String> {
    ids.sort_by_key(|id| id.chars().rev().collect::<String>());
    ids.truncate(IDS);
    ids
}

impl Crowd {
    /// Fills a database and serves it, with settings by their variables.
    pub fn new(settings: &[(&str, &str)]) -> Self {
        let home = TestDatabase::empty();
        let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
        command.env_clear().arg("--data").arg(home.folder.path());
        command.args(["--database", &option(&home.url), "seed", "--seed", "5"]);
        command.args(["--applications", "400", "--organisations", "200"]);
        let output = command.output().expect("the program runs");
        assert!(output.status.success(), "{output:?}");
        run(&home.url, AWARDS);
        Self {
            node: Node::start(home.folder.path(), &home.url, settings),
            database: Database::open(&home.url, 1).expect("the database opens"),
            home,
        }
    }

    /// Somebody who has not signed in.
    pub fn visitor(&self) -> Person {
        Person::new(self.node.address.clone(), self.database.clone())
    }

    /// The first of a role on the list of sign-ins, signed in.
    pub fn somebody(&self, role: &str) -> Person {
        let list = self.home.folder.path().join("demo-accounts.json");
        let list = std::fs::read(list).expect("the list of sign-ins");
        let list: Vec<BTreeMap<String, String>> = serde_json::from_slice(&list).expect("JSON");
        let known = list.iter().find(|one| one["role"] == role);
        let known = known.expect("somebody of the role");
        let mut person = self.visitor();
        person.email.clone_from(&known["email"]);
        person.password.clone_from(&known["password"]);
        person.sign_in();
        person
    }

    /// Placeholders of routes with ids that are none of this person's.
    fn others(&self, who: Who, email: &str) -> Vec<(&'static str, Vec<String>)> {
        let read = |words: String| drawn(texts(&self.home.url, &words));
        let person = format!("(SELECT id FROM accounts WHERE email = '{email}')");
        if who == Reviewer {
            let others = format!(
                "SELECT id AS found FROM applications WHERE id NOT IN \
                 (SELECT application_id FROM assignments WHERE reviewer_id IN {person})"
            );
            return vec![("{application}", read(others))];
        }
        let own = format!("(SELECT organisation_id FROM memberships WHERE account_id IN {person})");
        let applications =
            format!("SELECT id AS found FROM applications WHERE organisation_id NOT IN {own}");
        let organisations = format!("SELECT id AS found FROM organisations WHERE id NOT IN {own}");
        let awards = format!(
            "SELECT id AS found FROM awards WHERE application_id IN \
             (SELECT id FROM applications WHERE organisation_id NOT IN {own})"
        );
        vec![
            ("{application}", read(applications)),
            ("{organisation}", read(organisations)),
            ("{award}", read(awards)),
        ]
    }

    /// Asks for each of them on every route of a role, and for so many that never were.
    pub fn ask(&self, who: Who, never: usize) -> Vec<Route> {
        let person = self.somebody(match who {
            Reviewer => "reviewer",
            _ => "applicant",
        });
        let (others, token) = (self.others(who, &person.email), person.csrf());
        let mut asked = Vec::new();
        for (name, may) in rows() {
            let about = others.iter().find(|(holder, _)| name.contains(holder));
            let (Some((holder, ids)), true) = (about, may.contains(&who)) else {
                continue;
            };
            let call = |id: &str| timed(&person, (name, holder, id), &token);
            let mut route = Route {
                name,
                others: Vec::new(),
                never: Vec::new(),
            };
            for (n, id) in ids.iter().enumerate() {
                route.others.push(call(id));
                if n < never {
                    route
                        .never
                        .push(call(&format!("01990000-0000-7000-8000-{n:012x}")));
                }
            }
            asked.push(route);
        }
        asked
    }
}

/// Asks for one id on a route, as its pages would.
fn timed(person: &Person, (name, holder, id): (&str, &str, &str), token: &str) -> Answered {
    let (method, path) = name.split_once(' ').expect("a method and a path");
    let place = path.replace(holder, id);
    let parts = PARTS.iter();
    let place = nowhere(&parts.fold(place, |place, (part, one)| place.replace(part, one)));
    let mut fields = vec![("csrf".to_owned(), token.to_owned())];
    let typed = TYPED.iter();
    fields.extend(typed.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let began = Instant::now();
    let page = if method == "GET" {
        person.get_once(&place)
    } else if WITH_FILE.iter().any(|last| path.ends_with(last)) {
        let kind = [("content-type", "multipart/form-data; boundary=cut")];
        person.ask("POST", &place, &kind, Some(&with_file(token)))
    } else if path.ends_with("/uploads/{upload}") {
        let told = [("upload-offset", "0"), ("x-csrf", token)];
        person.ask("POST", &place, &told, Some(b"hello"))
    } else {
        person.post(&place, &fields)
    };
    (page.status, began.elapsed())
}

/// A form with a file, as browsers write it.
fn with_file(token: &str) -> Vec<u8> {
    let part = "--cut\r\ncontent-disposition: form-data; name=";
    let file = "\"file\"; filename=\"a.txt\"\r\ncontent-type: text/plain\r\n\r\nhello\r\n";
    format!("{part}\"csrf\"\r\n\r\n{token}\r\n{part}{file}--cut--\r\n").into_bytes()
}

#[test]
fn a_hundred_ids_of_others_are_not_found_on_any_route() {
    let crowd = Crowd::new(&[]);
    let mut wrong = Vec::new();
    for (who, least) in [(Applicant, 45), (Reviewer, 10)] {
        let routes = crowd.ask(who, 1);
        assert!(routes.len() >= least, "{} routes", routes.len());
        for route in routes {
            assert_eq!(route.others.len(), IDS, "{}", route.name);
            let all = route.never.iter().chain(&route.others);
            let found: Vec<u16> = all.map(|(status, _)| *status).collect();
            if found.iter().any(|status| *status != 404) {
                wrong.push(format!("{}: {found:?}", route.name));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}
