//! What a reviewer is assigned in rounds that take reviews, found without reading what they
//! were assigned in former years.

use diesel::dsl::min;
use diesel::prelude::*;

use crate::domain::application::Status;
use crate::domain::round::RoundState;
use crate::domain::{AccountId, ApplicationId, Moment};
use crate::policy::review::UNDER_REVIEW;
use crate::store::application::out_of_conflict;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader};
use crate::store::round::reviews_due;
use crate::store::schema::{applications, assignments, reviews, rounds};

/// An application that somebody is to review, or has reviewed, while that counts.
#[derive(Queryable)]
pub(super) struct Task {
    pub(super) application: ApplicationId,
    pub(super) due: Moment,
    /// `None` until the review is sent.
    pub(super) sent_at: Option<Moment>,
}

/// Everything that is assigned to a reviewer and under review in a round that isn't closed:
/// the bounds of a reviewer's reach, without what is open to everybody.
pub(super) fn tasks(reader: &mut Reader, me: AccountId) -> Result<Vec<Task>, StoreError> {
    let Some(oldest) = oldest_under_review(reader)? else {
        return Ok(Vec::new());
    };
    let mine = assignments::table
        .filter(assignments::reviewer_id.eq(me))
        .filter(assignments::recused_at.is_null())
        .filter(assignments::application_id.ge(oldest))
        .select(assignments::application_id);
    let is = |status: Status| applications::status.eq(status);
    let query = applications::table
        .inner_join(rounds::table)
        .left_join(
            reviews::table.on(reviews::application_id
                .eq(applications::id)
                .and(reviews::reviewer_id.eq(me))),
        )
        .filter(applications::id.eq_any(mine))
        .filter(is(UNDER_REVIEW[0]).or(is(UNDER_REVIEW[1])))
        .filter(rounds::state.ne(RoundState::Closed))
        .into_boxed::<MultiBackend>();
    Ok(out_of_conflict!(query, me)
        .select((
            applications::id,
            reviews_due(),
            reviews::submitted_at.nullable(),
        ))
        .load(reader.connection())?)
}

/// The oldest application that is under review in a round that isn't closed. Ids sort by
/// time: what was assigned of those before it needs no look. An index has it for each round.
fn oldest_under_review(reader: &mut Reader) -> Result<Option<ApplicationId>, StoreError> {
    let oldest = |status: Status| {
        applications::table
            .filter(applications::round_id.eq(rounds::id))
            .filter(applications::status.eq(status))
            .select(min(applications::id))
            .single_value()
    };
    let found: Vec<(Option<ApplicationId>, Option<ApplicationId>)> = rounds::table
        .filter(rounds::state.ne(RoundState::Closed))
        .select((oldest(UNDER_REVIEW[0]), oldest(UNDER_REVIEW[1])))
        .load(reader.connection())?;
    let ids = found.into_iter().flat_map(|(one, other)| [one, other]);
    Ok(ids.flatten().min())
}
