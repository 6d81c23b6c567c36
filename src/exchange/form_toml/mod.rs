//! The application form as a TOML file that staff can write and keep.

mod write;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::toml_text::{Source, TomlProblem, TranslatedToml};
use crate::domain::Message;
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
/// The first problem of the file, with its line.
pub fn read(text: &str) -> Result<Form, TomlProblem> {
    let source = Source(text);
    let file: FormToml = source.read()?;
    let lines = bytes_of_codes(&file);
    let (quiz, sections) = (file.quiz.into_iter(), file.section.into_iter());
    let form = Form {
        quiz: quiz.map(QuizToml::into_question).collect(),
        sections: sections
            .map(|section| section.into_section(source))
            .collect::<Result<_, _>>()?,
    };
    source.first(form.check().0, |path| byte_of(&lines, path))?;
    Ok(form)
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

/// A question with the keys of every kind; which of them belong, [`keys_of`] says.
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
    fn into_section(self, source: Source) -> Result<Section, TomlProblem> {
        let questions = self.question.into_iter();
        Ok(Section {
            code: self.code.into_inner(),
            title: self.title.into(),
            intro: self.intro.into(),
            stage: match self.stage {
                StageToml::Short => Stage::Short,
                StageToml::Full => Stage::Full,
            },
            profile: self.profile,
            questions: questions
                .map(|question| question.into_question(source))
                .collect::<Result<_, _>>()?,
        })
    }
}

impl QuestionToml {
    fn into_question(mut self, source: Source) -> Result<Question, TomlProblem> {
        self.check_keys()
            .map_err(|message| source.problem(self.code.span().start, message))?;
        let kind = self.take_kind(source)?;
        let condition = self.shown_if.map(|shown_if| Condition {
            question: shown_if.question,
            any_of: shown_if.is,
        });
        Ok(Question {
            code: self.code.into_inner(),
            label: self.label.into(),
            hint: self.hint.into(),
            required: self.required,
            reviewers: self.reviewers.unwrap_or(true),
            sensitive: self.sensitive,
            shown_if: condition,
            kind,
        })
    }

    /// Every key that the kind needs is there, and no key of another kind.
    fn check_keys(&self) -> Result<(), Message> {
        let needed = keys_of(&self.kind)
            .ok_or_else(|| Message::new("error-form-kind").with("kind", &*self.kind))?;
        for (key, present) in self.keys() {
            let wrong = match needed.iter().find(|(needed, _)| *needed == key) {
                None if present => "error-form-key-unused",
                Some((_, Needed::Always)) if !present => "error-form-key-missing",
                _ => continue,
            };
            return Err(Message::new(wrong).with("name", key));
        }
        if self.kind == "long_text" && self.max_words.is_some() == self.max_chars.is_some() {
            return Err(Message::new("error-form-key-missing").with("name", "max_words"));
        }
        Ok(())
    }

    fn keys(&self) -> [(&'static str, bool); 9] {
        [
            ("max_chars", self.max_chars.is_some()),
            ("max_words", self.max_words.is_some()),
            ("min", self.min.is_some()),
            ("max", self.max.is_some()),
            ("round_currency", self.round_currency.is_some()),
            ("option", self.option.is_some()),
            ("max_rows", self.max_rows.is_some()),
            ("max_files", self.max_files.is_some()),
            ("column", self.column.is_some()),
        ]
    }

    /// The kind, its keys known to be there.
    fn take_kind(&mut self, source: Source) -> Result<QuestionKind, TomlProblem> {
        let options = self.option.take().unwrap_or_default().into_iter();
        let options = options.map(OptToml::into_option).collect();
        Ok(match self.kind.as_str() {
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
                columns: self.take_columns(source)?,
            },
            "files" => QuestionKind::Files {
                max_files: self.max_files.unwrap_or_default(),
            },
            _ => QuestionKind::Declaration,
        })
    }

    fn text_limit(&self) -> TextLimit {
        match self.max_words {
            Some(words) => TextLimit::Words(words),
            None => TextLimit::Characters(self.max_chars.unwrap_or_default()),
        }
    }

    fn take_columns(&mut self, source: Source) -> Result<Vec<Question>, TomlProblem> {
        let columns = self.column.take().unwrap_or_default().into_iter();
        columns.map(|column| column.into_question(source)).collect()
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

/// Whether a kind can do without a key of its own.
enum Needed {
    Always,
    Perhaps,
}

/// The keys that belong to a kind; `None` when there is no such kind.
fn keys_of(kind: &str) -> Option<&'static [(&'static str, Needed)]> {
    use Needed::{Always, Perhaps};
    Some(match kind {
        "short_text" => &[("max_chars", Always)],
        // One of the two.
        "long_text" => &[("max_words", Perhaps), ("max_chars", Perhaps)],
        "number" => &[("min", Always), ("max", Always)],
        "choice" | "choices" => &[("option", Always)],
        "rows" => &[("max_rows", Always), ("column", Always)],
        "files" => &[("max_files", Always)],
        "money" => &[("round_currency", Perhaps)],
        "date" | "place" | "yes_no" | "declaration" => &[],
        _ => return None,
    })
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
