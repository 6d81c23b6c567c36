//! Parts of a form as staff type them: texts, read into parts with a problem
//! beside each field that can't be. What only the whole form can tell, such as a
//! condition on a question that was moved, [`Form::check`] tells later.

use std::collections::BTreeSet;

use super::edit::free_code;
use super::{
    Condition, Form, Home, Opt, Part, Question, QuestionKind, QuizOption, QuizQuestion, Section,
    Spot, Stage, TextLimit, is_code,
};
use crate::domain::numerals::{many_lines, one_line, parse_whole};
use crate::domain::wording::Typed;
use crate::domain::{Message, Problems, Translated};

/// Most characters of a label or title, and of the longer texts.
pub const LABEL_MOST: usize = 1000;
pub const TEXT_MOST: usize = 4000;
/// Highest limit of a text, in words or characters.
const LENGTH_MOST: i64 = 50_000;
/// Most rows or files that can be asked for.
const MANY_MOST: i64 = 200;

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectionText {
    pub code: String,
    pub title: Typed,
    pub intro: Typed,
    pub full: bool,
    pub profile: bool,
}

/// A question or a column, with the fields of every kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionText {
    pub code: String,
    pub kind: String,
    pub label: Typed,
    pub hint: Typed,
    pub required: bool,
    /// Kept from reviewers.
    pub hidden: bool,
    pub sensitive: bool,
    /// Code of the question that decides whether it is asked; empty for always.
    pub decider: String,
    pub any_of: Vec<String>,
    /// Words, characters, rows or files.
    pub most: String,
    /// `words` or `characters`.
    pub unit: String,
    pub min: String,
    pub max: String,
    pub own_currency: bool,
    pub options: Vec<OptionText>,
}

/// A question of the quiz.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuizText {
    pub code: String,
    pub label: Typed,
    pub hint: Typed,
    pub options: Vec<OptionText>,
}

/// An option; its fields are `option.NUMBER.…`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OptionText {
    pub number: u32,
    pub code: String,
    pub label: Typed,
    /// Only of the quiz.
    pub refusal: Typed,
}

/// A part as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartText {
    Section(SectionText),
    Question(QuestionText),
    Quiz(QuizText),
}

impl PartText {
    /// A kept part, to be typed over.
    pub fn of(part: &Part) -> Self {
        match part {
            Part::Section(section) => Self::Section(SectionText::of(section)),
            Part::Question(question) => Self::Question(QuestionText::of(question)),
            Part::Quiz(question) => Self::Quiz(QuizText::of(question)),
        }
    }

    /// Reads the part for its home in a form; `at` is the part that it replaces.
    pub fn read(&self, form: &Form, home: &Home, at: Option<&Spot>) -> Result<Part, Problems> {
        let mut problems = Problems::default();
        let mut taken = form.taken_codes(home);
        if let Some(at) = at {
            taken.remove(at.code());
        }
        let (typed, label, or_else) = match self {
            Self::Section(text) => (&text.code, &text.title, "section"),
            Self::Question(text) => (&text.code, &text.label, "question"),
            Self::Quiz(text) => (&text.code, &text.label, "question"),
        };
        let code = read_code(&mut problems, "code", typed, (&label.en, or_else), &taken);
        let part = match self {
            Self::Section(text) => Part::Section(text.read(&mut problems, code)),
            Self::Question(text) => Part::Question(text.read(&mut problems, code, form, home)),
            Self::Quiz(text) => Part::Quiz(text.read(&mut problems, code)),
        };
        if problems.is_empty() {
            Ok(part)
        } else {
            Err(problems)
        }
    }
}

/// As typed, or made of the label in English when nothing was.
fn read_code(
    problems: &mut Problems,
    field: &str,
    typed: &str,
    (label, or_else): (&str, &str),
    taken: &BTreeSet<&str>,
) -> String {
    let code = one_line(typed);
    if code.is_empty() {
        return free_code(label, or_else, |code| taken.contains(code));
    }
    if !is_code(&code) {
        problems.add(field, Message::new("error-code").with("code", &*code));
    } else if taken.contains(code.as_str()) {
        problems.add(field, Message::new("error-code-taken").with("code", &*code));
    }
    code
}

/// A text that may stand in some languages only; needed in at least one.
fn read_text(
    problems: &mut Problems,
    name: &str,
    typed: &Typed,
    most: usize,
    clean: fn(&str) -> String,
) -> Translated {
    let mut one = |text: &str, language: &str| {
        let text = clean(text);
        if text.chars().count() > most {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            let message = Message::new("error-too-long").with("most", most);
            problems.add(format!("{name}_{language}"), message);
        }
        text
    };
    Translated {
        en: one(&typed.en, "en"),
        ar: one(&typed.ar, "ar"),
        he: one(&typed.he, "he"),
    }
}

fn read_label(problems: &mut Problems, name: &str, typed: &Typed) -> Translated {
    let text = read_text(problems, name, typed, LABEL_MOST, one_line);
    if text.is_empty() {
        problems.add(format!("{name}_en"), Message::new("error-form-words"));
    }
    text
}

fn read_lines(problems: &mut Problems, name: &str, typed: &Typed) -> Translated {
    read_text(problems, name, typed, TEXT_MOST, many_lines)
}

impl SectionText {
    fn of(section: &Section) -> Self {
        Self {
            code: section.code.clone(),
            title: Typed::of(&section.title),
            intro: Typed::of(&section.intro),
            full: section.stage == Stage::Full,
            profile: section.profile,
        }
    }

    fn read(&self, problems: &mut Problems, code: String) -> Section {
        Section {
            code,
            title: read_label(problems, "title", &self.title),
            intro: read_lines(problems, "intro", &self.intro),
            stage: if self.full { Stage::Full } else { Stage::Short },
            profile: self.profile,
            questions: Vec::new(),
        }
    }
}

impl QuizText {
    fn of(question: &QuizQuestion) -> Self {
        let options = question.options.iter().zip(0..);
        let option = |(option, number): (&QuizOption, u32)| OptionText {
            number,
            code: option.code.clone(),
            label: Typed::of(&option.label),
            refusal: Typed::of(&option.refusal),
        };
        Self {
            code: question.code.clone(),
            label: Typed::of(&question.label),
            hint: Typed::of(&question.hint),
            options: options.map(option).collect(),
        }
    }

    fn read(&self, problems: &mut Problems, code: String) -> QuizQuestion {
        let label = read_label(problems, "label", &self.label);
        let hint = read_lines(problems, "hint", &self.hint);
        let options = read_options(problems, &self.options);
        let option = |(option, text): (Opt, &OptionText)| {
            let name = format!("option.{}.refusal", text.number);
            QuizOption {
                code: option.code,
                label: option.label,
                refusal: read_lines(problems, &name, &text.refusal),
            }
        };
        QuizQuestion {
            code,
            label,
            hint,
            options: options.into_iter().map(option).collect(),
        }
    }
}

/// The options that say anything, each with the text it was read from.
fn read_options<'a>(
    problems: &mut Problems,
    texts: &'a [OptionText],
) -> Vec<(Opt, &'a OptionText)> {
    let typed = texts.iter().map(|text| text.code.trim().to_owned());
    let typed: Vec<String> = typed.collect();
    let mut read: Vec<(Opt, &OptionText)> = Vec::new();
    for text in texts.iter().filter(|text| text.is_filled()) {
        let name = format!("option.{}", text.number);
        let own = text.code.trim();
        let earlier = read.iter().map(|(option, _)| option.code.as_str());
        // A made code leaves those alone that are typed further down.
        let later = typed.iter().map(String::as_str).filter(|_| own.is_empty());
        let taken: BTreeSet<&str> = earlier.chain(later).collect();
        let label = (text.label.en.as_str(), "option");
        let code = read_code(problems, &format!("{name}.code"), own, label, &taken);
        let label = read_label(problems, &format!("{name}.label"), &text.label);
        read.push((Opt { code, label }, text));
    }
    read
}

impl OptionText {
    fn is_filled(&self) -> bool {
        let texts = [&self.label, &self.refusal];
        let all = texts.into_iter().flat_map(|text| [&text.en, &text.ar, &text.he]);
        all.chain([&self.code]).any(|text| !one_line(text).is_empty())
    }
}

impl QuestionText {
    fn of(question: &Question) -> Self {
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

    fn read(&self, problems: &mut Problems, code: String, form: &Form, home: &Home) -> Question {
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
    let wrong = || Message::new("error-number-range")
            .with("least", 1)
            .with("most", most);
    problems.take("most", read.ok_or_else(wrong)).unwrap_or(1)
}

#[cfg(test)]
mod tests;
