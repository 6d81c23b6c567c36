//! Files that were read into the ledger.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::row::{Entry, EntryRow};
use crate::domain::ledger::EntryNumber;
use crate::domain::{AccountId, LedgerFileId, Moment};
use crate::policy::ledger::MayKeepLedger;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx, mint};
use crate::store::schema::{ledger_entries, ledger_files};

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = ledger_files, check_for_backend(MultiBackend))]
pub struct LedgerFile {
    pub id: LedgerFileId,
    pub name: String,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// Entries that it brought; what was known already is not counted.
    pub entries: i64,
    /// Nobody when it was the operator.
    pub loaded_by: Option<AccountId>,
    pub live_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
}

/// Begins a file; its entries count from [`finish`] on.
pub fn begin(tx: &mut Tx, may: &MayKeepLedger, name: &str) -> Result<LedgerFileId, StoreError> {
    let (id, now): (LedgerFileId, _) = (mint(), tx.now());
    diesel::insert_into(ledger_files::table)
        .values((
            ledger_files::id.eq(id),
            ledger_files::name.eq(name),
            ledger_files::digest.eq(""),
            ledger_files::entries.eq(0),
            ledger_files::loaded_by.eq(may.actor()),
            ledger_files::begun_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Lets the entries of a file count: all of them at one instant.
pub fn finish(tx: &mut Tx, id: LedgerFileId, digest: &str, entries: i64) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(ledger_files::table.find(id))
        .set((
            ledger_files::digest.eq(digest),
            ledger_files::entries.eq(entries),
            ledger_files::live_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// A file that became whole, withdrawn or not.
pub fn find_file(reader: &mut Reader, id: LedgerFileId) -> Result<Option<LedgerFile>, StoreError> {
    Ok(ledger_files::table
        .find(id)
        .filter(ledger_files::live_at.is_not_null())
        .select(LedgerFile::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Takes a file back: its entries no longer count, and what they replaced does again,
/// unless a newer file says something of the same grant.
pub fn withdraw_file(
    tx: &mut Tx,
    may: &MayKeepLedger,
    id: LedgerFileId,
) -> Result<bool, StoreError> {
    let now = tx.now();
    let file = ledger_files::table
        .filter(ledger_files::id.eq(id))
        .filter(ledger_files::live_at.is_not_null())
        .filter(ledger_files::withdrawn_at.is_null());
    let changed = diesel::update(file)
        .set((
            ledger_files::withdrawn_at.eq(now),
            ledger_files::withdrawn_by.eq(may.actor()),
        ))
        .execute(tx.connection())?;
    if changed == 1 {
        hand_on(tx, id)?;
    }
    Ok(changed == 1)
}

/// What a file replaced is replaced from now on by what replaced the file's own entry.
/// Ids are made here and hold nothing but digits, letters and hyphens.
fn hand_on(tx: &mut Tx, id: LedgerFileId) -> Result<(), StoreError> {
    let sql = format!(
        "UPDATE ledger_entries SET replaced_in = (SELECT later.replaced_in \
         FROM ledger_entries later WHERE later.file_id = '{id}' \
         AND later.grant_id = ledger_entries.grant_id) WHERE replaced_in = '{id}'"
    );
    Ok(tx.connection().batch_execute(&sql)?)
}

/// Files that became whole, latest first, after the file `before`.
pub fn files(
    reader: &mut Reader,
    before: Option<LedgerFileId>,
    limit: i64,
) -> Result<Vec<LedgerFile>, StoreError> {
    let mut query = ledger_files::table
        .filter(ledger_files::live_at.is_not_null())
        .into_boxed::<MultiBackend>();
    if let Some(id) = before {
        query = query.filter(ledger_files::id.lt(id));
    }
    Ok(query
        .order(ledger_files::id.desc())
        .limit(limit)
        .select(LedgerFile::as_select())
        .load(reader.connection())?)
}

/// The file of these bytes that counts, if there is one.
pub fn newest(reader: &mut Reader, digest: &str) -> Result<Option<LedgerFile>, StoreError> {
    Ok(ledger_files::table
        .filter(ledger_files::digest.eq(digest))
        .filter(ledger_files::live_at.is_not_null())
        .filter(ledger_files::withdrawn_at.is_null())
        .order(ledger_files::id.desc())
        .select(LedgerFile::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Some entries of files that were begun before an instant and never became whole.
pub fn broken(reader: &mut Reader, before: Moment, some: i64) -> Result<Vec<Entry>, StoreError> {
    let files = ledger_files::table
        .filter(ledger_files::live_at.is_null())
        .filter(ledger_files::begun_at.lt(before))
        .select(ledger_files::id);
    let rows: Vec<EntryRow> = ledger_entries::table
        .filter(ledger_entries::file_id.eq_any(files.nullable()))
        .limit(some)
        .select(EntryRow::as_select())
        .load(reader.connection())?;
    rows.into_iter().map(EntryRow::entry).collect()
}

/// Removes such entries, which are in the index no longer.
pub fn remove(tx: &mut Tx, numbers: &[EntryNumber]) -> Result<(), StoreError> {
    let numbers: Vec<i64> = numbers.iter().map(|number| number.0).collect();
    let entries = ledger_entries::table.filter(ledger_entries::number.eq_any(numbers));
    diesel::delete(entries).execute(tx.connection())?;
    Ok(())
}
