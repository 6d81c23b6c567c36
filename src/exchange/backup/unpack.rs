//! Reading a backup to its last byte: what is damaged or cut off does not pass.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::GzDecoder;
use tar::Archive;

use super::Identities;

/// How what gzip wrote begins.
const PACKED: &[u8] = &[0x1f, 0x8b];
/// The whole heading of what `Pack` packs: deflate, and neither a name nor a time nor a
/// system. No sum covers it, so any other is damage.
const HEADING: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
/// How what age wrote begins.
const ENCRYPTED: &[u8] = b"age-encryption.org/";

/// Why a backup was not opened.
#[derive(Debug)]
pub enum NotOpened {
    /// It is encrypted, and no key was given.
    Locked,
    /// It is encrypted for another key.
    OtherKey,
    /// It is something else.
    NoBackup,
    Io(io::Error),
}

impl From<io::Error> for NotOpened {
    fn from(problem: io::Error) -> Self {
        Self::Io(problem)
    }
}

/// A backup that is being read.
pub struct Unpack {
    tar: Archive<GzDecoder<Box<dyn BufRead>>>,
}

impl Unpack {
    /// Opens one, with a key where it is encrypted.
    pub fn open(mut file: impl BufRead + 'static, with: &Identities) -> Result<Self, NotOpened> {
        let start = file.fill_buf()?;
        let (packed, encrypted) = (start.starts_with(PACKED), start.starts_with(ENCRYPTED));
        let from: Box<dyn BufRead> = if packed {
            Box::new(file)
        } else if encrypted {
            Box::new(BufReader::new(with.open(file)?))
        } else {
            return Err(NotOpened::NoBackup);
        };
        let tar = Archive::new(GzDecoder::new(headed(from)?));
        Ok(Self { tar })
    }

    /// Hands out each part by name, in order; then reads what remains, whose sums prove
    /// the parts.
    pub fn each<E: From<io::Error>>(
        mut self,
        mut take: impl FnMut(&str, &mut dyn Read) -> Result<(), E>,
    ) -> Result<(), E> {
        for part in self.tar.entries()? {
            let mut part = part.map_err(damaged)?;
            let name = String::from_utf8_lossy(&part.path_bytes()).into_owned();
            take(&name, &mut part)?;
        }
        let mut packed = self.tar.into_inner();
        io::copy(&mut packed, &mut io::sink())?;
        if io::copy(&mut packed.into_inner(), &mut io::sink())? > 0 {
            let more = "something stands behind its end";
            return Err(io::Error::new(io::ErrorKind::InvalidData, more).into());
        }
        Ok(())
    }
}

/// The same from its beginning, if it has our heading.
fn headed(mut from: Box<dyn BufRead>) -> io::Result<Box<dyn BufRead>> {
    let mut heading = [0; HEADING.len()];
    from.read_exact(&mut heading)?;
    if heading == HEADING {
        return Ok(Box::new(Cursor::new(heading).chain(from)));
    }
    let other = "its first bytes are not as they were written";
    Err(io::Error::new(io::ErrorKind::InvalidData, other))
}

/// A heading that can't be read is damage; the library has no kind for that.
fn damaged(problem: io::Error) -> io::Error {
    match problem.kind() {
        io::ErrorKind::Other => io::Error::new(io::ErrorKind::InvalidData, problem),
        _ => problem,
    }
}
