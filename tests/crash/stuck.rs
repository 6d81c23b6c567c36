//! A line to PostgreSQL on which answers come late, come by half, or never come while it
//! stays open. SQLite has no line.

use std::thread;
use std::time::{Duration, Instant};

use evenhand::domain::ApplicationId;
use evenhand::policy::Reach;
use evenhand::store::{DatabaseUrl, thread as messages};

use crate::program::{Place, Program, until};
use crate::relay::{Relay, Weather};
use crate::storm::Scene;
use crate::support::{Page, Person};

/// The longest that anybody waits for an answer.
const LONGEST: Duration = Duration::from_secs(10);
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
}

/// The messages of a thread that are stored, the latest first.
fn stored(scene: &Scene, application: ApplicationId) -> Vec<String> {
    let all = scene
        .round
        .site
        .read(|reader| messages::latest(reader, Reach::operator(), application, None, 1_000));
    all.into_iter().map(|message| message.body).collect()
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
    let mut written = vec!["In fair weather.".to_owned()];
    own.insists(&written[0]);

    // What is slow is not silent: it is answered, and nobody is told to come again.
    relay.set(LATE);
    let page = asked(|| own.page());
    assert_eq!(page.status, 200, "{}", page.text());
    written.push("In a slow hour.".to_owned());
    let done = asked(|| own.write(&page, &written[1]));
    assert_eq!(done.status, 303, "{}", done.text());

    relay.set(CUTTING);
    for n in 0..MESSAGES {
        written.push(format!("While lines are cut: {n}."));
        own.insists(&written[n + 2]);
    }
    relay.set(Weather::Fair);
    assert!(relay.cut() > 0, "nothing was at stake");

    // Open lines that say nothing.
    assert!(until(|| rana.get_once("/readyz").status == 200));
    let page = insist(|| own.page());
    relay.set(Weather::Still);
    let paths = [&*own.place, "/admin/threads", "/readyz"];
    all_are_told(&[&rana, &ada, &ada], paths);
    let visitor = program.visitor(&scene.round.site.database);
    assert_eq!(asked(|| visitor.get_once("/healthz")).status, 200);
    written.push("Into the silence.".to_owned());
    let told = asked(|| own.write(&page, &written[written.len() - 1]));
    assert_eq!(told.status, 503);
    relay.set(Weather::Fair);
    let done = insist(|| own.write(&page, &written[written.len() - 1]));
    assert_eq!(done.status, 303, "{}", done.text());

    // The server keeps it and nobody hears so.
    let page = insist(|| own.page());
    written.push("Kept without a word.".to_owned());
    relay.set(Weather::UnansweredFromCommit);
    let told = asked(|| own.write(&page, &written[written.len() - 1]));
    assert_eq!(told.status, 503);
    relay.set(Weather::Fair);
    let done = insist(|| own.write(&page, &written[written.len() - 1]));
    assert_eq!(done.status, 303, "{}", done.text());

    // It has healed by itself.
    assert!(until(|| rana.get_once("/readyz").status == 200));
    for _ in 0..20 {
        assert_eq!(asked(|| own.page()).status, 200);
        assert_eq!(asked(|| ada.get_once("/admin/threads")).status, 200);
    }
    let mut found = stored(&scene, application);
    found.reverse();
    assert_eq!(found, written);
    drop(program);
    assert_eq!(scene.place().complaints(), [""; 0]);
}
