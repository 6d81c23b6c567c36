//! The hits of all organisations that wait for an answer, as far as somebody reaches.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::hit::{Evidence, open_evidence};
use super::kept::kept_from;
use crate::domain::list_screening::HitState;
use crate::domain::{ListHitId, OrganisationId};
use crate::policy::Reach;
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::organisation::reachable_organisations;
use crate::store::schema::{list_hits, organisations};

/// A hit in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenHit {
    pub id: ListHitId,
    pub organisation: OrganisationId,
    pub list: String,
    pub state: HitState,
    pub score: i32,
    pub evidence: Evidence,
}

const WAITING: [HitState; 2] = [HitState::Open, HitState::Proposed];

/// The hits that wait, of organisations within reach, without those that are kept from
/// somebody who scores.
macro_rules! waiting {
    ($reach:expr, $kept:expr) => {
        reachable_organisations($reach)
            .inner_join(list_hits::table.on(list_hits::organisation_id.eq(organisations::id)))
            .filter(list_hits::is_current.eq(true))
            .filter(list_hits::state.eq_any(WAITING))
            .filter(list_hits::organisation_id.ne_all($kept))
    };
}

/// Hits that wait for an answer after `after`, earliest first.
pub fn open(
    reader: &mut Reader,
    reach: Reach,
    after: Option<ListHitId>,
    limit: i64,
) -> Result<Vec<OpenHit>, StoreError> {
    let after = after.as_ref().map_or("", ListHitId::as_str).to_owned();
    let kept = Vec::from_iter(kept_from(reader, reach)?);
    let mut rows: Vec<(ListHitId, OrganisationId, String, HitState, i32, String)> =
        waiting!(reach, kept)
            .filter(list_hits::id.gt(after))
            .order(list_hits::id)
            .limit(limit)
            .select((
                list_hits::id,
                list_hits::organisation_id,
                list_hits::list,
                list_hits::state,
                list_hits::score,
                list_hits::evidence,
            ))
            .load(reader.connection())?;
    open_evidence(reader, rows.iter_mut().map(|row| (row.0, &mut row.5)))?;
    let row = |(id, organisation, list, state, score, evidence): (_, _, _, _, _, String)| {
        Ok(OpenHit {
            id,
            organisation,
            list,
            state,
            score,
            evidence: Evidence::from_json(&evidence)?,
        })
    };
    rows.into_iter().map(row).collect()
}

/// How many there are.
pub fn count_open(reader: &mut Reader, reach: Reach) -> Result<i64, StoreError> {
    let kept = Vec::from_iter(kept_from(reader, reach)?);
    Ok(waiting!(reach, kept)
        .select(count_star())
        .first(reader.connection())?)
}
