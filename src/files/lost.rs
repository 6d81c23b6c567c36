//! Keeping files and database in step: finding rows whose file is lost.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;

use super::sealed::{contents, sealed_size};
use super::storage::{Storage, name_of};
use super::sweep::digest;
use crate::domain::file::Content;

/// What a row says of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub key: String,
    /// Bytes of what it holds.
    pub size: i64,
    /// Of what it holds.
    pub sha256: String,
    pub content: Content,
}

impl Expected {
    /// Bytes on the disk; nothing for a size that no file has.
    fn lying(&self) -> Option<u64> {
        let size = u64::try_from(self.size).ok()?;
        Some(match self.content {
            Content::InClear => size,
            Content::Sealed(_) | Content::Shut => sealed_size(size),
        })
    }

    /// Whether bytes with this size and digest can be the file as it lies on the disk. One
    /// that is sealed is told by its size alone: what it holds is read with its key.
    pub fn lies_as(&self, size: u64, sha256: &str) -> bool {
        let same = self.content != Content::InClear || self.sha256 == sha256;
        self.lying() == Some(size) && same
    }
}

/// What is wrong with a file that a row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    Missing,
    OtherSize,
    /// Same size, other content.
    Altered,
    /// Nobody knows: it can't be read now.
    Unread,
}

/// The files that are not as their rows say; contents are read only if `deep`, and where
/// they can be opened.
pub fn missing(storage: &Storage, expected: &[Expected], deep: bool) -> Vec<(String, Lost)> {
    let sizes = match storage.sizes() {
        Ok(sizes) => sizes,
        Err(problem) => {
            tracing::warn!(%problem, "files can't be listed");
            let unread = |row: &Expected| (row.key.clone(), Lost::Unread);
            return expected.iter().map(unread).collect();
        }
    };
    let lost = |row: &Expected| Some((row.key.clone(), examine(storage, row, (&sizes, deep))?));
    expected.iter().filter_map(lost).collect()
}

/// Bytes by key.
type Sizes = BTreeMap<String, u64>;

impl Storage {
    /// How many bytes lie in a bucket under each key, asked at once; nothing of a folder,
    /// which answers fast enough.
    fn sizes(&self) -> io::Result<Option<Sizes>> {
        let Some(bucket) = self.bucket() else {
            return Ok(None);
        };
        let sized = bucket.list("")?.into_iter().filter_map(|one| {
            let key = one.name.rsplit('/').next()?;
            let ours = name_of(key).is_ok_and(|own| own == one.name);
            ours.then(|| (key.to_owned(), one.size))
        });
        Ok(Some(sized.collect()))
    }
}

fn examine(
    storage: &Storage,
    row: &Expected,
    (sizes, deep): (&Option<Sizes>, bool),
) -> Option<Lost> {
    let size = match sizes {
        Some(sizes) => {
            let size = sizes.get(&row.key).copied();
            size.ok_or(io::ErrorKind::NotFound.into())
        }
        None => storage.size(&row.key),
    };
    match size {
        Ok(size) if Some(size) == row.lying() => (),
        Ok(_) => return Some(Lost::OtherSize),
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Some(Lost::Missing),
        Err(_) => return Some(Lost::Unread),
    }
    if !deep {
        return None;
    }
    match storage.open(&row.key) {
        Ok(file) => is_altered(file, row).then_some(Lost::Altered),
        Err(_) => Some(Lost::Unread),
    }
}

/// Whether an open file is what its row says, as far as it can be opened.
pub fn sound(file: File, row: &Expected) -> bool {
    let size = file.metadata().ok().map(|found| found.len());
    size.is_some() && size == row.lying() && !is_altered(file, row)
}

fn is_altered(file: File, row: &Expected) -> bool {
    if row.content == Content::Shut {
        return false;
    }
    let read = contents(file, &row.content).and_then(digest);
    read.ok().as_deref() != Some(row.sha256.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::trial::Trial;

    #[test]
    fn lost_and_altered_files_are_found() {
        for place in Trial::both() {
            find_lost(&place.storage);
        }
    }

    fn find_lost(storage: &Storage) {
        let mut incoming = storage.receive(9).unwrap();
        incoming.write(b"hello").unwrap();
        let row = Expected {
            key: storage.keep(incoming.path()).unwrap(),
            size: 5,
            sha256: digest(&b"hello"[..]).unwrap(),
            content: Content::InClear,
        };
        let look = |row: &Expected| missing(storage, std::slice::from_ref(row), true).pop();
        assert_eq!(look(&row), None);
        let longer = Expected {
            size: 6,
            ..row.clone()
        };
        assert_eq!(look(&longer).unwrap().1, Lost::OtherSize);
        let other = Expected {
            sha256: String::new(),
            ..row.clone()
        };
        assert_eq!(look(&other).unwrap().1, Lost::Altered);
        assert_eq!(missing(storage, std::slice::from_ref(&other), false), []);
        assert!(sound(storage.open(&row.key).unwrap(), &row));
        assert!(!sound(storage.open(&row.key).unwrap(), &other));
        storage.remove(&row.key).unwrap();
        assert_eq!(look(&row).unwrap().1, Lost::Missing);
    }
}
