//! Taking a file in: it must be what its name says, harmless as far as we can
//! tell, and is written anew where that is possible.

use std::io::{self, Read, Seek};

use super::clamd::{Scanner, Verdict};
use super::sealed::fresh_secret;
use super::storage::Storage;
use super::stretch::Whole;
use super::sweep::digest;
use super::{office, picture};
use crate::domain::Message;
use crate::domain::file::{FileKind, FileName, FileSecret, Scan};

/// Why a file is not taken.
#[derive(Debug)]
pub enum Bad {
    Empty,
    /// The content is of another kind than the name says.
    Lying,
    /// Of the right kind, but it can't be read.
    Broken,
    /// Locked with a password.
    Locked,
    /// Unfolds into far more than it is.
    Bomb,
    Macros,
    /// A picture of too many points.
    Huge,
    /// The scanner found this.
    Infected(String),
    /// The scanner that is set up gave no answer.
    Unscanned,
    Io(io::Error),
}

impl From<io::Error> for Bad {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Bad {
    /// What to tell the person; nothing when it is our trouble, not the file's.
    pub fn message(&self, name: &FileName) -> Option<Message> {
        let key = match self {
            Self::Empty => "error-file-empty",
            Self::Lying => "error-file-lying",
            Self::Broken => "error-file-broken",
            Self::Locked => "error-file-locked",
            Self::Bomb => "error-file-bomb",
            Self::Macros => "error-file-macros",
            Self::Huge => "error-file-huge",
            Self::Infected(_) => "error-file-infected",
            Self::Unscanned => "error-file-unscanned",
            Self::Io(_) => return None,
        };
        Some(Message::new(key).with("name", name.as_str()))
    }
}

/// A file that is kept; nobody knows it until a row names its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub key: String,
    pub size: i64,
    /// Of what it holds.
    pub sha256: String,
    pub scan: Scan,
    /// With which it is sealed.
    pub secret: FileSecret,
}

/// Looks into a whole file and keeps it sealed anew, or its picture written anew. Nothing of
/// it lies in clear meanwhile; what it came in stays, for its owner to take away.
pub fn accept(
    storage: &Storage,
    from: &mut Whole,
    kind: FileKind,
    scanner: Option<&Scanner>,
) -> Result<Stored, Bad> {
    inspect(from, kind)?;
    if !matches!(kind, FileKind::Jpeg | FileKind::Png) {
        return keep(storage, from, scanner);
    }
    let mut clean = storage.receive_sealed(u64::MAX)?;
    picture::rewrite(from, kind, &mut clean)?;
    keep(storage, &mut clean.whole()?, scanner)
}

/// Refuses a file whose content is not what its name says.
fn inspect(file: &mut Whole, kind: FileKind) -> Result<(), Bad> {
    let mut head = Vec::new();
    file.rewind()?;
    file.by_ref().take(8).read_to_end(&mut head)?;
    file.rewind()?;
    if head.is_empty() {
        return Err(Bad::Empty);
    }
    let begins: &[u8] = match kind {
        FileKind::Pdf => b"%PDF-",
        FileKind::Jpeg => b"\xFF\xD8\xFF",
        FileKind::Png => b"\x89PNG\r\n\x1A\n",
        FileKind::Docx | FileKind::Xlsx => b"PK\x03\x04",
    };
    // What Office writes when a document is locked with a password.
    let locked = head == b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    match kind {
        FileKind::Docx | FileKind::Xlsx if locked => Err(Bad::Locked),
        _ if !head.starts_with(begins) => Err(Bad::Lying),
        FileKind::Docx | FileKind::Xlsx => {
            let size = file.size();
            office::check(&mut *file, size, kind)?;
            Ok(file.rewind()?)
        }
        FileKind::Pdf | FileKind::Jpeg | FileKind::Png => Ok(()),
    }
}

fn keep(storage: &Storage, file: &mut Whole, scanner: Option<&Scanner>) -> Result<Stored, Bad> {
    let scan = match scanner.map(|scanner| scanner.scan(&mut *file)) {
        None => Scan::NotScanned,
        Some(Ok(Verdict::Clean)) => Scan::Clean,
        Some(Ok(Verdict::Infected(name))) => return Err(Bad::Infected(name)),
        Some(Err(problem)) => {
            tracing::error!(%problem, "clamd gave no answer");
            return Err(Bad::Unscanned);
        }
    };
    file.rewind()?;
    let sha256 = digest(&mut *file)?;
    file.rewind()?;
    let secret = fresh_secret()?;
    let key = storage.keep_sealed(&mut *file, &secret)?;
    Ok(Stored {
        sha256,
        size: i64::try_from(file.size()).map_err(io::Error::other)?,
        key,
        scan,
        secret,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::file::Content;
    use crate::files::trial::{clamd, docx, everything};

    /// Bytes that came in one go.
    fn whole(storage: &Storage, bytes: &[u8]) -> Whole {
        let mut incoming = storage.receive_sealed(1 << 20).unwrap();
        assert!(incoming.add(bytes).unwrap());
        incoming.whole().unwrap()
    }

    /// What becomes of bytes under a name, and what then lies on the disk.
    fn taken(name: &str, bytes: &[u8], scanner: Option<&Scanner>) -> (Result<Stored, Bad>, usize) {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let kind = FileName::parse(name).unwrap().kind();
        let done = accept(&storage, &mut whole(&storage, bytes), kind, scanner);
        (done, everything(data.path()).len())
    }

    #[test]
    fn what_is_as_it_says_is_kept_whole() {
        let (stored, lying) = taken("a.pdf", b"%PDF-1.7\n...", None);
        let stored = stored.unwrap();
        assert_eq!((stored.size, stored.scan, lying), (12, Scan::NotScanned, 1));
        assert_eq!(stored.sha256, digest(&b"%PDF-1.7\n..."[..]).unwrap());
        assert!(taken("a.docx", &docx(), None).0.is_ok());
    }

    #[test]
    fn what_is_kept_is_sealed_and_read_with_its_key() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let mut sent = whole(&storage, b"%PDF-1.7\nUmm Dalia");
        let stored = accept(&storage, &mut sent, FileKind::Pdf, None).unwrap();
        let lying = std::fs::read(storage.place(&stored.key).unwrap()).unwrap();
        assert!(!lying.windows(5).any(|some| some == b"Dalia"));
        let sealed = Content::Sealed(stored.secret.clone());
        let read = io::read_to_string(storage.read(&stored.key, &sealed).unwrap());
        assert_eq!(read.unwrap(), "%PDF-1.7\nUmm Dalia");
        assert!(storage.read(&stored.key, &Content::Shut).is_err());
        // One that lies in clear is sealed under another name.
        let clear = storage.receive(9).unwrap();
        std::fs::write(clear.path(), "hello").unwrap();
        let before = storage.keep(clear.path()).unwrap();
        let (after, secret) = storage.seal_kept(&before).unwrap();
        assert_ne!(after, before);
        let read = storage.read(&after, &Content::Sealed(secret)).unwrap();
        assert_eq!(io::read_to_string(read).unwrap(), "hello");
        let read = storage.read(&before, &Content::InClear).unwrap();
        assert_eq!(io::read_to_string(read).unwrap(), "hello");
    }

    #[test]
    fn what_lies_is_refused_and_leaves_nothing() {
        let page: &[u8] = b"<html><script>alert(1)</script>";
        let locked: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....";
        for (name, bytes, why) in [
            ("a.pdf", &b""[..], "Empty"),
            ("a.pdf", page, "Lying"),
            ("a.jpg", page, "Lying"),
            ("a.png", b"%PDF-1.7", "Lying"),
            ("a.docx", page, "Lying"),
            ("a.xlsx", &docx(), "Lying"),
            ("a.docx", locked, "Locked"),
            ("a.docx", b"PK\x03\x04 nothing", "Broken"),
            ("a.jpg", b"\xFF\xD8\xFF nothing", "Broken"),
        ] {
            let (done, left) = taken(name, bytes, None);
            assert_eq!(format!("{:?}", done.unwrap_err()), why, "{name}");
            assert_eq!(left, 0, "{name}");
        }
    }

    #[test]
    fn a_scanner_that_is_set_up_must_agree() {
        let scanner = clamd(2);
        let (clean, _) = taken("a.pdf", b"%PDF-1.7", Some(&scanner));
        assert_eq!(clean.unwrap().scan, Scan::Clean);
        let (infected, left) = taken("a.pdf", b"%PDF-1.7 EICAR", Some(&scanner));
        assert!(matches!(infected, Err(Bad::Infected(_))) && left == 0);
        let (gone, left) = taken("a.pdf", b"%PDF-1.7", Some(&scanner));
        assert!(matches!(gone, Err(Bad::Unscanned)) && left == 0);
    }
}
