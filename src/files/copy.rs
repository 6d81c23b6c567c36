//! Copying everything that is kept, without what is still coming, and bringing files back
//! that were copied.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::Storage;
use super::storage::{create, make_folder};

/// What a file is called while it is copied.
const HALF: &str = "half";

/// Copies every kept file into a folder of the same layout and tells how many there
/// were. A file that lies there already is left as it is and counts.
pub fn copy_all(storage: &Storage, to: &Path) -> io::Result<u64> {
    let mut count = 0;
    for outer in folders(storage.folder())? {
        for inner in folders(&outer)? {
            for entry in fs::read_dir(&inner)? {
                let entry = entry?;
                let name = entry.file_name();
                let place = name.to_str().and_then(|key| storage.place(key));
                if place.is_none_or(|place| place != entry.path()) {
                    continue;
                }
                let within = inner.strip_prefix(storage.folder());
                let folder = to.join(within.map_err(io::Error::other)?);
                make_folder(&folder)?;
                let target = folder.join(&name);
                if !target.exists() {
                    // Under its own name only once it is whole: a copy may be broken off.
                    let half = folder.join(HALF);
                    fs::copy(entry.path(), &half)?;
                    fs::rename(&half, &target)?;
                }
                count += 1;
            }
        }
    }
    Ok(count)
}

impl Storage {
    /// Brings back a file of which another copy of the folder told the key.
    pub fn bring_back(&self, key: &str, from: &mut impl Read) -> io::Result<()> {
        let place = self.place(key).ok_or(io::ErrorKind::InvalidData)?;
        make_folder(place.parent().unwrap_or(self.folder()))?;
        let mut file = create(&place)?;
        io::copy(from, &mut file)?;
        file.sync_all()
    }
}

/// Where a kept file lies below the data folder; nothing for a text that is no key of ours.
pub fn path_of(key: &str) -> Option<String> {
    let place = Storage::in_folder(Path::new("")).place(key)?;
    place.to_str().map(str::to_owned)
}

/// The key of the file that lies there below the data folder; nothing for another path.
pub fn key_at(path: &str) -> Option<&str> {
    let (_, key) = path.rsplit_once('/')?;
    (path_of(key).as_deref() == Some(path)).then_some(key)
}

/// The folders in a folder; none where it is not there.
fn folders(folder: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(problem) => return Err(problem),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_path_of_a_key_gives_one() {
        let key = "abcd0123456789abcdef0123456789ab";
        let path = path_of(key).unwrap();
        assert_eq!(path, format!("files/ab/cd/{key}"));
        assert_eq!(key_at(&path), Some(key));
        for other in [
            key,
            "files/ab/ce/abcd0123456789abcdef0123456789ab",
            "files/../abcd0123456789abcdef0123456789ab",
            "/files/ab/cd/abcd0123456789abcdef0123456789ab",
            "files/ab/cd/../../../evenhand.toml",
        ] {
            assert_eq!(key_at(other), None, "{other}");
        }
    }

    #[test]
    fn a_file_is_brought_back_once() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let key = "abcd0123456789abcdef0123456789ab";
        storage.bring_back(key, &mut &b"hello"[..]).unwrap();
        let back = io::read_to_string(storage.open(key).unwrap()).unwrap();
        assert_eq!(back, "hello");
        assert!(storage.bring_back(key, &mut &b"other"[..]).is_err());
        assert!(storage.bring_back("../x", &mut &b"other"[..]).is_err());
    }

    #[test]
    fn a_copy_that_was_broken_off_is_whole_when_it_is_made_again() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let mut incoming = storage.receive(5).unwrap();
        assert!(incoming.write(b"hello").unwrap());
        let key = storage.keep(incoming.path()).unwrap();
        drop(incoming);
        let other = tempfile::tempdir().unwrap();
        let folder = other.path().join(&key[..2]).join(&key[2..4]);
        make_folder(&folder).unwrap();
        // What is left where it ended in the middle of a file.
        fs::write(folder.join(HALF), b"hel").unwrap();
        assert_eq!(copy_all(&storage, other.path()).unwrap(), 1);
        assert_eq!(fs::read(folder.join(&key)).unwrap(), b"hello");
        assert!(!folder.join(HALF).exists());
        // Once more, nothing is left to do.
        assert_eq!(copy_all(&storage, other.path()).unwrap(), 1);
    }
}
