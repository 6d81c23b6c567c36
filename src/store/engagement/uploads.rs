//! Files that staff added to entries themselves: everything but their content. Rows are
//! only added and marked as removed.

use diesel::prelude::*;

use super::super::conflict::StoreError;
use super::super::connection::{MultiBackend, Reader, Tx};
use super::super::envelope::{self, Ring};
use super::super::schema::{accounts, engagement_uploads, engagements};
use super::super::sealed_answers::Keys;
use super::super::sealed_files::{Lying, opened, sealed};
use super::super::vault::{Place, VaultError};
use crate::domain::file::{Content, FileKind, FileSecret, Scan};
use crate::domain::{AccountId, EngagementId, FileId, Moment, OrganisationId};
use crate::policy::engagement::MayLog;

/// A file of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// How it lies there.
    pub content: Content,
    pub uploaded_by: AccountId,
    pub uploaded_at: Moment,
    pub removed_by: Option<AccountId>,
    /// Its content is gone since.
    pub removed_at: Option<Moment>,
}

/// A file as it is kept: name and key of the content are sealed.
#[derive(Queryable, Selectable)]
#[diesel(table_name = engagement_uploads, check_for_backend(MultiBackend))]
struct Kept {
    id: FileId,
    engagement_id: EngagementId,
    version: i32,
    name: String,
    kind: FileKind,
    size: i64,
    sha256: String,
    scan: Scan,
    storage_key: String,
    uploaded_by: AccountId,
    uploaded_at: Moment,
    removed_by: Option<AccountId>,
    removed_at: Option<Moment>,
    sealed: Option<String>,
}

impl Kept {
    fn open(self, keys: Keys) -> Result<UploadedRow, VaultError> {
        let ids = [self.engagement_id.as_str(), self.id.as_str()];
        let kept = (self.sealed.as_deref(), self.name);
        let (name, content) = opened(kept, keys, &place(&ids))?;
        Ok(UploadedRow {
            id: self.id,
            engagement_id: self.engagement_id,
            version: self.version,
            name,
            kind: self.kind,
            size: self.size,
            sha256: self.sha256,
            scan: self.scan,
            storage_key: self.storage_key,
            content,
            uploaded_by: self.uploaded_by,
            uploaded_at: self.uploaded_at,
            removed_by: self.removed_by,
            removed_at: self.removed_at,
        })
    }
}

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "engagement_uploads",
        ids,
    }
}

fn ring<'a>(
    reader: &mut Reader,
    found: impl Iterator<Item = &'a Kept>,
) -> Result<Ring, StoreError> {
    Ring::of(reader, found.filter_map(|one| one.sealed.as_deref()))
}

/// The files of these entries, removed ones included, in the order of their arrival,
/// with the name of whoever added each.
pub fn uploads(
    reader: &mut Reader,
    entries: &[EngagementId],
) -> Result<Vec<(UploadedRow, String)>, StoreError> {
    let found: Vec<(Kept, String)> = engagement_uploads::table
        .inner_join(accounts::table)
        .filter(engagement_uploads::engagement_id.eq_any(entries.to_vec()))
        .order(engagement_uploads::id)
        .select((Kept::as_select(), accounts::name))
        .load(reader.connection())?;
    let ring = ring(reader, found.iter().map(|one| &one.0))?;
    let keys = (reader.vault(), &ring);
    let rows = found.into_iter();
    rows.map(|(kept, by)| Ok((kept.open(keys)?, by))).collect()
}

/// A file of an entry that was not removed.
pub fn find_upload(
    reader: &mut Reader,
    entry: EngagementId,
    id: FileId,
) -> Result<Option<UploadedRow>, StoreError> {
    let found: Option<Kept> = engagement_uploads::table
        .find(id)
        .filter(engagement_uploads::engagement_id.eq(entry))
        .filter(engagement_uploads::removed_at.is_null())
        .select(Kept::as_select())
        .first(reader.connection())
        .optional()?;
    let ring = ring(reader, found.iter())?;
    let keys = (reader.vault(), &ring);
    Ok(found.map(|kept| kept.open(keys)).transpose()?)
}

/// How the content of every file lies that was not removed.
pub(in crate::store) fn lying(reader: &mut Reader) -> Result<Vec<Lying>, StoreError> {
    let found: Vec<Kept> = engagement_uploads::table
        .filter(engagement_uploads::removed_at.is_null())
        .select(Kept::as_select())
        .load(reader.connection())?;
    let ring = ring(reader, found.iter())?;
    let keys = (reader.vault(), &ring);
    let lying = |kept: Kept| {
        let (key, size, sha256) = (kept.storage_key.clone(), kept.size, kept.sha256.clone());
        let opened = kept.open(keys);
        Lying {
            key,
            size,
            sha256,
            content: opened.map_or(Content::Shut, |row| row.content),
        }
    };
    Ok(found.into_iter().map(lying).collect())
}

fn hide(
    tx: &mut Tx,
    (organisation, entry, id): (OrganisationId, EngagementId, FileId),
    both: (&str, &FileSecret),
) -> Result<String, StoreError> {
    let key = envelope::current(tx, organisation)?;
    sealed(&key, &place(&[entry.as_str(), id.as_str()]), both)
}

/// Adds a file in the name of whoever may write in the log.
pub fn add_upload(tx: &mut Tx, may: &MayLog, row: &UploadedRow) -> Result<(), StoreError> {
    let (clear, hidden) = match &row.content {
        Content::Sealed(secret) => {
            let of = (may.organisation(), row.engagement_id, row.id);
            ("", Some(hide(tx, of, (&row.name, secret))?))
        }
        Content::InClear | Content::Shut => (row.name.as_str(), None),
    };
    diesel::insert_into(engagement_uploads::table)
        .values((
            engagement_uploads::id.eq(row.id),
            engagement_uploads::engagement_id.eq(row.engagement_id),
            engagement_uploads::version.eq(row.version),
            engagement_uploads::name.eq(clear),
            engagement_uploads::kind.eq(row.kind),
            engagement_uploads::size.eq(row.size),
            engagement_uploads::sha256.eq(&row.sha256),
            engagement_uploads::scan.eq(row.scan),
            engagement_uploads::storage_key.eq(&row.storage_key),
            engagement_uploads::uploaded_by.eq(may.author()),
            engagement_uploads::uploaded_at.eq(row.uploaded_at),
            engagement_uploads::removed_by.eq(row.removed_by),
            engagement_uploads::removed_at.eq(row.removed_at),
            engagement_uploads::sealed.eq(hidden),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Up to 20 files behind this one whose content lies in clear: which, and where.
pub fn uploads_in_clear(
    reader: &mut Reader,
    after: &str,
) -> Result<Vec<(FileId, String)>, StoreError> {
    Ok(engagement_uploads::table
        .filter(engagement_uploads::sealed.is_null())
        .filter(engagement_uploads::removed_at.is_null())
        .filter(engagement_uploads::id.gt(after))
        .order(engagement_uploads::id)
        .limit(20)
        .select((engagement_uploads::id, engagement_uploads::storage_key))
        .load(reader.connection())?)
}

/// Notes that the content of a file lies sealed elsewhere now; false where it was moved or
/// removed meanwhile.
pub fn move_upload(
    tx: &mut Tx,
    (id, from): (FileId, &str),
    (to, secret): (&str, &FileSecret),
) -> Result<bool, StoreError> {
    let entry = engagements::id.eq(engagement_uploads::engagement_id);
    let found: Option<(EngagementId, OrganisationId, String)> = engagement_uploads::table
        .inner_join(engagements::table.on(entry.and(engagements::latest.eq(true))))
        .filter(engagement_uploads::id.eq(id))
        .filter(engagement_uploads::removed_at.is_null())
        .filter(engagement_uploads::storage_key.eq(from))
        .select((
            engagement_uploads::engagement_id,
            engagements::organisation_id,
            engagement_uploads::name,
        ))
        .first(tx.connection())
        .optional()?;
    let Some((entry, organisation, name)) = found else {
        return Ok(false);
    };
    let hidden = hide(tx, (organisation, entry, id), (&name, secret))?;
    diesel::update(engagement_uploads::table.find(id))
        .set((
            engagement_uploads::sealed.eq(hidden),
            engagement_uploads::name.eq(""),
            engagement_uploads::storage_key.eq(to),
        ))
        .execute(tx.connection())?;
    Ok(true)
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
