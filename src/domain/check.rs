//! Checks: what staff found outside of the application, and the notes that say where.

use super::Message;
use super::numerals::many_lines;

/// Most characters of a note of a check or a screening.
pub const NOTE_MOST: usize = 2000;

/// What a check of a paper found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckOutcome {
    /// It came, and nobody has looked at it yet.
    Received,
    Verified,
    NotVerified,
}

impl CheckOutcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Verified, Self::NotVerified, Self::Received];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Verified => "verified",
            Self::NotVerified => "not_verified",
        }
    }

    /// The outcome of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// Reads a note of at most [`NOTE_MOST`] characters.
pub fn read_note(text: &str, needed: bool) -> Result<String, Message> {
    let note = many_lines(text);
    match note.chars().count() {
        0 if needed => Err(Message::new("error-required")),
        length if length > NOTE_MOST => {
            Err(Message::new("error-too-long").with("most", NOTE_MOST as i64))
        }
        _ => Ok(note),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_tidied_and_bounded() {
        let read = read_note(" Register seen \r\n", true);
        assert_eq!(read.unwrap(), "Register seen");
        assert_eq!(read_note(" ", false).unwrap(), "");
        assert_eq!(read_note(" ", true).unwrap_err().key, "error-required");
        let long = "م".repeat(NOTE_MOST + 1);
        assert_eq!(read_note(&long, false).unwrap_err().key, "error-too-long");
        for outcome in CheckOutcome::ALL {
            assert_eq!(CheckOutcome::from_code(outcome.code()), Some(outcome));
        }
    }
}
