//! The grams by which organisations are found, and what they were made of, which stands in
//! the row of each: whatever it says there, these are the grams that it has. Under a code
//! name that is the code name; no gram of a sealed name is left.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use crate::domain::OrganisationId;
use crate::store::bulk::Filling;
use crate::store::conflict::StoreError;
use crate::store::connection::Tx;
use crate::store::schema::{organisation_grams, organisations};

/// What an organisation is searched by, as `domain::grams::searched` has it of names.
macro_rules! searched {
    () => {
        "CASE WHEN organisations.code_name = '' \
         THEN organisations.name_latin || '/' || organisations.name_arabic || '/' || \
         organisations.name_hebrew ELSE organisations.code_name END"
    };
}

/// Has no grams, or those of other names. In the words of the index
/// `organisations_without_grams`, which serves no others.
pub(super) const WITHOUT: &str = concat!("organisations.grams_of <> ", searched!());

/// Organisations that are given grams in one transaction.
const FILLED: i64 = 64;

/// Makes the grams of organisations anew. Whatever writes names calls it.
pub(super) fn renew(tx: &mut Tx, ids: &[OrganisationId]) -> Result<(), StoreError> {
    let own = organisations::table.filter(organisations::id.eq_any(ids.to_vec()));
    diesel::update(own)
        .set(organisations::grams_of.eq(sql::<Text>(searched!())))
        .execute(tx.connection())?;
    let kept: Vec<(OrganisationId, String)> = organisations::table
        .filter(organisations::id.eq_any(ids.to_vec()))
        .select((organisations::id, organisations::grams_of))
        .load(tx.connection())?;
    let old =
        organisation_grams::table.filter(organisation_grams::organisation_id.eq_any(ids.to_vec()));
    diesel::delete(old).execute(tx.connection())?;
    let mut filling = Filling::default();
    for (id, names) in &kept {
        filling.grams(*id, names);
    }
    filling.write(tx)?;
    Ok(())
}

/// Gives some organisations grams that have none, or those of other names, as a former
/// release leaves them that serves beside this one; how many these were. Writes no event:
/// grams tell nothing that the names don't.
pub fn fill_grams(tx: &mut Tx) -> Result<usize, StoreError> {
    let ids: Vec<OrganisationId> = organisations::table
        .filter(sql::<Bool>(WITHOUT))
        .order(organisations::id)
        .limit(FILLED)
        .select(organisations::id)
        .load(tx.connection())?;
    if !ids.is_empty() {
        renew(tx, &ids)?;
    }
    Ok(ids.len())
}
