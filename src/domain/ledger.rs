//! The support ledger: who pays, paid or was asked to pay for what. Entries come from
//! files of funders, from what organisations declare, from what staff learn, and from
//! the applications and awards here.

mod learned;

pub use learned::Learned;

use super::moment::Day;
use super::{Message, Money};

/// The number of an entry: counted up, so that it stays small in the index of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryNumber(pub i64);

impl EntryNumber {
    /// Reads the number of an address.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().filter(|number| *number > 0).map(Self)
    }
}

impl std::fmt::Display for EntryNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Where an entry comes from, and so how far it can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// Published by a funder, in a file that was read.
    Imported,
    /// Said by the organisation in an application.
    Declared,
    /// Noted by staff, with a source.
    Learned,
    /// Awarded here.
    Award,
    /// Asked for here: an application that was sent.
    Request,
}

impl EntryKind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Imported,
        Self::Declared,
        Self::Learned,
        Self::Award,
        Self::Request,
    ];

    /// How it is kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::Imported => "imported",
            Self::Declared => "declared",
            Self::Learned => "learned",
            Self::Award => "award",
            Self::Request => "request",
        }
    }

    /// Reads a kept code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// From the first to the last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: Day,
    pub to: Day,
}

impl Period {
    /// A period that ends no sooner than it begins.
    pub fn new(from: Day, to: Day) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// So many months from a day on.
    pub fn months_from(from: Day, months: i32) -> Option<Self> {
        let to = from.plus_months(months)?.plus_days(-1)?;
        Self::new(from, to)
    }

    /// How many days it has.
    pub fn days(self) -> i64 {
        self.to.days_since(self.from) + 1
    }

    /// How many days two periods share.
    pub fn shared_days(self, other: Self) -> i64 {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (to.days_since(from) + 1).max(0)
    }
}

/// Somebody who gives or receives: a name and numbers by which registers know them
/// (org-id codes, such as `IL-RA-580197770`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    pub name: String,
    pub identifiers: Vec<String>,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// How its source calls it; one source never calls two things the same.
    pub grant_id: String,
    pub funder: Party,
    pub recipient: Party,
    pub title: String,
    pub description: String,
    /// Missing where the source gives none that can be read.
    pub amount: Option<Money>,
    pub awarded_on: Option<Day>,
    /// Missing where the source gives none; see [`Grant::paid_period`].
    pub period: Option<Period>,
}

/// For how long money is taken to be spent where a source gives only the day of the
/// award.
pub const ASSUMED_MONTHS: i32 = 12;

impl Grant {
    /// When the money is for, and whether that is assumed from the day of the award.
    pub fn paid_period(&self) -> Option<(Period, bool)> {
        if let Some(period) = self.period {
            return Some((period, false));
        }
        let assumed = Period::months_from(self.awarded_on?, ASSUMED_MONTHS)?;
        Some((assumed, true))
    }
}

/// The calendar by which the day of an award here is told.
pub const CALENDAR: &str = "Asia/Jerusalem";

/// Longest texts of an entry that staff write, in characters.
pub const MOST_NAME: usize = 300;
pub const MOST_TEXT: usize = 5_000;

/// A text that must be there and fit.
pub fn needed(text: &str, most: usize) -> Result<String, Message> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Message::new("error-required"));
    }
    if text.chars().count() > most {
        return Err(
            Message::new("error-too-long").with("most", i64::try_from(most).unwrap_or(i64::MAX))
        );
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn periods_share_the_days_that_both_have() {
        let year = Period::new(day("2026-01-01"), day("2026-12-31")).expect("a year");
        let spring = Period::months_from(day("2026-03-01"), 3).expect("three months");
        assert_eq!((spring.to, spring.days()), (day("2026-05-31"), 92));
        assert_eq!(year.shared_days(spring), 92);
        let later = Period::new(day("2026-05-31"), day("2027-02-01")).expect("a period");
        assert_eq!(spring.shared_days(later), 1);
        let apart = Period::new(day("2028-01-01"), day("2028-01-31")).expect("a month");
        assert_eq!(year.shared_days(apart), 0);
        assert_eq!(Period::new(day("2026-02-01"), day("2026-01-31")), None);
    }

    #[test]
    fn months_end_before_the_same_day() {
        let from = day("2024-01-31");
        let period = Period::months_from(from, 1).expect("a month");
        assert_eq!(
            period.to,
            day("2024-02-28"),
            "29 February is the next begin"
        );
    }
}
