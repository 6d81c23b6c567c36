//! Several serving processes on one database, with nothing that keeps a person at one of
//! them. A SQLite file has one serving process: what needs two runs on PostgreSQL.

use std::fs;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use evenhand::clock::Clock;
use evenhand::store::outbox::{self, Letter};
use evenhand::store::{
    Database, DatabaseUrl, Following, LEAD, Stamp, StoreError, migrate, seconds_apart, verify_audit,
};
use tempfile::TempDir;

use crate::story::make_organisation;
use crate::support::{Node, TestDatabase, TestSite, on_postgres, option};
use crate::whole::{done, refused, run};

/// Enough that two who empty the outbox meet at many of them.
const LETTERS: usize = 120;
/// Names a standby of the PostgreSQL that the tests run on.
const STANDBY: &str = "EVENHAND_TEST_STANDBY";

/// Two processes on the database of a site, each with a data folder of its own, and with the
/// master key of the site.
fn two(site: &TestSite, settings: &[(&str, &str)]) -> [(TempDir, Node); 2] {
    let key = site.folder().join("master.key");
    let key = key.to_string_lossy().into_owned();
    let keys = [("EVENHAND_MASTER_KEY_FILE", key.as_str())];
    [(), ()].map(|()| {
        let data = tempfile::tempdir().expect("a folder");
        let settings = [&keys[..], settings].concat();
        let node = Node::start(data.path(), site.url(), &settings);
        (data, node)
    })
}

/// A letter that is like others.
pub fn news(recipient: String) -> Letter {
    Letter {
        recipient,
        subject: "News".to_owned(),
        body: "There is news.".to_owned(),
    }
}

/// Posts so many of them, due now.
pub fn post_news(site: &TestSite, count: usize) {
    let stamp = Stamp {
        now: Clock::Machine.now(),
        ..site.stamp()
    };
    let posted = site.database.write(stamp, |tx| {
        (0..count).try_for_each(|n| outbox::post(tx, &news(format!("reader{n}@example.org"))))
    });
    posted.expect("the letters are posted");
}

/// Looks again and again until something is so.
pub fn until(what: &str, so: impl Fn() -> bool) {
    let began = Instant::now();
    while !so() {
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::yield_now();
    }
}

#[test]
fn who_signed_in_at_one_process_goes_on_at_the_other() {
    let site = TestSite::start();
    let ada = site.first_admin("Ada Levi");
    let [(_one, one), (_other, other)] = two(&site, &[]);
    let here = one.signed_in(&ada, &site.database);
    let there = here.led_to(&other.address);
    let page = here.get("/account");
    assert_eq!(there.get("/account").heading(), page.heading());
    // The form of one is taken by the other, and what that did holds for the first.
    there.submit(&page, "/sign-out", &[]);
    assert_eq!(here.get("/account").path, "/sign-in?return_to=/account");
}

#[test]
fn tries_to_sign_in_are_counted_over_all_processes() {
    let site = TestSite::start();
    site.first_admin("Ada Levi");
    let [(_one, one), (_other, other)] = two(&site, &[("EVENHAND_SIGN_IN_TRIES", "1")]);
    let guesser = site.visitor().named("Nobody Known");
    let first = guesser.led_to(&one.address).try_to_sign_in();
    assert!(
        first
            .error("email")
            .starts_with("The address or the password")
    );
    let second = guesser.led_to(&other.address).try_to_sign_in();
    assert!(second.error("email").starts_with("Too many tries"));
}

#[test]
fn two_processes_send_each_letter_once() {
    if !on_postgres() {
        return;
    }
    let site = TestSite::start();
    site.first_admin("Ada Levi");
    post_news(&site, LETTERS);
    let nodes = two(&site, &[]);
    until("every letter leaves", || {
        site.letters().iter().all(|letter| letter.sent_at.is_some())
    });
    let mut posted: Vec<String> = site
        .letters()
        .iter()
        .map(|letter| format!("{}.eml", letter.id))
        .collect();
    let mut sent: Vec<String> = Vec::new();
    for (data, _) in &nodes {
        let entries = fs::read_dir(data.path().join("mail")).expect("a folder");
        sent.extend(entries.map(|entry| {
            let name = entry.expect("an entry").file_name();
            name.to_string_lossy().into_owned()
        }));
    }
    posted.sort();
    sent.sort();
    assert!(posted.len() >= LETTERS);
    assert_eq!(sent, posted);
}

#[test]
fn a_process_that_is_killed_takes_nothing_along_that_it_acknowledged() {
    if !on_postgres() {
        return;
    }
    let site = TestSite::start();
    site.first_admin("Ada Levi");
    let rana = site.applicant("Rana Haddad");
    let [(_one, mut one), (_other, other)] = two(&site, &[]);
    let here = one.signed_in(&rana, &site.database);
    let there = here.led_to(&other.address);
    let (told, heard) = mpsc::channel();
    let writing = std::thread::spawn(move || {
        for n in 0.. {
            let name = format!("Office {n:03}");
            assert_eq!(make_organisation(&here, &name).status, 200);
            told.send(name).expect("somebody counts");
        }
    });
    let mut acknowledged: Vec<String> = heard.iter().take(5).collect();
    one.kill();
    assert!(writing.join().is_err(), "nothing answers any more");
    acknowledged.extend(heard.iter());
    // The session goes on at the other one.
    let list = there.get("/organisations");
    for name in &acknowledged {
        assert!(list.text().contains(name), "{name}");
    }
    make_organisation(&there, "The last office");
    assert!(
        there
            .get("/organisations")
            .text()
            .contains("The last office")
    );
}

#[test]
fn one_process_has_the_lead_and_another_takes_it_over() {
    let kept = TestDatabase::new();
    let open = || Database::open(&kept.url, 1).expect("it opens");
    let leads = |database: &Database| database.locks().hold(LEAD).expect("it is told");
    let (one, other) = (open(), open());
    assert!(leads(&one) && leads(&one), "the lead is kept");
    assert_eq!(leads(&other), !on_postgres());
    drop(one);
    until("the lead is free", || leads(&other));
    let third = open();
    assert_eq!(leads(&third), !on_postgres());
    other.locks().let_go(LEAD).expect("it is let go");
    assert!(leads(&third));
}

#[test]
fn beside_a_process_that_serves_no_other_makes_a_key() {
    if !on_postgres() {
        return;
    }
    let site = TestSite::start();
    assert!(site.database.locks().hold(LEAD).expect("it is told"));
    let data = tempfile::tempdir().expect("a folder");
    let said = refused(&run(data.path(), &option(site.url()), &["serve"]));
    assert!(said.contains("give this one the same master key"), "{said}");
    assert!(!data.path().join("master.key").exists());
}

#[test]
fn reports_come_from_the_database_itself_where_no_replica_is_close() {
    let site = TestSite::start();
    site.first_admin("Ada Levi");
    // One that follows nobody, and one that does not answer.
    let stranger = TestDatabase::empty();
    let nobody = DatabaseUrl::Postgres("postgres://nobody@127.0.0.1:1/none".to_owned());
    for url in [&stranger.url, &nobody] {
        let database = site.database.clone().with_replica(url, 1, 10);
        for read in [
            database.for_reports().read(verify_audit),
            database.report(verify_audit),
        ] {
            let events = read.expect("the log is read").ok();
            assert!(events.is_some_and(|events| events > 0));
        }
    }
}

#[test]
fn the_doctor_tells_of_a_replica_that_can_not_be_read() {
    if !on_postgres() {
        return;
    }
    let site = TestSite::start();
    site.first_admin("Ada Levi");
    let stranger = TestDatabase::empty();
    for (url, words) in [
        (
            &*option(&stranger.url),
            "Advice: the replica follows no database, ",
        ),
        (
            "postgres://nobody@127.0.0.1:1/none",
            "Advice: the replica can’t be compared (",
        ),
    ] {
        let settings = format!("database_read_url = {url:?}\n");
        fs::write(site.folder().join("evenhand.toml"), settings).expect("settings");
        let told = run(site.folder(), &option(site.url()), &["doctor", "--running"]);
        let told = done(&told);
        assert!(told.contains(words), "{told}");
    }
}

#[test]
fn a_replica_is_read_while_it_is_close() {
    let Some(standby) = std::env::var(STANDBY).ok().filter(|url| !url.is_empty()) else {
        return;
    };
    let site = TestSite::start();
    let DatabaseUrl::Postgres(own) = site.url() else {
        panic!("a standby is one of a PostgreSQL");
    };
    let name = own.rsplit('/').next().expect("a database");
    let (server, _) = standby.rsplit_once('/').expect("a database");
    let url = DatabaseUrl::Postgres(format!("{server}/{name}"));
    let events = |database: &Database| {
        let read = database.read(verify_audit).expect("the log is read");
        read.unwrap_or_else(|broken| panic!("the log is broken at {}", broken.seq))
    };
    site.add_account("rana@example.org", "Rana Haddad");
    let before = events(&site.database);
    until("the standby follows", || {
        Database::open(&url, 1).is_ok_and(|database| events(&database) == before)
    });
    let mut operator = PgConnection::establish(&standby).expect("the standby answers");
    let mut tell = |words: &str| operator.batch_execute(words).expect("it is told");
    tell("SELECT pg_wal_replay_pause()");
    site.add_account("noor@example.org", "Noor Khalil");
    let behind = |seconds| site.database.clone().with_replica(&url, 1, seconds);
    let (close, never) = (behind(120).for_reports(), behind(0).for_reports());
    let (there, here) = (events(&close), events(&never));
    let told = behind(0).following();
    let mut reads = 0;
    let again = behind(120).report(|reader| {
        reads += 1;
        match reads {
            1 => Err(StoreError::Unreachable("it goes away".to_owned())),
            _ => verify_audit(reader),
        }
    });
    tell("SELECT pg_wal_replay_resume()");
    assert_eq!(there, before, "what was paused before the second account");
    assert!(here > before);
    // Where it goes away meanwhile, what was begun there is read here.
    let again = again.expect("the log is read here");
    assert_eq!((again.ok(), reads), (Some(here), 2));
    assert!(matches!(told, Some(Ok(Following::Behind))), "{told:?}");
    // No transaction is so young, but nothing is written that it has not.
    until("it has all that there is", || {
        matches!(behind(0).following(), Some(Ok(Following::Close)))
    });
}

#[test]
fn a_clock_is_held_against_the_databases_where_it_has_one() {
    let site = TestSite::start();
    let apart = |minutes: i64| {
        let now = || Clock::Machine.now().plus_minutes(minutes);
        seconds_apart(&site.database, now).expect("it is told")
    };
    // A minute: who runs the tests may have the database on another machine.
    let near =
        |minutes: i64| apart(minutes).map(|seconds| (seconds - 60 * minutes.abs()).abs() < 60);
    for minutes in [0, -5, 5] {
        assert_eq!(near(minutes), on_postgres().then_some(true), "{minutes}");
    }
}

#[test]
fn of_processes_that_begin_at_once_one_migrates() {
    if !on_postgres() {
        return;
    }
    let kept = TestDatabase::empty();
    let begin = || {
        let database = Database::open(&kept.url, 1).expect("it opens");
        migrate(&database).expect("the database is brought to this release")
    };
    let ran = std::thread::scope(|scope| {
        [scope.spawn(begin), scope.spawn(begin)].map(|one| one.join().expect("it ends"))
    });
    assert_eq!(ran.iter().filter(|ran| **ran > 0).count(), 1, "{ran:?}");
}
