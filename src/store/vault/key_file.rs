//! The file of master keys. It is written whole or not at all, for its owner alone.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};
use zeroize::Zeroizing;

use super::MasterKeys;
use crate::store::hex;

const HEADING: &str = "# Master keys of this Evenhand: the last one seals, every one opens.\n\
    # Without this file nobody reads answers, files and accounts, in no copy of them.\n\
    # Keep it, and apart from the copies. More: docs/sealed-data.md\n";

/// Reads the keys; nothing where there is no file. One that everybody on the machine may
/// read is refused.
pub fn read(path: &Path) -> Result<Option<MasterKeys>, String> {
    let Some(text) = text(path)? else {
        return Ok(None);
    };
    let keys = MasterKeys::parse(&text).map_err(|problem| said(path, problem))?;
    match keys.newest() {
        Some(_) => Ok(Some(keys)),
        None => Err(said(path, "it holds no master key")),
    }
}

const READABLE: &str = "others on this machine may read it: chmod 600 it, and make a new key with \
    evenhand seal --new-key if somebody did (docs/sealed-data.md)";

/// What the file holds; nothing where there is none. One that others may read is refused
/// as long as they may.
fn text(path: &Path) -> Result<Option<Zeroizing<String>>, String> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(problem) => return Err(said(path, problem)),
    };
    let known = file.metadata().map_err(|problem| said(path, problem))?;
    if has_readers(&known) {
        return Err(said(path, READABLE));
    }
    let mut text = Zeroizing::new(String::new());
    match file.read_to_string(&mut text) {
        Ok(_) => Ok(Some(text)),
        Err(problem) => Err(said(path, problem)),
    }
}

#[cfg(unix)]
fn has_readers(known: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    known.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
fn has_readers(_: &Metadata) -> bool {
    false
}

/// Makes the file with one new key, unless there is one: then that one is read.
pub fn create(path: &Path) -> Result<MasterKeys, String> {
    let fresh = Zeroizing::new(format!("{HEADING}{}\n", *new_key(path)?));
    let made = written(path, &fresh).map_err(|problem| said(path, problem))?;
    match made.persist_noclobber(path) {
        Ok(_) => settled(path).map_err(|problem| said(path, problem))?,
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => (),
        Err(failed) => return Err(said(path, failed.error)),
    }
    read(path)?.ok_or_else(|| said(path, "it is gone again"))
}

/// Adds a new key behind those that are there.
pub fn add(path: &Path) -> Result<MasterKeys, String> {
    let Some(held) = text(path)? else {
        return create(path);
    };
    // What can't be read is not built upon.
    read(path)?;
    let more = Zeroizing::new(format!("{}\n{}\n", held.trim_end(), *new_key(path)?));
    let made = written(path, &more).map_err(|problem| said(path, problem))?;
    made.persist(path)
        .map_err(|failed| said(path, failed.error))?;
    settled(path).map_err(|problem| said(path, problem))?;
    read(path)?.ok_or_else(|| said(path, "it is gone again"))
}

fn new_key(path: &Path) -> Result<Zeroizing<String>, String> {
    let mut key = Zeroizing::new([0; 32]);
    getrandom::fill(&mut *key).map_err(|problem| said(path, problem))?;
    Ok(Zeroizing::new(hex(&*key)))
}

fn folder(path: &Path) -> &Path {
    let folder = path.parent().filter(|one| !one.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Brings the name of the file to the disk: what is sealed with a key must not outlast it.
fn settled(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder(path))?.sync_all()?;
    }
    Ok(())
}

/// A file beside the one that it will be; such files are made for their owner alone.
fn written(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    let folder = folder(path);
    // With another database than SQLite, nothing else has made it yet.
    fs::create_dir_all(folder)?;
    let mut made = Builder::new().prefix(".master-key").tempfile_in(folder)?;
    made.write_all(text.as_bytes())?;
    made.as_file().sync_all()?;
    Ok(made)
}

fn said(path: &Path, problem: impl std::fmt::Display) -> String {
    format!("master key file {}: {problem}", path.display())
}
