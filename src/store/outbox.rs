//! Mail waiting to leave, written in the transaction of what it tells of and kept sealed.

mod sealed;

pub(super) use sealed::open;
pub use sealed::{keys_in_use, letters_batch, renew_batch, unopened};

use std::collections::BTreeMap;

use diesel::dsl::{count_star, min};
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::outbox;
use super::vault::{Vault, VaultError};
use crate::domain::{ApplicationId, Moment};

/// A letter: a subject and a body that holds a link, never confidential content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub recipient: String,
    pub subject: String,
    pub body: String,
}

/// When a former release, which would send a sealed letter empty, takes it for due.
const NEVER: Moment = Moment::from_micros(253_402_300_799_000_000);

/// A letter as it stands in the outbox, opened.
#[derive(Debug, Clone)]
pub struct OutboxRow {
    pub id: String,
    pub recipient: String,
    pub subject: String,
    pub body: String,
    pub created_at: Moment,
    pub attempts: i32,
    pub sent_at: Option<Moment>,
    /// Why it can't be opened now; subject and body are empty then.
    pub unopened: Option<VaultError>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = outbox, check_for_backend(MultiBackend))]
struct Row {
    id: String,
    recipient: String,
    subject: String,
    body: String,
    sealed: Option<String>,
    created_at: Moment,
    attempts: i32,
    sent_at: Option<Moment>,
}

impl Row {
    fn opened(self, vault: &Vault) -> OutboxRow {
        let texts = match &self.sealed {
            Some(sealed) => open(vault, &self.id, sealed),
            None => Ok([self.subject, self.body]),
        };
        let unopened = texts.as_ref().err().copied();
        let [subject, body] = texts.unwrap_or_default();
        OutboxRow {
            id: self.id,
            recipient: self.recipient,
            subject,
            body,
            created_at: self.created_at,
            attempts: self.attempts,
            sent_at: self.sent_at,
            unopened,
        }
    }
}

/// What a letter is due by: of one that a former release put here, its own time.
macro_rules! due_by {
    ($now:expr) => {
        outbox::sent_at.is_null().and(
            outbox::leaves_at
                .assume_not_null()
                .le($now)
                .or(outbox::due_at.le($now)),
        )
    };
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
    let texts = [letter.subject.as_str(), letter.body.as_str()];
    let sealed = sealed::seal(tx.vault(), id.as_str(), texts)?;
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(id),
            outbox::recipient.eq(&letter.recipient),
            outbox::subject.eq(""),
            outbox::body.eq(""),
            outbox::sealed.eq(sealed),
            outbox::created_at.eq(now),
            outbox::due_at.eq(NEVER),
            outbox::leaves_at.eq(now),
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
    let rows: Vec<Row> = outbox::table
        .filter(due_by!(now))
        .order(outbox::id)
        .limit(limit)
        .select(Row::as_select())
        .load(reader.connection())?;
    let vault = reader.vault();
    Ok(rows.into_iter().map(|row| row.opened(vault)).collect())
}

/// Whether a letter is still due at an instant: another process may have sent it, or
/// put it off, since it was listed.
pub fn is_due(reader: &mut Reader, id: &str, now: Moment) -> Result<bool, StoreError> {
    let found: Option<String> = outbox::table
        .find(id)
        .filter(due_by!(now))
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
    let rows: Vec<Row> = outbox::table
        .order(outbox::id.desc())
        .limit(limit)
        .select(Row::as_select())
        .load(reader.connection())?;
    let vault = reader.vault();
    Ok(rows.into_iter().map(|row| row.opened(vault)).collect())
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
            outbox::leaves_at.eq(retry_at),
            outbox::due_at.eq(NEVER),
            outbox::attempts.eq(outbox::attempts + 1),
            outbox::failure.eq(reason),
        ))
        .execute(tx.connection())?;
    Ok(())
}

#[cfg(test)]
mod tests;
