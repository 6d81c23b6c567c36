//! The installation's lists of terms: bases, communities, legal forms, registers.

use diesel::prelude::*;

use super::columns::translated_json;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::terms;
use crate::domain::Translated;

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub list: String,
    pub code: String,
    pub label: Translated,
}

/// Every list in its order; small and read whole.
pub fn all(reader: &mut Reader) -> Result<Vec<Term>, StoreError> {
    let rows: Vec<(String, String, Translated)> = terms::table
        .order((terms::list, terms::position))
        .select((terms::list, terms::code, terms::label))
        .load(reader.connection())?;
    Ok(rows
        .into_iter()
        .map(|(list, code, label)| Term { list, code, label })
        .collect())
}

/// Adds an entry to the end of its list.
pub fn insert(tx: &mut Tx, position: i32, term: &Term) -> Result<(), StoreError> {
    diesel::insert_into(terms::table)
        .values((
            terms::list.eq(&term.list),
            terms::code.eq(&term.code),
            terms::position.eq(position),
            terms::label.eq(translated_json(&term.label)),
        ))
        .execute(tx.connection())?;
    Ok(())
}
