//! What tests of files need: files of every kind, a fake clamd, a look at a folder.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::net::TcpListener;
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::bucket::Bucket;
use super::{Scanner, Storage};

/// A place for files, with a data folder of its own.
pub struct Trial {
    pub data: tempfile::TempDir,
    pub storage: Storage,
    bucket: Option<Bucket>,
    /// Of another machine.
    elsewhere: tempfile::TempDir,
}

impl Trial {
    fn new(bucket: Option<Bucket>) -> Self {
        let [data, elsewhere] = [(), ()].map(|()| tempfile::tempdir().unwrap());
        let storage = match bucket.clone() {
            Some(bucket) => Storage::in_bucket(data.path(), bucket),
            None => Storage::in_folder(data.path()),
        };
        Self {
            data,
            storage,
            bucket,
            elsewhere,
        }
    }

    /// Every kind of place: what holds of one must hold of all.
    pub fn both() -> [Self; 2] {
        [None, Some(Bucket::in_memory("grants/files"))].map(Self::new)
    }

    /// A bucket.
    pub fn in_bucket() -> Self {
        Self::new(Some(Bucket::in_memory("")))
    }

    /// The same place as another process finds it: with a folder of its own where that
    /// is a bucket.
    pub fn other(&self) -> Storage {
        match self.bucket.clone() {
            Some(bucket) => Storage::in_bucket(self.elsewhere.path(), bucket),
            None => Storage::in_folder(self.data.path()),
        }
    }

    /// Everything that lies there, on whichever machine.
    pub fn everything(&self) -> Vec<String> {
        let listed = self.bucket.as_ref().map(|bucket| bucket.list("").unwrap());
        let objects = listed.unwrap_or_default().into_iter().map(|one| one.name);
        let folders = [self.data.path(), self.elsewhere.path()];
        folders
            .into_iter()
            .flat_map(everything)
            .chain(objects)
            .collect()
    }
}

/// Every file below the folder `files` of a data folder.
pub fn everything(data: &Path) -> Vec<String> {
    fn walk(folder: &Path, base: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, base, found);
            } else {
                found.push(
                    path.strip_prefix(base)
                        .unwrap()
                        .to_string_lossy()
                        .into_owned(),
                );
            }
        }
    }
    let base = data.join("files");
    let mut found = Vec::new();
    walk(&base, &base, &mut found);
    found.sort();
    found
}

/// An archive of entries.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The list of types of a Word file.
pub const WORD: &[u8] = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

/// A small Word file.
pub fn docx() -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", WORD),
        ("word/document.xml", b"<w:document/>"),
    ])
}

/// A clamd that answers so many times; finds whatever says EICAR.
pub fn clamd(times: usize) -> Scanner {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for line in listener.incoming().take(times) {
            let mut line = line.unwrap();
            let mut command = [0; 10];
            line.read_exact(&mut command).unwrap();
            assert_eq!(&command, b"zINSTREAM\0");
            let mut content = Vec::new();
            loop {
                let mut length = [0; 4];
                line.read_exact(&mut length).unwrap();
                let length = u32::from_be_bytes(length);
                if length == 0 {
                    break;
                }
                let mut chunk = vec![0; length as usize];
                line.read_exact(&mut chunk).unwrap();
                content.extend(chunk);
            }
            let infected = content.windows(5).any(|part| part == b"EICAR");
            let answer: &[u8] = if infected {
                b"stream: Eicar-Test FOUND\0"
            } else {
                b"stream: OK\0"
            };
            line.write_all(answer).unwrap();
        }
    });
    Scanner::Network(address)
}
