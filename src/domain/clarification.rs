//! Clarifications: a question to the applicant with a due date that opens named
//! sections without moving the application. Knows what was asked and which
//! answers came back changed, not who may ask.

use super::answers::Answers;
use super::form::{Form, Section};
use super::numerals::many_lines;
use super::{Message, Moment, Problems};

/// Most characters of a question or of an answer in words.
pub const WORDS_MOST: usize = 5000;

/// What an applicant is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An answer to a question, in words and in the sections that it opens.
    Question,
    /// The full form, after the short one was read.
    FullForm,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Question, Self::FullForm];

    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::FullForm => "full_form",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How a clarification stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Can be answered.
    Open,
    /// The due date has passed without an answer.
    Overdue,
    Answered,
    /// Ended by staff without an answer.
    Closed,
}

/// How a clarification stands at an instant. The due instant itself is in time.
pub fn standing(
    answered_at: Option<Moment>,
    closed_at: Option<Moment>,
    due_at: Moment,
    now: Moment,
) -> Standing {
    match (answered_at, closed_at) {
        (Some(_), _) => Standing::Answered,
        (None, Some(_)) => Standing::Closed,
        (None, None) if now <= due_at => Standing::Open,
        (None, None) => Standing::Overdue,
    }
}

/// A clarification as staff ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub question: String,
    pub due_at: Moment,
    /// Codes of the sections that it opens, in the order of the form.
    pub sections: Vec<String>,
}

/// A clarification as posted: fields `question`, `due_at` (wall clock of the
/// round's zone), `section` (many) and `words_only`.
#[derive(Debug, Clone, Default)]
pub struct TypedAsk {
    pub question: String,
    pub due_at: String,
    pub sections: Vec<String>,
    pub words_only: bool,
}

/// Field of the sections to open.
pub const SECTION: &str = "section";

/// Reads a posted clarification. Either sections are opened, or it is said that
/// words are enough; both would leave the applicant guessing.
pub fn read_ask(typed: &TypedAsk, form: &Form, zone: &str, now: Moment) -> Result<Ask, Problems> {
    let mut problems = Problems::default();
    let question = problems.take("question", read_words(&typed.question));
    let due_at = problems.take("due_at", read_due(&typed.due_at, zone, now));
    let chosen = |section: &&Section| typed.sections.contains(&section.code);
    let codes = form.sections.iter().filter(chosen);
    let sections: Vec<String> = codes.map(|section| section.code.clone()).collect();
    let wrong = match (sections.is_empty(), typed.words_only) {
        (true, false) => Some("error-clarification-sections"),
        (false, true) => Some("error-clarification-both"),
        (true, true) | (false, false) => None,
    };
    if let Some(key) = wrong {
        problems.add(SECTION, Message::new(key));
    }
    match (question, due_at, problems.is_empty()) {
        (Some(question), Some(due_at), true) => Ok(Ask {
            question,
            due_at,
            sections,
        }),
        _ => Err(problems),
    }
}

/// Reads a question or an answer in words: not empty, at most [`WORDS_MOST`].
pub fn read_words(text: &str) -> Result<String, Message> {
    let words = read_draft(text)?;
    if words.is_empty() {
        return Err(Message::new("error-required"));
    }
    Ok(words)
}

/// Reads a draft of an answer, which may be empty.
pub fn read_draft(text: &str) -> Result<String, Message> {
    let words = many_lines(text);
    if words.chars().count() > WORDS_MOST {
        let most = i64::try_from(WORDS_MOST).unwrap_or(i64::MAX);
        return Err(Message::new("error-too-long").with("most", most));
    }
    Ok(words)
}

/// Reads a due date as wall clock of a zone; it lies ahead.
pub fn read_due(text: &str, zone: &str, now: Moment) -> Result<Moment, Message> {
    let due = Moment::parse_local(text, zone)?;
    if due <= now {
        return Err(Message::new("error-due-past"));
    }
    Ok(due)
}

/// What is sent: the last version with the opened sections as they are drafted.
/// Sections that are shut stay as they were sent, whatever drafts there are.
pub fn answered(form: &Form, open: &[String], last: &Answers, drafts: &Answers) -> Answers {
    let mut answers = last.clone();
    for section in form.sections.iter().filter(|s| open.contains(&s.code)) {
        let drafted = section.questions.iter().filter_map(|question| {
            let answer = drafts.get(&question.code)?;
            Some((question.code.clone(), answer.clone()))
        });
        answers.replace(section, Answers(drafted.collect()));
    }
    answers
}

/// The sections whose answers differ between two versions, in the order of the form.
pub fn changed<'a>(form: &'a Form, before: &Answers, after: &Answers) -> Vec<&'a Section> {
    let differs = |section: &&Section| {
        let mut questions = section.questions.iter();
        questions.any(|question| before.get(&question.code) != after.get(&question.code))
    };
    form.sections.iter().filter(differs).collect()
}

/// The problems of questions in the opened sections: others can't be put right
/// now, and were sent as they are.
pub fn in_sections(form: &Form, open: &[String], problems: Problems) -> Problems {
    let opened = |field: &str| {
        let code = field.split('.').next().unwrap_or("");
        let mut sections = form.sections.iter().filter(|s| open.contains(&s.code));
        sections.any(|section| section.question(code).is_some())
    };
    Problems(
        problems
            .0
            .into_iter()
            .filter(|problem| opened(&problem.field))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Translated;
    use crate::domain::answers::Answer;
    use crate::domain::form::{Question, QuestionKind, Quiz, Stage};

    fn question(code: &str) -> Question {
        Question {
            code: code.to_owned(),
            label: Translated::default(),
            hint: Translated::default(),
            required: true,
            reviewers: true,
            sensitive: false,
            shown_if: None,
            kind: QuestionKind::ShortText { max_chars: 9 },
        }
    }

    fn form() -> Form {
        let section = |code: &str, questions: &[&str]| Section {
            code: code.to_owned(),
            title: Translated::default(),
            intro: Translated::default(),
            stage: Stage::Short,
            profile: false,
            questions: questions.iter().map(|code| question(code)).collect(),
        };
        Form {
            quiz: Quiz::default(),
            sections: vec![section("one", &["a", "b"]), section("two", &["c"])],
        }
    }

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        let text =
            |(code, text): &(&str, &str)| ((*code).to_owned(), Answer::Text((*text).to_owned()));
        Answers(pairs.iter().map(text).collect())
    }

    fn ask(sections: &[&str], words_only: bool) -> Result<Ask, Vec<String>> {
        let typed = TypedAsk {
            question: "Who pays the rent?".to_owned(),
            due_at: "2026-12-01 17:00".to_owned(),
            sections: sections.iter().map(|s| (*s).to_owned()).collect(),
            words_only,
        };
        let read = read_ask(&typed, &form(), "UTC", Moment::from_micros(0));
        read.map_err(|problems| problems.0.into_iter().map(|p| p.field).collect())
    }

    #[test]
    fn sections_or_words_only() {
        assert_eq!(
            ask(&["two", "one", "none"], false).unwrap().sections,
            ["one", "two"]
        );
        assert_eq!(ask(&[], true).unwrap().sections, [""; 0]);
        assert_eq!(ask(&[], false).unwrap_err(), [SECTION]);
        assert_eq!(ask(&["one"], true).unwrap_err(), [SECTION]);
    }

    #[test]
    fn a_due_date_lies_ahead() {
        let now = Moment::parse_local("2026-12-01 17:00", "UTC").unwrap();
        let read = |text: &str| read_due(text, "UTC", now).map_err(|message| message.key);
        assert_eq!(read("2026-12-01 17:00"), Err("error-due-past"));
        assert!(read("2026-12-01 17:01").is_ok());
        assert_eq!(read("soon"), Err("error-date-time"));
    }

    #[test]
    fn only_opened_sections_are_sent_anew() {
        let last = answers(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let drafts = answers(&[("a", "9"), ("c", "8")]);
        let open = ["one".to_owned()];
        let sent = answered(&form(), &open, &last, &drafts);
        assert_eq!(sent, answers(&[("a", "9"), ("c", "3")]));
        let form = form();
        let codes: Vec<_> = changed(&form, &last, &sent)
            .iter()
            .map(|s| &s.code)
            .collect();
        assert_eq!(codes, ["one"]);
        assert!(changed(&form, &last, &last).is_empty());
    }

    #[test]
    fn problems_elsewhere_are_not_told() {
        let mut problems = Problems::default();
        problems.add("c", Message::new("error-required"));
        problems.add("a.0.x", Message::new("error-required"));
        let left = in_sections(&form(), &["one".to_owned()], problems);
        assert_eq!(left.0.len(), 1);
        assert_eq!(left.0[0].field, "a.0.x");
    }

    #[test]
    fn the_due_instant_is_in_time() {
        let at = Moment::from_micros;
        assert_eq!(standing(None, None, at(5), at(5)), Standing::Open);
        assert_eq!(standing(None, None, at(5), at(6)), Standing::Overdue);
        assert_eq!(
            standing(Some(at(4)), None, at(5), at(6)),
            Standing::Answered
        );
        assert_eq!(standing(None, Some(at(4)), at(5), at(5)), Standing::Closed);
    }

    #[test]
    fn kinds_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
    }
}
