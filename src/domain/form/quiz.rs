//! The eligibility quiz: a few questions before anybody needs an account, so that
//! nobody writes an application that cannot succeed.

use crate::domain::Translated;

/// The questions of a quiz, in order; empty when there is none.
pub type Quiz = Vec<QuizQuestion>;

/// A question that is answered with one option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuizQuestion {
    /// Name of its field, unique in the quiz.
    pub code: String,
    pub label: Translated,
    /// May be empty.
    pub hint: Translated,
    pub options: Vec<QuizOption>,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuizOption {
    pub code: String,
    pub label: Translated,
    /// Why an application would not be eligible, and what to do instead; empty
    /// when it would be.
    pub refusal: Translated,
}

impl QuizQuestion {
    /// The option of a code.
    pub fn option(&self, code: &str) -> Option<&QuizOption> {
        self.options.iter().find(|option| option.code == code)
    }
}
