//! Applications that were sent anew after they were reviewed.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{max, min};
use diesel::prelude::*;

use crate::domain::{ApplicationId, RoundId};
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::{applications, assignments, reviews, submissions};

/// The applications of a round with a submitted review, one that counts, of an
/// older version than the latest. Asks for no reach: the applications do. Two
/// queries, however many there are.
pub fn overtaken(
    reader: &mut Reader,
    round: RoundId,
) -> Result<BTreeSet<ApplicationId>, StoreError> {
    let latest: Vec<(ApplicationId, Option<i32>)> = submissions::table
        .inner_join(applications::table)
        .filter(applications::round_id.eq(round))
        .group_by(submissions::application_id)
        .select((submissions::application_id, max(submissions::version)))
        .load(reader.connection())?;
    let assigned = assignments::application_id
        .eq(reviews::application_id)
        .and(assignments::reviewer_id.eq(reviews::reviewer_id));
    let in_round = applications::table
        .filter(applications::round_id.eq(round))
        .select(applications::id);
    let scored: Vec<(ApplicationId, Option<i32>)> = reviews::table
        .inner_join(assignments::table.on(assigned))
        .filter(reviews::application_id.eq_any(in_round))
        .filter(reviews::submitted_at.is_not_null())
        .filter(assignments::recused_at.is_null())
        .group_by(reviews::application_id)
        .select((reviews::application_id, min(reviews::submission_version)))
        .load(reader.connection())?;
    let latest: BTreeMap<ApplicationId, Option<i32>> = latest.into_iter().collect();
    let older = |(id, version): &(ApplicationId, Option<i32>)| {
        latest.get(id).is_some_and(|last| version < last)
    };
    let older = scored.into_iter().filter(older);
    Ok(older.map(|(id, _)| id).collect())
}
