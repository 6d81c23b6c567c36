//! How often reviews were submitted: each submission is kept as a version.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::Reader;
use super::schema::{applications, review_versions, reviews};
use crate::domain::{ReviewId, RoundId};

/// The latest submitted version of every review of a round. Numbers only, so it
/// asks for no reach; the reviews themselves do.
pub fn latest_of_round(
    reader: &mut Reader,
    round: RoundId,
) -> Result<BTreeMap<ReviewId, i32>, StoreError> {
    let rows: Vec<(ReviewId, i32)> = review_versions::table
        .inner_join(reviews::table.inner_join(applications::table))
        .filter(applications::round_id.eq(round))
        .order((review_versions::review_id, review_versions::version))
        .select((review_versions::review_id, review_versions::version))
        .load(reader.connection())?;
    // In order of the versions: the latest stays.
    Ok(rows.into_iter().collect())
}
