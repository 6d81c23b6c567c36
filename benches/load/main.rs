//! The pages that people live on under load, over HTTP, at several sizes: how long an
//! answer takes and how many there are in a second, beside two yardsticks in the same
//! run: the same bytes out of the memory of the same server, and the same SQL without a
//! program around it. Asserts nothing but that every answer is right; writes
//! `benches/RESULTS.md`. `cargo bench --bench load`; sizes by `LOAD_APPLICATIONS` (1000
//! and 10000 without), seconds of a measurement by `LOAD_SECONDS` (5); on SQLite, and on
//! PostgreSQL too when `EVENHAND_TEST_DATABASE` names an administration database (there
//! alone with `LOAD_DATABASES=postgresql`, not there with `LOAD_DATABASES=sqlite`).
//! `LOAD_KEPT` names a folder of data folders that were seeded and sealed before, each called
//! by its size, which are measured as well: a million takes most of an hour. Each holds the
//! database of SQLite, or `postgresql`, a file with the name of its database.

mod bare;
mod cast;
mod client;
mod goals;
mod memory;
mod picture;
mod place;
mod report;

// Pages are read and forms filled in as the tests do.
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../../tests/http/support/form.rs"]
mod form;
#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../../tests/http/support/page.rs"]
mod page;
#[allow(dead_code, reason = "another benchmark fills with it")]
#[path = "../ranking/seed.rs"]
mod seed;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use cast::{QUEUE, REVIEW, Task, busy, tasks};
use client::{AT_ONCE, Answer, Measured, Request, agent, ask};
use evenhand::clock::Clock;
use evenhand::config::Config;
use evenhand::store::Database;
use evenhand::web::{self, Site};
use place::{Place, Running};
use report::{Nodes, Row, Run, Yardsticks};

/// The databases, as the report names them.
const SQLITE: &str = "SQLite";
const POSTGRESQL: &str = "PostgreSQL";
/// What is asked of one process and of two.
const SPREAD: [&str; 2] = [QUEUE, REVIEW];

/// Hundredths of a core that each of two processes gets which share a database.
const PART: u32 = 20;

/// Applications of the largest database that is copied: of a million it has 30 GB.
const COPIED: u64 = 100_000;

/// Of what can be done once: how often each of the people does it for the yardstick.
const TURNS: usize = 40;

fn main() {
    let mut arguments = std::env::args().skip_while(|one| one != memory::OPTION);
    if let Some(folder) = arguments.nth(1) {
        return memory::serve(&folder);
    }
    bare::listen();
    let sizes = std::env::var("LOAD_APPLICATIONS").unwrap_or("1000 10000".to_owned());
    let folder = tempfile::tempdir().expect("a folder");
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches");
    let (mut runs, mut rows) = (Vec::new(), Vec::new());
    for (database, admin) in databases() {
        let asked = sizes.split([' ', ',']).filter(|text| !text.is_empty());
        let asked = asked.map(|size| size.parse().expect("sizes are numbers"));
        let kept = place::kept_sizes(admin.as_deref());
        for applications in asked.chain(kept) {
            let place = (folder.path(), admin.as_deref());
            measure(place, (database, applications), &mut runs, &mut rows);
            // Long runs may be broken off: what there is, is kept.
            report::write(&here, &runs, &rows);
        }
    }
}

/// What is measured: by name, with the administration database of a PostgreSQL.
fn databases() -> Vec<(&'static str, Option<String>)> {
    let wanted = std::env::var("LOAD_DATABASES").unwrap_or("sqlite postgresql".to_owned());
    let server = std::env::var("EVENHAND_TEST_DATABASE").ok();
    let mut all = Vec::new();
    if wanted.contains("sqlite") {
        all.push((SQLITE, None));
    }
    if wanted.contains("postgresql") && server.is_some() {
        all.push((POSTGRESQL, server));
    }
    all
}

fn seconds() -> Duration {
    let asked = std::env::var("LOAD_SECONDS").ok();
    Duration::from_secs(asked.and_then(|text| text.parse().ok()).unwrap_or(5))
}

/// One size: seeds, hears each task once, then puts the program, the memory and the bare
/// SQL under load.
fn measure(
    (folder, admin): (&Path, Option<&str>),
    (database, applications): (&'static str, u64),
    runs: &mut Vec<Run>,
    rows: &mut Vec<Row>,
) {
    let (base, seeded) = Place::seeded((folder, admin), applications);
    println!("{database}: {seeded}");
    let (tasks, mut heard) = served(&base, |address| {
        let tasks = tasks(&base.folder, address);
        let heard: Vec<Heard> = tasks.iter().map(|task| hear(task, address)).collect();
        (tasks, heard)
    });
    // What can be done once is heard on a copy, and run bare on another one.
    let fresh = (applications <= COPIED).then(|| {
        let (copy, fresh) = (base.copy(folder, "copy"), base.copy(folder, "fresh"));
        served(&copy, |address| {
            for (task, heard) in tasks.iter().zip(&mut heard) {
                hear_all(task, heard, address);
            }
        });
        fresh
    });
    let answers: Vec<Answer> = heard.iter().map(|one| one.answer.clone()).collect();
    let (run, ours, busy) = program(&base, &tasks, (database, applications, seeded));
    let from_memory = out_of_memory(&folder.join("answers"), &answers, &tasks);
    let measured = ours.into_iter().zip(from_memory);
    for ((task, heard), (ours, memory)) in tasks.iter().zip(&heard).zip(measured) {
        let place = if task.once {
            fresh.as_ref()
        } else {
            Some(&base)
        };
        let own = |person: usize| heard.lists[person % heard.lists.len()].clone();
        let yardsticks = place.map(|place| Yardsticks {
            memory,
            bare: bare::load(&place.url, seconds(), !task.once, &own),
        });
        let row = Row {
            database,
            applications,
            name: task.name,
            ours,
            yardsticks,
        };
        row.tell();
        rows.push(row);
    }
    let (name, ours) = busy;
    let row = Row {
        database,
        applications,
        name,
        ours,
        yardsticks: None,
    };
    row.tell();
    rows.push(row);
    runs.push(run);
}

/// What a task asks of the database, and how it is answered.
struct Heard {
    answer: Answer,
    /// Statements of each of the people, turn by turn.
    lists: Vec<Vec<Vec<String>>>,
}

/// Does what can be done again; the rest waits for a copy.
fn hear(task: &Task, address: &str) -> Heard {
    let first = (0..AT_ONCE).find_map(|person| task.next(person, 0));
    let mut heard = Heard {
        answer: Answer {
            // What is done once is not heard where there is no copy.
            status: first.map_or(200, |request| request.status),
            headers: Vec::new(),
            body: Vec::new(),
        },
        lists: Vec::new(),
    };
    if !task.once {
        let list = hear_one(task, (0, 0), address, &mut heard.answer);
        heard.lists.push(list.into_iter().collect());
    }
    heard
}

/// Does what can be done once, person by person.
fn hear_all(task: &Task, heard: &mut Heard, address: &str) {
    if !task.once {
        return;
    }
    for person in 0..AT_ONCE {
        let turns =
            (0..TURNS).map_while(|turn| hear_one(task, (person, turn), address, &mut heard.answer));
        heard.lists.push(turns.collect());
    }
}

fn hear_one(
    task: &Task,
    (person, turn): (usize, usize),
    address: &str,
    answer: &mut Answer,
) -> Option<Vec<String>> {
    let request = task.next(person, turn)?;
    let statements = bare::statements(|| *answer = ask(&agent(), address, &request));
    assert_eq!(answer.status, request.status, "{}", request.path);
    // What is shown is read: what the program notes beside that is not its work.
    let reads = |one: &String| one.starts_with("SELECT ") || one.starts_with("WITH ");
    let of_work = |one: &String| request.status == 303 || reads(one);
    Some(statements.into_iter().filter(of_work).collect())
}

/// Serves a place in this process, where its statements are heard, for some work.
fn served<T>(place: &Place, work: impl FnOnce(&str) -> T) -> T {
    let config = Config {
        data: place.folder.clone(),
        argon2_memory_kib: 64,
        argon2_passes: 1,
        sign_in_tries: 100_000,
        second_factor: "none".to_owned(),
        ..Config::default()
    };
    let vault = config.vault().expect("the master keys are read");
    let database = Database::open(&place.url, 4).expect("the database opens");
    let database = database.with_vault(vault);
    let address = "http://grants.test".to_owned();
    let site = Site::new(config, database, Clock::Machine, address);
    let bound = web::bind("127.0.0.1:0").expect("a port").without_signals();
    let address = format!("http://{}", bound.address().expect("it is known"));
    let (started, server) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        let serving = bound.run(site, 1, move |handle| started.send(handle).expect("heard"));
        let done = actix_web::rt::System::new().block_on(serving);
        done.expect("it serves");
    });
    let handle = server.recv().expect("it starts");
    let result = work(&address);
    actix_web::rt::System::new().block_on(handle.stop(true));
    thread.join().expect("it ends");
    result
}

/// The program in a process of its own under load, task by task.
fn program(
    base: &Place,
    tasks: &[Task],
    (database, applications, seeded): (&'static str, u64, String),
) -> (Run, Vec<Measured>, (&'static str, Measured)) {
    let running = base.serve();
    let (idle, _) = running.memory();
    // What is kept in memory for all is there before anything is measured.
    let again = tasks.iter().filter(|task| !task.once);
    for request in again.filter_map(|task| task.next(0, 0)) {
        ask(&agent(), &running.address, &request);
    }
    let first_visit = first_visit(&running.address, tasks);
    let one = |task: &Task| {
        let next = |person: usize, turn: usize| task.next(person, turn);
        client::load(&[running.address.as_str()], seconds(), &next)
    };
    let measured = tasks.iter().map(one).collect();
    let busy = busy(&base.folder, &running.address);
    let busy = (busy.name, one(&busy));
    let run = Run {
        database,
        applications,
        seeded,
        began_ms: running.began.as_millis(),
        idle_mib: idle,
        peak_mib: running.memory().1,
        first_visit,
        nodes: Nodes::One,
    };
    drop(running);
    let nodes = match database {
        POSTGRESQL => nodes(base, tasks),
        _ => Nodes::One,
    };
    (Run { nodes, ..run }, measured, busy)
}

/// Requests and bytes of a browser that has kept nothing and looks at a review.
fn first_visit(address: &str, tasks: &[Task]) -> (usize, usize) {
    let review = tasks.iter().find(|task| task.name == REVIEW);
    let page = review.and_then(|task| task.next(0, 0)).expect("a review");
    let agent = agent();
    let html = client::unpacked(&agent, address, &page);
    let mut linked: Vec<&str> = html
        .split('"')
        .filter(|one| one.starts_with("/assets/"))
        .collect();
    linked.sort_unstable();
    linked.dedup();
    let bytes = |request: &Request| ask(&agent, address, request).body.len();
    let parts = linked.iter().map(|path| Request {
        path: (*path).to_owned(),
        ..page.clone()
    });
    let files: usize = parts.map(|part| bytes(&part)).sum();
    (1 + linked.len(), bytes(&page) + files)
}

/// Answers in a second of one process and of two, each of which has so little of a core that
/// the database has room, where the machine lets itself be told.
fn nodes(base: &Place, tasks: &[Task]) -> Nodes {
    let all = |nodes: &[&str]| -> f64 {
        let read = tasks.iter().filter(|task| SPREAD.contains(&task.name));
        let one = |task: &Task| {
            let next = |person: usize, turn: usize| task.next(person, turn);
            client::load(nodes, seconds(), &next).each_second
        };
        read.map(one).sum()
    };
    let measured = || {
        let first = base.serve_within(0, PART)?;
        let alone = all(&[first.address.as_str()]);
        let second = base.serve_within(1, PART)?;
        let both = [first.address.as_str(), second.address.as_str()];
        Some(Nodes::Both(alone, all(&both)))
    };
    measured().unwrap_or_else(|| {
        println!("  two processes: not measured, no control group can be made here");
        Nodes::Unmeasured
    })
}

/// The recorded answers out of memory under the same load.
fn out_of_memory(folder: &Path, answers: &[Answer], tasks: &[Task]) -> Vec<Measured> {
    memory::keep(folder, answers);
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.arg(memory::OPTION).arg(folder);
    let running = Running::start(command, "", "/0");
    let one = |(number, task): (usize, &Task)| {
        let next = |person: usize, turn: usize| {
            let request = task.next(person, turn)?;
            Some(Request {
                path: format!("/{number}"),
                ..request
            })
        };
        client::load(&[running.address.as_str()], seconds(), &next)
    };
    tasks.iter().enumerate().map(one).collect()
}
