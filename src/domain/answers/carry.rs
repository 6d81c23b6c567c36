//! Answers that move to another form: a later version, or the form of another
//! round. What fits goes along; what does not is named and stays where it was.

use super::{Answer, Answers, Row};
use crate::domain::Currency;
use crate::domain::form::{Question, QuestionKind as Kind, Section};

/// Answers sorted by whether they fit a section. Together they are what was given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    pub fitting: Answers,
    /// Answers, cells and options for which there is no question, or one of
    /// another kind.
    pub left: Answers,
}

/// Sorts answers by whether the questions of a section ask for them: those to other
/// sections are left. Money that is asked for in one currency fits in that of the
/// request, `currency`. Limits don't
/// matter: an answer over its limit is kept for shortening. Declarations are given
/// anew each time, and files are not carried.
pub fn carry(section: &Section, currency: Currency, answers: &Answers) -> Carried {
    let mut carried = Carried::default();
    for (code, answer) in &answers.0 {
        let question = section.question(code);
        let (fitting, left) = match question {
            Some(question) => sort(question, currency, answer),
            None => (None, Some(answer.clone())),
        };
        carried
            .fitting
            .0
            .extend(fitting.map(|answer| (code.clone(), answer)));
        carried
            .left
            .0
            .extend(left.map(|answer| (code.clone(), answer)));
    }
    carried
}

type Sorted = (Option<Answer>, Option<Answer>);

fn sort(question: &Question, currency: Currency, answer: &Answer) -> Sorted {
    match (&question.kind, answer) {
        (Kind::Choices(_), Answer::Choices(codes)) => {
            let known = |code: &&String| question.option(code).is_some();
            let (fitting, left): (Vec<_>, Vec<_>) = codes.iter().partition(known);
            (choices(fitting), choices(left))
        }
        (Kind::Rows { columns, .. }, Answer::Rows(rows)) => sort_rows(columns, currency, rows),
        _ if fits_kind(question, currency, answer) => (Some(answer.clone()), None),
        _ => (None, Some(answer.clone())),
    }
}

fn choices(codes: Vec<&String>) -> Option<Answer> {
    let codes: Vec<String> = codes.into_iter().cloned().collect();
    (!codes.is_empty()).then_some(Answer::Choices(codes))
}

fn sort_rows(columns: &[Question], currency: Currency, rows: &[Row]) -> Sorted {
    let (mut fitting, mut left) = (Vec::new(), Vec::new());
    for row in rows {
        let (mut fits, mut stays) = (Row::new(), Row::new());
        for (code, cell) in row {
            let column = columns.iter().find(|column| column.code == *code);
            let (fit, stay) = match column {
                Some(column) => sort(column, currency, cell),
                None => (None, Some(cell.clone())),
            };
            fits.extend(fit.map(|cell| (code.clone(), cell)));
            stays.extend(stay.map(|cell| (code.clone(), cell)));
        }
        fitting.push(fits);
        left.push(stays);
    }
    (filled(fitting), filled(left))
}

fn filled(mut rows: Vec<Row>) -> Option<Answer> {
    rows.retain(|row| !row.is_empty());
    (!rows.is_empty()).then_some(Answer::Rows(rows))
}

fn fits_kind(question: &Question, currency: Currency, answer: &Answer) -> bool {
    match (&question.kind, answer) {
        (Kind::ShortText { .. }, Answer::Text(text)) => !text.contains('\n'),
        (Kind::LongText { .. }, Answer::Text(_))
        | (Kind::Number { .. }, Answer::Number(_))
        | (Kind::Date, Answer::Day(_))
        | (Kind::Place, Answer::Place(_))
        | (Kind::YesNo, Answer::YesNo(_))
        | (Kind::Money { own_currency: true }, Answer::Money(_)) => true,
        (
            Kind::Money {
                own_currency: false,
            },
            Answer::Money(money),
        ) => money.currency == currency,
        (Kind::Choice(_), Answer::Choice(code)) => question.option(code).is_some(),
        _ => false,
    }
}
