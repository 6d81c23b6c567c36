//! Versions of application forms. A version is one JSON document, because it is
//! always read whole, and never changes once it is kept.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::columns::TranslatedJson;
use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::json::{from_json, to_json};
use super::schema::forms;
use crate::domain::form::{Form, Opt, Question, QuestionKind, Section};
use crate::domain::{FormId, ProgrammeId};

/// One version of a programme's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormVersion {
    pub id: FormId,
    /// 1 for a programme's first, then without gaps.
    pub version: i32,
    pub form: Form,
}

/// The form of an id.
pub fn by_id(reader: &mut Reader, id: FormId) -> Result<Option<FormVersion>, StoreError> {
    let found: Option<Columns> = forms::table
        .find(id)
        .select((forms::id, forms::version, forms::body))
        .first(reader.connection())
        .optional()?;
    found.map(form_version).transpose()
}

/// A programme's latest version.
pub fn latest(
    reader: &mut Reader,
    programme: ProgrammeId,
) -> Result<Option<FormVersion>, StoreError> {
    let found: Option<Columns> = forms::table
        .filter(forms::programme_id.eq(programme))
        .order(forms::version.desc())
        .select((forms::id, forms::version, forms::body))
        .first(reader.connection())
        .optional()?;
    found.map(form_version).transpose()
}

/// Adds a version to a programme.
pub fn insert(tx: &mut Tx, programme: ProgrammeId, form: &FormVersion) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(forms::table)
        .values((
            forms::id.eq(form.id),
            forms::programme_id.eq(programme),
            forms::version.eq(form.version),
            forms::body.eq(to_json(&FormJson::from(&form.form))),
            forms::created_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

type Columns = (FormId, i32, String);

fn form_version((id, version, body): Columns) -> Result<FormVersion, StoreError> {
    let body: FormJson = from_json(&body)?;
    Ok(FormVersion {
        id,
        version,
        form: body.into(),
    })
}

#[derive(Serialize, Deserialize)]
struct FormJson {
    sections: Vec<SectionJson>,
}

#[derive(Serialize, Deserialize)]
struct SectionJson {
    code: String,
    title: TranslatedJson,
    intro: TranslatedJson,
    questions: Vec<QuestionJson>,
}

#[derive(Serialize, Deserialize)]
struct QuestionJson {
    code: String,
    label: TranslatedJson,
    hint: TranslatedJson,
    required: bool,
    reviewers: bool,
    kind: KindJson,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KindJson {
    ShortText {
        max_chars: u32,
    },
    LongText {
        max_words: u32,
    },
    Number {
        min: i64,
        max: i64,
    },
    Money {
        own_currency: bool,
    },
    Date,
    YesNo,
    Choice(Vec<OptJson>),
    Choices(Vec<OptJson>),
    Rows {
        max_rows: u32,
        columns: Vec<QuestionJson>,
    },
    Declaration,
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
            sections: each(&form.sections),
        }
    }
}

impl From<FormJson> for Form {
    fn from(json: FormJson) -> Self {
        Self {
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
            K::LongText { max_words } => Self::LongText {
                max_words: *max_words,
            },
            K::Number { min, max } => Self::Number {
                min: *min,
                max: *max,
            },
            K::Money { own_currency } => Self::Money {
                own_currency: *own_currency,
            },
            K::Date => Self::Date,
            K::YesNo => Self::YesNo,
            K::Choice(options) => Self::Choice(each(options)),
            K::Choices(options) => Self::Choices(each(options)),
            K::Rows { max_rows, columns } => Self::Rows {
                max_rows: *max_rows,
                columns: each(columns),
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
            J::LongText { max_words } => Self::LongText { max_words },
            J::Number { min, max } => Self::Number { min, max },
            J::Money { own_currency } => Self::Money { own_currency },
            J::Date => Self::Date,
            J::YesNo => Self::YesNo,
            J::Choice(options) => Self::Choice(every(options)),
            J::Choices(options) => Self::Choices(every(options)),
            J::Rows { max_rows, columns } => Self::Rows {
                max_rows,
                columns: every(columns),
            },
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
