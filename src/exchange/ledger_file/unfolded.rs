//! How large a workbook becomes. It is an archive that may hold far more than its own
//! length, and its reader holds all shared texts at once: both have a bound that is
//! measured before anything is read of it. What an archive says of itself is not believed.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::Wrong;
use crate::domain::Message;

/// Most bytes that all parts may hold together: a million grants take a third of it.
const MOST_BYTES: u64 = 4 << 30;
/// How many times larger than the file its content may be, once it is large.
const MOST_RATIO: u64 = 100;
const LARGE: u64 = 64 << 20;
/// Most bytes of the shared texts.
const MOST_TEXTS: u64 = 512 << 20;
/// Most parts: sheets, drawings, relations.
const MOST_PARTS: usize = 5_000;
/// The part with the shared texts.
const TEXTS: &str = "sharedstrings.xml";
/// In so many bytes it says how many there are.
const HEAD: u64 = 16 << 10;

fn broken<E>(_: E) -> Wrong {
    Wrong::plain(1, "", "giving-workbook")
}

/// Refuses a workbook that unfolds too far.
pub fn check(path: &Path) -> Result<(), Wrong> {
    let file = File::open(path).map_err(broken)?;
    let size = file.metadata().map_err(broken)?.len();
    within(
        file,
        MOST_BYTES.min(LARGE.max(size.saturating_mul(MOST_RATIO))),
    )
}

/// Refuses one whose parts hold more than `most` bytes together.
pub(super) fn within(file: File, most: u64) -> Result<(), Wrong> {
    let large = || {
        let message = Message::new("giving-unfolds")
            .with("most", i64::try_from(most >> 20).unwrap_or(i64::MAX));
        Wrong::at(1, "", message)
    };
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(broken)?;
    if archive.len() > MOST_PARTS {
        return Err(large());
    }
    let mut left = most;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(broken)?;
        let texts = part.name().map_err(broken)?.to_lowercase().ends_with(TEXTS);
        let bound = if texts { left.min(MOST_TEXTS) } else { left };
        let mut head = Vec::new();
        part.by_ref()
            .take(HEAD)
            .read_to_end(&mut head)
            .map_err(broken)?;
        let begun = head.len() as u64;
        let mut rest = part.by_ref().take((bound + 1).saturating_sub(begun));
        let read = begun + io::copy(&mut rest, &mut io::sink()).map_err(broken)?;
        if read > bound {
            return Err(large());
        }
        // The reader makes room at once for as many as are announced.
        if texts && announced(&head).is_none_or(|count| count > read) {
            return Err(broken(()));
        }
        left -= read;
    }
    Ok(())
}

/// How many shared texts the first element of a part announces.
fn announced(head: &[u8]) -> Option<u64> {
    let mut reader = Reader::from_reader(head);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                let count = tag.try_get_attribute("uniqueCount").ok()?;
                return count.map_or(Some(0), |count| count.value.trim().parse().ok());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}
