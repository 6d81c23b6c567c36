//! Pressure on organisations as dated, sourced incidents: bans, raids, arrests, smear
//! campaigns, closed accounts, lost funding. What an incident is, how sure it is and
//! how it ages; nothing here is weighed into a score.
//!
//! Ageing orders and groups, it does not judge: an incident is recent for 3 months,
//! then of the last 12 months, then of the last 24, then older. A month counts from
//! its first day. Funding that was lost "in the last 12 months", without a day, counts
//! from the day on which that was said, the youngest that it can be.

mod stated;
mod typed;

pub use stated::{Change, Held, Stated, reconcile, stated};
pub use typed::{
    Assessment, TypedAssessment, TypedIncident, Verdict, read_assessment, read_incident,
};

use super::moment::Day;
use super::{Country, Money};

/// Code of the rows of incidents in a form, and of its columns.
pub const INCIDENTS: &str = "incidents";
/// Code of the rows of lost funding.
pub const FUNDING_LOST: &str = "funding_lost";
/// Column of the kind, whose options are the list of kinds.
pub const KIND: &str = "kind";
/// The kind of lost funding with an amount; no option of a form.
pub const FUNDING_LOSS: &str = "funding_loss";

/// How old an incident is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Of the last 3 months.
    Recent,
    /// Of the last 12 months.
    Year,
    /// Of the last 24 months.
    TwoYears,
    Older,
}

impl Band {
    /// Every band, the youngest first.
    pub const ALL: [Self; 4] = [Self::Recent, Self::Year, Self::TwoYears, Self::Older];

    /// The band of a day as seen from another one. What is said to lie ahead is recent.
    pub fn of(day: Day, today: Day) -> Self {
        match months_between(day, today) {
            ..3 => Self::Recent,
            3..12 => Self::Year,
            12..24 => Self::TwoYears,
            _ => Self::Older,
        }
    }

    /// Stable code, for addresses and tests.
    pub fn code(self) -> &'static str {
        match self {
            Self::Recent => "recent",
            Self::Year => "year",
            Self::TwoYears => "two_years",
            Self::Older => "older",
        }
    }
}

/// Whole months from one day to another; negative before it.
pub fn months_between(from: Day, to: Day) -> i32 {
    let ((y, m, d), (year, month, day)) = (from.parts(), to.parts());
    let months = (year - y) * 12 + i32::from(month) - i32::from(m);
    months - i32::from(day < d)
}

/// The day that lies whole months before another one, at most the last of its month.
pub fn months_before(day: Day, months: i32) -> Day {
    let (year, month, of_month) = day.parts();
    let count = year * 12 + i32::from(month) - 1 - months;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    let fits = (1..=of_month).rev();
    let mut days = fits.filter_map(|one| Day::parse(&format!("{year}-{month}-{one}")).ok());
    days.next().unwrap_or(day)
}

/// How far back one looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Period {
    Quarter,
    #[default]
    Year,
    TwoYears,
    Ever,
}

impl Period {
    /// The first day of it; nothing for ever.
    pub fn since(self, today: Day) -> Option<Day> {
        let months = match self {
            Self::Quarter => 3,
            Self::Year => 12,
            Self::TwoYears => 24,
            Self::Ever => return None,
        };
        Some(months_before(today, months))
    }
}

/// The first day of the month of a day.
pub fn first_of_month(day: Day) -> Day {
    let (year, month, _) = day.parts();
    Day::parse(&format!("{year}-{month}-1")).unwrap_or(day)
}

/// Every month from one day to another, as [`Happening::month`] has them.
pub fn months(from: Day, to: Day) -> Vec<String> {
    let count = |day: Day| {
        let (year, month, _) = day.parts();
        year * 12 + i32::from(month) - 1
    };
    (count(from)..=count(to))
        .map(|at| format!("{:04}-{:02}", at.div_euclid(12), at.rem_euclid(12) + 1))
        .collect()
}

/// How precisely it is known when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    Day,
    /// The day kept is the first of the month.
    Month,
    /// At some time in the twelve months before the day kept.
    Year,
}

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Somebody says so.
    Claimed,
    /// Another source says the same.
    Corroborated,
    /// Somebody of the programme has seen proof.
    Verified,
}

/// Where it is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The organisation's own statement.
    Applicant,
    /// Somebody of the programme was there or was told.
    Staff,
    /// With a link.
    Press,
    /// A court's or an authority's paper.
    Court,
    /// Another organisation, a lawyer, a supporter.
    Other,
}

/// Whether a text is nothing but an address to follow.
pub fn is_address(text: &str) -> bool {
    let begins = ["https://", "http://"]
        .iter()
        .any(|one| text.starts_with(one));
    begins && !text.contains(char::is_whitespace)
}

/// Whether it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Standing,
    /// The organisation no longer states it.
    Withdrawn,
    /// Staff found that it is not so.
    Mistaken,
}

macro_rules! codes {
    ($($type:ident { $($variant:ident = $code:literal),+ })+) => {$(
        impl $type {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Stored and posted code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The one of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    )+};
}

codes! {
    Period { Quarter = "3", Year = "12", TwoYears = "24", Ever = "all" }
    Precision { Day = "day", Month = "month", Year = "year" }
    Certainty { Claimed = "claimed", Corroborated = "corroborated", Verified = "verified" }
    Source { Applicant = "applicant", Staff = "staff", Press = "press", Court = "court", Other = "other" }
    State { Standing = "standing", Withdrawn = "withdrawn", Mistaken = "mistaken" }
}

/// What happened, when and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// Code of the programme's list of kinds, or [`FUNDING_LOSS`].
    pub kind: String,
    pub day: Day,
    pub precision: Precision,
    /// Nothing where it isn't told.
    pub country: Option<Country>,
    pub locality: String,
    /// What was lost, of lost funding.
    pub amount: Option<Money>,
}

impl Happening {
    /// `2026-03`, where the month is known; else empty.
    pub fn month(&self) -> String {
        let (year, month, _) = self.day.parts();
        match self.precision {
            Precision::Day | Precision::Month => format!("{year:04}-{month:02}"),
            Precision::Year => String::new(),
        }
    }

    /// The same for the same happening told twice by one organisation, as in two
    /// applications: it is counted once.
    pub fn sameness(&self) -> String {
        let country = self.country.as_ref().map_or("", |one| one.code());
        let amount = self.amount.map_or_else(String::new, |money| {
            format!("{} {}", money.minor, money.currency.code())
        });
        let locality = self.locality.to_lowercase();
        let when = match self.precision {
            Precision::Year => self.precision.code().to_owned(),
            Precision::Day | Precision::Month => self.day.iso(),
        };
        [&self.kind, &when, country, &locality, &amount].join("|")
    }
}

/// An incident: what happened, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    pub happening: Happening,
    pub source: Source,
    /// The link of a press report, the number of a paper; empty for none.
    pub reference: String,
    pub certainty: Certainty,
    /// Of staff, for staff.
    pub note: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn incidents_age_by_whole_months() {
        let today = day("2026-11-29");
        let bands = [
            ("2026-12-24", Band::Recent),
            ("2026-11-29", Band::Recent),
            ("2026-08-30", Band::Recent),
            ("2026-08-29", Band::Year),
            ("2025-11-30", Band::Year),
            ("2025-11-29", Band::TwoYears),
            ("2024-11-30", Band::TwoYears),
            ("2024-11-29", Band::Older),
            ("1990-01-01", Band::Older),
        ];
        for (text, band) in bands {
            assert_eq!(Band::of(day(text), today), band, "{text}");
        }
    }

    #[test]
    fn a_day_months_ago_exists() {
        let back = |text: &str, months| months_before(day(text), months).iso();
        assert_eq!(back("2026-05-31", 3), "2026-02-28");
        assert_eq!(back("2026-01-15", 1), "2025-12-15");
        assert_eq!(back("2028-02-29", 12), "2027-02-28");
        assert_eq!(back("2026-11-29", 24), "2024-11-29");
    }

    #[test]
    fn an_address_has_no_words_around_it() {
        assert!(is_address("https://press.example/raid?day=1"));
        for text in [
            "",
            "see https://press.example",
            "https://a.example and a paper",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }

    #[test]
    fn months_follow_each_other_over_the_year() {
        let all = months(day("2025-11-29"), day("2026-02-01"));
        assert_eq!(all, ["2025-11", "2025-12", "2026-01", "2026-02"]);
        assert_eq!(first_of_month(day("2026-02-27")), day("2026-02-01"));
        assert_eq!(
            Period::Year.since(day("2026-11-29")),
            Some(day("2025-11-29"))
        );
    }

    #[test]
    fn what_is_told_twice_is_the_same_however_it_is_spelled() {
        let told = |locality: &str, day_told: &str| Happening {
            kind: "raid".to_owned(),
            day: day(day_told),
            precision: Precision::Day,
            country: Country::parse("PS").ok(),
            locality: locality.to_owned(),
            amount: None,
        };
        let first = told("Hebron", "2026-03-09");
        assert_eq!(first.sameness(), told("HEBRON", "2026-03-09").sameness());
        assert_ne!(first.sameness(), told("Hebron", "2026-03-10").sameness());
        assert_eq!(first.month(), "2026-03");
        let vague = Happening {
            precision: Precision::Year,
            ..first
        };
        assert_eq!(vague.month(), "");
    }
}
