//! Holding the files while they are copied: what a copy of the database names must still
//! be there when its turn comes.

use std::fs::{File, TryLockError};
use std::io;

use super::storage::{Storage, make_folder};

impl Storage {
    /// As long as the answer lives, no sweep of any process takes a file away; waits for
    /// one that is under way.
    pub fn hold(&self) -> io::Result<File> {
        make_folder(self.folder())?;
        let folder = File::open(self.folder())?;
        folder.lock_shared()?;
        Ok(folder)
    }

    /// Nobody begins to hold them while the answer lives; nothing when somebody does, or
    /// when there is no folder yet.
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
