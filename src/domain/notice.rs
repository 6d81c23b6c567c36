//! Notices: that something happened to an application, told by a letter that
//! holds only a link, as often as its reader chose.

use jiff::civil;

use super::Moment;
use super::moment::time_zone;

/// How often a person wants letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Frequency {
    /// A letter for each notice.
    #[default]
    AtOnce,
    /// One letter in the morning with what came since the last.
    Daily,
    /// Only what must arrive: receipts, decisions, questions with a due date.
    Essential,
}

impl Frequency {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::AtOnce, Self::Daily, Self::Essential];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Daily => "daily",
            Self::Essential => "essential",
        }
    }

    /// The choice of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What a notice tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// A message came.
    Message,
    /// An applicant answered a clarification.
    Answered,
    /// An applicant is asked something, or its due date moved.
    Asked,
    /// A clarification was ended without an answer.
    Closed,
    /// A post in a discussion draws one's attention.
    Mention,
    /// Reviews of an application differ widely.
    Disagreement,
}

impl NoticeKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Message,
        Self::Answered,
        Self::Asked,
        Self::Closed,
        Self::Mention,
        Self::Disagreement,
    ];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Answered => "answered",
            Self::Asked => "asked",
            Self::Closed => "closed",
            Self::Mention => "mention",
            Self::Disagreement => "disagreement",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it has a due date behind it, so that no choice silences it.
    pub fn must_arrive(self) -> bool {
        match self {
            Self::Asked => true,
            Self::Message | Self::Answered | Self::Closed | Self::Mention | Self::Disagreement => {
                false
            }
        }
    }
}

/// What becomes of a notice when it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delivery {
    Now,
    Morning,
    /// Its reader finds it on the page.
    Never,
}

/// What a reader's choice means for a kind of notice.
pub fn delivery(frequency: Frequency, kind: NoticeKind) -> Delivery {
    match frequency {
        _ if kind.must_arrive() => Delivery::Now,
        Frequency::AtOnce => Delivery::Now,
        Frequency::Daily => Delivery::Morning,
        Frequency::Essential => Delivery::Never,
    }
}

/// Hour of the morning, by the reader's wall clock, at which a digest is due.
const MORNING: i8 = 8;

/// The latest morning that has come in a zone: what was noted before it and not
/// told yet is due.
pub fn last_morning(now: Moment, zone: &str) -> Moment {
    let zone = time_zone(zone);
    let here = now.timestamp().to_zoned(zone.clone());
    let eight = |date: civil::Date| {
        let zoned = date.at(MORNING, 0, 0, 0).to_zoned(zone.clone());
        zoned.map_or(now, |at| {
            Moment::from_micros(at.timestamp().as_microsecond())
        })
    };
    let today = eight(here.date());
    if today <= now {
        return today;
    }
    here.date().yesterday().map_or(today, eight)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, zone: &str) -> Moment {
        Moment::parse_local(text, zone).unwrap()
    }

    #[test]
    fn morning_is_where_the_reader_is() {
        let zone = "Asia/Hebron";
        let early = last_morning(at("2026-11-22 07:59", zone), zone);
        assert_eq!(early, at("2026-11-21 08:00", zone));
        let late = last_morning(at("2026-11-22 08:00", zone), zone);
        assert_eq!(late, at("2026-11-22 08:00", zone));
        let there = last_morning(at("2026-11-22 08:00", zone), "America/New_York");
        assert_eq!(there, at("2026-11-21 08:00", "America/New_York"));
    }

    #[test]
    fn a_due_date_is_never_silenced() {
        for frequency in Frequency::ALL {
            assert_eq!(delivery(frequency, NoticeKind::Asked), Delivery::Now);
            assert_eq!(Frequency::from_code(frequency.code()), Some(frequency));
        }
        assert_eq!(
            delivery(Frequency::Daily, NoticeKind::Message),
            Delivery::Morning
        );
        assert_eq!(
            delivery(Frequency::Essential, NoticeKind::Message),
            Delivery::Never
        );
        for kind in NoticeKind::ALL {
            assert_eq!(NoticeKind::from_code(kind.code()), Some(kind));
        }
    }
}
