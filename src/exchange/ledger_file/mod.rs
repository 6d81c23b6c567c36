//! Grants as funders publish them by the 360Giving Data Standard 1.4: JSON, CSV or
//! XLSX, told apart by their first bytes. Read grant by grant and never held. A grant
//! that cannot be placed (no identifier, funder or recipient) is passed over; a value
//! that cannot be read is left out and the rest of the grant kept; both are named by
//! row and column. Grants to people are not taken in: they are no organisation's support.

mod field;
mod grant;
mod json;
mod table;
mod unfolded;
mod workbook;

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use sha2::{Digest, Sha256};

pub use field::Field;
use field::Raw;
use grant::{Reading, read_grant};

use super::table::{Findings, Wrong};
use crate::domain::ledger::Grant;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Csv,
    Xlsx,
}

/// What a file came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Read360 {
    /// Grants that were handed over.
    pub grants: u64,
    /// Grants to people, which are not taken in.
    pub to_people: u64,
    /// Grants that were passed over, each named in the findings.
    pub passed_over: u64,
    pub findings: Findings,
}

/// A file that is not to be used at all, and where it breaks off.
pub type Refused = Wrong;

/// Hands every grant of a file over, with how far into the file the reading is, in
/// bytes; `hear` may end the reading by an error of its own. `note` is told every
/// finding, of which the answer lists the first.
///
/// # Errors
/// [`Stop::Refused`] when the file breaks off or is none of the formats, whatever was
/// handed over by then.
pub fn read<E>(
    path: &Path,
    mut hear: impl FnMut(Grant, u64) -> Result<(), E>,
    mut note: impl FnMut(&Wrong),
) -> Result<Read360, Stop<E>> {
    let mut file = File::open(path).map_err(|_| refused("giving-unreadable"))?;
    let format = format_of(&mut file).map_err(|_| refused("giving-unreadable"))?;
    let mut gather = Gather {
        seen: HashSet::new(),
        read: Read360::default(),
        hear: &mut hear,
        note: &mut note,
    };
    let at = Position::default();
    let counted = Counted {
        inner: BufReader::new(file),
        at: at.clone(),
    };
    let mut take = |raw: Raw| gather.take(&raw, at.bytes());
    match format {
        Format::Json => json::each(counted, &mut take)?,
        Format::Csv => table::each(counted, &mut take)?,
        Format::Xlsx => {
            unfolded::check(path).map_err(Stop::Refused)?;
            workbook::each(counted, &mut take)?;
        }
    }
    Ok(gather.read)
}

/// SHA-256 of a file, in small hexadecimal digits, and its length in bytes.
pub fn digest(path: &Path) -> io::Result<(String, u64)> {
    let (mut hash, mut file) = (Sha256::new(), File::open(path)?);
    let bytes = io::copy(&mut file, &mut hash)?;
    Ok((data_encoding::HEXLOWER.encode(&hash.finalize()), bytes))
}

/// Why a reading ended early.
#[derive(Debug)]
pub enum Stop<E> {
    Refused(Refused),
    /// What `hear` said.
    Heard(E),
}

fn refused<E>(key: &'static str) -> Stop<E> {
    Stop::Refused(Wrong::plain(1, "", key))
}

/// The archive's mark tells a workbook, a brace or bracket JSON; the rest is a table.
fn format_of(file: &mut File) -> io::Result<Format> {
    let mut begin = [0_u8; 64];
    let count = file.read(&mut begin)?;
    file.seek(SeekFrom::Start(0))?;
    let begin = &begin[..count];
    if begin.starts_with(b"PK\x03\x04") {
        return Ok(Format::Xlsx);
    }
    let begin = begin.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(begin);
    let first = begin.iter().find(|byte| !byte.is_ascii_whitespace());
    Ok(match first {
        Some(b'{' | b'[') => Format::Json,
        _ => Format::Csv,
    })
}

/// Where the reading is, shared with whoever reads.
#[derive(Clone, Default)]
struct Position(std::rc::Rc<std::cell::Cell<u64>>);

impl Position {
    fn bytes(&self) -> u64 {
        self.0.get()
    }
}

/// Tells how far into the file it is, wherever a workbook's reader jumps.
struct Counted<R> {
    inner: R,
    at: Position,
}

impl<R: Seek> Seek for Counted<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = self.inner.seek(to)?;
        self.at.0.set(at);
        Ok(at)
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.at.0.set(self.at.bytes() + count as u64);
        Ok(count)
    }
}

struct Gather<'a, H, N> {
    /// Hashes of identifiers: eight bytes for each grant are all that grows.
    seen: HashSet<u64>,
    read: Read360,
    hear: &'a mut H,
    note: &'a mut N,
}

impl<E, H: FnMut(Grant, u64) -> Result<(), E>, N: FnMut(&Wrong)> Gather<'_, H, N> {
    fn find(&mut self, wrong: Wrong) {
        (self.note)(&wrong);
        self.read.findings.add(wrong);
    }

    fn take(&mut self, raw: &Raw, bytes: u64) -> Result<(), Stop<E>> {
        if let Some(wrong) = &raw.refused {
            self.find(wrong.clone());
            return Ok(());
        }
        let mut found = Vec::new();
        let reading = read_grant(raw, &mut found);
        found.into_iter().for_each(|wrong| self.find(wrong));
        match reading {
            Reading::Grant(grant) => {
                if !self.seen.insert(hash(&grant.grant_id)) {
                    let twice = Wrong::plain(raw.row, raw.named(Field::Identifier), "giving-twice");
                    self.find(twice);
                    self.read.passed_over += 1;
                    return Ok(());
                }
                self.read.grants += 1;
                (self.hear)(*grant, bytes).map_err(Stop::Heard)
            }
            Reading::ToPerson => {
                self.read.to_people += 1;
                Ok(())
            }
            Reading::Unplaced => {
                self.read.passed_over += 1;
                Ok(())
            }
        }
    }
}

fn hash(identifier: &str) -> u64 {
    let digest = Sha256::digest(identifier.as_bytes());
    digest
        .iter()
        .take(8)
        .fold(0, |hash, byte| hash << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests;
