//! Keeping folder and database in step: taking away what no row knows, and
//! finding rows whose file is lost.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};

use super::sealed::sealed_size;
use super::storage::{Storage, gone};
use crate::domain::file::Content;

/// How old a file without a row must be: it may be about to get one.
const OLD: Duration = Duration::from_secs(24 * 3600);

impl Storage {
    /// Takes away files that are in none of the rows (`kept` keys, `uploads` on
    /// their way) and older than a day; answers how many. None while they are held.
    #[expect(
        clippy::disallowed_methods,
        reason = "files bear the time of the machine, not of the site's clock"
    )]
    pub fn sweep(&self, kept: &HashSet<String>, uploads: &HashSet<String>) -> io::Result<usize> {
        let Some(_alone) = self.unless_held()? else {
            return Ok(0);
        };
        let before = SystemTime::now().checked_sub(OLD);
        let old = |entry: &DirEntry| {
            let changed = entry.metadata().and_then(|found| found.modified());
            changed.is_ok_and(|changed| before.is_some_and(|before| changed < before))
        };
        let nothing = HashSet::new();
        let mut swept = 0;
        for (folder, known) in self.leaves(kept, uploads, &nothing)? {
            for entry in entries(&folder)? {
                let name = entry.file_name().to_string_lossy().into_owned();
                if !known.contains(&name) && old(&entry) {
                    gone(&entry.path())?;
                    swept += 1;
                }
            }
        }
        Ok(swept)
    }

    /// Every folder that holds files, with the names that belong there.
    fn leaves<'a>(
        &self,
        kept: &'a HashSet<String>,
        uploads: &'a HashSet<String>,
        nothing: &'a HashSet<String>,
    ) -> io::Result<Vec<(std::path::PathBuf, &'a HashSet<String>)>> {
        let mut leaves = vec![(self.incoming(), nothing), (self.partial(), uploads)];
        for first in folders(self.folder())? {
            let second = folders(&first.path())?;
            leaves.extend(second.into_iter().map(|folder| (folder.path(), kept)));
        }
        Ok(leaves)
    }
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
}

/// The files that are not as their rows say; contents are read only if `deep`, and where
/// they can be opened.
pub fn missing(storage: &Storage, expected: &[Expected], deep: bool) -> Vec<(String, Lost)> {
    let lost = |row: &Expected| Some((row.key.clone(), examine(storage, row, deep)?));
    expected.iter().filter_map(lost).collect()
}

fn examine(storage: &Storage, row: &Expected, deep: bool) -> Option<Lost> {
    let Ok(file) = storage.open(&row.key) else {
        return Some(Lost::Missing);
    };
    let size = file.metadata().ok().map(|found| found.len());
    if size.is_none() || size != row.lying() {
        return Some(Lost::OtherSize);
    }
    if !deep || row.content == Content::Shut {
        return None;
    }
    let read = storage.read(&row.key, &row.content).and_then(digest);
    let altered = read.ok().as_deref() != Some(row.sha256.as_str());
    altered.then_some(Lost::Altered)
}

/// SHA-256 of everything that is read, in hexadecimal.
pub(super) fn digest(mut from: impl Read) -> io::Result<String> {
    let mut hasher = Sha256::new();
    io::copy(&mut from, &mut hasher)?;
    Ok(hex(hasher))
}

/// What was digested, in hexadecimal.
pub(super) fn hex(hasher: Sha256) -> String {
    use std::fmt::Write as _;
    let hash = hasher.finalize();
    hash.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::trial::everything;
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
        assert_eq!(storage.sweep(&kept, &HashSet::new()).unwrap(), 1);
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
        let sweep = || storage.sweep(&HashSet::new(), &HashSet::new()).unwrap();
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
            part.append(0, b"abc", 5).unwrap();
            age(part.path());
        }
        let uploads = HashSet::from([ids[1].to_owned()]);
        assert_eq!(storage.sweep(&HashSet::new(), &uploads).unwrap(), 1);
        assert_eq!(everything(data.path()), [format!("partial/{}", ids[1])]);
    }

    #[test]
    fn lost_and_altered_files_are_found() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let mut incoming = storage.receive(9).unwrap();
        incoming.write(b"hello").unwrap();
        let row = Expected {
            key: storage.keep(incoming.path()).unwrap(),
            size: 5,
            sha256: digest(&b"hello"[..]).unwrap(),
            content: Content::InClear,
        };
        let look = |row: &Expected| missing(&storage, std::slice::from_ref(row), true).pop();
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
        assert_eq!(missing(&storage, &[other], false), []);
        storage.remove(&row.key).unwrap();
        assert_eq!(look(&row).unwrap().1, Lost::Missing);
    }
}
