//! The folder of files. What is kept lies in two levels of folders under random
//! names; what is still coming lies apart and is never mistaken for it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::domain::UploadId;

/// Folder of what comes in one go.
const INCOMING: &str = "incoming";
/// Folder of what comes in parts.
const PARTIAL: &str = "partial";
/// Bytes of a random name.
const KEY_BYTES: usize = 16;

/// The folder. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Storage {
    folder: PathBuf,
}

impl Storage {
    /// The folder `files` of a data folder; made when something comes.
    pub fn in_folder(data: &Path) -> Self {
        Self::at(data.join("files"))
    }

    /// A folder of any name; made when something comes.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn incoming(&self) -> PathBuf {
        self.folder.join(INCOMING)
    }

    pub(super) fn partial(&self) -> PathBuf {
        self.folder.join(PARTIAL)
    }

    /// Where a kept file lies; nothing for a text that is no key of ours.
    pub(super) fn place(&self, key: &str) -> Option<PathBuf> {
        let ours = key.len() == KEY_BYTES * 2
            && key.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
        ours.then(|| self.folder.join(&key[..2]).join(&key[2..4]).join(key))
    }

    /// Begins a file that holds at most `most` bytes.
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
        Part {
            path: self.partial().join(upload.as_str()),
        }
    }

    /// Takes a whole file in, for good, and names it.
    pub(super) fn keep(&self, from: &Path) -> io::Result<String> {
        File::open(from)?.sync_all()?;
        let key = random_name()?;
        let to = self.place(&key).ok_or(io::ErrorKind::InvalidInput)?;
        let folder = to.parent().unwrap_or(&self.folder);
        make_folder(folder)?;
        fs::rename(from, &to)?;
        for changed in folder.ancestors().take(3) {
            File::open(changed)?.sync_all()?;
        }
        Ok(key)
    }

    /// Opens a kept file as it lies there.
    pub fn open(&self, key: &str) -> io::Result<File> {
        File::open(self.place(key).ok_or(io::ErrorKind::NotFound)?)
    }

    /// Takes a kept file away; one that is gone already is gone.
    pub fn remove(&self, key: &str) -> io::Result<()> {
        self.place(key).map_or(Ok(()), |path| gone(&path))
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

/// What has arrived of a file that comes in parts. Stays when the line breaks.
#[derive(Debug, Clone)]
pub struct Part {
    path: PathBuf,
}

/// Why nothing was added to a part.
#[derive(Debug)]
pub enum PartError {
    /// Other bytes came meanwhile: so many are there now.
    Elsewhere(u64),
    /// More came than was announced.
    TooLong,
    /// Somebody else writes or checks it at this moment.
    Busy,
    Io(io::Error),
}

impl From<io::Error> for PartError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Part {
    /// How many bytes are there.
    pub fn length(&self) -> io::Result<u64> {
        match fs::metadata(&self.path) {
            Ok(found) => Ok(found.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(error),
        }
    }

    /// Adds bytes at `offset`, up to `size` in all; answers how many are there.
    pub fn append(&self, offset: u64, bytes: &[u8], size: u64) -> Result<u64, PartError> {
        let mut file = self.open(offset == 0)?;
        let length = file.metadata()?.len();
        if length != offset {
            return Err(PartError::Elsewhere(length));
        }
        let after = length + u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if after > size {
            return Err(PartError::TooLong);
        }
        file.write_all(bytes)?;
        Ok(after)
    }

    /// Brings what has arrived to the disk.
    pub fn sync(&self) -> io::Result<()> {
        File::open(&self.path)?.sync_data()
    }

    /// Nobody else writes it while the answer lives.
    pub fn lock(&self) -> Result<File, PartError> {
        self.open(false)
    }

    /// Opens and locks it; only its first bytes may begin it.
    fn open(&self, begins: bool) -> Result<File, PartError> {
        if let Some(folder) = self.path.parent() {
            make_folder(folder)?;
        }
        let opened = private().append(true).create(begins).open(&self.path);
        let file = opened.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => PartError::Elsewhere(0),
            _ => PartError::Io(error),
        })?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(PartError::Busy),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Where it lies meanwhile.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes it away.
    pub fn remove(&self) -> io::Result<()> {
        gone(&self.path)
    }
}

/// Removes a file; one that is gone already is gone.
pub(super) fn gone(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Files that only the program's own user reads.
fn private() -> OpenOptions {
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

fn random_name() -> io::Result<String> {
    use std::fmt::Write as _;
    let mut bytes = [0_u8; KEY_BYTES];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().fold(String::new(), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::trial::everything;

    #[test]
    fn a_kept_file_is_read_back_and_removed() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let mut incoming = storage.receive(5).unwrap();
        assert!(incoming.write(b"hello").unwrap());
        let key = storage.keep(incoming.path()).unwrap();
        drop(incoming);
        assert_eq!(
            everything(data.path()),
            [format!("{}/{}/{key}", &key[..2], &key[2..4])]
        );
        assert_eq!(
            io::read_to_string(storage.open(&key).unwrap()).unwrap(),
            "hello"
        );
        storage.remove(&key).unwrap();
        storage.remove(&key).unwrap();
        assert_eq!(everything(data.path()), [""; 0]);
    }

    #[test]
    fn what_is_given_up_leaves_nothing() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let mut incoming = storage.receive(4).unwrap();
        assert!(!incoming.write(b"hello").unwrap());
        drop(incoming);
        assert_eq!(everything(data.path()), [""; 0]);
    }

    #[test]
    fn a_key_is_never_a_path() {
        let storage = Storage::in_folder(Path::new("/nowhere"));
        for key in [
            "",
            "../../etc/passwd",
            "/etc/passwd",
            &"A".repeat(32),
            &"é".repeat(16),
        ] {
            assert_eq!(storage.place(key), None, "{key}");
        }
    }

    #[test]
    fn parts_are_added_where_they_belong() {
        let data = tempfile::tempdir().unwrap();
        let upload = UploadId::parse("0193a1b2-0000-7000-8000-0123456789ab").unwrap();
        let part = Storage::in_folder(data.path()).part(upload);
        assert_eq!(part.length().unwrap(), 0);
        assert_eq!(part.append(0, b"abc", 5).unwrap(), 3);
        assert!(matches!(
            part.append(0, b"abc", 5),
            Err(PartError::Elsewhere(3))
        ));
        assert!(matches!(part.append(3, b"abc", 5), Err(PartError::TooLong)));
        let held = part.lock().unwrap();
        assert!(matches!(part.append(3, b"de", 5), Err(PartError::Busy)));
        drop(held);
        assert_eq!(part.append(3, b"de", 5).unwrap(), 5);
        assert_eq!(fs::read(part.path()).unwrap(), b"abcde");
        part.remove().unwrap();
        assert_eq!(everything(data.path()), [""; 0]);
    }
}
