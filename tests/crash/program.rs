//! The real program as processes of their own, which are killed without a word.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use evenhand::store::{Database, DatabaseUrl};

use crate::support::{PUBLIC, Person, option};

/// What the program says on standard error while it serves.
const LOG: &str = "server.log";

/// An installation on which the program is started.
pub struct Place {
    data: PathBuf,
    database: String,
}

impl Place {
    pub fn new(data: &Path, database: &DatabaseUrl) -> Self {
        Self {
            data: data.to_owned(),
            database: option(database),
        }
    }

    /// The program with these words, and without the settings of whoever runs the tests.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
        command.env_clear().arg("--data").arg(&self.data);
        command.args(["--database", &self.database]).args(words);
        // The cost at which the passwords of stories are hashed.
        command.env("EVENHAND_ARGON2_MEMORY_KIB", "64");
        command.env("EVENHAND_ARGON2_PASSES", "1");
        // Nobody in the stories has an app, and their letters are counted.
        command.env("EVENHAND_SECOND_FACTOR", "none");
        command.env("EVENHAND_SIGN_IN_LETTERS", "false");
        command.env("EVENHAND_PUBLIC_URL", PUBLIC);
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        command.stderr(Stdio::piped());
        command
    }

    /// Runs a command to its end; what it said, as an error unless it ended well.
    pub fn run(&self, words: &[&str]) -> Result<String, String> {
        let output = self.command(words).output().expect("the program runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            return Ok(said);
        }
        let complaint = String::from_utf8_lossy(&output.stderr);
        Err(format!("{words:?}: {}: {said}{complaint}", output.status))
    }

    /// Runs a command and kills it after a while; whether it had ended before.
    pub fn run_and_kill(&self, words: &[&str], after: Duration) -> bool {
        let mut command = self.command(words);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program runs");
        pass(after);
        let ended = child.try_wait().expect("it is ours").is_some();
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        ended
    }

    /// What the installation still complains of.
    pub fn complaints(&self) -> Vec<String> {
        let mut found: Vec<String> = [["doctor", "--deep"].as_slice(), &["audit", "verify"]]
            .into_iter()
            .filter_map(|words| self.run(words).err())
            .collect();
        let log = std::fs::read_to_string(self.data.join(LOG)).unwrap_or_default();
        let panics = log.lines().filter(|line| line.contains("panicked"));
        found.extend(panics.map(str::to_owned));
        found
    }
}

/// Lets time pass, more exactly than a sleep.
pub fn pass(time: Duration) {
    let began = Instant::now();
    while began.elapsed() < time {
        std::thread::yield_now();
    }
}

/// Looks again and again until something is so; false when it takes too long.
pub fn until(so: impl Fn() -> bool) -> bool {
    let began = Instant::now();
    while !so() {
        if began.elapsed() > Duration::from_secs(60) {
            return false;
        }
        std::thread::yield_now();
    }
    true
}

/// The program while it serves; killed at the end if it still runs.
pub struct Program {
    child: Child,
    /// `http://127.0.0.1:PORT`
    pub address: String,
    /// From its start to the line that says where it serves.
    pub starting: Duration,
    /// Kept open: a program whose output nobody takes would be another story.
    _output: BufReader<ChildStdout>,
}

impl Program {
    pub fn start(place: &Place) -> Self {
        Self::start_as(place, |_| ())
    }

    /// The same, with something done to the command before.
    pub fn start_as(place: &Place, change: impl FnOnce(&mut Command)) -> Self {
        let mut command = place.command(&["--listen", "127.0.0.1:0"]);
        let mut log = OpenOptions::new();
        let log = log.create(true).append(true).open(place.data.join(LOG));
        command.stderr(log.expect("a file for the log"));
        change(&mut command);
        let began = Instant::now();
        let mut child = command.spawn().expect("the program runs");
        let mut output = BufReader::new(child.stdout.take().expect("an output"));
        let mut line = String::new();
        output.read_line(&mut line).expect("a first line");
        let address = line.trim().strip_prefix("Evenhand serves on ");
        let address = address.unwrap_or_else(|| panic!("{line:?} names no address"));
        Self {
            address: address.to_owned(),
            starting: began.elapsed(),
            child,
            _output: output,
        }
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Somebody at a browser that opens this program, not signed in.
    pub fn visitor(&self, database: &Database) -> Person {
        Person::new(self.address.clone(), database.clone())
    }

    /// Somebody known, who signs in here.
    pub fn signs_in(&self, known: &Person, database: &Database) -> Person {
        let mut person = self.visitor(database);
        person.name.clone_from(&known.name);
        person.email.clone_from(&known.email);
        person.sign_in();
        person
    }

    /// Whether it still runs.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("it is ours").is_none()
    }

    /// Ends it as a machine does that loses power: it is told nothing.
    pub fn kill(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
