//! How far the reviews of applications differ, summed up by the database: one row
//! for each application, however many reviews it has. Only reviews that count and
//! are complete are in it, and only applications within the reach of whoever looks;
//! of reviewers, only those that they have reviewed themselves, and those that are
//! asked for by name.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{count_star, max, min, not, sum};
use diesel::prelude::*;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::review::{counts, withheld};
use super::rubric;
use super::schema::{applications, conflicts, memberships, reviews, rounds, scores, sponsorships};
use crate::domain::flag::{Spread, WideCriterion};
use crate::domain::score::Judgement;
use crate::domain::sponsorship::SponsorState;
use crate::domain::{AccountId, ApplicationId, CriterionId, RoundId, RubricId};
use crate::policy::review::SHOWN;
use crate::policy::{Reach, Within};

/// The spreads of applications with their rounds.
pub type Spreads = BTreeMap<ApplicationId, (RoundId, Spread)>;

/// The columns of a row: how many totals, their sum, the sum of their squares, the
/// lowest and the highest.
type Summed = (
    ApplicationId,
    i64,
    Option<i64>,
    Option<i64>,
    Option<i32>,
    Option<i32>,
);

/// The sums of the totals of reviews that count, application by application.
macro_rules! totals {
    () => {
        reviews::table
            .group_by(reviews::application_id)
            .select((
                reviews::application_id,
                count_star(),
                sum(reviews::total),
                sum(reviews::total * reviews::total),
                min(reviews::total),
                max(reviews::total),
            ))
            .into_boxed::<MultiBackend>()
            .filter(reviews::total.is_not_null())
            .filter(counts())
    };
}

/// The spreads of the applications of rounds, as far as a reach has them.
pub fn of_rounds(
    reader: &mut Reader,
    reach: Reach,
    rounds: &[RoundId],
    asked: &[ApplicationId],
) -> Result<Spreads, StoreError> {
    // Of a reviewer their own ones and those asked for: few of a round, found by themselves.
    let few = match reach.within() {
        Within::AssignedTo(me, _) => {
            let mut few = reviewed_by(reader, me, rounds)?;
            few.extend(asked);
            Some(few)
        }
        _ => None,
    };
    let mut query = reachable(reach)
        .filter(applications::round_id.eq_any(rounds.to_vec()))
        .filter(applications::status.eq_any(SHOWN));
    if let Some(few) = &few {
        query = query.filter(applications::id.eq_any(few.clone()));
    }
    let within: Vec<(ApplicationId, RoundId)> = query
        .select((applications::id, applications::round_id))
        .load(reader.connection())?;
    let within: BTreeMap<ApplicationId, RoundId> = within.into_iter().collect();
    let summed = summed(reader, reach, rounds, few)?;
    let seen = |row: Summed| {
        let round = within.get(&row.0)?;
        Some((row.0, (*round, spread(row)?)))
    };
    Ok(summed.into_iter().filter_map(seen).collect())
}

/// The spread of one application, whoever looks; nothing where no review counts.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Option<Spread>, StoreError> {
    let rows: Vec<Summed> = totals!()
        .filter(reviews::application_id.eq(application))
        .load(reader.connection())?;
    Ok(rows.into_iter().next().and_then(spread))
}

/// One row for each application of the rounds, or of few of them.
fn summed(
    reader: &mut Reader,
    reach: Reach,
    rounds: &[RoundId],
    few: Option<Vec<ApplicationId>>,
) -> Result<Vec<Summed>, StoreError> {
    // The reach is asked apart: a boxed query can't stand inside another here.
    let in_rounds = applications::table
        .filter(applications::round_id.eq_any(rounds.to_vec()))
        .select(applications::id);
    let mut query = match few {
        None => totals!().filter(reviews::application_id.eq_any(in_rounds)),
        Some(few) => totals!().filter(reviews::application_id.eq_any(few)),
    };
    if let Some((me, now)) = reach.judge() {
        query = query.filter(not(reviews::application_id.eq_any(withheld(me, now))));
    }
    Ok(query.load(reader.connection())?)
}

/// The applications of rounds that somebody has sent a review of.
fn reviewed_by(
    reader: &mut Reader,
    me: AccountId,
    rounds: &[RoundId],
) -> Result<Vec<ApplicationId>, StoreError> {
    Ok(reviews::table
        .inner_join(applications::table)
        .filter(reviews::reviewer_id.eq(me))
        .filter(reviews::submitted_at.is_not_null())
        .filter(applications::round_id.eq_any(rounds.to_vec()))
        .select(reviews::application_id)
        .load(reader.connection())?)
}

fn spread((_, count, sum, squares, lowest, highest): Summed) -> Option<Spread> {
    let whole = |number: i64| u64::try_from(number).ok();
    let total = |number: i32| u32::try_from(number).ok();
    Some(Spread::new(
        whole(count)?,
        (whole(sum?)?, whole(squares?)?),
        (total(lowest?)?, total(highest?)?),
    ))
}

/// The criteria on which reviewers of applications are far apart, in all the rounds or
/// of those asked for, which are of these rounds. Whose reach they are in is the caller's to ask.
pub fn wide_criteria(
    reader: &mut Reader,
    rounds: &[RoundId],
    asked: Option<&[ApplicationId]>,
) -> Result<BTreeMap<ApplicationId, Vec<WideCriterion>>, StoreError> {
    let scales = scales(reader, rounds)?;
    let in_rounds = applications::table
        .filter(applications::round_id.eq_any(rounds.to_vec()))
        .select(applications::id);
    // No more rows than there are points on the scale, however many reviews.
    macro_rules! given_to {
        ($applications:expr) => {
            scores::table
                .inner_join(reviews::table)
                .filter(reviews::application_id.eq_any($applications))
                .filter(reviews::total.is_not_null())
                .filter(counts())
                .select((
                    reviews::application_id,
                    scores::criterion_id,
                    scores::judgement,
                ))
                .distinct()
                .load(reader.connection())?
        };
    }
    let given: Vec<(ApplicationId, CriterionId, Judgement)> = match asked {
        Some(asked) => given_to!(asked.to_vec()),
        None => given_to!(in_rounds),
    };
    let mut ends: BTreeMap<(ApplicationId, CriterionId), (u8, u8)> = BTreeMap::new();
    for (application, criterion, judgement) in given {
        if let Some(points) = judgement.points() {
            let (low, high) = ends
                .entry((application, criterion))
                .or_insert((points, points));
            (*low, *high) = ((*low).min(points), (*high).max(points));
        }
    }
    let mut found: BTreeMap<ApplicationId, Vec<WideCriterion>> = BTreeMap::new();
    for ((application, criterion), ends) in ends {
        let most = scales.get(&criterion).copied();
        let wide = most.and_then(|most| WideCriterion::of((criterion, most), ends));
        found.entry(application).or_default().extend(wide);
    }
    Ok(found)
}

/// The highest point of every criterion that these rounds ask by now.
fn scales(reader: &mut Reader, of: &[RoundId]) -> Result<BTreeMap<CriterionId, u8>, StoreError> {
    let used: Vec<RubricId> = rounds::table
        .filter(rounds::id.eq_any(of.to_vec()))
        .select(rounds::rubric_id)
        .load(reader.connection())?;
    let rubrics = rubric::by_ids(reader, &used)?;
    let criteria = rubrics.values().flat_map(|rubric| &rubric.criteria);
    Ok(criteria.map(|one| (one.id, one.most())).collect())
}

/// Which applications of a round these people may not know of: by a conflict on
/// record, or as members of the organisation or its fiscal sponsor.
pub fn hidden(
    reader: &mut Reader,
    round: RoundId,
    people: &[AccountId],
) -> Result<BTreeSet<(AccountId, ApplicationId)>, StoreError> {
    let in_round = applications::table
        .filter(applications::round_id.eq(round))
        .select(applications::id);
    let recorded: Vec<(AccountId, ApplicationId)> = conflicts::table
        .filter(conflicts::application_id.eq_any(in_round))
        .filter(conflicts::account_id.eq_any(people.to_vec()))
        .select((conflicts::account_id, conflicts::application_id))
        .load(reader.connection())?;
    let own: Vec<(AccountId, ApplicationId)> = applications::table
        .inner_join(
            memberships::table.on(memberships::organisation_id.eq(applications::organisation_id)),
        )
        .filter(applications::round_id.eq(round))
        .filter(memberships::account_id.eq_any(people.to_vec()))
        .select((memberships::account_id, applications::id))
        .load(reader.connection())?;
    let sponsored: Vec<(AccountId, ApplicationId)> = sponsorships::table
        .inner_join(
            memberships::table
                .on(sponsorships::organisation_id.eq(memberships::organisation_id.nullable())),
        )
        .filter(sponsorships::application_id.eq_any(in_round))
        .filter(sponsorships::state.eq(SponsorState::Consented))
        .filter(memberships::account_id.eq_any(people.to_vec()))
        .select((memberships::account_id, sponsorships::application_id))
        .load(reader.connection())?;
    let all = recorded.into_iter().chain(own).chain(sponsored);
    Ok(all.collect())
}

/// Which applications of a round these people have sent a review of that counts.
pub fn reviewed(
    reader: &mut Reader,
    round: RoundId,
    people: &[AccountId],
) -> Result<BTreeSet<(AccountId, ApplicationId)>, StoreError> {
    let in_round = applications::table
        .filter(applications::round_id.eq(round))
        .select(applications::id);
    let found: Vec<(AccountId, ApplicationId)> = reviews::table
        .filter(reviews::application_id.eq_any(in_round))
        .filter(reviews::reviewer_id.eq_any(people.to_vec()))
        .filter(counts())
        .select((reviews::reviewer_id, reviews::application_id))
        .load(reader.connection())?;
    Ok(found.into_iter().collect())
}
