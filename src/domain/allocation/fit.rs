//! How well a reviewer and an application fit: languages, places, expertise.
//! Says why in codes; words are found elsewhere.

use std::collections::BTreeSet;

use super::BARRED;
use crate::domain::Language;
use crate::domain::answers::{Answer, Answers};

/// What an application asks of who reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traits {
    /// What its answers are written in; nothing where that can't be told.
    pub language: Option<Language>,
    /// Code of the list `base`; empty where it is not said.
    pub place: String,
    /// Codes of the list `funding_type`: what it asks support for.
    pub topics: BTreeSet<String>,
}

/// What a reviewer brings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reads {
    pub languages: BTreeSet<String>,
    /// Codes of the list `base`.
    pub places: BTreeSet<String>,
    /// Codes of the list `funding_type`.
    pub expertise: BTreeSet<String>,
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    pub language: bool,
    /// Nobody gets what is written in a language that they don't read.
    pub only_readers: bool,
    pub place: bool,
    pub expertise: bool,
}

/// What speaks for a pair, and what against it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fit {
    /// Reads the application's language, which is known.
    pub language: Option<Language>,
    pub place: bool,
    /// Topics that the reviewer knows.
    pub topics: Vec<String>,
    /// Shares a mail domain with the organisation: somebody else is better.
    pub look_twice: bool,
    /// Zero is best; [`BARRED`] can't be.
    pub misfit: u16,
}

/// Nobody reads well what is in a language of which they know little.
const LANGUAGE: u16 = 60;
const LOOK_TWICE: u16 = 40;
const PLACE: u16 = 20;
/// Shared among the topics.
const EXPERTISE: u16 = 20;

impl Fit {
    /// How an application and a reviewer fit.
    pub fn of(
        application: &Traits,
        reviewer: &Reads,
        look_twice: bool,
        prefer: Preferences,
    ) -> Self {
        let read = application
            .language
            .filter(|language| reviewer.languages.contains(language.code()));
        let unread = application.language.is_some() && read.is_none();
        let place = !application.place.is_empty() && reviewer.places.contains(&application.place);
        let topics = application.topics.intersection(&reviewer.expertise);
        let topics: Vec<String> = topics.cloned().collect();
        let mut misfit = if look_twice { LOOK_TWICE } else { 0 };
        if prefer.only_readers && unread {
            misfit = BARRED;
        } else {
            let weigh = |counts: bool, weight: u16| if counts { weight } else { 0 };
            misfit += weigh(prefer.language && unread, LANGUAGE);
            let elsewhere = !application.place.is_empty() && !place;
            misfit += weigh(prefer.place && elsewhere, PLACE);
            let (all, known) = (application.topics.len(), topics.len());
            let strange = usize::from(EXPERTISE) * (all - known) / all.max(1);
            misfit += weigh(
                prefer.expertise,
                u16::try_from(strange).unwrap_or(EXPERTISE),
            );
        }
        Self {
            language: read,
            place,
            topics,
            look_twice,
            misfit,
        }
    }
}

impl Traits {
    /// What answers say; the place is the organisation's and not theirs to say.
    pub fn of(answers: &Answers) -> Self {
        let topic = answers.text(FUNDING_TYPE);
        Self {
            language: Self::language_of(answers.0.values().flat_map(texts)),
            place: String::new(),
            topics: (!topic.is_empty())
                .then(|| topic.to_owned())
                .into_iter()
                .collect(),
        }
    }

    /// The language that most letters of a text belong to: one of the three that
    /// the program speaks, told by their scripts. Nothing where hardly anything
    /// is written.
    pub fn language_of<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Language> {
        let mut counts = [0_usize; 3];
        for c in texts.flat_map(str::chars) {
            match c {
                'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => counts[0] += 1,
                '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' => counts[1] += 1,
                '\u{5D0}'..='\u{5EA}' => counts[2] += 1,
                _ => {}
            }
        }
        let most = (0..3).rev().max_by_key(|at| counts[*at])?;
        (counts[most] >= LETTERS).then(|| Language::ALL[most])
    }
}

/// The question about the kind of support.
const FUNDING_TYPE: &str = "funding_type";

/// What somebody wrote in their own words.
fn texts(answer: &Answer) -> Vec<&str> {
    match answer {
        Answer::Text(text) => vec![text],
        Answer::Rows(rows) => rows
            .iter()
            .flat_map(|row| row.values())
            .flat_map(texts)
            .collect(),
        _ => Vec::new(),
    }
}

/// Fewest letters that tell a language.
const LETTERS: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Preferences = Preferences {
        language: true,
        only_readers: false,
        place: true,
        expertise: true,
    };

    fn codes(list: &[&str]) -> BTreeSet<String> {
        list.iter().map(|code| (*code).to_owned()).collect()
    }

    fn application() -> Traits {
        Traits {
            language: Some(Language::Arabic),
            place: "west_bank".to_owned(),
            topics: codes(&["legal", "equipment"]),
        }
    }

    #[test]
    fn what_fits_is_named_and_what_does_not_weighs() {
        let reviewer = Reads {
            languages: codes(&["ar", "en"]),
            places: codes(&["west_bank"]),
            expertise: codes(&["legal"]),
        };
        let fit = Fit::of(&application(), &reviewer, false, ALL);
        let expected = Fit {
            language: Some(Language::Arabic),
            place: true,
            topics: vec!["legal".to_owned()],
            look_twice: false,
            misfit: 10,
        };
        assert_eq!(fit, expected);
        let stranger = Fit::of(&application(), &Reads::default(), true, ALL);
        assert_eq!(stranger.misfit, 140);
        let nothing = Fit::of(&Traits::default(), &Reads::default(), false, ALL);
        assert_eq!(nothing.misfit, 0, "what is not known speaks against nobody");
    }

    #[test]
    fn only_readers_means_nobody_else() {
        let prefer = Preferences {
            only_readers: true,
            ..ALL
        };
        let stranger = Fit::of(&application(), &Reads::default(), false, prefer);
        assert_eq!(stranger.misfit, BARRED);
        let unknown = Fit::of(&Traits::default(), &Reads::default(), false, prefer);
        assert_ne!(unknown.misfit, BARRED);
    }

    #[test]
    fn a_language_is_told_by_its_letters() {
        let of = |text| Traits::language_of([text].into_iter());
        assert_eq!(of("Legal help for our team"), Some(Language::English));
        assert_eq!(of("مساعدة قانونية لفريقنا NGO"), Some(Language::Arabic));
        assert_eq!(of("סיוע משפטי לצוות שלנו"), Some(Language::Hebrew));
        assert_eq!(of("12,000 EUR"), None);
    }
}
