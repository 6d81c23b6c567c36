//! Writing a backup: part after part, none of them held.

use std::io::{self, Read, Write};

use age::Encryptor;
use age::stream::StreamWriter;
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use tar::{Builder, Header};

use super::{Digested, Part, Recipients};

/// What gzip calls a system that is not told.
const UNKNOWN: u8 = 255;

/// Where packed bytes go.
enum Out<W: Write> {
    Open(W),
    Encrypted(StreamWriter<W>),
}

impl<W: Write> Write for Out<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Open(out) => out.write(bytes),
            Self::Encrypted(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Open(out) => out.flush(),
            Self::Encrypted(out) => out.flush(),
        }
    }
}

/// A backup that is being written.
pub struct Pack<W: Write> {
    tar: Builder<GzEncoder<Out<W>>>,
    /// Seconds since the epoch, as the time of every part.
    at: u64,
}

impl<W: Write> Pack<W> {
    /// Begins one, encrypted for these if there are any.
    pub fn new(out: W, to: &Recipients, at: u64) -> io::Result<Self> {
        let out = if to.is_empty() {
            Out::Open(out)
        } else {
            let encryptor = Encryptor::with_recipients(to.each()).map_err(io::Error::other)?;
            Out::Encrypted(encryptor.wrap_output(out)?)
        };
        // Nothing of the machine, and the same in every backup: `Unpack` takes no other heading.
        let heading = GzBuilder::new().mtime(0).operating_system(UNKNOWN);
        let tar = Builder::new(heading.write(out, Compression::default()));
        Ok(Self { tar, at })
    }

    /// Adds a part of so many bytes.
    pub fn add(&mut self, name: &str, size: u64, from: impl Read) -> io::Result<Part> {
        let mut header = Header::new_gnu();
        header.set_size(size);
        header.set_mode(0o600);
        header.set_mtime(self.at);
        let mut from = Digested::new(from.take(size));
        self.tar.append_data(&mut header, name, &mut from)?;
        let part = from.part();
        if part.size == size {
            Ok(part)
        } else {
            Err(io::Error::other(format!("{name} became shorter meanwhile")))
        }
    }

    /// Ends it and gives back where it was written to.
    pub fn finish(self) -> io::Result<W> {
        match self.tar.into_inner()?.finish()? {
            Out::Open(out) => Ok(out),
            Out::Encrypted(out) => out.finish(),
        }
    }
}
