//! Forms as they stand in columns: one JSON document per version. A key that an
//! earlier release did not write has the meaning that it had before.

use serde::{Deserialize, Serialize};

use super::columns::TranslatedJson;
use super::conflict::StoreError;
use super::json::{from_json, to_json};
use crate::domain::form::{
    Condition, Form, Opt, Question, QuestionKind, QuizOption, QuizQuestion, Section, Stage,
    TextLimit,
};

/// The JSON of a form for a column.
pub fn form_json(form: &Form) -> String {
    to_json(&FormJson::from(form))
}

/// Reads a form from a column.
pub fn form_of_json(text: &str) -> Result<Form, StoreError> {
    from_json::<FormJson>(text).map(Form::from)
}

#[derive(Serialize, Deserialize)]
struct FormJson {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quiz: Vec<QuizQuestionJson>,
    sections: Vec<SectionJson>,
}

#[derive(Serialize, Deserialize)]
struct SectionJson {
    code: String,
    title: TranslatedJson,
    intro: TranslatedJson,
    #[serde(default)]
    full: bool,
    #[serde(default)]
    profile: bool,
    questions: Vec<QuestionJson>,
}

#[derive(Serialize, Deserialize)]
struct QuestionJson {
    code: String,
    label: TranslatedJson,
    hint: TranslatedJson,
    required: bool,
    reviewers: bool,
    #[serde(default)]
    sensitive: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shown_if: Option<ConditionJson>,
    kind: KindJson,
}

#[derive(Serialize, Deserialize)]
struct ConditionJson {
    question: String,
    any_of: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct QuizQuestionJson {
    code: String,
    label: TranslatedJson,
    hint: TranslatedJson,
    options: Vec<QuizOptionJson>,
}

#[derive(Serialize, Deserialize)]
struct QuizOptionJson {
    code: String,
    label: TranslatedJson,
    refusal: TranslatedJson,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KindJson {
    ShortText {
        max_chars: u32,
    },
    LongText(LimitJson),
    Number {
        min: i64,
        max: i64,
    },
    Money {
        own_currency: bool,
    },
    Date,
    Place,
    YesNo,
    Choice(Vec<OptJson>),
    Choices(Vec<OptJson>),
    Rows {
        max_rows: u32,
        columns: Vec<QuestionJson>,
    },
    Files {
        max_files: u32,
    },
    Declaration,
}

/// `{"max_words":300}` or `{"max_chars":300}`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LimitJson {
    MaxWords(u32),
    MaxChars(u32),
}

#[derive(Serialize, Deserialize)]
struct OptJson {
    code: String,
    label: TranslatedJson,
}

/// Each of a list, turned from one side to the other.
fn each<'a, From: 'a, To: std::convert::From<&'a From>>(from: &'a [From]) -> Vec<To> {
    from.iter().map(To::from).collect()
}

fn every<From, To: std::convert::From<From>>(from: Vec<From>) -> Vec<To> {
    from.into_iter().map(To::from).collect()
}

impl From<&Form> for FormJson {
    fn from(form: &Form) -> Self {
        Self {
            quiz: each(&form.quiz),
            sections: each(&form.sections),
        }
    }
}

impl From<FormJson> for Form {
    fn from(json: FormJson) -> Self {
        Self {
            quiz: every(json.quiz),
            sections: every(json.sections),
        }
    }
}

impl From<&Section> for SectionJson {
    fn from(section: &Section) -> Self {
        Self {
            code: section.code.clone(),
            title: (&section.title).into(),
            intro: (&section.intro).into(),
            full: section.stage == Stage::Full,
            profile: section.profile,
            questions: each(&section.questions),
        }
    }
}

impl From<SectionJson> for Section {
    fn from(json: SectionJson) -> Self {
        Self {
            code: json.code,
            title: json.title.into(),
            intro: json.intro.into(),
            stage: if json.full { Stage::Full } else { Stage::Short },
            profile: json.profile,
            questions: every(json.questions),
        }
    }
}

impl From<&Question> for QuestionJson {
    fn from(question: &Question) -> Self {
        Self {
            code: question.code.clone(),
            label: (&question.label).into(),
            hint: (&question.hint).into(),
            required: question.required,
            reviewers: question.reviewers,
            sensitive: question.sensitive,
            shown_if: question.shown_if.as_ref().map(ConditionJson::from),
            kind: (&question.kind).into(),
        }
    }
}

impl From<QuestionJson> for Question {
    fn from(json: QuestionJson) -> Self {
        Self {
            code: json.code,
            label: json.label.into(),
            hint: json.hint.into(),
            required: json.required,
            reviewers: json.reviewers,
            sensitive: json.sensitive,
            shown_if: json.shown_if.map(Condition::from),
            kind: json.kind.into(),
        }
    }
}

impl From<&QuestionKind> for KindJson {
    fn from(kind: &QuestionKind) -> Self {
        use QuestionKind as K;
        match kind {
            K::ShortText { max_chars } => Self::ShortText {
                max_chars: *max_chars,
            },
            K::LongText { limit } => Self::LongText(match limit {
                TextLimit::Words(most) => LimitJson::MaxWords(*most),
                TextLimit::Characters(most) => LimitJson::MaxChars(*most),
            }),
            K::Number { min, max } => Self::Number {
                min: *min,
                max: *max,
            },
            K::Money { own_currency } => Self::Money {
                own_currency: *own_currency,
            },
            K::Date => Self::Date,
            K::Place => Self::Place,
            K::YesNo => Self::YesNo,
            K::Choice(options) => Self::Choice(each(options)),
            K::Choices(options) => Self::Choices(each(options)),
            K::Rows { max_rows, columns } => Self::Rows {
                max_rows: *max_rows,
                columns: each(columns),
            },
            K::Files { max_files } => Self::Files {
                max_files: *max_files,
            },
            K::Declaration => Self::Declaration,
        }
    }
}

impl From<KindJson> for QuestionKind {
    fn from(json: KindJson) -> Self {
        use KindJson as J;
        match json {
            J::ShortText { max_chars } => Self::ShortText { max_chars },
            J::LongText(LimitJson::MaxWords(most)) => Self::LongText {
                limit: TextLimit::Words(most),
            },
            J::LongText(LimitJson::MaxChars(most)) => Self::LongText {
                limit: TextLimit::Characters(most),
            },
            J::Number { min, max } => Self::Number { min, max },
            J::Money { own_currency } => Self::Money { own_currency },
            J::Date => Self::Date,
            J::Place => Self::Place,
            J::YesNo => Self::YesNo,
            J::Choice(options) => Self::Choice(every(options)),
            J::Choices(options) => Self::Choices(every(options)),
            J::Rows { max_rows, columns } => Self::Rows {
                max_rows,
                columns: every(columns),
            },
            J::Files { max_files } => Self::Files { max_files },
            J::Declaration => Self::Declaration,
        }
    }
}

impl From<&Opt> for OptJson {
    fn from(option: &Opt) -> Self {
        Self {
            code: option.code.clone(),
            label: (&option.label).into(),
        }
    }
}

impl From<OptJson> for Opt {
    fn from(json: OptJson) -> Self {
        Self {
            code: json.code,
            label: json.label.into(),
        }
    }
}

impl From<&Condition> for ConditionJson {
    fn from(condition: &Condition) -> Self {
        Self {
            question: condition.question.clone(),
            any_of: condition.any_of.clone(),
        }
    }
}

impl From<ConditionJson> for Condition {
    fn from(json: ConditionJson) -> Self {
        Self {
            question: json.question,
            any_of: json.any_of,
        }
    }
}

impl From<&QuizQuestion> for QuizQuestionJson {
    fn from(question: &QuizQuestion) -> Self {
        Self {
            code: question.code.clone(),
            label: (&question.label).into(),
            hint: (&question.hint).into(),
            options: each(&question.options),
        }
    }
}

impl From<QuizQuestionJson> for QuizQuestion {
    fn from(json: QuizQuestionJson) -> Self {
        Self {
            code: json.code,
            label: json.label.into(),
            hint: json.hint.into(),
            options: every(json.options),
        }
    }
}

impl From<&QuizOption> for QuizOptionJson {
    fn from(option: &QuizOption) -> Self {
        Self {
            code: option.code.clone(),
            label: (&option.label).into(),
            refusal: (&option.refusal).into(),
        }
    }
}

impl From<QuizOptionJson> for QuizOption {
    fn from(json: QuizOptionJson) -> Self {
        Self {
            code: json.code,
            label: json.label.into(),
            refusal: json.refusal.into(),
        }
    }
}
