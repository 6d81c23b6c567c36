//! A line to PostgreSQL on which answers come late, come by half, or never come while it
//! stays open. SQLite has no line.

use std::net::TcpListener;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use evenhand::domain::ApplicationId;
use evenhand::policy::Reach;
use evenhand::store::{Database, DatabaseUrl, Following, LEAD, thread as messages};

use crate::program::{Place, Program, until};
use crate::relay::{Relay, Weather};
use crate::storm::Scene;
use crate::support::{Page, Person, TestSite, option};

/// The longest that anybody waits for an answer: a line that says nothing is left after eight
/// seconds and a half, and a machine that has much to do takes its time.
const LONGEST: Duration = Duration::from_secs(15);
const LATE: Weather = Weather::Slow(Duration::from_millis(200));
/// Of a hundred packets, so many end their line.
const CUTTING: Weather = Weather::Cutting(5);
/// Messages that are written while lines are cut.
const MESSAGES: usize = 6;

/// What stands before the server of a database from now on, and the URL by way of it.
fn by_relay(url: &str) -> (Relay, DatabaseUrl) {
    let (who, place) = url.rsplit_once('@').expect("somebody at a host");
    let (server, name) = place.split_once('/').expect("a host and a name");
    let relay = Relay::before(server);
    let url = format!("{who}@{}/{name}", relay.address);
    (relay, DatabaseUrl::Postgres(url))
}

/// Asks once. Whoever is not served is told so in time, and when to come again.
fn asked(ask: impl Fn() -> Page) -> Page {
    let began = Instant::now();
    let answer = ask();
    let took = began.elapsed();
    assert!(took < LONGEST, "{} took {took:?}", answer.path);
    if answer.status == 503 {
        let told = (answer.header("retry-after"), answer.heading());
        assert!(told.0.is_some() && !told.1.is_empty(), "{told:?}");
    }
    answer
}

/// Asks until it is answered, as people do.
fn insist(ask: impl Fn() -> Page) -> Page {
    for _ in 0..1_000 {
        let answer = asked(&ask);
        if answer.status != 503 {
            return answer;
        }
    }
    panic!("nobody is answered any more")
}

/// The thread of an application, in which each page lets one message be written once.
struct Thread<'a> {
    person: &'a Person,
    place: String,
}

impl Thread<'_> {
    fn page(&self) -> Page {
        self.person.get_once(&self.place)
    }

    fn write(&self, page: &Page, body: &str) -> Page {
        let typed = [("body", body)];
        self.person.submit_once(page, &self.place, &typed)
    }

    /// Writes a message, once and again from the same page until that is acknowledged.
    fn insists(&self, body: &str) {
        let page = insist(|| self.page());
        let done = insist(|| self.write(&page, body));
        assert_eq!(done.status, 303, "{}", done.text());
    }

    /// Writes a message that is not acknowledged while the weather is so, and once more
    /// from the same page when it is fair.
    fn writes_unheard(&self, (relay, weather): (&Relay, Weather), body: &str) {
        let page = insist(|| self.page());
        relay.set(weather);
        let told = asked(|| self.write(&page, body));
        assert_eq!(told.status, 503);
        relay.set(Weather::Fair);
        let done = insist(|| self.write(&page, body));
        assert_eq!(done.status, 303, "{}", done.text());
    }
}

/// The messages of a thread that are stored, the first first.
fn stored(scene: &Scene, application: ApplicationId) -> Vec<String> {
    let all = scene
        .round
        .site
        .read(|reader| messages::latest(reader, Reach::operator(), application, None, 1_000));
    let bodies = all.into_iter().rev().map(|message| message.body);
    bodies.collect()
}

/// Nobody is served, and everybody is told so in time.
fn all_are_told(people: &[&Person], paths: [&str; 3]) {
    thread::scope(|scope| {
        let mut asking = Vec::new();
        for (person, path) in people.iter().zip(paths) {
            asking.push(scope.spawn(move || asked(|| person.get_once(path)).status));
        }
        for one in asking {
            assert_eq!(one.join().expect("each is told"), 503);
        }
    });
}

#[test]
fn a_line_that_is_late_cut_or_still_keeps_nobody_waiting_and_loses_nothing() {
    let scene = Scene::new();
    let DatabaseUrl::Postgres(url) = scene.round.site.url() else {
        return;
    };
    let (relay, url) = by_relay(url);
    let program = Program::start(&Place::new(scene.round.site.folder(), &url));
    let (rana, ada) = (&scene.round.rana, &scene.round.ada);
    let (rana, ada) = (scene.at(&program, rana), scene.at(&program, ada));
    let application = scene.round.applications[0];
    let own = Thread {
        person: &rana,
        place: format!("/applications/{application}/thread"),
    };
    own.insists("In fair weather.");

    // What is slow is not silent: it is answered, and nobody is told to come again.
    relay.set(LATE);
    let page = asked(|| own.page());
    assert_eq!(page.status, 200, "{}", page.text());
    let done = asked(|| own.write(&page, "In a slow hour."));
    assert_eq!(done.status, 303, "{}", done.text());

    relay.set(CUTTING);
    let cut: Vec<String> = (0..MESSAGES).map(|n| format!("Cut: {n}.")).collect();
    for body in &cut {
        own.insists(body);
    }
    relay.set(Weather::Fair);
    assert!(relay.cut() > 0, "nothing was at stake");

    // Lines are open and say nothing.
    assert!(until(|| rana.get_once("/readyz").status == 200));
    relay.set(Weather::Still);
    let paths = [&*own.place, "/admin/threads", "/readyz"];
    all_are_told(&[&rana, &ada, &ada], paths);
    let visitor = program.visitor(&scene.round.site.database);
    assert_eq!(asked(|| visitor.get_once("/healthz")).status, 200);
    relay.set(Weather::Fair);
    own.writes_unheard((&relay, Weather::Still), "Into the silence.");
    // The server keeps it and nobody hears so.
    let unanswered = Weather::UnansweredFrom("COMMIT");
    own.writes_unheard((&relay, unanswered), "Kept without a word.");

    // It has healed by itself.
    assert!(until(|| rana.get_once("/readyz").status == 200));
    for _ in 0..20 {
        assert_eq!(asked(|| own.page()).status, 200);
        assert_eq!(asked(|| ada.get_once("/admin/threads")).status, 200);
    }
    let first = ["In fair weather.", "In a slow hour."].map(str::to_owned);
    let last = ["Into the silence.", "Kept without a word."].map(str::to_owned);
    let written = [&first[..], &cut[..], &last[..]].concat();
    assert_eq!(stored(&scene, application), written);
    drop(program);
    assert_eq!(scene.place().complaints(), [""; 0]);
}

/// Its note is kept; the line falls silent where the round begins to be read.
#[test]
fn a_download_is_waited_for_no_longer_than_a_round() {
    let scene = Scene::new();
    let DatabaseUrl::Postgres(url) = scene.round.site.url() else {
        return;
    };
    let (relay, url) = by_relay(url);
    let program = Program::start(&Place::new(scene.round.site.folder(), &url));
    let ada = scene.at(&program, &scene.round.ada);
    let take = || scene.round.export(&ada, "decisions", "");
    assert_eq!(insist(take).status, 200);
    relay.set(Weather::UnansweredFrom("REPEATABLE READ"));
    let began = Instant::now();
    let told = take();
    let took = began.elapsed();
    assert_eq!(told.status, 503, "{}", told.text());
    assert!(LONGEST < took && took < LONGEST * 3, "{took:?}");
    relay.set(Weather::Fair);
    assert_eq!(insist(take).status, 200);
}

/// An address on which nobody listened just now.
fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it is known").to_string()
}

/// It follows nobody, as the database is its own replica; to find out, it is asked.
#[test]
fn a_replica_that_hangs_is_done_without_and_is_no_news_of_the_database() {
    let scene = Scene::new();
    let DatabaseUrl::Postgres(own) = scene.round.site.url() else {
        return;
    };
    let (relay, replica) = by_relay(own);
    let measured = free_address();
    let program = Program::start_as(&scene.place(), |command| {
        command.env("DATABASE_READ_URL", option(&replica));
        command.env("EVENHAND_METRICS_LISTEN", &measured);
    });
    let database = &scene.round.site.database;
    let prometheus = Person::new(format!("http://{measured}"), database.clone());
    let ada = scene.at(&program, &scene.round.ada);
    let all_goes_on = || {
        let page = asked(|| ada.get_once("/admin/dashboard"));
        assert_eq!(page.status, 200, "{}", page.text());
        let file = asked(|| scene.round.export(&ada, "decisions", ""));
        assert_eq!(file.status, 200, "{}", file.text());
        let told = asked(|| prometheus.get_once("/metrics"));
        let up = told.source().contains("evenhand_database_up 1\n");
        assert!(up, "{}", told.source());
    };
    all_goes_on();
    let one = database.clone().with_replica(&replica, 1, 10);
    let follows_nobody = || matches!(one.following(), Some(Ok(Following::Nobody)));
    assert!(follows_nobody());

    relay.set(Weather::Still);
    all_goes_on();
    all_goes_on();
    let in_time = |most: Duration| {
        let (told, answer) = channel();
        let one = one.clone();
        thread::spawn(move || told.send(one.following()));
        let answer = answer.recv_timeout(most).expect("nobody waits longer");
        assert!(matches!(answer, Some(Err(_))), "{answer:?}");
    };
    in_time(LONGEST);
    // While it is silent it is not even asked.
    in_time(Duration::from_millis(500));

    relay.set(Weather::Fair);
    assert!(until(follows_nobody), "it is asked again once it speaks");
    all_goes_on();
}

#[test]
fn who_has_the_lead_on_a_line_that_is_stuck_leads_no_more() {
    let site = TestSite::start();
    let DatabaseUrl::Postgres(own) = site.url() else {
        return;
    };
    let (relay, url) = by_relay(own);
    let open = |url| Database::open(url, 1).expect("it opens");
    let (one, other) = (open(&url), open(site.url()));
    let leads = |database: &Database| {
        let (told, answer) = channel();
        let database = database.clone();
        thread::spawn(move || told.send(database.locks().hold(LEAD)));
        let answer = answer.recv_timeout(LONGEST);
        answer.expect("nobody waits without end")
    };
    assert!(leads(&one).expect("it is told"));

    relay.set(Weather::Still);
    assert!(leads(&one).is_err());
    // The server knows nothing of it yet.
    assert!(!leads(&other).expect("it is told"));

    // The line that was left behind ends as soon as it speaks, and lets go.
    relay.set(Weather::Fair);
    assert!(until(|| matches!(leads(&other), Ok(true))));
    assert!(until(|| matches!(leads(&one), Ok(false))));
    other.locks().let_go(LEAD).expect("it is let go");
    assert!(leads(&one).expect("it is told"));
}
