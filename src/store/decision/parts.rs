//! What hangs on decisions.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::decision::Condition;
use crate::domain::{AccountId, DecisionId};
use crate::store::conflict::StoreError;
use crate::store::connection::Reader;
use crate::store::schema::{conditions, decision_panel};

/// The conditions of decisions, each list in its order.
pub fn conditions_of(
    reader: &mut Reader,
    ids: Vec<DecisionId>,
) -> Result<BTreeMap<DecisionId, Vec<Condition>>, StoreError> {
    let rows: Vec<(DecisionId, String, String)> = conditions::table
        .filter(conditions::decision_id.eq_any(ids))
        .order((conditions::decision_id, conditions::position))
        .select((
            conditions::decision_id,
            conditions::text,
            conditions::reason,
        ))
        .load(reader.connection())?;
    let mut found: BTreeMap<DecisionId, Vec<Condition>> = BTreeMap::new();
    for (id, text, reason) in rows {
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
