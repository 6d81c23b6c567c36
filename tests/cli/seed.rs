//! Filling a database with as many applications as one likes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::place::{Place, done, refusal, text};
use crate::serving::Serving;

const SIZES: [&str; 11] = [
    "seed",
    "--applications",
    "203",
    "--reviews-per",
    "3",
    "--organisations",
    "60",
    "--prior-grants",
    "90",
    "--as-of",
    "2026-11-02",
];

fn seeded(seed: &str) -> (Place, String) {
    let place = Place::new();
    let said = done(&place.run(&[&SIZES[..], &["--seed", seed]].concat()));
    (place, said)
}

/// Every table as `export-all` writes it, by the name of its file.
fn tables(place: &Place) -> BTreeMap<String, String> {
    let folder = place.path().join("all");
    let out = folder.to_string_lossy().into_owned();
    done(&place.run(&["export-all", "--out", &out]));
    let read = |path: &Path| fs::read_to_string(path).expect("a table");
    let entries = fs::read_dir(folder.join("tables")).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let name = |path: &Path| {
        path.file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned()
    };
    paths.map(|path| (name(&path), read(&path))).collect()
}

#[test]
fn the_same_seed_gives_the_same_rows_and_another_one_others() {
    let (one, two, other) = (seeded("7").0, seeded("7").0, seeded("8").0);
    let (one, two, other) = (tables(&one), tables(&two), tables(&other));
    for (name, rows) in &one {
        assert!(two[name] == *rows, "{name} differs");
    }
    let of = |table: &str| one[table].lines().count();
    assert_eq!(of("applications.jsonl"), 203);
    assert_eq!(of("organisations.jsonl"), 60);
    assert_eq!(of("ledger_entries.jsonl"), 90);
    assert_eq!(of("rounds.jsonl"), 4);
    assert!(of("reviews.jsonl") > 203 && of("decisions.jsonl") > 20);
    for table in ["applications.jsonl", "reviews.jsonl", "accounts.jsonl"] {
        assert!(other[table] != one[table], "{table} is the same");
    }
}

#[test]
fn what_is_seeded_is_sound_and_the_log_says_where_it_comes_from() {
    let (place, said) = seeded("7");
    assert!(
        said.contains(" rows/s: 203 applications in 4 rounds, 60 organisations, "),
        "{said}"
    );
    let whole = done(&place.run(&["audit", "verify"]));
    assert_eq!(whole, "The audit log is whole: 5 events.\n");
    let log = tables(&place)
        .remove("audit_events.jsonl")
        .expect("the log");
    let last = log.lines().last().expect("an event");
    assert!(last.contains("\"action\":\"seed_database\""), "{last}");
    assert!(
        last.contains("seed 7: 203 applications, 3 reviews each"),
        "{last}"
    );
    // What was written in clear is sealed first, as the next start does.
    done(&place.run(&["seal"]));
    assert_eq!(done(&place.run(&["doctor"])), "Every invariant holds.\n");
}

#[test]
fn nothing_is_mixed_with_what_is_there() {
    let (place, _) = seeded("7");
    let line = refusal(&place.run(&SIZES), 2);
    assert_eq!(
        line,
        "evenhand: the database has rounds already: seed fills an empty one, \
         so give it another --data or --database"
    );
    let few = ["seed", "--applications", "203", "--organisations", "50"];
    assert_eq!(
        refusal(&Place::new().run(&few), 2),
        "evenhand: 203 applications need at least 51 organisations: each applies once in a round"
    );
    let wrong = ["seed", "--applications", "2", "--as-of", "soon"];
    assert_eq!(
        refusal(&Place::new().run(&wrong), 2),
        "evenhand: \"soon\" is no day such as 2026-03-09"
    );
}

#[test]
fn a_number_that_can_not_be_is_named_and_nothing_is_made() {
    let place = Place::new();
    for (option, wrong) in [
        ("--applications", "0"),
        ("--applications", "many"),
        ("--applications", "10000001"),
        ("--reviews-per", "21"),
        ("--organisations", "0"),
        ("--prior-grants", "x"),
        ("--seed", "1.5"),
    ] {
        let output = place.run(&["seed", option, wrong]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        let named = format!("error: invalid value '{wrong}' for '{option} ");
        assert!(said.starts_with(&named), "{said}");
    }
    let made = fs::read_dir(place.path()).expect("a folder");
    assert_eq!(made.count(), 0, "nothing was made");
}

#[test]
fn those_on_the_list_sign_in_and_find_their_work() {
    let (place, _) = seeded("7");
    let list = fs::read_to_string(place.path().join("demo-accounts.json")).expect("a list");
    let list: Vec<BTreeMap<String, String>> = serde_json::from_str(&list).expect("JSON");
    let of = |role: &str| {
        let found = list.iter().find(|one| one["role"] == role);
        found.unwrap_or_else(|| panic!("no {role}")).clone()
    };
    // None of them has an app.
    let settings = place.path().join("evenhand.toml");
    fs::write(settings, "second_factor = \"none\"\n").expect("settings");
    let serving = Serving::start(&place);
    let as_one = |role: &str| Browser::sign_in(serving.address(), &of(role));
    let ranking = as_one("admin").get("/admin/rounds/call-2/ranking");
    assert!(ranking.contains("EH-"), "{ranking}");
    let queue = as_one("reviewer").get("/reviews");
    assert!(queue.contains("/reviews/"), "{queue}");
    let own = as_one("applicant").get("/applications");
    assert!(own.contains("/applications/"), "{own}");
}

/// Somebody who is signed in.
pub struct Browser {
    agent: ureq::Agent,
    address: String,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub fn sign_in(address: &str, account: &BTreeMap<String, String>) -> Self {
        let config = ureq::Agent::config_builder().max_redirects(0).proxy(None);
        let mut browser = Self {
            agent: config.build().new_agent(),
            address: format!("http://{address}"),
            cookies: BTreeMap::new(),
        };
        let page = browser.get("/sign-in");
        let token = page.split("name=\"csrf\" value=\"").nth(1);
        let token = token.and_then(|rest| rest.split('"').next());
        let fields = [
            ("csrf", token.expect("a token")),
            ("email", account["email"].as_str()),
            ("password", account["password"].as_str()),
        ];
        let post = browser.agent.post(format!("{}/sign-in", browser.address));
        let post = post.header("cookie", browser.sent());
        let post = post.header("sec-fetch-site", "same-origin");
        let answer = post.send_form(fields).expect("an answer");
        assert_eq!(answer.status(), 303, "{}", account["email"]);
        browser.keep(&answer);
        browser
    }

    fn get(&mut self, path: &str) -> String {
        let ask = self.agent.get(format!("{}{path}", self.address));
        let mut answer = ask.header("cookie", self.sent()).call().expect("an answer");
        assert_eq!(answer.status(), 200, "{path}");
        self.keep(&answer);
        answer.body_mut().read_to_string().expect("a page")
    }

    /// A page, followed to where it leads; nothing where there is none.
    pub fn page(&mut self, path: &str) -> Option<String> {
        let mut path = path.to_owned();
        for _ in 0..5 {
            let ask = self.agent.get(format!("{}{path}", self.address));
            let mut answer = ask.header("cookie", self.sent()).call().ok()?;
            self.keep(&answer);
            let header = |name: &str| {
                let value = answer.headers().get(name)?.to_str().ok()?;
                Some(value.to_owned())
            };
            match header("location") {
                Some(place) => path = place,
                None if header("content-type")?.starts_with("text/html") => {
                    return answer.body_mut().read_to_string().ok();
                }
                None => return None,
            }
        }
        None
    }

    fn keep(&mut self, answer: &ureq::http::Response<ureq::Body>) {
        let set = answer.headers().get_all("set-cookie").iter();
        for cookie in set.filter_map(|one| one.to_str().ok()?.split(';').next()) {
            if let Some((name, value)) = cookie.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    fn sent(&self) -> String {
        let pairs = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }
}
