//! The words of submitted reviews, for a file that gives them back whole.
//! Asks for no reach: the reviews that they belong to were found within one. At rest they
//! are sealed.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::Reader;
use super::schema::{accounts, reviews, scores};
use super::sealed_columns::Cells;
use crate::domain::review::Mark;
use crate::domain::score::Judgement;
use crate::domain::{CriterionId, ReviewId};

/// What a review says beside its scores, and whose it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Address of the reviewer.
    pub email: String,
    pub comment: String,
    /// Why each judgement was given; empty texts are left out.
    pub reasons: BTreeMap<CriterionId, String>,
}

/// Opens comments of reviews.
pub(super) fn open_comments<'a>(
    reader: &mut Reader,
    comments: impl Iterator<Item = (ReviewId, &'a mut String)>,
) -> Result<(), StoreError> {
    let mut cells = Cells::of("reviews");
    for (id, comment) in comments {
        cells.add(&[id.as_str()], [("comment", comment)]);
    }
    cells.open(reader)
}

/// Opens why judgements were given.
fn open_justifications<'a>(
    reader: &mut Reader,
    given: impl Iterator<Item = ((ReviewId, CriterionId), &'a mut String)>,
) -> Result<(), StoreError> {
    let mut cells = Cells::of("scores");
    for ((review, criterion), words) in given {
        let ids = [review.as_str(), criterion.as_str()];
        cells.add(&ids, [("justification", words)]);
    }
    cells.open(reader)
}

/// The words of these reviews, in four queries.
pub fn of_reviews(
    reader: &mut Reader,
    ids: &[ReviewId],
) -> Result<BTreeMap<ReviewId, Words>, StoreError> {
    let mut found: Vec<(ReviewId, String, String)> = reviews::table
        .inner_join(accounts::table)
        .filter(reviews::id.eq_any(ids.to_vec()))
        .select((reviews::id, accounts::email, reviews::comment))
        .load(reader.connection())?;
    open_comments(reader, found.iter_mut().map(|row| (row.0, &mut row.2)))?;
    let mut reasons: Vec<(ReviewId, CriterionId, String)> = scores::table
        .filter(scores::review_id.eq_any(ids.to_vec()))
        .filter(scores::justification.ne(""))
        .select((
            scores::review_id,
            scores::criterion_id,
            scores::justification,
        ))
        .load(reader.connection())?;
    let given = reasons.iter_mut().map(|row| ((row.0, row.1), &mut row.2));
    open_justifications(reader, given)?;
    let words = |(id, email, comment): (ReviewId, String, String)| {
        let words = Words {
            email,
            comment,
            ..Words::default()
        };
        (id, words)
    };
    let mut all: BTreeMap<ReviewId, Words> = found.into_iter().map(words).collect();
    for (review, criterion, reason) in reasons {
        let of_review = all.entry(review).or_default();
        of_review.reasons.insert(criterion, reason);
    }
    Ok(all)
}

/// The marks of reviews, by review.
pub(super) fn marks_of(
    reader: &mut Reader,
    ids: &[ReviewId],
) -> Result<BTreeMap<ReviewId, Vec<Mark>>, StoreError> {
    let mut rows: Vec<(ReviewId, CriterionId, Judgement, String)> = scores::table
        .filter(scores::review_id.eq_any(ids.to_vec()))
        .order((scores::review_id, scores::criterion_id))
        .select(scores::all_columns)
        .load(reader.connection())?;
    let words = rows.iter_mut().map(|row| ((row.0, row.1), &mut row.3));
    open_justifications(reader, words)?;
    let mut marks: BTreeMap<ReviewId, Vec<Mark>> = BTreeMap::new();
    for (review, criterion, judgement, justification) in rows {
        marks.entry(review).or_default().push(Mark {
            criterion,
            judgement,
            justification,
        });
    }
    Ok(marks)
}
