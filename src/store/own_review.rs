//! A reviewer's own review: the draft, and every version that was submitted.
//! Writes take the ids of the capability, never those of a request.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::json::{from_json, to_json};
use super::review::marks_of;
use super::schema::{review_versions, reviews, scores};
use crate::domain::review::{Mark, ReviewDraft};
use crate::domain::score::Judgement;
use crate::domain::{AccountId, ApplicationId, CriterionId, Moment, ReviewId, RubricId};
use crate::policy::review::MayReview;

/// A review as its writer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnReview {
    pub id: ReviewId,
    /// Grows with each save; tells a page that it is no longer the latest.
    pub saves: i32,
    pub saved_at: Moment,
    /// When it was last submitted; `None` while it is a draft.
    pub submitted_at: Option<Moment>,
    /// The submitted version of the application that the scores are about;
    /// `None` while it is a draft.
    pub scored: Option<i32>,
    pub draft: ReviewDraft,
}

/// A submitted version of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewVersion {
    /// 1 for the first.
    pub number: i32,
    pub submitted_at: Moment,
    pub draft: ReviewDraft,
}

/// A person's review of an application, if they have begun one.
pub fn find(
    reader: &mut Reader,
    application: ApplicationId,
    reviewer: AccountId,
) -> Result<Option<OwnReview>, StoreError> {
    type Columns = (ReviewId, i32, Moment, Option<Moment>, Option<i32>, String);
    let found: Option<Columns> = reviews::table
        .filter(reviews::application_id.eq(application))
        .filter(reviews::reviewer_id.eq(reviewer))
        .select((
            reviews::id,
            reviews::version,
            reviews::saved_at,
            reviews::submitted_at,
            reviews::submission_version,
            reviews::comment,
        ))
        .first(reader.connection())
        .optional()?;
    let Some((id, saves, saved_at, submitted_at, scored, comment)) = found else {
        return Ok(None);
    };
    let marks = marks_of(reader, &[id])?.remove(&id).unwrap_or_default();
    Ok(Some(OwnReview {
        id,
        saves,
        saved_at,
        submitted_at,
        scored,
        draft: ReviewDraft { marks, comment },
    }))
}

/// Whether a person has sent a review of an application.
pub(super) fn is_submitted(
    reader: &mut Reader,
    application: ApplicationId,
    reviewer: AccountId,
) -> Result<bool, StoreError> {
    let found: Option<ReviewId> = reviews::table
        .filter(reviews::application_id.eq(application))
        .filter(reviews::reviewer_id.eq(reviewer))
        .filter(reviews::submitted_at.is_not_null())
        .select(reviews::id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// Keeps what is written so far in place of `last`, and answers with the
/// review's id.
pub fn save(
    tx: &mut Tx,
    may: &MayReview,
    rubric: RubricId,
    last: Option<&OwnReview>,
    draft: &ReviewDraft,
) -> Result<ReviewId, StoreError> {
    let id = match last {
        Some(last) => update(tx, last, draft)?,
        None => insert(tx, may, rubric, draft)?,
    };
    diesel::delete(scores::table.filter(scores::review_id.eq(id))).execute(tx.connection())?;
    for mark in &draft.marks {
        diesel::insert_into(scores::table)
            .values((
                scores::review_id.eq(id),
                scores::criterion_id.eq(mark.criterion),
                scores::judgement.eq(mark.judgement),
                scores::justification.eq(&mark.justification),
            ))
            .execute(tx.connection())?;
    }
    Ok(id)
}

fn insert(
    tx: &mut Tx,
    may: &MayReview,
    rubric: RubricId,
    draft: &ReviewDraft,
) -> Result<ReviewId, StoreError> {
    let (id, now): (ReviewId, _) = (mint(), tx.now());
    diesel::insert_into(reviews::table)
        .values((
            reviews::id.eq(id),
            reviews::application_id.eq(may.application()),
            reviews::reviewer_id.eq(may.reviewer()),
            reviews::rubric_id.eq(rubric),
            reviews::comment.eq(&draft.comment),
            reviews::version.eq(1),
            reviews::saved_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

fn update(tx: &mut Tx, last: &OwnReview, draft: &ReviewDraft) -> Result<ReviewId, StoreError> {
    let now = tx.now();
    diesel::update(reviews::table.find(last.id))
        .set((
            reviews::comment.eq(&draft.comment),
            reviews::version.eq(last.saves + 1),
            reviews::saved_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(last.id)
}

/// Marks a saved review as submitted, about a version of the application, and
/// keeps it as the next version of the review, whose number it answers with.
pub fn submit(
    tx: &mut Tx,
    _may: &MayReview,
    (id, scored): (ReviewId, i32),
    draft: &ReviewDraft,
) -> Result<i32, StoreError> {
    let now = tx.now();
    let last: Option<i32> = review_versions::table
        .filter(review_versions::review_id.eq(id))
        .order(review_versions::version.desc())
        .select(review_versions::version)
        .first(tx.connection())
        .optional()?;
    let number = last.unwrap_or(0) + 1;
    diesel::update(reviews::table.find(id))
        .set((
            reviews::submitted_at.eq(now),
            reviews::submission_version.eq(scored),
        ))
        .execute(tx.connection())?;
    diesel::insert_into(review_versions::table)
        .values((
            review_versions::review_id.eq(id),
            review_versions::version.eq(number),
            review_versions::submitted_at.eq(now),
            review_versions::body.eq(to_json(&VersionJson::from(draft))),
        ))
        .execute(tx.connection())?;
    Ok(number)
}

/// Every submitted version of a review, the latest first.
pub fn versions(reader: &mut Reader, id: ReviewId) -> Result<Vec<ReviewVersion>, StoreError> {
    let rows: Vec<(i32, Moment, String)> = review_versions::table
        .filter(review_versions::review_id.eq(id))
        .order(review_versions::version.desc())
        .select((
            review_versions::version,
            review_versions::submitted_at,
            review_versions::body,
        ))
        .load(reader.connection())?;
    let version = |(number, submitted_at, body): (i32, Moment, String)| {
        Ok(ReviewVersion {
            number,
            submitted_at,
            draft: from_json::<VersionJson>(&body)?.draft()?,
        })
    };
    rows.into_iter().map(version).collect()
}

#[derive(Serialize, Deserialize)]
struct VersionJson {
    marks: Vec<MarkJson>,
    comment: String,
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
        })
    }
}
