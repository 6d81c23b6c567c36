//! Referees: people who know an organisation and answer in confidence, by a link that
//! shows nothing but the question.

use super::account::Email;
use super::answers::{Answer, Answers, Row};
use super::check::read_note;
use super::numerals::one_line;
use super::{Language, Message, Problems};

const NAME_MOST: usize = 200;

/// Days in which a referee can answer.
pub const DAYS: i64 = 21;

/// How far a question has come; that its time is over is told by the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefereeState {
    Asked,
    Answered,
    /// Taken back by staff.
    Withdrawn,
}

impl RefereeState {
    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Asked, Self::Answered, Self::Withdrawn]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// What a referee thinks of a grant to the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Advice {
    Recommends,
    WithReservations,
    AdvisesAgainst,
    CannotSay,
}

impl Advice {
    /// Every advice.
    pub const ALL: [Self; 4] = [
        Self::Recommends,
        Self::WithReservations,
        Self::AdvisesAgainst,
        Self::CannotSay,
    ];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Recommends => "recommends",
            Self::WithReservations => "with_reservations",
            Self::AdvisesAgainst => "advises_against",
            Self::CannotSay => "cannot_say",
        }
    }

    /// The advice of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|advice| advice.code() == code)
    }
}

/// A referee as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RefereeDraft {
    pub name: String,
    pub email: String,
    /// Code of a [`Language`].
    pub language: String,
}

/// A referee to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReferee {
    pub name: String,
    pub email: Email,
    pub language: Language,
}

/// Reads a referee, fields as in [`RefereeDraft`].
pub fn read_referee(draft: &RefereeDraft) -> Result<NewReferee, Problems> {
    let mut problems = Problems::default();
    let name = one_line(&draft.name);
    let name = match name.chars().count() {
        0 => Err(Message::new("error-required")),
        1..=NAME_MOST => Ok(name),
        _ => Err(Message::new("error-too-long").with("most", NAME_MOST as i64)),
    };
    let name = problems.take("name", name);
    let email = problems.take("email", Email::parse(&draft.email));
    let language = Language::from_code(&draft.language);
    let language = language.ok_or_else(|| Message::new("error-choice"));
    let language = problems.take("language", language);
    match (name, email, language) {
        (Some(name), Some(email), Some(language)) => Ok(NewReferee {
            name,
            email,
            language,
        }),
        _ => Err(problems),
    }
}

/// The question under which the default form asks for referees.
const QUESTION: &str = "referees";

/// A referee whom an application names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub organisation: String,
    /// As it was typed; may be empty or no address.
    pub email: String,
    /// That they agreed to be written to, says the applicant.
    pub consents: bool,
}

/// The referees whom answers name; none where the form asks otherwise.
pub fn named(answers: &Answers) -> Vec<Named> {
    let one = |row: &Row| Named {
        name: text(row, "name"),
        organisation: text(row, "organisation"),
        email: text(row, "email"),
        consents: row.get("consent") == Some(&Answer::YesNo(true)),
    };
    answers.rows(QUESTION).iter().map(one).collect()
}

fn text(row: &Row, column: &str) -> String {
    match row.get(column) {
        Some(Answer::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// Reads an answer, fields `advice` and `answer`.
pub fn read_answer(advice: &str, answer: &str) -> Result<(Advice, String), Problems> {
    let mut problems = Problems::default();
    let advice = Advice::from_code(advice).ok_or_else(|| Message::new("error-choice"));
    let advice = problems.take("advice", advice);
    let answer = problems.take("answer", read_note(answer, true));
    match (advice, answer) {
        (Some(advice), Some(answer)) => Ok((advice, answer)),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told<T>(read: Result<T, Problems>) -> Vec<String> {
        let problems = read.err().unwrap_or_default().0.into_iter();
        problems
            .map(|p| format!("{} {}", p.field, p.message.key))
            .collect()
    }

    #[test]
    fn a_referee_has_a_name_an_address_and_a_language() {
        let draft = RefereeDraft {
            name: " Dr  Salma Aker ".to_owned(),
            email: "Salma@Uni.example".to_owned(),
            language: "ar".to_owned(),
        };
        let read = read_referee(&draft).unwrap();
        assert_eq!(
            (&*read.name, read.email.as_str(), read.language),
            ("Dr Salma Aker", "salma@uni.example", Language::Arabic)
        );
        assert_eq!(
            told(read_referee(&RefereeDraft::default())),
            [
                "name error-required",
                "email error-email",
                "language error-choice"
            ]
        );
    }

    #[test]
    fn an_answer_has_advice_and_words() {
        let read = read_answer("recommends", " Since 2015. ").unwrap();
        assert_eq!(read, (Advice::Recommends, "Since 2015.".to_owned()));
        assert_eq!(
            told(read_answer("", " ")),
            ["advice error-choice", "answer error-required"]
        );
        for advice in Advice::ALL {
            assert_eq!(Advice::from_code(advice.code()), Some(advice));
        }
        for state in ["asked", "answered", "withdrawn"] {
            assert_eq!(RefereeState::from_code(state).unwrap().code(), state);
        }
    }
}
