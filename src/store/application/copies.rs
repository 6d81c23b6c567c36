//! What an application keeps beside its answers, for lists and rules.

use diesel::prelude::*;

use crate::domain::ApplicationId;
use crate::domain::form::Stage;
use crate::domain::rate::Measured;
use crate::store::conflict::StoreError;
use crate::store::connection::Tx;
use crate::store::schema::applications;

/// Keeps the copy of the title in step with its answer.
pub fn set_title(tx: &mut Tx, id: ApplicationId, title: &str) -> Result<(), StoreError> {
    diesel::update(applications::table.find(id))
        .set(applications::title.eq(title))
        .execute(tx.connection())?;
    Ok(())
}

/// Keeps the copy of the amount in step with its answer: in the round's currency,
/// with the conversion where it was asked in another one.
pub fn set_requested(
    tx: &mut Tx,
    id: ApplicationId,
    requested: Option<&Measured>,
) -> Result<(), StoreError> {
    let conversion = requested.and_then(|measured| measured.conversion.as_ref());
    diesel::update(applications::table.find(id))
        .set((
            applications::requested_minor.eq(requested.map(|m| m.reference.minor)),
            applications::asked_minor.eq(conversion.map(|c| c.asked.minor)),
            applications::asked_currency.eq(conversion.map(|c| c.asked.currency)),
            applications::rate.eq(conversion.map(|c| c.rate.decimal())),
            applications::rate_day.eq(conversion.map(|c| c.day.iso())),
            applications::rate_source.eq(conversion.map(|c| c.source.as_str())),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Moves to another stage of the form.
pub fn set_stage(tx: &mut Tx, id: ApplicationId, stage: Stage) -> Result<(), StoreError> {
    diesel::update(applications::table.find(id))
        .set(applications::stage.eq(stage))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes when it was submitted, and whether late.
pub fn set_submitted(tx: &mut Tx, id: ApplicationId, late: bool) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(applications::table.find(id))
        .set((
            applications::submitted_at.eq(now),
            applications::late.eq(late),
        ))
        .execute(tx.connection())?;
    Ok(())
}
