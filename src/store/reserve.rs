//! Places on the reserve list of a round, and who on the lists of all rounds waits for what.

use std::collections::BTreeMap;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::dashboard::figures::{COMMITTED, LATEST};
use super::schema::{applications, decisions, reserve_places};
use crate::domain::application::Status;
use crate::domain::decision::Outcome;
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

/// What the applications on the reserve lists of all rounds ask for, in minor units of
/// their rounds' currencies, within reach.
pub fn requests(reader: &mut Reader, reach: Reach) -> Result<Vec<(RoundId, i64)>, StoreError> {
    let rows: Vec<(RoundId, Option<i64>)> = reachable(reach)
        .filter(applications::status.eq(Status::Decided))
        .inner_join(decisions::table)
        .filter(decisions::outcome.eq(Outcome::Reserve))
        .filter(decisions::released_at.is_not_null())
        .filter(decisions::dropped_at.is_null())
        .filter(sql::<Bool>(LATEST))
        .select((applications::round_id, applications::requested_minor))
        .load(reader.connection())?;
    let asked = rows.into_iter();
    Ok(asked
        .filter_map(|(round, asked)| Some((round, asked?)))
        .collect())
}

/// What the applications of these rounds take from their budgets in minor units, proposed
/// awards too and less what went back, within reach.
pub fn committed(
    reader: &mut Reader,
    reach: Reach,
    rounds: &[RoundId],
) -> Result<BTreeMap<RoundId, i64>, StoreError> {
    let rows: Vec<(RoundId, i64)> = reachable(reach)
        .filter(applications::round_id.eq_any(rounds.to_vec()))
        .filter(applications::status.ne(Status::Withdrawn))
        .inner_join(decisions::table)
        .filter(decisions::dropped_at.is_null())
        .filter(sql::<Bool>(LATEST))
        .select((applications::round_id, sql::<BigInt>(COMMITTED)))
        .load(reader.connection())?;
    let mut committed: BTreeMap<RoundId, i64> = BTreeMap::new();
    for (round, taken) in rows {
        *committed.entry(round).or_default() += taken;
    }
    Ok(committed)
}
