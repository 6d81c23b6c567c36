//! A folder as it lies on a disk, with everything below it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Files and folders below a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    pub files: BTreeMap<String, Vec<u8>>,
    pub folders: BTreeSet<String>,
}

impl Content {
    /// Reads a folder while nobody writes in it.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut content = Self::default();
        content.add(root, "")?;
        Ok(content)
    }

    fn add(&mut self, folder: &Path, before: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{before}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.add(&entry.path(), &format!("{name}/"))?;
                self.folders.insert(name);
            } else if !name.ends_with("-shm") {
                self.files.insert(name, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Writes it into an empty folder, for its owner alone: a key that others may read
    /// opens nothing.
    pub fn write(&self, root: &Path) -> io::Result<()> {
        for folder in &self.folders {
            fs::create_dir_all(root.join(folder))?;
        }
        for (name, bytes) in &self.files {
            let path = root.join(name);
            // A name may be there whose folder is not: then nobody finds it.
            if path.parent().is_some_and(Path::is_dir) {
                let mut file = OpenOptions::new();
                file.write(true).create_new(true).mode(0o600);
                file.open(path)?.write_all(bytes)?;
            }
        }
        Ok(())
    }
}
