//! Changes of an agreement that stands: other terms, or more time for the same money.

use super::day;
use crate::domain::moment::Day;
use crate::domain::{Message, Problems};

/// What an amendment changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AmendmentKind {
    /// Terms, in words; holds once the organisation agrees.
    Terms,
    /// A later end at no cost; holds at once.
    Extension,
}

impl AmendmentKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Terms, Self::Extension];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Terms => "terms",
            Self::Extension => "extension",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Reads the new end of an award, field `day`: later than the one that stands.
pub fn read_extension(text: &str, ends: Day) -> Result<Day, Problems> {
    let later = day(text).and_then(|later| match later > ends {
        true => Ok(later),
        false => Err(Message::new("error-award-extension")),
    });
    later.map_err(|message| Problems::one("day", message))
}
