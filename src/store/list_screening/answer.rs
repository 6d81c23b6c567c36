//! What people answer to hits, step by step, and why an award goes ahead beside them.

use diesel::prelude::*;

use crate::domain::list_screening::HitState;
use crate::domain::{AccountId, DecisionId, ListHitId, Moment, PostId};
use crate::policy::decision::MayGoAhead;
use crate::policy::list_screening::MayAnswerHit;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx, mint};
use crate::store::schema::{accounts, list_acknowledgements, list_answers, list_hits};
use crate::store::sealed_columns::{Cells, of_decision, of_hit};

/// An answer with the name of who gave it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct AnswerRow {
    pub hit: ListHitId,
    /// What the hit became.
    pub state: HitState,
    pub reason: String,
    pub by: AccountId,
    pub name: String,
    pub at: Moment,
}

/// The answers to these hits in order.
pub fn answers(reader: &mut Reader, hits: &[ListHitId]) -> Result<Vec<AnswerRow>, StoreError> {
    let mut found: Vec<(PostId, AnswerRow)> = list_answers::table
        .inner_join(accounts::table)
        .filter(list_answers::hit_id.eq_any(hits.to_vec()))
        .order(list_answers::id)
        .select((
            list_answers::id,
            (
                list_answers::hit_id,
                list_answers::state,
                list_answers::reason,
                list_answers::answered_by,
                accounts::name,
                list_answers::answered_at,
            ),
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("list_answers");
    for (id, row) in &mut found {
        cells.add(&[id.as_str()], [("reason", &mut row.reason)]);
    }
    cells.open(reader)?;
    Ok(found.into_iter().map(|(_, row)| row).collect())
}

/// Keeps an answer; the hit takes the capability's state.
pub fn answer(tx: &mut Tx, may: &MayAnswerHit, reason: &str) -> Result<(), StoreError> {
    // Any id type serves to mint: nothing refers to an answer.
    let (id, now): (PostId, _) = (mint(), tx.now());
    let sealed = of_hit(tx, may.hit(), ("list_answers", &[id.as_str()]))?;
    diesel::insert_into(list_answers::table)
        .values((
            list_answers::id.eq(id),
            list_answers::hit_id.eq(may.hit()),
            list_answers::state.eq(may.state()),
            list_answers::reason.eq(sealed.seal("reason", reason)?),
            list_answers::answered_by.eq(may.by()),
            list_answers::answered_at.eq(now),
        ))
        .execute(tx.connection())?;
    diesel::update(list_hits::table.find(may.hit()))
        .set(list_hits::state.eq(may.state()))
        .execute(tx.connection())?;
    Ok(())
}

/// Why an award goes ahead although hits are open or confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Acknowledgement {
    pub reason: String,
    /// How many hits stood open or confirmed.
    pub unsettled: i32,
    pub by: String,
    pub at: Moment,
}

/// The acknowledgement of a decision.
pub fn acknowledgement(
    reader: &mut Reader,
    decision: DecisionId,
) -> Result<Option<Acknowledgement>, StoreError> {
    Ok(acknowledgements(reader, &[decision])?
        .pop()
        .map(|(_, one)| one))
}

/// The acknowledgements of these decisions.
pub fn acknowledgements(
    reader: &mut Reader,
    decisions: &[DecisionId],
) -> Result<Vec<(DecisionId, Acknowledgement)>, StoreError> {
    let mut found: Vec<(DecisionId, Acknowledgement)> = list_acknowledgements::table
        .inner_join(accounts::table)
        .filter(list_acknowledgements::decision_id.eq_any(decisions.to_vec()))
        .select((
            list_acknowledgements::decision_id,
            (
                list_acknowledgements::reason,
                list_acknowledgements::unsettled,
                accounts::name,
                list_acknowledgements::acknowledged_at,
            ),
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("list_acknowledgements");
    for (id, one) in &mut found {
        cells.add(&[id.as_str()], [("reason", &mut one.reason)]);
    }
    cells.open(reader)?;
    Ok(found)
}

/// Keeps why the capability's decision goes ahead.
pub fn acknowledge(
    tx: &mut Tx,
    may: &MayGoAhead,
    (reason, unsettled): (&str, i64),
) -> Result<(), StoreError> {
    let (id, now) = (may.decision(), tx.now());
    let sealed = of_decision(tx, id, ("list_acknowledgements", &[id.as_str()]))?;
    let row = list_acknowledgements::table.find(id);
    diesel::delete(row).execute(tx.connection())?;
    diesel::insert_into(list_acknowledgements::table)
        .values((
            list_acknowledgements::decision_id.eq(id),
            list_acknowledgements::reason.eq(sealed.seal("reason", reason)?),
            list_acknowledgements::unsettled.eq(i32::try_from(unsettled).unwrap_or(i32::MAX)),
            list_acknowledgements::acknowledged_by.eq(may.by()),
            list_acknowledgements::acknowledged_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
