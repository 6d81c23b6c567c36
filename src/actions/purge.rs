//! The emergency purge: one admin proposes it, another confirms it, then everything about
//! an organisation or a round goes, and last its files and the bytes it left on the disk.

use super::backup::{Daily, NotDone, Source};
use super::{Refusal, letters};
use crate::domain::account::Role;
use crate::domain::purge::{Cause, HOURS, Purge, Subject};
use crate::domain::{AccountId, Message, PurgeId, UploadId};
use crate::files::Storage;
use crate::policy::purge::{MayEndPurge, MayProposePurge, MayReplaceBackups};
use crate::policy::{Actor, Reach};
use crate::store::erasure::{self, Erased};
use crate::store::{
    Database, Reader, Stamp, StoreError, Tx, account, audit, organisation, purge, round,
};

/// Files that are removed between two transactions.
const BATCH: i64 = 500;

/// Proposes to purge something, and writes to the admins who can confirm it; `cause` is a
/// code.
pub fn propose(
    tx: &mut Tx,
    actor: &Actor,
    subject: Subject,
    cause: &str,
    site: &str,
) -> Result<PurgeId, Refusal> {
    let place = find(tx, Reach::staff(actor), subject)?.ok_or(Refusal::NotFound)?;
    let now = tx.now();
    let latest = purge::latest(tx, subject)?;
    let latest = latest.map(|row| row.purge()).transpose()?;
    let may = MayProposePurge::on(actor, subject, latest.as_ref(), now)?;
    let wrong = || Refusal::field("cause", Message::new("error-choice"));
    let cause = Cause::from_code(cause).ok_or_else(wrong)?;
    let id = purge::insert(tx, &may, cause, now.plus_minutes(HOURS * 60))?;
    let object = (subject.code(), subject.id());
    audit(tx, "propose_purge", object, "", cause.code())?;
    tell_others(tx, actor.id, subject, &format!("{site}/{place}"))?;
    Ok(id)
}

/// Writes to every other admin who is not kept away from it, without a word about whom:
/// it lapses where nobody knows that it waits.
fn tell_others(
    tx: &mut Tx,
    proposer: AccountId,
    subject: Subject,
    link: &str,
) -> Result<(), StoreError> {
    let now = tx.now();
    for admin in account::holders(tx, Role::Admin)? {
        let other = admin.id != proposer;
        if other && find(tx, Reach::admin(admin.id, now), subject)?.is_some() {
            let words = ("mail-purge-subject", "mail-purge-body");
            letters::post(tx, admin.language, &admin.email, words, link)?;
        }
    }
    Ok(())
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
fn known(reader: &mut Reader, actor: &Actor, id: PurgeId) -> Result<Purge, Refusal> {
    let row = purge::by_id(reader, id)?.ok_or(Refusal::NotFound)?;
    let found = row.purge()?;
    find(reader, Reach::staff(actor), found.subject)?.ok_or(Refusal::NotFound)?;
    Ok(found)
}

/// The page of its purge, if it is within reach.
fn find(reader: &mut Reader, reach: Reach, subject: Subject) -> Result<Option<String>, StoreError> {
    Ok(match subject {
        Subject::Organisation(id) => organisation::find(reader, reach, id)?
            .map(|found| format!("admin/organisations/{}/purge", found.id)),
        Subject::Round(id) => {
            round::by_id(reader, id)?.map(|found| format!("admin/rounds/{}/purge", found.slug))
        }
    })
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

/// Why the daily backups of before a purge are there still.
#[derive(Debug)]
pub enum Unreplaced {
    Refused(Refusal),
    /// No new one could be written, or one of before not be removed.
    Kept(NotDone),
}

impl From<StoreError> for Unreplaced {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

impl From<Refusal> for Unreplaced {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Removes the daily backups of before a purge, with a new one in their place; answers how
/// many they were.
pub fn replace_backups(
    (daily, from): (&Daily, &Source),
    actor: &Actor,
    id: PurgeId,
    stamp: &Stamp,
) -> Result<usize, Unreplaced> {
    let now = stamp.now;
    let look = |reader: &mut Reader| -> Result<(Purge, MayReplaceBackups), Refusal> {
        let found = known(reader, actor, id)?;
        let may = MayReplaceBackups::after(actor, &found, now)?;
        Ok((found, may))
    };
    let (found, may) = from.database.read(look)?;
    let before = found.confirmed_at.unwrap_or(now);
    let removed = daily.replace(from, before, now).map_err(Unreplaced::Kept)?;
    // Where this fails the page names what is left, and asks again.
    from.database.write(stamp.clone(), |tx: &mut Tx| {
        purge::set_backups_replaced(tx, &may)?;
        let object = (found.subject.code(), found.subject.id());
        audit(tx, "replace_backups", object, &removed.to_string(), "gone")
    })?;
    Ok(removed)
}
