//! Putting a version of a watch list in force. It is read before and switched in one
//! transaction: what is refused leaves the former one as it was.

use super::SourceFiles;
use crate::actions::Refusal;
use crate::domain::list_screening::{NewVersion, Record, check_version, is_list_code};
use crate::domain::{ListVersionId, Message};
use crate::policy::Actor;
use crate::policy::list_screening::MayLoadLists;
use crate::store::list_screening::{self, VersionRow};
use crate::store::{Reader, StoreError, Tx, audit};

/// What loading came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loaded {
    New(ListVersionId),
    /// The same files are in force.
    Same,
    /// The same files are in force, and kept from now on: an earlier release kept none.
    Kept,
}

fn present(reader: &mut Reader, list: &str) -> Result<Option<VersionRow>, StoreError> {
    let mut all = list_screening::in_force(reader)?.into_iter();
    Ok(all.find(|row| row.list == list))
}

/// Whether a version could be put in force now; `false` when it is already.
pub fn check(
    reader: &mut Reader,
    (list, fewer): (&str, bool),
    version: &NewVersion,
    now: crate::domain::Moment,
) -> Result<bool, Refusal> {
    if !is_list_code(list) {
        return Err(Refusal::field("list", Message::new("error-list-code")));
    }
    let present = present(reader, list)?.map(|row| row.version);
    // A day is over first where it begins first.
    let today = now.day("Pacific/Kiritimati");
    check_version(version, present.as_ref(), today, fewer).map_err(Refusal::Stale)
}

/// Puts a version in force and keeps the files that it came in. `fewer` says that a list
/// that lost more than a tenth of its entries is no mistake.
pub fn load(
    tx: &mut Tx,
    actor: &Actor,
    (list, fewer): (&str, bool),
    (version, records): (&NewVersion, &[Record]),
    files: &SourceFiles,
) -> Result<Loaded, Refusal> {
    let may = MayLoadLists::by_admin(actor)?;
    let now = tx.now();
    let present = present(tx, list)?;
    if !check(tx, (list, fewer), version, now)? {
        return Ok(complete(tx, &may, present.as_ref(), files)?);
    }
    let before = present.map_or_else(String::new, |row| row.version.dated.iso());
    let id = list_screening::insert_version(tx, &may, list, (version, records))?;
    files.add(tx, &may, id)?;
    let (dated, entries) = (version.dated.iso(), version.entries);
    let after = format!("{list} {dated} {entries} {}", version.digest);
    audit(
        tx,
        "load_list",
        ("watch_list", id.as_str()),
        &before,
        &after,
    )?;
    Ok(Loaded::New(id))
}

/// Keeps the files of the version in force where an earlier release kept none.
fn complete(
    tx: &mut Tx,
    may: &MayLoadLists,
    present: Option<&VersionRow>,
    files: &SourceFiles,
) -> Result<Loaded, StoreError> {
    let Some(row) = present.filter(|_| !files.is_empty()) else {
        return Ok(Loaded::Same);
    };
    if !list_screening::files(tx, row.id)?.is_empty() {
        return Ok(Loaded::Same);
    }
    files.add(tx, may, row.id)?;
    let after = format!("{} {}", row.list, row.version.digest);
    let object = ("watch_list", row.id.as_str());
    audit(tx, "keep_list_files", object, "", &after)?;
    Ok(Loaded::Kept)
}
