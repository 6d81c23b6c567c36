//! A file that comes in parts, as the lines of people break. In a folder it grows where it
//! lies; in a bucket each of its pieces is an object of its own, so that any process finds it
//! and no machine keeps any. Nothing of it ever lies in clear.

use std::fs::{File, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::bucket::Bucket;
use super::storage::{Incoming, PARTIAL, SEALED, Storage, gone, make_folder, private};
use super::stretch::{Stretch, Waiting, Whole, reach, stretches};
use crate::domain::UploadId;
use crate::domain::file::FileSecret;

/// What has arrived of a file that comes in parts. Stays when the line breaks.
#[derive(Debug, Clone)]
pub struct Part(Lying);

/// Where it lies, and where a former release kept what came to it of the same upload.
#[derive(Debug, Clone)]
enum Lying {
    /// A file that grows.
    Here { path: PathBuf, former: PathBuf },
    /// A folder of the storage's bucket.
    There {
        storage: Storage,
        folder: String,
        former: String,
    },
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
    /// What lies there was altered, or sealed with another key.
    Broken,
    Io(io::Error),
}

impl From<io::Error> for PartError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Part {
    pub(super) fn of(storage: &Storage, upload: UploadId) -> Self {
        let name = format!("{}{SEALED}", upload.as_str());
        Self(match storage.bucket() {
            Some(_) => Lying::There {
                storage: storage.clone(),
                folder: format!("{PARTIAL}/{name}"),
                former: format!("{PARTIAL}/{}", upload.as_str()),
            },
            None => Lying::Here {
                path: storage.partial().join(name),
                former: storage.partial().join(upload.as_str()),
            },
        })
    }

    /// How many bytes are there.
    pub fn length(&self) -> io::Result<u64> {
        match &self.0 {
            Lying::Here { path, .. } => Ok(grown(path)?.0),
            Lying::There {
                storage, folder, ..
            } => Ok(reach_of(&pieces(bucket(storage)?, folder)?)),
        }
    }

    /// Begins to add bytes at `offset`.
    pub fn begin(&self, offset: u64, secret: FileSecret) -> Result<Arriving, PartError> {
        let (there, until) = match &self.0 {
            Lying::Here { path, .. } => grown(path)?,
            Lying::There { .. } => (self.length()?, 0),
        };
        if there != offset {
            return Err(PartError::Elsewhere(there));
        }
        let held = match &self.0 {
            Lying::Here { former, .. } => {
                // It lies in clear, and its bytes come once more.
                gone(former)?;
                None
            }
            Lying::There { storage, .. } => Some(storage.receive(u64::MAX)?),
        };
        Ok(Arriving {
            part: self.clone(),
            from: offset,
            waiting: Waiting::begin(secret, offset),
            until,
            held,
        })
    }

    /// The whole file of `size` bytes. Nobody else on this machine adds to it as long as the
    /// answer lives.
    pub fn whole(&self, size: u64, secret: &FileSecret) -> Result<Whole, PartError> {
        let (file, found, length) = match &self.0 {
            Lying::Here { path, .. } => {
                let file = open(path, false)?;
                let found = lying(&file)?;
                let length = reach(&found).0;
                (file, found, length)
            }
            Lying::There {
                storage, folder, ..
            } => fetch(storage, folder)?,
        };
        if length != size {
            return Err(PartError::Elsewhere(length));
        }
        let mut whole = Whole::of(file, secret.clone(), found);
        match whole.check() {
            Ok(()) if whole.size() == size => Ok(whole),
            Err(problem) if problem.kind() != io::ErrorKind::InvalidData => Err(problem.into()),
            _ => Err(PartError::Broken),
        }
    }

    /// Takes it away.
    pub fn remove(&self) -> io::Result<()> {
        match &self.0 {
            Lying::Here { path, former } => gone(path).and_then(|()| gone(former)),
            Lying::There {
                storage,
                folder,
                former,
            } => {
                let bucket = bucket(storage)?;
                let (now, before) = (bucket.list(folder)?, bucket.list(former)?);
                let mut found = now.into_iter().chain(before);
                found.try_for_each(|piece| bucket.remove(&piece.name))
            }
        }
    }
}

/// The bytes of one request as they come.
pub struct Arriving {
    part: Part,
    from: u64,
    waiting: Waiting,
    /// How far a file that grows goes with what was written of them.
    until: u64,
    /// Where they lie, sealed, until the bucket takes them.
    held: Option<Incoming>,
}

impl Arriving {
    /// Adds bytes, up to `size` in all.
    pub fn add(&mut self, bytes: &[u8], size: u64) -> Result<(), PartError> {
        if self.waiting.end() + bytes.len() as u64 > size {
            return Err(PartError::TooLong);
        }
        let at = self.waiting.at();
        let ready = self.waiting.add(bytes)?;
        if ready.is_empty() {
            return Ok(());
        }
        self.write(at, &ready)
    }

    /// Writes what is sealed and begins at a byte of the file.
    fn write(&mut self, at: u64, sealed: &[u8]) -> Result<(), PartError> {
        match (&self.part.0, &mut self.held) {
            (Lying::Here { path, .. }, _) => {
                self.until = append(path, (at, self.until), sealed)?;
                Ok(())
            }
            (Lying::There { .. }, Some(held)) => Ok(held.write(sealed).map(|_| ())?),
            (Lying::There { .. }, None) => Ok(()),
        }
    }

    /// Brings what has arrived to where it is safe; answers how many bytes are there.
    pub fn finish(mut self) -> Result<u64, PartError> {
        let (at, end) = (self.waiting.at(), self.waiting.end());
        let rest = self.waiting.rest()?;
        self.write(at, &rest)?;
        match (&self.part.0, &self.held) {
            (Lying::Here { path, .. }, _) => File::open(path)?.sync_data()?,
            (
                Lying::There {
                    storage, folder, ..
                },
                Some(held),
            ) if end > self.from => {
                let name = format!("{folder}/{:020}-{end:020}", self.from);
                bucket(storage)?.put(&name, File::open(held.path())?)?;
            }
            (Lying::There { .. }, _) => (),
        }
        Ok(end)
    }
}

/// The whole stretches of a file that grows.
fn lying(file: &File) -> io::Result<Vec<Stretch>> {
    stretches(file, (0, file.metadata()?.len()), 0)
}

/// How many bytes a file that grows holds, and how far it goes with them.
fn grown(path: &Path) -> io::Result<(u64, u64)> {
    match File::open(path) {
        Ok(file) => Ok(reach(&lying(&file)?)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((0, 0)),
        Err(error) => Err(error),
    }
}

/// Adds to a file that grows, which went so far when it was written or looked through last;
/// answers how far it goes then. Whatever anybody does to it changes how long it is, and then
/// it is looked through once more.
fn append(path: &Path, (at, until): (u64, u64), sealed: &[u8]) -> Result<u64, PartError> {
    let mut file = open(path, at == 0)?;
    let there = file.metadata()?.len();
    let until = match there == until {
        true => until,
        false => {
            let (length, until) = reach(&lying(&file)?);
            if length != at {
                return Err(PartError::Elsewhere(length));
            }
            // What was not written whole goes: the program ended meanwhile, or the disk was
            // full.
            file.set_len(until)?;
            until
        }
    };
    file.write_all(sealed)?;
    Ok(until + sealed.len() as u64)
}

/// Opens and locks it; only its first bytes may begin it.
fn open(path: &Path, begins: bool) -> Result<File, PartError> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let opened = private().append(true).create(begins).open(path);
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

/// What one request brought, called by where it begins and ends.
struct Piece {
    name: String,
    from: u64,
    end: u64,
}

fn bucket(storage: &Storage) -> io::Result<&Bucket> {
    storage.bucket().ok_or(io::ErrorKind::NotFound.into())
}

/// The pieces in a folder, by where they begin.
fn pieces(bucket: &Bucket, folder: &str) -> io::Result<Vec<Piece>> {
    let pieces = bucket.list(folder)?.into_iter().filter_map(|one| {
        let (from, end) = one.name.rsplit('/').next()?.split_once('-')?;
        Some(Piece {
            from: from.parse().ok()?,
            end: end.parse().ok()?,
            name: one.name,
        })
    });
    Ok(pieces.collect())
}

/// How many bytes there are without a gap, as the names say.
fn reach_of(pieces: &[Piece]) -> u64 {
    pieces
        .iter()
        .fold(0, |reach, piece| match piece.from <= reach {
            true => reach.max(piece.end),
            false => reach,
        })
}

/// Brings what is there to this machine as it is, in a nameless file; how many bytes it
/// should hold comes with it.
fn fetch(storage: &Storage, folder: &str) -> io::Result<(File, Vec<Stretch>, u64)> {
    let (bucket, file) = (bucket(storage)?, storage.nameless()?);
    let (pieces, mut found) = (pieces(bucket, folder)?, Vec::new());
    for piece in &pieces {
        let lies = file.metadata()?.len();
        bucket.get(&piece.name, &file)?;
        let until = file.metadata()?.len();
        found.extend(stretches(&file, (lies, until), piece.from)?);
        (&file).seek(SeekFrom::End(0))?;
    }
    Ok((file, found, reach_of(&pieces)))
}

#[cfg(test)]
mod tests;
