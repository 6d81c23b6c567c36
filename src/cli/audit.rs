//! `evenhand audit verify` and `evenhand audit head`.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::{Failure, open};
use crate::actions::audit_log::{heads, heads_file, prove_file};
use crate::config::Config;
use crate::store::{Broken, Flaw, Head, Reader, audit_end, prove_audit};

/// What can be done with the audit log.
#[derive(Subcommand)]
pub enum AuditCommand {
    /// Check every event's hash, number and link to its predecessor, and that events which
    /// were written down are still there.
    Verify {
        /// The log in a file, `tables/audit_events.jsonl` of export-all, in place of the
        /// installation's.
        #[arg(long, value_name = "FILE")]
        log: Option<PathBuf>,
        /// Heads that were written down, in a file; the installation's own if neither this nor
        /// `--log` is there.
        #[arg(long, value_name = "FILE")]
        heads: Option<PathBuf>,
        /// The hash of an event that was written down; may be said more than once.
        #[arg(long, value_name = "HASH")]
        head: Vec<String>,
    },
    /// Tell number and hash of the last event, to be written down elsewhere.
    Head,
}

/// Runs one.
pub fn run(config: &Config, command: &AuditCommand) -> Result<(), Failure> {
    match command {
        AuditCommand::Head => tell_head(config),
        AuditCommand::Verify {
            log,
            heads: file,
            head,
        } => {
            let mut known = known_heads(config, (file.as_deref(), log.is_some()))?;
            for hash in head {
                known.push(read_hash(hash)?);
            }
            verify(config, log.as_deref(), known)
        }
    }
}

fn tell_head(config: &Config) -> Result<(), Failure> {
    let database = open::current(config)?;
    match database.read(audit_end)? {
        Some((seq, hash)) => println!("{seq} {hash}"),
        None => println!("There is no event yet."),
    }
    Ok(())
}

fn known_heads(
    config: &Config,
    (file, elsewhere): (Option<&Path>, bool),
) -> Result<Vec<Head>, Failure> {
    let own = heads_file(&config.data);
    let file = match (file, elsewhere) {
        (Some(file), _) if !file.exists() => {
            return Err(Failure::Usage(format!("{}: no such file", file.display())));
        }
        (Some(file), _) => file,
        (None, true) => return Ok(Vec::new()),
        (None, false) => own.as_path(),
    };
    heads(file).map_err(|problem| Failure::Usage(format!("{}: {problem}", file.display())))
}

fn read_hash(text: &str) -> Result<Head, Failure> {
    let hash = text.trim().to_lowercase();
    if hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        Ok(Head { seq: None, hash })
    } else {
        let wrong = format!("{text:?} is no hash of an event: those have 64 digits");
        Err(Failure::Usage(wrong))
    }
}

/// Walks the chain and says how many events are sound, or what is wrong.
fn verify(config: &Config, log: Option<&Path>, heads: Vec<Head>) -> Result<(), Failure> {
    let count = heads.len();
    let proved = match log {
        Some(file) => prove_file(file, heads)
            .map_err(|problem| Failure::Failed(format!("{}: {problem}", file.display())))?,
        None => {
            let database = open::current(config)?;
            database.read(|reader: &mut Reader| prove_audit(reader, heads))?
        }
    };
    let events = proved.map_err(|flaw| Failure::Failed(in_words(&flaw)))?;
    println!("The audit log is whole: {events} events.");
    if count > 0 {
        println!("Heads that were written down, and are in it: {count}.");
    }
    Ok(())
}

/// What is wrong with a log.
pub fn in_words(flaw: &Flaw) -> String {
    match flaw {
        Flaw::Broken(Broken { seq }) => format!("the audit log is broken at event {seq}"),
        Flaw::Lost { head, end } => match head.seq {
            Some(seq) if seq > *end => format!(
                "the audit log ends with event {end}, and event {seq} was written down: its end \
                 was cut off"
            ),
            _ => format!(
                "the event {} was written down and is not in the audit log: it was written anew, \
                 or its end was cut off",
                head.hash
            ),
        },
    }
}
