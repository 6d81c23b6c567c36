//! A reviewer's queue: what they are asked to review, what is open to every
//! reviewer in its phase, and what they have sent.
//! Every read goes through a reach.

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::schema::{applications, assignments, declarations, reviews, rounds};
use crate::domain::application::Status;
use crate::domain::review::ConflictKind;
use crate::domain::round::RoundState;
use crate::domain::{AccountId, ApplicationId, Moment, OrganisationId, RoundId, Translated};
use crate::policy::Reach;
use crate::policy::review::{SHOWN, UNDER_REVIEW};

/// An application in a queue, with how far its review is.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct QueueRow {
    pub application: ApplicationId,
    pub reference: String,
    pub title: String,
    pub organisation: OrganisationId,
    pub status: Status,
    pub round_id: RoundId,
    pub round: Translated,
    pub due_at: Moment,
    /// `None` until the reviewer has declared.
    pub declared: Option<ConflictKind>,
    /// `None` until the review is begun.
    pub saved_at: Option<Moment>,
    /// `None` until the review is sent.
    pub submitted_at: Option<Moment>,
}

/// How much of a reviewer's work in rounds that take reviews is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueProgress {
    pub assigned: usize,
    pub submitted: usize,
    /// Open to every reviewer, waiting for reviews and not taken on.
    pub open: usize,
}

/// Place in a queue: the instant by which it is ordered, and the application.
pub type Place = (Moment, ApplicationId);

/// One reviewer's queue.
pub struct Queue {
    reviewer: AccountId,
    /// Asked once and apart: a boxed query can't stand inside another here.
    within: Vec<ApplicationId>,
}

/// Every row of a queue, joined with its round, declaration and review.
macro_rules! rows {
    ($queue:expr) => {
        applications::table
            .inner_join(rounds::table)
            .left_join(
                declarations::table.on(declarations::application_id
                    .eq(applications::id)
                    .and(declarations::account_id.eq($queue.reviewer))),
            )
            .left_join(
                reviews::table.on(reviews::application_id
                    .eq(applications::id)
                    .and(reviews::reviewer_id.eq($queue.reviewer))),
            )
            .filter(applications::id.eq_any($queue.within.clone()))
    };
}

/// That a row is assigned to the reviewer; else it is open to all of them.
macro_rules! mine {
    ($queue:expr) => {
        exists(
            assignments::table
                .filter(assignments::application_id.eq(applications::id))
                .filter(assignments::reviewer_id.eq($queue.reviewer)),
        )
    };
}

/// The columns of a [`QueueRow`].
macro_rules! columns {
    () => {
        (
            applications::id,
            applications::reference,
            applications::title,
            applications::organisation_id,
            applications::status,
            rounds::id,
            rounds::title,
            rounds::reviews_due_at,
            declarations::kind.nullable(),
            reviews::saved_at.nullable(),
            reviews::submitted_at.nullable(),
        )
    };
}

/// A page of rows, due soonest first, after a place.
macro_rules! by_due {
    ($query:expr, $after:expr, $limit:expr, $reader:expr) => {{
        let mut query = $query;
        if let Some((due, id)) = $after {
            let same_day = rounds::reviews_due_at.eq(due).and(applications::id.gt(id));
            query = query.filter(rounds::reviews_due_at.gt(due).or(same_day));
        }
        Ok(query
            .order((rounds::reviews_due_at, applications::id))
            .limit($limit)
            .select(columns!())
            .load($reader.connection())?)
    }};
}

impl Queue {
    /// The queue of a person within their reach as a reviewer.
    pub fn of(reader: &mut Reader, reach: Reach, reviewer: AccountId) -> Result<Self, StoreError> {
        let within = reachable(reach)
            .filter(applications::status.eq_any(SHOWN))
            .select(applications::id)
            .load(reader.connection())?;
        Ok(Self { reviewer, within })
    }

    /// What is assigned and still to be reviewed, due soonest first, after a place.
    pub fn to_do(
        &self,
        reader: &mut Reader,
        after: Option<Place>,
        limit: i64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        let query = rows!(self)
            .filter(rounds::state.ne(RoundState::Closed))
            .filter(applications::status.eq_any(UNDER_REVIEW))
            .filter(reviews::submitted_at.is_null())
            .filter(mine!(self))
            .into_boxed::<MultiBackend>();
        by_due!(query, after, limit, reader)
    }

    /// What waits for reviews, is open to every reviewer in its phase and is not
    /// taken on, due soonest first, after a place.
    pub fn open_to_all(
        &self,
        reader: &mut Reader,
        after: Option<Place>,
        limit: i64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        let query = rows!(self)
            .filter(rounds::state.ne(RoundState::Closed))
            .filter(applications::status.eq(Status::InReview))
            .filter(not(mine!(self)))
            .into_boxed::<MultiBackend>();
        by_due!(query, after, limit, reader)
    }

    /// What was sent, latest first, before a place.
    pub fn sent(
        &self,
        reader: &mut Reader,
        before: Option<Place>,
        limit: i64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        let mut query = rows!(self)
            .filter(reviews::submitted_at.is_not_null())
            .into_boxed::<MultiBackend>();
        if let Some((sent, id)) = before {
            let same_instant = reviews::submitted_at.eq(sent).and(applications::id.lt(id));
            query = query.filter(reviews::submitted_at.lt(sent).or(same_instant));
        }
        Ok(query
            .order((reviews::submitted_at.desc(), applications::id.desc()))
            .limit(limit)
            .select(columns!())
            .load(reader.connection())?)
    }

    /// How much is done in rounds that take reviews.
    pub fn progress(&self, reader: &mut Reader) -> Result<QueueProgress, StoreError> {
        let due = || {
            rows!(self)
                .filter(rounds::state.ne(RoundState::Closed))
                .filter(applications::status.eq_any(UNDER_REVIEW))
                .filter(mine!(self))
        };
        let assigned: i64 = due().select(count_star()).first(reader.connection())?;
        let submitted: i64 = due()
            .filter(reviews::submitted_at.is_not_null())
            .select(count_star())
            .first(reader.connection())?;
        let open: i64 = rows!(self)
            .filter(rounds::state.ne(RoundState::Closed))
            .filter(applications::status.eq(Status::InReview))
            .filter(not(mine!(self)))
            .select(count_star())
            .first(reader.connection())?;
        let whole = |count| usize::try_from(count).unwrap_or(0);
        Ok(QueueProgress {
            assigned: whole(assigned),
            submitted: whole(submitted),
            open: whole(open),
        })
    }
}
