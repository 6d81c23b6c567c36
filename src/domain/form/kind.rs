//! The names of the kinds of questions, as they stand in files and are posted.

use super::{NO, Question, QuestionKind, YES};

impl QuestionKind {
    /// Codes of all kinds, in the order in which editors offer them.
    pub const CODES: [&str; 12] = [
        "short_text",
        "long_text",
        "number",
        "money",
        "date",
        "place",
        "yes_no",
        "choice",
        "choices",
        "rows",
        "files",
        "declaration",
    ];

    /// The name of this kind.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ShortText { .. } => "short_text",
            Self::LongText { .. } => "long_text",
            Self::Number { .. } => "number",
            Self::Money { .. } => "money",
            Self::Date => "date",
            Self::Place => "place",
            Self::YesNo => "yes_no",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Rows { .. } => "rows",
            Self::Files { .. } => "files",
            Self::Declaration => "declaration",
        }
    }

    /// Whether a later question can be asked or not by an answer of this kind.
    pub fn decides(&self) -> bool {
        matches!(
            self,
            Self::YesNo | Self::Choice(_) | Self::Choices(_) | Self::Declaration
        )
    }

    /// Whether a row can have a column of this kind.
    pub fn fits_column(code: &str) -> bool {
        !matches!(code, "rows" | "files" | "declaration")
    }
}

impl Question {
    /// What can be answered, where a later question may hang on it; else none.
    pub fn deciding_answers(&self) -> Vec<String> {
        let own = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        match &self.kind {
            QuestionKind::YesNo => own(&[YES, NO]),
            QuestionKind::Declaration => own(&[YES]),
            QuestionKind::Choice(options) | QuestionKind::Choices(options) => {
                options.iter().map(|option| option.code.clone()).collect()
            }
            _ => Vec::new(),
        }
    }
}
