//! Documents that come in parts: beginning one, or finding the one that a broken
//! line or a closed page left behind.

use super::Refusal;
use super::attachment::{Target, room};
use crate::domain::UploadId;
use crate::domain::file::{FileName, FileSecret, Limits};
use crate::files::fresh_secret;
use crate::policy::Actor;
use crate::store::upload::{self, UploadRow};
use crate::store::vault::VaultError;
use crate::store::{StoreError, Tx, mint};

/// What a browser announces.
#[derive(Debug, Clone)]
pub struct Announced {
    pub name: FileName,
    pub size: i64,
    /// What it knows the file again by.
    pub mark: String,
}

/// An upload to go on with.
#[derive(Debug)]
pub struct Begun {
    pub row: UploadRow,
    /// Older uploads that made room; what arrived of them can go.
    pub dropped: Vec<UploadId>,
}

/// Begins an upload, or finds it begun. Nobody has more unfinished ones in an
/// application than it may hold files: the oldest make room.
pub fn begin(
    tx: &mut Tx,
    actor: &Actor,
    to: &Target,
    announced: &Announced,
    limits: Limits,
) -> Result<Begun, Refusal> {
    let all = upload::of_application(tx, actor.id, to.application)?;
    let same = |row: &&UploadRow| {
        row.question == to.question
            && row.name == announced.name.as_str()
            && row.size == announced.size
            && row.mark == announced.mark
    };
    let known = all.iter().find(same).cloned();
    if let Some(row) = known.clone().filter(|row| row.file_id.is_some()) {
        return Ok(Begun {
            row,
            dropped: Vec::new(),
        });
    }
    let may = room(tx, actor, to, limits)?;
    if let Some(row) = known {
        return Ok(Begun {
            row,
            dropped: Vec::new(),
        });
    }
    let dropped = make_room(tx, &all, limits)?;
    let row = UploadRow {
        id: mint(),
        application_id: may.application(),
        question: to.question.clone(),
        name: announced.name.as_str().to_owned(),
        size: announced.size,
        mark: announced.mark.clone(),
        started_by: may.editor(),
        started_at: tx.now(),
        file_id: None,
    };
    upload::insert(tx, &may, &row, &new_secret()?)?;
    Ok(Begun { row, dropped })
}

/// A key for the parts of one upload.
fn new_secret() -> Result<FileSecret, StoreError> {
    Ok(fresh_secret().map_err(|_| VaultError::NoRandomness)?)
}

fn make_room(tx: &mut Tx, all: &[UploadRow], limits: Limits) -> Result<Vec<UploadId>, Refusal> {
    let open = all.iter().filter(|row| row.file_id.is_none());
    let open: Vec<UploadId> = open.map(|row| row.id).collect();
    let over = (open.len() + 1).saturating_sub(limits.files as usize);
    let dropped: Vec<UploadId> = open.into_iter().take(over).collect();
    for id in &dropped {
        upload::delete(tx, *id)?;
    }
    Ok(dropped)
}

/// Gives an upload that a former release began the key with which its parts are sealed. What
/// came to that release lies in another way and does not count: it comes again.
pub fn take_over(tx: &mut Tx, row: &UploadRow) -> Result<FileSecret, Refusal> {
    upload::give_secret(tx, row, &new_secret()?)?;
    upload::secret(tx, row)?.ok_or(Refusal::NotFound)
}

/// Gives up an upload whose content was refused.
pub fn give_up(tx: &mut Tx, id: UploadId) -> Result<(), Refusal> {
    Ok(upload::delete(tx, id)?)
}
