//! That somebody lost the second step of their sign-in, until another admin has ended it.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::second_step_losses;
use super::sealed_words::{self, LOSSES};
use crate::domain::{AccountId, Moment};
use crate::policy::account::MayManagePeople;

/// What one admin said.
#[derive(Debug, Clone)]
pub struct LossRow {
    pub reason: String,
    pub said_by: AccountId,
    pub said_at: Moment,
}

/// What was said of a person, if anything waits.
pub fn of(reader: &mut Reader, person: AccountId) -> Result<Option<LossRow>, StoreError> {
    let row: Option<(String, Option<String>, AccountId, Moment)> = second_step_losses::table
        .find(person)
        .select((
            second_step_losses::reason,
            second_step_losses::sealed,
            second_step_losses::said_by,
            second_step_losses::said_at,
        ))
        .first(reader.connection())
        .optional()?;
    let Some((clear, sealed, said_by, said_at)) = row else {
        return Ok(None);
    };
    let kept = (sealed.as_deref(), clear);
    let reason = sealed_words::open(reader.vault(), (LOSSES, person.as_str()), kept)?;
    Ok(Some(LossRow {
        reason,
        said_by,
        said_at,
    }))
}

/// Keeps what an admin says of a person.
pub fn insert(
    tx: &mut Tx,
    _may: &MayManagePeople,
    (person, by): (AccountId, AccountId),
    reason: &str,
) -> Result<(), StoreError> {
    let now = tx.now();
    let sealed = sealed_words::seal(tx.vault(), (LOSSES, person.as_str()), reason)?;
    diesel::insert_into(second_step_losses::table)
        .values((
            second_step_losses::account_id.eq(person),
            second_step_losses::reason.eq(""),
            second_step_losses::sealed.eq(sealed),
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
