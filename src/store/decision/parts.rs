//! What hangs on decisions.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::decision::Condition;
use crate::domain::{AccountId, DecisionId};
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::schema::{conditions, decision_panel};
use crate::store::sealed_columns::{Cells, of_decision};

/// The conditions of decisions, each list in its order.
pub fn conditions_of(
    reader: &mut Reader,
    ids: Vec<DecisionId>,
) -> Result<BTreeMap<DecisionId, Vec<Condition>>, StoreError> {
    let mut rows: Vec<(DecisionId, i32, String, String)> = conditions::table
        .filter(conditions::decision_id.eq_any(ids))
        .order((conditions::decision_id, conditions::position))
        .select((
            conditions::decision_id,
            conditions::position,
            conditions::text,
            conditions::reason,
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("conditions");
    for (id, position, text, reason) in &mut rows {
        let position = position.to_string();
        let ids = [id.as_str(), position.as_str()];
        cells.add(&ids, [("text", text), ("reason", reason)]);
    }
    cells.open_beside(reader)?;
    let mut found: BTreeMap<DecisionId, Vec<Condition>> = BTreeMap::new();
    for (id, _, text, reason) in rows {
        found
            .entry(id)
            .or_default()
            .push(Condition { text, reason });
    }
    Ok(found)
}

/// Who took part in decisions, in the order of their ids.
pub fn panel_of(
    reader: &mut Reader,
    ids: Vec<DecisionId>,
) -> Result<BTreeMap<DecisionId, Vec<AccountId>>, StoreError> {
    let rows: Vec<(DecisionId, AccountId)> = decision_panel::table
        .filter(decision_panel::decision_id.eq_any(ids))
        .order((decision_panel::decision_id, decision_panel::account_id))
        .select((decision_panel::decision_id, decision_panel::account_id))
        .load(reader.connection())?;
    let mut found: BTreeMap<DecisionId, Vec<AccountId>> = BTreeMap::new();
    for (id, account) in rows {
        found.entry(id).or_default().push(account);
    }
    Ok(found)
}

/// Keeps the conditions of a decision.
pub(super) fn insert_conditions(
    tx: &mut Tx,
    id: DecisionId,
    put: &[Condition],
) -> Result<(), StoreError> {
    for (position, condition) in (0_i32..).zip(put) {
        let place = position.to_string();
        let ids = [id.as_str(), place.as_str()];
        let sealed = of_decision(tx, id, ("conditions", &ids))?;
        diesel::insert_into(conditions::table)
            .values((
                conditions::decision_id.eq(id),
                conditions::position.eq(position),
                conditions::text.eq(sealed.seal("text", &condition.text)?),
                conditions::reason.eq(sealed.seal("reason", &condition.reason)?),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}
