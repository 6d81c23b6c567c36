//! Making an installation of a backup.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::check::check;
use super::desk::Desk;
use super::{Checked, NotDone};
use crate::exchange::backup::{DATABASE, Identities};
use crate::files::{Storage, make_folder};

/// Folder of the files.
const FILES: &str = "files";
/// Where everything is unpacked first.
const DESK: &str = ".restore";

/// Puts a backup into a data folder that holds no installation, after all of it was
/// proven. An audit log that was broken already when it was written comes back broken.
/// `database` says whether a database belongs into the folder.
pub fn restore(
    file: &Path,
    with: &Identities,
    (data, database): (&Path, bool),
) -> Result<Checked, NotDone> {
    free(data)?;
    make_folder(data)?;
    let desk = Desk::take(data, DESK)?;
    let storage = Storage::in_folder(desk.folder());
    let checked = check(file, with, (desk.folder(), Some(&storage)))?;
    match (checked.manifest.database.is_some(), database) {
        (true, false) => {
            return Err(NotDone::Unasked(
                "it holds a SQLite database, and the settings name another one: take \
                 database_url out of them"
                    .to_owned(),
            ));
        }
        (false, true) => {
            return Err(NotDone::Unasked(
                "it holds files only: its database is in PostgreSQL; name that with --database"
                    .to_owned(),
            ));
        }
        _ => (),
    }
    put(desk.folder(), data)?;
    drop(desk);
    // It is empty; where it can't go, it is in nobody's way.
    let _ = fs::remove_dir(data.join(DESK));
    Ok(checked)
}

/// Refuses a folder in which something would be lost.
fn free(data: &Path) -> Result<(), NotDone> {
    let files = match fs::read_dir(data.join(FILES)) {
        Ok(mut entries) => entries.next().is_some(),
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => false,
        Err(problem) => return Err(problem.into()),
    };
    if files || data.join(DATABASE).exists() {
        return Err(NotDone::Unasked(format!(
            "{} holds an installation: stop it and move it away, or name another folder with \
             --into",
            data.display()
        )));
    }
    Ok(())
}

/// Moves everything to its place, the database last: with it the folder is an
/// installation.
fn put(from: &Path, data: &Path) -> Result<(), NotDone> {
    let files = data.join(FILES);
    if from.join(FILES).exists() {
        if files.exists() {
            fs::remove_dir(&files)?;
        }
        fs::rename(from.join(FILES), &files)?;
    }
    if from.join(DATABASE).exists()
        && let Err(problem) = fs::rename(from.join(DATABASE), data.join(DATABASE))
    {
        if files.exists() {
            fs::rename(&files, from.join(FILES))?;
        }
        return Err(problem.into());
    }
    File::open(data)?.sync_all()?;
    Ok(())
}
