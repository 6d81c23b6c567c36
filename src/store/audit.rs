//! The audit log: one event per change, each carrying the SHA-256 of itself and
//! of the event before it, so that no event can be changed, dropped or moved
//! unseen.

mod place;
mod proof;
mod readable;
#[cfg(test)]
mod tests;
mod walk;

pub use place::{opened_place, sealed_place};
pub use proof::{Broken, Flaw, Head, Proof};
pub(super) use readable::{Query, readable};
pub use walk::{actions_after, prove, verify};

use diesel::dsl::count_star;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{applications, audit_events, decisions, reviews};
use crate::domain::{AccountId, Moment, RoundId};
use crate::policy::Reach;

/// One event as it stands in the log.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_events, check_for_backend(MultiBackend))]
pub struct AuditEvent {
    /// 1 for the first event, then without gaps.
    pub seq: i64,
    pub at: Moment,
    pub actor_id: Option<AccountId>,
    /// What was done, such as `submit_review`.
    pub action: String,
    pub object_kind: String,
    pub object_id: String,
    /// State before and after, as short text; never answers or contact data.
    pub before_state: String,
    pub after_state: String,
    pub request_id: String,
    pub previous_hash: String,
    pub hash: String,
}

impl AuditEvent {
    /// SHA-256 over every other field, each preceded by its length, so that no
    /// two different events have the same bytes.
    fn digest(&self) -> String {
        let actor = self.actor_id.map(|id| id.to_string()).unwrap_or_default();
        let (seq, at) = (self.seq.to_string(), self.at.micros().to_string());
        let fields: [&str; 10] = [
            &seq,
            &at,
            &actor,
            &self.action,
            &self.object_kind,
            &self.object_id,
            &self.before_state,
            &self.after_state,
            &self.request_id,
            &self.previous_hash,
        ];
        let mut hasher = Sha256::new();
        for field in fields {
            hasher.update((field.len() as u64).to_be_bytes());
            hasher.update(field.as_bytes());
        }
        super::hex(&hasher.finalize())
    }
}

/// Appends an event to the chain, in the transaction of the change it tells of.
pub fn append(
    tx: &mut Tx,
    action: &str,
    object: (&str, &str),
    before: &str,
    after: &str,
) -> Result<(), StoreError> {
    let (seq, previous_hash) = end(tx)?.unwrap_or_default();
    let mut event = AuditEvent {
        seq: seq + 1,
        at: tx.stamp.now,
        actor_id: tx.stamp.actor,
        action: action.to_owned(),
        object_kind: object.0.to_owned(),
        object_id: object.1.to_owned(),
        before_state: before.to_owned(),
        after_state: after.to_owned(),
        request_id: tx.stamp.request.clone(),
        previous_hash,
        hash: String::new(),
    };
    event.hash = event.digest();
    diesel::insert_into(audit_events::table)
        .values(&event)
        .execute(tx.connection())?;
    Ok(())
}

/// Number and hash of the last event there is.
pub fn end(reader: &mut Reader) -> Result<Option<(i64, String)>, StoreError> {
    Ok(audit_events::table
        .select((audit_events::seq, audit_events::hash))
        .order(audit_events::seq.desc())
        .first(reader.connection())
        .optional()?)
}

/// The events before `before` (all when `None`), latest first.
pub fn latest_events(
    reader: &mut Reader,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<AuditEvent>, StoreError> {
    Ok(audit_events::table
        .filter(audit_events::seq.lt(before.unwrap_or(i64::MAX)))
        .order(audit_events::seq.desc())
        .limit(limit)
        .select(AuditEvent::as_select())
        .load(reader.connection())?)
}

/// The events of one object, in order.
pub fn events_of(
    reader: &mut Reader,
    kind: &str,
    id: &str,
    limit: i64,
) -> Result<Vec<AuditEvent>, StoreError> {
    Ok(audit_events::table
        .filter(
            audit_events::object_kind
                .eq(kind)
                .and(audit_events::object_id.eq(id)),
        )
        .order(audit_events::seq)
        .limit(limit)
        .select(AuditEvent::as_select())
        .load(reader.connection())?)
}

/// When something was done to an object the last time.
pub fn at(
    reader: &mut Reader,
    action: &str,
    (kind, id): (&str, &str),
) -> Result<Option<Moment>, StoreError> {
    Ok(audit_events::table
        .filter(audit_events::object_kind.eq(kind))
        .filter(audit_events::object_id.eq(id))
        .filter(audit_events::action.eq(action))
        .order(audit_events::seq.desc())
        .select(audit_events::at)
        .first(reader.connection())
        .optional()?)
}

/// When a person did something to an object the last time.
pub fn at_by(
    reader: &mut Reader,
    person: AccountId,
    action: &str,
    (kind, id): (&str, &str),
) -> Result<Option<Moment>, StoreError> {
    Ok(audit_events::table
        .filter(audit_events::object_kind.eq(kind))
        .filter(audit_events::object_id.eq(id))
        .filter(audit_events::action.eq(action))
        .filter(audit_events::actor_id.assume_not_null().eq(person))
        .order(audit_events::seq.desc())
        .select(audit_events::at)
        .first(reader.connection())
        .optional()?)
}

/// When something was done to an object that left this behind the last time.
pub fn left_at(
    reader: &mut Reader,
    action: &str,
    (kind, id): (&str, &str),
    after: &str,
) -> Result<Option<Moment>, StoreError> {
    Ok(audit_events::table
        .filter(audit_events::object_kind.eq(kind))
        .filter(audit_events::object_id.eq(id))
        .filter(audit_events::action.eq(action))
        .filter(audit_events::after_state.eq(after))
        .order(audit_events::seq.desc())
        .select(audit_events::at)
        .first(reader.connection())
        .optional()?)
}

/// An event as one reader sees it: its number counts only what they may read, so
/// that no gap tells of what they may not.
#[derive(Debug, Clone)]
pub struct SeenEvent {
    /// The same as `seq` for whoever may read everything.
    pub number: i64,
    pub event: AuditEvent,
}

/// Whose events are read.
#[derive(Debug, Clone, Copy)]
pub enum About<'a> {
    Everything,
    /// Of one object: kind and id.
    Object(&'a str, &'a str),
    /// What a person did, and what was done to their account.
    Person(AccountId),
}

/// Events before the number `before`, latest first. Events of applications out of reach,
/// and of what hangs on them, are left out.
pub fn within(
    reader: &mut Reader,
    reach: Reach,
    about: About,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<SeenEvent>, StoreError> {
    let before = match before {
        Some(number) => seq_of(reader, reach, number)?,
        None => i64::MAX,
    };
    let query = readable(reach)
        .filter(audit_events::seq.lt(before))
        .order(audit_events::seq.desc())
        .limit(limit);
    let query = match about {
        About::Everything => query,
        About::Object(kind, id) => query
            .filter(audit_events::object_kind.eq(kind.to_owned()))
            .filter(audit_events::object_id.eq(id.to_owned())),
        About::Person(person) => {
            let own = audit_events::object_kind
                .eq("account")
                .and(audit_events::object_id.eq(person.to_string()));
            query.filter(audit_events::actor_id.assume_not_null().eq(person).or(own))
        }
    };
    let events: Vec<AuditEvent> = query
        .select(AuditEvent::as_select())
        .load(reader.connection())?;
    numbered(reader, reach, events)
}

/// Where a page of events begins.
#[derive(Debug, Clone, Copy)]
pub enum PageAfter {
    /// Behind the event of this `seq`; 0 for the beginning.
    Event(i64),
    /// Behind so many of them: for those who bring no place that opens.
    Passed(i64),
}

/// Events of a round and of its applications, their reviews and decisions, oldest first.
pub fn of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
    after: PageAfter,
    limit: i64,
) -> Result<Vec<AuditEvent>, StoreError> {
    let query = about_round(reach, round)
        .order(audit_events::seq)
        .limit(limit);
    let query = match after {
        PageAfter::Event(seq) => query.filter(audit_events::seq.gt(seq)),
        PageAfter::Passed(many) => query.offset(many),
    };
    Ok(query
        .select(AuditEvent::as_select())
        .load(reader.connection())?)
}

fn about_round(reach: Reach, round: RoundId) -> Query {
    let own = applications::table
        .filter(applications::round_id.eq(round))
        .select(applications::id);
    let of_reviews = reviews::table
        .filter(reviews::application_id.eq_any(own))
        .select(reviews::id);
    let of_decisions = decisions::table
        .filter(decisions::application_id.eq_any(own))
        .select(decisions::id);
    let about = audit_events::object_id
        .eq(round.as_str().to_owned())
        .or(audit_events::object_id.eq_any(own))
        .or(audit_events::object_id.eq_any(of_reviews))
        .or(audit_events::object_id.eq_any(of_decisions));
    readable(reach).filter(about)
}

/// The seq of the event that a reader knows by a number; beyond every event when
/// there is none yet.
fn seq_of(reader: &mut Reader, reach: Reach, number: i64) -> Result<i64, StoreError> {
    let found: Option<i64> = readable(reach)
        .order(audit_events::seq)
        .offset(number.saturating_sub(1).max(0))
        .limit(1)
        .select(audit_events::seq)
        .first(reader.connection())
        .optional()?;
    Ok(found.unwrap_or(i64::MAX))
}

/// Numbers events, latest first, as this reader counts: in two queries.
fn numbered(
    reader: &mut Reader,
    reach: Reach,
    events: Vec<AuditEvent>,
) -> Result<Vec<SeenEvent>, StoreError> {
    let (Some(first), Some(last)) = (events.first(), events.last()) else {
        return Ok(Vec::new());
    };
    let (first, last) = (first.seq, last.seq);
    let below: i64 = readable(reach)
        .filter(audit_events::seq.lt(last))
        .select(count_star())
        .first(reader.connection())?;
    let between: Vec<i64> = readable(reach)
        .filter(audit_events::seq.between(last, first))
        .order(audit_events::seq)
        .select(audit_events::seq)
        .load(reader.connection())?;
    let number = |event: AuditEvent| {
        let place = between.partition_point(|seq| *seq <= event.seq);
        SeenEvent {
            number: below + i64::try_from(place).unwrap_or(i64::MAX),
            event,
        }
    };
    Ok(events.into_iter().map(number).collect())
}

/// Number and hash of the last event that a reader may see: written down elsewhere,
/// the hash proves later that nothing before it was changed.
pub fn head(reader: &mut Reader, reach: Reach) -> Result<Option<(i64, String)>, StoreError> {
    let last = within(reader, reach, About::Everything, None, 1)?;
    let last = last.into_iter().next();
    Ok(last.map(|seen| (seen.number, seen.event.hash)))
}
