//! Places on the reserve list of a round.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::{applications, reserve_places};
use crate::domain::{ApplicationId, RoundId};
use crate::policy::Reach;
use crate::policy::reserve::MayOrderReserve;

/// The places that staff set in a round, as far as they are within reach.
pub fn places(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeMap<ApplicationId, i32>, StoreError> {
    let rows: Vec<(ApplicationId, i32)> = reachable(reach)
        .filter(applications::round_id.eq(round))
        .inner_join(reserve_places::table)
        .select((applications::id, reserve_places::place))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}

/// Sets the places of these applications of the capability's round; what others set
/// outside of the caller's reach stays.
pub fn set(
    tx: &mut Tx,
    _may: &MayOrderReserve,
    order: &[(ApplicationId, i32)],
) -> Result<(), StoreError> {
    for (application, place) in order {
        diesel::delete(reserve_places::table.find(application)).execute(tx.connection())?;
        diesel::insert_into(reserve_places::table)
            .values((
                reserve_places::application_id.eq(application),
                reserve_places::place.eq(place),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}
