//! What reviewers say of themselves, so that they get what they can judge.

use super::allocation::Reads;
use super::numerals::parse_whole;
use super::{Language, Message, Problems};

/// Most reviews of a round that a bound can say.
const CAP_MOST: i64 = 1000;

/// What a reviewer brings, and how much they take.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewerProfile {
    pub reads: Reads,
    /// Most reviews of one round; nothing where the person set no bound.
    pub cap: Option<u32>,
}

/// The same as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedProfile {
    pub languages: Vec<String>,
    pub places: Vec<String>,
    pub expertise: Vec<String>,
    pub cap: String,
}

impl TypedProfile {
    /// A profile as a person would type it.
    pub fn of(profile: &ReviewerProfile) -> Self {
        let list = |codes: &std::collections::BTreeSet<String>| codes.iter().cloned().collect();
        Self {
            languages: list(&profile.reads.languages),
            places: list(&profile.reads.places),
            expertise: list(&profile.reads.expertise),
            cap: profile.cap.map_or_else(String::new, |cap| cap.to_string()),
        }
    }

    /// The profile, or everything wrong with it. `listed` tells whether a list of
    /// terms has a code.
    pub fn check(&self, listed: &dyn Fn(&str, &str) -> bool) -> Result<ReviewerProfile, Problems> {
        let mut problems = Problems::default();
        let language = |code: &String| Language::from_code(code).is_some();
        let wrong = |problems: &mut Problems, field: &str| {
            problems.add(field, Message::new("error-choice"));
        };
        if !self.languages.iter().all(language) {
            wrong(&mut problems, "languages");
        }
        if !self.places.iter().all(|code| listed("base", code)) {
            wrong(&mut problems, "places");
        }
        if !self
            .expertise
            .iter()
            .all(|code| listed("funding_type", code))
        {
            wrong(&mut problems, "expertise");
        }
        let cap = problems.take("cap", bound(&self.cap)).flatten();
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(ReviewerProfile {
            reads: Reads {
                languages: self.languages.iter().cloned().collect(),
                places: self.places.iter().cloned().collect(),
                expertise: self.expertise.iter().cloned().collect(),
            },
            cap,
        })
    }
}

/// A number of reviews; nothing typed is no bound.
pub fn bound(text: &str) -> Result<Option<u32>, Message> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let number = parse_whole(text).filter(|number| (1..=CAP_MOST).contains(number));
    number
        .and_then(|number| u32::try_from(number).ok())
        .map(Some)
        .ok_or_else(|| Message::new("error-review-bound").with("most", CAP_MOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_read_as_typed() {
        let typed = TypedProfile {
            languages: vec!["ar".to_owned()],
            places: vec!["gaza".to_owned()],
            expertise: Vec::new(),
            cap: "١٢".to_owned(),
        };
        let profile = typed.check(&|_, _| true).unwrap();
        assert_eq!(profile.cap, Some(12));
        assert_eq!(TypedProfile::of(&profile).cap, "12");
        let problems = typed.check(&|_, _| false).unwrap_err();
        assert_eq!(problems.0.len(), 1);
    }

    #[test]
    fn bounds_are_numbers_of_reviews() {
        assert_eq!(bound(" "), Ok(None));
        for text in ["0", "-3", "many", "1001"] {
            assert_eq!(bound(text).unwrap_err().key, "error-review-bound", "{text}");
        }
    }
}
