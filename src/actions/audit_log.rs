//! Proving the audit log against what was written down of it: heads, one an hour in a file
//! beside the data, and one a day in letters to somebody outside; and the log itself where it
//! is a file, without its database.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use super::letters;
use crate::domain::{AccountId, Moment};
use crate::exchange::audit_log::{EventLine, HeadLine, read, write};
use crate::store::{
    AuditEvent, Broken, Database, Flaw, Head, Proof, Stamp, StoreError, Tx, audit_end,
};

/// Where the heads are that the program writes down.
pub fn heads_file(data: &Path) -> PathBuf {
    data.join("audit-heads.jsonl")
}

/// Why a head was not written down.
#[derive(Debug, thiserror::Error)]
pub enum NotNoted {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{0}: {1}")]
    Io(String, io::Error),
}

/// Writes down the last event where it is a later one than before, and once a day in any case:
/// then it is sent to an address too, if there is one. Says whether it was written down.
/// `zone` is that of the days.
pub fn note_head(
    database: &Database,
    (data, to): (&Path, &str),
    (zone, stamp): (&str, Stamp),
) -> Result<bool, NotNoted> {
    let file = heads_file(data);
    let named = |problem: io::Error| NotNoted::Io(file.display().to_string(), problem);
    let day = stamp.now.day(zone).iso();
    let noted = lines(&file).map_err(named)?;
    let Some((seq, hash)) = database.read(audit_end)? else {
        return Ok(false);
    };
    // A clock that was set back begins no day again.
    let begins_day = noted.iter().all(|one| one.day < day);
    let grew = noted.last().is_none_or(|last| last.seq < seq);
    if !begins_day && !grew {
        return Ok(false);
    }
    let line = HeadLine { day, seq, hash };
    if begins_day && !to.is_empty() {
        // First: a letter that comes twice is better than none.
        database.write(stamp, |tx: &mut Tx| letters::post_head(tx, to, &line))?;
    }
    add(&file, &line).map_err(named)?;
    Ok(true)
}

/// The heads of a file; none where it is not there.
pub fn heads(file: &Path) -> io::Result<Vec<Head>> {
    let head = |line: HeadLine| Head {
        seq: Some(line.seq),
        hash: line.hash,
    };
    Ok(lines(file)?.into_iter().map(head).collect())
}

fn text(file: &Path) -> io::Result<String> {
    match fs::read_to_string(file) {
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        other => other,
    }
}

fn lines(file: &Path) -> io::Result<Vec<HeadLine>> {
    text(file)?.lines().map(read).collect()
}

/// Writes the file anew with one line more: whole, or as it was.
fn add(file: &Path, line: &HeadLine) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut made = Builder::new().prefix(".audit-heads").tempfile_in(folder)?;
    made.write_all(text(file)?.as_bytes())?;
    made.write_all(write(line)?.as_bytes())?;
    made.as_file().sync_all()?;
    made.persist(file).map_err(|failed| failed.error)?;
    Ok(())
}

/// Proves a log in a file of JSON lines, as `export-all` writes it; nothing else of the
/// installation is needed. An error names the line that is no event.
pub fn prove_file(file: &Path, heads: Vec<Head>) -> io::Result<Result<i64, Flaw>> {
    let mut proof = Proof::of(heads);
    for line in BufReader::new(File::open(file)?).lines() {
        let next = proof.seq() + 1;
        let unread = |_| {
            let words = format!("line {next} is no event");
            io::Error::new(io::ErrorKind::InvalidData, words)
        };
        let line: EventLine = read(&line?).map_err(unread)?;
        let taken = match event(line) {
            Some(event) => proof.take(&event),
            None => Err(Broken { seq: next }),
        };
        if let Err(broken) = taken {
            return Ok(Err(Flaw::Broken(broken)));
        }
    }
    Ok(proof.end())
}

/// The event of a line; nothing where its actor can be nobody.
fn event(line: EventLine) -> Option<AuditEvent> {
    let actor = line.actor_id.map(|id| AccountId::parse(&id));
    Some(AuditEvent {
        seq: line.seq,
        at: Moment::from_micros(line.at),
        actor_id: actor.transpose().ok()?,
        action: line.action,
        object_kind: line.object_kind,
        object_id: line.object_id,
        before_state: line.before_state,
        after_state: line.after_state,
        request_id: line.request_id,
        previous_hash: line.previous_hash,
        hash: line.hash,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{audit, trial};

    #[test]
    fn a_head_is_written_down_once_a_day_and_when_the_log_grew() {
        let (folder, database) = trial::database();
        let noted = |days: i64| {
            let mut stamp = trial::stamp();
            stamp.now = stamp.now.plus_days(days);
            let place = (folder.path(), "");
            note_head(&database, place, ("Asia/Hebron", stamp)).unwrap()
        };
        assert!(!noted(0), "nothing happened yet");
        for day in [0, 1] {
            let written = database.write(trial::stamp(), |tx| {
                audit(tx, "open_round", ("round", "winter"), "", "")
            });
            written.unwrap();
            assert!(noted(day));
            assert!(!noted(day));
            assert!(!noted(day - 1), "a clock that was set back");
        }
        assert!(noted(2), "nothing happened on this day");
        let heads = heads(&heads_file(folder.path())).unwrap();
        let numbers: Vec<Option<i64>> = heads.iter().map(|head| head.seq).collect();
        assert_eq!(numbers, [Some(1), Some(2), Some(2)]);
    }
}
