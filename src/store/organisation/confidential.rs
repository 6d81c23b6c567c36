//! Organisations that others than their own people know by a code name.

use std::collections::BTreeSet;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::{named, replace};
use crate::domain::code_name::CodeName;
use crate::domain::organisation::Organisation;
use crate::domain::{Moment, OrganisationId};
use crate::policy::code_name::{MayConceal, MayIdentify};
use crate::store::conflict::StoreError;
use crate::store::connection::{Database, Reader, Tx};
use crate::store::schema::{audit_events, organisations};
use crate::store::{dialect, ledger};

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

/// Whether one was made confidential after an instant, as the audit log says of those that
/// are: they are few, and each has its events by an index.
pub fn concealed_since(reader: &mut Reader, since: Moment) -> Result<bool, StoreError> {
    let confidential = organisations::table
        // As the index of code names says it, so that it serves.
        .filter(sql::<Bool>("organisations.code_name <> ''"))
        .select(organisations::id);
    let found: Option<i64> = audit_events::table
        .filter(audit_events::object_kind.eq("organisation"))
        .filter(audit_events::object_id.eq_any(confidential))
        .filter(audit_events::action.eq("make_confidential"))
        .filter(audit_events::at.gt(since))
        .select(audit_events::seq)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// Writes over what the names left behind, in the files of the database, of those that were
/// made confidential. SQLite has all of its organisations written anew for that.
pub fn write_over_names(database: &Database) -> Result<(), StoreError> {
    database.raw(|connection| Ok(dialect::write_over_names(connection)?))
}

/// The organisation of the capability by its names.
pub fn identity(
    reader: &mut Reader,
    may: &MayIdentify,
) -> Result<Option<Organisation>, StoreError> {
    Ok(named(reader, &[may.organisation()])?.pop())
}

/// Gives the organisation of the capability a code name, in the support ledger too, and
/// seals what tells who it is.
pub fn conceal(tx: &mut Tx, may: &MayConceal, name: &CodeName) -> Result<(), StoreError> {
    let id = may.organisation();
    let Some(organisation) = named(tx, &[id])?.pop() else {
        return Ok(());
    };
    ledger::rename(tx, may, &organisation, name)?;
    diesel::update(organisations::table.find(id))
        .set(organisations::code_name.eq(name.as_str()))
        .execute(tx.connection())?;
    replace(tx, id, &organisation)
}
