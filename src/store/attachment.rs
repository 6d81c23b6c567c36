//! The documents of applications: everything but their content. One that was
//! sent with an application is never deleted, only marked as removed from the
//! draft.

use std::collections::{BTreeMap, HashSet};

use diesel::prelude::*;

use super::application::find as find_application;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::engagement;
use super::envelope::Ring;
use super::schema::{attachments, engagement_uploads, list_contents};
use super::sealed_answers::{Keys, key_of};
use super::sealed_files::{Lying, opened, sealed};
use super::vault::{Place, VaultError};
use crate::domain::answers::{Answer, Answers, FileRef};
use crate::domain::file::{Content, FileKind, FileSecret, Scan};
use crate::domain::{AccountId, ApplicationId, FileId, Moment};
use crate::policy::Reach;
use crate::policy::application::MayEdit;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// How it lies there.
    pub content: Content,
    pub uploaded_by: AccountId,
    pub uploaded_at: Moment,
    /// Taken off the draft; kept because it was sent before.
    pub removed_at: Option<Moment>,
}

/// A document as it is kept: name and key of the content are sealed.
#[derive(Queryable, Selectable)]
#[diesel(table_name = attachments, check_for_backend(MultiBackend))]
struct Kept {
    id: FileId,
    application_id: ApplicationId,
    question: String,
    name: String,
    kind: FileKind,
    size: i64,
    sha256: String,
    scan: Scan,
    storage_key: String,
    uploaded_by: AccountId,
    uploaded_at: Moment,
    removed_at: Option<Moment>,
    sealed: Option<String>,
}

impl Kept {
    fn open(self, keys: Keys) -> Result<AttachmentRow, StoreError> {
        let of = (self.application_id, self.id);
        let (name, content) = named((self.sealed.as_deref(), self.name), keys, of)?;
        Ok(AttachmentRow {
            id: self.id,
            application_id: self.application_id,
            question: self.question,
            name,
            kind: self.kind,
            size: self.size,
            sha256: self.sha256,
            scan: self.scan,
            storage_key: self.storage_key,
            content,
            uploaded_by: self.uploaded_by,
            uploaded_at: self.uploaded_at,
            removed_at: self.removed_at,
        })
    }
}

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "attachments",
        ids,
    }
}

/// Name of a document and how its content lies, from the columns `sealed` and `name`.
pub(super) fn named(
    kept: (Option<&str>, String),
    keys: Keys,
    (application, id): (ApplicationId, FileId),
) -> Result<(String, Content), VaultError> {
    opened(kept, keys, &place(&[application.as_str(), id.as_str()]))
}

fn open(reader: &mut Reader, found: Vec<Kept>) -> Result<Vec<AttachmentRow>, StoreError> {
    let ring = Ring::of(reader, found.iter().filter_map(|one| one.sealed.as_deref()))?;
    let keys = (reader.vault(), &ring);
    found.into_iter().map(|one| one.open(keys)).collect()
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
    let found: Vec<Kept> = attachments::table
        .filter(attachments::application_id.eq(application))
        .filter(attachments::removed_at.is_null())
        .order(attachments::id)
        .select(Kept::as_select())
        .load(reader.connection())?;
    open(reader, found)
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
    let found: Option<Kept> = attachments::table
        .find(id)
        .filter(attachments::application_id.eq(application))
        .select(Kept::as_select())
        .first(reader.connection())
        .optional()?;
    Ok(open(reader, found.into_iter().collect())?.pop())
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
    add(tx, &row)
}

/// Adds a document for whoever may.
pub(super) fn add(tx: &mut Tx, row: &AttachmentRow) -> Result<(), StoreError> {
    let (clear, hidden) = match &row.content {
        Content::Sealed(secret) => {
            let of = (row.application_id, row.id);
            ("", Some(hide(tx, of, (&row.name, secret))?))
        }
        Content::InClear | Content::Shut => (row.name.as_str(), None),
    };
    diesel::insert_into(attachments::table)
        .values((
            attachments::id.eq(row.id),
            attachments::application_id.eq(row.application_id),
            attachments::question.eq(&row.question),
            attachments::name.eq(clear),
            attachments::kind.eq(row.kind),
            attachments::size.eq(row.size),
            attachments::sha256.eq(&row.sha256),
            attachments::scan.eq(row.scan),
            attachments::storage_key.eq(&row.storage_key),
            attachments::uploaded_by.eq(row.uploaded_by),
            attachments::uploaded_at.eq(row.uploaded_at),
            attachments::removed_at.eq(row.removed_at),
            attachments::sealed.eq(hidden),
        ))
        .execute(tx.connection())?;
    Ok(())
}

fn hide(
    tx: &mut Tx,
    (application, id): (ApplicationId, FileId),
    both: (&str, &FileSecret),
) -> Result<String, StoreError> {
    let key = key_of(tx, application)?;
    sealed(&key, &place(&[application.as_str(), id.as_str()]), both)
}

/// Up to 20 documents behind this one whose content lies in clear: which, and where.
pub fn in_clear(reader: &mut Reader, after: &str) -> Result<Vec<(FileId, String)>, StoreError> {
    Ok(attachments::table
        .filter(attachments::sealed.is_null())
        .filter(attachments::id.gt(after))
        .order(attachments::id)
        .limit(20)
        .select((attachments::id, attachments::storage_key))
        .load(reader.connection())?)
}

/// Notes that the content of a document lies sealed elsewhere now; false where it was
/// moved or taken off meanwhile.
pub fn move_content(
    tx: &mut Tx,
    (id, from): (FileId, &str),
    (to, secret): (&str, &FileSecret),
) -> Result<bool, StoreError> {
    let found: Option<(ApplicationId, String)> = attachments::table
        .find(id)
        .filter(attachments::storage_key.eq(from))
        .select((attachments::application_id, attachments::name))
        .first(tx.connection())
        .optional()?;
    let Some((application, name)) = found else {
        return Ok(false);
    };
    let hidden = hide(tx, (application, id), (&name, secret))?;
    diesel::update(attachments::table.find(id))
        .set((
            attachments::sealed.eq(hidden),
            attachments::name.eq(""),
            attachments::storage_key.eq(to),
        ))
        .execute(tx.connection())?;
    Ok(true)
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

/// Those of some keys under which the content of a document lies, of a file of an
/// engagement log or of a watch list: what stays when the folder is swept.
pub fn kept_keys(reader: &mut Reader, keys: &[String]) -> Result<HashSet<String>, StoreError> {
    let documents: Vec<String> = attachments::table
        .filter(attachments::storage_key.eq_any(keys.to_vec()))
        .select(attachments::storage_key)
        .load(reader.connection())?;
    let logged: Vec<String> = engagement_uploads::table
        .filter(engagement_uploads::storage_key.eq_any(keys.to_vec()))
        .filter(engagement_uploads::removed_at.is_null())
        .select(engagement_uploads::storage_key)
        .load(reader.connection())?;
    let listed: Vec<String> = list_contents::table
        .filter(list_contents::storage_key.eq_any(keys.to_vec()))
        .select(list_contents::storage_key)
        .load(reader.connection())?;
    let all = documents.into_iter().chain(logged).chain(listed);
    Ok(all.collect())
}

type Columns = (FileId, ApplicationId, String, i64, String, Option<String>);

/// All content that is kept, with what its row says of it, for proofs.
pub fn contents(reader: &mut Reader) -> Result<Vec<Lying>, StoreError> {
    let documents: Vec<Columns> = attachments::table
        .select((
            attachments::id,
            attachments::application_id,
            attachments::storage_key,
            attachments::size,
            attachments::sha256,
            attachments::sealed,
        ))
        .load(reader.connection())?;
    let ring = Ring::of(reader, documents.iter().filter_map(|one| one.5.as_deref()))?;
    let keys = (reader.vault(), &ring);
    let lying = |(id, application, key, size, sha256, sealed): Columns| {
        let opened = named((sealed.as_deref(), String::new()), keys, (application, id));
        Lying {
            key,
            size,
            sha256,
            content: opened.map_or(Content::Shut, |(_, content)| content),
        }
    };
    let mut contents: Vec<Lying> = documents.into_iter().map(lying).collect();
    contents.extend(engagement::lying(reader)?);
    let listed: Vec<(String, i64, String)> = list_contents::table
        .select((
            list_contents::storage_key,
            list_contents::packed_size,
            list_contents::packed_sha256,
        ))
        .load(reader.connection())?;
    contents.extend(listed.into_iter().map(|(key, size, sha256)| Lying {
        key,
        size,
        sha256,
        content: Content::InClear,
    }));
    Ok(contents)
}
