//! Decisions with their conditions. Each is written once; afterwards only the
//! columns that say who signed, released or dropped it are filled, never changed.

mod budget;
mod many;
mod parts;

use std::collections::BTreeMap;

pub use budget::{Counted, kept_by_awards, taken_by_others};
use diesel::prelude::*;
pub use many::{applications_of, histories};
use parts::{conditions_of, insert_conditions, open, panel_of};

use super::application::reachable;
use super::award;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::{applications, decision_panel, decisions, rounds};
use super::sealed_columns::{legible_decision, of_application as sealed_of};
use crate::domain::award::AwardState;
use crate::domain::decision::{Condition, Decision, Outcome, Proposal};
use crate::domain::{
    AccountId, ApplicationId, Currency, DecisionId, Moment, Money, OrganisationId, RoundId,
};
use crate::policy::Reach;
use crate::policy::decision::{MayDrop, MayPropose, MayRelease, MaySign};

#[derive(Queryable, Selectable)]
#[diesel(table_name = decisions, check_for_backend(MultiBackend))]
struct Row {
    id: DecisionId,
    application_id: ApplicationId,
    number: i32,
    outcome: Outcome,
    amount_minor: Option<i64>,
    funding_type: Option<String>,
    rationale: String,
    feedback: String,
    waiver: Option<String>,
    proposed_by: AccountId,
    proposed_at: Moment,
    signed_by: Option<AccountId>,
    signed_at: Option<Moment>,
    released_by: Option<AccountId>,
    released_at: Option<Moment>,
    dropped_by: Option<AccountId>,
    dropped_at: Option<Moment>,
    reason: Option<String>,
    corrects: Option<DecisionId>,
    over_budget: Option<String>,
    deviation: Option<String>,
}

impl Row {
    fn opened_award(&self) -> bool {
        self.outcome == Outcome::Award && self.released_at.is_some()
    }

    fn decision(
        self,
        currency: Currency,
        (conditions, present): (Vec<Condition>, Vec<AccountId>),
        (freed_minor, former_minor): (i64, i64),
    ) -> Decision {
        Decision {
            id: self.id,
            application: self.application_id,
            number: self.number,
            outcome: self.outcome,
            amount: self.amount_minor.map(|minor| Money::new(minor, currency)),
            funding_type: self.funding_type,
            reason: self.reason,
            conditions,
            rationale: self.rationale,
            feedback: self.feedback,
            waiver: self.waiver,
            over_budget: self.over_budget,
            deviation: self.deviation,
            present,
            corrects: self.corrects,
            freed_minor,
            former_minor,
            proposed_by: self.proposed_by,
            proposed_at: self.proposed_at,
            signed: self.signed_by.zip(self.signed_at),
            released: self.released_by.zip(self.released_at),
            dropped: self.dropped_by.zip(self.dropped_at),
        }
    }
}

/// Which decisions to load.
enum Of {
    Application(ApplicationId),
    Round(RoundId),
    Organisations(Vec<OrganisationId>),
    Applications(Vec<ApplicationId>),
}

/// The decisions within reach by application and number, in six queries.
fn load(reader: &mut Reader, reach: Reach, of: Of) -> Result<Vec<Decision>, StoreError> {
    let query = match of {
        Of::Application(id) => reachable(reach).filter(applications::id.eq(id)),
        Of::Round(id) => reachable(reach).filter(applications::round_id.eq(id)),
        Of::Organisations(ids) => {
            reachable(reach).filter(applications::organisation_id.eq_any(ids))
        }
        Of::Applications(ids) => reachable(reach).filter(applications::id.eq_any(ids)),
    };
    let mut rows: Vec<(Row, Currency)> = query
        .inner_join(decisions::table)
        .inner_join(rounds::table)
        .order((decisions::application_id, decisions::number))
        .select((Row::as_select(), rounds::currency))
        .load(reader.connection())?;
    open(reader, &mut rows)?;
    let ids: Vec<DecisionId> = rows.iter().map(|(row, _)| row.id).collect();
    let opened = rows.iter().filter(|(row, _)| row.opened_award());
    let opened: Vec<DecisionId> = opened.map(|(row, _)| row.id).collect();
    let awards = award::of_decisions(reader, &opened)?;
    let mut put = conditions_of(reader, ids.clone())?;
    let mut took_part = panel_of(reader, ids)?;
    let mut former: BTreeMap<ApplicationId, i64> = BTreeMap::new();
    let whole = |(row, currency): (Row, Currency)| {
        let own = put.remove(&row.id).unwrap_or_default();
        let present = took_part.remove(&row.id).unwrap_or_default();
        let before = former.entry(row.application_id).or_default();
        let (award, earlier) = (awards.get(&row.id), *before);
        // One that waits for its agreement ends when another decision takes its place.
        let agreed = award.filter(|one| one.state != AwardState::Agreement);
        *before += agreed.map_or(0, |one| one.kept_minor());
        let freed = award.map_or(0, |one| one.freed_minor);
        row.decision(currency, (own, present), (freed, earlier))
    };
    Ok(rows.into_iter().map(whole).collect())
}

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

/// The [`current`] decision of every application of a round that has one.
pub fn of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeMap<ApplicationId, Decision>, StoreError> {
    let all = load(reader, reach, Of::Round(round))?;
    Ok(standing(all))
}

/// The same of these applications.
pub fn of_applications(
    reader: &mut Reader,
    reach: Reach,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, Decision>, StoreError> {
    let all = load(reader, reach, Of::Applications(ids.to_vec()))?;
    Ok(standing(all))
}

fn standing(all: Vec<Decision>) -> BTreeMap<ApplicationId, Decision> {
    let kept = all.into_iter().filter(|one| one.dropped.is_none());
    // In order of their numbers: the latest stays.
    kept.map(|one| (one.application, one)).collect()
}

/// What the applicant may know of an application's decision: the released
/// outcome. A referral back is internal and never told.
pub fn released(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Option<Decision>, StoreError> {
    let all = of_application(reader, reach, application)?;
    Ok(all.into_iter().rev().find(is_told))
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
    for one in all.into_iter().filter(is_told) {
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

/// What applicants may know, of every application of these organisations that was decided.
pub fn released_to(
    reader: &mut Reader,
    reach: Reach,
    organisations: &[OrganisationId],
) -> Result<BTreeMap<ApplicationId, Decision>, StoreError> {
    let all = load(reader, reach, Of::Organisations(organisations.to_vec()))?;
    let told = all.into_iter().filter(is_told);
    Ok(told.map(|one| (one.application, one)).collect())
}

fn is_told(decision: &Decision) -> bool {
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
