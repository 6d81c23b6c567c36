//! Beginning the deliberation of applications that have the reviews which their
//! phase needs: when one is sent, when somebody leaves, when the rules change, and
//! when the clock opens a phase that needs fewer.

use crate::domain::application::Status;
use crate::domain::{ApplicationId, Moment, RoundId};
use crate::policy::review::{Panel, reviews_complete};
use crate::store::application::{self, ApplicationRow};
use crate::store::assignment::{self, Progress};
use crate::store::{StoreError, Tx, audit, phase};

/// Begins the deliberation of an application whose last review is in.
pub(super) fn advance_if_complete(tx: &mut Tx, row: &ApplicationRow) -> Result<(), StoreError> {
    let progress = assignment::progress(tx, &[row.id])?.remove(&row.id);
    let now = tx.now();
    let needed = phase::in_force(tx, row.round_id, now)?.needed;
    advance(
        tx,
        (row.id, row.status),
        progress.unwrap_or_default(),
        needed,
    )
}

/// The same for everything in review of a round in which so many reviews are needed.
pub(super) fn advance_round(tx: &mut Tx, round: RoundId, needed: u8) -> Result<(), StoreError> {
    for (id, status, progress) in assignment::in_review(tx, round)? {
        advance(tx, (id, status), progress, needed)?;
    }
    Ok(())
}

/// The same for every round in which a phase opened since an instant.
pub fn advance_opened(tx: &mut Tx, since: Moment) -> Result<(), StoreError> {
    let now = tx.now();
    for (round, needed) in phase::opened_since(tx, since, now)? {
        advance_round(tx, round, needed)?;
    }
    Ok(())
}

fn advance(
    tx: &mut Tx,
    (id, status): (ApplicationId, Status),
    progress: Progress,
    needed: u8,
) -> Result<(), StoreError> {
    let panel = Panel {
        assigned: usize::try_from(progress.assigned).unwrap_or(0),
        submitted: usize::try_from(progress.submitted).unwrap_or(0),
    };
    let Some(may) = reviews_complete(id, status, panel, needed) else {
        return Ok(());
    };
    application::advance(tx, &may)?;
    let about = ("application", id.as_str());
    let (from, to) = (may.from().code(), may.to().code());
    audit(tx, "complete_reviews", about, from, to)
}
