//! What is said about an application among those who review and run it: plain text
//! within a limit, and whose attention it draws. Knows neither who writes nor who
//! reads.

use super::thread::read_body;
use super::{AccountId, Message, Problems};

/// Most people whose attention one post draws.
pub const MENTIONS_MOST: usize = 20;

/// Somebody as a discussion knows them. One person can be both, and what they are
/// as one says nothing of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The reviewer with this place among all who ever were, whose letter it is.
    Reviewer(usize),
    /// An admin or auditor.
    Staff(AccountId),
}

impl Voice {
    /// Posted code.
    pub fn code(self) -> String {
        match self {
            Self::Reviewer(place) => format!("reviewer-{place}"),
            Self::Staff(id) => format!("staff-{id}"),
        }
    }

    /// The voice of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once('-')? {
            ("reviewer", place) => place.parse().ok().map(Self::Reviewer),
            ("staff", id) => AccountId::parse(id).ok().map(Self::Staff),
            _ => None,
        }
    }
}

/// A post as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedPost {
    pub body: String,
    /// Codes of the voices whose attention it draws.
    pub mentions: Vec<String>,
    /// Made with the page: a second press posts nothing.
    pub press: String,
}

/// Reads a post: its words, and the voices among those who may read it.
pub fn read_post(typed: &TypedPost, readers: &[Voice]) -> Result<(String, Vec<Voice>), Problems> {
    let mut problems = Problems::default();
    let body = read_body(&typed.body).unwrap_or_else(|message| {
        problems.add("body", message);
        String::new()
    });
    let mut mentioned: Vec<Voice> = Vec::new();
    for code in &typed.mentions {
        match Voice::from_code(code).filter(|voice| readers.contains(voice)) {
            Some(voice) if mentioned.contains(&voice) => {}
            Some(voice) if mentioned.len() < MENTIONS_MOST => mentioned.push(voice),
            _ => {
                problems.add("mentions", Message::new("error-choice"));
                break;
            }
        }
    }
    if problems.is_empty() {
        Ok((body, mentioned))
    } else {
        Err(problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff() -> Voice {
        let id = "00000000-0000-7000-8000-000000000001";
        Voice::Staff(id.parse().unwrap())
    }

    fn typed(body: &str, mentions: &[&str]) -> TypedPost {
        TypedPost {
            body: body.to_owned(),
            mentions: mentions.iter().map(|code| (*code).to_owned()).collect(),
            press: String::new(),
        }
    }

    #[test]
    fn a_code_finds_its_voice() {
        for voice in [Voice::Reviewer(0), Voice::Reviewer(31), staff()] {
            assert_eq!(Voice::from_code(&voice.code()), Some(voice));
        }
        for code in ["", "reviewer", "reviewer-x", "staff:1", "admin:1"] {
            assert_eq!(Voice::from_code(code), None, "{code}");
        }
    }

    #[test]
    fn only_readers_are_called() {
        let readers = [Voice::Reviewer(1), staff()];
        let read = |mentions: &[&str]| read_post(&typed("Look.", mentions), &readers);
        let once = read(&["reviewer-1", "reviewer-1"]).unwrap();
        assert_eq!(once, ("Look.".to_owned(), vec![Voice::Reviewer(1)]));
        assert_eq!(read(&[]).unwrap().1, []);
        let other = read(&["reviewer-0"]).unwrap_err();
        assert_eq!(other.of("mentions").unwrap().key, "error-choice");
        let both = read_post(&typed(" ", &["reviewer-0"]), &readers).unwrap_err();
        assert_eq!(both.0.len(), 2);
    }
}
