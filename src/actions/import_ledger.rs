//! Reading a file of grants into the support ledger. The file is read as it comes, some
//! grants a transaction, so that others can write in between; what it brings counts
//! from one instant on, when it is whole. A reading that breaks off leaves the ledger as
//! it was, and its rows are swept away later.

use std::collections::HashMap;
use std::path::Path;

use super::Refusal;
use super::ledger::{add, digest};
use crate::domain::LedgerFileId;
use crate::domain::Moment;
use crate::domain::ledger::{EntryKind, EntryNumber, Grant};
use crate::domain::overlap::{Work, keys};
use crate::exchange::ledger_file::{self, Read360, Refused, Stop};
use crate::exchange::table::Wrong;
use crate::policy::Actor;
use crate::policy::ledger::MayKeepLedger;
use crate::store::ledger::{self, NewEntry};
use crate::store::{Database, Stamp, StoreError, Tx, audit};

/// Grants of one transaction.
const BATCH: usize = 1_000;
/// Hours after which a file that is not whole is taken for broken off.
const BROKEN_HOURS: i64 = 24;
/// Entries of such files that are removed at once.
const SWEPT: i64 = 500;

/// What a file came to.
#[derive(Debug, Default)]
pub struct Loaded {
    pub read: Read360,
    /// Grants that the ledger did not have.
    pub new: u64,
    /// Grants of which the file says something newer.
    pub changed: u64,
    /// Grants that it had already, word for word.
    pub same: u64,
}

/// Why nothing was loaded.
#[derive(Debug)]
pub enum Failed {
    /// The file is not to be used.
    Refused(Refused),
    Store(StoreError),
}

impl From<Stop<StoreError>> for Failed {
    fn from(stop: Stop<StoreError>) -> Self {
        match stop {
            Stop::Refused(refused) => Self::Refused(refused),
            Stop::Heard(error) => Self::Store(error),
        }
    }
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Reads a file and changes nothing; `hear` is told how many bytes are read, and `note`
/// everything that is wrong.
pub fn check(
    path: &Path,
    mut hear: impl FnMut(u64),
    note: impl FnMut(&Wrong),
) -> Result<Read360, Failed> {
    let each = |_, bytes| {
        hear(bytes);
        Ok::<(), StoreError>(())
    };
    Ok(ledger_file::read(path, each, note)?)
}

/// Loads a file under a name that people know it by. Whatever its findings are: whoever
/// loads has seen them. A file whose very bytes are in the ledger is not loaded again,
/// also where a newer one said something else since.
pub fn load(
    database: &Database,
    (stamp, may): (&Stamp, &MayKeepLedger),
    (path, name): (&Path, &str),
    mut hear: impl FnMut(u64),
) -> Result<Loaded, Failed> {
    let (hash, _) = ledger_file::digest(path).map_err(|_| {
        let wrong = Wrong::plain(1, "", "giving-unreadable");
        Failed::Refused(wrong)
    })?;
    let known = database.read::<_, StoreError>(|reader| ledger::newest(reader, &hash))?;
    if known.is_some() {
        let read = check(path, hear, |_| {})?;
        return Ok(Loaded {
            same: read.grants,
            read,
            ..Loaded::default()
        });
    }
    let begin = |tx: &mut Tx| ledger::begin(tx, may, name);
    let file = database.write::<_, StoreError>(stamp.clone(), begin)?;
    let mut loading = Loading {
        database,
        stamp,
        file,
        batch: Vec::new(),
        loaded: Loaded::default(),
    };
    let each = |grant, bytes| {
        hear(bytes);
        loading.take(grant)
    };
    let read = ledger_file::read(path, each, |_| {})?;
    loading.keep()?;
    let mut loaded = loading.loaded;
    let entries = i64::try_from(loaded.new + loaded.changed).unwrap_or(i64::MAX);
    let finish = |tx: &mut Tx| {
        ledger::finish(tx, file, &hash, entries)?;
        let object = ("ledger_file", file.as_str());
        audit(
            tx,
            "import_grants",
            object,
            "",
            &format!("{hash} {entries}"),
        )
    };
    database.write::<_, StoreError>(stamp.clone(), finish)?;
    loaded.read = read;
    Ok(loaded)
}

struct Loading<'a> {
    database: &'a Database,
    stamp: &'a Stamp,
    file: LedgerFileId,
    batch: Vec<Grant>,
    loaded: Loaded,
}

impl Loading<'_> {
    fn take(&mut self, grant: Grant) -> Result<(), StoreError> {
        self.batch.push(grant);
        if self.batch.len() < BATCH {
            return Ok(());
        }
        self.keep()
    }

    fn keep(&mut self) -> Result<(), StoreError> {
        let (batch, file) = (std::mem::take(&mut self.batch), self.file);
        if batch.is_empty() {
            return Ok(());
        }
        let keep = |tx: &mut Tx| keep(tx, file, &batch);
        let kept = self.database.write(self.stamp.clone(), keep)?;
        self.loaded.new += kept.new;
        self.loaded.changed += kept.changed;
        self.loaded.same += kept.same;
        Ok(())
    }
}

/// Adds what the ledger does not have word for word, as of a file that was begun.
pub fn keep(tx: &mut Tx, file: LedgerFileId, batch: &[Grant]) -> Result<Loaded, StoreError> {
    let ids: Vec<String> = batch.iter().map(|grant| grant.grant_id.clone()).collect();
    let known = ledger::known(tx, &ids)?.into_iter();
    let known: HashMap<String, (EntryNumber, String)> = known
        .map(|(id, number, hash)| (id, (number, hash)))
        .collect();
    let mut kept = Loaded::default();
    let (mut entries, mut replaced) = (Vec::new(), Vec::new());
    for grant in batch {
        let hash = digest(grant);
        match known.get(&grant.grant_id) {
            Some((_, before)) if *before == hash => {
                kept.same += 1;
                continue;
            }
            Some((number, _)) => {
                kept.changed += 1;
                replaced.push(*number);
            }
            None => kept.new += 1,
        }
        let entry = NewEntry {
            kind: EntryKind::Imported,
            grant: grant.clone(),
            digest: hash,
            file: Some(file),
            organisation: None,
            application: None,
            standing: String::new(),
            source: String::new(),
        };
        entries.push((entry, Vec::new()));
    }
    ledger::replace(tx, &replaced, file)?;
    add(tx, &entries)?;
    Ok(kept)
}

/// Takes a file back, so that what it brought counts for nothing. A second press finds
/// that done.
pub fn withdraw(tx: &mut Tx, actor: &Actor, id: LedgerFileId) -> Result<(), Refusal> {
    let may = MayKeepLedger::admin(actor)?;
    let file = ledger::find_file(tx, id)?.ok_or(Refusal::NotFound)?;
    if ledger::withdraw_file(tx, &may, id)? {
        let object = ("ledger_file", id.as_str());
        audit(tx, "withdraw_grants", object, &file.digest, "withdrawn")?;
    }
    Ok(())
}

/// Removes some of what files left behind that broke off; whether there may be more. It
/// counts for nothing, but stands in the index, where a search looks at the best few.
pub fn sweep(tx: &mut Tx) -> Result<bool, StoreError> {
    let before: Moment = tx.now().plus_minutes(-60 * BROKEN_HOURS);
    let broken = ledger::broken(tx, before, SWEPT)?;
    let indexed = broken.iter().map(|entry| {
        let work = Work::of(&entry.grant);
        (entry.number, true, keys(&work))
    });
    let indexed: Vec<ledger::Indexed> = indexed.collect();
    ledger::unindex(tx, &indexed)?;
    let numbers: Vec<EntryNumber> = broken.iter().map(|entry| entry.number).collect();
    ledger::remove(tx, &numbers)?;
    Ok(!numbers.is_empty())
}
