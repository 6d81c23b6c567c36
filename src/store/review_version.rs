//! Submitted versions of reviews. Each submission adds one; the first is sealed:
//! nothing here changes or deletes a version, so that what somebody thought before
//! the discussion stays told.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::json::{from_json, to_json};
use super::schema::{applications, review_versions, reviews};
use crate::domain::review::{Confidence, Mark, Recommendation, ReviewDraft};
use crate::domain::score::{Judgement, Judgements};
use crate::domain::{ApplicationId, CriterionId, Moment, ReviewId, RoundId};

/// A submitted version of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewVersion {
    /// 1 for the first.
    pub number: i32,
    pub submitted_at: Moment,
    pub draft: ReviewDraft,
    /// Why it was sent again; empty for the first.
    pub reason: String,
}

/// Adds what was submitted as the next version, whose number it answers with.
pub(super) fn add(
    tx: &mut Tx,
    id: ReviewId,
    draft: &ReviewDraft,
    reason: &str,
) -> Result<i32, StoreError> {
    let now = tx.now();
    let last: Option<i32> = review_versions::table
        .filter(review_versions::review_id.eq(id))
        .order(review_versions::version.desc())
        .select(review_versions::version)
        .first(tx.connection())
        .optional()?;
    let number = last.unwrap_or(0) + 1;
    diesel::insert_into(review_versions::table)
        .values((
            review_versions::review_id.eq(id),
            review_versions::version.eq(number),
            review_versions::submitted_at.eq(now),
            review_versions::body.eq(to_json(&VersionJson::from(draft))),
            review_versions::reason.eq(reason),
        ))
        .execute(tx.connection())?;
    Ok(number)
}

/// Every submitted version of a review, the latest first.
pub fn versions(reader: &mut Reader, id: ReviewId) -> Result<Vec<ReviewVersion>, StoreError> {
    let rows: Vec<(i32, Moment, String, String)> = review_versions::table
        .filter(review_versions::review_id.eq(id))
        .order(review_versions::version.desc())
        .select((
            review_versions::version,
            review_versions::submitted_at,
            review_versions::body,
            review_versions::reason,
        ))
        .load(reader.connection())?;
    let version = |(number, submitted_at, body, reason): (i32, Moment, String, String)| {
        Ok(ReviewVersion {
            number,
            submitted_at,
            draft: from_json::<VersionJson>(&body)?.draft()?,
            reason,
        })
    };
    rows.into_iter().map(version).collect()
}

/// What was judged first, of those reviews of an application that were sent more
/// than once. Asks for no reach: the reviews themselves do.
pub fn firsts_of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<BTreeMap<ReviewId, Judgements>, StoreError> {
    let again: Vec<ReviewId> = review_versions::table
        .inner_join(reviews::table)
        .filter(reviews::application_id.eq(application))
        .filter(review_versions::version.eq(2))
        .select(review_versions::review_id)
        .load(reader.connection())?;
    firsts(reader, again)
}

/// The same of a whole round.
pub fn firsts_of_round(
    reader: &mut Reader,
    round: RoundId,
) -> Result<BTreeMap<ReviewId, Judgements>, StoreError> {
    let again: Vec<ReviewId> = review_versions::table
        .inner_join(reviews::table.inner_join(applications::table))
        .filter(applications::round_id.eq(round))
        .filter(review_versions::version.eq(2))
        .select(review_versions::review_id)
        .load(reader.connection())?;
    firsts(reader, again)
}

fn firsts(
    reader: &mut Reader,
    ids: Vec<ReviewId>,
) -> Result<BTreeMap<ReviewId, Judgements>, StoreError> {
    let rows: Vec<(ReviewId, String)> = review_versions::table
        .filter(review_versions::version.eq(1))
        .filter(review_versions::review_id.eq_any(ids))
        .select((review_versions::review_id, review_versions::body))
        .load(reader.connection())?;
    let one = |(id, body): (ReviewId, String)| {
        let draft = from_json::<VersionJson>(&body)?.draft()?;
        Ok((id, draft.judgements()))
    };
    rows.into_iter().map(one).collect()
}

/// What was judged in the last version of each review of a round that was sent by an
/// instant. Asks for no reach: the reviews themselves do.
pub fn until(
    reader: &mut Reader,
    round: RoundId,
    at: Moment,
) -> Result<BTreeMap<ReviewId, Judgements>, StoreError> {
    let rows: Vec<(ReviewId, String)> = review_versions::table
        .inner_join(reviews::table.inner_join(applications::table))
        .filter(applications::round_id.eq(round))
        .filter(review_versions::submitted_at.le(at))
        .order((review_versions::review_id, review_versions::version))
        .select((review_versions::review_id, review_versions::body))
        .load(reader.connection())?;
    // In order of the versions: the latest stays.
    let bodies: BTreeMap<ReviewId, String> = rows.into_iter().collect();
    let one = |(id, body): (ReviewId, String)| {
        let draft = from_json::<VersionJson>(&body)?.draft()?;
        Ok((id, draft.judgements()))
    };
    bodies.into_iter().map(one).collect()
}

/// The latest submitted version of every review of a round. Numbers only, so it
/// asks for no reach; the reviews themselves do.
pub fn latest_of_round(
    reader: &mut Reader,
    round: RoundId,
) -> Result<BTreeMap<ReviewId, i32>, StoreError> {
    let rows: Vec<(ReviewId, i32)> = review_versions::table
        .inner_join(reviews::table.inner_join(applications::table))
        .filter(applications::round_id.eq(round))
        .order((review_versions::review_id, review_versions::version))
        .select((review_versions::review_id, review_versions::version))
        .load(reader.connection())?;
    // In order of the versions: the latest stays.
    Ok(rows.into_iter().collect())
}

#[derive(Serialize, Deserialize)]
struct VersionJson {
    marks: Vec<MarkJson>,
    comment: String,
    /// Absent from versions that were sent before reviews had them.
    #[serde(default)]
    confidence: Option<String>,
    #[serde(default)]
    recommendation: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct MarkJson {
    criterion: String,
    judgement: String,
    justification: String,
}

impl From<&ReviewDraft> for VersionJson {
    fn from(draft: &ReviewDraft) -> Self {
        let mark = |mark: &Mark| MarkJson {
            criterion: mark.criterion.to_string(),
            judgement: mark.judgement.code().to_owned(),
            justification: mark.justification.clone(),
        };
        Self {
            marks: draft.marks.iter().map(mark).collect(),
            comment: draft.comment.clone(),
            confidence: draft.confidence.map(|one| one.code().to_owned()),
            recommendation: draft.recommendation.map(|one| one.code().to_owned()),
        }
    }
}

impl VersionJson {
    fn draft(self) -> Result<ReviewDraft, StoreError> {
        let damaged = |text: &str| StoreError::Damaged(format!("not a mark: {text:?}"));
        let mark = |mark: MarkJson| {
            Ok(Mark {
                criterion: CriterionId::parse(&mark.criterion)
                    .map_err(|_| damaged(&mark.criterion))?,
                judgement: Judgement::from_code(&mark.judgement)
                    .ok_or_else(|| damaged(&mark.judgement))?,
                justification: mark.justification,
            })
        };
        Ok(ReviewDraft {
            marks: self
                .marks
                .into_iter()
                .map(mark)
                .collect::<Result<_, StoreError>>()?,
            comment: self.comment,
            confidence: self.confidence.as_deref().and_then(Confidence::from_code),
            recommendation: self
                .recommendation
                .as_deref()
                .and_then(Recommendation::from_code),
        })
    }
}
