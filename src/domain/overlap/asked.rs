//! The work that an application asks money for, and the support that it declares, out of
//! its answers. The codes are those of the default form; a form without them declares
//! nothing.

use super::Work;
use crate::domain::answers::{Answer, Answers, Row};
use crate::domain::form::{AMOUNT, BUDGET, TITLE};
use crate::domain::ledger::{Grant, Party, Period};
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;

const SUMMARY: &str = "summary";
const START: &str = "start";
const MONTHS: &str = "months";
const BOARD: &str = "board";
const NAME: &str = "name";
/// The question for other supporters.
pub const SUPPORTERS: &str = "supporters";

/// Longest duration that is believed, in months.
const MOST_MONTHS: i64 = 600;

/// Support that an application declares, with the code of how it stands.
pub struct Declared {
    pub grant: Grant,
    /// `received`, `agreed`, `asked`, `refused`, `ended`.
    pub standing: String,
}

/// The organisation as a party of the ledger: its names and its numbers.
pub fn party(organisation: &Organisation) -> Party {
    let registrations = organisation.registrations.iter();
    Party {
        name: names(organisation).join(" / "),
        identifiers: registrations.map(|one| one.identifier()).collect(),
    }
}

/// Its names, each once.
pub fn names(organisation: &Organisation) -> Vec<String> {
    let all = [
        &organisation.name_latin,
        &organisation.name_arabic,
        &organisation.name_hebrew,
    ];
    let mut names: Vec<String> = Vec::new();
    for name in all.into_iter().filter(|name| !name.is_empty()) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// What an application asks for, as an entry of the ledger: no funder yet.
pub fn request(reference: &str, organisation: &Organisation, answers: &Answers) -> Grant {
    Grant {
        grant_id: reference.to_owned(),
        funder: Party::default(),
        recipient: party(organisation),
        title: answers.text(TITLE).to_owned(),
        description: answers.text(SUMMARY).to_owned(),
        amount: answers.money(AMOUNT),
        awarded_on: None,
        period: period(answers),
    }
}

fn period(answers: &Answers) -> Option<Period> {
    let Some(Answer::Day(start)) = answers.get(START) else {
        return None;
    };
    let months = answers.number(MONTHS)?.clamp(1, MOST_MONTHS);
    Period::months_from(*start, i32::try_from(months).ok()?)
}

impl Work {
    /// What an application asks for, with people and budget lines.
    pub fn asked(organisation: &Organisation, answers: &Answers) -> Self {
        Self {
            names: names(organisation),
            ..Self::asked_by(&request("", organisation, answers), answers)
        }
    }

    /// The same where the request is an entry of the ledger already.
    pub fn asked_by(request: &Grant, answers: &Answers) -> Self {
        let board = answers.rows(BOARD).iter().map(|row| text(row, NAME));
        let lines = answers.rows(BUDGET).iter().filter_map(line);
        Self {
            people: board.filter(|name| !name.is_empty()).collect(),
            lines: lines.collect(),
            ..Self::of(request)
        }
    }

    /// What an entry of the ledger is about.
    pub fn of(grant: &Grant) -> Self {
        Self {
            names: vec![grant.recipient.name.clone()],
            identifiers: grant.recipient.identifiers.clone(),
            title: grant.title.clone(),
            description: grant.description.clone(),
            period: grant.paid_period().map(|(period, _)| period),
            ..Self::default()
        }
    }
}

/// What a line of the budget is for, with what is asked here.
fn line(row: &Row) -> Option<(String, i64)> {
    let what = text(row, "description");
    match row.get(AMOUNT) {
        Some(Answer::Money(money)) if !what.is_empty() => Some((what, money.minor)),
        _ => None,
    }
}

/// The support that an application declares, row by row.
pub fn declared(reference: &str, organisation: &Organisation, answers: &Answers) -> Vec<Declared> {
    let rows = answers.rows(SUPPORTERS).iter().enumerate();
    let one = |(at, row): (usize, &Row)| {
        let day = |code: &str| match row.get(code) {
            Some(Answer::Day(day)) => Some(*day),
            _ => None,
        };
        let (from, to): (Option<Day>, Option<Day>) = (day("from"), day("to"));
        Declared {
            standing: text(row, "status"),
            grant: Grant {
                grant_id: format!("{reference}/{}", at + 1),
                funder: Party {
                    name: text(row, "funder"),
                    identifiers: Vec::new(),
                },
                recipient: party(organisation),
                title: text(row, "purpose"),
                description: String::new(),
                amount: match row.get(AMOUNT) {
                    Some(Answer::Money(money)) => Some(*money),
                    _ => None,
                },
                awarded_on: from.or(to),
                period: from.zip(to).and_then(|(from, to)| Period::new(from, to)),
            },
        }
    };
    rows.map(one).collect()
}

fn text(row: &Row, code: &str) -> String {
    match row.get(code) {
        Some(Answer::Text(text) | Answer::Choice(text)) => text.clone(),
        _ => String::new(),
    }
}
