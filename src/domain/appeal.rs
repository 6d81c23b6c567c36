//! Looking again at released decisions: requests of applicants, their answers, and why
//! a matter is decided anew. Nothing of the former decision changes.

use super::numerals::many_lines;
use super::{AccountId, AppealId, DecisionId, Message, Moment, Problems};

/// Most characters of a request, an answer and a reason.
pub const TEXT_MOST: usize = 4000;

/// A request to look again at a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    pub id: AppealId,
    pub decision: DecisionId,
    pub words: String,
    pub raised_by: AccountId,
    pub raised_at: Moment,
    /// `None` while it waits.
    pub answer: Option<Answer>,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Whether the matter is decided anew.
    pub upheld: bool,
    /// Told to the applicant.
    pub words: String,
    pub by: AccountId,
    pub at: Moment,
}

/// Why a released decision is decided anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// An appeal was upheld.
    Appeal,
    /// Staff found a mistake.
    Correction,
    /// Money was freed for the reserve list.
    Reserve,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 3] = [Self::Appeal, Self::Correction, Self::Reserve];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Appeal => "appeal",
            Self::Correction => "correction",
            Self::Reserve => "reserve",
        }
    }

    /// The cause of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }
}

/// A text that has to be there, named by its field.
pub fn read_words(field: &str, text: &str) -> Result<String, Problems> {
    let text = many_lines(text);
    let wrong = |message| Err(Problems::one(field, message));
    match text.chars().count() {
        0 => wrong(Message::new("error-required")),
        n if n > TEXT_MOST => wrong(Message::new("error-too-long").with("most", TEXT_MOST as i64)),
        _ => Ok(text),
    }
}

/// An answer as posted: `upheld` is `yes` or `no`.
pub fn read_answer(upheld: &str, words: &str) -> Result<(bool, String), Problems> {
    let mut problems = Problems::default();
    let choice = match upheld {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Message::new("error-choice")),
    };
    let choice = problems.take("upheld", choice);
    let words = read_words("answer", words);
    match (choice, words) {
        (Some(choice), Ok(words)) => Ok((choice, words)),
        (_, words) => {
            if let Err(more) = words {
                problems.0.extend(more.0);
            }
            Err(problems)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mistake_of_an_answer_is_named() {
        let fields = |upheld: &str, words: &str| {
            let problems = read_answer(upheld, words).unwrap_err().0;
            problems.into_iter().map(|p| p.field).collect::<Vec<_>>()
        };
        assert_eq!(fields("maybe", " \n"), ["upheld", "answer"]);
        assert_eq!(fields("yes", &"a".repeat(TEXT_MOST + 1)), ["answer"]);
        let good = read_answer("no", "We looked again.").unwrap();
        assert_eq!(good, (false, "We looked again.".to_owned()));
    }
}
