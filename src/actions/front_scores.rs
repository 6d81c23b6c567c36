//! The scores of the application in front of a meeting: what each reviewer said first
//! and says now, what they come to, and how far the mean moved.

use std::collections::BTreeMap;

use super::first_scores::{self, FirstMean, FirstScore};
use crate::domain::review::Recommendation;
use crate::domain::round::Round;
use crate::domain::rubric::Rubric;
use crate::domain::score::{
    ApplicationScore, Judgements, ReviewScore, mean_of, score_application, score_review,
};
use crate::domain::{ApplicationId, Message, Moment, ReviewId};
use crate::policy::Reach;
use crate::policy::review::{Case, MayCompare};
use crate::store::review::{self, WrittenReview};
use crate::store::{Reader, StoreError, own_review, review_version, rubric};

/// Who said it, as far as the reader may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    You,
    Named(String),
    /// By place, as letters call reviewers.
    Lettered(usize),
}

/// One review: when it was first sent, and now.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    pub who: Who,
    pub first: ReviewScore,
    pub now: ReviewScore,
    pub recommendation: Option<Recommendation>,
}

/// What the reviews of an application come to, one by one and together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scores {
    pub voices: Vec<Voice>,
    pub sum: Sum,
}

/// What reviews come to together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sum {
    pub score: ApplicationScore,
    /// The mean of the first scores, where it was another.
    pub first_mean: Option<FirstMean>,
}

impl Sum {
    /// `former` says whether some were first given on other criteria.
    fn of(rubric: &Rubric, (before, former): (Vec<ReviewScore>, bool), now: &[Judgements]) -> Self {
        let score = score_application(rubric, now);
        let mean = mean_of(before.into_iter()).filter(|mean| Some(*mean) != score.mean);
        Self {
            first_mean: mean.map(|mean| FirstMean { mean, former }),
            score,
        }
    }
}

struct Said {
    who: Who,
    review: ReviewId,
    judgements: Judgements,
    recommendation: Option<Recommendation>,
}

impl Said {
    fn of(who: Who, one: &WrittenReview) -> Self {
        Self {
            who,
            review: one.submitted.review,
            judgements: one.submitted.judgements.clone(),
            recommendation: one.submitted.recommendation,
        }
    }
}

/// The reviews of one application as they were first and at an instant.
#[derive(Default)]
struct Judged {
    before: Vec<ReviewScore>,
    /// Some were first given on other criteria.
    former: bool,
    now: Vec<Judgements>,
}

/// As staff see them: with names.
pub(super) fn of_staff(
    reader: &mut Reader,
    round: &Round,
    (reach, id): (Reach, ApplicationId),
) -> Result<Scores, StoreError> {
    let written = review::of_application(reader, reach, id)?;
    let said = written
        .iter()
        .map(|one| Said::of(Who::Named(one.reviewer_name.clone()), one));
    let said = said.collect();
    summed(reader, round, id, said)
}

/// As a reviewer sees them, or why they don't yet.
pub(super) fn of_reviewer(
    reader: &mut Reader,
    round: &Round,
    case: &Case,
) -> Result<Result<Scores, Message>, StoreError> {
    let may = match MayCompare::on(case) {
        Ok(may) => may,
        Err(message) => return Ok(Err(message)),
    };
    let mut said = Vec::new();
    let own = own_review::find(reader, may.application(), may.reviewer())?;
    if let Some(own) = own.filter(|own| own.submitted_at.is_some()) {
        said.push(Said {
            who: Who::You,
            review: own.id,
            judgements: own.draft.judgements(),
            recommendation: own.draft.recommendation,
        });
    }
    for (place, one) in review::others(reader, &may)? {
        let who = match case.shows_reviewers() {
            true => Who::Named(one.reviewer_name.clone()),
            false => Who::Lettered(place),
        };
        said.push(Said::of(who, &one));
    }
    summed(reader, round, case.application, said).map(Ok)
}

fn rubric_of(reader: &mut Reader, round: &Round) -> Result<Rubric, StoreError> {
    let rubric = rubric::by_id(reader, round.rubric_id)?;
    rubric.ok_or_else(|| StoreError::Damaged("a rubric is missing".to_owned()))
}

fn summed(
    reader: &mut Reader,
    round: &Round,
    id: ApplicationId,
    said: Vec<Said>,
) -> Result<Scores, StoreError> {
    let rubric = rubric_of(reader, round)?;
    let firsts = first_scores::of_application(reader, id, &rubric)?;
    let now: Vec<Judgements> = said.iter().map(|one| one.judgements.clone()).collect();
    let first = |one: &Said| first_of(&firsts, &rubric, (one.review, &one.judgements));
    let before: Vec<ReviewScore> = said.iter().map(first).collect();
    let former = said.iter().any(|one| is_former(&firsts, one.review));
    let voices = said.into_iter().zip(&before).map(|(one, before)| Voice {
        first: *before,
        now: score_review(&rubric, &one.judgements),
        who: one.who,
        recommendation: one.recommendation,
    });
    Ok(Scores {
        voices: voices.collect(),
        sum: Sum::of(&rubric, (before, former), &now),
    })
}

/// What a review came to when it was first sent, by the rubric of that time.
fn first_of(
    firsts: &BTreeMap<ReviewId, FirstScore>,
    rubric: &Rubric,
    (review, now): (ReviewId, &Judgements),
) -> ReviewScore {
    let first = firsts.get(&review).map(|first| first.score);
    first.unwrap_or_else(|| score_review(rubric, now))
}

/// Whether a review was first sent on another version of the criteria.
fn is_former(firsts: &BTreeMap<ReviewId, FirstScore>, review: ReviewId) -> bool {
    firsts.get(&review).is_some_and(|first| first.former)
}

/// What the reviews of a round's applications within reach came to at an instant,
/// whatever was sent since.
pub fn sums_at(
    reader: &mut Reader,
    round: &Round,
    reach: Reach,
    at: Moment,
) -> Result<BTreeMap<ApplicationId, Sum>, StoreError> {
    let rubric = rubric_of(reader, round)?;
    let sent = review_version::until(reader, round.id, at)?;
    let firsts = first_scores::of_round(reader, round.id, &rubric)?;
    let mut judged: BTreeMap<ApplicationId, Judged> = BTreeMap::new();
    for one in review::of_round(reader, reach, round.id)? {
        if let Some(now) = sent.get(&one.review) {
            let judged = judged.entry(one.application).or_default();
            let first = first_of(&firsts, &rubric, (one.review, now));
            judged.before.push(first);
            judged.former |= is_former(&firsts, one.review);
            judged.now.push(now.clone());
        }
    }
    let summed = judged.into_iter().map(|(id, judged)| {
        let before = (judged.before, judged.former);
        (id, Sum::of(&rubric, before, &judged.now))
    });
    Ok(summed.collect())
}
