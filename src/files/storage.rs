//! Where files lie: a folder, or a bucket. What is kept lies in two levels of folders
//! under random names; what is still coming lies apart and is never mistaken for it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use super::bucket::{Bucket, Unready};
use super::part::Part;
use super::writable;
use crate::domain::UploadId;

/// Folder of what comes in one go.
const INCOMING: &str = "incoming";
/// Folder of what comes in parts.
pub(super) const PARTIAL: &str = "partial";
/// How names in it end, so that a former release, whose parts lie in another way beside them,
/// neither counts these nor adds to them.
pub(super) const SEALED: &str = ".sealed";
/// Folder of a bucket in which it is tried whether something can be kept.
pub(super) const CHECKS: &str = "checks";
/// Bytes of a random name.
const KEY_BYTES: usize = 16;

/// The place. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Storage {
    /// Of what is coming, and where there is no bucket of what is kept.
    folder: PathBuf,
    bucket: Option<Bucket>,
}

impl Storage {
    /// The folder `files` of a data folder; made when something comes.
    pub fn in_folder(data: &Path) -> Self {
        Self::at(data.join("files"))
    }

    /// A folder of any name; made when something comes.
    pub fn at(folder: PathBuf) -> Self {
        Self {
            folder,
            bucket: None,
        }
    }

    /// A bucket; what is coming lies in the folder `files` of a data folder until it is
    /// whole.
    pub fn in_bucket(data: &Path, bucket: Bucket) -> Self {
        Self {
            bucket: Some(bucket),
            ..Self::in_folder(data)
        }
    }

    /// Whether what is kept lies in a bucket, and not in the folder.
    pub fn is_bucket(&self) -> bool {
        self.bucket.is_some()
    }

    pub(super) fn bucket(&self) -> Option<&Bucket> {
        self.bucket.as_ref()
    }

    /// The folder on this machine.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How people know where what is kept lies.
    pub fn shown(&self) -> String {
        match &self.bucket {
            Some(bucket) => bucket.shown().to_owned(),
            None => self.folder.display().to_string(),
        }
    }

    /// Whether it takes something and gives it away again.
    pub fn check(&self) -> Result<(), Unready> {
        let Some(bucket) = &self.bucket else {
            return writable::check(&self.folder);
        };
        let name = random_name().map_err(|problem| Unready::Away(problem.to_string()))?;
        bucket.check(&format!("{CHECKS}/{name}"))
    }

    pub(super) fn incoming(&self) -> PathBuf {
        self.folder.join(INCOMING)
    }

    pub(super) fn partial(&self) -> PathBuf {
        self.folder.join(PARTIAL)
    }

    /// Where a kept file lies in the folder; nothing for a text that is no key of ours.
    pub(super) fn place(&self, key: &str) -> Option<PathBuf> {
        name_of(key).ok().map(|name| self.folder.join(name))
    }

    /// Begins a file that holds at most `most` bytes and lies as it comes.
    pub fn receive(&self, most: u64) -> io::Result<Incoming> {
        let folder = self.incoming();
        make_folder(&folder)?;
        let path = folder.join(random_name()?);
        let file = create(&path)?;
        Ok(Incoming {
            path,
            file,
            size: 0,
            most,
        })
    }

    /// The part of an upload that has arrived.
    pub fn part(&self, upload: UploadId) -> Part {
        Part::of(self, upload)
    }

    /// Takes a whole file in, for good, and names it. Out of the folder of what is coming
    /// it goes, into a bucket it is copied.
    pub(super) fn keep(&self, from: &Path) -> io::Result<String> {
        let (file, key) = (File::open(from)?, random_name()?);
        let name = name_of(&key)?;
        if let Some(bucket) = &self.bucket {
            return bucket.put(&name, file).map(|()| key);
        }
        file.sync_all()?;
        let to = self.folder.join(name);
        let folder = to.parent().unwrap_or(&self.folder);
        make_folder(folder)?;
        fs::rename(from, &to)?;
        for changed in folder.ancestors().take(3) {
            File::open(changed)?.sync_all()?;
        }
        // The folder of all may be new; what holds it may be closed to us.
        if let Some(Ok(above)) = self.folder.parent().map(File::open) {
            above.sync_all()?;
        }
        Ok(key)
    }

    /// Opens a kept file as it lies there.
    pub fn open(&self, key: &str) -> io::Result<File> {
        let name = name_of(key)?;
        match &self.bucket {
            Some(bucket) => self.fetch(bucket, &name),
            None => File::open(self.folder.join(name)),
        }
    }

    /// What lies in a bucket under a name, as a nameless file that goes when it is closed.
    pub(super) fn fetch(&self, bucket: &Bucket, name: &str) -> io::Result<File> {
        let mut file = self.nameless()?;
        bucket.get(name, &file)?;
        file.rewind()?;
        Ok(file)
    }

    /// A nameless file that goes when it is closed.
    pub(super) fn nameless(&self) -> io::Result<File> {
        let folder = self.incoming();
        make_folder(&folder)?;
        tempfile::tempfile_in(folder)
    }

    /// How many bytes of a kept file lie there.
    pub(super) fn size(&self, key: &str) -> io::Result<u64> {
        let name = name_of(key)?;
        match &self.bucket {
            Some(bucket) => bucket.size(&name),
            None => Ok(fs::metadata(self.folder.join(name))?.len()),
        }
    }

    /// Takes a kept file away; one that is gone already is gone.
    pub fn remove(&self, key: &str) -> io::Result<()> {
        match (&self.bucket, name_of(key)) {
            (_, Err(_)) => Ok(()),
            (Some(bucket), Ok(name)) => bucket.remove(&name),
            (None, Ok(name)) => gone(&self.folder.join(name)),
        }
    }
}

/// A file that comes in one go; taken away unless it is kept.
#[derive(Debug)]
pub struct Incoming {
    path: PathBuf,
    file: File,
    size: u64,
    most: u64,
}

impl Incoming {
    /// Adds bytes; false when they are too many, and then nothing is added.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<bool> {
        self.size += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if self.size > self.most {
            return Ok(false);
        }
        self.file.write_all(bytes).map(|()| true)
    }

    /// Where it lies meanwhile.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn file(&mut self) -> &mut File {
        &mut self.file
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if let Err(problem) = gone(&self.path) {
            tracing::warn!(%problem, "an unfinished file stays until the next sweep");
        }
    }
}

/// Removes a file; one that is gone already is gone.
pub(super) fn gone(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The two folders and the name under which a key is kept; a text that is no key of ours
/// is not found.
pub(super) fn name_of(key: &str) -> io::Result<String> {
    let ours =
        key.len() == KEY_BYTES * 2 && key.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
    match ours {
        true => Ok(format!("{}/{}/{key}", &key[..2], &key[2..4])),
        false => Err(io::ErrorKind::NotFound.into()),
    }
}

/// Files that only the program's own user reads.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// A new file that only the program's own user reads.
pub fn create(path: &Path) -> io::Result<File> {
    private().create_new(true).open(path)
}

/// A folder, with those above it, that only the program's own user reads.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

pub(super) fn random_name() -> io::Result<String> {
    let mut bytes = [0_u8; KEY_BYTES];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(data_encoding::HEXLOWER.encode(&bytes))
}

#[cfg(test)]
mod tests;
