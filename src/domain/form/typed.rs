//! Parts of a form as staff type them: texts, read into parts with a problem
//! beside each field that can't be. What only the whole form can tell, such as a
//! condition on a question that was moved, [`Form::check`] tells later.

mod question;

use std::collections::BTreeSet;

use super::edit::free_code;
use super::{Form, Home, Opt, Part, QuizOption, QuizQuestion, Section, Spot, Stage, is_code};
use crate::domain::numerals::{many_lines, one_line};
use crate::domain::wording::Typed;
use crate::domain::{Message, Problems, Translated};

/// Most characters of a label or title, and of the longer texts.
pub const LABEL_MOST: usize = 1000;
pub const TEXT_MOST: usize = 4000;

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
        let all = texts
            .into_iter()
            .flat_map(|text| [&text.en, &text.ar, &text.he]);
        all.chain([&self.code])
            .any(|text| !one_line(text).is_empty())
    }
}

#[cfg(test)]
mod tests;
