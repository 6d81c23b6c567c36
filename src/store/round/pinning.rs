//! The versions of form and rubric that a round uses.

use diesel::prelude::*;

use crate::policy::form::MayPinForm;
use crate::policy::rubric::MayPinRubric;
use crate::store::conflict::StoreError;
use crate::store::connection::Tx;
use crate::store::schema::rounds;

/// Lets a round use another version of its form.
pub fn pin_form(tx: &mut Tx, may: &MayPinForm) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(may.round()))
        .set(rounds::form_id.eq(may.form()))
        .execute(tx.connection())?;
    Ok(())
}

/// Lets a round use another version of its rubric.
pub fn pin_rubric(tx: &mut Tx, may: &MayPinRubric) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(may.round()))
        .set(rounds::rubric_id.eq(may.rubric()))
        .execute(tx.connection())?;
    Ok(())
}
