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
use super::storage::{CHECKS, PARTIAL, Storage, gone, name_of};

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
        swept += remove(&old(&self.partial(), before)?, |upload| {
            uploads.contains(upload)
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
        [PARTIAL, upload, _] => uploads.contains(upload),
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
mod tests {
    use super::*;
    use crate::files::trial::{Trial, everything};
    use std::cell::RefCell;
    use std::fs::File;

    #[expect(
        clippy::disallowed_methods,
        reason = "files bear the time of the machine, not of the site's clock"
    )]
    fn age(path: &Path) {
        let old = SystemTime::now() - OLD - Duration::from_secs(60);
        File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_modified(old)
            .unwrap();
    }

    /// A database that names these.
    fn naming(kept: &HashSet<String>) -> impl Fn(&[String]) -> io::Result<HashSet<String>> {
        move |asked: &[String]| {
            let named = asked.iter().filter(|key| kept.contains(*key));
            Ok(named.cloned().collect())
        }
    }

    #[test]
    fn only_old_files_without_a_row_are_swept() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let keep = || {
            let incoming = storage.receive(9).unwrap();
            storage.keep(incoming.path()).unwrap()
        };
        let (known, orphan, young) = (keep(), keep(), keep());
        for key in [&known, &orphan] {
            age(&storage.place(key).unwrap());
        }
        let kept = HashSet::from([known.clone()]);
        assert_eq!(storage.sweep(&naming(&kept), &HashSet::new()).unwrap(), 1);
        assert!(storage.open(&known).is_ok() && storage.open(&young).is_ok());
        assert!(storage.open(&orphan).is_err());
    }

    #[test]
    fn nothing_is_swept_while_the_files_are_held() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let incoming = storage.receive(9).unwrap();
        let orphan = storage.keep(incoming.path()).unwrap();
        age(&storage.place(&orphan).unwrap());
        let held = storage.hold().unwrap();
        let nothing = HashSet::new();
        let sweep = || storage.sweep(&naming(&nothing), &nothing).unwrap();
        assert_eq!(sweep(), 0);
        drop(held);
        assert_eq!(sweep(), 1);
    }

    #[test]
    fn unfinished_uploads_go_when_their_row_is_gone() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let ids = [
            "0193a1b2-0000-7000-8000-0123456789ab",
            "0193a1b2-0000-7000-8000-0123456789ac",
        ];
        for id in ids {
            let part = storage.part(id.parse().unwrap());
            let mut arriving = part.begin(0, None).unwrap();
            arriving.add(b"abc", 5).unwrap();
            arriving.finish(5).unwrap();
            age(&storage.partial().join(id));
        }
        let uploads = HashSet::from([ids[1].to_owned()]);
        let nothing = HashSet::new();
        assert_eq!(storage.sweep(&naming(&nothing), &uploads).unwrap(), 1);
        assert_eq!(everything(data.path()), [format!("partial/{}", ids[1])]);
    }

    #[test]
    fn in_a_bucket_too_only_what_is_old_and_ours_without_a_row_is_swept() {
        let place = Trial::in_bucket();
        let (storage, bucket) = (&place.storage, place.storage.bucket().unwrap());
        let (known, orphan) = ("ab".repeat(16), "cd".repeat(16));
        let stay = [
            format!("ab/ab/{known}"),
            format!("cd/ce/{orphan}"),
            "partial/two/0-1".to_owned(),
            "somebody's".to_owned(),
            "some/body/else's".to_owned(),
        ];
        let go = [
            format!("cd/cd/{orphan}"),
            "checks/one".to_owned(),
            "partial/one/0-1".to_owned(),
        ];
        for name in stay.iter().chain(&go) {
            bucket.put(name, &b"x"[..]).unwrap();
        }
        let kept = HashSet::from([known]);
        let uploads = HashSet::from(["two".to_owned()]);
        let named = naming(&kept);
        assert_eq!(storage.sweep(&named, &uploads).unwrap(), 0, "all are young");
        let sweep = |before| storage.sweep_bucket((&named, &uploads), before).unwrap();
        let held = place.other().hold().unwrap();
        // A mark of today holds it; one of long ago is of a process that was killed.
        assert_eq!(sweep(0), 0);
        assert_eq!(sweep(i64::MAX), 4);
        drop(held);
        let left: Vec<String> = place.everything();
        let mut expected = stay.to_vec();
        expected.sort();
        assert_eq!(left, expected);
    }

    #[test]
    fn nothing_old_is_swept_in_a_bucket_that_somebody_holds() {
        let place = Trial::in_bucket();
        let bucket = place.storage.bucket().unwrap();
        let name = name_of(&"cd".repeat(16)).unwrap();
        bucket.put(&name, &b"x"[..]).unwrap();
        // The mark is of today, and what is listed of 1970.
        let old = || Object {
            name: name.clone(),
            size: 1,
            changed: 0,
        };
        let nothing = HashSet::new();
        let named = naming(&nothing);
        let sweep = || sweep_objects(bucket, vec![old()], (&named, &nothing), 1).unwrap();
        let held = place.other().hold().unwrap();
        assert_eq!(sweep(), None);
        drop(held);
        assert_eq!(place.everything(), std::slice::from_ref(&name));
        assert_eq!(sweep(), Some(1));
        assert_eq!(place.everything(), [""; 0]);
    }

    #[test]
    fn a_bucket_is_swept_page_by_page() {
        let place = Trial::in_bucket();
        let (storage, bucket) = (&place.storage, place.storage.bucket().unwrap());
        let all = AT_ONCE + 1;
        for n in 0..all {
            let name = name_of(&format!("{n:032x}")).unwrap();
            bucket.put(&name, &b"x"[..]).unwrap();
        }
        let there = RefCell::new(Vec::new());
        let named = |_: &[String]| -> io::Result<HashSet<String>> {
            there.borrow_mut().push(bucket.list("")?.len());
            Ok(HashSet::new())
        };
        let swept = storage.sweep_bucket((&named, &HashSet::new()), i64::MAX);
        assert_eq!(swept.unwrap(), all);
        // Those of the first page were gone when the second was looked at.
        assert_eq!(*there.borrow(), [all, 1]);
    }
}
