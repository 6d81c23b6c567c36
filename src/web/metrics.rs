//! What the program measures of itself, in the text that Prometheus reads, served on an
//! address of its own. Labels are patterns of routes and a few words of ours: never a
//! path, so that no id, name or address is among them.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer, dev};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use super::errors::Fault;
use super::site::Site;
use super::waiting::{PAGE, wait};
use crate::clock::Clock;
use crate::domain::Moment;
use crate::store::outbox::{self, Waiting};
use crate::store::{Awaited, Database, Following, Used, Watch, seconds_apart};

/// Upper bounds of the classes of durations, in seconds.
const SECONDS: [f64; 11] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0,
];

/// The media type of the text.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: String,
    method: &'static str,
    status: &'static str,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    route: String,
    method: &'static str,
}

/// Which of a few kinds it was.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    kind: &'static str,
}

/// Everything that is measured, from the start of the process on.
pub struct Metrics {
    registry: Registry,
    answers: Family<Answered, Counter>,
    answer_seconds: Family<Asked, Histogram>,
    database_seconds: Family<Kind, Histogram>,
    database_wait_seconds: Family<Kind, Histogram>,
    sign_ins: Family<Kind, Counter>,
    proxy_headers: Family<Kind, Counter>,
    database_up: Gauge,
    key_missing: Gauge,
    letters: Gauge,
    oldest_letter_seconds: Gauge,
    clock_seconds_apart: Gauge,
    replica_close: Gauge,
}

/// What is looked up when somebody asks.
#[derive(Default)]
struct Found {
    /// Nothing where the database did not tell.
    waiting: Option<Waiting>,
    /// Between the clock here and the database's, where it has one.
    seconds_apart: Option<i64>,
    replica_close: bool,
}

impl Found {
    fn look(database: &Database, clock: &Clock) -> Self {
        let waiting = database.read(outbox::waiting).ok();
        // A database that is away is asked once.
        let now = || clock.now();
        let apart = waiting.and_then(|_| seconds_apart(database, now).ok().flatten());
        Self {
            waiting,
            seconds_apart: apart,
            replica_close: false,
        }
    }
}

fn seconds() -> Histogram {
    Histogram::new(SECONDS.iter().copied())
}

impl Default for Metrics {
    fn default() -> Self {
        let mut made = Self {
            registry: Registry::with_prefix("evenhand"),
            answers: Family::default(),
            answer_seconds: Family::new_with_constructor(seconds),
            database_seconds: Family::new_with_constructor(seconds),
            database_wait_seconds: Family::new_with_constructor(seconds),
            sign_ins: Family::default(),
            proxy_headers: Family::default(),
            database_up: Gauge::default(),
            key_missing: Gauge::default(),
            letters: Gauge::default(),
            oldest_letter_seconds: Gauge::default(),
            clock_seconds_apart: Gauge::default(),
            replica_close: Gauge::default(),
        };
        let it = &mut made.registry;
        it.register("http_requests", "Requests answered", made.answers.clone());
        it.register(
            "http_request_seconds",
            "From the head of a request to the head of its answer",
            made.answer_seconds.clone(),
        );
        it.register(
            "database_seconds",
            "Use of a database connection",
            made.database_seconds.clone(),
        );
        it.register(
            "database_wait_seconds",
            "Wait for a database connection",
            made.database_wait_seconds.clone(),
        );
        it.register("sign_ins", "Tries to sign in", made.sign_ins.clone());
        it.register(
            "proxy_headers",
            "Requests with the header of a proxy",
            made.proxy_headers.clone(),
        );
        let gauges = made
            .gauges()
            .map(|(name, help, one)| (name, help, one.clone()));
        for (name, help, gauge) in gauges {
            made.registry.register(name, help, gauge);
        }
        made
    }
}

impl Metrics {
    /// Name, help and what is set whenever somebody asks.
    fn gauges(&self) -> [(&'static str, &'static str, &Gauge); 6] {
        [
            (
                "database_up",
                "Whether the database answered just now",
                &self.database_up,
            ),
            (
                "key_missing",
                "Whether nobody is let in for want of the master key",
                &self.key_missing,
            ),
            (
                "outbox_letters",
                "Letters that have not left",
                &self.letters,
            ),
            (
                "outbox_oldest_seconds",
                "Age of the oldest letter that has not left",
                &self.oldest_letter_seconds,
            ),
            (
                "clock_apart_seconds",
                "Between the clock here and the database's",
                &self.clock_seconds_apart,
            ),
            (
                "replica_close",
                "Whether reports may be read from a replica just now",
                &self.replica_close,
            ),
        ]
    }

    /// Counts an answer; `route` is the pattern, empty where no route was met.
    pub fn answered(&self, route: &str, method: &'static str, status: u16, took: Duration) {
        let route = if route.is_empty() { "none" } else { route };
        let status = match status {
            0..=199 => "1xx",
            200..=299 => "2xx",
            300..=399 => "3xx",
            400..=499 => "4xx",
            _ => "5xx",
        };
        let asked = Asked {
            route: route.to_owned(),
            method,
        };
        let answered = Answered {
            route: route.to_owned(),
            method,
            status,
        };
        self.answers.get_or_create(&answered).inc();
        let seconds = self.answer_seconds.get_or_create(&asked);
        seconds.observe(took.as_secs_f64());
    }

    /// Counts a try to sign in.
    pub fn tried_to_sign_in(&self, opened: bool) {
        let kind = if opened { "opened" } else { "refused" };
        self.sign_ins.get_or_create(&Kind { kind }).inc();
    }

    /// Counts a request that came with the header of a proxy, believed or not; whether it is
    /// the first of its kind.
    pub fn came_with_header(&self, believed: bool) -> bool {
        let kind = if believed { "believed" } else { "passed_over" };
        self.proxy_headers.get_or_create(&Kind { kind }).inc() == 0
    }

    /// What a database tells of every use of it.
    pub fn watch(self: &Arc<Self>) -> Watch {
        let metrics = self.clone();
        Arc::new(move |used: Used| {
            let kind = if used.writes { "write" } else { "read" };
            let (work, wait) = (&metrics.database_seconds, &metrics.database_wait_seconds);
            let worked = used.worked.as_secs_f64();
            work.get_or_create(&Kind { kind }).observe(worked);
            let waited = used.waited.as_secs_f64();
            wait.get_or_create(&Kind { kind }).observe(waited);
        })
    }

    /// The text of all that was measured, with what was looked up just now; and whether
    /// nobody is let in for want of the master key.
    fn text(&self, now: Moment, found: &Found, locked: bool) -> Option<String> {
        self.database_up.set(i64::from(found.waiting.is_some()));
        self.key_missing.set(i64::from(locked));
        self.clock_seconds_apart
            .set(found.seconds_apart.unwrap_or_default());
        self.replica_close.set(i64::from(found.replica_close));
        let waiting = found.waiting.unwrap_or_default();
        self.letters.set(waiting.letters);
        let age = |since: Moment| (now.micros() - since.micros()).max(0) / 1_000_000;
        self.oldest_letter_seconds
            .set(waiting.oldest.map_or(0, age));
        let mut text = String::new();
        encode(&mut text, &self.registry).ok().map(|()| text)
    }
}

/// Serves the text at `/metrics`, and nothing else.
pub fn serve(listener: TcpListener, site: Site) -> io::Result<dev::Server> {
    let app = move || {
        App::new()
            .app_data(Data::new(site.clone()))
            .route("/metrics", web::get().to(tell))
    };
    let server = HttpServer::new(app).workers(1).disable_signals();
    Ok(server.shutdown_timeout(1).listen(listener)?.run())
}

async fn tell(site: Data<Site>) -> HttpResponse {
    let waits = (PAGE, Fault::Unavailable);
    let clock = site.clock.clone();
    let found = wait(&site.database, waits, move |database| {
        Found::look(database, &clock)
    });
    let mut found = found.await.unwrap_or_default();
    if found.waiting.is_some() {
        found.replica_close = replica_close(&site).await;
    }
    let locked = site.database.waits_for() == Some(Awaited::Key);
    match site.metrics.text(site.clock.now(), &found, locked) {
        Some(text) => HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, OPEN_METRICS))
            .body(text),
        None => HttpResponse::InternalServerError().finish(),
    }
}

/// Asked by itself: a replica that says nothing is no news of the database.
async fn replica_close(site: &Site) -> bool {
    let waits = (PAGE, Fault::Unavailable);
    let close = wait(&site.database, waits, |database| {
        matches!(database.following(), Some(Ok(Following::Close)))
    });
    close.await.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_master_key_that_is_missing_is_told() {
        let metrics = Metrics::default();
        let now = Moment::from_micros(0);
        for (locked, line) in [
            (true, "evenhand_key_missing 1\n"),
            (false, "evenhand_key_missing 0\n"),
        ] {
            let text = metrics.text(now, &Found::default(), locked).unwrap();
            assert!(text.contains(line), "{line} is not in {text}");
        }
    }
}
