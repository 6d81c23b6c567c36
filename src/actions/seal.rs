//! The key to what is kept sealed, and sealing what still lies in clear or under an older
//! key. For the operator and the start of the program.

use crate::store::award::{self, SealedBatch};
use crate::store::vault::KeyId;
use crate::store::{Database, Stamp, StoreError, Tx, audit};

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
    let used = database.read(award::keys_in_use)?.into_iter();
    let vault = database.vault();
    Ok(used.filter(|key| !vault.has(*key)).collect())
}

/// Makes the first key of an installation that has none; not where something is sealed
/// already: another key would not open it. Answers which keys are missing.
pub fn ready_keys(database: &Database) -> Result<Vec<KeyId>, NotReady> {
    let missing = missing_keys(database)?;
    if missing.is_empty() && database.vault().newest().is_none() {
        database.vault().make_key().map_err(NotReady::KeyFile)?;
    }
    Ok(missing)
}

/// What was sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sealing {
    /// Account details that lay in clear.
    pub cleared: usize,
    /// Account details that an older key had sealed.
    pub renewed: usize,
    /// Account details whose key was lost: nothing stands in them any more.
    pub lost: usize,
    /// Account details that no key here opens; they stay as they are.
    pub left: usize,
}

/// Seals everything with the newest key, in batches of one transaction each: broken off,
/// it goes on where it was. Without a key it does nothing. `lost` gives up what was sealed
/// with keys that are not there.
pub fn seal_all(database: &Database, stamp: &Stamp, lost: bool) -> Result<Sealing, StoreError> {
    let mut done = Sealing::default();
    let Some(key) = database.vault().newest() else {
        return Ok(done);
    };
    let mut after = String::new();
    loop {
        let batch = database.write(stamp.clone(), |tx| seal_batch(tx, (key, lost), &after))?;
        done.cleared += batch.cleared;
        done.renewed += batch.renewed;
        done.lost += batch.lost;
        done.left += batch.left;
        match batch.last {
            Some(last) => after = last.to_string(),
            None => break,
        }
    }
    if done.cleared > 0 {
        award::scrub(database)?;
    }
    Ok(done)
}

fn seal_batch(
    tx: &mut Tx,
    (key, lost): (KeyId, bool),
    after: &str,
) -> Result<SealedBatch, StoreError> {
    let batch = award::seal_batch(tx, (key, lost), after)?;
    let (cleared, renewed, lost) = (batch.cleared, batch.renewed, batch.lost);
    if cleared + renewed + lost > 0 {
        let sums = format!("{cleared} from clear, {renewed} anew, {lost} lost");
        let key = key.to_string();
        audit(tx, "seal_details", ("master_key", &key), "", &sums)?;
    }
    Ok(batch)
}
