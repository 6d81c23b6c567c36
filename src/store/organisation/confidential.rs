//! Organisations that others than their own people know by a code name.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::named;
use crate::domain::OrganisationId;
use crate::domain::code_name::CodeName;
use crate::domain::organisation::Organisation;
use crate::policy::code_name::{MayConceal, MayIdentify};
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::ledger;
use crate::store::schema::organisations;

/// Every code name that is taken; few.
pub fn code_names(reader: &mut Reader) -> Result<BTreeSet<String>, StoreError> {
    let taken: Vec<String> = organisations::table
        .filter(organisations::code_name.ne(""))
        .select(organisations::code_name)
        .load(reader.connection())?;
    Ok(taken.into_iter().collect())
}

/// Whether one is confidential.
pub fn is_confidential(reader: &mut Reader, id: OrganisationId) -> Result<bool, StoreError> {
    let kept: Option<String> = organisations::table
        .find(id)
        .select(organisations::code_name)
        .first(reader.connection())
        .optional()?;
    Ok(kept.is_some_and(|name| !name.is_empty()))
}

/// The organisation of the capability by its names.
pub fn identity(
    reader: &mut Reader,
    may: &MayIdentify,
) -> Result<Option<Organisation>, StoreError> {
    Ok(named(reader, &[may.organisation()])?.pop())
}

/// Gives the organisation of the capability a code name, in the support ledger too.
pub fn conceal(tx: &mut Tx, may: &MayConceal, name: &CodeName) -> Result<(), StoreError> {
    let id = may.organisation();
    if let Some(organisation) = named(tx, &[id])?.pop() {
        ledger::rename(tx, may, &organisation, name)?;
    }
    diesel::update(organisations::table.find(id))
        .set(organisations::code_name.eq(name.as_str()))
        .execute(tx.connection())?;
    Ok(())
}
