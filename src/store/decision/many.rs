//! Decisions of many applications, in as many queries for any number.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::rows::{Of, load};
use crate::domain::decision::Decision;
use crate::domain::{ApplicationId, DecisionId};
use crate::policy::Reach;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::decisions;

/// Every decision on each of these applications in order, dropped ones included.
pub fn histories(
    reader: &mut Reader,
    reach: Reach,
    ids: &[ApplicationId],
) -> Result<BTreeMap<ApplicationId, Vec<Decision>>, StoreError> {
    let mut all: BTreeMap<ApplicationId, Vec<Decision>> = BTreeMap::new();
    for one in load(reader, reach, Of::Applications(ids.to_vec()))? {
        all.entry(one.application).or_default().push(one);
    }
    Ok(all)
}

/// The applications that these decisions are about. It tells nothing of either: whoever
/// asks goes on through their reach.
pub fn applications_of(
    reader: &mut Reader,
    ids: &[DecisionId],
) -> Result<BTreeMap<DecisionId, ApplicationId>, StoreError> {
    let rows: Vec<(DecisionId, ApplicationId)> = decisions::table
        .filter(decisions::id.eq_any(ids.to_vec()))
        .select((decisions::id, decisions::application_id))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}
