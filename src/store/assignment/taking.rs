//! Assignments that reviewers make themselves, and what follows when fewer reviews
//! are needed.

use diesel::prelude::*;

use super::{Progress, progress};
use crate::domain::application::Status;
use crate::domain::{ApplicationId, RoundId};
use crate::policy::review::MayTake;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::schema::{applications, assignments};

/// Every application in review of a round with its progress, for what follows by
/// itself; nobody is shown it.
pub fn in_review(
    reader: &mut Reader,
    round: RoundId,
) -> Result<Vec<(ApplicationId, Status, Progress)>, StoreError> {
    let found: Vec<(ApplicationId, Status)> = applications::table
        .filter(applications::round_id.eq(round))
        .filter(applications::status.eq(Status::InReview))
        .select((applications::id, applications::status))
        .load(reader.connection())?;
    let ids: Vec<ApplicationId> = found.iter().map(|(id, _)| *id).collect();
    let mut known = progress(reader, &ids)?;
    let found = found.into_iter();
    let found = found.map(|(id, status)| (id, status, known.remove(&id).unwrap_or_default()));
    Ok(found.collect())
}

/// Assigns to the person who took it on, by themself.
pub fn take(tx: &mut Tx, may: &MayTake) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(assignments::table)
        .values((
            assignments::application_id.eq(may.application()),
            assignments::reviewer_id.eq(may.reviewer()),
            assignments::assigned_by.eq(may.reviewer()),
            assignments::assigned_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
