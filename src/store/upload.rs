//! Documents on their way in parts: what was announced, so that a broken line or
//! a closed page can go on where it stopped. Only whoever began one sees it.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::uploads;
use super::sealed_answers::key_of;
use crate::domain::file::FileSecret;
use crate::domain::{AccountId, ApplicationId, FileId, Moment, UploadId};
use crate::policy::application::MayEdit;

/// An upload as it was announced.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = uploads, check_for_backend(MultiBackend))]
pub struct UploadRow {
    pub id: UploadId,
    pub application_id: ApplicationId,
    pub question: String,
    pub name: String,
    pub size: i64,
    /// What the browser knows the file again by.
    pub mark: String,
    pub started_by: AccountId,
    pub started_at: Moment,
    /// The document that it became.
    pub file_id: Option<FileId>,
}

/// One upload of a person to an application. That the application is within
/// their reach is the caller's to ask.
pub fn find(
    reader: &mut Reader,
    person: AccountId,
    application: ApplicationId,
    id: UploadId,
) -> Result<Option<UploadRow>, StoreError> {
    Ok(uploads::table
        .find(id)
        .filter(uploads::application_id.eq(application))
        .filter(uploads::started_by.eq(person))
        .select(UploadRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Every upload of a person to an application, oldest first.
pub fn of_application(
    reader: &mut Reader,
    person: AccountId,
    application: ApplicationId,
) -> Result<Vec<UploadRow>, StoreError> {
    Ok(uploads::table
        .filter(uploads::application_id.eq(application))
        .filter(uploads::started_by.eq(person))
        .order(uploads::id)
        .select(UploadRow::as_select())
        .load(reader.connection())?)
}

/// Adds an upload.
pub fn insert(tx: &mut Tx, may: &MayEdit, row: &UploadRow) -> Result<(), StoreError> {
    let row = UploadRow {
        application_id: may.application(),
        started_by: may.editor(),
        ..row.clone()
    };
    diesel::insert_into(uploads::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// Notes which document an upload became; false where it became one before.
pub fn finish(tx: &mut Tx, may: &MayEdit, id: UploadId, file: FileId) -> Result<bool, StoreError> {
    let row = uploads::table
        .find(id)
        .filter(uploads::application_id.eq(may.application()))
        .filter(uploads::file_id.is_null());
    let set = diesel::update(row)
        .set(uploads::file_id.eq(file))
        .execute(tx.connection())?;
    Ok(set > 0)
}

/// The key with which pieces of it are sealed where others could read them: of the key of
/// the organisation, and gone with that.
pub fn secret(tx: &mut Tx, row: &UploadRow) -> Result<FileSecret, StoreError> {
    let key = key_of(tx, row.application_id)?;
    Ok(key.of_upload(row.id.as_str()))
}

/// Forgets an upload.
pub fn delete(tx: &mut Tx, id: UploadId) -> Result<(), StoreError> {
    diesel::delete(uploads::table.find(id)).execute(tx.connection())?;
    Ok(())
}

/// Forgets that uploads became a document, with the uploads.
pub fn delete_of_file(tx: &mut Tx, file: FileId) -> Result<(), StoreError> {
    diesel::delete(uploads::table.filter(uploads::file_id.eq(file))).execute(tx.connection())?;
    Ok(())
}

/// Forgets uploads that were begun before an instant.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let old = uploads::table.filter(uploads::started_at.lt(before));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}

/// The ids of all uploads.
pub fn ids(reader: &mut Reader) -> Result<Vec<UploadId>, StoreError> {
    Ok(uploads::table
        .select(uploads::id)
        .load(reader.connection())?)
}
