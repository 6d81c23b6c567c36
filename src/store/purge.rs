//! Emergency purges: who proposed and confirmed them, and how much went.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::erasure::Erased;
use super::schema::{applications, purges};
use crate::domain::purge::{Cause, Purge, Subject};
use crate::domain::{AccountId, Moment, OrganisationId, PurgeId};
use crate::policy::Reach;
use crate::policy::purge::{MayEndPurge, MayProposePurge, MayReplaceBackups};

/// A purge as it is kept.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = purges, check_for_backend(MultiBackend))]
pub struct PurgeRow {
    pub id: PurgeId,
    subject: String,
    subject_id: String,
    pub cause: Cause,
    pub proposed_by: AccountId,
    pub proposed_at: Moment,
    pub expires_at: Moment,
    pub confirmed_by: Option<AccountId>,
    pub confirmed_at: Option<Moment>,
    pub dropped_at: Option<Moment>,
    pub finished_at: Option<Moment>,
    pub applications: i64,
    pub organisations: i64,
    pub people: i64,
    pub files: i64,
    pub backups_replaced_at: Option<Moment>,
}

impl PurgeRow {
    /// What policy asks about.
    pub fn purge(&self) -> Result<Purge, StoreError> {
        let subject = Subject::from_code(&self.subject, &self.subject_id);
        let unknown = || StoreError::Damaged(format!("no subject of a purge: {}", self.subject));
        Ok(Purge {
            id: self.id,
            subject: subject.ok_or_else(unknown)?,
            proposed_by: self.proposed_by,
            expires_at: self.expires_at,
            confirmed_at: self.confirmed_at,
            dropped_at: self.dropped_at,
            finished_at: self.finished_at,
        })
    }
}

/// The last purge of something.
pub fn latest(reader: &mut Reader, subject: Subject) -> Result<Option<PurgeRow>, StoreError> {
    Ok(purges::table
        .filter(purges::subject_id.eq(subject.id()))
        .order(purges::id.desc())
        .select(PurgeRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// The last purge of each of these organisations that has one, by its id.
pub fn latest_of(
    reader: &mut Reader,
    ids: &[OrganisationId],
) -> Result<BTreeMap<String, PurgeRow>, StoreError> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let rows: Vec<PurgeRow> = purges::table
        .filter(purges::subject_id.eq_any(ids))
        .order(purges::id)
        .select(PurgeRow::as_select())
        .load(reader.connection())?;
    // A later one takes the place of an earlier one.
    let by_subject = |row: PurgeRow| (row.subject_id.clone(), row);
    Ok(rows.into_iter().map(by_subject).collect())
}

/// The purge of an id.
pub fn by_id(reader: &mut Reader, id: PurgeId) -> Result<Option<PurgeRow>, StoreError> {
    Ok(purges::table
        .find(id)
        .select(PurgeRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Purges whose files or bytes are still to be removed from the disk.
pub fn unfinished(reader: &mut Reader) -> Result<Vec<PurgeRow>, StoreError> {
    Ok(purges::table
        .filter(purges::erased_at.is_not_null())
        .filter(purges::finished_at.is_null())
        .order(purges::id)
        .select(PurgeRow::as_select())
        .load(reader.connection())?)
}

/// How many applications of something are within reach.
pub fn count(reader: &mut Reader, reach: Reach, subject: Subject) -> Result<i64, StoreError> {
    let query = reachable(reach);
    let query = match subject {
        Subject::Organisation(id) => query.filter(applications::organisation_id.eq(id)),
        Subject::Round(id) => query.filter(applications::round_id.eq(id)),
    };
    Ok(query.select(count_star()).first(reader.connection())?)
}

/// Proposes a purge; another admin has until `expires_at`.
pub fn insert(
    tx: &mut Tx,
    may: &MayProposePurge,
    cause: Cause,
    expires_at: Moment,
) -> Result<PurgeId, StoreError> {
    let (id, now): (PurgeId, _) = (mint(), tx.now());
    let subject = may.subject();
    diesel::insert_into(purges::table)
        .values((
            purges::id.eq(id),
            purges::subject.eq(subject.code()),
            purges::subject_id.eq(subject.id()),
            purges::cause.eq(cause),
            purges::proposed_by.eq(may.by()),
            purges::proposed_at.eq(now),
            purges::expires_at.eq(expires_at),
            purges::applications.eq(0_i64),
            purges::organisations.eq(0_i64),
            purges::people.eq(0_i64),
            purges::files.eq(0_i64),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Notes who confirmed the capability's purge: from then on it is to be carried out.
pub fn confirm(tx: &mut Tx, may: &MayEndPurge) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(purges::table.find(may.purge()))
        .set((
            purges::confirmed_by.eq(may.by()),
            purges::confirmed_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes that the capability's purge was taken back.
pub fn take_back(tx: &mut Tx, may: &MayEndPurge) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(purges::table.find(may.purge()))
        .set((purges::dropped_by.eq(may.by()), purges::dropped_at.eq(now)))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes how much the capability's purge erased.
pub fn set_erased(tx: &mut Tx, may: &MayEndPurge, erased: Erased) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(purges::table.find(may.purge()))
        .set((
            purges::erased_at.eq(now),
            purges::applications.eq(erased.applications),
            purges::organisations.eq(erased.organisations),
            purges::people.eq(erased.people),
            purges::files.eq(erased.files),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes that nothing of a purge lies on the disk any more.
pub fn set_finished(tx: &mut Tx, id: PurgeId) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(purges::table.find(id))
        .set(purges::finished_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes that a new daily backup took the place of those of before the capability's purge.
pub fn set_backups_replaced(tx: &mut Tx, may: &MayReplaceBackups) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(purges::table.find(may.purge()))
        .set(purges::backups_replaced_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}
