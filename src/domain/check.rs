//! Due diligence: what staff verified outside of the application.

use super::numerals::many_lines;
use super::{Message, Problems};

/// Most characters of a note of a check or a screening.
pub const NOTE_MOST: usize = 2000;

/// What a check of the legal status found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckOutcome {
    Verified,
    NotVerified,
}

impl CheckOutcome {
    /// Every outcome.
    pub const ALL: [Self; 2] = [Self::Verified, Self::NotVerified];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::NotVerified => "not_verified",
        }
    }

    /// The outcome of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// Reads a posted check, fields `outcome` and `note`. The note says what was
/// looked at, so it can't be empty.
pub fn read_check(outcome: &str, note: &str) -> Result<(CheckOutcome, String), Problems> {
    let mut problems = Problems::default();
    let outcome = CheckOutcome::from_code(outcome).ok_or_else(|| Message::new("error-choice"));
    let outcome = problems.take("outcome", outcome);
    let note = problems.take("note", read_note(note, true));
    match (outcome, note) {
        (Some(outcome), Some(note)) => Ok((outcome, note)),
        _ => Err(problems),
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
    fn a_check_needs_outcome_and_note() {
        let read = read_check("verified", " Register seen \r\n").unwrap();
        assert_eq!(read, (CheckOutcome::Verified, "Register seen".to_owned()));
        let fields = |outcome, note: &str| -> Vec<String> {
            let problems = read_check(outcome, note).unwrap_err();
            problems.0.into_iter().map(|p| p.field).collect()
        };
        assert_eq!(fields("maybe", " "), ["outcome", "note"]);
        assert_eq!(fields("verified", &"م".repeat(NOTE_MOST + 1)), ["note"]);
    }
}
