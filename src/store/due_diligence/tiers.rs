//! What programmes need, by amount in one currency.

use diesel::prelude::*;

use crate::domain::due_diligence::Tier;
use crate::domain::{Currency, ProgrammeId};
use crate::policy::due_diligence::MaySetTiers;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::schema::diligence_tiers;

/// The tiers of a programme for amounts in a currency, the smallest first.
pub fn tiers(
    reader: &mut Reader,
    programme: ProgrammeId,
    currency: Currency,
) -> Result<Vec<Tier>, StoreError> {
    let rows: Vec<(Option<i64>, String)> = diligence_tiers::table
        .filter(diligence_tiers::programme_id.eq(programme))
        .filter(diligence_tiers::currency.eq(currency))
        .order(diligence_tiers::position)
        .select((diligence_tiers::upper_minor, diligence_tiers::asks))
        .load(reader.connection())?;
    if rows.is_empty() {
        return Ok(Tier::standard(currency));
    }
    let tier = |(upper, asks): (Option<i64>, String)| Tier::parse(upper, &asks);
    Ok(rows.into_iter().map(tier).collect())
}

/// Whether a programme said itself what amounts in a currency need.
pub fn are_set(
    reader: &mut Reader,
    programme: ProgrammeId,
    currency: Currency,
) -> Result<bool, StoreError> {
    let own: Option<i32> = diligence_tiers::table
        .filter(diligence_tiers::programme_id.eq(programme))
        .filter(diligence_tiers::currency.eq(currency))
        .select(diligence_tiers::position)
        .first(reader.connection())
        .optional()?;
    Ok(own.is_some())
}

/// Replaces the tiers of the capability's programme in a currency.
pub fn set_tiers(
    tx: &mut Tx,
    may: &MaySetTiers,
    currency: Currency,
    tiers: &[Tier],
) -> Result<(), StoreError> {
    let old = diligence_tiers::table
        .filter(diligence_tiers::programme_id.eq(may.programme()))
        .filter(diligence_tiers::currency.eq(currency));
    diesel::delete(old).execute(tx.connection())?;
    for (position, tier) in (0_i32..).zip(tiers) {
        diesel::insert_into(diligence_tiers::table)
            .values((
                diligence_tiers::programme_id.eq(may.programme()),
                diligence_tiers::currency.eq(currency),
                diligence_tiers::position.eq(position),
                diligence_tiers::upper_minor.eq(tier.upper_minor),
                diligence_tiers::asks.eq(tier.text()),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}
