//! Documents on their way in parts: what was announced, so that a broken line or
//! a closed page can go on where it stopped. Only whoever began one sees it.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::envelope::Ring;
use super::schema::uploads;
use super::sealed_answers::key_of;
use super::vault::{Place, VaultError};
use crate::domain::file::FileSecret;
use crate::domain::{AccountId, ApplicationId, FileId, Moment, UploadId};
use crate::policy::application::MayEdit;

/// An upload as it was announced.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
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

/// Adds an upload, with a key of its own.
pub fn insert(
    tx: &mut Tx,
    may: &MayEdit,
    row: &UploadRow,
    secret: &FileSecret,
) -> Result<(), StoreError> {
    let application = may.application();
    let sealed = hidden(tx, (application, row.id), secret)?;
    diesel::insert_into(uploads::table)
        .values((
            uploads::id.eq(row.id),
            uploads::application_id.eq(application),
            uploads::question.eq(&row.question),
            uploads::name.eq(&row.name),
            uploads::size.eq(row.size),
            uploads::mark.eq(&row.mark),
            uploads::started_by.eq(may.editor()),
            uploads::started_at.eq(row.started_at),
            uploads::file_id.eq(row.file_id),
            uploads::sealed.eq(sealed),
        ))
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

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "uploads",
        ids,
    }
}

/// The key of an upload, sealed for its row with that of the organisation: gone with
/// either, and with it whatever came.
fn hidden(
    tx: &mut Tx,
    (application, id): (ApplicationId, UploadId),
    secret: &FileSecret,
) -> Result<String, StoreError> {
    let ids = [application.as_str(), id.as_str()];
    let key = key_of(tx, application)?;
    Ok(key.seal(&place(&ids), secret.bytes())?)
}

/// The key with which its parts are sealed on their way; nothing where a former release began
/// it.
pub fn secret(reader: &mut Reader, row: &UploadRow) -> Result<Option<FileSecret>, StoreError> {
    let sealed: Option<String> = uploads::table
        .find(row.id)
        .select(uploads::sealed)
        .first::<Option<String>>(reader.connection())
        .optional()?
        .flatten();
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let ring = Ring::of(reader, [sealed.as_str()])?;
    let ids = [row.application_id.as_str(), row.id.as_str()];
    let opened = ring.open(reader.vault(), &place(&ids), &sealed)?;
    let secret = FileSecret::read(&opened).ok_or(VaultError::Altered)?;
    Ok(Some(secret))
}

/// Gives a key to an upload that a former release began; one that it has stays.
pub fn give_secret(tx: &mut Tx, row: &UploadRow, secret: &FileSecret) -> Result<(), StoreError> {
    let sealed = hidden(tx, (row.application_id, row.id), secret)?;
    let without = uploads::table
        .find(row.id)
        .filter(uploads::sealed.is_null());
    diesel::update(without)
        .set(uploads::sealed.eq(sealed))
        .execute(tx.connection())?;
    Ok(())
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
