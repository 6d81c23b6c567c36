//! What may be published of an award: for groups under attack, naming one may harm it.

mod grant;

pub use grant::{AwardFacts, Funder, Grant, Recipient, grant};

use super::{Message, Problems};

/// Code of the question that asks an organisation what may be published of its grant.
pub const PUBLISH: &str = "publish";

/// How much of an award is published; the more careful comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Publication {
    /// Nothing at all: how every award begins.
    #[default]
    Withheld,
    /// The amount and the day, with whom the recipient belongs to and nothing closer.
    Anonymised,
    /// The recipient with its numbers, and the title.
    Full,
}

impl Publication {
    /// Every one, the most careful first.
    pub const ALL: [Self; 3] = [Self::Withheld, Self::Anonymised, Self::Full];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Withheld => "withheld",
            Self::Anonymised => "anonymised",
            Self::Full => "full",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The most that an organisation lets be published, by its answer to [`PUBLISH`]. It
    /// was told that nothing is without one.
    pub fn allowed(answer: &str) -> Self {
        match answer {
            "full" => Self::Full,
            "anonymous" => Self::Anonymised,
            _ => Self::Withheld,
        }
    }

    /// Reads what was posted in the field `publication`.
    pub fn read(code: &str) -> Result<Self, Problems> {
        let wrong = || Problems::one("publication", Message::new("error-choice"));
        Self::from_code(code).ok_or_else(wrong)
    }
}

/// The country (ISO 3166-1) of a base, where it has one: not for groups of both sides,
/// abroad or undisclosed, nor for lists of bases that an installation made itself.
pub fn country_of(base: &str) -> Option<&'static str> {
    match base {
        "israel" => Some("IL"),
        "west_bank" | "gaza" | "east_jerusalem" => Some("PS"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_award_is_withheld_until_somebody_says_otherwise() {
        assert_eq!(Publication::default(), Publication::Withheld);
        for one in Publication::ALL {
            assert_eq!(Publication::from_code(one.code()), Some(one));
        }
        assert!(Publication::read("public").is_err());
    }

    #[test]
    fn an_organisation_that_says_nothing_allows_nothing() {
        assert_eq!(Publication::allowed("full"), Publication::Full);
        assert_eq!(Publication::allowed("anonymous"), Publication::Anonymised);
        for answer in ["no", "", "yes"] {
            assert_eq!(Publication::allowed(answer), Publication::Withheld);
        }
        assert!(Publication::Withheld < Publication::Anonymised);
        assert!(Publication::Anonymised < Publication::Full);
    }

    #[test]
    fn only_a_known_base_tells_a_country() {
        assert_eq!(country_of("gaza"), Some("PS"));
        for base in ["joint", "abroad", "undisclosed", ""] {
            assert_eq!(country_of(base), None, "{base}");
        }
    }
}
