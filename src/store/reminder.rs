//! Reminders: schedules of rounds, who mutes them, which reviews are open, and which
//! letters went out about which.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{exists, max, not};
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::phase;
use super::round::reviews_due;
use super::schema::{
    account_roles, accounts, applications, assignments, conflicts, memberships, reminded_reviews,
    reminder_schedules, reminders, reviews, rounds, sponsorships,
};
use crate::domain::account::Role;
use crate::domain::phase::{Stand, in_force};
use crate::domain::reminder::{OpenReview, Schedule};
use crate::domain::round::RoundState;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{AccountId, ApplicationId, Language, Moment, RoundId};
use crate::policy::reminder::{MayRemind, MaySetReminders};
use crate::policy::review::UNDER_REVIEW;

/// Somebody who can be reminded.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Remindable {
    pub id: AccountId,
    pub email: String,
    pub language: Language,
    pub time_zone: String,
}

/// A review that is assigned, open and not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    pub reviewer: AccountId,
    pub application: ApplicationId,
    pub round: RoundId,
    pub review: OpenReview,
}

/// Reviewers who may sign in and have not muted reminders, in order of their ids, after
/// `after`. Whether they have something to send is not asked: of many who have sent all, each
/// assignment that there ever was would be looked at.
pub fn people(
    reader: &mut Reader,
    after: Option<AccountId>,
    limit: i64,
) -> Result<Vec<Remindable>, StoreError> {
    let after = after.map_or_else(String::new, |id| id.to_string());
    Ok(remindable()
        .filter(accounts::id.gt(after))
        .order(accounts::id)
        .limit(limit)
        .select((
            accounts::id,
            accounts::email,
            accounts::language,
            accounts::time_zone,
        ))
        .load(reader.connection())?)
}

/// Those of these people who are among them.
pub fn of_people(reader: &mut Reader, ids: &[AccountId]) -> Result<Vec<Remindable>, StoreError> {
    Ok(remindable()
        .filter(accounts::id.eq_any(ids.to_vec()))
        .order(accounts::id)
        .select((
            accounts::id,
            accounts::email,
            accounts::language,
            accounts::time_zone,
        ))
        .load(reader.connection())?)
}

fn remindable() -> accounts::BoxedQuery<'static, MultiBackend> {
    let reviewers = account_roles::table
        .filter(account_roles::role.eq(Role::Reviewer))
        .select(account_roles::account_id);
    accounts::table
        .into_boxed::<MultiBackend>()
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::reminders_muted_at.is_null())
        .filter(accounts::id.eq_any(reviewers))
}

type Assigned = (AccountId, ApplicationId, RoundId, Moment, Moment);

/// What these people can write now and have not sent: under review, in an open
/// phase of an open round, without a conflict. In four queries.
pub fn open(
    reader: &mut Reader,
    people: &[AccountId],
    now: Moment,
) -> Result<Vec<Open>, StoreError> {
    let assigned = assigned(reader, people)?;
    let rounds: BTreeSet<RoundId> = assigned.iter().map(|row| row.2).collect();
    let rounds: Vec<RoundId> = rounds.into_iter().collect();
    let phases = phase::of_rounds(reader, &rounds)?;
    let of_round = phases.chunk_by(|a, b| a.round == b.round);
    let in_force = of_round.filter_map(|all| in_force(all, now));
    let open = in_force.filter(|phase| phase.stand(now) == Stand::Open);
    let open: BTreeMap<RoundId, _> = open.map(|phase| (phase.round, phase)).collect();
    let told = told(reader, people)?;
    let read = |(reviewer, application, round, assigned_at, due_at): Assigned| {
        let phase = open.get(&round)?;
        Some(Open {
            reviewer,
            application,
            round,
            review: OpenReview {
                due_at: phase.due(due_at),
                assigned_at,
                reminded_at: told.get(&(reviewer, application)).copied(),
            },
        })
    };
    Ok(assigned.into_iter().filter_map(read).collect())
}

fn assigned(reader: &mut Reader, people: &[AccountId]) -> Result<Vec<Assigned>, StoreError> {
    let sent = reviews::table
        .filter(reviews::application_id.eq(assignments::application_id))
        .filter(reviews::reviewer_id.eq(assignments::reviewer_id))
        .filter(reviews::submitted_at.is_not_null());
    let conflicted = conflicts::table
        .filter(conflicts::application_id.eq(assignments::application_id))
        .filter(conflicts::account_id.eq(assignments::reviewer_id));
    let belongs = memberships::table
        .filter(memberships::organisation_id.eq(applications::organisation_id))
        .filter(memberships::account_id.eq(assignments::reviewer_id));
    let sponsor = memberships::organisation_id.nullable();
    let sponsors = sponsorships::table
        .inner_join(memberships::table.on(sponsorships::organisation_id.eq(sponsor)))
        .filter(sponsorships::application_id.eq(assignments::application_id))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .filter(memberships::account_id.eq(assignments::reviewer_id));
    Ok(assignments::table
        .inner_join(applications::table.inner_join(rounds::table))
        .filter(assignments::reviewer_id.eq_any(people.to_vec()))
        .filter(assignments::recused_at.is_null())
        .filter(applications::status.eq_any(UNDER_REVIEW))
        .filter(rounds::state.eq(RoundState::Open))
        .filter(not(exists(sent)))
        .filter(not(exists(conflicted)))
        .filter(not(exists(belongs)))
        .filter(not(exists(sponsors)))
        .order((assignments::reviewer_id, assignments::application_id))
        .select((
            assignments::reviewer_id,
            assignments::application_id,
            rounds::id,
            assignments::assigned_at,
            reviews_due(),
        ))
        .load(reader.connection())?)
}

type Told = BTreeMap<(AccountId, ApplicationId), Moment>;

/// When these people were last reminded of each review.
fn told(reader: &mut Reader, people: &[AccountId]) -> Result<Told, StoreError> {
    let rows: Vec<(AccountId, ApplicationId, Option<Moment>)> = reminded_reviews::table
        .filter(reminded_reviews::account_id.eq_any(people.to_vec()))
        .group_by((
            reminded_reviews::account_id,
            reminded_reviews::application_id,
        ))
        .select((
            reminded_reviews::account_id,
            reminded_reviews::application_id,
            max(reminded_reviews::sent_at),
        ))
        .load(reader.connection())?;
    let told = rows.into_iter();
    Ok(told
        .filter_map(|(who, what, at)| Some(((who, what), at?)))
        .collect())
}

/// The schedules of these rounds; one without a row keeps to the defaults.
pub fn schedules(
    reader: &mut Reader,
    ids: &[RoundId],
) -> Result<BTreeMap<RoundId, Schedule>, StoreError> {
    let rows: Vec<(RoundId, bool, String)> = reminder_schedules::table
        .filter(reminder_schedules::round_id.eq_any(ids.to_vec()))
        .select(reminder_schedules::all_columns)
        .load(reader.connection())?;
    let mut found: BTreeMap<RoundId, Schedule> =
        ids.iter().map(|id| (*id, Schedule::default())).collect();
    for (id, active, days) in rows {
        let damaged = |_| StoreError::Damaged(format!("no days of reminders: {days:?}"));
        found.insert(id, Schedule::read(active, &days).map_err(damaged)?);
    }
    Ok(found)
}

/// The schedule of one round.
pub fn schedule(reader: &mut Reader, round: RoundId) -> Result<Schedule, StoreError> {
    Ok(schedules(reader, &[round])?
        .remove(&round)
        .unwrap_or_default())
}

/// Keeps a round's schedule over the one that was there.
pub fn set_schedule(
    tx: &mut Tx,
    may: &MaySetReminders,
    schedule: &Schedule,
) -> Result<(), StoreError> {
    let row = reminder_schedules::table.find(may.round());
    diesel::delete(row).execute(tx.connection())?;
    diesel::insert_into(reminder_schedules::table)
        .values((
            reminder_schedules::round_id.eq(may.round()),
            reminder_schedules::active.eq(schedule.active),
            reminder_schedules::days.eq(schedule.text()),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Days of their own calendar on which these people had a reminder since an instant.
pub fn days(
    reader: &mut Reader,
    people: &[AccountId],
    since: Moment,
) -> Result<BTreeSet<(AccountId, String)>, StoreError> {
    let rows: Vec<(AccountId, String)> = reminders::table
        .filter(reminders::account_id.eq_any(people.to_vec()))
        .filter(reminders::sent_at.ge(since))
        .select((reminders::account_id, reminders::day))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}

/// Notes a letter that leaves with this transaction: on which day, about what, and
/// who had it sent if anybody did.
pub fn note(
    tx: &mut Tx,
    (account, day): (AccountId, &str),
    applications: &[ApplicationId],
    may: Option<&MayRemind>,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(reminders::table)
        .values((
            reminders::account_id.eq(account),
            reminders::day.eq(day),
            reminders::sent_at.eq(now),
            reminders::sent_by.eq(may.map(MayRemind::by)),
        ))
        .execute(tx.connection())?;
    for application in applications {
        diesel::insert_into(reminded_reviews::table)
            .values((
                reminded_reviews::account_id.eq(account),
                reminded_reviews::application_id.eq(*application),
                reminded_reviews::day.eq(day),
                reminded_reviews::sent_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Since when a person wants no reminders.
pub fn muted_at(reader: &mut Reader, account: AccountId) -> Result<Option<Moment>, StoreError> {
    let found: Option<Option<Moment>> = accounts::table
        .find(account)
        .select(accounts::reminders_muted_at)
        .first(reader.connection())
        .optional()?;
    Ok(found.flatten())
}

/// Keeps whether a person wants reminders.
pub fn set_muted(tx: &mut Tx, account: AccountId, muted: bool) -> Result<(), StoreError> {
    let at = muted.then(|| tx.now());
    diesel::update(accounts::table.find(account))
        .set(accounts::reminders_muted_at.eq(at))
        .execute(tx.connection())?;
    Ok(())
}
