//! What an organisation reports: drafted, sent, asked back or accepted.

use super::NotAllowed;
use crate::domain::numerals::many_lines;
use crate::domain::{Currency, Message, Money, Problems};

/// Most letters of a report: a page or two beside its figures.
const WORDS_MOST: usize = 20_000;

/// Which report it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportKind {
    Progress,
    Final,
}

impl ReportKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Progress, Self::Final];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::Final => "final",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportState {
    /// Not sent; there may be a draft.
    Due,
    Sent,
    /// Sent back to be mended.
    Returned,
    Accepted,
}

impl ReportState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Due, Self::Sent, Self::Returned, Self::Accepted];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Sent => "sent",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the organisation has to do something.
    pub fn is_owed(self) -> bool {
        matches!(self, Self::Due | Self::Returned)
    }

    /// Where sending leads.
    pub fn sent(self) -> Result<Self, NotAllowed> {
        self.is_owed().then_some(Self::Sent).ok_or(NotAllowed)
    }

    /// Where a verdict leads.
    pub fn judged(self, accepted: bool) -> Result<Self, NotAllowed> {
        match (self, accepted) {
            (Self::Sent, true) => Ok(Self::Accepted),
            (Self::Sent, false) => Ok(Self::Returned),
            (Self::Due | Self::Returned | Self::Accepted, _) => Err(NotAllowed),
        }
    }
}

/// Reads the words and the sum spent so far, fields `words` and `spent`. A draft may
/// leave out both; what is sent may not.
pub fn read_report(
    (words, spent): (&str, &str),
    currency: Currency,
    sends: bool,
) -> Result<(String, Option<i64>), Problems> {
    let mut problems = Problems::default();
    let words = many_lines(words);
    let words = match words.chars().count() {
        0 if sends => Err(Message::new("error-required")),
        n if n > WORDS_MOST => Err(Message::new("error-too-long").with("most", WORDS_MOST as i64)),
        _ => Ok(words),
    };
    let words = problems.take("words", words);
    let spent = match spent.trim() {
        "" if sends => Err(Message::new("error-required")),
        "" => Ok(None),
        typed => Money::parse(typed, currency).map(|money| Some(money.minor)),
    };
    let spent = problems.take("spent", spent);
    match (words, spent) {
        (Some(words), Some(spent)) => Ok((words, spent)),
        _ => Err(problems),
    }
}
