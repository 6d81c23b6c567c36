//! Who asks for what: people of the list of sign-ins, with the requests that each of
//! them will make, ready before anything is measured.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ureq::Agent;
use ureq::http::Response;

use crate::client::{AT_ONCE, Request, agent};
use crate::page::Page;

/// Names of what goals are set for.
pub const QUEUE: &str = "reviewer’s queue";
pub const REVIEW: &str = "review page";
pub const SUBMITTING: &str = "submitting a review";
pub const RANKED: &str = "ranked list";

/// How often a section is saved by each person at most.
const SAVES: usize = 2_000;
/// How many reviews each reviewer sends at most.
const SENT: usize = 60;
/// How often each of the people takes a file out: all of them together no more often than one
/// admin may in an hour.
const TAKEN: usize = 7;
/// How often somebody looks at a list that changes, at most.
const LOOKS: usize = 4_000;
/// Whose reviews change it.
const SENDERS: usize = 16;
/// Criteria of the default rubric.
const CODES: [&str; 6] = [
    "values",
    "nondup",
    "political",
    "financial",
    "admin",
    "legal",
];

/// Something that people do.
pub struct Task {
    pub name: &'static str,
    /// What each of the people asks, in turn.
    pub requests: Vec<Vec<Request>>,
    /// Each request can be made once; otherwise again from the first.
    pub once: bool,
}

impl Task {
    /// The request of a person's turn.
    pub fn next(&self, person: usize, turn: usize) -> Option<Request> {
        let own = self.requests.get(person % self.requests.len().max(1))?;
        if self.once {
            return own.get(turn).cloned();
        }
        own.get(turn % own.len().max(1)).cloned()
    }
}

/// Somebody who is signed in.
pub struct Person {
    agent: Agent,
    address: String,
    cookies: BTreeMap<String, String>,
}

impl Person {
    fn sign_in(address: &str, account: &BTreeMap<String, String>) -> Self {
        let mut person = Self {
            agent: agent(),
            address: address.to_owned(),
            cookies: BTreeMap::new(),
        };
        let page = person.get("/sign-in");
        let (email, password) = (account["email"].as_str(), account["password"].as_str());
        let given = [("email", email), ("password", password)];
        let pairs = page.form("/sign-in", &given).filled(&given);
        assert_eq!(person.post("/sign-in", &pairs).status, 303, "{email}");
        person
    }

    fn get(&mut self, path: &str) -> Page {
        let ask = self.agent.get(format!("{}{path}", self.address));
        let answer = ask.header("cookie", self.cookie()).call();
        self.taken(path, answer.expect("an answer"))
    }

    fn post(&mut self, path: &str, pairs: &[(String, String)]) -> Page {
        let ask = self.agent.post(format!("{}{path}", self.address));
        let ask = ask.header("cookie", self.cookie());
        let ask = ask.header("sec-fetch-site", "same-origin");
        let ask = ask.header("content-type", "application/x-www-form-urlencoded");
        let answer = ask.send(encoded(pairs).as_str());
        self.taken(path, answer.expect("an answer"))
    }

    fn taken(&mut self, path: &str, answer: Response<ureq::Body>) -> Page {
        let page = Page::read(path, answer);
        for cookie in page.headers_named("set-cookie") {
            let pair = cookie
                .split(';')
                .next()
                .and_then(|pair| pair.split_once('='));
            if let Some((name, value)) = pair {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        page
    }

    fn cookie(&self) -> String {
        let pairs = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    fn ask(&self, path: &str) -> Request {
        Request {
            cookie: self.cookie(),
            ..Request::page(path)
        }
    }

    fn send(&self, path: &str, pairs: &[(String, String)]) -> Request {
        Request {
            status: 303,
            body: Some(encoded(pairs)),
            ..self.ask(path)
        }
    }
}

fn encoded(pairs: &[(String, String)]) -> String {
    serde_html_form::to_string(pairs).expect("pairs are a form")
}

/// Some of those with a role on the list of sign-ins, who sign in, behind so many others.
fn people(folder: &Path, address: &str, role: &str, others: usize) -> Vec<Person> {
    let list = fs::read(folder.join("demo-accounts.json")).expect("sign-ins");
    let list: Vec<BTreeMap<String, String>> = serde_json::from_slice(&list).expect("JSON");
    let known = list.iter().filter(|one| one["role"] == role);
    let some = known.skip(others).take(AT_ONCE);
    some.map(|one| Person::sign_in(address, one)).collect()
}

/// The ranked list at its slowest: nearly all look at it, while one sends reviews, each of
/// which it shows. By other reviewers than those of the tasks.
pub fn busy(folder: &Path, address: &str) -> Task {
    let mut admins = people(folder, address, "admin", 0);
    let mut reviewers = people(folder, address, "reviewer", AT_ONCE);
    let (_, closed) = rounds(&mut admins[0]);
    let ranking = format!("/admin/rounds/{closed}/ranking");
    let look = |at: usize| vec![admins[at % admins.len()].ask(&ranking); LOOKS];
    let mut requests: Vec<Vec<Request>> = (1..AT_ONCE).map(look).collect();
    let senders = reviewers.iter_mut().take(SENDERS);
    requests.push(senders.flat_map(sendings).collect());
    Task {
        name: "ranked list while reviews are sent",
        requests,
        once: true,
    }
}

/// Everything that people do, on a place that serves there.
pub fn tasks(folder: &Path, address: &str) -> Vec<Task> {
    let of = |role: &str| people(folder, address, role, 0);
    let (mut admins, mut reviewers, mut applicants) =
        (of("admin"), of("reviewer"), of("applicant"));
    let admin = &mut admins[0];
    let (last, closed) = rounds(admin);
    let reads = |name, requests: Vec<Request>| Task {
        name,
        requests: requests.into_iter().map(|one| vec![one]).collect(),
        once: false,
    };
    let of_round = |page: &str| format!("/admin/rounds/{closed}/{page}");
    let exports = export(admin, &of_round("exports"));
    let of_admins = |page: &str| -> Vec<Request> {
        let each = admins.iter();
        each.map(|one| one.ask(&of_round(page))).collect()
    };
    let drafts: Vec<String> = applicants.iter_mut().map(draft).collect();
    let tasks_of = applicants.iter().zip(&drafts);
    let task_lists = tasks_of.map(|(person, place)| person.ask(place)).collect();
    let saves = applicants
        .iter_mut()
        .zip(&drafts)
        .map(|(person, place)| saves(person, place));
    let saves: Vec<Vec<Request>> = saves.collect();
    let queues = reviewers
        .iter()
        .map(|person| person.ask("/reviews"))
        .collect();
    let sendings: Vec<Vec<Request>> = reviewers.iter_mut().map(sendings).collect();
    let desks = sendings.iter().flatten().take(AT_ONCE).map(desk).collect();
    let visitor = Request::page(&format!("/rounds/{last}"));
    vec![
        reads("round page", vec![visitor]),
        reads("applicant’s task list", task_lists),
        Task {
            name: "saving a section",
            requests: saves,
            once: true,
        },
        reads(QUEUE, queues),
        reads(REVIEW, desks),
        Task {
            name: SUBMITTING,
            requests: sendings,
            once: true,
        },
        reads(RANKED, of_admins("ranking")),
        reads("decision board", of_admins("board")),
        reads(
            "search",
            vec![admins[0].ask("/admin/organisations?name=lantern")],
        ),
        reads(
            "search, nobody of that name",
            vec![admins[0].ask("/admin/organisations?name=qzxj")],
        ),
        Task {
            name: "CSV export",
            requests: vec![vec![exports; TAKEN]; AT_ONCE],
            once: true,
        },
    ]
}

/// Names of the last round and of the one two before, where most is decided.
fn rounds(admin: &mut Person) -> (String, String) {
    let mut last = 1;
    while admin.get(&format!("/rounds/call-{}", last + 1)).status == 200 {
        last += 1;
    }
    (format!("call-{last}"), format!("call-{}", last - 2))
}

/// The first application of a person that they can still write.
fn draft(person: &mut Person) -> String {
    let links = person.get("/applications").links();
    let places = links.into_iter().filter_map(|(_, href)| {
        let id = href.strip_prefix("/applications/")?.get(..36)?;
        Some(format!("/applications/{id}"))
    });
    for place in places {
        let section = format!("{place}/sections/need");
        let page = person.get(&section);
        if page.has(&format!("form[action='{section}'] textarea")) {
            return place;
        }
    }
    panic!("somebody on the list has no draft");
}

/// One saving after the other, each over the one before.
fn saves(person: &mut Person, place: &str) -> Vec<Request> {
    let section = format!("{place}/sections/need");
    let page = person.get(&section);
    let version: usize = page.value_of_hidden("version").parse().expect("a number");
    let words = format!(
        "What we do now, told for the 0th time. {}",
        "Rent. ".repeat(60)
    );
    let given = [("situation", words.as_str()), ("then", "list")];
    let first = person.send(&section, &page.form(&section, &given).filled(&given));
    let body = first.body.clone().unwrap_or_default();
    let one = |turn: usize| {
        let (before, after) = (format!("version={version}&"), version + turn);
        let body = body.replace(&before, &format!("version={after}&"));
        Request {
            body: Some(body.replace("+0th+time", &format!("+{turn}th+time"))),
            ..first.clone()
        }
    };
    (0..SAVES).map(one).collect()
}

/// The reviews that a reviewer has not sent, whole and ready to be; conflicts are
/// declared where that was not done.
fn sendings(person: &mut Person) -> Vec<Request> {
    let links = person.get("/reviews?show=open").links();
    let mut places: Vec<String> = links
        .into_iter()
        .filter_map(|(_, href)| Some(href.strip_prefix("/reviews/")?.get(..36)?.to_owned()))
        .map(|id| format!("/reviews/{id}"))
        .collect();
    places.sort_unstable();
    places.dedup();
    places.truncate(SENT);
    let ready = places.iter().map(|place| sending(person, place));
    ready.collect()
}

fn sending(person: &mut Person, place: &str) -> Request {
    let declaration = format!("{place}/declaration");
    let mut page = person.get(place);
    if page.has(&format!("form[action='{declaration}']")) {
        let given = [("kind", "none")];
        let pairs = page.form(&declaration, &given).filled(&given);
        person.post(&declaration, &pairs);
        page = person.get(place);
    }
    let mut pairs = page.form(place, &[]).filled;
    let typed = |name: &str| {
        ["score.", "justification."]
            .iter()
            .any(|begin| name.starts_with(begin))
            || ["comment", "recommendation", "confidence", "then"].contains(&name)
    };
    pairs.retain(|(name, _)| !typed(name));
    for (code, points) in CODES.iter().zip(["4", "3", "5", "2", "4", "3"]) {
        pairs.push((format!("score.{code}"), points.to_owned()));
        pairs.push((
            format!("justification.{code}"),
            "The evidence says so.".to_owned(),
        ));
    }
    for (name, value) in [
        ("comment", "Read twice."),
        ("recommendation", "fund"),
        ("confidence", "medium"),
    ] {
        pairs.push((name.to_owned(), value.to_owned()));
    }
    person.send(&format!("{place}/submission"), &pairs)
}

/// The page from which a review is sent.
fn desk(sending: &Request) -> Request {
    Request {
        cookie: sending.cookie.clone(),
        ..Request::page(&sending.path.replace("/submission", ""))
    }
}

fn export(admin: &mut Person, path: &str) -> Request {
    let given = [("what", "decisions"), ("format", "csv")];
    let pairs = admin.get(path).form(path, &given).filled(&given);
    Request {
        status: 200,
        ..admin.send(path, &pairs)
    }
}
