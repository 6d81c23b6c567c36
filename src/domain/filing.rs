//! An application that staff file for an organisation that wrote or called.

use super::check::read_note;
use super::moment::Day;
use super::{Message, Problems};

/// How an organisation reached us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    Letter,
    Phone,
    Email,
    Visit,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 4] = [Self::Letter, Self::Phone, Self::Email, Self::Visit];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Visit => "visit",
        }
    }

    /// The channel of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// How and when an organisation reached us, as typed.
#[derive(Debug, Clone, Default)]
pub struct TypedFiling {
    pub channel: String,
    pub day: String,
    pub note: String,
}

/// The same, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    pub channel: Channel,
    pub day: Day,
    pub note: String,
}

impl TypedFiling {
    /// Reads the fields `channel`, `day` and `note`; the day can't be after `today`.
    pub fn read(&self, today: Day) -> Result<Filing, Problems> {
        let mut problems = Problems::default();
        let channel = Channel::from_code(&self.channel).ok_or_else(|| Message::new("error-choice"));
        let channel = problems.take("channel", channel);
        let day = Day::parse(&self.day).and_then(|day| {
            (day <= today)
                .then_some(day)
                .ok_or_else(|| Message::new("error-filing-day"))
        });
        let day = problems.take("day", day);
        let note = problems.take("note", read_note(&self.note, true));
        match (channel, day, note) {
            (Some(channel), Some(day), Some(note)) => Ok(Filing { channel, day, note }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_when_and_what_are_all_needed() {
        let today = Day::parse("2026-11-02").unwrap();
        let typed = TypedFiling {
            channel: "phone".to_owned(),
            day: "2/11/2026".to_owned(),
            note: "Their line is bad; they call on Mondays.".to_owned(),
        };
        let read = typed.read(today).unwrap();
        assert_eq!((read.channel, read.day), (Channel::Phone, today));
        let fields = |typed: &TypedFiling| -> Vec<String> {
            let problems = typed.read(today).unwrap_err();
            problems.0.into_iter().map(|p| p.field).collect()
        };
        let all = ["channel", "day", "note"];
        assert_eq!(fields(&TypedFiling::default()), all);
        let tomorrow = TypedFiling {
            day: "2026-11-03".to_owned(),
            ..typed
        };
        assert_eq!(fields(&tomorrow), ["day"]);
    }

    #[test]
    fn codes_are_read_back() {
        for channel in Channel::ALL {
            assert_eq!(Channel::from_code(channel.code()), Some(channel));
        }
    }
}
