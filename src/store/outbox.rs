//! Mail waiting to leave, written in the transaction of what it tells of.

use std::collections::BTreeMap;

use diesel::dsl::{count_star, min};
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::outbox;
use crate::domain::{ApplicationId, Moment};

/// A letter: a subject and a body that holds a link, never confidential content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub recipient: String,
    pub subject: String,
    pub body: String,
}

/// A letter as it stands in the outbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = outbox, check_for_backend(MultiBackend))]
pub struct OutboxRow {
    pub id: String,
    pub recipient: String,
    pub subject: String,
    pub body: String,
    pub created_at: Moment,
    pub attempts: i32,
    pub sent_at: Option<Moment>,
}

/// Puts a letter in the outbox, due at once.
pub fn post(tx: &mut Tx, letter: &Letter) -> Result<(), StoreError> {
    put(tx, letter, None)
}

/// The same with the receipt of an application, which is acknowledged once it leaves.
pub fn post_receipt(tx: &mut Tx, letter: &Letter, of: ApplicationId) -> Result<(), StoreError> {
    put(tx, letter, Some(of))
}

fn put(tx: &mut Tx, letter: &Letter, receipt: Option<ApplicationId>) -> Result<(), StoreError> {
    // Any id type serves to mint: the outbox's ids name nothing outside it.
    let id = mint::<ApplicationId>();
    let now = tx.now();
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(id),
            outbox::recipient.eq(&letter.recipient),
            outbox::subject.eq(&letter.subject),
            outbox::body.eq(&letter.body),
            outbox::created_at.eq(now),
            outbox::due_at.eq(now),
            outbox::attempts.eq(0),
            outbox::receipt_of.eq(receipt),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// How many letters have not left, and since when the oldest of them waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    pub letters: i64,
    pub oldest: Option<Moment>,
}

/// The letters that have not left.
pub fn waiting(reader: &mut Reader) -> Result<Waiting, StoreError> {
    let (letters, oldest): (i64, Option<Moment>) = outbox::table
        .filter(outbox::sent_at.is_null())
        .select((count_star(), min(outbox::created_at)))
        .first(reader.connection())?;
    Ok(Waiting { letters, oldest })
}

/// Letters due at an instant, oldest first.
pub fn due(reader: &mut Reader, now: Moment, limit: i64) -> Result<Vec<OutboxRow>, StoreError> {
    Ok(outbox::table
        .filter(outbox::sent_at.is_null().and(outbox::due_at.le(now)))
        .order(outbox::id)
        .limit(limit)
        .select(OutboxRow::as_select())
        .load(reader.connection())?)
}

/// Whether a letter is still due at an instant: another process may have sent it, or
/// put it off, since it was listed.
pub fn is_due(reader: &mut Reader, id: &str, now: Moment) -> Result<bool, StoreError> {
    let found: Option<String> = outbox::table
        .find(id)
        .filter(outbox::sent_at.is_null().and(outbox::due_at.le(now)))
        .select(outbox::id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// When the first receipt of each of these applications left; nothing while none has.
/// Applications without a receipt are left out.
pub fn receipts(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, Option<Moment>>, StoreError> {
    let rows: Vec<(ApplicationId, Option<Moment>)> = outbox::table
        .filter(outbox::receipt_of.assume_not_null().eq_any(ids.to_vec()))
        .select((outbox::receipt_of.assume_not_null(), outbox::sent_at))
        .load(reader.connection())?;
    let mut first: BTreeMap<ApplicationId, Option<Moment>> = BTreeMap::new();
    for (id, sent) in rows {
        let kept = first.entry(id).or_default();
        *kept = [*kept, sent].into_iter().flatten().min();
    }
    Ok(first)
}

/// The latest letters, for the demo's inbox.
pub fn latest(reader: &mut Reader, limit: i64) -> Result<Vec<OutboxRow>, StoreError> {
    Ok(outbox::table
        .order(outbox::id.desc())
        .limit(limit)
        .select(OutboxRow::as_select())
        .load(reader.connection())?)
}

/// Notes that a letter has left.
pub fn mark_sent(tx: &mut Tx, id: &str) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(outbox::table.find(id))
        .set((
            outbox::sent_at.eq(now),
            outbox::attempts.eq(outbox::attempts + 1),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes a failure and when to try again.
pub fn mark_failed(
    tx: &mut Tx,
    id: &str,
    reason: &str,
    retry_at: Moment,
) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id))
        .set((
            outbox::due_at.eq(retry_at),
            outbox::attempts.eq(outbox::attempts + 1),
            outbox::failure.eq(reason),
        ))
        .execute(tx.connection())?;
    Ok(())
}
