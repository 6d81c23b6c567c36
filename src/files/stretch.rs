//! Sealed files that grow, stretch by stretch: the length in four bytes, the most significant
//! first, then the bytes, sealed for where in the file they begin and for their length. So
//! stretches do not change places. How much there is, is told without a key; a stretch that
//! was not written whole does not count.

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};

use super::sealed::{AROUND, fresh_secret, open_bound, seal_bound};
use super::storage::Storage;
use crate::domain::file::FileSecret;

/// Most bytes of a stretch before it is sealed.
const MOST: usize = 64 * 1024;
/// Bytes that tell its length.
const HEAD: u64 = 4;
/// Bytes that are read at once to find stretches: many, where they are short.
const AT_ONCE: usize = 4096;

/// To what a stretch is bound.
fn bound(from: u64, length: u32) -> Vec<u8> {
    [&from.to_be_bytes()[..], &length.to_be_bytes()].concat()
}

/// Bytes that wait until they fill a stretch.
pub(super) struct Waiting {
    secret: FileSecret,
    /// Where in the file those that wait begin.
    at: u64,
    bytes: Vec<u8>,
}

impl Waiting {
    /// Nothing waits yet; what comes begins at `at`.
    pub(super) fn begin(secret: FileSecret, at: u64) -> Self {
        Self {
            secret,
            at,
            bytes: Vec::new(),
        }
    }

    /// Where what is handed out next begins.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// Where what comes next begins.
    pub(super) fn end(&self) -> u64 {
        self.at + self.bytes.len() as u64
    }

    /// Takes bytes in, and hands out those that fill stretches, sealed.
    pub(super) fn add(&mut self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        self.bytes.extend_from_slice(bytes);
        self.sealed(self.bytes.len() / MOST * MOST)
    }

    /// Hands out what waits, sealed.
    pub(super) fn rest(&mut self) -> io::Result<Vec<u8>> {
        self.sealed(self.bytes.len())
    }

    fn sealed(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let mut sealed = Vec::new();
        for some in self.bytes[..count].chunks(MOST) {
            let length = u32::try_from(some.len()).map_err(io::Error::other)?;
            sealed.extend(length.to_be_bytes());
            sealed.extend(seal_bound(&self.secret, &bound(self.at, length), some)?);
            self.at += u64::from(length);
        }
        self.bytes.drain(..count);
        Ok(sealed)
    }
}

/// A stretch as it lies in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    /// Where its bytes begin and end in what the file holds.
    from: u64,
    end: u64,
    /// Where it lies, and where what lies behind it.
    lies: u64,
    until: u64,
}

/// The whole stretches that lie in a part of a file, of which the first begins at `from`.
pub(super) fn stretches(
    file: &File,
    (lies, until): (u64, u64),
    from: u64,
) -> io::Result<Vec<Stretch>> {
    let mut found = Vec::new();
    let (mut from, mut lies) = (from, lies);
    let mut file = BufReader::with_capacity(AT_ONCE, file);
    file.seek(SeekFrom::Start(lies))?;
    while lies + HEAD <= until {
        let mut length = [0_u8; 4];
        file.read_exact(&mut length)?;
        let length = u64::from(u32::from_be_bytes(length));
        let behind = lies + HEAD + AROUND + length;
        if length == 0 || length > MOST as u64 || behind > until {
            break;
        }
        found.push(Stretch {
            from,
            end: from + length,
            lies,
            until: behind,
        });
        (from, lies) = (from + length, behind);
        let over = i64::try_from(AROUND + length).map_err(io::Error::other)?;
        file.seek_relative(over)?;
    }
    Ok(found)
}

/// How many bytes stretches hold, and where the last of them ends in the file.
pub(super) fn reach(stretches: &[Stretch]) -> (u64, u64) {
    stretches
        .last()
        .map_or((0, 0), |last| (last.end, last.until))
}

/// A file that has arrived whole and lies sealed: read as what it holds, from any place. What
/// was altered is an error before any of its stretch is handed out.
pub struct Whole {
    file: File,
    secret: FileSecret,
    /// Each goes further than the one before, and there is no gap.
    stretches: Vec<Stretch>,
    at: u64,
    /// What was opened last, and where it begins.
    here: Vec<u8>,
    from: u64,
}

impl fmt::Debug for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Whole").finish_non_exhaustive()
    }
}

impl Whole {
    /// What stretches of a file hold, from the first byte to the first gap. Of those that
    /// hold the same, the first one counts.
    pub(super) fn of(file: File, secret: FileSecret, found: Vec<Stretch>) -> Self {
        let (mut stretches, mut reach) = (Vec::new(), 0);
        for one in found {
            if (one.from..one.end).contains(&reach) {
                reach = one.end;
                stretches.push(one);
            }
        }
        Self {
            file,
            secret,
            stretches,
            at: 0,
            here: Vec::new(),
            from: 0,
        }
    }

    /// How many bytes it holds.
    pub fn size(&self) -> u64 {
        reach(&self.stretches).0
    }

    /// Reads all of it once; an error where some of it does not open.
    pub(super) fn check(&mut self) -> io::Result<()> {
        io::copy(self, &mut io::sink())?;
        self.rewind()
    }

    /// Opens the stretch in which the next byte is; false behind the last one.
    fn open(&mut self) -> io::Result<bool> {
        let next = self.stretches.partition_point(|one| one.end <= self.at);
        let Some(one) = self.stretches.get(next).copied() else {
            return Ok(false);
        };
        let length = u32::try_from(one.end - one.from).map_err(io::Error::other)?;
        let size = usize::try_from(AROUND).map_err(io::Error::other)? + length as usize;
        let mut sealed = vec![0; size];
        self.file.seek(SeekFrom::Start(one.lies + HEAD))?;
        self.file.read_exact(&mut sealed)?;
        self.here = open_bound(&self.secret, &bound(one.from, length), &sealed)?;
        self.from = one.from;
        Ok(true)
    }

    /// Where in what was opened last the next byte is.
    fn within(&self) -> Option<usize> {
        let within = usize::try_from(self.at.checked_sub(self.from)?).ok()?;
        (within < self.here.len()).then_some(within)
    }
}

impl Read for Whole {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.within().is_none() && !self.open()? {
            return Ok(0);
        }
        let rest = &self.here[self.within().unwrap_or(self.here.len())..];
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Whole {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.size().checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// A file that comes in one go: nameless, and sealed with a key that is in memory alone, so
/// that nobody reads it once the program has ended.
pub struct SealedIncoming {
    file: File,
    secret: FileSecret,
    waiting: Waiting,
    most: u64,
}

impl SealedIncoming {
    /// Adds bytes; false when they are too many, and then nothing is added.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<bool> {
        if self.waiting.end() + bytes.len() as u64 > self.most {
            return Ok(false);
        }
        let ready = self.waiting.add(bytes)?;
        self.file.write_all(&ready).map(|()| true)
    }

    /// Nothing more comes.
    pub fn whole(mut self) -> io::Result<Whole> {
        let rest = self.waiting.rest()?;
        self.file.write_all(&rest)?;
        let until = self.file.metadata()?.len();
        let found = stretches(&self.file, (0, until), 0)?;
        Ok(Whole::of(self.file, self.secret, found))
    }
}

impl Write for SealedIncoming {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.add(bytes)? {
            true => Ok(bytes.len()),
            false => Err(io::ErrorKind::FileTooLarge.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Storage {
    /// Begins a file that holds at most `most` bytes and lies sealed.
    pub fn receive_sealed(&self, most: u64) -> io::Result<SealedIncoming> {
        let secret = fresh_secret()?;
        Ok(SealedIncoming {
            file: self.nameless()?,
            waiting: Waiting::begin(secret.clone(), 0),
            secret,
            most,
        })
    }
}

#[cfg(test)]
mod tests;
