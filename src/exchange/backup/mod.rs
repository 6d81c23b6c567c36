//! A backup as one file: a tar of the database and the kept files with a manifest at its
//! end, packed by gzip, and encrypted with age where somebody's key is named, so that
//! `age`, `gzip` and `tar` open it too. Knows no database and no folder.

mod keys;
mod pack;
mod unpack;

use std::io::{self, Read};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

pub use keys::{Identities, Recipients};
pub use pack::Pack;
pub use unpack::{NotOpened, Unpack};

/// The layout of a backup, as this release writes and reads it.
pub const LAYOUT: u32 = 1;
/// What the manifest is called in it.
pub const MANIFEST: &str = "manifest.json";
/// What the database is called in it.
pub const DATABASE: &str = "evenhand.sqlite";
/// Most bytes of a manifest.
const MOST: u64 = 64 * 1024 * 1024;

/// What a backup says of itself, at its end: what is cut off has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`LAYOUT`].
    pub layout: u32,
    /// Release of the program that wrote it.
    pub release: String,
    /// The last migration of the database.
    pub migration: String,
    /// When it was begun: RFC 3339, UTC.
    pub written_at: String,
    /// The copy of a SQLite database; nothing where the database is elsewhere.
    pub database: Option<Part>,
    /// The last event of the audit log; nothing where there is none yet.
    pub audit_end: Option<End>,
    pub files: Files,
    /// Keys of files that were missing or altered already when it was written.
    pub unsound: Vec<String>,
}

/// One part of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Bytes.
    pub size: u64,
    /// In hexadecimal.
    pub sha256: String,
}

/// The last event of an audit log: through its hash it vouches for every event before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    pub seq: i64,
    pub hash: String,
}

/// All kept files of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    pub count: u64,
    /// Bytes of all together.
    pub size: u64,
    /// Of a line `SHA256 SIZE KEY` for each, in the order of their keys.
    pub sha256: String,
}

impl Files {
    /// Of files with their keys, in the order of these.
    pub fn of<'a>(files: impl Iterator<Item = (&'a String, &'a Part)>) -> Self {
        let (mut count, mut size, mut digest) = (0, 0, Sha256::new());
        for (key, part) in files {
            count += 1;
            size += part.size;
            digest.update(format!("{} {} {key}\n", part.sha256, part.size));
        }
        Self {
            count,
            size,
            sha256: hex(digest),
        }
    }
}

impl Manifest {
    /// Reads a manifest; one of another layout is refused with a sentence.
    pub fn read(from: impl Read) -> io::Result<Self> {
        let damaged = |problem: serde_json::Error| match problem.io_error_kind() {
            Some(kind) => io::Error::from(kind),
            None => io::Error::new(io::ErrorKind::InvalidData, "its manifest can’t be read"),
        };
        let read: Value = serde_json::from_reader(from.take(MOST)).map_err(damaged)?;
        if read["layout"].as_u64() != Some(u64::from(LAYOUT)) {
            let other = "another release wrote it: use that one";
            return Err(io::Error::new(io::ErrorKind::InvalidData, other));
        }
        serde_json::from_value(read).map_err(damaged)
    }
}

/// Reads on, and digests what it reads.
pub struct Digested<R> {
    from: R,
    hasher: Sha256,
    size: u64,
}

impl<R: Read> Digested<R> {
    /// From here on.
    pub fn new(from: R) -> Self {
        Self {
            from,
            hasher: Sha256::new(),
            size: 0,
        }
    }

    /// What was read so far.
    pub fn part(self) -> Part {
        Part {
            size: self.size,
            sha256: hex(self.hasher),
        }
    }
}

impl<R: Read> Read for Digested<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(buffer)?;
        self.hasher.update(&buffer[..count]);
        self.size += count as u64;
        Ok(count)
    }
}

fn hex(hasher: Sha256) -> String {
    data_encoding::HEXLOWER.encode(&hasher.finalize())
}

#[cfg(test)]
mod tests;
