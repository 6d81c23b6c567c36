//! Decisions with their conditions. Each is written once; afterwards only the
//! columns that say who signed, released or dropped it are filled, never changed.

mod budget;
mod many;
mod parts;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

pub use budget::{Counted, kept_by_awards, taken_by_others};
use diesel::prelude::*;
pub use many::{applications_of, histories};
use parts::insert_conditions;
use rows::{Of, load, rulings};

use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::schema::{decision_panel, decisions};
use super::sealed_columns::{legible_decision, of_application as sealed_of};
use crate::domain::decision::{Decision, Outcome, Proposal, Ruling};
use crate::domain::{ApplicationId, DecisionId, OrganisationId, RoundId};
use crate::policy::Reach;
use crate::policy::decision::{MayDrop, MayPropose, MayRelease, MaySign};

/// The application that a decision is about. It tells nothing of either: whoever
/// asks goes on through their reach.
pub fn application_of(
    reader: &mut Reader,
    id: DecisionId,
) -> Result<Option<ApplicationId>, StoreError> {
    Ok(decisions::table
        .find(id)
        .select(decisions::application_id)
        .first(reader.connection())
        .optional()?)
}

/// Every decision on an application in order, dropped ones included.
pub fn of_application(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Vec<Decision>, StoreError> {
    load(reader, reach, Of::Application(application))
}

/// The latest decision on an application that was not dropped.
pub fn current(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Option<Decision>, StoreError> {
    let all = of_application(reader, reach, application)?;
    Ok(all.into_iter().rev().find(|one| one.dropped.is_none()))
}

/// What the [`current`] decision says of every application of a round that has one. A
/// whole round is read for its ranking, which goes by no text: none is opened.
pub fn of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeMap<ApplicationId, Ruling>, StoreError> {
    let all = rulings(reader, reach, Of::Round(round))?;
    let kept = all.into_iter().filter(|one| one.dropped.is_none());
    // In order of their numbers: the latest stays.
    Ok(kept.map(|one| (one.application, one)).collect())
}

/// The [`current`] decision of each of these applications that has one, whole.
pub fn of_applications(
    reader: &mut Reader,
    reach: Reach,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, Decision>, StoreError> {
    let all = load(reader, reach, Of::Applications(ids.to_vec()))?;
    let kept = all.into_iter().filter(|one| one.dropped.is_none());
    Ok(kept.map(|one| (one.application, one)).collect())
}

/// What the applicant may know of an application's decision: the released
/// outcome. A referral back is internal and never told.
pub fn released(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Option<Decision>, StoreError> {
    let all = of_application(reader, reach, application)?;
    Ok(all.into_iter().rev().find(|one| is_told(one)))
}

/// The awards of these applications that count, in their order: the one in force, and
/// former ones of which something was paid.
pub fn told_awards(
    reader: &mut Reader,
    reach: Reach,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, Vec<Decision>>, StoreError> {
    let all = load(reader, reach, Of::Applications(ids.to_vec()))?;
    let mut told: BTreeMap<ApplicationId, Vec<Decision>> = BTreeMap::new();
    for one in all.into_iter().filter(|one| is_told(one)) {
        told.entry(one.application).or_default().push(one);
    }
    for own in told.values_mut() {
        let in_force = own.last().map(|one| one.id);
        own.retain(|one| {
            let kept = one.amount.map_or(0, |money| money.minor - one.freed_minor);
            one.outcome == Outcome::Award && (Some(one.id) == in_force || kept > 0)
        });
    }
    Ok(told)
}

/// Of which applications of these organisations applicants may know an outcome.
pub fn released_to(
    reader: &mut Reader,
    reach: Reach,
    organisations: &[OrganisationId],
) -> Result<BTreeSet<ApplicationId>, StoreError> {
    let all = rulings(reader, reach, Of::Organisations(organisations.to_vec()))?;
    let told = all.into_iter().filter(is_told);
    Ok(told.map(|one| one.application).collect())
}

fn is_told(decision: &Ruling) -> bool {
    let standing = decision.released.is_some() && decision.dropped.is_none();
    standing && decision.outcome != Outcome::ReferBack
}

/// Adds a proposal with why it deviates from the ranking; the one that it replaces is
/// dropped, not changed.
pub fn propose(
    tx: &mut Tx,
    may: &MayPropose,
    proposal: &Proposal,
    deviation: Option<&str>,
) -> Result<DecisionId, StoreError> {
    if let Some(old) = may.replaces() {
        drop(tx, old)?;
    }
    let (id, now): (DecisionId, _) = (mint(), tx.now());
    let sealed = sealed_of(tx, may.application(), ("decisions", &[id.as_str()]))?;
    let deviation = sealed.seal_some("deviation", deviation)?;
    let waiver = sealed.seal_some("waiver", proposal.waiver.as_deref())?;
    let over_budget = sealed.seal_some("over_budget", proposal.over_budget.as_deref())?;
    diesel::insert_into(decisions::table)
        .values((
            decisions::id.eq(id),
            decisions::application_id.eq(may.application()),
            decisions::number.eq(may.number()),
            decisions::outcome.eq(proposal.outcome),
            decisions::amount_minor.eq(proposal.amount.map(|money| money.minor)),
            decisions::funding_type.eq(&proposal.funding_type),
            decisions::rationale.eq(sealed.seal("rationale", &proposal.rationale)?),
            decisions::feedback.eq(sealed.seal("feedback", &proposal.feedback)?),
            decisions::waiver.eq(waiver),
            decisions::over_budget.eq(over_budget),
            decisions::reason.eq(&proposal.reason),
            decisions::corrects.eq(may.corrects()),
            decisions::deviation.eq(deviation),
            decisions::proposed_by.eq(may.by()),
            decisions::proposed_at.eq(now),
        ))
        .execute(tx.connection())?;
    insert_conditions(tx, id, &proposal.conditions)?;
    for account in &proposal.present {
        diesel::insert_into(decision_panel::table)
            .values((
                decision_panel::decision_id.eq(id),
                decision_panel::account_id.eq(account),
            ))
            .execute(tx.connection())?;
    }
    Ok(id)
}

/// Notes who signed off; [`StoreError::LostRace`] when somebody had before.
pub fn sign(tx: &mut Tx, may: &MaySign) -> Result<(), StoreError> {
    legible_decision(tx, may.decision())?;
    let (by, now) = (may.by(), tx.now());
    let row = decisions::table.find(may.decision());
    let unsigned = row.filter(decisions::signed_at.is_null());
    let open = unsigned.filter(decisions::dropped_at.is_null());
    let done = diesel::update(open)
        .set((decisions::signed_by.eq(by), decisions::signed_at.eq(now)))
        .execute(tx.connection())?;
    once(done)
}

/// Notes who took it back; a released decision stays.
pub fn drop(tx: &mut Tx, may: &MayDrop) -> Result<(), StoreError> {
    let (by, now) = (may.by(), tx.now());
    let row = decisions::table.find(may.decision());
    let unseen = row.filter(decisions::released_at.is_null());
    let open = unseen.filter(decisions::dropped_at.is_null());
    let done = diesel::update(open)
        .set((decisions::dropped_by.eq(by), decisions::dropped_at.eq(now)))
        .execute(tx.connection())?;
    once(done)
}

/// Notes who released it, and moves the application on.
pub fn release(tx: &mut Tx, may: &MayRelease) -> Result<(), StoreError> {
    let (by, now) = (may.by(), tx.now());
    let row = decisions::table.find(may.decision());
    let unseen = row.filter(decisions::released_at.is_null());
    let open = unseen.filter(decisions::dropped_at.is_null());
    let done = diesel::update(open)
        .set((
            decisions::released_by.eq(by),
            decisions::released_at.eq(now),
        ))
        .execute(tx.connection())?;
    once(done)?;
    super::application::advance(tx, may.advance())
}

fn once(done: usize) -> Result<(), StoreError> {
    if done == 1 {
        Ok(())
    } else {
        Err(StoreError::LostRace)
    }
}
