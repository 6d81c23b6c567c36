//! A file that comes in parts, as the lines of people break. In a folder it grows where it
//! lies; in a bucket each of its pieces is an object of its own, sealed, so that any process
//! finds it and no machine keeps any.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::bucket::Bucket;
use super::sealed::{Unsealed, seal};
use super::storage::{Incoming, Storage, gone, make_folder, private};
use crate::domain::file::FileSecret;

/// What has arrived of a file that comes in parts. Stays when the line breaks.
#[derive(Debug, Clone)]
pub struct Part(Lying);

#[derive(Debug, Clone)]
enum Lying {
    /// A file that grows.
    Here(PathBuf),
    /// A folder of the storage's bucket.
    There(Storage, String),
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
    pub(super) fn here(path: PathBuf) -> Self {
        Self(Lying::Here(path))
    }

    pub(super) fn there(storage: Storage, folder: String) -> Self {
        Self(Lying::There(storage, folder))
    }

    /// Whether it lies where it is sealed: then a key is asked for.
    pub fn is_sealed(&self) -> bool {
        matches!(self.0, Lying::There(..))
    }

    /// How many bytes are there.
    pub fn length(&self) -> io::Result<u64> {
        match &self.0 {
            Lying::Here(path) => match fs::metadata(path) {
                Ok(found) => Ok(found.len()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
                Err(error) => Err(error),
            },
            Lying::There(storage, folder) => Ok(reach(&pieces(bucket(storage)?, folder)?)),
        }
    }

    /// Begins to add bytes at `offset`.
    pub fn begin(&self, offset: u64, key: Option<FileSecret>) -> Result<Arriving, PartError> {
        let held = match &self.0 {
            Lying::Here(_) => None,
            Lying::There(storage, _) => {
                let there = self.length()?;
                if there != offset {
                    return Err(PartError::Elsewhere(there));
                }
                let key = key.ok_or(io::ErrorKind::PermissionDenied);
                Some((storage.receive(u64::MAX)?, key.map_err(io::Error::from)?))
            }
        };
        Ok(Arriving {
            part: self.clone(),
            from: offset,
            offset,
            held,
        })
    }

    /// The whole file of `size` bytes, on this machine as long as the answer lives.
    pub fn whole(&self, size: u64, key: Option<&FileSecret>) -> Result<Whole, PartError> {
        match &self.0 {
            Lying::Here(path) => Ok(Whole {
                path: path.clone(),
                _locked: Some(open(path, false)?),
                _fetched: None,
            }),
            Lying::There(storage, folder) => {
                let key = key.ok_or(io::ErrorKind::PermissionDenied);
                let key = key.map_err(io::Error::from)?;
                let mut file = storage.receive(u64::MAX)?;
                let length = fetch((storage, folder), key, file.file())?;
                if length != size {
                    return Err(PartError::Elsewhere(length));
                }
                Ok(Whole {
                    path: file.path().to_owned(),
                    _locked: None,
                    _fetched: Some(file),
                })
            }
        }
    }

    /// Takes it away.
    pub fn remove(&self) -> io::Result<()> {
        match &self.0 {
            Lying::Here(path) => gone(path),
            Lying::There(storage, folder) => {
                let bucket = bucket(storage)?;
                let mut found = bucket.list(folder)?.into_iter();
                found.try_for_each(|piece| bucket.remove(&piece.name))
            }
        }
    }
}

/// The bytes of one request as they come.
#[derive(Debug)]
pub struct Arriving {
    part: Part,
    from: u64,
    offset: u64,
    /// Where they wait for the bucket, and with which key they are sealed there.
    held: Option<(Incoming, FileSecret)>,
}

impl Arriving {
    /// Adds bytes, up to `size` in all.
    pub fn add(&mut self, bytes: &[u8], size: u64) -> Result<(), PartError> {
        let after = self.offset + u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if let Some((held, _)) = &mut self.held {
            if after > size {
                return Err(PartError::TooLong);
            }
            held.write(bytes)?;
        } else if let Lying::Here(path) = &self.part.0 {
            append((path, self.offset), bytes, size)?;
        }
        self.offset = after;
        Ok(())
    }

    /// Brings what has arrived to where it is safe; answers how many bytes are there.
    pub fn finish(self, size: u64) -> Result<u64, PartError> {
        match (&self.part.0, &self.held) {
            (Lying::Here(path), _) => {
                append((path, self.offset), &[], size)?;
                File::open(path)?.sync_data()?;
            }
            (Lying::There(storage, folder), Some((held, key))) if self.offset > self.from => {
                let mut sealed = Vec::new();
                seal(key, File::open(held.path())?, &mut sealed)?;
                let name = format!("{folder}/{:020}-{:020}", self.from, self.offset);
                bucket(storage)?.put(&name, sealed.as_slice())?;
            }
            (Lying::There(..), _) => (),
        }
        Ok(self.offset)
    }
}

/// A file that has arrived whole. Nobody else on this machine adds to it meanwhile.
#[derive(Debug)]
pub struct Whole {
    path: PathBuf,
    _locked: Option<File>,
    _fetched: Option<Incoming>,
}

impl Whole {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn append((path, offset): (&Path, u64), bytes: &[u8], size: u64) -> Result<(), PartError> {
    let mut file = open(path, offset == 0)?;
    let length = file.metadata()?.len();
    if length != offset {
        return Err(PartError::Elsewhere(length));
    }
    if length + u64::try_from(bytes.len()).unwrap_or(u64::MAX) > size {
        return Err(PartError::TooLong);
    }
    Ok(file.write_all(bytes)?)
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

/// How many bytes there are without a gap.
fn reach(pieces: &[Piece]) -> u64 {
    pieces
        .iter()
        .fold(0, |reach, piece| match piece.from <= reach {
            true => reach.max(piece.end),
            false => reach,
        })
}

/// Puts together what is there; where two requests brought the same, it is taken once.
fn fetch((storage, folder): (&Storage, &str), key: &FileSecret, to: &mut File) -> io::Result<u64> {
    let (bucket, mut length) = (bucket(storage)?, 0);
    for piece in pieces(bucket, folder)? {
        if !(piece.from..piece.end).contains(&length) {
            continue;
        }
        let mut opened = Unsealed::begin(key, storage.fetch(bucket, &piece.name)?)?;
        let known = length - piece.from;
        io::copy(&mut opened.by_ref().take(known), &mut io::sink())?;
        length += io::copy(&mut opened, to)?;
    }
    Ok(length)
}

#[cfg(test)]
mod tests;
