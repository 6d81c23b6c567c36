//! The documents of applications: everything but their content. One that was
//! sent with an application is never deleted, only marked as removed from the
//! draft.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::application::find as find_application;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{attachments, engagement_uploads, list_contents};
use crate::domain::answers::{Answer, Answers, FileRef};
use crate::domain::file::{FileKind, Scan};
use crate::domain::{AccountId, ApplicationId, FileId, Moment};
use crate::policy::Reach;
use crate::policy::application::MayEdit;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = attachments, check_for_backend(MultiBackend))]
pub struct AttachmentRow {
    pub id: FileId,
    pub application_id: ApplicationId,
    /// Code of the question that it answers.
    pub question: String,
    /// As its owner calls it; never a path.
    pub name: String,
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
    /// Of the content, in hexadecimal.
    pub sha256: String,
    pub scan: Scan,
    /// Where the content lies.
    pub storage_key: String,
    pub uploaded_by: AccountId,
    pub uploaded_at: Moment,
    /// Taken off the draft; kept because it was sent before.
    pub removed_at: Option<Moment>,
}

impl AttachmentRow {
    /// What answers say of it.
    pub fn reference(&self) -> FileRef {
        FileRef {
            id: self.id,
            name: self.name.clone(),
            size: self.size,
            sha256: self.sha256.clone(),
        }
    }
}

/// The documents of an application within reach that stand in its draft, in the
/// order of their arrival.
pub fn of_application(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
) -> Result<Vec<AttachmentRow>, StoreError> {
    if find_application(reader, reach, application)?.is_none() {
        return Ok(Vec::new());
    }
    Ok(attachments::table
        .filter(attachments::application_id.eq(application))
        .filter(attachments::removed_at.is_null())
        .order(attachments::id)
        .select(AttachmentRow::as_select())
        .load(reader.connection())?)
}

/// One document of an application within reach, removed or not.
pub fn find(
    reader: &mut Reader,
    reach: Reach,
    application: ApplicationId,
    id: FileId,
) -> Result<Option<AttachmentRow>, StoreError> {
    if find_application(reader, reach, application)?.is_none() {
        return Ok(None);
    }
    Ok(attachments::table
        .find(id)
        .filter(attachments::application_id.eq(application))
        .select(AttachmentRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Puts documents among the answers, each to its question.
pub fn add_to(answers: &mut Answers, rows: &[AttachmentRow]) {
    let mut files: BTreeMap<&str, Vec<FileRef>> = BTreeMap::new();
    for row in rows {
        files
            .entry(&row.question)
            .or_default()
            .push(row.reference());
    }
    let files = files.into_iter();
    let files = files.map(|(code, files)| (code.to_owned(), Answer::Files(files)));
    answers.0.extend(files);
}

/// Adds a document.
pub fn insert(tx: &mut Tx, may: &MayEdit, row: &AttachmentRow) -> Result<(), StoreError> {
    let row = AttachmentRow {
        application_id: may.application(),
        uploaded_by: may.editor(),
        ..row.clone()
    };
    diesel::insert_into(attachments::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// Marks a document as removed from the draft.
pub fn mark_removed(tx: &mut Tx, may: &MayEdit, id: FileId) -> Result<(), StoreError> {
    let now = tx.now();
    let row = attachments::table.find(id);
    diesel::update(row.filter(attachments::application_id.eq(may.application())))
        .set(attachments::removed_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Forgets a document that was never sent.
pub fn delete(tx: &mut Tx, may: &MayEdit, id: FileId) -> Result<(), StoreError> {
    let row = attachments::table.find(id);
    diesel::delete(row.filter(attachments::application_id.eq(may.application())))
        .execute(tx.connection())?;
    Ok(())
}

/// Where the content of every document lies, with its size and digest on the disk, and that
/// of every file of an engagement log and of a watch list: for house-keeping and proofs.
pub fn contents(reader: &mut Reader) -> Result<Vec<(String, i64, String)>, StoreError> {
    let mut contents: Vec<(String, i64, String)> = attachments::table
        .select((
            attachments::storage_key,
            attachments::size,
            attachments::sha256,
        ))
        .load(reader.connection())?;
    let logged: Vec<(String, i64, String)> = engagement_uploads::table
        .filter(engagement_uploads::removed_at.is_null())
        .select((
            engagement_uploads::storage_key,
            engagement_uploads::size,
            engagement_uploads::sha256,
        ))
        .load(reader.connection())?;
    let listed: Vec<(String, i64, String)> = list_contents::table
        .select((
            list_contents::storage_key,
            list_contents::packed_size,
            list_contents::packed_sha256,
        ))
        .load(reader.connection())?;
    contents.extend(logged);
    contents.extend(listed);
    Ok(contents)
}
