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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const OLD: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    const NEW: &str = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

    #[test]
    fn a_program_that_prints_a_key_and_then_fails_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (there, nowhere) = (folder.path().join("keys"), folder.path().join("none"));
        fs::write(&there, format!("{OLD}\n")).unwrap();
        let line = format!("cat {}", there.display());
        assert!(KeyCommand::first(&line).is_ok());
        // It prints the first file and fails at the second.
        let line = format!("{line} {}", nowhere.display());
        let told = KeyCommand::first(&line).err().unwrap();
        let said = "master_key_command: cat: exit status";
        assert!(told.starts_with(said) && !told.contains(OLD), "{told}");
    }

    #[test]
    fn a_program_runs_again_once_in_ten_seconds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        fs::write(&path, format!("{OLD}\n")).unwrap();
        let (command, _) = KeyCommand::first(&format!("cat {}", path.display())).unwrap();
        let newest = |keys: &str| MasterKeys::parse(keys).unwrap().newest();
        let again = || command.again().map(|read| read.unwrap().newest());
        let ran = |at: Instant| *command.ran.lock().unwrap() = Some(at);
        let now = Instant::now();
        assert_eq!(again(), Some(newest(OLD)), "the first time at once");
        let noted = *command.ran.lock().unwrap();
        assert!(noted.is_some_and(|at| at >= now), "that it ran is noted");
        fs::write(&path, format!("{NEW}\n")).unwrap();
        // So late that no time has passed since, however slow the machine is.
        ran(now + Duration::from_secs(3_600));
        assert_eq!(again(), None);
        ran(now.checked_sub(Duration::from_secs(10)).unwrap());
        assert_eq!(again(), Some(newest(NEW)));
    }
}
