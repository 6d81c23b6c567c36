//! The file of master keys. It is written whole or not at all, for its owner alone.

use std::fs;
use std::io::{self, Write};
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
    let text = match fs::read_to_string(path) {
        Ok(text) => Zeroizing::new(text),
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(problem) => return Err(said(path, &problem)),
    };
    let keys = MasterKeys::parse(&text).map_err(|problem| said(path, problem))?;
    match keys.newest() {
        Some(_) if is_open(path) => Err(said(path, OPEN)),
        Some(_) => Ok(Some(keys)),
        None => Err(said(path, "it holds no master key")),
    }
}

const OPEN: &str = "everybody on this machine may read it: chmod 600 it, and make a new one \
    with evenhand seal --new-key if somebody did";

#[cfg(unix)]
fn is_open(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|known| known.permissions().mode() & 0o007 != 0)
}

#[cfg(not(unix))]
fn is_open(_: &Path) -> bool {
    false
}

/// Makes the file with one new key, unless there is one: then that one is read.
pub fn create(path: &Path) -> Result<MasterKeys, String> {
    let fresh = Zeroizing::new(format!("{HEADING}{}\n", *new_key(path)?));
    let made = written(path, &fresh).map_err(|problem| said(path, problem))?;
    match made.persist_noclobber(path) {
        Ok(_) => (),
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => (),
        Err(failed) => return Err(said(path, failed.error)),
    }
    read(path)?.ok_or_else(|| said(path, "it is gone again"))
}

/// Adds a new key behind those that are there.
pub fn add(path: &Path) -> Result<MasterKeys, String> {
    let held = match fs::read_to_string(path) {
        Ok(text) => Zeroizing::new(text),
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => return create(path),
        Err(problem) => return Err(said(path, problem)),
    };
    // What can't be read is not built upon.
    read(path)?;
    let more = Zeroizing::new(format!("{}\n{}\n", held.trim_end(), *new_key(path)?));
    let made = written(path, &more).map_err(|problem| said(path, problem))?;
    made.persist(path)
        .map_err(|failed| said(path, failed.error))?;
    read(path)?.ok_or_else(|| said(path, "it is gone again"))
}

fn new_key(path: &Path) -> Result<Zeroizing<String>, String> {
    let mut key = Zeroizing::new([0; 32]);
    getrandom::fill(&mut *key).map_err(|problem| said(path, problem))?;
    Ok(Zeroizing::new(hex(&*key)))
}

/// A file beside the one that it will be; such files are made for their owner alone.
fn written(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|one| !one.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
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
