//! Rounds.

mod due;
mod pinning;

pub(super) use due::reviews_due;
pub use pinning::{pin_form, pin_rubric};

use std::collections::BTreeMap;

use diesel::dsl::max;
use diesel::prelude::*;

use super::columns::{TranslatedJson, translated_json};
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::json::from_json;
use super::phase;
use super::schema::{audit_events, rounds};
use crate::domain::round::{Closing, Round, RoundState};
use crate::domain::{
    Currency, FormId, Moment, PhaseId, ProgrammeId, RoundId, RubricId, Translated,
};

/// The round of an id.
pub fn by_id(reader: &mut Reader, id: RoundId) -> Result<Option<Round>, StoreError> {
    let found = rounds::table
        .find(id)
        .select(RoundRow::as_select())
        .first(reader.connection())
        .optional()?;
    found.map(RoundRow::round).transpose()
}

/// The rounds of these ids, in one query.
pub fn by_ids(reader: &mut Reader, ids: &[RoundId]) -> Result<Vec<Round>, StoreError> {
    let rows: Vec<RoundRow> = rounds::table
        .filter(rounds::id.eq_any(ids.to_vec()))
        .select(RoundRow::as_select())
        .load(reader.connection())?;
    rows.into_iter().map(RoundRow::round).collect()
}

/// The round of a name in URLs.
pub fn by_slug(reader: &mut Reader, slug: &str) -> Result<Option<Round>, StoreError> {
    let found = rounds::table
        .filter(rounds::slug.eq(slug))
        .select(RoundRow::as_select())
        .first(reader.connection())
        .optional()?;
    found.map(RoundRow::round).transpose()
}

/// The names in URLs of these rounds.
pub fn slugs(reader: &mut Reader, ids: &[RoundId]) -> Result<Vec<(RoundId, String)>, StoreError> {
    Ok(rounds::table
        .filter(rounds::id.eq_any(ids.to_vec()))
        .select((rounds::id, rounds::slug))
        .load(reader.connection())?)
}

/// Rounds in any of `states` that were made before `after` (all when `None`),
/// latest first.
pub fn list(
    reader: &mut Reader,
    states: &[RoundState],
    after: Option<RoundId>,
    limit: i64,
) -> Result<Vec<Round>, StoreError> {
    let rows: Vec<RoundRow> = rounds::table
        .filter(rounds::state.eq_any(states.iter().copied()))
        .filter(rounds::id.lt(super::before(after.as_ref().map(RoundId::as_str))))
        .order(rounds::id.desc())
        .limit(limit)
        .select(RoundRow::as_select())
        .load(reader.connection())?;
    rows.into_iter().map(RoundRow::round).collect()
}

/// Rounds that staff have opened, the first to close first, those without a closing
/// day last. Whether one takes applications now, [`Round::window`] says.
pub fn open_rounds(reader: &mut Reader, limit: i64) -> Result<Vec<Round>, StoreError> {
    let rows: Vec<RoundRow> = rounds::table
        .filter(rounds::state.eq(RoundState::Open))
        .order((rounds::closes_at.is_null(), rounds::closes_at, rounds::id))
        .limit(limit)
        .select(RoundRow::as_select())
        .load(reader.connection())?;
    rows.into_iter().map(RoundRow::round).collect()
}

/// The latest rounds of a programme, the last first.
pub fn of_programme(
    reader: &mut Reader,
    programme: ProgrammeId,
    limit: i64,
) -> Result<Vec<Round>, StoreError> {
    let rows: Vec<RoundRow> = rounds::table
        .filter(rounds::programme_id.eq(programme))
        .order(rounds::id.desc())
        .limit(limit)
        .select(RoundRow::as_select())
        .load(reader.connection())?;
    rows.into_iter().map(RoundRow::round).collect()
}

/// Writes of a round that change what the public reads of it.
const CHANGES: [&str; 4] = ["create_round", "update_round", "open_round", "close_round"];

/// When these rounds were last changed, as the log has it.
pub fn changed_at(
    reader: &mut Reader,
    ids: &[RoundId],
) -> Result<BTreeMap<RoundId, Moment>, StoreError> {
    let texts: Vec<String> = ids.iter().map(RoundId::to_string).collect();
    let rows: Vec<(String, Option<Moment>)> = audit_events::table
        .filter(audit_events::object_kind.eq("round"))
        .filter(audit_events::object_id.eq_any(texts))
        .filter(audit_events::action.eq_any(CHANGES))
        .group_by(audit_events::object_id)
        .select((audit_events::object_id, max(audit_events::at)))
        .load(reader.connection())?;
    let known = |(id, at): (String, Option<Moment>)| Some((RoundId::parse(&id).ok()?, at?));
    Ok(rows.into_iter().filter_map(known).collect())
}

/// Adds a round with the review phase that every round begins with; a used slug
/// is [`Taken::RoundSlug`](super::Taken).
pub fn insert(tx: &mut Tx, round: &Round) -> Result<(), StoreError> {
    insert_with(tx, round, mint())
}

/// The same with this id for the phase.
pub fn insert_with(tx: &mut Tx, round: &Round, phase: PhaseId) -> Result<(), StoreError> {
    diesel::insert_into(rounds::table)
        .values(RoundRow::from(round))
        .execute(tx.connection())?;
    phase::insert_first(tx, phase, round)
}

/// Stores every column of a round but its id, programme and time of making.
pub fn update(tx: &mut Tx, round: &Round) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.id))
        .filter(rounds::programme_id.eq(round.programme_id))
        .set(RoundRow::from(round).editable)
        .execute(tx.connection())?;
    Ok(())
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = rounds, check_for_backend(MultiBackend))]
struct RoundRow {
    id: RoundId,
    programme_id: ProgrammeId,
    created_at: Moment,
    #[diesel(embed)]
    editable: Editable,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rounds, check_for_backend(MultiBackend))]
#[diesel(treat_none_as_null = true)]
struct Editable {
    rubric_id: RubricId,
    form_id: FormId,
    slug: String,
    title: String,
    purpose: String,
    currency: Currency,
    budget_minor: i64,
    least_minor: i64,
    most_minor: i64,
    opens_at: Moment,
    closes_at: Option<Moment>,
    grace_minutes: i32,
    time_zone: String,
    reviews_due_at: Option<Moment>,
    review_days: Option<i32>,
    turnaround_days: i32,
    sign_off: bool,
    emergency: bool,
    state: RoundState,
}

impl From<&Round> for RoundRow {
    fn from(round: &Round) -> Self {
        let (closes_at, reviews_due_at, review_days) = match round.closing {
            Closing::On {
                closes_at,
                reviews_due_at,
            } => (Some(closes_at), Some(reviews_due_at), None),
            Closing::Rolling { review_days } => (None, None, Some(review_days)),
        };
        Self {
            id: round.id,
            programme_id: round.programme_id,
            created_at: round.created_at,
            editable: Editable {
                rubric_id: round.rubric_id,
                form_id: round.form_id,
                slug: round.slug.clone(),
                title: translated_json(&round.title),
                purpose: translated_json(&round.purpose),
                currency: round.currency,
                budget_minor: round.budget_minor,
                least_minor: round.least_minor,
                most_minor: round.most_minor,
                opens_at: round.opens_at,
                closes_at,
                grace_minutes: round.grace_minutes,
                time_zone: round.time_zone.clone(),
                reviews_due_at,
                review_days,
                turnaround_days: round.turnaround_days,
                sign_off: round.sign_off,
                emergency: round.emergency,
                state: round.state,
            },
        }
    }
}

impl RoundRow {
    fn round(self) -> Result<Round, StoreError> {
        let row = self.editable;
        Ok(Round {
            id: self.id,
            programme_id: self.programme_id,
            rubric_id: row.rubric_id,
            form_id: row.form_id,
            slug: row.slug,
            title: translated(&row.title)?,
            purpose: translated(&row.purpose)?,
            currency: row.currency,
            budget_minor: row.budget_minor,
            least_minor: row.least_minor,
            most_minor: row.most_minor,
            opens_at: row.opens_at,
            closing: closing(
                self.id,
                (row.closes_at, row.reviews_due_at),
                row.review_days,
            )?,
            grace_minutes: row.grace_minutes,
            time_zone: row.time_zone,
            turnaround_days: row.turnaround_days,
            sign_off: row.sign_off,
            emergency: row.emergency,
            state: row.state,
            created_at: self.created_at,
        })
    }
}

/// A closing day with a day for reviews, or days for the reviews of each application.
fn closing(
    id: RoundId,
    days: (Option<Moment>, Option<Moment>),
    review_days: Option<i32>,
) -> Result<Closing, StoreError> {
    match (days, review_days) {
        ((Some(closes_at), Some(reviews_due_at)), None) => Ok(Closing::On {
            closes_at,
            reviews_due_at,
        }),
        ((None, None), Some(review_days)) => Ok(Closing::Rolling { review_days }),
        _ => Err(StoreError::Damaged(format!("no dates of a round: {id}"))),
    }
}

fn translated(text: &str) -> Result<Translated, StoreError> {
    from_json::<TranslatedJson>(text).map(Translated::from)
}

#[cfg(test)]
mod tests;
