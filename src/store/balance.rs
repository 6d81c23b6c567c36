//! Balance targets of rounds, and which organisations had an award before.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::application::reachable;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::{applications, balance_targets as targets, decisions};
use crate::domain::balance::{Edge, Measure, Side, Target};
use crate::domain::decision::Outcome;
use crate::domain::{OrganisationId, RoundId};
use crate::policy::Reach;
use crate::policy::board::MaySetBalance;

/// The targets of a round, always in the same order.
pub fn of_round(reader: &mut Reader, round: RoundId) -> Result<Vec<Target>, StoreError> {
    let rows: Vec<(String, String, String, String, i32)> = targets::table
        .filter(targets::round_id.eq(round))
        .order((
            targets::side,
            targets::code,
            targets::edge,
            targets::measure,
        ))
        .select((
            targets::side,
            targets::code,
            targets::edge,
            targets::measure,
            targets::percent_whole,
        ))
        .load(reader.connection())?;
    let target = |(side, code, edge, measure, percent): (String, String, String, String, i32)| {
        Some(Target {
            side: Side::from_code(&side)?,
            code,
            edge: Edge::from_code(&edge)?,
            measure: Measure::from_code(&measure)?,
            percent,
        })
    };
    let damaged = || StoreError::Damaged("a balance target of an unknown kind".to_owned());
    let all = rows.into_iter().map(|row| target(row).ok_or_else(damaged));
    all.collect()
}

/// Sets a target; one about the same part in the same way is replaced.
pub fn set(tx: &mut Tx, may: &MaySetBalance, target: &Target) -> Result<(), StoreError> {
    remove(tx, may, target)?;
    let now = tx.now();
    diesel::insert_into(targets::table)
        .values((
            targets::round_id.eq(may.round()),
            targets::side.eq(target.side.code()),
            targets::code.eq(&target.code),
            targets::edge.eq(target.edge.code()),
            targets::measure.eq(target.measure.code()),
            targets::percent_whole.eq(target.percent),
            targets::set_by.eq(may.by()),
            targets::set_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes back the target about the same part in the same way, whatever its per cent.
pub fn remove(tx: &mut Tx, may: &MaySetBalance, target: &Target) -> Result<(), StoreError> {
    let row = targets::table.find((
        may.round(),
        target.side.code(),
        &target.code,
        target.edge.code(),
        target.measure.code(),
    ));
    diesel::delete(row).execute(tx.connection())?;
    Ok(())
}

diesel::alias!(applications as here: Here);

/// The organisations of a round that had an award of another one, as far as that is within
/// reach.
pub fn known(
    reader: &mut Reader,
    reach: Reach,
    round: RoundId,
) -> Result<BTreeSet<OrganisationId>, StoreError> {
    let own = here
        .filter(here.field(applications::round_id).eq(round))
        .select(here.field(applications::organisation_id));
    let rows: Vec<OrganisationId> = reachable(reach)
        .filter(applications::organisation_id.eq_any(own))
        .inner_join(decisions::table)
        .filter(applications::round_id.ne(round))
        .filter(decisions::outcome.eq(Outcome::Award))
        .filter(decisions::released_at.is_not_null())
        .filter(decisions::dropped_at.is_null())
        .select(applications::organisation_id)
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}
