//! What the readers of TOML share: problems with their line, and texts in three
//! languages.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::{Message, Problem, Translated};

/// What is wrong with a TOML file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlProblem {
    /// From 1.
    pub line: usize,
    /// `error-toml` carries the parser's own words as `reason`; every other key
    /// is a rule of the domain.
    pub reason: Message,
}

/// A TOML text that is being read.
#[derive(Clone, Copy)]
pub struct Source<'a>(pub &'a str);

impl Source<'_> {
    /// Reads the text as `T`; a wrong key, value or sign is a problem of its line.
    pub fn read<T: DeserializeOwned>(self) -> Result<T, TomlProblem> {
        toml::from_str(self.0).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.problem(
                at,
                Message::new("error-toml").with("reason", error.message()),
            )
        })
    }

    /// A problem at a byte of the text.
    pub fn problem(self, at: usize, reason: Message) -> TomlProblem {
        let before = self.0.bytes().take(at);
        TomlProblem {
            line: before.filter(|byte| *byte == b'\n').count() + 1,
            reason,
        }
    }

    /// The first problem of the domain, if any, placed by `byte_of` its field.
    pub fn first(
        self,
        problems: Vec<Problem>,
        byte_of: impl Fn(&str) -> usize,
    ) -> Result<(), TomlProblem> {
        match problems.into_iter().next() {
            Some(problem) => Err(self.problem(byte_of(&problem.field), problem.message)),
            None => Ok(()),
        }
    }
}

/// `{ en = "…", ar = "…", he = "…" }`; a language may be left out.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub struct TranslatedToml {
    en: String,
    ar: String,
    he: String,
}

impl From<TranslatedToml> for Translated {
    fn from(text: TranslatedToml) -> Self {
        Self {
            en: text.en,
            ar: text.ar,
            he: text.he,
        }
    }
}

/// Whether a text exists in every language, or in none.
#[cfg(test)]
pub fn is_complete(text: &Translated) -> bool {
    let languages = [&text.en, &text.ar, &text.he];
    text.is_empty() || languages.iter().all(|text| !text.trim().is_empty())
}
