//! Panel meetings of rounds: planned, opened, closed, and what tells that one of
//! them changed. Items and turns are [`meeting_item`](super::meeting_item)'s.

use diesel::dsl::{count_star, exists, min};
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::{
    applications, assignments, conflicts, meetings, review_versions, reviews, rounds,
};
use crate::domain::meeting::{Act, Meeting, MeetingDraft};
use crate::domain::round::RoundState;
use crate::domain::{AccountId, ApplicationId, MeetingId, Moment, RoundId};
use crate::policy::meeting::{MayChairMeeting, MayPlanMeeting};

/// The meeting of an id.
pub fn by_id(reader: &mut Reader, id: MeetingId) -> Result<Option<Meeting>, StoreError> {
    let row: Option<MeetingRow> = meetings::table
        .find(id)
        .select(MeetingRow::as_select())
        .first(reader.connection())
        .optional()?;
    Ok(row.map(MeetingRow::meeting))
}

/// Meetings of a round, the latest planned first, after an instant and id.
pub fn of_round(
    reader: &mut Reader,
    round: RoundId,
    before: Option<(Moment, MeetingId)>,
    limit: i64,
) -> Result<Vec<Meeting>, StoreError> {
    let mut query = meetings::table
        .into_boxed::<MultiBackend>()
        .filter(meetings::round_id.eq(round));
    if let Some((at, id)) = before {
        let same = meetings::planned_at.eq(at).and(meetings::id.lt(id));
        query = query.filter(meetings::planned_at.lt(at).or(same));
    }
    let rows: Vec<MeetingRow> = query
        .order((meetings::planned_at.desc(), meetings::id.desc()))
        .limit(limit)
        .select(MeetingRow::as_select())
        .load(reader.connection())?;
    Ok(rows.into_iter().map(MeetingRow::meeting).collect())
}

/// The meeting of a round that is open, if there is one.
pub fn open_of_round(reader: &mut Reader, round: RoundId) -> Result<Option<Meeting>, StoreError> {
    let row: Option<MeetingRow> = meetings::table
        .filter(meetings::round_id.eq(round))
        .filter(meetings::opened_at.is_not_null())
        .filter(meetings::closed_at.is_null())
        .select(MeetingRow::as_select())
        .first(reader.connection())
        .optional()?;
    Ok(row.map(MeetingRow::meeting))
}

/// Meetings that are not over, of these rounds, the next first.
pub fn to_come(
    reader: &mut Reader,
    rounds: &[RoundId],
    limit: i64,
) -> Result<Vec<Meeting>, StoreError> {
    let rows: Vec<MeetingRow> = meetings::table
        .filter(meetings::round_id.eq_any(rounds.to_vec()))
        .filter(meetings::closed_at.is_null())
        .order((meetings::planned_at, meetings::id))
        .limit(limit)
        .select(MeetingRow::as_select())
        .load(reader.connection())?;
    Ok(rows.into_iter().map(MeetingRow::meeting).collect())
}

/// A round with a meeting that is not over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct RoundToMeet {
    pub id: RoundId,
    pub state: RoundState,
    /// Its oldest application; `None` while it has none.
    pub oldest: Option<ApplicationId>,
}

/// The rounds with a meeting that is not over.
pub fn rounds_to_meet(reader: &mut Reader) -> Result<Vec<RoundToMeet>, StoreError> {
    let planned = meetings::table
        .filter(meetings::closed_at.is_null())
        .select(meetings::round_id);
    let oldest = applications::table
        .filter(applications::round_id.eq(rounds::id))
        .select(min(applications::id))
        .single_value();
    Ok(rounds::table
        .filter(rounds::id.eq_any(planned))
        .select((rounds::id, rounds::state, oldest))
        .load(reader.connection())?)
}

/// The rounds of which somebody was ever assigned an application, as far as it isn't older
/// than this one: ids sort by time.
pub fn rounds_of_reviewer(
    reader: &mut Reader,
    reviewer: AccountId,
    oldest: ApplicationId,
) -> Result<Vec<RoundId>, StoreError> {
    Ok(applications::table
        .inner_join(assignments::table)
        .filter(assignments::reviewer_id.eq(reviewer))
        .filter(assignments::application_id.ge(oldest))
        .select(applications::round_id)
        .distinct()
        .load(reader.connection())?)
}

/// Whether somebody was ever assigned an application of a round.
pub fn reviews_in(
    reader: &mut Reader,
    round: RoundId,
    reviewer: AccountId,
) -> Result<bool, StoreError> {
    let own = assignments::table
        .filter(assignments::application_id.eq(applications::id))
        .filter(assignments::reviewer_id.eq(reviewer));
    let found: Option<ApplicationId> = applications::table
        .filter(applications::round_id.eq(round))
        .filter(exists(own))
        .select(applications::id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// What changes when a meeting does, or what is said of the application in front:
/// numbers that only mean something by differing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub changes: i64,
    sent: Option<i64>,
    kept_away: Option<i64>,
    assigned: Option<i64>,
}

/// The mark of a meeting with this application in front, in one query.
pub fn mark(
    reader: &mut Reader,
    id: MeetingId,
    present: Option<ApplicationId>,
) -> Result<Option<Mark>, StoreError> {
    let Some(present) = present else {
        let changes: Option<i64> = meetings::table
            .find(id)
            .select(meetings::changes)
            .first(reader.connection())
            .optional()?;
        return Ok(changes.map(|changes| Mark {
            changes,
            sent: None,
            kept_away: None,
            assigned: None,
        }));
    };
    let sent = review_versions::table
        .inner_join(reviews::table)
        .filter(reviews::application_id.eq(present))
        .select(count_star())
        .single_value();
    let kept_away = conflicts::table
        .filter(conflicts::application_id.eq(present))
        .select(count_star())
        .single_value();
    let assigned = assignments::table
        .filter(assignments::application_id.eq(present))
        .filter(assignments::recused_at.is_null())
        .select(count_star())
        .single_value();
    type Counts = (i64, Option<i64>, Option<i64>, Option<i64>);
    let found: Option<Counts> = meetings::table
        .find(id)
        .select((meetings::changes, sent, kept_away, assigned))
        .first(reader.connection())
        .optional()?;
    Ok(found.map(|(changes, sent, kept_away, assigned)| Mark {
        changes,
        sent,
        kept_away,
        assigned,
    }))
}

/// Adds a meeting to the capability's round; answers with its id.
pub fn insert(
    tx: &mut Tx,
    may: &MayPlanMeeting,
    draft: &MeetingDraft,
) -> Result<MeetingId, StoreError> {
    let (id, now): (MeetingId, _) = (mint(), tx.now());
    diesel::insert_into(meetings::table)
        .values((
            meetings::id.eq(id),
            meetings::round_id.eq(may.round()),
            meetings::title.eq(&draft.title),
            meetings::planned_at.eq(draft.planned_at),
            meetings::changes.eq(0_i64),
            meetings::made_by.eq(may.by()),
            meetings::made_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Gives the capability's meeting another title and time.
pub fn replan(tx: &mut Tx, may: &MayChairMeeting, draft: &MeetingDraft) -> Result<(), StoreError> {
    diesel::update(meetings::table.find(may.meeting()))
        .set((
            meetings::title.eq(&draft.title),
            meetings::planned_at.eq(draft.planned_at),
        ))
        .execute(tx.connection())?;
    touch(tx, may)
}

/// Opens the capability's meeting.
pub fn open(tx: &mut Tx, may: &MayChairMeeting) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(meetings::table.find(may.meeting()))
        .set((
            meetings::opened_by.eq(may.by()),
            meetings::opened_at.eq(now),
        ))
        .execute(tx.connection())?;
    touch(tx, may)
}

/// Closes the capability's meeting.
pub fn close(tx: &mut Tx, may: &MayChairMeeting) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(meetings::table.find(may.meeting()))
        .set((
            meetings::closed_by.eq(may.by()),
            meetings::closed_at.eq(now),
        ))
        .execute(tx.connection())?;
    touch(tx, may)
}

/// Counts a change, for those who wait for one.
pub(super) fn touch(tx: &mut Tx, may: &MayChairMeeting) -> Result<(), StoreError> {
    diesel::update(meetings::table.find(may.meeting()))
        .set(meetings::changes.eq(meetings::changes + 1_i64))
        .execute(tx.connection())?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = meetings, check_for_backend(MultiBackend))]
struct MeetingRow {
    id: MeetingId,
    round_id: RoundId,
    title: String,
    planned_at: Moment,
    made_by: AccountId,
    made_at: Moment,
    opened_by: Option<AccountId>,
    opened_at: Option<Moment>,
    closed_by: Option<AccountId>,
    closed_at: Option<Moment>,
}

impl MeetingRow {
    fn meeting(self) -> Meeting {
        let act = |by: Option<AccountId>, at: Option<Moment>| -> Option<Act> { by.zip(at) };
        Meeting {
            id: self.id,
            round: self.round_id,
            title: self.title,
            planned_at: self.planned_at,
            made: (self.made_by, self.made_at),
            opened: act(self.opened_by, self.opened_at),
            closed: act(self.closed_by, self.closed_at),
        }
    }
}
