//! An archive of texts and of files that were uploaded.

use std::io::{self, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::Storage;
use crate::domain::file::Content;

/// An archive that is being written.
pub struct Zipped<W: Write + Seek> {
    writer: ZipWriter<W>,
}

impl<W: Write + Seek> Zipped<W> {
    /// Begins one.
    pub fn begin(out: W) -> Self {
        Self {
            writer: ZipWriter::new(out),
        }
    }

    fn start(&mut self, name: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default();
        let options = options.compression_method(CompressionMethod::Deflated);
        self.writer.start_file(name, options)?;
        Ok(())
    }

    /// Adds a text under a name; folders are parted by `/`.
    pub fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.start(name)?;
        self.writer.write_all(text.as_bytes())
    }

    /// Adds the content of a kept file under a name.
    pub fn kept(
        &mut self,
        name: &str,
        storage: &Storage,
        (key, content): (&str, &Content),
    ) -> io::Result<()> {
        let mut file = storage.read(key, content)?;
        self.start(name)?;
        io::copy(&mut file, &mut self.writer)?;
        Ok(())
    }

    /// Ends it: without that it is no archive.
    pub fn end(self) -> io::Result<()> {
        self.writer.finish()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};
    use zip::ZipArchive;

    #[test]
    fn what_is_added_is_read_again() {
        let data = tempfile::tempdir().unwrap();
        let storage = Storage::in_folder(data.path());
        let mut incoming = storage.receive(9).unwrap();
        incoming.write(b"hello").unwrap();
        let key = storage.keep(incoming.path()).unwrap();
        let mut bytes = Cursor::new(Vec::new());
        let mut zipped = Zipped::begin(&mut bytes);
        zipped.text("read me.txt", "שלום").unwrap();
        let lying = (key.as_str(), &Content::InClear);
        zipped.kept("files/one.pdf", &storage, lying).unwrap();
        zipped.end().unwrap();
        let mut archive = ZipArchive::new(bytes).unwrap();
        let mut read = |name: &str| {
            let mut text = String::new();
            let mut entry = archive.by_name(name).unwrap();
            entry.read_to_string(&mut text).unwrap();
            text
        };
        assert_eq!(read("read me.txt"), "שלום");
        assert_eq!(read("files/one.pdf"), "hello");
    }
}
