//! When a file becomes the version of a list that is in force.

use crate::domain::Message;
use crate::domain::moment::Day;

/// A version that was read, or the one in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVersion {
    /// Whose format it is in.
    pub source: String,
    /// The list's own day.
    pub dated: Day,
    /// SHA-256 of the file, or of the digests of several in order.
    pub digest: String,
    pub entries: i64,
    pub names: i64,
    /// Rows that could not be read.
    pub passed_over: i64,
}

/// A code of a list: small letters, digits, hyphens and underscores.
pub fn is_list_code(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    (2..=40).contains(&text.len())
        && text.bytes().all(plain)
        && text.starts_with(|c: char| c.is_ascii_lowercase())
}

/// One row in a hundred may be unreadable, and three in any file.
fn is_too_bad(new: &NewVersion) -> bool {
    new.passed_over > 3.max((new.entries + new.passed_over) / 100)
}

/// Lists lose a few entries from one version to the next, and a few names. One in ten
/// less, and three in any list, looks like a file that was cut between two rows.
fn is_shrunk(new: &NewVersion, present: &NewVersion) -> bool {
    let shrunk = |new: i64, present: i64| present - new > (present / 10).max(3);
    shrunk(new.entries, present.entries) || shrunk(new.names, present.names)
}

/// Whether a version may follow the one in force: `Ok(false)` if it is the same.
/// `fewer` says that a list that lost more than a tenth of its entries or names is no
/// mistake.
pub fn check_version(
    new: &NewVersion,
    present: Option<&NewVersion>,
    today: Day,
    fewer: bool,
) -> Result<bool, Message> {
    if present.is_some_and(|present| present.digest == new.digest) {
        return Ok(false);
    }
    if new.entries == 0 {
        return Err(Message::new("watch-no-entries"));
    }
    if is_too_bad(new) {
        return Err(Message::new("watch-too-bad")
            .with("bad", new.passed_over)
            .with("entries", new.entries));
    }
    if new.dated > today {
        return Err(Message::new("watch-future").with("dated", new.dated.iso()));
    }
    let Some(present) = present else {
        return Ok(true);
    };
    if present.source != new.source {
        return Err(Message::new("watch-other-source")
            .with("present", present.source.as_str())
            .with("new", new.source.as_str()));
    }
    if new.dated < present.dated {
        return Err(Message::new("watch-older")
            .with("present", present.dated.iso())
            .with("new", new.dated.iso()));
    }
    if is_shrunk(new, present) && !fewer {
        return Err(Message::new("watch-fewer")
            .with("present", present.entries)
            .with("former", present.names)
            .with("new", new.entries)
            .with("names", new.names));
    }
    Ok(true)
}
