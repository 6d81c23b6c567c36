//! Many people at once, and people whose line is very slow.

use std::io::ErrorKind::{TimedOut, WouldBlock};
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use evenhand::actions::{Refusal, people};
use evenhand::clock::Clock;
use evenhand::domain::Language;
use evenhand::domain::account::{Email, Role};
use evenhand::policy::account::MayManagePeople;
use evenhand::store::{Database, Tx, session};
use sha2::{Digest, Sha256};

use crate::program::{Place, Program};
use crate::support::{Person, TestSite};

const SESSIONS: usize = 1_000;
/// Requests under way at the same time.
const ABREAST: usize = 32;
/// How often somebody asks whom a busy site sent away in words.
const TRIES: usize = 5;
/// People who try to sign in at once.
const STORM: usize = 200;
/// Heads that never end, and as many bodies.
const SLOW: usize = 250;

fn name(n: usize) -> String {
    format!("Person number {n} of many")
}

/// What the browser of a person holds.
fn token(n: usize) -> String {
    format!("{n:064x}")
}

/// Adds people who are signed in.
fn add(tx: &mut Tx) -> Result<(), Refusal> {
    let (may, place) = (MayManagePeople::operator(), (Language::English, "UTC"));
    for n in 0..SESSIONS {
        let email = Email::parse(&format!("person-{n}@example.org")).expect("an address");
        let who = (&*name(n), &email);
        let id = people::add_person(tx, &may, who, "", place, Role::Applicant)?;
        let hash: String = Sha256::digest(token(n).as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        session::insert(tx, &hash, id, ("a test", false, None, None))?;
    }
    Ok(())
}

/// A page of each, asked for by many at once: how long each took.
fn pages(address: &str, database: &Database, first: usize) -> Vec<Duration> {
    let mine = (0..SESSIONS).skip(first).step_by(ABREAST);
    let ask = |n: usize| {
        let person = Person::new(address.to_owned(), database.clone());
        person.set_cookie("evenhand", &token(n));
        let began = Instant::now();
        let page = person.get("/account");
        let took = began.elapsed();
        assert_eq!((page.status, &*page.path), (200, "/account"));
        // Nobody gets the page of somebody else.
        assert_eq!(page.value("name"), name(n));
        took
    };
    mine.map(ask).collect()
}

/// A site with as many people as there are sessions, all of them signed in.
fn signed_in() -> TestSite {
    let site = TestSite::start();
    site.clock.set(Clock::Machine.now());
    let added = site.database.write(site.stamp(), add);
    added.expect("they are added");
    site
}

/// Looks once at a page of each of 1,000 people who are signed in, 32 at a time; how long
/// each waited, the shortest first.
pub fn thousand() -> Vec<Duration> {
    let site = signed_in();
    let program = Program::start(&Place::new(site.folder(), site.url()));
    let mut took: Vec<Duration> = thread::scope(|scope| {
        let (address, database) = (&*program.address, &site.database);
        let each = move |n| scope.spawn(move || pages(address, database, n));
        let all: Vec<_> = (0..ABREAST).map(each).collect();
        let ended = all.into_iter().map(|one| one.join());
        ended
            .flat_map(|took| took.expect("all are answered"))
            .collect()
    });
    took.sort();
    took
}

#[test]
fn a_thousand_people_each_see_their_own_page() {
    assert_eq!(thousand().len(), SESSIONS);
}

/// Lets this process, and the programs that it starts, have so many files open.
fn let_open(files: libc::rlim_t) {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the pointer is to a value that outlives the call.
    let asked = unsafe { libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit) };
    assert_eq!(asked, 0, "{}", io::Error::last_os_error());
    assert!(
        limit.rlim_max >= files,
        "see ulimit -Hn: {files} are needed"
    );
    limit.rlim_cur = limit.rlim_cur.max(files);
    // SAFETY: likewise.
    let set = unsafe { libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit) };
    assert_eq!(set, 0, "{}", io::Error::last_os_error());
}

/// A line of a person who is signed in, with a request that lacks its last blank line.
fn asking(address: &str, n: usize) -> TcpStream {
    let cookie = token(n);
    let words = format!(
        "GET /account HTTP/1.1\r\nhost: x\r\ncookie: evenhand={cookie}\r\nconnection: close\r\n"
    );
    begun(address, &words)
}

/// Ends the requests of all these people at once; of whom the answer says that the site is
/// too busy. Everybody else finds their own page.
fn answered(mut lines: Vec<(usize, TcpStream)>) -> Vec<usize> {
    for (_, line) in &mut lines {
        line.write_all(b"\r\n").expect("it is sent");
    }
    let mut busy = Vec::new();
    for (n, mut line) in lines {
        let mut page = String::new();
        let read = line.read_to_string(&mut page);
        read.unwrap_or_else(|why| panic!("{} is answered: {why}", name(n)));
        if page.starts_with("HTTP/1.1 503 ") {
            busy.push(n);
            continue;
        }
        let first = page.lines().next().unwrap_or_default();
        assert!(page.starts_with("HTTP/1.1 200 "), "{}: {first}", name(n));
        let own = format!("value=\"{}\"", name(n));
        assert!(page.contains(&own), "{} has a page of their own", name(n));
    }
    busy
}

#[test]
fn a_thousand_people_whose_lines_are_open_at_once_are_all_answered() {
    let_open(4_096);
    let site = signed_in();
    let program = Program::start_as(&Place::new(site.folder(), site.url()), |command| {
        // Nobody is sent away before the last line is open.
        command.env("EVENHAND_HEAD_MS", "60000");
    });
    let address = program.address.strip_prefix("http://").expect("an address");
    let mut waiting: Vec<usize> = (0..SESSIONS).collect();
    for _ in 0..TRIES {
        let lines = waiting.iter().map(|n| (*n, asking(address, *n)));
        waiting = answered(lines.collect());
    }
    assert_eq!(waiting, [0_usize; 0], "they come in after some tries");
    assert_eq!(program.visitor(&site.database).get("/sign-in").status, 200);
}

/// Has 200 people try to sign in at once, at the cost that passwords have, and looks at a
/// page again and again meanwhile: how long that took, the shortest first.
pub fn signing_in() -> Vec<Duration> {
    let site = TestSite::start();
    let place = Place::new(site.folder(), site.url());
    let program = Program::start_as(&place, |command| {
        command.env("EVENHAND_ARGON2_MEMORY_KIB", "19456");
        command.env("EVENHAND_ARGON2_PASSES", "2");
        command.env("EVENHAND_SIGN_IN_TRIES", "1000");
    });
    let (address, database) = (&*program.address, &site.database);
    let person = move || Person::new(address.to_owned(), database.clone());
    let attempt = move |n: usize| {
        let answer = person().named(&name(n)).try_to_sign_in();
        assert_eq!(answer.status, 422, "nobody has such an account");
    };
    let mut took = thread::scope(|scope| {
        let tries = (0..STORM).map(|n| scope.spawn(move || attempt(n)));
        let tries: Vec<_> = tries.collect();
        let (reader, mut took) = (person(), Vec::new());
        while took.len() < 20 || tries.iter().any(|one| !one.is_finished()) {
            let began = Instant::now();
            assert_eq!(reader.get("/privacy").status, 200);
            took.push(began.elapsed());
        }
        for one in tries {
            one.join().expect("it is answered");
        }
        took
    });
    took.sort();
    took
}

#[test]
fn a_storm_of_sign_ins_keeps_no_reader_waiting() {
    let took = signing_in();
    let longest = took[took.len() * 95 / 100];
    assert!(longest < Duration::from_secs(5), "{longest:?}");
}

/// A connection on which so much was sent and no more.
pub fn begun(address: &str, words: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("it is taken");
    let long = Some(Duration::from_secs(30));
    stream.set_read_timeout(long).expect("a time limit");
    stream.write_all(words.as_bytes()).expect("it is sent");
    stream
}

#[test]
fn people_who_never_end_their_request_keep_nobody_waiting() {
    let site = TestSite::start();
    let program = Program::start(&Place::new(site.folder(), site.url()));
    let address = program.address.strip_prefix("http://").expect("an address");
    let heads = (0..SLOW).map(|_| begun(address, "GET / HTTP/1.1\r\nhost: x\r\nx-slow: "));
    let mut heads: Vec<TcpStream> = heads.collect();
    let body = "POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nemail=";
    let bodies: Vec<TcpStream> = (0..SLOW).map(|_| begun(address, body)).collect();
    for _ in 0..20 {
        let began = Instant::now();
        assert_eq!(program.visitor(&site.database).get("/sign-in").status, 200);
        let took = began.elapsed();
        assert!(took < Duration::from_secs(5), "{took:?}");
    }
    // Who does not even come to the end of the head is sent away.
    let mut answer = Vec::new();
    let ended = heads[0].read_to_end(&mut answer);
    let waited = ended.is_err_and(|why| matches!(why.kind(), WouldBlock | TimedOut));
    assert!(!waited, "it is still open");
    drop((heads, bodies));
}
