//! The application form: sections of questions, written by staff, the same for
//! every applicant of a round. Knows what may be asked, not what was answered.

mod check;
mod differences;
mod edit;
#[cfg(test)]
pub(crate) mod generated;
mod kind;
mod published;
mod quiz;
mod spot;
pub mod typed;

pub use differences::{Aspect, Change, Difference, differences};
pub(in crate::domain) use edit::free_code;
pub use published::Published;
pub use quiz::{Quiz, QuizOption, QuizQuestion};
pub(in crate::domain) use spot::fingerprint;
pub use spot::{Home, Part, Spot};

use super::Translated;

/// Code of the question for the title of the request.
pub const TITLE: &str = "title";
/// Code of the question for the amount that is asked for.
pub const AMOUNT: &str = "amount";
/// Code of the question for the smallest amount that would still help.
pub const SMALLEST_USEFUL: &str = "smallest_useful";
/// Code of the rows whose column [`AMOUNT`] adds up to the amount.
pub const BUDGET: &str = "budget";
/// Codes of further columns of the budget that are counted with. A form may ask
/// any of them.
pub const CATEGORY: &str = "category";
/// How many units: a whole number, of the unit that stands beside it.
pub const QUANTITY: &str = "quantity";
/// What one unit costs.
pub const UNIT_COST: &str = "unit_cost";
/// What others pay of the line.
pub const OTHERS: &str = "others";
/// Code of an option that excludes all others of its question.
pub const NONE: &str = "none";
/// What answers a yes-or-no question or a declaration.
pub const YES: &str = "yes";
/// What answers a yes-or-no question.
pub const NO: &str = "no";

/// One version of a programme's application form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// Asked before an account is needed; may be empty.
    pub quiz: Quiz,
    /// Those of the short form first.
    pub sections: Vec<Section>,
}

/// How far an application is asked: everybody fills the short form, and those
/// who are asked for it the full one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Stage {
    #[default]
    Short,
    Full,
}

impl Stage {
    /// Stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
        }
    }

    /// The stage of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Short, Self::Full]
            .into_iter()
            .find(|stage| stage.code() == code)
    }
}

/// A page of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name in URLs, unique in the form.
    pub code: String,
    pub title: Translated,
    /// May be empty.
    pub intro: Translated,
    /// The stage in which it is asked.
    pub stage: Stage,
    /// About the organisation: kept with it, and confirmed rather than typed
    /// again in its next application.
    pub profile: bool,
    pub questions: Vec<Question>,
}

/// A question of a section, or a column of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Key of its answer, unique in the form (of a column: in its rows).
    pub code: String,
    pub label: Translated,
    /// May be empty.
    pub hint: Translated,
    /// Whether an application can't be sent without it.
    pub required: bool,
    /// Whether reviewers see the answer.
    pub reviewers: bool,
    /// Whether the answer could endanger somebody; said beside the question.
    pub sensitive: bool,
    /// Asked only where an earlier answer says so; never of a column.
    pub shown_if: Option<Condition>,
    pub kind: QuestionKind,
}

/// What an earlier question must have been answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Code of an earlier question: yes or no, a choice, choices or a declaration.
    pub question: String,
    /// Codes of options; [`YES`] and [`NO`] for a yes-or-no question, [`YES`] for
    /// a declaration. One of them is enough.
    pub any_of: Vec<String>,
}

/// Most words or characters of a long text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextLimit {
    Words(u32),
    Characters(u32),
}

/// What an answer looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionKind {
    /// One line.
    ShortText {
        max_chars: u32,
    },
    /// Several lines.
    LongText {
        limit: TextLimit,
    },
    /// A whole number, both bounds allowed.
    Number {
        min: i64,
        max: i64,
    },
    /// An amount: in a currency that the applicant chooses, or the round's.
    Money {
        own_currency: bool,
    },
    Date,
    /// A country, and a town or area in it.
    Place,
    YesNo,
    /// One of the options.
    Choice(Vec<Opt>),
    /// Any number of the options.
    Choices(Vec<Opt>),
    /// A table that the applicant fills; columns are never rows themselves.
    Rows {
        max_rows: u32,
        columns: Vec<Question>,
    },
    /// Documents to be uploaded.
    Files {
        max_files: u32,
    },
    /// A statement to confirm.
    Declaration,
}

/// An option of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opt {
    pub code: String,
    pub label: Translated,
}

impl Form {
    /// The section of a code.
    pub fn section(&self, code: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.code == code)
    }

    /// Every question, in the order of the form.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question of a code.
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code == code)
    }

    /// Whether only those who are asked for it fill the whole form.
    pub fn is_staged(&self) -> bool {
        self.sections.iter().any(|s| s.stage == Stage::Full)
    }

    /// The stage in which an application to this form begins.
    pub fn first_stage(&self) -> Stage {
        if self.is_staged() {
            Stage::Short
        } else {
            Stage::Full
        }
    }

    /// The form as it is asked in a stage.
    #[must_use]
    pub fn at(mut self, stage: Stage) -> Self {
        self.sections.retain(|section| section.stage <= stage);
        self
    }

    /// The form as reviewers see it: without the questions and columns that are
    /// kept from them, and without sections that this leaves empty.
    #[must_use]
    pub fn for_reviewers(mut self) -> Self {
        for section in &mut self.sections {
            section.questions.retain(|question| question.reviewers);
            for question in &mut section.questions {
                if let QuestionKind::Rows { columns, .. } = &mut question.kind {
                    columns.retain(|column| column.reviewers);
                }
            }
        }
        self.sections
            .retain(|section| !section.questions.is_empty());
        self
    }
}

impl Section {
    /// The question of a code.
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.code == code)
    }
}

impl Question {
    /// The columns; none unless this asks for rows.
    pub fn columns(&self) -> &[Question] {
        match &self.kind {
            QuestionKind::Rows { columns, .. } => columns,
            _ => &[],
        }
    }

    /// The options; none unless this asks to choose.
    pub fn options(&self) -> &[Opt] {
        match &self.kind {
            QuestionKind::Choice(options) | QuestionKind::Choices(options) => options,
            _ => &[],
        }
    }

    /// The option of a code.
    pub fn option(&self, code: &str) -> Option<&Opt> {
        self.options().iter().find(|option| option.code == code)
    }
}

/// Names of fields with which a section is posted: no code of a question.
pub const POSTED: [&str; 7] = ["csrf", "version", "asked", "take", "then", "add", "remove"];

/// Whether a text can be a code: it stands in posted names between dots and in
/// URLs, so only small letters, digits and underscores, a letter first.
pub fn is_code(text: &str) -> bool {
    text.len() <= 40
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
