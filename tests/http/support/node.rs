//! The program as a process of its own, as an operator starts it: with the clock of the
//! machine and the worker that sends mail.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use evenhand::store::{Database, DatabaseUrl};

use super::actor::Person;
use super::database::option;

/// A serving process; killed at the end if it still runs.
pub struct Node {
    child: Child,
    /// Kept open: the program has more to say than its address.
    _output: BufReader<ChildStdout>,
    /// `http://127.0.0.1:PORT`
    pub address: String,
}

impl Node {
    /// Serves a database from a data folder, with settings by their variables.
    pub fn start(data: &Path, url: &DatabaseUrl, settings: &[(&str, &str)]) -> Self {
        Self::of(env!("CARGO_BIN_EXE_evenhand"), data, url, settings)
    }

    /// The same with the program of another release.
    pub fn of(program: &str, data: &Path, url: &DatabaseUrl, settings: &[(&str, &str)]) -> Self {
        let mut command = Command::new(program);
        command.env_clear().arg("--data").arg(data);
        command.args(["--database", &option(url)]);
        command.args(["--listen", "127.0.0.1:0"]);
        // The cost at which the stories' passwords were hashed.
        command.env("EVENHAND_ARGON2_MEMORY_KIB", "64");
        command.env("EVENHAND_ARGON2_PASSES", "1");
        // Nobody in the stories has an app.
        command.env("EVENHAND_SECOND_FACTOR", "none");
        command.envs(settings.iter().copied());
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let mut output = BufReader::new(child.stdout.take().expect("an output"));
        let mut line = String::new();
        output.read_line(&mut line).expect("a first line");
        let address = line.trim().strip_prefix("Evenhand serves on ");
        let address = address.unwrap_or_else(|| panic!("{line:?} names no address"));
        Self {
            address: address.to_owned(),
            child,
            _output: output,
        }
    }

    /// Somebody with an account, who signs in here.
    pub fn signed_in(&self, person: &Person, database: &Database) -> Person {
        let mut here = Person::new(self.address.clone(), database.clone());
        here.email.clone_from(&person.email);
        here.sign_in();
        here
    }

    /// Ends it as the machine does that loses power: it is told nothing.
    pub fn kill(&mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
