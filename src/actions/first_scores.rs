//! What reviews came to when they were first sent, each by the rubric of that time:
//! a round that took another version since does not change what was sealed.

use std::collections::BTreeMap;

use crate::domain::rubric::Rubric;
use crate::domain::score::{Judgements, ReviewScore, score_review};
use crate::domain::{ApplicationId, Fraction, ReviewId, RoundId};
use crate::store::{Reader, StoreError, review_version, rubric};

/// A review as it was first sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstScore {
    pub judgements: Judgements,
    pub score: ReviewScore,
    /// It was given on another version of the criteria than the present one.
    pub former: bool,
}

/// The mean of first scores, where it is another than the present one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstMean {
    pub mean: Fraction,
    /// Some of them were given on another version of the criteria, so that they may
    /// differ though nobody changed their mind.
    pub former: bool,
}

/// Of those reviews of a round that were sent again or on another rubric than the
/// present one.
pub fn of_round(
    reader: &mut Reader,
    round: RoundId,
    present: &Rubric,
) -> Result<BTreeMap<ReviewId, FirstScore>, StoreError> {
    let firsts = review_version::firsts_of_round(reader, round, present.id)?;
    scored(reader, present, firsts)
}

/// The same of an application.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
    present: &Rubric,
) -> Result<BTreeMap<ReviewId, FirstScore>, StoreError> {
    let firsts = review_version::firsts_of_application(reader, application, present.id)?;
    scored(reader, present, firsts)
}

/// The same of these reviews.
pub fn of_reviews(
    reader: &mut Reader,
    ids: &[ReviewId],
    present: &Rubric,
) -> Result<BTreeMap<ReviewId, FirstScore>, StoreError> {
    let firsts = review_version::firsts_of(reader, ids, present.id)?;
    scored(reader, present, firsts)
}

fn scored(
    reader: &mut Reader,
    present: &Rubric,
    firsts: BTreeMap<ReviewId, review_version::First>,
) -> Result<BTreeMap<ReviewId, FirstScore>, StoreError> {
    let others = firsts.values().map(|(rubric, _)| *rubric);
    let mut others: Vec<_> = others.filter(|id| *id != present.id).collect();
    others.sort_unstable();
    others.dedup();
    let former = match others.is_empty() {
        true => BTreeMap::new(),
        false => rubric::by_ids(reader, &others)?,
    };
    let score = |(review, (given_on, judgements)): (ReviewId, review_version::First)| {
        let rubric = former.get(&given_on).unwrap_or(present);
        let first = FirstScore {
            score: score_review(rubric, &judgements),
            former: given_on != present.id,
            judgements,
        };
        (review, first)
    };
    Ok(firsts.into_iter().map(score).collect())
}
