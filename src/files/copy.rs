//! Copying everything that is kept, without what is still coming.

use std::fs;
use std::io;
use std::path::Path;

use super::Storage;
use super::storage::make_folder;

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
                    fs::copy(entry.path(), &target)?;
                }
                count += 1;
            }
        }
    }
    Ok(count)
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
