//! The files of one version of a list, read together: what they say, their digest and the
//! list's own day.

use std::io::{self, BufRead, Read};

use sha2::{Digest, Sha256};

use super::{BadRow, Entry, FileRead, Refusal, WatchLists};
use crate::domain::Message;
use crate::domain::list_screening::NewVersion;
use crate::domain::moment::Day;

/// A version as its files give it.
#[derive(Debug)]
pub struct ReadVersion {
    pub version: NewVersion,
    pub entries: Vec<Entry>,
    pub files: Vec<FileOfVersion>,
    /// Names and countries that belong to no entry of these files.
    pub orphans: usize,
}

/// What one of the files gave.
#[derive(Debug)]
pub struct FileOfVersion {
    pub name: String,
    /// Rows or elements that said something.
    pub said: u64,
    pub bad: Vec<BadRow>,
}

/// The file that was refused, and why.
#[derive(Debug)]
pub struct VersionRefusal {
    pub file: String,
    pub refusal: Refusal,
}

/// Reads files as they come; none of them is held. `given` is the list's day as the
/// operator knows it, which a file that tells its own must not contradict.
///
/// # Errors
/// When a file can't be read as a whole, or they don't belong together.
pub fn read_version<R: BufRead>(
    files: impl IntoIterator<Item = (String, io::Result<R>)>,
    given: Option<Day>,
) -> Result<ReadVersion, VersionRefusal> {
    let mut lists = WatchLists::default();
    let (mut digests, mut read_files, mut source) = (Vec::new(), Vec::new(), "");
    let mut dated: Option<Day> = None;
    for (name, file) in files {
        let refused = |refusal| VersionRefusal {
            file: name.clone(),
            refusal,
        };
        let file = file.map_err(|_| refused(Refusal::new("watch-unreadable")))?;
        let mut hashed = Hashed::new(file);
        let read = lists.read(&mut hashed).map_err(refused)?;
        let FileRead {
            format,
            said,
            bad,
            dated: own,
        } = read;
        if !source.is_empty() && source != format.list() {
            return Err(refused(Refusal::new("watch-mixed")));
        }
        source = format.list();
        dated = dated.max(own);
        digests.push(hashed.digest());
        read_files.push(FileOfVersion { name, said, bad });
    }
    let last = read_files.last().map(|file| file.name.clone());
    let refused = |reason| VersionRefusal {
        file: last.clone().unwrap_or_default(),
        refusal: Refusal { row: None, reason },
    };
    let dated = day(dated, given).map_err(refused)?;
    let (entries, orphans) = lists.finish();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let version = NewVersion {
        source: source.to_owned(),
        dated,
        digest: digest_of_version(digests),
        entries: count(entries.len()),
        names: count(entries.iter().map(|entry| entry.names.len()).sum()),
        passed_over: count(read_files.iter().map(|file| file.bad.len()).sum()),
    };
    Ok(ReadVersion {
        version,
        entries,
        files: read_files,
        orphans,
    })
}

fn day(told: Option<Day>, given: Option<Day>) -> Result<Day, Message> {
    match (told, given) {
        (Some(told), Some(given)) if told != given => Err(Message::new("watch-day-differs")
            .with("told", told.iso())
            .with("given", given.iso())),
        (Some(day), _) | (None, Some(day)) => Ok(day),
        (None, None) => Err(Message::new("watch-undated")),
    }
}

/// The digest of the only file, or one over those of all in whatever order they came.
pub fn digest_of_version(mut digests: Vec<String>) -> String {
    digests.sort();
    match digests.as_slice() {
        [one] => one.clone(),
        all => sha256(all.join("\n").as_bytes()),
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(bytes);
    hex(hasher)
}

fn hex(hasher: Sha256) -> String {
    data_encoding::HEXLOWER.encode(&hasher.finalize())
}

/// Digests what is read through it.
struct Hashed<R> {
    input: R,
    hasher: Sha256,
}

impl<R: BufRead> Hashed<R> {
    fn new(input: R) -> Self {
        Self {
            input,
            hasher: Sha256::new(),
        }
    }

    fn digest(self) -> String {
        hex(self.hasher)
    }
}

impl<R: BufRead> Read for Hashed<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(out)?;
        self.hasher.update(&out[..length]);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Hashed<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if let Ok(bytes) = self.input.fill_buf() {
            self.hasher.update(bytes.get(..amount).unwrap_or_default());
        }
        self.input.consume(amount);
    }
}
