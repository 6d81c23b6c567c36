//! That somebody lost the second step of their sign-in, until another admin has ended it.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::second_step_losses;
use crate::domain::{AccountId, Moment};
use crate::policy::account::MayManagePeople;

/// What one admin said.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = second_step_losses, check_for_backend(MultiBackend))]
pub struct LossRow {
    pub reason: String,
    pub said_by: AccountId,
    pub said_at: Moment,
}

/// What was said of a person, if anything waits.
pub fn of(reader: &mut Reader, person: AccountId) -> Result<Option<LossRow>, StoreError> {
    Ok(second_step_losses::table
        .find(person)
        .select(LossRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Keeps what an admin says of a person.
pub fn insert(
    tx: &mut Tx,
    _may: &MayManagePeople,
    (person, by): (AccountId, AccountId),
    reason: &str,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(second_step_losses::table)
        .values((
            second_step_losses::account_id.eq(person),
            second_step_losses::reason.eq(reason),
            second_step_losses::said_by.eq(by),
            second_step_losses::said_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Forgets it; whether anything waited.
pub fn forget(tx: &mut Tx, person: AccountId) -> Result<bool, StoreError> {
    let waiting = second_step_losses::table.find(person);
    Ok(diesel::delete(waiting).execute(tx.connection())? == 1)
}
