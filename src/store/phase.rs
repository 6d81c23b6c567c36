//! Review phases of rounds.

use std::collections::BTreeMap;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::columns::{TranslatedJson, translated_json};
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::json::from_json;
use super::schema::{applications, review_phases, review_versions, reviews};
use crate::domain::phase::{self, Others, Phase, Scope};
use crate::domain::round::Round;
use crate::domain::{Moment, PhaseId, ReviewId, RoundId};
use crate::policy::round::MaySetPhases;

diesel::alias!(review_phases as newer_phases: NewerPhases);

/// The phases of a round, by opening.
pub fn of_round(reader: &mut Reader, round: RoundId) -> Result<Vec<Phase>, StoreError> {
    of_rounds(reader, &[round])
}

/// The phases of these rounds, round by round and by opening.
pub fn of_rounds(reader: &mut Reader, rounds: &[RoundId]) -> Result<Vec<Phase>, StoreError> {
    let rows: Vec<PhaseRow> = review_phases::table
        .filter(review_phases::round_id.eq_any(rounds.to_vec()))
        .order((
            review_phases::round_id,
            review_phases::opens_at,
            review_phases::id,
        ))
        .select(PhaseRow::as_select())
        .load(reader.connection())?;
    let found = rows.into_iter().map(PhaseRow::phase);
    let mut found: Vec<Phase> = found.collect::<Result<_, StoreError>>()?;
    for of_one in found.chunk_by_mut(|a, b| a.round == b.round) {
        for (position, phase) in (1..).zip(of_one) {
            phase.position = position;
        }
    }
    Ok(found)
}

/// The phase of a round whose rules hold at an instant.
pub fn in_force(reader: &mut Reader, round: RoundId, now: Moment) -> Result<Phase, StoreError> {
    let phases = of_round(reader, round)?;
    let found = phase::in_force(&phases, now).cloned();
    found.ok_or_else(|| StoreError::Damaged(format!("a round without a phase: {round}")))
}

/// The rounds in which a phase opened after one instant and by another, each with
/// the reviews that its latest needs.
pub fn opened_since(
    reader: &mut Reader,
    after: Moment,
    by: Moment,
) -> Result<BTreeMap<RoundId, u8>, StoreError> {
    let rounds: Vec<RoundId> = review_phases::table
        .filter(review_phases::opens_at.gt(after))
        .filter(review_phases::opens_at.le(by))
        .select(review_phases::round_id)
        .distinct()
        .load(reader.connection())?;
    let phases = of_rounds(reader, &rounds)?;
    let opened = phases.iter().filter(|phase| phase.opens_at <= by);
    // By opening: the latest of a round stays.
    Ok(opened.map(|phase| (phase.round, phase.needed)).collect())
}

/// The phase of each round that is in force at an instant.
#[diesel::dsl::auto_type]
fn all_in_force(now: Moment) -> _ {
    let newer = newer_phases
        .filter(
            newer_phases
                .field(review_phases::round_id)
                .eq(review_phases::round_id),
        )
        .filter(
            newer_phases
                .field(review_phases::opens_at)
                .gt(review_phases::opens_at),
        )
        .filter(newer_phases.field(review_phases::opens_at).le(now));
    review_phases::table
        .filter(review_phases::opens_at.le(now))
        .filter(not(exists(newer)))
}

/// The phase in force at an instant; to stand in a query of applications, about their
/// round.
#[diesel::dsl::auto_type]
pub(super) fn in_force_of(now: Moment) -> _ {
    let found: all_in_force = all_in_force(now);
    found.filter(review_phases::round_id.eq(applications::round_id))
}

/// The same, if it is of this scope.
#[diesel::dsl::auto_type]
pub(super) fn opens(now: Moment, scope: Scope) -> _ {
    let found: in_force_of = in_force_of(now);
    found.filter(review_phases::scope.eq(scope))
}

/// The rounds whose phase in force at an instant is of this scope. Their applications
/// are found by an index; the same question about each application would read all.
#[diesel::dsl::auto_type]
pub(super) fn rounds_open(now: Moment, scope: Scope) -> _ {
    let found: all_in_force = all_in_force(now);
    found
        .filter(review_phases::scope.eq(scope))
        .select(review_phases::round_id)
}

/// Adds the phase that every round begins with.
pub(super) fn insert_first(tx: &mut Tx, id: PhaseId, round: &Round) -> Result<(), StoreError> {
    add(tx, &Phase::first(id, round))
}

/// Adds a phase to the capability's round.
pub fn insert(tx: &mut Tx, may: &MaySetPhases, phase: &Phase) -> Result<(), StoreError> {
    let phase = Phase {
        round: may.round(),
        ..phase.clone()
    };
    add(tx, &phase)
}

fn add(tx: &mut Tx, phase: &Phase) -> Result<(), StoreError> {
    diesel::insert_into(review_phases::table)
        .values(PhaseRow::from(phase))
        .execute(tx.connection())?;
    Ok(())
}

/// Stores every column of a phase of the capability's round.
pub fn update(tx: &mut Tx, may: &MaySetPhases, phase: &Phase) -> Result<(), StoreError> {
    diesel::update(review_phases::table.find(phase.id))
        .filter(review_phases::round_id.eq(may.round()))
        .set(PhaseRow::from(phase).rules)
        .execute(tx.connection())?;
    Ok(())
}

/// Takes a phase of the capability's round away.
pub fn delete(tx: &mut Tx, may: &MaySetPhases, id: PhaseId) -> Result<(), StoreError> {
    let row = review_phases::table
        .find(id)
        .filter(review_phases::round_id.eq(may.round()));
    diesel::delete(row).execute(tx.connection())?;
    Ok(())
}

/// Whether a review of a round was saved or sent after one instant and before
/// another; without the other, ever since.
pub fn is_written_between(
    reader: &mut Reader,
    round: RoundId,
    (after, before): (Moment, Option<Moment>),
) -> Result<bool, StoreError> {
    let before = before.unwrap_or(Moment::from_micros(i64::MAX));
    let within = applications::table
        .filter(applications::round_id.eq(round))
        .select(applications::id);
    let saved: Option<ReviewId> = reviews::table
        .filter(reviews::application_id.eq_any(within))
        .filter(reviews::saved_at.gt(after))
        .filter(reviews::saved_at.lt(before))
        .select(reviews::id)
        .first(reader.connection())
        .optional()?;
    if saved.is_some() {
        return Ok(true);
    }
    let sent: Option<ReviewId> = review_versions::table
        .inner_join(reviews::table)
        .filter(reviews::application_id.eq_any(within))
        .filter(review_versions::submitted_at.gt(after))
        .filter(review_versions::submitted_at.lt(before))
        .select(review_versions::review_id)
        .first(reader.connection())
        .optional()?;
    Ok(sent.is_some())
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = review_phases, check_for_backend(MultiBackend))]
struct PhaseRow {
    id: PhaseId,
    round_id: RoundId,
    #[diesel(embed)]
    rules: Rules,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = review_phases, check_for_backend(MultiBackend))]
#[diesel(treat_none_as_null = true)]
struct Rules {
    name: String,
    scope: Scope,
    needed: i32,
    others: Others,
    reviewer_names: bool,
    applicant_names: bool,
    discussion: bool,
    revision: bool,
    opens_at: Moment,
    closes_at: Option<Moment>,
}

impl From<&Phase> for PhaseRow {
    fn from(phase: &Phase) -> Self {
        Self {
            id: phase.id,
            round_id: phase.round,
            rules: Rules {
                name: translated_json(&phase.name),
                scope: phase.scope,
                needed: phase.needed.into(),
                others: phase.others,
                reviewer_names: phase.reviewer_names,
                applicant_names: phase.applicant_names,
                discussion: phase.discussion,
                revision: phase.revision,
                opens_at: phase.opens_at,
                closes_at: phase.closes_at,
            },
        }
    }
}

impl PhaseRow {
    fn phase(self) -> Result<Phase, StoreError> {
        let rules = self.rules;
        let needed = u8::try_from(rules.needed).map_err(|_| {
            StoreError::Damaged(format!("not a number of reviews: {}", rules.needed))
        })?;
        Ok(Phase {
            id: self.id,
            round: self.round_id,
            position: 0,
            name: from_json::<TranslatedJson>(&rules.name)?.into(),
            scope: rules.scope,
            needed,
            others: rules.others,
            reviewer_names: rules.reviewer_names,
            applicant_names: rules.applicant_names,
            discussion: rules.discussion,
            revision: rules.revision,
            opens_at: rules.opens_at,
            closes_at: rules.closes_at,
        })
    }
}
