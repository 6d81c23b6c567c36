//! Making an installation of a backup.

use std::fs::{self, DirEntry, File};
use std::io;
use std::path::{Path, PathBuf};

use super::check::check;
use super::desk::Desk;
use super::{Checked, NotDone};
use crate::exchange::backup::{DATABASE, Identities, Manifest};
use crate::files::{Storage, copy_all, make_folder};

/// Where everything is unpacked first.
const DESK: &str = ".restore";

/// Where an installation is made.
pub struct Place<'a> {
    /// The data folder.
    pub data: &'a Path,
    /// Where files belong.
    pub storage: &'a Storage,
    /// Whether a database belongs into the data folder.
    pub database: bool,
}

/// Puts a backup into folders that hold no installation, after all of it was proven. An
/// audit log that was broken already when it was written comes back broken.
pub fn restore(file: &Path, with: &Identities, to: &Place) -> Result<Checked, NotDone> {
    free(to)?;
    make_folder(to.data)?;
    let (folder, was_there) = (to.storage.folder(), to.storage.folder().exists());
    let database = Desk::take(to.data, DESK)?;
    // Within the folder of files: it may be a disk of its own, and nothing is renamed from
    // one disk to another.
    let files = Desk::take(folder, DESK)?;
    let unpacked = Storage::at(files.folder().to_owned());
    let done = check(file, with, (database.folder(), Some(&unpacked))).and_then(|checked| {
        fits(&checked.manifest, to.database)?;
        put((files.folder(), database.folder()), to)?;
        Ok(checked)
    });
    drop((files, database));
    // They are empty; where one can't go, it is in nobody's way.
    let _ = fs::remove_dir(folder.join(DESK));
    let _ = fs::remove_dir(to.data.join(DESK));
    if !was_there {
        // Not if there is a file in it.
        let _ = fs::remove_dir(folder);
    }
    done
}

/// Refuses places in which something would be lost.
fn free(to: &Place) -> Result<(), NotDone> {
    if to.storage.is_bucket() && !to.storage.keys()?.is_empty() {
        return Err(NotDone::Unasked(format!(
            "{} holds files already: name another bucket or prefix in files, or empty it",
            to.storage.shown()
        )));
    }
    let files = match fs::read_dir(to.storage.folder()) {
        Ok(entries) => {
            let entries = entries.collect::<io::Result<Vec<DirEntry>>>()?;
            // A desk may have been left there by a process that was killed.
            entries.iter().any(|entry| entry.file_name() != DESK)
        }
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => false,
        Err(problem) => return Err(problem.into()),
    };
    let taken = match (files, to.data.join(DATABASE).exists()) {
        (_, true) => to.data,
        (true, false) => to.storage.folder(),
        (false, false) => return Ok(()),
    };
    Err(NotDone::Unasked(format!(
        "{} holds an installation: stop it and move it away, or name another folder with --into",
        taken.display()
    )))
}

/// Refuses a backup of another kind of database than the settings name.
fn fits(manifest: &Manifest, database: bool) -> Result<(), NotDone> {
    let wrong = match (manifest.database.is_some(), database) {
        (true, false) => {
            "it holds a SQLite database, and the settings name another one: take database_url \
             out of them"
        }
        (false, true) => {
            "it holds files only: its database is in PostgreSQL; name that with --database"
        }
        _ => return Ok(()),
    };
    Err(NotDone::Unasked(wrong.to_owned()))
}

/// Moves everything to its place, the database last: with it the folder is an
/// installation.
fn put((files, database): (&Path, &Path), to: &Place) -> Result<(), NotDone> {
    if to.storage.is_bucket() {
        return put_in_bucket((files, database), to);
    }
    let mut moved = Vec::new();
    let put = put_files((files, to.storage.folder()), &mut moved)
        .and_then(|()| put_database(database, to.data));
    if let Err(problem) = put {
        for (from, place) in moved {
            fs::rename(place, from)?;
        }
        return Err(problem.into());
    }
    Ok(())
}

/// The same where files belong into a bucket, which was empty: what came there goes again
/// when something fails.
fn put_in_bucket((files, database): (&Path, &Path), to: &Place) -> Result<(), NotDone> {
    let from = Storage::at(files.to_owned());
    let copied = copy_all(&from, to.storage);
    let put = copied.and_then(|_| put_database(database, to.data));
    if let Err(problem) = put {
        for key in from.keys()? {
            to.storage.remove(&key)?;
        }
        return Err(problem.into());
    }
    Ok(())
}

/// Moves the files; says of each that has gone where it was and where it is.
fn put_files((from, to): (&Path, &Path), moved: &mut Vec<(PathBuf, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(from)?.collect::<io::Result<Vec<DirEntry>>>()? {
        let place = to.join(entry.file_name());
        fs::rename(entry.path(), &place)?;
        moved.push((entry.path(), place));
    }
    File::open(to)?.sync_all()
}

fn put_database(from: &Path, data: &Path) -> io::Result<()> {
    if from.join(DATABASE).exists() {
        fs::rename(from.join(DATABASE), data.join(DATABASE))?;
    }
    File::open(data)?.sync_all()
}
