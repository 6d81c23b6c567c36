//! The log of the demonstration, in which everybody looks around: it names nobody.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};

use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::{SqliteConnection, sql_query};

use crate::place::Place;
use crate::seed::Browser;

/// Pages that each of them opens.
const PAGES: usize = 25;

/// Names, addresses, titles and references of everybody and everything in it.
const WORDS: &str = "SELECT name AS word FROM accounts UNION SELECT email FROM accounts \
    UNION SELECT name_latin FROM organisations UNION SELECT name_arabic FROM organisations \
    UNION SELECT name_hebrew FROM organisations UNION SELECT website FROM organisations \
    UNION SELECT title FROM applications UNION SELECT reference FROM applications \
    UNION SELECT id FROM applications UNION SELECT id FROM organisations";

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    word: String,
}

/// Those that are no part of other words by chance.
fn words(place: &Place) -> Vec<String> {
    let file = place.path().join("evenhand.sqlite");
    let opened = SqliteConnection::establish(&file.to_string_lossy());
    let found: QueryResult<Vec<Found>> = sql_query(WORDS).load(&mut opened.expect("it opens"));
    let found = found.expect("they are read").into_iter();
    let words = found.map(|row| row.word.to_lowercase());
    words.filter(|word| word.len() >= 6).collect()
}

/// Opens what somebody is led to; how many pages that were.
fn looks_around(browser: &mut Browser) -> usize {
    let mut waiting = VecDeque::from(["/home".to_owned()]);
    let (mut seen, mut opened) = (BTreeSet::new(), 0);
    while let Some(path) = waiting.pop_front().filter(|_| opened < PAGES) {
        let Some(page) = browser.page(&path) else {
            continue;
        };
        opened += 1;
        for link in page.split("href=\"/").skip(1) {
            let link = link.split(['"', '#']).next().unwrap_or_default();
            let link = format!("/{}", link.replace("&amp;", "&"));
            if !link.starts_with("/assets/") && seen.insert(link.clone()) {
                waiting.push_back(link);
            }
        }
    }
    opened
}

#[test]
fn nobody_in_the_demonstration_is_named_in_its_log() {
    let place = Place::new();
    let log = place.path().join("log.jsonl");
    let mut command = place.command(&["demo", "--listen", "127.0.0.1:0"]);
    command
        .env("RUST_LOG", "info,evenhand=trace")
        .env("EVENHAND_LOG_FORMAT", "json")
        .env("EVENHAND_ARGON2_MEMORY_KIB", "64")
        .env("EVENHAND_ARGON2_PASSES", "1")
        .stderr(File::create(&log).expect("a file of the log"));
    let mut child = command.spawn().expect("the program runs");
    let mut output = BufReader::new(child.stdout.take().expect("an output"));
    let mut line = String::new();
    output.read_line(&mut line).expect("a first line");
    let address = line
        .trim()
        .strip_prefix("Evenhand demonstration on http://");
    let address = address.unwrap_or_else(|| panic!("{line:?} names no address"));

    let list = fs::read_to_string(place.path().join("demo-accounts.json")).expect("a list");
    let list: Vec<BTreeMap<String, String>> = serde_json::from_str(&list).expect("JSON");
    let mut opened = 0;
    for role in ["applicant", "reviewer", "admin", "auditor"] {
        let one = list.iter().find(|one| one["role"] == role);
        let mut browser = Browser::sign_in(address, one.expect("somebody"));
        opened += looks_around(&mut browser);
    }
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    let log = fs::read_to_string(log).expect("the log is read");
    let answered = log.matches("\"answered\"").count();
    assert!(opened > 40 && answered >= opened, "{opened} and {answered}");
    let (log, words) = (log.to_lowercase(), words(&place));
    assert!(words.len() > 200, "{} words", words.len());
    let told: Vec<&String> = words.iter().filter(|word| log.contains(*word)).collect();
    assert_eq!(told, [""; 0]);
}
