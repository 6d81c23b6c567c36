//! Files of the engagement log that staff add themselves: adding what was looked into,
//! removing, and handing out, which is noted. Files are staff's alone: a quotation
//! carries words.

use super::Refusal;
use super::engagement::{latest, within};
use crate::domain::engagement::UPLOADS_MOST;
use crate::domain::file::{Content, FileName};
use crate::domain::{EngagementId, FileId, Message, OrganisationId};
use crate::files::Stored;
use crate::policy::{Actor, Reach};
use crate::store::engagement::{self, UploadedRow};
use crate::store::{StoreError, Tx, audit, mint, organisation};

/// Adds a file that was looked into and stored. An entry holds the same content once.
pub fn add(
    tx: &mut Tx,
    actor: &Actor,
    (id, entry): (OrganisationId, EngagementId),
    (name, stored): (&FileName, &Stored),
) -> Result<(), Refusal> {
    let may = within(tx, actor, id)?;
    let last = latest(tx, id, entry)?;
    let mut there = engagement::uploads(tx, &[entry])?;
    there.retain(|(row, _)| row.removed_at.is_none());
    if there.iter().any(|(row, _)| row.sha256 == stored.sha256) {
        let told = Message::new("error-engagement-file-twice").with("name", name.as_str());
        return Err(Refusal::field("file", told));
    }
    if there.len() >= UPLOADS_MOST as usize {
        let told = Message::new("error-too-many-files").with("most", i64::from(UPLOADS_MOST));
        return Err(Refusal::field("file", told));
    }
    let row = UploadedRow {
        id: mint(),
        engagement_id: last.id,
        version: last.version,
        name: name.as_str().to_owned(),
        kind: name.kind(),
        size: stored.size,
        sha256: stored.sha256.clone(),
        scan: stored.scan,
        storage_key: stored.key.clone(),
        content: Content::Sealed(stored.secret.clone()),
        uploaded_by: may.author(),
        uploaded_at: tx.now(),
        removed_by: None,
        removed_at: None,
    };
    engagement::add_upload(tx, &may, &row)?;
    Ok(note(tx, id, ("add_engagement_file", &row))?)
}

/// Takes a file off an entry and answers where its content lies, which can go; a second
/// press finds it gone.
pub fn remove(
    tx: &mut Tx,
    actor: &Actor,
    (id, entry, file): (OrganisationId, EngagementId, FileId),
) -> Result<Option<String>, Refusal> {
    let may = within(tx, actor, id)?;
    latest(tx, id, entry)?;
    let Some(row) = engagement::find_upload(tx, entry, file)? else {
        return Ok(None);
    };
    engagement::remove_upload(tx, &may, (entry, file))?;
    note(tx, id, ("remove_engagement_file", &row))?;
    Ok(Some(row.storage_key))
}

/// Hands a file to staff within reach of the organisation.
pub fn for_staff(
    tx: &mut Tx,
    actor: &Actor,
    (id, entry, file): (OrganisationId, EngagementId, FileId),
) -> Result<UploadedRow, Refusal> {
    let found = organisation::find(tx, Reach::staff(actor), id)?;
    found.ok_or(Refusal::NotFound)?;
    latest(tx, id, entry)?;
    let row = engagement::find_upload(tx, entry, file)?.ok_or(Refusal::NotFound)?;
    note(tx, id, ("download_engagement_file", &row))?;
    Ok(row)
}

/// What the audit log says of a file: never its name.
fn note(
    tx: &mut Tx,
    id: OrganisationId,
    (verb, row): (&str, &UploadedRow),
) -> Result<(), StoreError> {
    let object = ("organisation", id.as_str());
    let told = format!("{} {} {}", row.engagement_id, row.id, row.sha256);
    match verb {
        "remove_engagement_file" => audit(tx, verb, object, &told, ""),
        verb => audit(tx, verb, object, "", &told),
    }
}
