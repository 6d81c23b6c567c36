//! The application form as a TOML file that staff can write and keep.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::toml_text::{Source, TomlProblem, TranslatedToml};
use crate::domain::Message;
use crate::domain::form::{Form, Opt, Question, QuestionKind, Section};

/// The form of the default programme.
pub const DEFAULT_FORM: &str = include_str!("defaults/form.toml");

/// Reads a form and checks it ([`Form::check`]).
///
/// # Errors
/// The first problem of the file, with its line.
pub fn read(text: &str) -> Result<Form, TomlProblem> {
    let source = Source(text);
    let file: FormToml = source.read()?;
    let lines = bytes_of_codes(&file);
    let sections = file.section.into_iter();
    let form = Form {
        sections: sections
            .map(|section| section.into_section(source))
            .collect::<Result<_, _>>()?,
    };
    source.first(form.check().0, |path| {
        lines.get(path).copied().unwrap_or_default()
    })?;
    Ok(form)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormToml {
    #[serde(default)]
    section: Vec<SectionToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionToml {
    code: Spanned<String>,
    title: TranslatedToml,
    #[serde(default)]
    intro: TranslatedToml,
    #[serde(default)]
    question: Vec<QuestionToml>,
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
    max_chars: Option<u32>,
    max_words: Option<u32>,
    min: Option<i64>,
    max: Option<i64>,
    /// Money in the round's currency instead of one that the applicant chooses.
    round_currency: Option<bool>,
    option: Option<Vec<OptToml>>,
    max_rows: Option<u32>,
    column: Option<Vec<QuestionToml>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptToml {
    code: String,
    label: TranslatedToml,
}

impl SectionToml {
    fn into_section(self, source: Source) -> Result<Section, TomlProblem> {
        let questions = self.question.into_iter();
        Ok(Section {
            code: self.code.into_inner(),
            title: self.title.into(),
            intro: self.intro.into(),
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
        Ok(Question {
            code: self.code.into_inner(),
            label: self.label.into(),
            hint: self.hint.into(),
            required: self.required,
            reviewers: self.reviewers.unwrap_or(true),
            kind,
        })
    }

    /// Every key that the kind needs is there, and no key of another kind.
    fn check_keys(&self) -> Result<(), Message> {
        let needed = keys_of(&self.kind)
            .ok_or_else(|| Message::new("error-form-kind").with("kind", &*self.kind))?;
        for (key, present) in self.keys() {
            let optional = key == "round_currency" && self.kind == "money";
            if present != needed.contains(&key) && !optional {
                let wrong = if present {
                    "error-form-key-unused"
                } else {
                    "error-form-key-missing"
                };
                return Err(Message::new(wrong).with("name", key));
            }
        }
        Ok(())
    }

    fn keys(&self) -> [(&'static str, bool); 8] {
        [
            ("max_chars", self.max_chars.is_some()),
            ("max_words", self.max_words.is_some()),
            ("min", self.min.is_some()),
            ("max", self.max.is_some()),
            ("round_currency", self.round_currency.is_some()),
            ("option", self.option.is_some()),
            ("max_rows", self.max_rows.is_some()),
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
                max_words: self.max_words.unwrap_or_default(),
            },
            "number" => QuestionKind::Number {
                min: self.min.unwrap_or_default(),
                max: self.max.unwrap_or_default(),
            },
            "money" => QuestionKind::Money {
                own_currency: !self.round_currency.unwrap_or_default(),
            },
            "date" => QuestionKind::Date,
            "yes_no" => QuestionKind::YesNo,
            "choice" => QuestionKind::Choice(options),
            "choices" => QuestionKind::Choices(options),
            "rows" => QuestionKind::Rows {
                max_rows: self.max_rows.unwrap_or_default(),
                columns: self.take_columns(source)?,
            },
            _ => QuestionKind::Declaration,
        })
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

/// The keys that a kind needs; `None` when there is no such kind.
fn keys_of(kind: &str) -> Option<&'static [&'static str]> {
    Some(match kind {
        "short_text" => &["max_chars"],
        "long_text" => &["max_words"],
        "number" => &["min", "max"],
        "choice" | "choices" => &["option"],
        "rows" => &["max_rows", "column"],
        "money" | "date" | "yes_no" | "declaration" => &[],
        _ => return None,
    })
}

/// Where the code of each path stands; of two equal paths, the later one.
fn bytes_of_codes(file: &FormToml) -> BTreeMap<String, usize> {
    let mut bytes = BTreeMap::new();
    for section in &file.section {
        let path = section.code.get_ref().clone();
        note_questions(&mut bytes, &path, &section.question);
        bytes.insert(path, section.code.span().start);
    }
    bytes
}

fn note_questions(bytes: &mut BTreeMap<String, usize>, parent: &str, questions: &[QuestionToml]) {
    for question in questions {
        let path = format!("{parent}.{}", question.code.get_ref());
        note_questions(bytes, &path, question.column.as_deref().unwrap_or_default());
        bytes.insert(path, question.code.span().start);
    }
}

#[cfg(test)]
mod tests {
    use super::super::toml_text::is_complete;
    use super::*;

    #[test]
    fn the_default_is_complete_in_three_languages() {
        let form = read(DEFAULT_FORM).unwrap();
        let codes: Vec<&str> = form.sections.iter().map(|s| s.code.as_str()).collect();
        assert_eq!(
            codes.join(" "),
            "request need support pressure capacity legal values declarations"
        );
        for section in &form.sections {
            assert!(is_complete(&section.title), "{}", section.code);
            assert!(is_complete(&section.intro), "{}", section.code);
            section.questions.iter().for_each(assert_complete);
        }
    }

    fn assert_complete(question: &Question) {
        assert!(is_complete(&question.label), "{}", question.code);
        assert!(is_complete(&question.hint), "{}", question.code);
        for option in question.options() {
            assert!(is_complete(&option.label), "{}", option.code);
        }
        question.columns().iter().for_each(assert_complete);
    }

    #[test]
    fn three_amounts_are_in_the_round_s_currency() {
        fn collect(parent: &str, question: &Question, paths: &mut Vec<String>) {
            let path = format!("{parent}{}", question.code);
            if question.kind
                == (QuestionKind::Money {
                    own_currency: false,
                })
            {
                paths.push(path.clone());
            }
            for column in question.columns() {
                collect(&format!("{path}."), column, paths);
            }
        }
        let mut paths = Vec::new();
        for question in read(DEFAULT_FORM).unwrap().questions() {
            collect("", question, &mut paths);
        }
        assert_eq!(paths, ["amount", "smallest_useful", "budget.amount"]);
    }

    #[test]
    fn reviewers_are_kept_from_names_and_risks() {
        let form = read(DEFAULT_FORM).unwrap();
        let hidden: Vec<&str> = form
            .questions()
            .filter(|question| !question.reviewers)
            .map(|question| question.code.as_str())
            .collect();
        assert_eq!(hidden, ["board", "risks", "officer_name"]);
    }

    fn problem(question: &str) -> (usize, &'static str) {
        let head = "[[section]]\ncode = \"s\"\ntitle.en = \"S\"\n[[section.question]]\n";
        let problem = read(&format!("{head}{question}")).unwrap_err();
        (problem.line, problem.reason.key)
    }

    #[test]
    fn problems_name_their_line() {
        let rest = "label.en = \"Q\"\nrequired = true\n";
        assert_eq!(
            problem(&format!("code = \"q\"\nkind = \"text\"\n{rest}")),
            (5, "error-form-kind")
        );
        assert_eq!(
            problem(&format!("code = \"q\"\nkind = \"long_text\"\n{rest}")),
            (5, "error-form-key-missing")
        );
        assert_eq!(
            problem(&format!("{rest}code = \"q\"\nkind = \"date\"\nmax = 3\n")),
            (7, "error-form-key-unused")
        );
        assert_eq!(
            problem(&format!("{rest}kind = \"date\"\ncode = \"Q\"\n")),
            (8, "error-code")
        );
        assert_eq!(
            problem(&format!("code = \"q\"\nkind = \"date\"\ntypo = 1\n{rest}")),
            (7, "error-toml")
        );
        assert_eq!(problem("code = \n").0, 5);
        assert_eq!(read("").unwrap_err().reason.key, "error-form-empty");
    }
}
