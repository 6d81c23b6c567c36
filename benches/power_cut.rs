//! Power cuts without a machine that is cut off: the program is watched while people apply, by
//! `strace`, and what it did to its disk is done again up to a drawn moment, with what was not
//! synced by then in any state. At each of those moments the installation must be sound, and
//! hold every act that was answered before it. On SQLite. `cargo bench --bench power_cut [--
//! MOMENTS]`, 300 when nothing is said. Ends with 1 when anything is lost or damaged, with 2
//! where there is no `strace`.

#[path = "../tests/http/support/mod.rs"]
mod support;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../tests/http/story.rs"]
mod story;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../tests/http/deliberation.rs"]
mod deliberation;

#[path = "../tests/http/reviewed.rs"]
mod reviewed;

#[allow(dead_code, reason = "stories over HTTP need more of it")]
#[path = "../tests/http/files/asking.rs"]
mod asking;

#[allow(dead_code, reason = "the tests compare with it")]
#[path = "../tests/crash/checks.rs"]
mod checks;
#[allow(dead_code, reason = "the tests write it")]
#[path = "../tests/crash/diary.rs"]
mod diary;
#[allow(dead_code, unused_imports, reason = "its tests are another binary's")]
#[path = "../tests/crash/disk.rs"]
mod disk;
#[allow(dead_code, unused_imports, reason = "its tests are another binary's")]
#[path = "../tests/crash/folder.rs"]
mod folder;
#[allow(dead_code, reason = "tests need more of it")]
#[path = "../tests/crash/people.rs"]
mod people;
#[allow(dead_code, reason = "tests need more of it")]
#[path = "../tests/crash/program.rs"]
mod program;
#[allow(dead_code, reason = "tests need more of it")]
#[path = "../tests/crash/storm.rs"]
mod storm;
#[allow(dead_code, unused_imports, reason = "its tests are another binary's")]
#[path = "../tests/crash/trace.rs"]
mod trace;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::thread;

use evenhand::store::{Database, DatabaseUrl, latest_events};

use folder::Content;
use program::{Place, Program};
use storm::{Draw, Scene};
use story::{ANSWERS, CERTIFIED};
use support::{Page, Person};
use trace::Event;

/// Moments at which the power is cut.
const MOMENTS: usize = 300;
/// Longer than anything that is written in one call.
const LONGEST: &str = "1048576";

/// The program under the eyes of `strace`.
struct Watched {
    program: Program,
    /// The number of its process, as a text.
    process: String,
}

impl Watched {
    fn start(place: &Place, trace: &Path) -> Self {
        let program = Program::start_as(place, |command| {
            let mut watched = Command::new("strace");
            watched
                .args(["-f", "-y", "-xx", "-s", LONGEST, "-o"])
                .arg(trace);
            watched.args(["-e", &format!("trace={}", trace::CALLS), "--"]);
            watched.arg(command.get_program()).args(command.get_args());
            let settings = command.get_envs();
            let settings = settings.filter_map(|(name, value)| Some((name, value?)));
            watched.env_clear().envs(settings);
            watched.stdin(Stdio::null()).stdout(Stdio::piped());
            watched.stderr(Stdio::null());
            *command = watched;
        });
        let seen = fs::read_to_string(trace).expect("it is watched");
        let process = seen.split(' ').next().expect("somebody did something");
        Self {
            process: process.to_owned(),
            program,
        }
    }

    /// Ends it without a word, and waits until the trace is whole.
    fn kill(mut self) {
        self.kill_process();
        while self.program.is_running() {
            thread::yield_now();
        }
    }

    fn kill_process(&self) {
        let mut command = Command::new("kill");
        command.args(["-KILL", &self.process]).stderr(Stdio::null());
        command.status().expect("it is ended");
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // Its watcher, which ends too, would leave it running.
        self.kill_process();
    }
}

/// The id under which an answer is known everywhere.
fn id(answer: &Page) -> String {
    let id = answer.header("x-request-id");
    id.expect("every answer has one").to_owned()
}

/// Answers every section, adds a file, sends; the ids of all that was acknowledged.
fn applies(person: &Person, place: &str, acknowledged: &Mutex<Vec<String>>) {
    let note = |answer: &Page| {
        let mut all = acknowledged.lock().expect("nobody panicked with it");
        all.push(id(answer));
    };
    for (section, fields) in ANSWERS {
        let at = format!("{place}/sections/{section}");
        let given = [fields, &[("then", "list")][..]].concat();
        let saved = person.submit_once(&person.get(&at), &at, &given);
        assert_eq!(saved.status, 303, "{at}: {}", saved.text());
        note(&saved);
    }
    note(&people::upload(person, place));
    let check = person.get(&format!("{place}/check"));
    let sent = person.submit_once(&check, &format!("{place}/submission"), &CERTIFIED);
    assert_eq!(sent.status, 303, "{}", sent.text());
    note(&sent);
}

/// Lets people apply under the eyes of `strace`: what lay there before, what happened, and
/// the ids of what was acknowledged.
fn watch() -> (Content, Vec<Event>, Vec<String>) {
    let scene = Scene::new();
    let root = scene.round.site.folder();
    let start = Content::read(root).expect("nobody writes in it");
    let aside = tempfile::tempdir().expect("a folder");
    let trace = aside.path().join("trace");
    let watched = Watched::start(&scene.place(), &trace);
    let acknowledged = Mutex::default();
    let drafts = scene.drafts.iter();
    let drafts = drafts.map(|(person, place)| (scene.at(&watched.program, person), place));
    let drafts: Vec<(Person, &String)> = drafts.collect();
    thread::scope(|scope| {
        for (person, place) in &drafts {
            let acknowledged = &acknowledged;
            scope.spawn(move || applies(person, place, acknowledged));
        }
    });
    watched.kill();
    let text = fs::read_to_string(trace).expect("it is watched");
    let events = trace::read(&text, &root.to_string_lossy());
    (
        start,
        events,
        acknowledged.into_inner().expect("nobody panicked with it"),
    )
}

/// The event with which each of these answers left.
fn told(events: &[Event], acknowledged: Vec<String>) -> Vec<(usize, String)> {
    let left = |id: &str| {
        events.iter().position(|event| match event {
            Event::Told(bytes) => bytes.windows(id.len()).any(|word| word == id.as_bytes()),
            _ => false,
        })
    };
    let with = |id: String| (left(&id).expect("every answer was sent"), id);
    acknowledged.into_iter().map(with).collect()
}

/// What happened at one moment.
struct Outcome {
    lost: Vec<String>,
    damage: Vec<String>,
}

/// Starts from what is left on the disk: acts that are lost of those that had been answered,
/// and everything that is not sound.
fn look(left: &Content, answered: &BTreeSet<&str>) -> Outcome {
    let folder = room();
    left.write(folder.path()).expect("there is room");
    let file = folder.path().join("evenhand.sqlite");
    let url = DatabaseUrl::Sqlite(file.to_string_lossy().into_owned());
    let damage = Place::new(folder.path(), &url).complaints();
    let read = Database::open(&url, 1)
        .and_then(|database| database.read(|reader| latest_events(reader, None, 1_000_000)));
    let kept: BTreeSet<String> = match read {
        Ok(events) => events.into_iter().map(|event| event.request_id).collect(),
        Err(problem) => {
            let damage = [damage, vec![problem.to_string()]].concat();
            let lost = answered.iter().map(|id| (*id).to_owned()).collect();
            return Outcome { lost, damage };
        }
    };
    let lost = answered.iter().filter(|id| !kept.contains(**id));
    Outcome {
        lost: lost.map(|id| (*id).to_owned()).collect(),
        damage,
    }
}

/// In memory where the machine has such: nothing of it is to last.
fn room() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    made.expect("a folder")
}

fn main() -> ExitCode {
    if Command::new("strace").arg("--version").output().is_err() {
        eprintln!("there is no strace: nothing is tried");
        return ExitCode::from(2);
    }
    if support::on_postgres() {
        eprintln!("this is about SQLite: nothing is tried");
        return ExitCode::from(2);
    }
    let moments = std::env::args().find_map(|word| word.parse().ok());
    let moments: usize = moments.unwrap_or(MOMENTS);
    let (start, events, acknowledged) = watch();
    let answered = told(&events, acknowledged);
    let (mut lost, mut damaged, mut at_stake) = (0, 0, 0);
    for seed in 0..moments as u64 {
        let mut draw = Draw::new(seed);
        let moment = draw.below(events.len() as u64 + 1) as usize;
        let left = disk::cut(&start, &events[..moment], &mut draw);
        let before = answered.iter().filter(|(at, _)| *at < moment);
        let before: BTreeSet<&str> = before.map(|(_, id)| id.as_str()).collect();
        let outcome = look(&left, &before);
        for problem in outcome.lost.iter().chain(&outcome.damage) {
            eprintln!("moment {moment}, seed {seed}: {problem}");
        }
        at_stake += before.len();
        lost += usize::from(!outcome.lost.is_empty());
        damaged += usize::from(!outcome.damage.is_empty());
    }
    println!("| power cuts | {moments} |\n| --- | --- |");
    println!(
        "| among so many writes, syncs, names and answers | {} |",
        events.len()
    );
    println!("| acts answered before them, together | {at_stake} |");
    println!("| cuts after which one of these is lost | {lost} |");
    println!("| cuts after which anything is damaged | {damaged} |");
    ExitCode::from(u8::from(lost + damaged > 0))
}
