//! The application form: sections of questions, written by staff, the same for
//! every applicant of a round. Knows what may be asked, not what was answered.

mod check;

use super::Translated;

/// Code of the question for the title of the request.
pub const TITLE: &str = "title";
/// Code of the question for the amount that is asked for.
pub const AMOUNT: &str = "amount";
/// Code of the question for the smallest amount that would still help.
pub const SMALLEST_USEFUL: &str = "smallest_useful";
/// Code of the rows whose column [`AMOUNT`] adds up to the amount.
pub const BUDGET: &str = "budget";
/// Code of an option that excludes all others of its question.
pub const NONE: &str = "none";

/// One version of a programme's application form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    pub sections: Vec<Section>,
}

/// A page of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name in URLs, unique in the form.
    pub code: String,
    pub title: Translated,
    /// May be empty.
    pub intro: Translated,
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
    pub kind: QuestionKind,
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
        max_words: u32,
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

    /// The form as reviewers see it: without the questions and columns that are
    /// kept from them, and without sections that this leaves empty.
    #[must_use]
    pub fn for_reviewers(&self) -> Self {
        let mut form = self.clone();
        for section in &mut form.sections {
            section.questions.retain(|question| question.reviewers);
            for question in &mut section.questions {
                if let QuestionKind::Rows { columns, .. } = &mut question.kind {
                    columns.retain(|column| column.reviewers);
                }
            }
        }
        form.sections
            .retain(|section| !section.questions.is_empty());
        form
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

/// Whether a text can be a code: it stands in posted names between dots and in
/// URLs, so only small letters, digits and underscores, a letter first.
pub fn is_code(text: &str) -> bool {
    text.len() <= 40
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
