//! A reviewer's queue: what they are asked to review, what is open to every
//! reviewer in its phase, and what they have sent.
//! Every read goes through a reach.

mod others;
mod row;
mod tasks;

pub use row::QueueRow;

use std::collections::BTreeMap;

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use others::sent_by_others;
use tasks::{Task, tasks};

use super::application::out_of_conflict;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader};
use super::phase;
use super::round::reviews_due;
use super::schema::{applications, assignments, declarations, review_phases, reviews, rounds};
use crate::domain::application::Status;
use crate::domain::phase::Scope;
use crate::domain::review::{Order, shuffled};
use crate::domain::round::RoundState;
use crate::domain::{AccountId, ApplicationId, Moment, RoundId};
use crate::policy::review::SHOWN;
use crate::policy::{Reach, Within};

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
    /// Whether the reach is that of this reviewer; any other one holds no queue.
    reaches: bool,
    /// What is assigned to them in rounds that take reviews: few. Asked once; what is to be
    /// done, its order and the progress are read from it.
    tasks: Vec<Task>,
    /// Rounds that take reviews and are open to every reviewer. What they hold may be more
    /// than a statement can name.
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

/// Those whose review by the reviewer was sent: assigned to them still, where they may look
/// and without a conflict, whatever became of the round.
macro_rules! sent {
    ($queue:expr) => {{
        let me = $queue.reviewer;
        let assigned = assignments::table
            .filter(assignments::application_id.eq(reviews::application_id))
            .filter(assignments::reviewer_id.eq(me))
            .filter(assignments::recused_at.is_null());
        let is = |status: Status| applications::status.eq(status);
        let query = reviews::table
            .inner_join(applications::table)
            .inner_join(rounds::table.on(rounds::id.eq(applications::round_id)))
            .left_join(
                declarations::table.on(declarations::application_id
                    .eq(reviews::application_id)
                    .and(declarations::account_id.eq(me))),
            )
            .filter(reviews::reviewer_id.eq(me))
            .filter(reviews::submitted_at.is_not_null())
            .filter(is(SHOWN[0]).or(is(SHOWN[1])).or(is(SHOWN[2])))
            .filter(exists(assigned))
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

impl Queue {
    /// The queue of a person within their reach as a reviewer.
    pub fn of(reader: &mut Reader, reach: Reach, reviewer: AccountId) -> Result<Self, StoreError> {
        let mut queue = Self {
            reviewer,
            reaches: false,
            tasks: Vec::new(),
            open: Vec::new(),
        };
        let now = match reach.within() {
            Within::AssignedTo(me, now) if me == reviewer => now,
            _ => return Ok(queue),
        };
        queue.reaches = true;
        queue.tasks = tasks(reader, reviewer)?;
        let taking = rounds::table
            .filter(rounds::state.ne(RoundState::Closed))
            .select(rounds::id);
        // Asked apart: one question with an “or” in it would be put to every application.
        queue.open = phase::rounds_open(now, Scope::All)
            .filter(review_phases::round_id.eq_any(taking))
            .load(reader.connection())?;
        Ok(queue)
    }

    /// What is assigned and still to be reviewed.
    fn to_review(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|task| task.sent_at.is_none())
    }

    /// What is assigned and still to be reviewed, in an order: a page after a place, each
    /// with the key by which it stands.
    pub fn to_do(
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
        if places.is_empty() {
            return Ok(Vec::new());
        }
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

    /// What is to be reviewed and due soonest, as many at most.
    pub fn soonest(&self, most: usize) -> Vec<ApplicationId> {
        let mut places: Vec<Place> = self
            .to_review()
            .map(|task| (task.due, task.application))
            .collect();
        places.sort_unstable();
        places.into_iter().take(most).map(|(_, id)| id).collect()
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
                let mut tasks = self.tasks.iter();
                if let Some(task) = tasks.find(|task| task.application == application) {
                    return Ok(task.due.micros());
                }
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
        let sent = match order {
            Order::Least => {
                let ids: Vec<ApplicationId> =
                    self.to_review().map(|task| task.application).collect();
                sent_by_others(reader, self.reviewer, &ids)?
            }
            Order::Due | Order::Shuffled => BTreeMap::new(),
        };
        let key = |task: &Task| match order {
            Order::Due => task.due.micros(),
            Order::Least => sent.get(&task.application).copied().unwrap_or(0),
            Order::Shuffled => shuffled(self.reviewer, task.application),
        };
        let keyed = self.to_review().map(|task| (key(task), task.application));
        Ok(keyed.collect())
    }

    /// What waits for reviews, is open to every reviewer in its phase and is not
    /// taken on, due soonest first, after a place.
    pub fn open_to_all(
        &self,
        reader: &mut Reader,
        after: Option<Place>,
        limit: i64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        if self.open.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = open!(self);
        if let Some((due, id)) = after {
            let same_day = reviews_due().eq(due).and(applications::id.gt(id));
            query = query.filter(reviews_due().gt(due).or(same_day));
        }
        Ok(query
            .order((reviews_due(), applications::id))
            .limit(limit)
            .select(columns!())
            .load(reader.connection())?)
    }

    /// What was sent, latest first, before a place: a page is walked in the index of reviews,
    /// however many were ever sent.
    pub fn sent(
        &self,
        reader: &mut Reader,
        before: Option<Place>,
        limit: i64,
    ) -> Result<Vec<QueueRow>, StoreError> {
        if !self.reaches {
            return Ok(Vec::new());
        }
        let mut query = sent!(self);
        if let Some((sent, id)) = before {
            let behind = reviews::submitted_at
                .lt(sent)
                .or(reviews::application_id.lt(id));
            // The instant alone says where in the index the page begins.
            query = query.filter(reviews::submitted_at.le(sent)).filter(behind);
        }
        Ok(query
            .order((reviews::submitted_at.desc(), reviews::application_id.desc()))
            .limit(limit)
            .select(columns!())
            .load(reader.connection())?)
    }

    /// How much is done in rounds that take reviews.
    pub fn progress(&self, reader: &mut Reader) -> Result<QueueProgress, StoreError> {
        let open: i64 = match self.open.is_empty() {
            true => 0,
            false => open!(self)
                .select(count_star())
                .first(reader.connection())?,
        };
        Ok(QueueProgress {
            assigned: self.tasks.len(),
            submitted: self.tasks.len() - self.to_review().count(),
            open: usize::try_from(open).unwrap_or(0),
        })
    }
}
