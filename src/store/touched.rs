//! The reviews of a round that another version of its rubric would touch, as far as
//! a reader's reach goes, and those who have to judge again.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{count, count_star, exists};
use diesel::prelude::*;

use super::application::out_of_conflict;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::rubric;
use super::schema::{accounts, applications, assignments, reviews, rounds, scores};
use crate::domain::application::Status;
use crate::domain::score::Judgement;
use crate::domain::{
    AccountId, ApplicationId, CriterionId, Language, Moment, ReviewId, RoundId, RubricId,
};
use crate::policy::review::UNDER_REVIEW;
use crate::policy::{Reach, Within};

/// A review of a round, without what it says.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct TouchedReview {
    pub id: ReviewId,
    pub application: ApplicationId,
    pub reference: String,
    pub title: String,
    pub status: Status,
    pub reviewer: String,
    /// `None` while it is a draft.
    pub submitted_at: Option<Moment>,
}

/// Every review of a round by a reviewer who has not left it, within a reach.
macro_rules! touched {
    ($reach:expr, $round:expr) => {{
        let active = assignments::table.filter(
            assignments::application_id
                .eq(reviews::application_id)
                .and(assignments::reviewer_id.eq(reviews::reviewer_id))
                .and(assignments::recused_at.is_null()),
        );
        let query = reviews::table
            .inner_join(applications::table)
            .inner_join(accounts::table.on(accounts::id.eq(reviews::reviewer_id)))
            .filter(applications::round_id.eq($round))
            .filter(exists(active))
            .into_boxed::<MultiBackend>();
        match $reach.within() {
            Within::Everything => query,
            Within::NotInConflict(me) => out_of_conflict!(query, me),
            _ => query.filter(applications::reference.eq("")),
        }
    }};
}

/// A page of the reviews of a round in order of their beginning, after one.
pub fn of_round(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
    after: Option<ReviewId>,
    limit: i64,
) -> Result<Vec<TouchedReview>, StoreError> {
    let mut query = touched!(reach, round);
    if let Some(after) = after {
        query = query.filter(reviews::id.gt(after));
    }
    Ok(query
        .order(reviews::id)
        .limit(limit)
        .select((
            reviews::id,
            applications::id,
            applications::reference,
            applications::title,
            applications::status,
            accounts::name,
            reviews::submitted_at,
        ))
        .load(reader.connection())?)
}

/// How many reviews of a round there are within a reach, and how many of them were
/// sent.
pub fn counts(reader: &mut Reader, reach: Reach, round: RoundId) -> Result<(i64, i64), StoreError> {
    let counted = (count_star(), count(reviews::submitted_at));
    Ok(touched!(reach, round)
        .select(counted)
        .first(reader.connection())?)
}

/// What each of these reviews says anything on: points or "cannot judge".
pub fn answered(
    reader: &mut Reader,
    ids: &[ReviewId],
) -> Result<BTreeMap<ReviewId, BTreeSet<CriterionId>>, StoreError> {
    let rows: Vec<(ReviewId, CriterionId)> = scores::table
        .filter(scores::review_id.eq_any(ids.to_vec()))
        .filter(scores::judgement.ne(Judgement::Unanswered))
        .select((scores::review_id, scores::criterion_id))
        .load(reader.connection())?;
    let mut answered: BTreeMap<ReviewId, BTreeSet<CriterionId>> = BTreeMap::new();
    for (review, criterion) in rows {
        answered.entry(review).or_default().insert(criterion);
    }
    Ok(answered)
}

/// Those of these rounds in which reviewing has begun; which reviews and how many
/// is not told.
pub fn begun(reader: &mut Reader, rounds: &[RoundId]) -> Result<Vec<RoundId>, StoreError> {
    Ok(reviews::table
        .inner_join(applications::table)
        .filter(applications::round_id.eq_any(rounds.to_vec()))
        .select(applications::round_id)
        .distinct()
        .load(reader.connection())?)
}

/// A person who sent reviews of a round that now lack a judgement on one of these
/// criteria, with the language of their letters.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Asked {
    pub id: AccountId,
    pub email: String,
    pub language: Language,
}

/// Everybody who has to judge again, whoever asks: the letter holds a link only.
pub fn to_ask(
    reader: &mut Reader,
    round: RoundId,
    criteria: &BTreeSet<CriterionId>,
) -> Result<Vec<Asked>, StoreError> {
    let sent: Vec<(ReviewId, AccountId)> = touched!(Reach::operator(), round)
        .filter(reviews::submitted_at.is_not_null())
        .filter(applications::status.eq_any(UNDER_REVIEW))
        .select((reviews::id, reviews::reviewer_id))
        .load(reader.connection())?;
    let ids: Vec<ReviewId> = sent.iter().map(|(id, _)| *id).collect();
    let answered = answered(reader, &ids)?;
    let lacks = |id: &ReviewId| {
        let said = answered.get(id);
        said.is_none_or(|said| !criteria.is_subset(said))
    };
    let people = sent.iter().filter(|(id, _)| lacks(id));
    let people: BTreeSet<AccountId> = people.map(|(_, reviewer)| *reviewer).collect();
    Ok(accounts::table
        .filter(accounts::id.eq_any(people))
        .filter(accounts::disabled_at.is_null())
        .order(accounts::id)
        .select((accounts::id, accounts::email, accounts::language))
        .load(reader.connection())?)
}

/// Whether somebody's review that was sent is silent on one of these criteria.
pub fn lacks(
    reader: &mut Reader,
    application: ApplicationId,
    reviewer: AccountId,
    criteria: &BTreeSet<CriterionId>,
) -> Result<bool, StoreError> {
    let said: Vec<CriterionId> = scores::table
        .inner_join(reviews::table)
        .filter(reviews::application_id.eq(application))
        .filter(reviews::reviewer_id.eq(reviewer))
        .filter(scores::judgement.ne(Judgement::Unanswered))
        .select(scores::criterion_id)
        .load(reader.connection())?;
    Ok(!criteria.is_subset(&said.into_iter().collect()))
}

/// Those of these applications under review whose review by a person was sent on
/// another rubric than the round's, and is silent on something that this asks.
pub fn lacking(
    reader: &mut Reader,
    reviewer: AccountId,
    ids: &[ApplicationId],
) -> Result<BTreeSet<ApplicationId>, StoreError> {
    let moved: Vec<(ApplicationId, ReviewId, RubricId)> = reviews::table
        .inner_join(applications::table.inner_join(rounds::table))
        .filter(reviews::reviewer_id.eq(reviewer))
        .filter(reviews::application_id.eq_any(ids.to_vec()))
        .filter(reviews::submitted_at.is_not_null())
        .filter(reviews::rubric_id.ne(rounds::rubric_id))
        .filter(applications::status.eq_any(UNDER_REVIEW))
        .select((applications::id, reviews::id, rounds::rubric_id))
        .load(reader.connection())?;
    if moved.is_empty() {
        return Ok(BTreeSet::new());
    }
    let present: Vec<RubricId> = moved.iter().map(|one| one.2).collect();
    let present = rubric::by_ids(reader, &present)?;
    let reviews: Vec<ReviewId> = moved.iter().map(|one| one.1).collect();
    let answered = answered(reader, &reviews)?;
    let none = BTreeSet::new();
    let lacks = |(_, review, rubric): &(ApplicationId, ReviewId, RubricId)| {
        let said = answered.get(review).unwrap_or(&none);
        let rubric = present.get(rubric);
        rubric.is_some_and(|rubric| !rubric.lacking(said).is_empty())
    };
    let lacking = moved.iter().filter(|one| lacks(one));
    Ok(lacking.map(|one| one.0).collect())
}
