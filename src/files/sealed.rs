//! Files sealed piece by piece, so that none need be in memory whole: the construction
//! STREAM (Hoang, Reyhanitabar, Rogaway and Vizár, 2015) over XChaCha20-Poly1305. The nonce
//! of a piece is 19 random bytes of the file, the number of the piece in four and one that
//! is 1 for the last: pieces neither change places nor go missing, the last ones neither.

use std::fs::File;
use std::io::{self, Read, Write};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

use super::storage::Storage;
use crate::domain::file::{Content, FileSecret};

/// Bytes of a piece before it is sealed.
const PIECE: u64 = 64 * 1024;
/// Bytes that sealing adds to each.
const TAG: u64 = 16;
/// Bytes with which a file begins.
const BEGINNING: usize = 19;
/// Bytes of the nonce before what is sealed alone.
const NONCE: usize = 24;

/// Bytes that sealing adds to what is sealed alone.
pub(super) const AROUND: u64 = NONCE as u64 + TAG;

/// Bytes on the disk of a file that holds `size` bytes.
pub fn sealed_size(size: u64) -> u64 {
    let pieces = size.div_ceil(PIECE).max(1);
    BEGINNING as u64 + size + pieces * TAG
}

/// A new key for one file.
pub fn fresh_secret() -> io::Result<FileSecret> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(FileSecret::new(bytes))
}

fn aead(secret: &FileSecret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(<&Key>::from(secret.bytes()))
}

fn nonce(beginning: &[u8; BEGINNING], number: u32, last: bool) -> XNonce {
    let mut nonce = [0_u8; 24];
    nonce[..BEGINNING].copy_from_slice(beginning);
    nonce[BEGINNING..BEGINNING + 4].copy_from_slice(&number.to_be_bytes());
    nonce[BEGINNING + 4] = u8::from(last);
    XNonce::from(nonce)
}

fn piece(from: &mut impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut piece = Vec::new();
    from.by_ref().take(most).read_to_end(&mut piece)?;
    Ok(piece)
}

fn altered() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "a sealed file was altered")
}

/// Seals some bytes alone, behind a random nonce: they open with the same `bound` only.
pub(super) fn seal_bound(secret: &FileSecret, bound: &[u8], bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut first = [0_u8; NONCE];
    getrandom::fill(&mut first).map_err(io::Error::other)?;
    let payload = Payload {
        msg: bytes,
        aad: bound,
    };
    let hidden = aead(secret).encrypt(&XNonce::from(first), payload);
    let hidden = hidden.map_err(|_| io::Error::other("nothing was sealed"))?;
    Ok([first.as_slice(), &hidden].concat())
}

/// Opens what [`seal_bound`] made.
pub(super) fn open_bound(secret: &FileSecret, bound: &[u8], sealed: &[u8]) -> io::Result<Vec<u8>> {
    let (first, hidden) = sealed.split_first_chunk::<NONCE>().ok_or_else(altered)?;
    let payload = Payload {
        msg: hidden,
        aad: bound,
    };
    let opened = aead(secret).decrypt(&XNonce::from(*first), payload);
    opened.map_err(|_| altered())
}

/// Seals all that is read with a key of its own.
pub fn seal(secret: &FileSecret, mut from: impl Read, mut to: impl Write) -> io::Result<()> {
    let aead = aead(secret);
    let mut beginning = [0_u8; BEGINNING];
    getrandom::fill(&mut beginning).map_err(io::Error::other)?;
    to.write_all(&beginning)?;
    let mut here = piece(&mut from, PIECE)?;
    for number in 0..=u32::MAX {
        // What comes next tells whether this is the last.
        let next = piece(&mut from, PIECE)?;
        let last = next.is_empty();
        let hidden = aead.encrypt(&nonce(&beginning, number, last), here.as_slice());
        to.write_all(&hidden.map_err(|_| io::Error::other("a piece was not sealed"))?)?;
        if last {
            return to.flush();
        }
        here = next;
    }
    Err(io::Error::other("the file has too many pieces"))
}

/// Reads a sealed file, from its beginning, as what it holds. What was altered, cut or
/// sealed with another key is an error before any of that piece is handed out.
pub struct Unsealed<R> {
    from: R,
    aead: XChaCha20Poly1305,
    beginning: [u8; BEGINNING],
    number: u32,
    /// The sealed piece that comes next.
    ahead: Vec<u8>,
    here: Vec<u8>,
    /// How much of `here` was handed out.
    at: usize,
    /// Nothing comes after `here`.
    last: bool,
}

impl<R: Read> Unsealed<R> {
    /// Begins to read.
    pub fn begin(secret: &FileSecret, mut from: R) -> io::Result<Self> {
        let mut beginning = [0_u8; BEGINNING];
        from.read_exact(&mut beginning)?;
        Ok(Self {
            ahead: piece(&mut from, PIECE + TAG)?,
            from,
            aead: aead(secret),
            beginning,
            number: 0,
            here: Vec::new(),
            at: 0,
            last: false,
        })
    }

    fn advance(&mut self) -> io::Result<()> {
        let next = piece(&mut self.from, PIECE + TAG)?;
        let last = next.is_empty();
        let sealed = std::mem::replace(&mut self.ahead, next);
        let nonce = nonce(&self.beginning, self.number, last);
        let opened = self.aead.decrypt(&nonce, sealed.as_slice());
        self.here = opened.map_err(|_| altered())?;
        self.number = self.number.checked_add(1).ok_or_else(altered)?;
        (self.at, self.last) = (0, last);
        Ok(())
    }
}

impl<R: Read> Read for Unsealed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.here.len() {
            if self.last {
                return Ok(0);
            }
            self.advance()?;
        }
        let rest = &self.here[self.at..];
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        Ok(count)
    }
}

impl Storage {
    /// Takes a whole file in, for good and sealed, and names it. The file that it is read
    /// from stays.
    pub(super) fn keep_sealed(&self, from: impl Read, secret: &FileSecret) -> io::Result<String> {
        let mut sealed = self.receive(u64::MAX)?;
        seal(secret, from, sealed.file())?;
        self.keep(sealed.path())
    }

    /// Seals a file that was kept in clear: under another name, with a key of its own. The
    /// former one stays.
    pub fn seal_kept(&self, key: &str) -> io::Result<(String, FileSecret)> {
        let secret = fresh_secret()?;
        let kept = self.keep_sealed(self.open(key)?, &secret)?;
        Ok((kept, secret))
    }

    /// Reads what a kept file holds.
    pub fn read(&self, key: &str, content: &Content) -> io::Result<Box<dyn Read + Send>> {
        contents(self.open(key)?, content)
    }
}

/// Reads what a file holds that lies like this.
pub(super) fn contents(file: File, content: &Content) -> io::Result<Box<dyn Read + Send>> {
    match content {
        Content::InClear => Ok(Box::new(file)),
        Content::Sealed(secret) => Ok(Box::new(Unsealed::begin(secret, file)?)),
        Content::Shut => Err(io::ErrorKind::PermissionDenied.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(secret: &FileSecret, bytes: &[u8]) -> Vec<u8> {
        let mut sealed = Vec::new();
        seal(secret, bytes, &mut sealed).unwrap();
        sealed
    }

    fn opened(secret: &FileSecret, sealed: &[u8]) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        Unsealed::begin(secret, sealed)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    #[test]
    fn a_file_of_any_length_is_read_back() {
        let secret = fresh_secret().unwrap();
        let whole = usize::try_from(PIECE).unwrap();
        for length in [
            0,
            1,
            12,
            whole - 1,
            whole,
            whole + 1,
            3 * whole,
            3 * whole + 7,
        ] {
            let bytes: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let hidden = sealed(&secret, &bytes);
            assert_eq!(hidden.len() as u64, sealed_size(length as u64), "{length}");
            assert_eq!(opened(&secret, &hidden).unwrap(), bytes, "{length}");
            assert_ne!(hidden, sealed(&secret, &bytes), "{length}");
        }
    }

    #[test]
    fn what_was_altered_cut_or_changed_places_is_not_read() {
        let (secret, other) = (fresh_secret().unwrap(), fresh_secret().unwrap());
        let whole = usize::try_from(PIECE).unwrap();
        let hidden = sealed(&secret, &vec![7; 2 * whole + 5]);
        assert!(opened(&other, &hidden).is_err());
        let part = whole + usize::try_from(TAG).unwrap();
        for at in [0, 18, 19, 500, 19 + part, 19 + 2 * part, hidden.len() - 1] {
            let mut changed = hidden.clone();
            changed[at] ^= 1;
            assert!(opened(&secret, &changed).is_err(), "byte {at}");
        }
        // A whole number of pieces too: the last one says that it is the last.
        for length in [0, 5, 19, 19 + part, 19 + 2 * part, hidden.len() - 1] {
            assert!(
                opened(&secret, &hidden[..length]).is_err(),
                "cut at {length}"
            );
        }
        let mut swapped = hidden[..19].to_vec();
        swapped.extend(&hidden[19 + part..19 + 2 * part]);
        swapped.extend(&hidden[19..19 + part]);
        swapped.extend(&hidden[19 + 2 * part..]);
        assert!(opened(&secret, &swapped).is_err());
        let longer = [hidden.as_slice(), &hidden[19..19 + part]].concat();
        assert!(opened(&secret, &longer).is_err());
    }
}
