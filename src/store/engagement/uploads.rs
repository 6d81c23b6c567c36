//! Files that staff added to entries themselves: everything but their content. Rows are
//! only added and marked as removed.

use diesel::prelude::*;

use super::super::conflict::StoreError;
use super::super::connection::{MultiBackend, Reader, Tx};
use super::super::schema::{accounts, engagement_uploads};
use crate::domain::file::{FileKind, Scan};
use crate::domain::{AccountId, EngagementId, FileId, Moment};
use crate::policy::engagement::MayLog;

/// A file of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = engagement_uploads, check_for_backend(MultiBackend))]
pub struct UploadedRow {
    pub id: FileId,
    pub engagement_id: EngagementId,
    /// The version of the entry that stood when it was added.
    pub version: i32,
    /// As whoever added it calls it; never a path.
    pub name: String,
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
    /// Of the content, in hexadecimal.
    pub sha256: String,
    pub scan: Scan,
    /// Where the content lies, until it is removed.
    pub storage_key: String,
    pub uploaded_by: AccountId,
    pub uploaded_at: Moment,
    pub removed_by: Option<AccountId>,
    /// Its content is gone since.
    pub removed_at: Option<Moment>,
}

/// The files of these entries, removed ones included, in the order of their arrival,
/// with the name of whoever added each.
pub fn uploads(
    reader: &mut Reader,
    entries: &[EngagementId],
) -> Result<Vec<(UploadedRow, String)>, StoreError> {
    Ok(engagement_uploads::table
        .inner_join(accounts::table)
        .filter(engagement_uploads::engagement_id.eq_any(entries.to_vec()))
        .order(engagement_uploads::id)
        .select((UploadedRow::as_select(), accounts::name))
        .load(reader.connection())?)
}

/// A file of an entry that was not removed.
pub fn find_upload(
    reader: &mut Reader,
    entry: EngagementId,
    id: FileId,
) -> Result<Option<UploadedRow>, StoreError> {
    Ok(engagement_uploads::table
        .find(id)
        .filter(engagement_uploads::engagement_id.eq(entry))
        .filter(engagement_uploads::removed_at.is_null())
        .select(UploadedRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Adds a file in the name of whoever may write in the log.
pub fn add_upload(tx: &mut Tx, may: &MayLog, row: &UploadedRow) -> Result<(), StoreError> {
    let row = UploadedRow {
        uploaded_by: may.author(),
        ..row.clone()
    };
    diesel::insert_into(engagement_uploads::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// Marks a file of an entry as removed.
pub fn remove_upload(
    tx: &mut Tx,
    may: &MayLog,
    (entry, id): (EngagementId, FileId),
) -> Result<(), StoreError> {
    let now = tx.now();
    let row = engagement_uploads::table
        .find(id)
        .filter(engagement_uploads::engagement_id.eq(entry))
        .filter(engagement_uploads::removed_at.is_null());
    diesel::update(row)
        .set((
            engagement_uploads::removed_by.eq(may.author()),
            engagement_uploads::removed_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
