//! Reading the ledger.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::row::{Entry, EntryRow};
use super::{counting, in_reach};
use crate::domain::ledger::{EntryKind, EntryNumber};
use crate::domain::{ApplicationId, OrganisationId};
use crate::policy::Reach;
use crate::policy::ledger::MayKeepLedger;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::schema::ledger_entries;

/// Those of these entries that count and are within reach.
pub fn by_numbers(
    reader: &mut Reader,
    reach: Reach,
    numbers: &[i64],
) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<EntryRow> = counting()
        .filter(ledger_entries::number.eq_any(numbers.to_vec()))
        .select(EntryRow::as_select())
        .load(reader.connection())?;
    reachable(reader, reach, rows)
}

fn reachable(
    reader: &mut Reader,
    reach: Reach,
    rows: Vec<EntryRow>,
) -> Result<Vec<Entry>, StoreError> {
    let about: BTreeSet<ApplicationId> = rows.iter().filter_map(|row| row.application_id).collect();
    let seen = in_reach(reader, reach, about.into_iter().collect())?;
    let kept = rows
        .into_iter()
        .filter(|row| row.application_id.is_none_or(|id| seen.contains(&id)));
    kept.map(EntryRow::entry).collect()
}

/// What is on record of an organisation within reach, latest first, after the entry
/// `before`. Requests are left out: they are its applications.
pub fn of_organisation(
    reader: &mut Reader,
    reach: Reach,
    organisation: OrganisationId,
    before: Option<EntryNumber>,
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    let mut query = counting()
        .filter(ledger_entries::organisation_id.eq(organisation))
        .filter(ledger_entries::kind.ne(EntryKind::Request));
    if let Some(number) = before {
        query = query.filter(ledger_entries::number.lt(number.0));
    }
    let rows: Vec<EntryRow> = query
        .order(ledger_entries::number.desc())
        .limit(limit)
        .select(EntryRow::as_select())
        .load(reader.connection())?;
    reachable(reader, reach, rows)
}

/// What staff noted of an organisation under the id of a grant.
pub fn by_grant(
    reader: &mut Reader,
    organisation: OrganisationId,
    grant_id: &str,
) -> Result<Option<Entry>, StoreError> {
    let row: Option<EntryRow> = counting()
        .filter(ledger_entries::grant_id.eq(grant_id.to_owned()))
        .filter(ledger_entries::organisation_id.eq(organisation))
        .filter(ledger_entries::kind.eq(EntryKind::Learned))
        .order(ledger_entries::number)
        .select(EntryRow::as_select())
        .first(reader.connection())
        .optional()?;
    row.map(EntryRow::entry).transpose()
}

/// The entries of one kind that an application made.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
    kinds: &[EntryKind],
) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<EntryRow> = counting()
        .filter(ledger_entries::application_id.eq(application))
        .filter(ledger_entries::kind.eq_any(kinds.to_vec()))
        .order(ledger_entries::number)
        .select(EntryRow::as_select())
        .load(reader.connection())?;
    rows.into_iter().map(EntryRow::entry).collect()
}

/// Takes entries out of the ledger; they stay as rows, with the reason.
pub fn withdraw(
    tx: &mut Tx,
    may: &MayKeepLedger,
    numbers: &[EntryNumber],
    why: &str,
) -> Result<(), StoreError> {
    let now = tx.now();
    let numbers: Vec<i64> = numbers.iter().map(|number| number.0).collect();
    diesel::update(ledger_entries::table.filter(ledger_entries::number.eq_any(numbers)))
        .set((
            ledger_entries::withdrawn_at.eq(now),
            ledger_entries::withdrawn_by.eq(may.actor()),
            ledger_entries::withdrawn_why.eq(why),
        ))
        .execute(tx.connection())?;
    Ok(())
}
