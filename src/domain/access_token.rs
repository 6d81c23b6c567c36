//! Keys with which programs read: what each may read, and how long.

use std::collections::BTreeSet;

use super::numerals::{one_line, western};
use super::{Message, Problems};

/// What a program may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    Applications,
    Decisions,
    Scores,
    Awards,
    /// Scores with every word and the address of who wrote it.
    Reviews,
    Payments,
    Audit,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 7] = [
        Self::Applications,
        Self::Decisions,
        Self::Scores,
        Self::Awards,
        Self::Reviews,
        Self::Payments,
        Self::Audit,
    ];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Applications => "applications",
            Self::Decisions => "decisions",
            Self::Scores => "scores",
            Self::Awards => "awards",
            Self::Reviews => "reviews",
            Self::Payments => "payments",
            Self::Audit => "audit",
        }
    }

    /// The scope of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

/// Several scopes, stored as their codes with spaces between.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scopes(pub BTreeSet<Scope>);

impl Scopes {
    /// The stored text.
    pub fn text(&self) -> String {
        let codes: Vec<&str> = self.0.iter().map(|scope| scope.code()).collect();
        codes.join(" ")
    }

    /// Reads the stored text; what a later release named is passed over.
    pub fn from_text(text: &str) -> Self {
        Self(text.split(' ').filter_map(Scope::from_code).collect())
    }
}

/// Longest name, in characters.
const NAME_MOST: usize = 80;
/// Longest life, in days.
pub const DAYS_MOST: i64 = 366;

/// A key as typed.
#[derive(Debug, Clone, Default)]
pub struct TokenDraft {
    pub name: String,
    pub scopes: Vec<String>,
    pub days: String,
}

/// A key as it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    pub name: String,
    pub scopes: Scopes,
    pub days: i64,
}

impl TokenDraft {
    /// The key that this describes, or everything wrong with it by field.
    pub fn check(&self) -> Result<NewToken, Problems> {
        let mut problems = Problems::default();
        let name = one_line(&self.name);
        if name.is_empty() {
            problems.add("name", Message::new("error-required"));
        } else if name.chars().count() > NAME_MOST {
            let most = i64::try_from(NAME_MOST).unwrap_or(i64::MAX);
            problems.add("name", Message::new("error-too-long").with("most", most));
        }
        let read: Option<BTreeSet<Scope>> = self
            .scopes
            .iter()
            .map(|code| Scope::from_code(code))
            .collect();
        let scopes = read.unwrap_or_default();
        if scopes.is_empty() {
            problems.add("scopes", Message::new("error-choice"));
        }
        let days: Option<i64> = western(self.days.trim()).parse().ok();
        let days = days.filter(|days| (1..=DAYS_MOST).contains(days));
        if days.is_none() {
            let message = Message::new("error-token-days").with("most", DAYS_MOST);
            problems.add("days", message);
        }
        match days {
            Some(days) if problems.is_empty() => Ok(NewToken {
                name,
                scopes: Scopes(scopes),
                days,
            }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(name: &str, scopes: &[&str], days: &str) -> TokenDraft {
        TokenDraft {
            name: name.to_owned(),
            scopes: scopes.iter().map(|code| (*code).to_owned()).collect(),
            days: days.to_owned(),
        }
    }

    #[test]
    fn a_key_has_a_name_something_to_read_and_an_end() {
        let sound = draft(" The dashboard ", &["scores", "awards"], "٣٠")
            .check()
            .unwrap();
        assert_eq!((sound.name.as_str(), sound.days), ("The dashboard", 30));
        assert_eq!(sound.scopes.text(), "scores awards");
        assert_eq!(Scopes::from_text("scores later awards"), sound.scopes);
        for (name, scopes, days) in [
            ("", &["scores"][..], "30"),
            ("A", &[][..], "30"),
            ("A", &["everything"][..], "30"),
            ("A", &["scores"][..], "0"),
            ("A", &["scores"][..], "367"),
            ("A", &["scores"][..], ""),
        ] {
            let problems = draft(name, scopes, days).check().unwrap_err();
            assert_eq!(problems.0.len(), 1, "{name:?} {scopes:?} {days:?}");
        }
    }
}
