//! The demonstration answers the default form as it stands.

use super::super::seed::RATES;
use super::*;
use crate::domain::answers::{Answer, Answers, Bounds, Row, check_submission, parse_section};
use crate::domain::form::{self, AMOUNT, BUDGET, Form, Question, QuestionKind};
use crate::domain::moment::Day;
use crate::domain::rate::{Currencies, DatedRate, Rate};
use crate::domain::{Currency, Money};
use crate::exchange::form_toml::{DEFAULT_FORM, read};

fn form() -> Form {
    read(DEFAULT_FORM).unwrap().at(form::Stage::Short)
}

fn answers(form: &Form, organisation: &Organisation, dollar: Currency) -> Answers {
    let mut answers = Answers::default();
    for section in &form.sections {
        let posted = posted(organisation).into_iter().collect();
        let asked = answers.request_currency().unwrap_or(dollar);
        let parsed = parse_section(section, asked, &posted);
        assert_eq!(parsed.problems.0, [], "{}", organisation.name_latin);
        answers.replace(section, parsed.answers);
    }
    answers
}

/// The currencies that the demonstration's round takes.
fn taken(dollar: Currency) -> Currencies {
    let dated = |[code, rate, source]: [&str; 3]| DatedRate {
        currency: Currency::parse(code).unwrap(),
        rate: Rate::parse(rate).unwrap(),
        day: Day::parse("2026-11-01").unwrap(),
        source: source.to_owned(),
    };
    Currencies {
        rates: RATES.map(dated).into(),
        ..Currencies::only(dollar)
    }
}

#[test]
fn what_was_sent_could_be_sent() {
    let (form, dollar) = (form(), Currency::parse("USD").unwrap());
    let bounds = Bounds {
        least: Money::new(500_000, dollar),
        most: Money::new(6_000_000, dollar),
        currencies: taken(dollar),
    };
    for one in organisations().unwrap() {
        for code in one.answers.keys() {
            assert!(form.question(code).is_some(), "{}: {code}", one.name_latin);
        }
        let answers = answers(&form, &one, dollar);
        if one.stage != Stage::Draft {
            let missing = check_submission(&form, &answers, &bounds);
            assert_eq!(missing.0, [], "{}", one.name_latin);
        }
    }
}

/// One in each language answers (nearly) everything, and its budget multiplies.
#[test]
fn three_applications_are_complete() {
    let (form, dollar) = (form(), Currency::parse("USD").unwrap());
    let rows = |question: &&Question| matches!(question.kind, QuestionKind::Rows { .. });
    let mut languages = Vec::new();
    for one in organisations().unwrap() {
        let answers = answers(&form, &one, dollar);
        let minor = |row: &Row, code| match row.get(code) {
            Some(Answer::Money(money)) => money.minor,
            Some(Answer::Number(number)) => *number,
            _ => 0,
        };
        let multiplies = answers.rows(BUDGET).iter().all(|row| {
            minor(row, "quantity") * minor(row, "unit_cost")
                == minor(row, AMOUNT) + minor(row, "others")
        });
        let told = |question: &Question| answers.get(&question.code).is_some();
        if multiplies && form.questions().filter(rows).all(told) {
            languages.push(one.language);
        }
    }
    languages.sort();
    assert_eq!(languages, ["ar", "en", "he"]);
}

#[test]
fn somebody_asks_in_another_currency_than_the_rounds() {
    let (form, dollar) = (form(), Currency::parse("USD").unwrap());
    let asked = organisations().unwrap();
    let asked = asked.iter().map(|one| answers(&form, one, dollar));
    let mut currencies = asked.filter_map(|answers| answers.request_currency());
    assert!(currencies.any(|currency| currency != dollar));
}
