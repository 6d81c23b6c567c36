//! Entries of the ledger as rows.

use diesel::prelude::*;

use super::{counting, live_files};
use crate::domain::ledger::{EntryKind, EntryNumber, Grant, Party, Period};
use crate::domain::moment::Day;
use crate::domain::{
    AccountId, ApplicationId, Currency, LedgerFileId, Moment, Money, OrganisationId,
};
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx};
use crate::store::json::{from_json, to_json};
use crate::store::schema::ledger_entries;

#[derive(Queryable, Selectable)]
#[diesel(table_name = ledger_entries, check_for_backend(MultiBackend))]
pub(super) struct EntryRow {
    pub number: i64,
    pub kind: EntryKind,
    pub grant_id: String,
    pub funder: String,
    pub funder_ids: String,
    pub recipient: String,
    pub recipient_ids: String,
    pub title: String,
    pub description: String,
    pub currency: Option<Currency>,
    pub amount_minor: Option<i64>,
    pub awarded_on: Option<Day>,
    pub starts_on: Option<Day>,
    pub ends_on: Option<Day>,
    pub organisation_id: Option<OrganisationId>,
    pub application_id: Option<ApplicationId>,
    pub standing: String,
    pub source: String,
    pub recorded_by: Option<AccountId>,
    pub recorded_at: Moment,
}

/// An entry that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub number: EntryNumber,
    pub kind: EntryKind,
    pub grant: Grant,
    pub organisation: Option<OrganisationId>,
    pub application: Option<ApplicationId>,
    /// Of declared support the code of how it stands; else empty.
    pub standing: String,
    /// Of learned support where it is known from; else empty.
    pub source: String,
    pub recorded_by: Option<AccountId>,
    pub recorded_at: Moment,
}

/// An entry to be kept.
#[derive(Debug, Clone)]
pub struct NewEntry {
    pub kind: EntryKind,
    pub grant: Grant,
    /// Hash of what it says.
    pub digest: String,
    pub file: Option<LedgerFileId>,
    pub organisation: Option<OrganisationId>,
    pub application: Option<ApplicationId>,
    pub standing: String,
    pub source: String,
}

impl EntryRow {
    pub fn entry(self) -> Result<Entry, StoreError> {
        let period = match (self.starts_on, self.ends_on) {
            (Some(from), Some(to)) => Period::new(from, to),
            _ => None,
        };
        let amount = self.amount_minor.zip(self.currency);
        Ok(Entry {
            number: EntryNumber(self.number),
            kind: self.kind,
            grant: Grant {
                grant_id: self.grant_id,
                funder: Party {
                    name: self.funder,
                    identifiers: from_json(&self.funder_ids)?,
                },
                recipient: Party {
                    name: self.recipient,
                    identifiers: from_json(&self.recipient_ids)?,
                },
                title: self.title,
                description: self.description,
                amount: amount.map(|(minor, currency)| Money::new(minor, currency)),
                awarded_on: self.awarded_on,
                period,
            },
            organisation: self.organisation_id,
            application: self.application_id,
            standing: self.standing,
            source: self.source,
            recorded_by: self.recorded_by,
            recorded_at: self.recorded_at,
        })
    }
}

/// The highest number in use; 0 without entries.
pub fn last_number(reader: &mut Reader) -> Result<i64, StoreError> {
    let last: Option<i64> = ledger_entries::table
        .select(diesel::dsl::max(ledger_entries::number))
        .first(reader.connection())?;
    Ok(last.unwrap_or(0))
}

/// Adds an entry under a number that is free: writers take turns, so the next one is.
pub fn insert(tx: &mut Tx, number: EntryNumber, new: &NewEntry) -> Result<(), StoreError> {
    let (grant, now, actor) = (&new.grant, tx.now(), tx.stamp.actor);
    let day = |day: Option<Day>| day.map(Day::iso);
    diesel::insert_into(ledger_entries::table)
        .values((
            (
                ledger_entries::number.eq(number.0),
                ledger_entries::kind.eq(new.kind),
                ledger_entries::grant_id.eq(&grant.grant_id),
                ledger_entries::funder.eq(&grant.funder.name),
                ledger_entries::funder_ids.eq(to_json(&grant.funder.identifiers)),
                ledger_entries::recipient.eq(&grant.recipient.name),
                ledger_entries::recipient_ids.eq(to_json(&grant.recipient.identifiers)),
                ledger_entries::title.eq(&grant.title),
                ledger_entries::description.eq(&grant.description),
            ),
            (
                ledger_entries::currency.eq(grant.amount.map(|amount| amount.currency)),
                ledger_entries::amount_minor.eq(grant.amount.map(|amount| amount.minor)),
                ledger_entries::awarded_on.eq(day(grant.awarded_on)),
                ledger_entries::starts_on.eq(day(grant.period.map(|period| period.from))),
                ledger_entries::ends_on.eq(day(grant.period.map(|period| period.to))),
                ledger_entries::digest.eq(&new.digest),
                ledger_entries::file_id.eq(new.file),
                ledger_entries::organisation_id.eq(new.organisation),
                ledger_entries::application_id.eq(new.application),
                ledger_entries::standing.eq(&new.standing),
                ledger_entries::source.eq(&new.source),
                ledger_entries::recorded_by.eq(actor),
                ledger_entries::recorded_at.eq(now),
            ),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// What counts already of these grants: their ids, numbers and hashes.
pub fn known(
    reader: &mut Reader,
    grants: &[String],
) -> Result<Vec<(String, EntryNumber, String)>, StoreError> {
    let rows: Vec<(String, i64, String)> = counting()
        .filter(ledger_entries::grant_id.eq_any(grants.to_vec()))
        .filter(ledger_entries::kind.eq(EntryKind::Imported))
        .select((
            ledger_entries::grant_id,
            ledger_entries::number,
            ledger_entries::digest,
        ))
        .load(reader.connection())?;
    let known = |(grant, number, digest)| (grant, EntryNumber(number), digest);
    Ok(rows.into_iter().map(known).collect())
}

/// Notes that a file says something newer of these entries.
pub fn replace(tx: &mut Tx, numbers: &[EntryNumber], file: LedgerFileId) -> Result<(), StoreError> {
    let numbers: Vec<i64> = numbers.iter().map(|number| number.0).collect();
    // What a file that never became whole said does not count.
    let free = ledger_entries::replaced_in.is_null().or(diesel::dsl::not(
        ledger_entries::replaced_in.eq_any(live_files().nullable()),
    ));
    diesel::update(ledger_entries::table.filter(ledger_entries::number.eq_any(numbers)))
        .filter(free)
        .set(ledger_entries::replaced_in.eq(file))
        .execute(tx.connection())?;
    Ok(())
}
