//! Holding the files while they are copied: what a copy of the database names must still
//! be there when its turn comes.

use std::fs::{File, TryLockError};
use std::io;

use super::bucket::Bucket;
use super::bucket::listed::Object;
use super::storage::{Storage, make_folder, random_name};

/// Folder of a bucket for the marks of those who hold it. The mark of a process that was
/// killed counts for a day, and is swept then.
pub(super) const HOLDS: &str = "holds";

/// Files that no sweep takes away as long as it lives.
#[derive(Debug)]
pub struct Held {
    _folder: Option<File>,
    mark: Option<(Bucket, String)>,
}

impl Drop for Held {
    fn drop(&mut self) {
        let Some((bucket, name)) = &self.mark else {
            return;
        };
        if let Err(problem) = bucket.remove(name) {
            tracing::warn!(%problem, "files stay held for a day: nothing is swept");
        }
    }
}

impl Storage {
    /// As long as the answer lives, no sweep of any process takes a file away. Waits for
    /// one that is under way in a folder; what one takes out of a bucket is of before.
    pub fn hold(&self) -> io::Result<Held> {
        if let Some(bucket) = self.bucket() {
            let name = format!("{HOLDS}/{}", random_name()?);
            bucket.put(&name, &b"held"[..])?;
            return Ok(Held {
                _folder: None,
                mark: Some((bucket.clone(), name)),
            });
        }
        make_folder(self.folder())?;
        let folder = File::open(self.folder())?;
        folder.lock_shared()?;
        Ok(Held {
            _folder: Some(folder),
            mark: None,
        })
    }

    /// Nobody begins to hold the folder while the answer lives; nothing when somebody does,
    /// or when there is no folder yet.
    pub(super) fn unless_held(&self) -> io::Result<Option<File>> {
        let folder = match File::open(self.folder()) {
            Ok(folder) => folder,
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(problem) => return Err(problem),
        };
        match folder.try_lock() {
            Ok(()) => Ok(Some(folder)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(problem)) => Err(problem),
        }
    }
}

/// Whether somebody has held a bucket of these objects since an instant.
pub(super) fn is_held(objects: &[Object], since: i64) -> bool {
    let mark = |one: &Object| {
        one.name
            .split_once('/')
            .is_some_and(|(folder, _)| folder == HOLDS)
    };
    objects.iter().any(|one| mark(one) && one.changed >= since)
}
