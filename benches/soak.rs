//! Twenty requests a second for two hours, mixed over the pages that people live on: whether
//! memory and open files stay as they are, and answers as quick. Looked at in ten-minute parts,
//! the first of which warms up. Prints a table and what of the goals was kept; ends with 1 only
//! where an answer was wrong. `cargo bench --bench soak`; minutes by `SOAK_MINUTES` (120
//! without), applications by `SOAK_APPLICATIONS` (10000); on SQLite, or where
//! `EVENHAND_TEST_DATABASE` names an administration database, on PostgreSQL.

#[allow(dead_code, reason = "the load needs more of it")]
#[path = "load/cast.rs"]
mod cast;
#[allow(dead_code, reason = "the load needs more of it")]
#[path = "load/client.rs"]
mod client;
#[allow(dead_code, reason = "the load needs more of it")]
#[path = "load/place.rs"]
mod place;

// Pages are read and forms filled in as the tests do.
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/http/support/form.rs"]
mod form;
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/http/support/page.rs"]
mod page;
#[allow(dead_code, reason = "another benchmark fills with it")]
#[path = "ranking/seed.rs"]
mod seed;

use std::fs;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use cast::{Task, tasks};
use client::{AT_ONCE, Request, agent, ask};
use place::Place;

/// Requests a second of everybody together.
const EACH_SECOND: f64 = 20.0;
/// Minutes of a part, where there is time for at least three of them.
const PART_MINUTES: f64 = 10.0;
const LEAST_PARTS: u32 = 3;
/// How often memory and open files are looked at.
const LOOK: Duration = Duration::from_secs(5);
/// By how much they may grow from the first part after warming up to the last, and how much
/// longer answers may take, as shares.
const MOST_GROWTH: f64 = 0.10;
const MOST_DRIFT: f64 = 0.20;

/// When what is asked.
struct Plan {
    began: Instant,
    /// How long a part lasts.
    part: Duration,
    parts: u32,
}

impl Plan {
    fn of(minutes: f64) -> Self {
        let whole = (minutes / PART_MINUTES).floor();
        let parts = (whole as u32).max(LEAST_PARTS);
        Self {
            began: Instant::now(),
            part: Duration::from_secs_f64(minutes * 60.0 / f64::from(parts)),
            parts,
        }
    }

    fn end(&self) -> Duration {
        self.part * self.parts
    }

    /// When a person's turn is due: people ask one after the other.
    fn due(person: usize, turn: usize) -> Duration {
        let before = turn * AT_ONCE + person;
        Duration::from_secs_f64(before as f64 / EACH_SECOND)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the thread has nothing else to do until then"
    )]
    fn wait_until(&self, due: Duration) {
        thread::sleep(due.saturating_sub(self.began.elapsed()));
    }
}

/// A request that was answered.
struct Asked {
    due: Duration,
    /// From when it was due.
    took: Duration,
    right: bool,
}

/// What the program held at most in one part.
#[derive(Default)]
struct Held {
    memory_kib: u64,
    files: usize,
}

impl Held {
    fn look(&mut self, process: u32) {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
        self.memory_kib = self.memory_kib.max(kib.unwrap_or(0));
        let files = fs::read_dir(format!("/proc/{process}/fd"));
        self.files = self.files.max(files.map_or(0, Iterator::count));
    }
}

/// What a person asks next: of each task in turn, past those that are done.
fn next<'a>(
    tasks: &'a [Task],
    person: usize,
    turn: usize,
    of_task: &mut [usize],
) -> Option<(&'a Task, Request)> {
    (0..tasks.len()).find_map(|past| {
        let at = (person + turn + past) % tasks.len();
        let request = tasks[at].next(person, of_task[at])?;
        of_task[at] += 1;
        Some((&tasks[at], request))
    })
}

/// Everything that one person asks.
fn act(plan: &Plan, person: usize, address: &str, tasks: &[Task]) -> Vec<Asked> {
    let (agent, mut of_task) = (agent(), vec![0; tasks.len()]);
    let due = (0..).map(|turn| (turn, Plan::due(person, turn)));
    let due = due.take_while(|(_, due)| *due < plan.end());
    let asked = due.filter_map(|(turn, due)| {
        plan.wait_until(due);
        let (task, request) = next(tasks, person, turn, &mut of_task)?;
        let answer = ask(&agent, address, &request);
        // Whoever stands behind a slow answer waits for it too.
        let took = plan.began.elapsed().saturating_sub(due);
        let right = answer.status == request.status;
        if !right {
            eprintln!("{}: {} for {}", task.name, answer.status, request.path);
        }
        Some(Asked { due, took, right })
    });
    asked.collect()
}

/// Looks at a process part by part.
fn look(plan: &Plan, process: u32) -> Vec<Held> {
    let one = |part: u32| {
        let mut held = Held::default();
        let end = plan.part * (part + 1);
        while plan.began.elapsed() < end {
            plan.wait_until((plan.began.elapsed() + LOOK).min(end));
            held.look(process);
        }
        held
    };
    (0..plan.parts).map(one).collect()
}

/// One line of the table.
struct Part {
    requests: usize,
    wrong: usize,
    p50: Duration,
    p95: Duration,
    held: Held,
}

fn part(plan: &Plan, number: u32, asked: &[Asked], held: Held) -> Part {
    let (from, to) = (plan.part * number, plan.part * (number + 1));
    let within = asked.iter().filter(|one| from <= one.due && one.due < to);
    let within: Vec<&Asked> = within.collect();
    let mut times: Vec<Duration> = within.iter().map(|one| one.took).collect();
    times.sort_unstable();
    let at = |share: usize| {
        let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
        times.get(place).copied().unwrap_or_default()
    };
    Part {
        requests: times.len(),
        wrong: within.iter().filter(|one| !one.right).count(),
        p50: at(50),
        p95: at(95),
        held,
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn print(plan: &Plan, parts: &[Part]) {
    println!(
        "| minutes | requests | p50 ms | p95 ms | MiB at most | open files at most | wrong |\n\
         | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    );
    for (number, part) in (1..).zip(parts) {
        println!(
            "| {:.1} | {} | {:.1} | {:.1} | {:.1} | {} | {} |",
            (plan.part * number).as_secs_f64() / 60.0,
            part.requests,
            ms(part.p50),
            ms(part.p95),
            part.held.memory_kib as f64 / 1024.0,
            part.held.files,
            part.wrong
        );
    }
    let [_, first, .., last] = parts else {
        return;
    };
    println!(
        "\n| from the first part after warming up to the last | | goal | |\n| --- | ---: | ---: | --- |"
    );
    grown(
        "memory",
        first.held.memory_kib as f64,
        last.held.memory_kib as f64,
        MOST_GROWTH,
    );
    grown(
        "open files",
        first.held.files as f64,
        last.held.files as f64,
        MOST_GROWTH,
    );
    grown("p95", ms(first.p95), ms(last.p95), MOST_DRIFT);
}

/// By how much something grew, and whether that was little enough.
fn grown(what: &str, first: f64, last: f64, most: f64) {
    let share = last / first.max(f64::MIN_POSITIVE) - 1.0;
    let kept = if share < most { "kept" } else { "missed" };
    println!(
        "| {what} | {:+.1} % | < {:.0} % | {kept} |",
        100.0 * share,
        100.0 * most
    );
}

fn main() -> ExitCode {
    let setting = |name: &str| std::env::var(name).ok();
    let minutes = setting("SOAK_MINUTES").and_then(|text| text.parse().ok());
    let applications = setting("SOAK_APPLICATIONS").unwrap_or("10000".to_owned());
    let admin = setting("EVENHAND_TEST_DATABASE").filter(|url| !url.is_empty());
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place::new(folder.path(), "soak", admin.as_deref());
    place.run(&["seed", "--applications", &applications, "--seed", "1"]);
    place.run(&["seal"]);
    let running = place.serve();
    let address = running.address.as_str();
    let tasks = tasks(&place.folder, address);
    let plan = Plan::of(minutes.unwrap_or(120.0));
    let (asked, held) = thread::scope(|scope| {
        let (plan, tasks) = (&plan, &tasks[..]);
        let people: Vec<_> = (0..AT_ONCE)
            .map(|person| scope.spawn(move || act(plan, person, address, tasks)))
            .collect();
        let held = look(plan, running.id());
        let asked = people.into_iter();
        let asked = asked.flat_map(|one| one.join().expect("everybody is answered"));
        (asked.collect::<Vec<Asked>>(), held)
    });
    let parts = (0..).zip(held);
    let parts: Vec<Part> = parts
        .map(|(number, held)| part(&plan, number, &asked, held))
        .collect();
    print(&plan, &parts);
    let wrong: usize = parts.iter().map(|part| part.wrong).sum();
    ExitCode::from(u8::from(wrong > 0))
}
