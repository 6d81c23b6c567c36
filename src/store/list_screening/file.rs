//! The files that versions of watch lists came in. Every content is kept once, however
//! many versions hold it; it lies packed on the disk.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::domain::ListVersionId;
use crate::policy::list_screening::MayLoadLists;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx};
use crate::store::schema::{list_contents, list_files};

/// A content that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = list_contents, check_for_backend(MultiBackend))]
pub struct ContentRow {
    /// Of the file as it came, in hexadecimal.
    pub sha256: String,
    /// Bytes of the file as it came.
    pub size: i64,
    /// Where it lies packed.
    pub storage_key: String,
    /// Bytes on the disk.
    pub packed_size: i64,
    /// Of the bytes on the disk.
    pub packed_sha256: String,
}

/// The files of a version, each with its name, in the order in which they were given;
/// none of a version that was loaded before files were kept.
pub fn files(
    reader: &mut Reader,
    version: ListVersionId,
) -> Result<Vec<(String, ContentRow)>, StoreError> {
    Ok(list_files::table
        .inner_join(list_contents::table)
        .filter(list_files::version_id.eq(version))
        .order(list_files::position)
        .select((list_files::name, ContentRow::as_select()))
        .load(reader.connection())?)
}

/// Which of these contents are kept.
pub fn kept_contents(
    reader: &mut Reader,
    digests: &[String],
) -> Result<BTreeSet<String>, StoreError> {
    let kept: Vec<String> = list_contents::table
        .filter(list_contents::sha256.eq_any(digests.to_vec()))
        .select(list_contents::sha256)
        .load(reader.connection())?;
    Ok(kept.into_iter().collect())
}

/// Adds the files of a version, each a name and a SHA-256, and the contents that are not
/// kept yet.
pub fn add_files(
    tx: &mut Tx,
    _: &MayLoadLists,
    version: ListVersionId,
    (files, contents): (&[(String, String)], &[ContentRow]),
) -> Result<(), StoreError> {
    let digests: Vec<String> = contents.iter().map(|row| row.sha256.clone()).collect();
    let kept = kept_contents(tx, &digests)?;
    for row in contents.iter().filter(|row| !kept.contains(&row.sha256)) {
        diesel::insert_into(list_contents::table)
            .values(row.clone())
            .execute(tx.connection())?;
    }
    for (position, (name, sha256)) in (0_i32..).zip(files) {
        diesel::insert_into(list_files::table)
            .values((
                list_files::version_id.eq(version),
                list_files::position.eq(position),
                list_files::name.eq(name),
                list_files::sha256.eq(sha256),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}
