//! The application form as a TOML file that staff can write and keep.

mod keys;
mod write;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use self::keys::WrongKeys;
use super::toml_text::{Source, TomlProblem, TranslatedToml};
use crate::domain::form::{
    Condition, Form, Opt, Question, QuestionKind, QuizOption, QuizQuestion, Section, Stage,
    TextLimit,
};

pub use write::write;

/// The form of the default programme.
pub const DEFAULT_FORM: &str = include_str!("../defaults/form.toml");

/// Reads a form and checks it ([`Form::check`]).
///
/// # Errors
/// Everything that one reading finds, in the order of the lines: all that the
/// questions lack and all that the form does, or what keeps the file from being
/// read at all.
pub fn read(text: &str) -> Result<Form, Vec<TomlProblem>> {
    let source = Source(text);
    let file: FormToml = source.read().map_err(|problem| vec![problem])?;
    let lines = bytes_of_codes(&file);
    let wrong = WrongKeys::of(&file);
    let form = file.into_form();
    let mut problems = form.check().0;
    problems.retain(|problem| !wrong.explain(problem));
    let placed = problems.into_iter();
    let placed = placed.map(|problem| (byte_of(&lines, &problem.field), problem.message));
    let all = wrong.found.into_iter().chain(placed);
    let mut all: Vec<TomlProblem> = all.map(|(at, why)| source.problem(at, why)).collect();
    if all.is_empty() {
        return Ok(form);
    }
    all.sort_by_key(|problem| problem.line);
    Err(all)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormToml {
    #[serde(default)]
    quiz: Vec<QuizToml>,
    #[serde(default)]
    section: Vec<SectionToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuizToml {
    code: Spanned<String>,
    label: TranslatedToml,
    #[serde(default)]
    hint: TranslatedToml,
    #[serde(default)]
    option: Vec<QuizOptionToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuizOptionToml {
    code: String,
    label: TranslatedToml,
    /// Why not, and what instead; left out where the way is open.
    #[serde(default)]
    refusal: TranslatedToml,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionToml {
    code: Spanned<String>,
    title: TranslatedToml,
    #[serde(default)]
    intro: TranslatedToml,
    #[serde(default)]
    stage: StageToml,
    #[serde(default)]
    profile: bool,
    #[serde(default)]
    question: Vec<QuestionToml>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "snake_case")]
enum StageToml {
    #[default]
    Short,
    Full,
}

/// A question with the keys of every kind; which of them belong, [`keys`] says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionToml {
    code: Spanned<String>,
    kind: String,
    label: TranslatedToml,
    #[serde(default)]
    hint: TranslatedToml,
    required: bool,
    reviewers: Option<bool>,
    #[serde(default)]
    sensitive: bool,
    shown_if: Option<ConditionToml>,
    max_chars: Option<u32>,
    max_words: Option<u32>,
    min: Option<i64>,
    max: Option<i64>,
    /// Money in the round's currency instead of one that the applicant chooses.
    round_currency: Option<bool>,
    option: Option<Vec<OptToml>>,
    max_rows: Option<u32>,
    max_files: Option<u32>,
    column: Option<Vec<QuestionToml>>,
}

/// `{ question = "audited", is = ["yes"] }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionToml {
    question: String,
    is: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptToml {
    code: String,
    label: TranslatedToml,
}

impl FormToml {
    /// The form that it says, sound or not.
    fn into_form(self) -> Form {
        let (quiz, sections) = (self.quiz.into_iter(), self.section.into_iter());
        Form {
            quiz: quiz.map(QuizToml::into_question).collect(),
            sections: sections.map(SectionToml::into_section).collect(),
        }
    }
}

impl QuizToml {
    fn into_question(self) -> QuizQuestion {
        let options = self.option.into_iter();
        QuizQuestion {
            code: self.code.into_inner(),
            label: self.label.into(),
            hint: self.hint.into(),
            options: options.map(QuizOptionToml::into_option).collect(),
        }
    }
}

impl QuizOptionToml {
    fn into_option(self) -> QuizOption {
        QuizOption {
            code: self.code,
            label: self.label.into(),
            refusal: self.refusal.into(),
        }
    }
}

impl SectionToml {
    fn into_section(self) -> Section {
        let questions = self.question.into_iter();
        Section {
            code: self.code.into_inner(),
            title: self.title.into(),
            intro: self.intro.into(),
            stage: match self.stage {
                StageToml::Short => Stage::Short,
                StageToml::Full => Stage::Full,
            },
            profile: self.profile,
            questions: questions.map(QuestionToml::into_question).collect(),
        }
    }
}

impl QuestionToml {
    fn into_question(mut self) -> Question {
        let kind = self.take_kind();
        let condition = self.shown_if.map(|shown_if| Condition {
            question: shown_if.question,
            any_of: shown_if.is,
        });
        Question {
            code: self.code.into_inner(),
            label: self.label.into(),
            hint: self.hint.into(),
            required: self.required,
            reviewers: self.reviewers.unwrap_or(true),
            sensitive: self.sensitive,
            shown_if: condition,
            kind,
        }
    }

    /// The kind; what it lacks, [`WrongKeys`] tells.
    fn take_kind(&mut self) -> QuestionKind {
        let options = self.option.take().unwrap_or_default().into_iter();
        let options = options.map(OptToml::into_option).collect();
        match self.kind.as_str() {
            "short_text" => QuestionKind::ShortText {
                max_chars: self.max_chars.unwrap_or_default(),
            },
            "long_text" => QuestionKind::LongText {
                limit: self.text_limit(),
            },
            "number" => QuestionKind::Number {
                min: self.min.unwrap_or_default(),
                max: self.max.unwrap_or_default(),
            },
            "money" => QuestionKind::Money {
                own_currency: !self.round_currency.unwrap_or_default(),
            },
            "date" => QuestionKind::Date,
            "place" => QuestionKind::Place,
            "yes_no" => QuestionKind::YesNo,
            "choice" => QuestionKind::Choice(options),
            "choices" => QuestionKind::Choices(options),
            "rows" => QuestionKind::Rows {
                max_rows: self.max_rows.unwrap_or_default(),
                columns: self.take_columns(),
            },
            "files" => QuestionKind::Files {
                max_files: self.max_files.unwrap_or_default(),
            },
            _ => QuestionKind::Declaration,
        }
    }

    fn text_limit(&self) -> TextLimit {
        match self.max_words {
            Some(words) => TextLimit::Words(words),
            None => TextLimit::Characters(self.max_chars.unwrap_or_default()),
        }
    }

    fn take_columns(&mut self) -> Vec<Question> {
        let columns = self.column.take().unwrap_or_default().into_iter();
        columns.map(QuestionToml::into_question).collect()
    }
}

impl OptToml {
    fn into_option(self) -> Opt {
        Opt {
            code: self.code,
            label: self.label.into(),
        }
    }
}

/// Where the code of each path stands; of two equal paths, the later one.
fn bytes_of_codes(file: &FormToml) -> BTreeMap<String, usize> {
    let mut bytes = BTreeMap::new();
    for question in &file.quiz {
        let path = format!("quiz.{}", question.code.get_ref());
        bytes.insert(path, question.code.span().start);
    }
    for section in &file.section {
        let path = section.code.get_ref().clone();
        note_questions(&mut bytes, &path, &section.question);
        bytes.insert(path, section.code.span().start);
    }
    bytes
}

/// Of a path, or of the nearest thing around it that has a place.
fn byte_of(bytes: &BTreeMap<String, usize>, path: &str) -> usize {
    let mut path = path;
    loop {
        match (bytes.get(path), path.rsplit_once('.')) {
            (Some(byte), _) => return *byte,
            (None, Some((parent, _))) => path = parent,
            (None, None) => return 0,
        }
    }
}

fn note_questions(bytes: &mut BTreeMap<String, usize>, parent: &str, questions: &[QuestionToml]) {
    for question in questions {
        let path = format!("{parent}.{}", question.code.get_ref());
        note_questions(bytes, &path, question.column.as_deref().unwrap_or_default());
        bytes.insert(path, question.code.span().start);
    }
}

#[cfg(test)]
mod tests;
