//! Word and Excel files: archives that are looked into with bounds and never
//! unpacked. Their XML is not parsed, so no entity of it is ever followed.

use std::io::{self, BufReader, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::accept::Bad;
use crate::domain::file::FileKind;

/// Most entries of an archive.
const MOST_ENTRIES: usize = 5_000;
/// Most bytes that all entries may hold together.
const MOST_BYTES: u64 = 200 * 1024 * 1024;
/// How many times larger than the file its content may be, once it is large.
const MOST_RATIO: u64 = 100;
const LARGE: u64 = 16 * 1024 * 1024;
/// Longest list of content types that is looked at.
const MOST_TYPES: u64 = 1024 * 1024;

/// The entry that every such file has.
const TYPES: &str = "[content_types].xml";
/// The entry that holds macros.
const MACROS: &str = "vbaproject.bin";

/// Refuses what is no such document, is locked, hides a bomb or holds macros; `size` is how
/// many bytes the file has.
pub fn check(file: impl Read + Seek, size: u64, kind: FileKind) -> Result<(), Bad> {
    let most = MOST_BYTES.min(LARGE.max(size.saturating_mul(MOST_RATIO)));
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(bad)?;
    if archive.len() > MOST_ENTRIES {
        return Err(Bad::Bomb);
    }
    let (mut read, mut types, mut document) = (0, Vec::new(), false);
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(bad)?;
        let name = entry.name().map_err(bad)?.to_lowercase();
        if name.ends_with(MACROS) {
            return Err(Bad::Macros);
        }
        document |= name == main_part(kind);
        if name == TYPES && types.is_empty() {
            read += entry.by_ref().take(MOST_TYPES).read_to_end(&mut types)? as u64;
        }
        // What an entry says of its own size is not believed: it is read.
        read += io::copy(
            &mut entry.by_ref().take(most + 1 - read.min(most)),
            &mut io::sink(),
        )
        .map_err(|_| Bad::Broken)?;
        if read > most {
            return Err(Bad::Bomb);
        }
    }
    if holds(&types, b"macroEnabled") {
        return Err(Bad::Macros);
    }
    if document && holds(&types, main_type(kind)) {
        Ok(())
    } else {
        Err(Bad::Lying)
    }
}

fn main_part(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Xlsx => "xl/workbook.xml",
        _ => "word/document.xml",
    }
}

fn main_type(kind: FileKind) -> &'static [u8] {
    match kind {
        FileKind::Xlsx => b"spreadsheetml.sheet.main+xml",
        _ => b"wordprocessingml.document.main+xml",
    }
}

fn holds(text: &[u8], words: &[u8]) -> bool {
    text.windows(words.len()).any(|part| part == words)
}

fn bad(error: ZipError) -> Bad {
    match error {
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => Bad::Io(error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Bad::Locked,
        _ => Bad::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::trial::{WORD, archive, docx};
    use std::io::Cursor;

    fn checked(bytes: &[u8], kind: FileKind) -> Result<(), Bad> {
        check(Cursor::new(bytes), bytes.len() as u64, kind)
    }

    fn word(bytes: &[u8]) -> Result<(), String> {
        checked(bytes, FileKind::Docx).map_err(|bad| format!("{bad:?}"))
    }

    #[test]
    fn a_document_passes_as_what_it_is() {
        assert_eq!(word(&docx()), Ok(()));
        let as_sheet = checked(&docx(), FileKind::Xlsx);
        assert!(matches!(as_sheet, Err(Bad::Lying)));
    }

    #[test]
    fn other_archives_are_refused() {
        let lying = archive(&[("index.html", b"<script>")]);
        assert_eq!(word(&lying), Err("Lying".to_owned()));
        let cut = &docx()[..120];
        assert_eq!(word(cut), Err("Broken".to_owned()));
        let many: Vec<_> = (0..=MOST_ENTRIES).map(|n| format!("a{n}")).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|n| (n.as_str(), &b""[..])).collect();
        assert_eq!(word(&archive(&many)), Err("Bomb".to_owned()));
    }

    #[test]
    fn macros_are_refused_however_they_hide() {
        let plain = [
            ("[Content_Types].xml", WORD),
            ("word/document.xml", &b"x"[..]),
        ];
        let named = [&plain[..], &[("word/VBAProject.BIN", &b"x"[..])]].concat();
        assert_eq!(word(&archive(&named)), Err("Macros".to_owned()));
        let types = String::from_utf8_lossy(WORD)
            .replace("</Types>", "ms-word.document.macroEnabled.main+xml</Types>");
        let typed = [("[Content_Types].xml", types.as_bytes()), plain[1]];
        assert_eq!(word(&archive(&typed)), Err("Macros".to_owned()));
    }

    #[test]
    fn a_bomb_is_refused_before_it_unfolds() {
        let zeros = vec![0; usize::try_from(LARGE).unwrap() + 1];
        let bomb = archive(&[
            ("[Content_Types].xml", WORD),
            ("word/document.xml", b"x"),
            ("word/media/image1.png", &zeros),
        ]);
        assert!(bomb.len() < 20_000);
        assert_eq!(word(&bomb), Err("Bomb".to_owned()));
    }
}
