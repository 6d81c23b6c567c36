//! The words of submitted reviews, for a file that gives them back whole.
//! Asks for no reach: the reviews that they belong to were found within one.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::Reader;
use super::schema::{accounts, reviews, scores};
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

/// The words of these reviews, in two queries.
pub fn of_reviews(
    reader: &mut Reader,
    ids: &[ReviewId],
) -> Result<BTreeMap<ReviewId, Words>, StoreError> {
    let found: Vec<(ReviewId, String, String)> = reviews::table
        .inner_join(accounts::table)
        .filter(reviews::id.eq_any(ids.to_vec()))
        .select((reviews::id, accounts::email, reviews::comment))
        .load(reader.connection())?;
    let reasons: Vec<(ReviewId, CriterionId, String)> = scores::table
        .filter(scores::review_id.eq_any(ids.to_vec()))
        .filter(scores::justification.ne(""))
        .select((
            scores::review_id,
            scores::criterion_id,
            scores::justification,
        ))
        .load(reader.connection())?;
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
