//! The content of files that stories send.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const WORD: &[u8] = br#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

/// An archive of entries.
fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, options).expect("an entry");
        writer.write_all(content).expect("its content");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A Word file with one more entry.
pub fn docx(name: &str, content: &[u8]) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", WORD),
        ("word/document.xml", b"<w:document/>"),
        (name, content),
    ])
}

/// A small picture.
pub fn png() -> Vec<u8> {
    let picture = image::RgbImage::from_pixel(3, 2, image::Rgb([9, 90, 200]));
    let mut bytes = Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture");
    bytes.into_inner()
}
