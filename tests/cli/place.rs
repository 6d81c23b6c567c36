//! An installation, what its commands print, and the code with which they end.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use tempfile::TempDir;

pub const PASSWORD: &[u8] = b"olive trees by the old road\n";

/// An installation in a folder of its own.
pub struct Place(TempDir);

impl Place {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
        // Only what the test says: no settings of whoever runs it.
        command
            .env_clear()
            .arg("--data")
            .arg(self.path())
            .args(arguments);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    pub fn run_typing(&self, arguments: &[&str], typed: &[u8]) -> Output {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut input = child.stdin.take().expect("an input");
        // A command that refuses at once does not read.
        let _ = input.write_all(typed);
        drop(input);
        child.wait_with_output().expect("it ends")
    }

    /// Runs SQL on the database, as somebody with the file in hand could.
    pub fn tamper(&self, words: &str) {
        let file = self.path().join("evenhand.sqlite");
        let mut connection =
            SqliteConnection::establish(&file.to_string_lossy()).expect("the file opens");
        connection.batch_execute(words).expect("the words run");
    }

    pub fn migrated() -> Self {
        let place = Self::new();
        done(&place.run(&["migrate"]));
        place
    }
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

pub fn done(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// The one line of a command that ended with this code.
pub fn refusal(output: &Output, code: i32) -> String {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert_eq!(text(&output.stdout), "");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 1, "one line says what to do: {said}");
    lines[0].to_owned()
}
