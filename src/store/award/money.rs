//! What became of the money of awards, many at once. Whoever asks found the decisions
//! within their reach.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::of_decision;
use crate::domain::award::AwardState;
use crate::domain::{AwardId, DecisionId, Moment};
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::{awards, disbursements};

/// An award by its money; amounts in minor units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct AwardMoney {
    id: AwardId,
    pub state: AwardState,
    pub awarded_minor: i64,
    /// What went back to the budget.
    pub freed_minor: i64,
    /// When it was closed or cancelled.
    pub ended_at: Option<Moment>,
}

impl AwardMoney {
    /// What did not go back to the budget.
    pub fn kept_minor(self) -> i64 {
        self.awarded_minor - self.freed_minor
    }
}

/// The awards that these decisions opened.
pub fn of_decisions(
    reader: &mut Reader,
    decisions: &[DecisionId],
) -> Result<BTreeMap<DecisionId, AwardMoney>, StoreError> {
    if decisions.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids = ids(decisions)?;
    let rows: Vec<AwardMoney> = awards::table
        .filter(awards::id.eq_any(ids.keys().copied().collect::<Vec<_>>()))
        .select((
            awards::id,
            awards::state,
            awards::amount_minor,
            awards::freed_minor,
            awards::ended_at,
        ))
        .load(reader.connection())?;
    let of = |row: AwardMoney| Some((*ids.get(&row.id)?, row));
    Ok(rows.into_iter().filter_map(of).collect())
}

/// What the bank executed of the awards that these decisions opened, in minor units of
/// the award's currency; nothing of those of which it executed nothing.
pub fn paid_of_decisions(
    reader: &mut Reader,
    decisions: &[DecisionId],
) -> Result<BTreeMap<DecisionId, i64>, StoreError> {
    if decisions.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids = ids(decisions)?;
    let rows: Vec<(AwardId, i64)> = disbursements::table
        .filter(disbursements::award_id.eq_any(ids.keys().copied().collect::<Vec<_>>()))
        .filter(disbursements::paid_on.is_not_null())
        .filter(disbursements::dropped_at.is_null())
        .select((disbursements::award_id, disbursements::amount_minor))
        .load(reader.connection())?;
    let mut paid: BTreeMap<DecisionId, i64> = BTreeMap::new();
    for (award, minor) in rows {
        if let Some(decision) = ids.get(&award) {
            *paid.entry(*decision).or_default() += minor;
        }
    }
    Ok(paid)
}

/// The decisions by the award that each opened.
fn ids(decisions: &[DecisionId]) -> Result<BTreeMap<AwardId, DecisionId>, StoreError> {
    let pair = |one: &DecisionId| Ok((of_decision(*one)?, *one));
    decisions.iter().map(pair).collect()
}
