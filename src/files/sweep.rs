//! Keeping files and database in step: taking away what no row knows.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};

use super::bucket::Bucket;
use super::bucket::listed::Object;
use super::held::{HOLDS, is_held};
use super::storage::{CHECKS, PARTIAL, SEALED, Storage, gone, name_of};

/// How old a file without a row must be: it may be about to get one.
const OLD: Duration = Duration::from_secs(24 * 3600);

/// Which of some keys the database names.
type Named<'a> = &'a dyn Fn(&[String]) -> io::Result<HashSet<String>>;

/// What the database knows: which keys it names, uploads on their way.
type Known<'a> = (Named<'a>, &'a HashSet<String>);

/// Keys that are asked for at once, and objects of a bucket that are looked at.
const AT_ONCE: usize = 1000;

impl Storage {
    /// Takes away files older than a day that the database does not name and that are none
    /// of the `uploads` on their way; answers how many. None while they are held.
    #[expect(
        clippy::disallowed_methods,
        reason = "files bear the time of the machine, not of the site's clock"
    )]
    pub fn sweep(&self, named: Named, uploads: &HashSet<String>) -> io::Result<usize> {
        let Some(before) = SystemTime::now().checked_sub(OLD) else {
            return Ok(0);
        };
        let here = self.sweep_folder((named, uploads), before)?;
        let since = before.duration_since(UNIX_EPOCH).unwrap_or_default();
        let since = i64::try_from(since.as_secs()).unwrap_or_default();
        Ok(here + self.sweep_bucket((named, uploads), since)?)
    }

    /// Files of one of the first folders at a time: however many there are, few are in
    /// memory.
    fn sweep_folder(&self, (named, uploads): Known, before: SystemTime) -> io::Result<usize> {
        let Some(_alone) = self.unless_held()? else {
            return Ok(0);
        };
        let mut swept = remove(&old(&self.incoming(), before)?, |_| false)?;
        swept += remove(&old(&self.partial(), before)?, |part| {
            uploads.contains(upload_of(part))
        })?;
        for first in folders(self.folder())? {
            let mut files = Vec::new();
            for second in folders(&first.path())? {
                files.extend(old(&second.path(), before)?);
            }
            let keys: Vec<String> = files.iter().map(|file| name(file)).collect();
            let kept = among(&keys, named)?;
            swept += remove(&files, |key| kept.contains(key))?;
        }
        Ok(swept)
    }

    /// The same in a bucket: of what changed before an instant, in seconds since 1970. What
    /// is none of ours stays.
    fn sweep_bucket(&self, known: Known, before: i64) -> io::Result<usize> {
        let Some(bucket) = self.bucket() else {
            return Ok(0);
        };
        let mut swept = 0;
        for page in bucket.pages(AT_ONCE)? {
            let Some(of_page) = sweep_objects(bucket, page?, known, before)? else {
                break;
            };
            swept += of_page;
        }
        Ok(swept)
    }
}

/// Sweeps among some objects of a bucket; nothing where somebody holds it.
fn sweep_objects(
    bucket: &Bucket,
    mut objects: Vec<Object>,
    (named, uploads): Known,
    before: i64,
) -> io::Result<Option<usize>> {
    objects.retain(|object| object.changed < before);
    let keys = objects.iter().filter_map(|object| key_of(&object.name));
    let keys: Vec<String> = keys.map(str::to_owned).collect();
    let kept = among(&keys, named)?;
    // Asked last: whoever begins to hold them meanwhile may copy rows that were there before.
    if is_held(&bucket.list(HOLDS)?, before) {
        return Ok(None);
    }
    let known = |name: &str| match name.split('/').collect::<Vec<_>>()[..] {
        [HOLDS | CHECKS, _] => false,
        [PARTIAL, part, _] => uploads.contains(upload_of(part)),
        _ => key_of(name).is_none_or(|key| kept.contains(key)),
    };
    let mut swept = 0;
    for object in objects {
        if !known(&object.name) {
            bucket.remove(&object.name)?;
            swept += 1;
        }
    }
    Ok(Some(swept))
}

/// The upload of what lies under a name among parts.
fn upload_of(part: &str) -> &str {
    part.strip_suffix(SEALED).unwrap_or(part)
}

/// Those of some keys that the database names.
fn among(keys: &[String], named: Named) -> io::Result<HashSet<String>> {
    let mut kept = HashSet::new();
    for some in keys.chunks(AT_ONCE) {
        kept.extend(named(some)?);
    }
    Ok(kept)
}

/// Takes files away but those whose names stay; answers how many.
fn remove(files: &[PathBuf], stays: impl Fn(&str) -> bool) -> io::Result<usize> {
    let mut removed = 0;
    for file in files {
        if !stays(&name(file)) {
            gone(file)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// What a file is called within its folder.
fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The key of what is kept under a name in a bucket; nothing for what is none of ours.
fn key_of(name: &str) -> Option<&str> {
    let (_, key) = name.rsplit_once('/')?;
    let own = name_of(key).ok()?;
    (own == name).then_some(key)
}

/// What stands in a folder and changed before an instant.
fn old(folder: &Path, before: SystemTime) -> io::Result<Vec<PathBuf>> {
    let is_old = |entry: &DirEntry| {
        let changed = entry.metadata().and_then(|found| found.modified());
        changed.is_ok_and(|changed| changed < before)
    };
    let found = entries(folder)?.into_iter();
    Ok(found.filter(is_old).map(|entry| entry.path()).collect())
}

/// What stands in a folder; nothing when there is none.
fn entries(folder: &Path) -> io::Result<Vec<DirEntry>> {
    match fs::read_dir(folder) {
        Ok(found) => found.collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn folders(folder: &Path) -> io::Result<Vec<DirEntry>> {
    let mut found = entries(folder)?;
    found.retain(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    Ok(found)
}

/// SHA-256 of everything that is read, in hexadecimal.
pub(super) fn digest(mut from: impl Read) -> io::Result<String> {
    let mut hasher = Sha256::new();
    io::copy(&mut from, &mut hasher)?;
    Ok(hex(hasher))
}

/// What was digested, in hexadecimal.
pub(super) fn hex(hasher: Sha256) -> String {
    data_encoding::HEXLOWER.encode(&hasher.finalize())
}

#[cfg(test)]
mod tests;
