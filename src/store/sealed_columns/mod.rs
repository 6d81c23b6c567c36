//! Texts that stand sealed in the columns in which they stood in clear, with the key of the
//! organisation that they are about. Which columns these are: [`ALL`]. An empty text stays
//! empty, so that what asks whether there is one needs no key.

mod batch;
mod layout;

pub use batch::{in_clear, seal_batch};
pub(in crate::store) use layout::of_table;
pub use layout::{ALL, Columns};

use std::rc::Rc;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::envelope::{self, Ring};
use super::schema::{applications, awards, decisions, list_hits, reviews};
use super::sealed_answers::{Keys, key_of};
use super::vault::{DataKey, Place, VaultError};
use crate::domain::{ApplicationId, AwardId, DecisionId, ListHitId, OrganisationId, ReviewId};

/// What is read in the place of a text that can't be opened now.
const SHUT: &str = "…";

/// What is bound to a text: the column, and the ids of its row.
fn bound<'a>(column: &'a str, ids: &'a [String]) -> Vec<&'a str> {
    let ids = ids.iter().map(String::as_str);
    std::iter::once(column).chain(ids).collect()
}

/// A row whose texts are being sealed.
pub(super) struct SealedRow {
    key: Rc<DataKey>,
    table: &'static str,
    ids: Vec<String>,
}

impl SealedRow {
    /// A row of a table by its primary key.
    pub(super) fn new(key: &Rc<DataKey>, table: &'static str, ids: &[&str]) -> Self {
        Self {
            key: Rc::clone(key),
            table,
            ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        }
    }

    /// What stands in a column.
    pub(super) fn seal(&self, column: &'static str, text: &str) -> Result<String, StoreError> {
        if text.is_empty() {
            return Ok(String::new());
        }
        let ids = bound(column, &self.ids);
        let place = Place {
            table: self.table,
            ids: &ids,
        };
        Ok(self.key.seal(&place, text.as_bytes())?)
    }

    /// What stands in a column that may hold nothing.
    pub(super) fn seal_some(
        &self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<String>, StoreError> {
        text.map(|text| self.seal(column, text)).transpose()
    }
}

/// A row about an application.
pub(super) fn of_application(
    tx: &mut Tx,
    application: ApplicationId,
    (table, ids): (&'static str, &[&str]),
) -> Result<SealedRow, StoreError> {
    let key = Rc::new(key_of(tx, application)?);
    Ok(SealedRow::new(&key, table, ids))
}

/// A row about an organisation.
pub(super) fn of_organisation(
    tx: &mut Tx,
    organisation: OrganisationId,
    (table, ids): (&'static str, &[&str]),
) -> Result<SealedRow, StoreError> {
    let key = Rc::new(envelope::current(tx, organisation)?);
    Ok(SealedRow::new(&key, table, ids))
}

/// A row of an award.
pub(super) fn of_award(
    tx: &mut Tx,
    award: AwardId,
    row: (&'static str, &[&str]),
) -> Result<SealedRow, StoreError> {
    let owner: OrganisationId = awards::table
        .inner_join(applications::table)
        .filter(awards::id.eq(award))
        .select(applications::organisation_id)
        .first(tx.connection())?;
    of_organisation(tx, owner, row)
}

/// A row of a decision.
pub(super) fn of_decision(
    tx: &mut Tx,
    decision: DecisionId,
    row: (&'static str, &[&str]),
) -> Result<SealedRow, StoreError> {
    let owner: OrganisationId = decisions::table
        .inner_join(applications::table)
        .filter(decisions::id.eq(decision))
        .select(applications::organisation_id)
        .first(tx.connection())?;
    of_organisation(tx, owner, row)
}

/// An error where what was written of a decision can't be opened now: nobody signs words
/// that could not be read.
pub(super) fn legible_decision(tx: &mut Tx, decision: DecisionId) -> Result<(), StoreError> {
    of_decision(tx, decision, ("decisions", &[])).map(drop)
}

/// The same of an award, whose terms somebody lays before others or agrees to.
pub(super) fn legible_award(tx: &mut Tx, award: AwardId) -> Result<(), StoreError> {
    of_award(tx, award, ("awards", &[])).map(drop)
}

/// The key with which the words of a review are sealed.
pub(super) fn key_of_review(tx: &mut Tx, review: ReviewId) -> Result<Rc<DataKey>, StoreError> {
    let owner: OrganisationId = reviews::table
        .inner_join(applications::table)
        .filter(reviews::id.eq(review))
        .select(applications::organisation_id)
        .first(tx.connection())?;
    Ok(Rc::new(envelope::current(tx, owner)?))
}

/// A row of a likeness to an entry of a watch list.
pub(super) fn of_hit(
    tx: &mut Tx,
    hit: ListHitId,
    row: (&'static str, &[&str]),
) -> Result<SealedRow, StoreError> {
    let owner: OrganisationId = list_hits::table
        .find(hit)
        .select(list_hits::organisation_id)
        .first(tx.connection())?;
    of_organisation(tx, owner, row)
}

/// Opens the text of a column where it is, by the ids of its row; one in clear stays. Where
/// it can't be opened, nothing stands there.
pub(super) fn open_text(
    (vault, ring): Keys,
    (table, column, ids): (&'static str, &str, &[String]),
    text: &mut String,
) -> Result<(), VaultError> {
    if DataKey::named(text).is_none() {
        return Ok(());
    }
    let ids = bound(column, ids);
    let opened = ring.open(vault, &Place { table, ids: &ids }, text);
    text.clear();
    let body = opened?;
    text.push_str(std::str::from_utf8(&body).map_err(|_| VaultError::Altered)?);
    Ok(())
}

/// Texts of rows of one table that are being opened where they are.
pub(super) struct Cells<'a> {
    table: &'static str,
    cells: Vec<Cell<'a>>,
}

struct Cell<'a> {
    column: &'static str,
    ids: Vec<String>,
    text: &'a mut String,
}

impl<'a> Cells<'a> {
    /// None yet.
    pub(super) fn of(table: &'static str) -> Self {
        Self {
            table,
            cells: Vec::new(),
        }
    }

    /// Adds texts of a row.
    pub(super) fn add<const N: usize>(
        &mut self,
        ids: &[&str],
        texts: [(&'static str, &'a mut String); N],
    ) {
        for (column, text) in texts {
            self.cells.push(Cell {
                column,
                ids: ids.iter().map(|id| (*id).to_owned()).collect(),
                text,
            });
        }
    }

    /// Opens them, with one query for their keys; what lies in clear stays. Where a key is
    /// gone, nothing stands there. An error where the master key is not there.
    pub(super) fn open(self, reader: &mut Reader) -> Result<(), StoreError> {
        self.opened(reader, false)
    }

    /// The same for what stands beside figures that are shown in any case: where the master
    /// key is not there, [`SHUT`] stands in the place of a text. Nothing is written over it:
    /// nobody seals without that key.
    pub(super) fn open_beside(self, reader: &mut Reader) -> Result<(), StoreError> {
        self.opened(reader, true)
    }

    fn opened(self, reader: &mut Reader, beside: bool) -> Result<(), StoreError> {
        let values = self.cells.iter().map(|cell| cell.text.as_str());
        let ring = Ring::of(reader, values)?;
        let keys = (reader.vault(), &ring);
        for cell in self.cells {
            match open_text(keys, (self.table, cell.column, &cell.ids), cell.text) {
                Ok(()) | Err(VaultError::Lost) => (),
                Err(VaultError::NoKey | VaultError::UnknownKey(_)) if beside => {
                    SHUT.clone_into(cell.text);
                }
                Err(problem) => return Err(problem.into()),
            }
        }
        Ok(())
    }
}
