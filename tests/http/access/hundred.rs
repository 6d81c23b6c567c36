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
        command.args(["--applications", "240", "--organisations", "120"]);
        let output = command.output().expect("the program runs");
        assert!(output.status.success(), "{output:?}");
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
            let (method, path) = name.split_once(' ').expect("a method and a path");
            let call =
                |id: &str| timed(&person, method, &nowhere(&path.replace(holder, id)), &token);
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

fn timed(person: &Person, method: &str, path: &str, token: &str) -> Answered {
    let pairs = [("csrf".to_owned(), token.to_owned())];
    let began = Instant::now();
    let page = match method {
        "GET" => person.get_once(path),
        _ => person.post(path, &pairs),
    };
    (page.status, began.elapsed())
}

#[test]
fn a_hundred_ids_of_others_are_not_found_on_any_route() {
    let crowd = Crowd::new(&[]);
    let mut wrong = Vec::new();
    for (who, least) in [(Applicant, 45), (Reviewer, 10)] {
        let routes = crowd.ask(who, 1);
        assert!(routes.len() >= least, "{} routes", routes.len());
        for route in routes {
            let award = route.name.contains("{award}");
            assert!(award || route.others.len() == IDS, "{}", route.name);
            // A post that lacks its fields is refused before anything is looked for.
            let never = route.never[0].0;
            let refused = route.name.starts_with("POST ") && (400..500).contains(&never);
            let fine = never == 404 || refused;
            if !fine || route.others.iter().any(|(status, _)| *status != never) {
                let found: Vec<u16> = route.others.iter().map(|(status, _)| *status).collect();
                wrong.push(format!("{}: {never} and {found:?}", route.name));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}
