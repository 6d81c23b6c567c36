//! Many people at once: each has a connection that stays open and asks again as soon
//! as the answer is there.

use std::thread;
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::http::Response;

/// What browsers take.
const ENCODINGS: &str = "gzip, deflate, br, zstd";
/// People at once.
pub const AT_ONCE: usize = 16;

/// A request of somebody who is signed in, or of a visitor.
#[derive(Debug, Clone)]
pub struct Request {
    pub path: String,
    /// Status of a right answer.
    pub status: u16,
    pub cookie: String,
    /// Of a post: the encoded form.
    pub body: Option<String>,
}

impl Request {
    /// A page, as a visitor asks for it.
    pub fn page(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            status: 200,
            cookie: String::new(),
            body: None,
        }
    }
}

/// An answer as it came over the line.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// What a server did under load.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    pub p50: Duration,
    pub p99: Duration,
    pub each_second: f64,
}

/// A browser without a memory of its own.
pub fn agent() -> Agent {
    Agent::config_builder()
        .max_redirects(0)
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .new_agent()
}

/// Asks once and reads the answer whole.
pub fn ask(agent: &Agent, address: &str, request: &Request) -> Answer {
    let url = format!("{address}{}", request.path);
    let answer = match &request.body {
        None => agent
            .get(&url)
            .header("cookie", &request.cookie)
            .header("accept-encoding", ENCODINGS)
            .call(),
        Some(body) => agent
            .post(&url)
            .header("cookie", &request.cookie)
            .header("accept-encoding", ENCODINGS)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .send(body.as_str()),
    };
    read(answer.unwrap_or_else(|problem| panic!("{url}: {problem}")))
}

fn read(mut answer: Response<ureq::Body>) -> Answer {
    let headers = answer.headers().iter();
    let headers = headers.map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        (name.to_string(), value)
    });
    let (status, headers) = (answer.status().as_u16(), headers.collect());
    let body = answer.body_mut().with_config().limit(1 << 30).read_to_vec();
    Answer {
        status,
        headers,
        body: body.expect("an answer comes whole"),
    }
}

/// A page as it is before it is packed.
pub fn unpacked(agent: &Agent, address: &str, request: &Request) -> String {
    let ask = agent.get(format!("{address}{}", request.path));
    let answer = ask.header("cookie", &request.cookie).call();
    let answer = read(answer.unwrap_or_else(|problem| panic!("{}: {problem}", request.path)));
    String::from_utf8(answer.body).expect("a text")
}

/// Lets everybody ask for some time, or until nobody has anything more to ask; of several
/// servers each has as many people. `next` gives the request of a person's turn.
pub fn load(
    addresses: &[&str],
    limit: Duration,
    next: &(impl Fn(usize, usize) -> Option<Request> + Sync),
) -> Measured {
    let begun = Instant::now();
    let one = |person: usize| {
        let (agent, mut times) = (agent(), Vec::new());
        let address = addresses[person % addresses.len()];
        while begun.elapsed() < limit
            && let Some(request) = next(person, times.len())
        {
            let asked = Instant::now();
            let answer = ask(&agent, address, &request);
            times.push(asked.elapsed());
            assert_eq!(answer.status, request.status, "{}", request.path);
        }
        times
    };
    let times = everybody(one);
    measured(times, begun.elapsed())
}

/// Runs some work for each person at the same time.
pub fn everybody(one: impl Fn(usize) -> Vec<Duration> + Sync) -> Vec<Duration> {
    thread::scope(|scope| {
        let one = &one;
        let running: Vec<_> = (0..AT_ONCE)
            .map(|person| scope.spawn(move || one(person)))
            .collect();
        let done = running.into_iter();
        done.flat_map(|thread| thread.join().expect("nobody gives up"))
            .collect()
    })
}

/// Percentiles of times that were taken while so much time passed.
pub fn measured(mut times: Vec<Duration>, passed: Duration) -> Measured {
    times.sort_unstable();
    let at = |share: usize| {
        let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
        times.get(place).copied().unwrap_or_default()
    };
    Measured {
        p50: at(50),
        p99: at(99),
        each_second: times.len() as f64 / passed.as_secs_f64(),
    }
}
