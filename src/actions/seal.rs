//! The keys to what is kept sealed, and sealing what still lies in clear or under an older
//! key. For the operator and the start of the program.

mod files;
mod texts;

pub use self::texts::look_daily;

use std::collections::BTreeSet;

use self::files::{DOCUMENTS, LOGGED, seal_files};
use self::texts::{are_to_be_read, seal_texts};
use crate::files::Storage;
use crate::store::due_diligence::concerns_batch;
use crate::store::engagement::{entries_batch, quotes_batch};
use crate::store::envelope::{self, SealedBatch};
use crate::store::incident::incidents_batch;
use crate::store::outbox::{self, letters_batch};
use crate::store::referee::referees_batch;
use crate::store::sealed_answers::{drafts_batch, kept_batch, submitted_batch};
use crate::store::sealed_words;
use crate::store::second_factor::{self, ResealedBatch};
use crate::store::thread::messages_batch;
use crate::store::vault::KeyId;
use crate::store::{Database, LEAD, Stamp, StoreError, Tx, audit, award, names_later_keys};

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
    if names_later_keys(database)? {
        used.extend(database.read(outbox::keys_in_use)?);
        used.extend(database.read(sealed_words::keys_in_use)?);
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
    pub letters: Resealed,
    /// The same of reasons about people, and of files of reviews that wait.
    pub words: Resealed,
}

/// What became of values that the master key itself had sealed before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resealed {
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
    place: (&Database, &Storage),
    stamp: &Stamp,
    lost: bool,
) -> Result<Sealing, StoreError> {
    seal(place, stamp, lost, true)
}

/// The same for a start, which gives nothing up, and reads all texts only where it was never
/// found that they are sealed.
pub fn seal_at_start(place: (&Database, &Storage), stamp: &Stamp) -> Result<Sealing, StoreError> {
    let texts = are_to_be_read(place.0)?;
    seal(place, stamp, false, texts)
}

fn seal(
    (database, storage): (&Database, &Storage),
    stamp: &Stamp,
    lost: bool,
    texts: bool,
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
        letters: Resealed {
            renewed: letters.renewed,
            lost: letters.lost,
        },
        words: Resealed::default(),
    };
    seal_words(database, stamp, (key, lost), &mut done)?;
    for (what, run) in CLEAR {
        let sum = in_batches(database, stamp, (key, what), run)?;
        done.cleared += sum.cleared;
        done.left += sum.left;
    }
    if texts {
        let sum = seal_texts(database, stamp, key)?;
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

/// Seals reasons about people and files of reviews, and counts them.
fn seal_words(
    database: &Database,
    stamp: &Stamp,
    (key, lost): (KeyId, bool),
    done: &mut Sealing,
) -> Result<(), StoreError> {
    for of in sealed_words::ALL {
        let sum = in_batches(database, stamp, (key, of.table), |tx, after| {
            sealed_words::seal_batch(tx, of, (key, lost), after)
        })?;
        done.words.renewed += sum.renewed;
        done.words.lost += sum.lost;
        done.cleared += sum.cleared;
        done.left += sum.left;
    }
    Ok(())
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

/// Seals some of what lies in clear, behind one place.
type Batch = fn(&mut Tx, &str) -> Result<SealedBatch, StoreError>;

/// What former releases kept in clear beside a column for what is sealed.
const CLEAR: [(&str, Batch); 10] = [
    ("drafts", drafts_batch),
    ("profiles", kept_batch),
    ("versions", submitted_batch),
    ("engagements", entries_batch),
    ("quotations", quotes_batch),
    ("incidents", incidents_batch),
    ("referees", referees_batch),
    ("messages", messages_batch),
    ("concerns", concerns_batch),
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
