//! Questions and columns as typed: their kind with its limits, and when they are
//! asked.

use super::{OptionText, QuestionText, read_label, read_lines, read_options};
use crate::domain::form::{Condition, Form, Home, Opt, Question, QuestionKind, TextLimit};
use crate::domain::numerals::parse_whole;
use crate::domain::wording::Typed;
use crate::domain::{Message, Problems};

/// Highest limit of a text, in words or characters.
const LENGTH_MOST: i64 = 50_000;
/// Most rows or files that can be asked for.
const MANY_MOST: i64 = 200;

impl QuestionText {
    pub(super) fn of(question: &Question) -> Self {
        let mut text = Self {
            code: question.code.clone(),
            kind: question.kind.code().to_owned(),
            label: Typed::of(&question.label),
            hint: Typed::of(&question.hint),
            required: question.required,
            hidden: !question.reviewers,
            sensitive: question.sensitive,
            ..Self::default()
        };
        if let Some(condition) = &question.shown_if {
            text.decider.clone_from(&condition.question);
            text.any_of.clone_from(&condition.any_of);
        }
        text.fill_kind(&question.kind);
        text
    }

    fn fill_kind(&mut self, kind: &QuestionKind) {
        match kind {
            QuestionKind::ShortText { max_chars: most }
            | QuestionKind::Rows { max_rows: most, .. }
            | QuestionKind::Files { max_files: most } => self.most = most.to_string(),
            QuestionKind::LongText { limit } => {
                let (most, unit) = match limit {
                    TextLimit::Words(most) => (most, "words"),
                    TextLimit::Characters(most) => (most, "characters"),
                };
                self.most = most.to_string();
                self.unit = unit.to_owned();
            }
            QuestionKind::Number { min, max } => {
                self.min = min.to_string();
                self.max = max.to_string();
            }
            QuestionKind::Money { own_currency } => self.own_currency = *own_currency,
            QuestionKind::Choice(options) | QuestionKind::Choices(options) => {
                let option = |(option, number): (&Opt, u32)| OptionText {
                    number,
                    code: option.code.clone(),
                    label: Typed::of(&option.label),
                    refusal: Typed::default(),
                };
                self.options = options.iter().zip(0..).map(option).collect();
            }
            QuestionKind::Date
            | QuestionKind::Place
            | QuestionKind::YesNo
            | QuestionKind::Declaration => {}
        }
    }

    pub(super) fn read(
        &self,
        problems: &mut Problems,
        code: String,
        form: &Form,
        home: &Home,
    ) -> Question {
        let is_column = matches!(home, Home::Rows(..));
        if is_column && !QuestionKind::fits_column(&self.kind) {
            problems.add("kind", Message::new("error-form-column"));
        }
        Question {
            code,
            label: read_label(problems, "label", &self.label),
            hint: read_lines(problems, "hint", &self.hint),
            required: self.required,
            reviewers: !self.hidden,
            sensitive: self.sensitive,
            shown_if: self.read_condition(problems, form).filter(|_| !is_column),
            kind: self.read_kind(problems),
        }
    }

    /// That the question stands earlier, the whole form tells; an answer to it is
    /// asked for here.
    fn read_condition(&self, problems: &mut Problems, form: &Form) -> Option<Condition> {
        if self.decider.is_empty() {
            return None;
        }
        let found = form.question(&self.decider);
        let Some(decider) = found.filter(|question| question.kind.decides()) else {
            problems.add("decider", Message::new("error-choice"));
            return None;
        };
        let known = decider.deciding_answers();
        let any_of = known.into_iter().filter(|code| self.any_of.contains(code));
        let any_of: Vec<String> = any_of.collect();
        if any_of.is_empty() {
            problems.add("any_of", Message::new("error-form-answer"));
        }
        Some(Condition {
            question: self.decider.clone(),
            any_of,
        })
    }

    fn read_kind(&self, problems: &mut Problems) -> QuestionKind {
        let length = |problems: &mut Problems| read_limit(problems, &self.most, LENGTH_MOST);
        let many = |problems: &mut Problems| read_limit(problems, &self.most, MANY_MOST);
        match self.kind.as_str() {
            "short_text" => QuestionKind::ShortText {
                max_chars: length(problems),
            },
            "long_text" => QuestionKind::LongText {
                limit: match self.unit.as_str() {
                    "characters" => TextLimit::Characters(length(problems)),
                    _ => TextLimit::Words(length(problems)),
                },
            },
            "number" => self.read_number(problems),
            "money" => QuestionKind::Money {
                own_currency: self.own_currency,
            },
            "date" => QuestionKind::Date,
            "place" => QuestionKind::Place,
            "yes_no" => QuestionKind::YesNo,
            "choice" => QuestionKind::Choice(self.read_options(problems)),
            "choices" => QuestionKind::Choices(self.read_options(problems)),
            "rows" => QuestionKind::Rows {
                max_rows: many(problems),
                columns: Vec::new(),
            },
            "files" => QuestionKind::Files {
                max_files: many(problems),
            },
            "declaration" => QuestionKind::Declaration,
            _ => {
                problems.add("kind", Message::new("error-choice"));
                QuestionKind::Date
            }
        }
    }

    fn read_options(&self, problems: &mut Problems) -> Vec<Opt> {
        let read = read_options(problems, &self.options).into_iter();
        read.map(|(option, _)| option).collect()
    }

    fn read_number(&self, problems: &mut Problems) -> QuestionKind {
        let mut whole = |field: &str, text: &str| {
            let read = parse_whole(text).ok_or_else(|| Message::new("error-number"));
            problems.take(field, read).unwrap_or_default()
        };
        let (min, max) = (whole("min", &self.min), whole("max", &self.max));
        if problems.is_empty() && min > max {
            problems.add("max", Message::new("error-form-limit"));
        }
        QuestionKind::Number { min, max }
    }
}

fn read_limit(problems: &mut Problems, text: &str, most: i64) -> u32 {
    let read = parse_whole(text).filter(|number| (1..=most).contains(number));
    let read = read.and_then(|number| u32::try_from(number).ok());
    let wrong = || {
        Message::new("error-number-range")
            .with("least", 1)
            .with("most", most)
    };
    problems.take("most", read.ok_or_else(wrong)).unwrap_or(1)
}
