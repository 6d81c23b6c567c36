//! The keys to what is kept sealed, and sealing what still lies in clear or under an older
//! key. For the operator and the start of the program.

use std::collections::BTreeSet;

use crate::domain::FileId;
use crate::domain::file::FileSecret;
use crate::files::{Storage, Unready};
use crate::store::due_diligence::concerns_batch;
use crate::store::engagement::{self, entries_batch, quotes_batch};
use crate::store::envelope::{self, SealedBatch};
use crate::store::incident::incidents_batch;
use crate::store::outbox::{self, letters_batch};
use crate::store::referee::referees_batch;
use crate::store::review_version::versions_batch;
use crate::store::sealed_answers::{drafts_batch, kept_batch, submitted_batch};
use crate::store::sealed_columns::{self, Columns};
use crate::store::second_factor::{self, ResealedBatch};
use crate::store::thread::messages_batch;
use crate::store::vault::KeyId;
use crate::store::{
    Database, LEAD, Reader, Stamp, StoreError, Tx, attachment, audit, award, seals_letters,
};

/// Why the key could not be made ready.
#[derive(Debug, thiserror::Error)]
pub enum NotReady {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file of keys; a sentence.
    #[error("{0}")]
    KeyFile(String),
}

/// Keys with which something is sealed and that are not there.
pub fn missing_keys(database: &Database) -> Result<Vec<KeyId>, StoreError> {
    let mut used: BTreeSet<KeyId> = database.read(envelope::keys_in_use)?.into_iter().collect();
    used.extend(database.read(second_factor::keys_in_use)?);
    if seals_letters(database)? {
        used.extend(database.read(outbox::keys_in_use)?);
    }
    let vault = database.vault();
    Ok(used.into_iter().filter(|key| !vault.has(*key)).collect())
}

/// Makes the first key of an installation that has none; not where something is sealed
/// already: another key would not open it. Answers which keys are missing.
pub fn ready_keys(database: &Database) -> Result<Vec<KeyId>, NotReady> {
    let missing = missing_keys(database)?;
    if missing.is_empty() && database.vault().newest().is_none() {
        make_first_key(database)?;
    }
    Ok(missing)
}

/// The same for a program that serves: it seals nothing before the missing keys are back.
pub fn ready_to_serve(database: &Database) -> Result<Vec<KeyId>, NotReady> {
    let missing = ready_keys(database)?;
    database.vault().wait_for(missing.clone());
    Ok(missing)
}

/// Not beside a process that serves already: it has a key of its own, with which it may
/// seal at any time.
fn make_first_key(database: &Database) -> Result<(), NotReady> {
    if !database.locks().hold(LEAD)? {
        return Err(NotReady::KeyFile(SAME_KEY.to_owned()));
    }
    let made = database.vault().make_key().map_err(NotReady::KeyFile);
    database.locks().let_go(LEAD)?;
    made
}

const SAME_KEY: &str = "another process serves this database and there is no master key here: \
    give this one the same master key (docs/deployment.md)";

/// What was sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sealing {
    /// Values that lay in clear.
    pub cleared: usize,
    /// Values that a master key had sealed itself: from now on the key of their
    /// organisation does.
    pub moved: usize,
    /// Keys of organisations that an older master key had sealed.
    pub renewed: usize,
    /// Keys and values whose master key was lost: nothing opens them any more.
    pub lost: usize,
    /// Keys and values that no key here opens; they stay as they are.
    pub left: usize,
    /// Second steps of sign-ins, among them those that no key here opens.
    pub steps: Steps,
    /// Letters that an older master key had sealed, or a lost one.
    pub letters: Letters,
}

/// What became of letters that had been sealed before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters {
    pub renewed: usize,
    pub lost: usize,
}

/// What became of second steps of sign-ins, which never lay in clear.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Steps {
    pub renewed: usize,
    pub lost: usize,
    pub left: usize,
}

/// Seals the keys of organisations with the newest master key, and with them what lies
/// outside of them, in batches of one transaction each: broken off, it goes on where it
/// was. Without a key it does nothing. `lost` gives up what was sealed with master keys
/// that are not there.
pub fn seal_all(
    (database, storage): (&Database, &Storage),
    stamp: &Stamp,
    lost: bool,
) -> Result<Sealing, StoreError> {
    let Some(key) = database.vault().newest() else {
        return Ok(Sealing::default());
    };
    // Keys first: what is given up here gets another one below.
    let keys = in_batches(database, stamp, (key, "keys"), |tx, after| {
        envelope::renew_batch(tx, (key, lost), after)
    })?;
    let accounts = in_batches(database, stamp, (key, "accounts"), |tx, after| {
        award::seal_batch(tx, lost, after)
    })?;
    let letters = in_batches(database, stamp, (key, "letters"), |tx, after| {
        outbox::renew_batch(tx, (key, lost), after)
    })?;
    let mut done = Sealing {
        cleared: accounts.cleared,
        moved: accounts.renewed,
        renewed: keys.renewed,
        lost: keys.lost + accounts.lost,
        left: keys.left + accounts.left + letters.left,
        steps: reseal_steps(database, stamp, (key, lost))?,
        letters: Letters {
            renewed: letters.renewed,
            lost: letters.lost,
        },
    };
    for (what, run) in CLEAR {
        let sum = in_batches(database, stamp, (key, what), run)?;
        done.cleared += sum.cleared;
        done.left += sum.left;
    }
    for of in sealed_columns::ALL {
        let sum = seal_columns(database, stamp, (key, of))?;
        done.cleared += sum.cleared;
        done.left += sum.left;
    }
    let place = (database, storage);
    for files in [DOCUMENTS, LOGGED] {
        let sum = seal_files(place, stamp, key, files)?;
        done.cleared += sum.cleared;
        done.left += sum.left;
    }
    if done.cleared > 0 {
        envelope::scrub(database)?;
    }
    Ok(done)
}

/// Seals texts that stand in their own columns.
fn seal_columns(
    database: &Database,
    stamp: &Stamp,
    (key, of): (KeyId, &Columns),
) -> Result<SealedBatch, StoreError> {
    in_batches(database, stamp, (key, of.table), |tx, after| {
        sealed_columns::seal_batch(tx, of, after)
    })
}

fn reseal_steps(
    database: &Database,
    stamp: &Stamp,
    (key, lost): (KeyId, bool),
) -> Result<Steps, StoreError> {
    let (mut done, mut after) = (Steps::default(), String::new());
    loop {
        let batch = database.write(stamp.clone(), |tx| reseal_batch(tx, (key, lost), &after))?;
        done.renewed += batch.renewed;
        done.lost += batch.lost;
        done.left += batch.left;
        match batch.last {
            Some(last) => after = last.to_string(),
            None => return Ok(done),
        }
    }
}

fn reseal_batch(
    tx: &mut Tx,
    (key, lost): (KeyId, bool),
    after: &str,
) -> Result<ResealedBatch, StoreError> {
    let batch = second_factor::reseal_batch(tx, (key, lost), after)?;
    let (renewed, lost) = (batch.renewed, batch.lost);
    if renewed + lost > 0 {
        let sums = format!("{renewed} anew, {lost} lost");
        let key = key.to_string();
        audit(tx, "seal_second_steps", ("master_key", &key), "", &sums)?;
    }
    Ok(batch)
}

/// Files of one table: which of them lie in clear, and how one is moved.
type Files = (
    fn(&mut Reader, &str) -> Result<Vec<(FileId, String)>, StoreError>,
    Move,
);
type Move = fn(&mut Tx, (FileId, &str), (&str, &FileSecret)) -> Result<bool, StoreError>;

const DOCUMENTS: Files = (attachment::in_clear, attachment::move_content);
const LOGGED: Files = (engagement::uploads_in_clear, engagement::move_upload);

/// Seals the content of files that lie in clear, one by one: each lies sealed before its
/// row says so, and goes in clear after that.
fn seal_files(
    (database, storage): (&Database, &Storage),
    stamp: &Stamp,
    key: KeyId,
    (in_clear, moved): Files,
) -> Result<SealedBatch, StoreError> {
    let mut sum = SealedBatch::default();
    let mut after = String::new();
    loop {
        let waiting = database.read(|reader| in_clear(reader, &after))?;
        let Some((last, _)) = waiting.last() else {
            return Ok(sum);
        };
        after = last.to_string();
        // A start does not wait for each of them at a bucket that is away.
        if let Err(Unready::Settings(told) | Unready::Away(told)) = storage.check() {
            tracing::warn!(told, "files are not sealed");
            sum.left += waiting.len();
            return Ok(sum);
        }
        for one in &waiting {
            let done = seal_file((database, storage), (stamp, key), moved, one)?;
            sum.cleared += usize::from(done == Some(true));
            sum.left += usize::from(done.is_none());
        }
    }
}

/// Seals the content of one file: false where somebody was faster, nothing where it can't
/// be now.
fn seal_file(
    (database, storage): (&Database, &Storage),
    (stamp, key): (&Stamp, KeyId),
    moved: Move,
    (id, from): &(FileId, String),
) -> Result<Option<bool>, StoreError> {
    let (to, secret) = match storage.seal_kept(from) {
        Ok(made) => made,
        Err(problem) => {
            tracing::warn!(file = %id, %problem, "a file is not sealed");
            return Ok(None);
        }
    };
    let written = database.write(stamp.clone(), |tx| {
        let done = moved(tx, (*id, from), (&to, &secret))?;
        let one = SealedBatch {
            cleared: usize::from(done),
            ..SealedBatch::default()
        };
        note(tx, (key, "files"), &one)?;
        Ok::<_, StoreError>(done)
    });
    let (done, needless) = match written {
        Ok(true) => (Some(true), from),
        Ok(false) => (Some(false), &to),
        Err(StoreError::Sealed(problem)) => {
            tracing::warn!(file = %id, %problem, "a file is not sealed");
            (None, &to)
        }
        // Whether a row names it is not known: sweeping finds out.
        Err(other) => return Err(other),
    };
    if let Err(problem) = storage.remove(needless) {
        tracing::warn!(file = %id, %problem, "what no row names stays until the next sweep");
    }
    Ok(done)
}

/// Seals some of what lies in clear, behind one place.
type Batch = fn(&mut Tx, &str) -> Result<SealedBatch, StoreError>;

/// What former releases kept in clear beside a column for what is sealed.
const CLEAR: [(&str, Batch); 11] = [
    ("drafts", drafts_batch),
    ("profiles", kept_batch),
    ("versions", submitted_batch),
    ("engagements", entries_batch),
    ("quotations", quotes_batch),
    ("incidents", incidents_batch),
    ("referees", referees_batch),
    ("messages", messages_batch),
    ("concerns", concerns_batch),
    ("reviews", versions_batch),
    ("letters", letters_batch),
];

/// Runs batches until the last one, each noted if it did anything; answers with their sum.
fn in_batches(
    database: &Database,
    stamp: &Stamp,
    (key, what): (KeyId, &str),
    run: impl Fn(&mut Tx, &str) -> Result<SealedBatch, StoreError>,
) -> Result<SealedBatch, StoreError> {
    let mut sum = SealedBatch::default();
    let mut after = String::new();
    loop {
        let batch = database.write(stamp.clone(), |tx| {
            let batch = run(tx, &after)?;
            note(tx, (key, what), &batch)?;
            Ok::<_, StoreError>(batch)
        })?;
        sum.cleared += batch.cleared;
        sum.renewed += batch.renewed;
        sum.lost += batch.lost;
        sum.left += batch.left;
        match batch.last {
            Some(last) => after = last,
            None => return Ok(sum),
        }
    }
}

fn note(tx: &mut Tx, (key, what): (KeyId, &str), batch: &SealedBatch) -> Result<(), StoreError> {
    let (cleared, renewed, lost) = (batch.cleared, batch.renewed, batch.lost);
    if cleared + renewed + lost > 0 {
        let sums = format!("{what}: {cleared} from clear, {renewed} anew, {lost} lost");
        let key = key.to_string();
        audit(tx, "seal_details", ("master_key", &key), "", &sums)?;
    }
    Ok(())
}
