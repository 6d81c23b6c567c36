//! A database that is full, or away: what people are told, and what becomes of what they
//! typed.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use evenhand::store::{DatabaseUrl, StoreError};

use crate::story::Story;
use crate::support::{Node, Person, TestDatabase, TestSite};

const AWAY: &str = "We can’t reach our database just now";
const TYPED: &str = "The office was raided.";

/// Runs one of these on the database.
fn run(site: &TestSite, (sqlite, postgres): (&str, &str)) {
    let done = match site.url() {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(path).expect("the file opens");
            connection.batch_execute(&format!("PRAGMA busy_timeout = 8000; {sqlite}"))
        }
        DatabaseUrl::Postgres(url) => {
            let mut connection = PgConnection::establish(url).expect("PostgreSQL answers");
            connection.batch_execute(postgres)
        }
    };
    done.expect("the words run");
}

/// From now on the database refuses every write, in the words of one whose disk is full.
fn fill_up(site: &TestSite) {
    let sqlite = "CREATE TRIGGER full_log BEFORE INSERT ON audit_events \
         BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END; \
         CREATE TRIGGER full_sessions BEFORE UPDATE ON sessions \
         BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END";
    let postgres = "CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$ \
         BEGIN RAISE EXCEPTION 'could not extend file: No space left on device'; END $$; \
         CREATE TRIGGER full_log BEFORE INSERT ON audit_events \
         FOR EACH ROW EXECUTE FUNCTION no_space(); \
         CREATE TRIGGER full_sessions BEFORE UPDATE ON sessions \
         FOR EACH ROW EXECUTE FUNCTION no_space()";
    run(site, (sqlite, postgres));
}

fn make_room(site: &TestSite) {
    let sqlite = "DROP TRIGGER full_log; DROP TRIGGER full_sessions";
    run(site, (sqlite, "DROP FUNCTION no_space() CASCADE"));
}

#[test]
fn a_full_disk_stops_no_reader_and_loses_no_text() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = format!("{place}/sections/need");
    let page = rana.get(&need);
    fill_up(&story.site);
    let typed = [("situation", TYPED), ("then", "list")];
    let told = rana.submit(&page, &need, &typed);
    assert_eq!((told.status, &*told.heading()), (503, AWAY));
    assert_eq!(told.header("retry-after"), Some("60"));
    assert_eq!(told.value("situation"), TYPED);
    // That her session is in use can't be noted any more; she reads all the same.
    story.site.pass_minutes(6);
    let read = rana.get(&need);
    assert_eq!(read.value("situation"), "");
    assert!(read.notice().starts_with("Nothing can be saved"));
    // Pressed too early, the text stays once more.
    let told = rana.submit(&told, "main form", &[]);
    assert_eq!((told.status, &*told.value("situation")), (503, TYPED));
    make_room(&story.site);
    let saved = rana.submit(&told, "main form", &[]);
    assert_eq!((saved.status, &*saved.notice()), (200, "Saved."));
    let read = rana.get(&need);
    assert_eq!(read.value("situation"), TYPED);
    assert!(!read.notice().contains("can be saved"));
}

/// How often the site has written, as far as it counts.
fn writes(site: &TestSite) -> String {
    let address = site.metrics.clone().expect("an address");
    let told = Person::new(address, site.database.clone()).get_once("/metrics");
    let mut lines = told.source().lines().map(str::to_owned);
    let count = "evenhand_database_seconds_count{kind=\"write\"}";
    lines
        .find(|line| line.starts_with(count))
        .expect("it is counted")
}

#[test]
fn who_reads_does_not_wait_on_every_page_for_what_can_not_be_noted() {
    let site = TestSite::start_with(|config| {
        "127.0.0.1:0".clone_into(&mut config.metrics_listen);
    });
    let rana = site.applicant("Rana Haddad");
    fill_up(&site);
    site.pass_minutes(6);
    assert_eq!(rana.get("/account").status, 200);
    let tried = writes(&site);
    assert_eq!(rana.get("/account").status, 200);
    assert_eq!(writes(&site), tried);
    make_room(&site);
    site.pass_minutes(3);
    assert_eq!(rana.get("/account").status, 200);
    assert_ne!(writes(&site), tried, "it is noted again");
}

#[test]
fn a_sign_in_that_can_not_be_noted_is_told_without_the_password() {
    let story = Story::new();
    let rana = story.site.applicant("Rana Haddad");
    let phone = rana.at_another_browser();
    fill_up(&story.site);
    let told = phone.try_to_sign_in();
    assert_eq!((told.status, &*told.heading()), (503, AWAY));
    assert!(!told.source().contains(&rana.password));
    make_room(&story.site);
    phone.sign_in();
}

/// SQLite has no server whose answer to a commit could be lost.
#[test]
fn a_commit_that_postgresql_does_not_answer_is_told_as_what_it_is() {
    let story = Story::new();
    if matches!(story.site.url(), DatabaseUrl::Sqlite(_)) {
        return;
    }
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = format!("{place}/sections/need");
    let page = rana.get(&need);
    let silent = "CREATE FUNCTION no_answer() RETURNS trigger LANGUAGE plpgsql AS $$ \
         BEGIN RAISE EXCEPTION 'disk I/O error'; END $$; \
         CREATE CONSTRAINT TRIGGER unanswered AFTER INSERT ON audit_events \
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no_answer()";
    run(&story.site, ("", silent));
    let typed = [("situation", TYPED), ("then", "list")];
    let told = rana.submit(&page, &need, &typed);
    let unknown = "We don’t know whether this was kept";
    assert_eq!((told.status, &*told.heading()), (503, unknown));
    assert_eq!(told.value("situation"), TYPED);
    run(&story.site, ("", "DROP FUNCTION no_answer() CASCADE"));
    let saved = rana.submit(&told, "main form", &[]);
    assert_eq!((saved.status, &*saved.notice()), (200, "Saved."));
}

/// Closes the site's database to everybody, or opens it again: what clients see of a
/// server that is stopped at once and started later.
fn close(url: &str, closed: bool) {
    let admin = std::env::var("EVENHAND_TEST_DATABASE").expect("a PostgreSQL");
    let mut connection = PgConnection::establish(&admin).expect("PostgreSQL answers");
    let name = url.split('?').next().unwrap_or_default();
    let name = name.rsplit('/').next().unwrap_or_default();
    let allowed = !closed;
    let words = format!(
        "ALTER DATABASE {name} WITH ALLOW_CONNECTIONS {allowed}; \
         SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    );
    connection.batch_execute(&words).expect("it is done");
}

/// SQLite has no server that could be away.
#[test]
fn a_postgresql_that_is_stopped_loses_no_text_and_is_found_again() {
    let story = Story::new();
    let DatabaseUrl::Postgres(url) = story.site.url() else {
        return;
    };
    let (mut rana, place) = story.draft("Rana Haddad", "Olive Press");
    rana.headers
        .push(("sec-fetch-site", "same-origin".to_owned()));
    let need = format!("{place}/sections/need");
    let page = rana.get(&need);
    close(url, true);
    assert_eq!(story.site.visitor().get("/healthz").status, 200);
    let typed = [("situation", TYPED), ("then", "list")];
    let told = rana.submit(&page, &need, &typed);
    assert_eq!((told.status, &*told.heading()), (503, AWAY));
    assert_eq!(told.value("situation"), TYPED);
    // Whether she is signed in is not known: she is not asked to do it again.
    assert!(!told.has("main a[href^='/sign-in']"));
    close(url, false);
    let saved = rana.submit(&told, "main form", &[]);
    assert_eq!((saved.status, &*saved.notice()), (200, "Saved."));
    assert_eq!(rana.get(&need).value("situation"), TYPED);
}

/// SQLite has no server that could end a connection.
#[test]
fn connections_that_postgresql_ended_are_not_used_again() {
    let story = Story::new();
    let DatabaseUrl::Postgres(url) = story.site.url() else {
        return;
    };
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = format!("{place}/sections/need");
    for text in ["They came again.", "And again."] {
        let page = rana.get(&need);
        let mut connection = PgConnection::establish(url).expect("PostgreSQL answers");
        // It waits until each is gone.
        let words = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity \
             WHERE datname = current_database() AND pid <> pg_backend_pid()";
        connection.batch_execute(words).expect("they are ended");
        let saved = rana.submit(&page, &need, &[("situation", text), ("then", "list")]);
        assert_eq!((saved.status, &*saved.notice()), (200, "Saved."));
        assert_eq!(rana.get(&need).value("situation"), text);
    }
}

/// SQLite has no server that could be away.
#[test]
fn a_postgresql_that_is_away_at_the_start_is_waited_for() {
    let kept = TestDatabase::empty();
    let DatabaseUrl::Postgres(url) = &kept.url else {
        return;
    };
    close(url, true);
    let data = tempfile::tempdir().expect("a folder");
    let node = Node::start(data.path(), &kept.url, &[]);
    let site = TestSite::start();
    let visitor = Person::new(node.address.clone(), site.database.clone());
    assert_eq!(visitor.get_once("/healthz").status, 200);
    assert_eq!(visitor.get_once("/readyz").status, 503);
    let began = Instant::now();
    let told = visitor.get("/rounds/winter");
    assert_eq!((told.status, &*told.heading()), (503, AWAY));
    assert_eq!(told.header("retry-after"), Some("60"));
    // Nobody waits for a connection that can't be had.
    assert!(began.elapsed() < Duration::from_secs(5));
    close(url, false);
    // It has no tables yet: they are made before anybody is let in.
    let began = Instant::now();
    while visitor.get_once("/readyz").status != 200 {
        assert!(began.elapsed() < Duration::from_secs(60), "it is found");
    }
    assert_eq!(visitor.get("/").status, 200);
    assert_eq!(visitor.get("/rounds/winter").status, 404);
}

#[test]
fn a_write_that_does_not_end_stops_no_reader_and_loses_no_text() {
    let story = Story::new();
    let (rana, place) = story.draft("Rana Haddad", "Olive Press");
    let need = format!("{place}/sections/need");
    let page = rana.get(&need);
    let (begun, began) = mpsc::channel();
    let (end, ended) = mpsc::channel::<()>();
    let (database, stamp) = (&story.site.database, story.site.stamp());
    let told = thread::scope(|scope| {
        scope.spawn(move || {
            database.write(stamp, |_| {
                begun.send(()).expect("somebody waits");
                // Nobody says anything: the other end goes.
                let _ = ended.recv();
                Ok::<(), StoreError>(())
            })
        });
        began.recv().expect("it writes");
        assert_eq!(rana.get(&need).status, 200);
        assert_eq!(story.site.visitor().get_once("/readyz").status, 200);
        let typed = [("situation", TYPED), ("then", "list")];
        let told = rana.submit(&page, &need, &typed);
        drop(end);
        told
    });
    assert_eq!((told.status, &*told.heading()), (503, AWAY));
    assert_eq!(told.header("retry-after"), Some("60"));
    assert_eq!(told.value("situation"), TYPED);
    let saved = rana.submit(&told, "main form", &[]);
    assert_eq!((saved.status, &*saved.notice()), (200, "Saved."));
}

#[test]
fn pages_say_so_while_every_connection_is_taken_and_come_again() {
    const CONNECTIONS: u32 = 2;
    let site = TestSite::start_with(|config| config.database_connections = CONNECTIONS);
    let rana = site.applicant("Rana Haddad");
    let told = thread::scope(|scope| {
        let (database, (begun, began)) = (&site.database, mpsc::channel());
        let hold = |_| {
            let (end, ended) = mpsc::channel::<()>();
            let begun = begun.clone();
            scope.spawn(move || {
                database.read(|_| {
                    begun.send(()).expect("somebody waits");
                    let _ = ended.recv();
                    Ok::<(), StoreError>(())
                })
            });
            end
        };
        let held: Vec<mpsc::Sender<()>> = (0..CONNECTIONS).map(hold).collect();
        for _ in &held {
            began.recv().expect("it reads");
        }
        assert_eq!(site.visitor().get("/healthz").status, 200);
        let program = site.visitor();
        let asking = scope.spawn(move || {
            let key = [("authorization", "Bearer of-nobody")];
            let told = program.ask("GET", "/api/v1/rounds", &key, None);
            let wait = told.header("retry-after").map(str::to_owned);
            (told.status, wait)
        });
        let told = rana.get("/account");
        // Programs are told as people are.
        let program = asking.join().expect("an answer");
        assert_eq!(program, (503, Some("60".to_owned())));
        drop(held);
        told
    });
    assert_eq!((told.status, &*told.heading()), (503, AWAY));
    assert_eq!(told.header("retry-after"), Some("60"));
    assert_eq!(rana.get("/account").status, 200);
}
