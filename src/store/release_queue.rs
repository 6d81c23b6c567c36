//! Decisions that somebody asked to release and that wait for their turn. A row goes
//! in the transaction that releases its decision.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::{applications, decisions, release_queue};
use crate::domain::{DecisionId, RoundId};
use crate::policy::Reach;
use crate::policy::decision::MayRelease;

/// What waits in a round within reach.
macro_rules! waiting {
    ($reach:expr, $round:expr) => {
        reachable($reach)
            .filter(applications::round_id.eq($round))
            .inner_join(decisions::table.inner_join(release_queue::table))
            .filter(decisions::released_at.is_null())
            .filter(decisions::dropped_at.is_null())
    };
}

/// Puts a decision in line, once.
pub fn add(tx: &mut Tx, may: &MayRelease) -> Result<(), StoreError> {
    let now = tx.now();
    take(tx, may.decision())?;
    diesel::insert_into(release_queue::table)
        .values((
            release_queue::decision_id.eq(may.decision()),
            release_queue::queued_by.eq(may.by()),
            release_queue::queued_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes a decision out of the line, released or not.
pub fn take(tx: &mut Tx, decision: DecisionId) -> Result<(), StoreError> {
    diesel::delete(release_queue::table.find(decision)).execute(tx.connection())?;
    Ok(())
}

/// The next in line of a round.
pub fn next(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<Option<DecisionId>, StoreError> {
    Ok(waiting!(reach, round)
        .order((release_queue::queued_at, decisions::id))
        .select(decisions::id)
        .first(reader.connection())
        .optional()?)
}

/// How many wait in a round.
pub fn count(reader: &mut Reader, reach: Reach, round: RoundId) -> Result<usize, StoreError> {
    let count: i64 = waiting!(reach, round)
        .select(count_star())
        .first(reader.connection())?;
    Ok(usize::try_from(count).unwrap_or(0))
}
