//! The emergency purge: one admin proposes it, another confirms it, then everything about
//! an organisation or a round goes, and last its files and the bytes it left on the disk.

use super::Refusal;
use crate::domain::purge::{Cause, HOURS, Purge, Subject};
use crate::domain::{Message, PurgeId, UploadId};
use crate::files::Storage;
use crate::policy::purge::{MayEndPurge, MayProposePurge};
use crate::policy::{Actor, Reach};
use crate::store::erasure::{self, Erased};
use crate::store::{Database, Stamp, StoreError, Tx, audit, organisation, purge, round};

/// Files that are removed between two transactions.
const BATCH: i64 = 500;

/// Proposes to purge something; `cause` is a code.
pub fn propose(
    tx: &mut Tx,
    actor: &Actor,
    subject: Subject,
    cause: &str,
) -> Result<PurgeId, Refusal> {
    find(tx, actor, subject)?;
    let now = tx.now();
    let latest = purge::latest(tx, subject)?;
    let latest = latest.map(|row| row.purge()).transpose()?;
    let may = MayProposePurge::on(actor, subject, latest.as_ref(), now)?;
    let wrong = || Refusal::field("cause", Message::new("error-choice"));
    let cause = Cause::from_code(cause).ok_or_else(wrong)?;
    let id = purge::insert(tx, &may, cause, now.plus_minutes(HOURS * 60))?;
    let object = (subject.code(), subject.id());
    audit(tx, "propose_purge", object, "", cause.code())?;
    Ok(id)
}

/// Takes back a purge that waits.
pub fn take_back(tx: &mut Tx, actor: &Actor, id: PurgeId) -> Result<(), Refusal> {
    let found = known(tx, actor, id)?;
    let may = MayEndPurge::take_back(actor, &found, tx.now())?;
    purge::take_back(tx, &may)?;
    let object = (found.subject.code(), found.subject.id());
    audit(tx, "drop_purge", object, "proposed", "taken back")?;
    Ok(())
}

/// Confirms a purge that another admin proposed, and erases. [`finish`] comes after it.
pub fn confirm(tx: &mut Tx, actor: &Actor, id: PurgeId) -> Result<Erased, Refusal> {
    let found = known(tx, actor, id)?;
    let may = MayEndPurge::confirm(actor, &found, tx.now())?;
    purge::confirm(tx, &may)?;
    let erased = erasure::purge(tx)?;
    purge::set_erased(tx, &may, erased)?;
    let object = (found.subject.code(), found.subject.id());
    audit(tx, "confirm_purge", object, "proposed", "erased")?;
    Ok(erased)
}

/// A purge of something that the actor may know of.
fn known(tx: &mut Tx, actor: &Actor, id: PurgeId) -> Result<Purge, Refusal> {
    let row = purge::by_id(tx, id)?.ok_or(Refusal::NotFound)?;
    let found = row.purge()?;
    find(tx, actor, found.subject)?;
    Ok(found)
}

fn find(tx: &mut Tx, actor: &Actor, subject: Subject) -> Result<(), Refusal> {
    let there = match subject {
        Subject::Organisation(id) => organisation::find(tx, Reach::staff(actor), id)?.is_some(),
        Subject::Round(id) => round::by_id(tx, id)?.is_some(),
    };
    match there {
        true => Ok(()),
        false => Err(Refusal::NotFound),
    }
}

/// Why something that was erased still lies on the disk.
#[derive(Debug, thiserror::Error)]
pub enum Unfinished {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("a file can’t be removed: {0}")]
    File(#[from] std::io::Error),
}

/// Removes what purges left on the disk: files first, then the bytes of the database.
/// Broken off, it goes on where it was; answers how many purges are done now.
pub fn finish(database: &Database, storage: &Storage, stamp: &Stamp) -> Result<usize, Unfinished> {
    remove_files(database, storage, stamp)?;
    let left = database.read(purge::unfinished)?;
    if left.is_empty() || !erasure::scrub(database, true)? {
        return Ok(0);
    }
    for row in &left {
        let object = row.purge()?.subject;
        database.write(stamp.clone(), |tx: &mut Tx| {
            purge::set_finished(tx, row.id)?;
            let object = (object.code(), object.id());
            audit(tx, "finish_purge", object, "erased", "gone")
        })?;
    }
    Ok(left.len())
}

/// Removes every file that no row knows any more.
fn remove_files(database: &Database, storage: &Storage, stamp: &Stamp) -> Result<(), Unfinished> {
    loop {
        let doomed = database.read(|reader| erasure::doomed(reader, BATCH))?;
        if doomed.is_empty() {
            return Ok(());
        }
        for (name, unfinished) in &doomed {
            match UploadId::parse(name) {
                Ok(upload) if *unfinished => storage.part(upload).remove()?,
                _ => storage.remove(name)?,
            }
        }
        let names: Vec<String> = doomed.into_iter().map(|(name, _)| name).collect();
        database.write(stamp.clone(), |tx: &mut Tx| {
            erasure::forget_doomed(tx, &names)
        })?;
    }
}
