//! What an applicant answered: typed values by question code, how they are read
//! from posted fields, and what is still missing before they can be sent.
//! Readable answers are never cut or dropped for being too long.

mod carry;
mod compared;
mod hidden;
mod missing;
mod parse;
mod posted;
mod submission;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use carry::{Carried, carry};
pub use compared::{Became, RowBecame, compare, unasked};
pub use hidden::{Hidden, asked_form};
pub use missing::{SectionState, gaps, section_state};
pub use parse::{Parsed, parse_section};
pub use posted::Posted;
pub use submission::{Bounds, check_submission, currency_problems};

use super::form::{AMOUNT, BUDGET, Form, NO, Question, SMALLEST_USEFUL, Section, YES};
use super::{Country, Currency, FileId, Money};

use super::moment::Day;

/// One answer; its variant fits the kind of its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Of short and long text: never empty, controls and overrides removed.
    Text(String),
    Number(i64),
    Money(Money),
    Day(Day),
    YesNo(bool),
    /// Code of an option.
    Choice(String),
    /// Codes of options, in the order of the form, each once; never empty.
    Choices(Vec<String>),
    /// Rows in the applicant's order, never empty; each has at least one cell.
    Rows(Vec<Row>),
    Place(Place),
    /// In the order of their arrival; never empty. Kept beside the answers of a
    /// section, and put among them when they are read or sent.
    Files(Vec<FileRef>),
    /// The statement was confirmed.
    Declared,
}

/// A place as precisely as somebody wants to tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub country: Country,
    /// Town, district or area; may be empty.
    pub locality: String,
}

/// A document as it was uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRef {
    pub id: FileId,
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// Of its content, in hexadecimal.
    pub sha256: String,
}

/// One row: answers by column code.
pub type Row = BTreeMap<String, Answer>;

/// Answers by question code. What is not answered is not there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers(pub BTreeMap<String, Answer>);

impl Answers {
    /// The answer to a question.
    pub fn get(&self, code: &str) -> Option<&Answer> {
        self.0.get(code)
    }

    /// The text, or the code of the option, of an answer; empty when there is none.
    pub fn text(&self, code: &str) -> &str {
        match self.get(code) {
            Some(Answer::Text(text) | Answer::Choice(text)) => text,
            _ => "",
        }
    }

    /// The amount of an answer.
    pub fn money(&self, code: &str) -> Option<Money> {
        match self.get(code) {
            Some(Answer::Money(money)) => Some(*money),
            _ => None,
        }
    }

    /// The currency of the request: that of its amount, or of what else was typed
    /// in it; nothing before that.
    pub fn request_currency(&self) -> Option<Currency> {
        let known = self.money(AMOUNT).or(self.money(SMALLEST_USEFUL));
        let mut cells = self.rows(BUDGET).iter().flat_map(|row| row.values());
        let of_budget = || {
            cells.find_map(|cell| match cell {
                Answer::Money(money) => Some(*money),
                _ => None,
            })
        };
        known.or_else(of_budget).map(|money| money.currency)
    }

    /// The number of an answer.
    pub fn number(&self, code: &str) -> Option<i64> {
        match self.get(code) {
            Some(Answer::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The rows of an answer; none when there is none.
    pub fn rows(&self, code: &str) -> &[Row] {
        match self.get(code) {
            Some(Answer::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// Replaces the answers to a section's questions by newly parsed ones: what
    /// was emptied disappears, other sections stay.
    pub fn replace(&mut self, section: &Section, parsed: Answers) {
        for question in &section.questions {
            self.0.remove(&question.code);
        }
        self.0.extend(parsed.0);
    }

    /// Every answer as the fields that would post it.
    pub fn posted(&self) -> Posted {
        self.0
            .iter()
            .flat_map(|(code, answer)| answer.posted(code))
            .collect()
    }
}

impl Answer {
    /// The fields that post this answer to the question `code`, to fill in a
    /// form again. Amounts always name their currency; questions in the round's
    /// currency ignore it.
    pub fn posted(&self, code: &str) -> Vec<(String, String)> {
        let one = |value: String| vec![(code.to_owned(), value)];
        match self {
            Self::Text(text) | Self::Choice(text) => one(text.clone()),
            Self::Number(number) => one(number.to_string()),
            Self::Money(money) => posted_money(code, *money),
            Self::Day(day) => one(day.iso()),
            Self::YesNo(true) | Self::Declared => one(YES.to_owned()),
            Self::YesNo(false) => one(NO.to_owned()),
            Self::Choices(options) => options.iter().flat_map(|o| one(o.clone())).collect(),
            Self::Rows(rows) => posted_rows(code, rows),
            Self::Place(place) => posted_place(code, place),
            // Uploaded, never posted with a section.
            Self::Files(_) => Vec::new(),
        }
    }
}

fn posted_place(code: &str, place: &Place) -> Vec<(String, String)> {
    vec![
        (code.to_owned(), place.locality.clone()),
        (format!("{code}.country"), place.country.code().to_owned()),
    ]
}

fn posted_money(code: &str, money: Money) -> Vec<(String, String)> {
    vec![
        (code.to_owned(), money.decimal()),
        (format!("{code}.currency"), money.currency.code().to_owned()),
    ]
}

fn posted_rows(code: &str, rows: &[Row]) -> Vec<(String, String)> {
    let cells = rows.iter().enumerate().flat_map(|(number, row)| {
        row.iter()
            .map(move |(column, answer)| (number, column, answer))
    });
    cells
        .flat_map(|(number, column, answer)| answer.posted(&format!("{code}.{number}.{column}")))
        .collect()
}

/// The answers that reviewers may see: only those whose question, and in rows
/// whose column, the form shows to them, and that were asked.
pub fn for_reviewers(form: &Form, answers: &Answers) -> Answers {
    let hidden = Hidden::of(form, answers);
    let shown = |question: &&Question| question.reviewers && hidden.asks(&question.code);
    let visible = form.questions().filter(shown).filter_map(|question| {
        let answer = match answers.get(&question.code)? {
            Answer::Rows(rows) => visible_rows(question, rows)?,
            other => other.clone(),
        };
        Some((question.code.clone(), answer))
    });
    Answers(visible.collect())
}

/// The cells of the question's columns that reviewers see; rows without any are left out.
fn visible_rows(question: &Question, rows: &[Row]) -> Option<Answer> {
    let columns = question.columns();
    let visible = |row: &Row| -> Row {
        let mut row = row.clone();
        row.retain(|code, _| {
            let mut seen = columns.iter().filter(|column| column.reviewers);
            seen.any(|column| column.code == *code)
        });
        row
    };
    let rows = rows.iter().map(visible);
    let rows: Vec<Row> = rows.filter(|row| !row.is_empty()).collect();
    (!rows.is_empty()).then_some(Answer::Rows(rows))
}
