//! Copying everything that is kept, without what is still coming, and bringing files back
//! that were copied.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::Storage;
use super::storage::{create, make_folder, name_of, private};

/// What a file is called while it is copied.
const HALF: &str = "half";

/// Copies every kept file to another place and tells how many there were. A file that
/// lies there already is left as it is and counts.
pub fn copy_all(from: &Storage, to: &Storage) -> io::Result<u64> {
    let mut count = 0;
    for key in from.keys()? {
        match to.size(&key) {
            Ok(_) => (),
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => {
                to.take(&key, from.open(&key)?)?;
            }
            Err(problem) => return Err(problem),
        }
        count += 1;
    }
    Ok(count)
}

impl Storage {
    /// The keys of everything that is kept, in order.
    pub fn keys(&self) -> io::Result<Vec<String>> {
        let names: Vec<String> = match self.bucket() {
            Some(bucket) => bucket.list("")?.into_iter().map(|one| one.name).collect(),
            None => self.names_in_folder()?,
        };
        let keys = names.iter().filter_map(|name| {
            let key = name.rsplit('/').next()?;
            let ours = name_of(key).is_ok_and(|own| own == *name);
            ours.then(|| key.to_owned())
        });
        let mut keys: Vec<String> = keys.collect();
        keys.sort();
        Ok(keys)
    }

    /// What lies in the folder two folders down.
    fn names_in_folder(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for outer in folders(self.folder())? {
            for inner in folders(&outer)? {
                for entry in fs::read_dir(&inner)? {
                    let path = entry?.path();
                    let name = path.strip_prefix(self.folder()).ok();
                    names.extend(name.and_then(Path::to_str).map(str::to_owned));
                }
            }
        }
        Ok(names)
    }

    /// Takes in a file that was kept elsewhere, under its key.
    fn take(&self, key: &str, mut from: impl Read) -> io::Result<()> {
        let name = name_of(key)?;
        if let Some(bucket) = self.bucket() {
            return bucket.put(&name, from);
        }
        let to = self.folder().join(name);
        let folder = to.parent().unwrap_or(self.folder());
        make_folder(folder)?;
        // Under its own name only once it is whole: a copy may be broken off.
        let half = folder.join(HALF);
        let mut file = private().create(true).truncate(true).open(&half)?;
        io::copy(&mut from, &mut file)?;
        fs::rename(&half, &to)
    }
}

impl Storage {
    /// Brings a file back into the folder of which a copy told the key.
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
fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
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
    use crate::files::trial::Trial;

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
        let copy = Storage::at(other.path().to_owned());
        assert_eq!(copy_all(&storage, &copy).unwrap(), 1);
        assert_eq!(fs::read(folder.join(&key)).unwrap(), b"hello");
        assert!(!folder.join(HALF).exists());
        // Once more, nothing is left to do.
        assert_eq!(copy_all(&storage, &copy).unwrap(), 1);
    }

    #[test]
    fn everything_that_is_kept_goes_from_any_place_to_any_place() {
        for (from, to) in Trial::both()
            .into_iter()
            .zip(Trial::both().into_iter().rev())
        {
            let mut keys = Vec::new();
            for content in [&b"one"[..], b"two"] {
                let mut incoming = from.storage.receive(9).unwrap();
                incoming.write(content).unwrap();
                keys.push(from.storage.keep(incoming.path()).unwrap());
            }
            let coming = from.storage.receive(9).unwrap();
            for _ in 0..2 {
                assert_eq!(copy_all(&from.storage, &to.storage).unwrap(), 2);
            }
            drop(coming);
            let read = |key: &String| io::read_to_string(to.storage.open(key).unwrap()).unwrap();
            assert_eq!(keys.iter().map(read).collect::<Vec<_>>(), ["one", "two"]);
            keys.sort();
            assert_eq!(to.storage.keys().unwrap(), keys);
            assert_eq!(to.everything().len(), 2, "nothing that was coming");
        }
    }
}
