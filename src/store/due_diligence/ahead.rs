//! Why an award is signed although something is open.

use diesel::prelude::*;

use crate::domain::{DecisionId, Moment};
use crate::policy::decision::MayGoAhead;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::schema::{accounts, diligence_acknowledgements as table};
use crate::store::sealed_columns::{Cells, of_decision};

/// A reason that was given.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Ahead {
    pub reason: String,
    pub by: String,
    pub at: Moment,
}

/// The reason of a decision.
pub fn ahead(reader: &mut Reader, decision: DecisionId) -> Result<Option<Ahead>, StoreError> {
    Ok(all_ahead(reader, &[decision])?.pop().map(|(_, one)| one))
}

/// The reasons of these decisions.
pub fn all_ahead(
    reader: &mut Reader,
    decisions: &[DecisionId],
) -> Result<Vec<(DecisionId, Ahead)>, StoreError> {
    let mut found: Vec<(DecisionId, Ahead)> = table::table
        .inner_join(accounts::table)
        .filter(table::decision_id.eq_any(decisions.to_vec()))
        .select((
            table::decision_id,
            (table::reason, accounts::name, table::acknowledged_at),
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("diligence_acknowledgements");
    for (id, one) in &mut found {
        cells.add(&[id.as_str()], [("reason", &mut one.reason)]);
    }
    cells.open(reader)?;
    Ok(found)
}

/// Keeps why the capability's decision is signed, and how much was open.
pub fn go_ahead(
    tx: &mut Tx,
    may: &MayGoAhead,
    (reason, missing): (&str, usize),
) -> Result<(), StoreError> {
    let (id, now) = (may.decision(), tx.now());
    let sealed = of_decision(tx, id, ("diligence_acknowledgements", &[id.as_str()]))?;
    diesel::delete(table::table.find(id)).execute(tx.connection())?;
    diesel::insert_into(table::table)
        .values((
            table::decision_id.eq(id),
            table::reason.eq(sealed.seal("reason", reason)?),
            table::missing.eq(i32::try_from(missing).unwrap_or(i32::MAX)),
            table::acknowledged_by.eq(may.by()),
            table::acknowledged_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
