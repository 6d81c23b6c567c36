//! A folder beside the data for what is under way. One process works at it at a time; what
//! a process left that was killed is cleared away by the next.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::NotDone;
use crate::files::make_folder;

/// The folder, empty at first, and again at the end.
pub struct Desk {
    folder: PathBuf,
    _taken: File,
}

impl Desk {
    /// Takes the folder of this name.
    pub fn take(data: &Path, name: &str) -> Result<Self, NotDone> {
        let folder = data.join(name);
        make_folder(&folder)?;
        let taken = File::open(&folder)?;
        match taken.try_lock() {
            Ok(()) => (),
            Err(TryLockError::WouldBlock) => {
                let busy = format!("another one is under way in {}", folder.display());
                return Err(NotDone::Unasked(busy));
            }
            Err(TryLockError::Error(problem)) => return Err(problem.into()),
        }
        let desk = Self {
            folder,
            _taken: taken,
        };
        desk.clear()?;
        Ok(desk)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Err(problem) = self.clear() {
            tracing::warn!(%problem, "what was under way stays until the next time");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_works_at_it_and_leaves_nothing() {
        let data = tempfile::tempdir().unwrap();
        let desk = Desk::take(data.path(), ".desk").unwrap();
        fs::write(desk.folder().join("a"), "x").unwrap();
        assert!(matches!(
            Desk::take(data.path(), ".desk"),
            Err(NotDone::Unasked(_))
        ));
        assert!(desk.folder().join("a").exists(), "not cleared by the other");
        drop(desk);
        fs::create_dir(data.path().join(".desk/left")).unwrap();
        let desk = Desk::take(data.path(), ".desk").unwrap();
        assert_eq!(fs::read_dir(desk.folder()).unwrap().count(), 0);
    }
}
