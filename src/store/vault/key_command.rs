//! A program that hands out the master keys, such as the client of a key server or of a
//! token: run at the start, and again when a value asks for a key that is not known.

use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::MasterKeys;

/// Pages that ask for a key that is gone start the program no more often than this.
const PAUSE: Duration = Duration::from_secs(10);

/// The program with its arguments, and when it ran again the last time.
pub struct KeyCommand {
    line: String,
    ran: Mutex<Option<Instant>>,
}

impl KeyCommand {
    /// Runs it for the first time. `line` is the program and its arguments, apart by
    /// spaces; no shell looks at it. The error is a sentence.
    pub fn first(line: &str) -> Result<(Self, MasterKeys), String> {
        let own = Self {
            line: line.to_owned(),
            ran: Mutex::default(),
        };
        let keys = own.run()?;
        Ok((own, keys))
    }

    /// Runs it again, unless that was only just done: then there is nothing new. Who asks
    /// meanwhile waits until it ended.
    pub fn again(&self) -> Option<Result<MasterKeys, String>> {
        let mut ran = self.ran.lock().unwrap_or_else(PoisonError::into_inner);
        if ran.is_some_and(|ran| ran.elapsed() < PAUSE) {
            return None;
        }
        let read = self.run();
        *ran = Some(Instant::now());
        Some(read)
    }

    /// What it prints is read as a file of keys is, and told to nobody.
    fn run(&self) -> Result<MasterKeys, String> {
        let mut words = self.line.split_whitespace();
        let program = words.next().unwrap_or_default();
        let said = |problem: &str| format!("master_key_command: {program}: {problem}");
        let output = Command::new(program)
            .args(words)
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .map_err(|problem| said(&problem.to_string()))?;
        let printed = Zeroizing::new(output.stdout);
        if !output.status.success() {
            return Err(said(&output.status.to_string()));
        }
        let text = std::str::from_utf8(&printed).map_err(|_| said("it printed no text"))?;
        let keys = MasterKeys::parse(text).map_err(|problem| said(&problem))?;
        match keys.newest() {
            Some(_) => Ok(keys),
            None => Err(said("it printed no master key")),
        }
    }
}
