//! Files that are kept compressed, and brought back byte for byte. They are packed as
//! they come; none of them is held.

use std::fs::File;
use std::io::{self, Read, Seek, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::storage::{Incoming, Storage};
use super::sweep::{digest, hex};

impl Storage {
    /// Begins a file that is packed.
    pub fn pack(&self) -> io::Result<Packing> {
        Ok(Packing {
            encoder: GzEncoder::new(Out(self.receive(u64::MAX)?), Compression::default()),
            hasher: Sha256::new(),
            size: 0,
        })
    }

    /// What was packed under a key, as a nameless file that goes when it is closed.
    ///
    /// # Errors
    /// Also when it is no longer what has this SHA-256: then nothing is handed out.
    pub fn unpack(&self, key: &str, sha256: &str) -> io::Result<File> {
        let mut file = self.nameless()?;
        io::copy(&mut GzDecoder::new(self.open(key)?), &mut file)?;
        file.rewind()?;
        if digest(&file)? != sha256 {
            let told = "a kept file is not what it was";
            return Err(io::Error::new(io::ErrorKind::InvalidData, told));
        }
        file.rewind()?;
        Ok(file)
    }
}

/// Where packed bytes go.
#[derive(Debug)]
struct Out(Incoming);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.file().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.file().flush()
    }
}

/// A file that is being packed; given up, it leaves nothing.
#[derive(Debug)]
pub struct Packing {
    encoder: GzEncoder<Out>,
    hasher: Sha256,
    size: u64,
}

impl Packing {
    /// Nothing more comes.
    pub fn finish(self) -> io::Result<Packed> {
        let Out(incoming) = self.encoder.finish()?;
        Ok(Packed {
            incoming,
            size: i64::try_from(self.size).map_err(io::Error::other)?,
            sha256: hex(self.hasher),
        })
    }
}

impl Write for Packing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.encoder.write(bytes)?;
        self.hasher.update(bytes.get(..taken).unwrap_or_default());
        self.size += u64::try_from(taken).unwrap_or(u64::MAX);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.encoder.flush()
    }
}

/// A file that is packed; given up, it leaves nothing.
#[derive(Debug)]
pub struct Packed {
    incoming: Incoming,
    size: i64,
    sha256: String,
}

impl Packed {
    /// Of the file as it came, in hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Keeps it; nobody knows it until a row names its key.
    pub fn keep(self, storage: &Storage) -> io::Result<PackedFile> {
        let file = File::open(self.incoming.path())?;
        let packed_size = i64::try_from(file.metadata()?.len()).map_err(io::Error::other)?;
        Ok(PackedFile {
            packed_sha256: digest(file)?,
            packed_size,
            key: storage.keep(self.incoming.path())?,
            size: self.size,
            sha256: self.sha256,
        })
    }
}

/// A file that is kept packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedFile {
    pub key: String,
    /// Bytes of the file as it came.
    pub size: i64,
    /// Of the file as it came, in hexadecimal.
    pub sha256: String,
    /// Bytes on the disk.
    pub packed_size: i64,
    /// Of the bytes on the disk.
    pub packed_sha256: String,
}

/// Packs what is read through it, where it is to be kept.
#[derive(Debug)]
pub struct Aside<'a, R> {
    pub input: R,
    pub packing: Option<&'a mut Packing>,
}

impl<R: Read> Read for Aside<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(out)?;
        if let Some(packing) = self.packing.as_mut() {
            packing.write_all(out.get(..length).unwrap_or_default())?;
        }
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::trial::everything;

    /// Three hundred kilobytes that pack well.
    fn long() -> Vec<u8> {
        b"17,\"OLIVE, Amin\"\r\n".repeat(17_000)
    }

    #[test]
    fn what_is_read_aside_comes_back_byte_for_byte() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let (long, mut packing) = (long(), storage.pack().unwrap());
        let mut aside = Aside {
            input: long.as_slice(),
            packing: Some(&mut packing),
        };
        let mut seen = Vec::new();
        aside.read_to_end(&mut seen).unwrap();
        assert_eq!(seen, long);
        let kept = packing.finish().unwrap().keep(&storage).unwrap();
        assert_eq!(kept.size, 306_000);
        assert!(kept.packed_size < 10_000, "{kept:?}");
        assert_eq!(kept.sha256, digest(long.as_slice()).unwrap());
        assert_eq!(
            everything(data.path()),
            [format!(
                "{}/{}/{}",
                &kept.key[..2],
                &kept.key[2..4],
                kept.key
            )]
        );
        let mut back = Vec::new();
        let mut file = storage.unpack(&kept.key, &kept.sha256).unwrap();
        file.read_to_end(&mut back).unwrap();
        assert_eq!(back, long);
    }

    #[test]
    fn what_is_no_longer_what_it_was_is_not_handed_out() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let kept = |bytes: &[u8]| {
            let mut packing = storage.pack().unwrap();
            packing.write_all(bytes).unwrap();
            packing.finish().unwrap().keep(&storage).unwrap()
        };
        let (one, other) = (kept(&long()), kept(b"another list\n"));
        let told = |sha256: &str| storage.unpack(&one.key, sha256).map(drop).unwrap_err();
        assert_eq!(told(&other.sha256).kind(), io::ErrorKind::InvalidData);
        let place = storage.place(&one.key).unwrap();
        let half = usize::try_from(one.packed_size / 2).unwrap();
        let cut = std::fs::read(&place).unwrap()[..half].to_vec();
        std::fs::write(&place, cut).unwrap();
        told(&one.sha256);
    }

    #[test]
    fn what_is_given_up_leaves_nothing() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let mut packing = storage.pack().unwrap();
        packing.write_all(&long()).unwrap();
        drop(packing);
        let packing = storage.pack().unwrap();
        drop(packing.finish().unwrap());
        assert_eq!(everything(data.path()), [""; 0]);
    }
}
