//! A reviewer's own review: the draft, and its submission. Writes take the ids of
//! the capability, never those of a request. Submitted versions are only ever
//! added; see [`review_version`](super::review_version).

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::review_version;
use super::review_words::{marks_of, open_comments};
use super::schema::{reviews, scores};
use super::sealed_columns::{SealedRow, key_of_review, of_application};
use super::total;
use crate::domain::review::{Confidence, Recommendation, ReviewDraft};
use crate::domain::rubric::Rubric;
use crate::domain::{AccountId, ApplicationId, Moment, ReviewId, RubricId};
use crate::policy::review::{MayImport, MayReview};

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

/// A person's review of an application, if they have begun one.
pub fn find(
    reader: &mut Reader,
    application: ApplicationId,
    reviewer: AccountId,
) -> Result<Option<OwnReview>, StoreError> {
    let mut found = of_pairs(reader, (&[application], &[reviewer]))?;
    Ok(found.remove(&(application, reviewer)))
}

/// The reviews of these people on these applications, in four queries.
pub(super) fn of_pairs(
    reader: &mut Reader,
    (applications, people): (&[ApplicationId], &[AccountId]),
) -> Result<BTreeMap<(ApplicationId, AccountId), OwnReview>, StoreError> {
    type Verdict = (String, Option<Confidence>, Option<Recommendation>);
    type State = (ReviewId, i32, Moment, Option<Moment>, Option<i32>);
    let mut found: Vec<(ApplicationId, AccountId, State, Verdict)> = reviews::table
        .filter(reviews::application_id.eq_any(applications.to_vec()))
        .filter(reviews::reviewer_id.eq_any(people.to_vec()))
        .select((
            reviews::application_id,
            reviews::reviewer_id,
            (
                reviews::id,
                reviews::version,
                reviews::saved_at,
                reviews::submitted_at,
                reviews::submission_version,
            ),
            (
                reviews::comment,
                reviews::confidence,
                reviews::recommendation,
            ),
        ))
        .load(reader.connection())?;
    let comments = found.iter_mut().map(|row| (row.2.0, &mut row.3.0));
    open_comments(reader, comments)?;
    let ids: Vec<ReviewId> = found.iter().map(|(_, _, state, _)| state.0).collect();
    let mut marks = marks_of(reader, &ids)?;
    let own = found
        .into_iter()
        .map(|(application, reviewer, state, verdict)| {
            let (id, saves, saved_at, submitted_at, scored) = state;
            let (comment, confidence, recommendation) = verdict;
            let draft = ReviewDraft {
                marks: marks.remove(&id).unwrap_or_default(),
                comment,
                confidence,
                recommendation,
            };
            let own = OwnReview {
                id,
                saves,
                saved_at,
                submitted_at,
                scored,
                draft,
            };
            ((application, reviewer), own)
        });
    Ok(own.collect())
}

/// Whether a person has sent a review of an application.
pub fn is_submitted(
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
        Some(last) => update(tx, rubric, last, draft)?,
        None => insert(tx, may, rubric, draft)?,
    };
    diesel::delete(scores::table.filter(scores::review_id.eq(id))).execute(tx.connection())?;
    let key = key_of_review(tx, id)?;
    for mark in &draft.marks {
        let ids = [id.as_str(), mark.criterion.as_str()];
        let sealed = SealedRow::new(&key, "scores", &ids);
        diesel::insert_into(scores::table)
            .values((
                scores::review_id.eq(id),
                scores::criterion_id.eq(mark.criterion),
                scores::judgement.eq(mark.judgement),
                scores::justification.eq(sealed.seal("justification", &mark.justification)?),
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
    let sealed = of_application(tx, may.application(), ("reviews", &[id.as_str()]))?;
    diesel::insert_into(reviews::table)
        .values((
            reviews::id.eq(id),
            reviews::application_id.eq(may.application()),
            reviews::reviewer_id.eq(may.reviewer()),
            reviews::rubric_id.eq(rubric),
            reviews::comment.eq(sealed.seal("comment", &draft.comment)?),
            reviews::confidence.eq(draft.confidence),
            reviews::recommendation.eq(draft.recommendation),
            reviews::version.eq(1),
            reviews::saved_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

fn update(
    tx: &mut Tx,
    rubric: RubricId,
    last: &OwnReview,
    draft: &ReviewDraft,
) -> Result<ReviewId, StoreError> {
    let now = tx.now();
    let key = key_of_review(tx, last.id)?;
    let sealed = SealedRow::new(&key, "reviews", &[last.id.as_str()]);
    diesel::update(reviews::table.find(last.id))
        .set((
            reviews::rubric_id.eq(rubric),
            reviews::comment.eq(sealed.seal("comment", &draft.comment)?),
            reviews::confidence.eq(draft.confidence),
            reviews::recommendation.eq(draft.recommendation),
            reviews::version.eq(last.saves + 1),
            reviews::saved_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(last.id)
}

/// Marks a saved review as submitted, by a rubric and about a version of the
/// application, and keeps it as the next version of the review with the reason for
/// sending it again; answers with its number.
pub fn submit(
    tx: &mut Tx,
    _may: &MayReview,
    (id, rubric, scored): (ReviewId, &Rubric, i32),
    draft: &ReviewDraft,
    reason: &str,
) -> Result<i32, StoreError> {
    mark_submitted(tx, (id, rubric, scored), draft)?;
    review_version::add(tx, (id, rubric.id), draft, (reason, None))
}

/// The same of a review that somebody else brought.
pub(super) fn submit_imported(
    tx: &mut Tx,
    may: &MayImport,
    (id, rubric, scored): (ReviewId, &Rubric, i32),
    draft: &ReviewDraft,
) -> Result<i32, StoreError> {
    mark_submitted(tx, (id, rubric, scored), draft)?;
    review_version::add(tx, (id, rubric.id), draft, ("", Some(may.by())))
}

/// The total is kept for the questions that are asked of whole rounds; a review that
/// is too incomplete to count has none.
fn mark_submitted(
    tx: &mut Tx,
    (id, rubric, scored): (ReviewId, &Rubric, i32),
    draft: &ReviewDraft,
) -> Result<(), StoreError> {
    let now = tx.now();
    let total = total::total(rubric, &draft.judgements());
    diesel::update(reviews::table.find(id))
        .set((
            reviews::submitted_at.eq(now),
            reviews::submission_version.eq(scored),
            reviews::total.eq(total),
        ))
        .execute(tx.connection())?;
    Ok(())
}
