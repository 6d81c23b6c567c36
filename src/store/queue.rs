//! A reviewer's queue: what they are asked to review, what is open to every
//! reviewer in its phase, and what they have sent.
//! Every read goes through a reach.

mod others;

use std::collections::BTreeMap;

use diesel::dsl::{count, count_star, exists, not};
use diesel::prelude::*;
use others::sent_by_others;

use super::application::{out_of_conflict, reachable};
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::phase;
use super::round::reviews_due;
use super::schema::{applications, assignments, declarations, reviews, rounds};
use crate::domain::application::Status;
use crate::domain::phase::Scope;
use crate::domain::review::{ConflictKind, Order, shuffled};
use crate::domain::round::RoundState;
use crate::domain::{AccountId, ApplicationId, Moment, OrganisationId, RoundId, Translated};
use crate::policy::review::{SHOWN, UNDER_REVIEW};
use crate::policy::{Reach, Within};

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
    pub round_state: RoundState,
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

/// Place in a queue that is ordered by a number, and the application.
pub type Keyed = (i64, ApplicationId);

/// One reviewer's queue.
pub struct Queue {
    reviewer: AccountId,
    /// What is assigned to them within their reach: few. Asked once and apart: a boxed query
    /// can't stand inside another here.
    own: Vec<ApplicationId>,
    /// Rounds that are open to every reviewer. What they hold may be more than a statement
    /// can name.
    open: Vec<RoundId>,
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
    };
}

/// Those that are assigned to the reviewer.
macro_rules! own {
    ($queue:expr) => {
        rows!($queue).filter(applications::id.eq_any($queue.own.clone()))
    };
}

/// Those that wait for reviews, are open to every reviewer and were never assigned to this
/// one: the same bounds as of lists of applications.
macro_rules! open {
    ($queue:expr) => {{
        let me = $queue.reviewer;
        let assigned = assignments::table
            .filter(assignments::application_id.eq(applications::id))
            .filter(assignments::reviewer_id.eq(me));
        let query = rows!($queue)
            .filter(applications::round_id.eq_any($queue.open.clone()))
            .filter(applications::status.eq(Status::InReview))
            .filter(rounds::state.ne(RoundState::Closed))
            .filter(not(exists(assigned)))
            .into_boxed::<MultiBackend>();
        out_of_conflict!(query, me)
    }};
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
            reviews_due(),
            rounds::state,
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
            let same_day = reviews_due().eq(due).and(applications::id.gt(id));
            query = query.filter(reviews_due().gt(due).or(same_day));
        }
        Ok(query
            .order((reviews_due(), applications::id))
            .limit($limit)
            .select(columns!())
            .load($reader.connection())?)
    }};
}

impl Queue {
    /// The queue of a person within their reach as a reviewer.
    pub fn of(reader: &mut Reader, reach: Reach, reviewer: AccountId) -> Result<Self, StoreError> {
        let mine = assignments::table
            .filter(assignments::reviewer_id.eq(reviewer))
            .select(assignments::application_id);
        let own: Vec<ApplicationId> = reachable(reach)
            .filter(applications::status.eq_any(SHOWN))
            .filter(applications::id.eq_any(mine))
            .select(applications::id)
            .load(reader.connection())?;
        // Asked apart: one question with an “or” in it would be put to every application.
        let open: Vec<RoundId> = match reach.within() {
            Within::AssignedTo(_, now) => {
                phase::rounds_open(now, Scope::All).load(reader.connection())?
            }
            _ => Vec::new(),
        };
        Ok(Self {
            reviewer,
            own,
            open,
        })
    }

    /// What is assigned and still to be reviewed, due soonest first, after a place.
    pub fn to_do(
        &self,
        reader: &mut Reader,
        after: Option<Place>,
        limit: i64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        let query = own!(self)
            .filter(rounds::state.ne(RoundState::Closed))
            .filter(applications::status.eq_any(UNDER_REVIEW))
            .filter(reviews::submitted_at.is_null())
            .into_boxed::<MultiBackend>();
        by_due!(query, after, limit, reader)
    }

    /// What [`to_do`](Self::to_do) holds, in another order: a page after a place,
    /// each with the key by which it stands.
    pub fn to_do_by(
        &self,
        reader: &mut Reader,
        order: Order,
        after: Option<Keyed>,
        limit: usize,
    ) -> Result<Vec<(i64, QueueRow)>, StoreError> {
        let mut places = self.keyed(reader, order)?;
        places.sort_unstable();
        places.retain(|place| after.is_none_or(|after| *place > after));
        places.truncate(limit);
        let ids: Vec<ApplicationId> = places.iter().map(|(_, id)| *id).collect();
        let rows: Vec<QueueRow> = rows!(self)
            .filter(applications::id.eq_any(ids))
            .select(columns!())
            .load(reader.connection())?;
        let mut rows: BTreeMap<ApplicationId, QueueRow> =
            rows.into_iter().map(|row| (row.application, row)).collect();
        let found = places.into_iter();
        let found = found.filter_map(|(key, id)| Some((key, rows.remove(&id)?)));
        Ok(found.collect())
    }

    /// The next to review after an application, as an order has them; behind the
    /// last comes the first.
    pub fn next(
        &self,
        reader: &mut Reader,
        order: Order,
        application: ApplicationId,
        key: i64,
    ) -> Result<Option<ApplicationId>, StoreError> {
        let mut places = self.keyed(reader, order)?;
        places.sort_unstable();
        let others = || places.iter().filter(|place| place.1 != application);
        let later = others().find(|place| **place > (key, application));
        let next = later.or_else(|| others().next());
        Ok(next.map(|(_, id)| *id))
    }

    /// The key by which an application stands in an order.
    pub fn key(
        &self,
        reader: &mut Reader,
        order: Order,
        application: ApplicationId,
    ) -> Result<i64, StoreError> {
        match order {
            Order::Shuffled => Ok(shuffled(self.reviewer, application)),
            Order::Least => Ok(sent_by_others(reader, self.reviewer, &[application])?
                .remove(&application)
                .unwrap_or(0)),
            Order::Due => {
                let due: Option<Moment> = applications::table
                    .inner_join(rounds::table)
                    .filter(applications::id.eq(application))
                    .select(reviews_due())
                    .first(reader.connection())
                    .optional()?;
                Ok(due.map_or(0, Moment::micros))
            }
        }
    }

    /// Everything that is assigned and still to be reviewed, with its key.
    fn keyed(&self, reader: &mut Reader, order: Order) -> Result<Vec<Keyed>, StoreError> {
        let all: Vec<(ApplicationId, Moment)> = own!(self)
            .filter(rounds::state.ne(RoundState::Closed))
            .filter(applications::status.eq_any(UNDER_REVIEW))
            .filter(reviews::submitted_at.is_null())
            .select((applications::id, reviews_due()))
            .load(reader.connection())?;
        let sent = match order {
            Order::Least => {
                let ids: Vec<ApplicationId> = all.iter().map(|(id, _)| *id).collect();
                sent_by_others(reader, self.reviewer, &ids)?
            }
            Order::Due | Order::Shuffled => BTreeMap::new(),
        };
        let key = |id: ApplicationId, due: Moment| match order {
            Order::Due => due.micros(),
            Order::Least => sent.get(&id).copied().unwrap_or(0),
            Order::Shuffled => shuffled(self.reviewer, id),
        };
        Ok(all
            .into_iter()
            .map(|(id, due)| (key(id, due), id))
            .collect())
    }

    /// What waits for reviews, is open to every reviewer in its phase and is not
    /// taken on, due soonest first, after a place.
    pub fn open_to_all(
        &self,
        reader: &mut Reader,
        after: Option<Place>,
        limit: i64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        by_due!(open!(self), after, limit, reader)
    }

    /// What was sent, latest first, before a place.
    pub fn sent(
        &self,
        reader: &mut Reader,
        before: Option<Place>,
        limit: i64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        let mut query = own!(self)
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
        let sent = reviews::submitted_at.nullable();
        let (assigned, submitted): (i64, i64) = own!(self)
            .filter(rounds::state.ne(RoundState::Closed))
            .filter(applications::status.eq_any(UNDER_REVIEW))
            .select((count_star(), count(sent)))
            .first(reader.connection())?;
        let open: i64 = open!(self)
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
