//! A release that breaks off for good: the server is killed between two decisions,
//! started again and told to go on. Each letter is sent once.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use evenhand::clock::Clock;
use evenhand::policy::Reach;
use evenhand::store::{DatabaseUrl, outbox, release_queue};

use super::{AWARD, DECLINE};
use crate::deliberation::Deliberation;
use crate::support::Node;

const PLACE: &str = "/admin/rounds/autumn/release";
const SUBJECT: &str = "There is news about your application";

/// The program as a process of its own in the site's data folder.
fn start(round: &Deliberation) -> Node {
    Node::start(round.site.folder(), round.site.url(), &[])
}

const THIRD: &str = "(SELECT id FROM decisions ORDER BY id LIMIT 1 OFFSET 2)";

/// Keeps the third decision in line from being released, those of one press going by
/// their ids, until the answer is called.
fn hold(round: &Deliberation) -> Box<dyn FnOnce()> {
    match round.site.url() {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(path).expect("the file opens");
            // A lock would stop the first as well: this one never comes to its end.
            let endless =
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n";
            let words = format!(
                "PRAGMA busy_timeout = 8000; \
                 CREATE TRIGGER held BEFORE UPDATE ON decisions WHEN NEW.id = {THIRD} \
                 BEGIN SELECT count(*) FROM ({endless}); END"
            );
            connection.batch_execute(&words).expect("it is held");
            Box::new(move || {
                let done = connection.batch_execute("DROP TRIGGER held");
                done.expect("it is let go");
            })
        }
        DatabaseUrl::Postgres(url) => {
            let mut connection = PgConnection::establish(url).expect("PostgreSQL answers");
            // Not so strong that nothing may refer to the row: the line does.
            let row = format!("SELECT 1 FROM decisions WHERE id = {THIRD} FOR NO KEY UPDATE");
            let words = format!("BEGIN; {row}");
            connection.batch_execute(&words).expect("it is held");
            Box::new(move || {
                let done = connection.batch_execute("ROLLBACK");
                done.expect("it is let go");
            })
        }
    }
}

/// Looks again and again until something is so.
fn until(what: &str, so: impl Fn() -> bool) {
    let began = Instant::now();
    while !so() {
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::yield_now();
    }
}

/// Whether nothing is left to send.
fn is_drained(round: &Deliberation) -> bool {
    let now = Clock::Machine.now();
    let due = round.site.read(|reader| outbox::due(reader, now, 1));
    due.is_empty()
}

fn in_line(round: &Deliberation) -> usize {
    let id = round.round.id;
    round
        .site
        .read(|reader| release_queue::count(reader, Reach::operator(), id))
}

/// How many letters about outcomes left, by whom they are for.
fn sent(round: &Deliberation) -> BTreeMap<String, usize> {
    let entries = fs::read_dir(round.site.folder().join("mail")).expect("a folder");
    let mut all = BTreeMap::new();
    for entry in entries {
        let letter = fs::read_to_string(entry.expect("an entry").path()).expect("a letter");
        if letter.contains(&format!("Subject: {SUBJECT}")) {
            let to = letter.lines().find_map(|line| line.strip_prefix("To: "));
            *all.entry(to.expect("an address").to_owned()).or_default() += 1;
        }
    }
    all
}

#[test]
fn a_server_that_is_killed_in_a_release_goes_on_and_sends_each_letter_once() {
    let round = Deliberation::new();
    round.propose(&round.ada, 0, &AWARD);
    for n in 1..4 {
        round.propose(&round.ada, n, &DECLINE);
    }
    for n in 0..4 {
        round.sign(&round.ben, n);
    }
    let mut running = start(&round);
    until("what was posted before leaves", || is_drained(&round));
    assert_eq!(sent(&round), BTreeMap::new());

    let let_go = hold(&round);
    let ada = running.signed_in(&round.ada, &round.site.database);
    let pressed = std::thread::spawn(move || {
        let page = ada.get(&format!("{PLACE}?all=yes"));
        ada.submit_once(&page, PLACE, &[]);
    });
    until("two are released", || in_line(&round) == 2);
    until("a letter leaves", || !sent(&round).is_empty());
    running.kill();
    assert!(pressed.join().is_err(), "the press was never answered");
    let_go();

    let running = start(&round);
    let ada = running.signed_in(&round.ada, &round.site.database);
    let page = ada.get(PLACE);
    assert!(
        page.text()
            .contains("A release broke off: 2 outcomes still stand in line."),
        "{}",
        page.text()
    );
    let go_on = [("go_on", "yes")];
    let done = ada.submit(&page, ".notice-warn form", &go_on);
    assert_eq!(
        done.notice(),
        "Released. The applicants can read their outcomes now."
    );
    assert_eq!(in_line(&round), 0);
    until("every letter leaves", || is_drained(&round));
    let each = sent(&round);
    let counts: Vec<usize> = each.values().copied().collect();
    assert_eq!(counts, [1; 4], "{each:?}");
    let posted = round.site.letters();
    let posted = posted.iter().filter(|letter| letter.subject == SUBJECT);
    assert_eq!(posted.count(), 4);
}
