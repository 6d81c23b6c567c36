//! How long what is kept, by kind. What has had its time loses its words and files; ids,
//! states, amounts and scores stay.

use super::moment::Day;
use super::numerals::parse_whole;
use super::{Message, Problems, check::read_note};

/// The shortest period: shorter ones would take what is still being worked with.
pub const LEAST_DAYS: i64 = 30;
/// The longest period, a hundred years.
pub const MOST_DAYS: i64 = 36_500;
/// Days for which a period that was just set takes nothing, so that a slip can be seen.
pub const GRACE_DAYS: i64 = 7;
/// How far a preview looks ahead.
pub const AHEAD_DAYS: i64 = 30;

/// A kind of contents, with what its period is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Applications that were not funded, from their outcome on.
    Declined,
    /// Drafts that nobody sent, from the last change on, once their round is closed or where
    /// it has no closing day.
    Drafts,
    /// Funded applications with their awards, from the close-out on.
    Awards,
    /// The words of reviews, from the outcome or the close-out on.
    Reviews,
    /// Messages and discussions, from there on too.
    Messages,
    /// Referees and their answers, from there on too.
    Referees,
    /// Uploaded files, from there on too.
    Files,
    /// Entries of engagement logs, from the last version on.
    Engagement,
    /// Places and words of incidents, from the last version on.
    Incidents,
    /// Hits on watch lists that do not count any more, from the screening on.
    Hits,
    /// Letters, from their sending on.
    Mail,
    /// Organisations that nothing goes on with any more, with their people, from the last
    /// outcome, close-out or signing in of one of these on.
    Organisations,
    /// Accounts of people who act for nobody, from the last signing in on.
    Accounts,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Declined,
        Self::Drafts,
        Self::Awards,
        Self::Reviews,
        Self::Messages,
        Self::Referees,
        Self::Files,
        Self::Engagement,
        Self::Incidents,
        Self::Hits,
        Self::Mail,
        Self::Organisations,
        Self::Accounts,
    ];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::Drafts => "drafts",
            Self::Awards => "awards",
            Self::Reviews => "reviews",
            Self::Messages => "messages",
            Self::Referees => "referees",
            Self::Files => "files",
            Self::Engagement => "engagement",
            Self::Incidents => "incidents",
            Self::Hits => "hits",
            Self::Mail => "mail",
            Self::Organisations => "organisations",
            Self::Accounts => "accounts",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// To what something of this kind belongs.
    pub fn owner(self) -> Owner {
        match self {
            Self::Declined
            | Self::Drafts
            | Self::Awards
            | Self::Reviews
            | Self::Messages
            | Self::Referees
            | Self::Files => Owner::Application,
            Self::Engagement | Self::Incidents | Self::Hits | Self::Organisations => {
                Owner::Organisation
            }
            Self::Mail => Owner::Nobody,
            Self::Accounts => Owner::Person,
        }
    }
}

/// To what contents belong, by which it is told who may know of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    Application,
    Organisation,
    Person,
    Nobody,
}

/// Reads a period in days; nothing typed keeps without an end.
pub fn read_days(text: &str) -> Result<Option<i32>, Message> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let days = parse_whole(text).filter(|days| (LEAST_DAYS..=MOST_DAYS).contains(days));
    let days = days.and_then(|days| i32::try_from(days).ok());
    let wrong = || {
        Message::new("error-retention-days")
            .with("least", LEAST_DAYS)
            .with("most", MOST_DAYS)
    };
    days.map(Some).ok_or_else(wrong)
}

/// Reads why something is kept longer (field `reason`) and until when (`until`), a day
/// that is not over.
pub fn read_keep(reason: &str, until: &str, today: Day) -> Result<(String, Day), Problems> {
    let mut problems = Problems::default();
    let reason = problems.take("reason", read_note(reason, true));
    let day = Day::parse(until).and_then(|day| match day >= today {
        true => Ok(day),
        false => Err(Message::new("error-day-gone")),
    });
    let until = problems.take("until", day);
    match (reason, until) {
        (Some(reason), Some(until)) => Ok((reason, until)),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_thirty_days_or_more_or_none() {
        assert_eq!(read_days(" "), Ok(None));
        assert_eq!(read_days("30"), Ok(Some(30)));
        assert_eq!(read_days("٣٦٥"), Ok(Some(365)));
        for wrong in ["29", "0", "-40", "36501", "a year", "99999999999999999999"] {
            assert_eq!(read_days(wrong).unwrap_err().key, "error-retention-days");
        }
    }

    #[test]
    fn what_is_kept_has_a_reason_and_a_day() {
        let today = Day::parse("2026-11-29").unwrap();
        let (reason, until) = read_keep(" An audit. ", "2026-11-29", today).unwrap();
        assert_eq!(
            (reason.as_str(), until.iso().as_str()),
            ("An audit.", "2026-11-29")
        );
        let problems = read_keep("", "2026-11-28", today).unwrap_err();
        let told: Vec<&str> = problems.0.iter().map(|one| one.message.key).collect();
        assert_eq!(told, ["error-required", "error-day-gone"]);
    }

    #[test]
    fn every_kind_comes_back_from_its_code() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kind::from_code("everything"), None);
    }
}
