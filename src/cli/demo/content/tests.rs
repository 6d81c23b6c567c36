//! The demonstration answers the default form as it stands.

use super::*;
use crate::domain::answers::{Answer, Answers, Bounds, Row, check_submission, parse_section};
use crate::domain::form::{self, AMOUNT, BUDGET, Form, Question, QuestionKind};
use crate::domain::rate::Currencies;
use crate::domain::{Currency, Money};
use crate::exchange::form_toml::{DEFAULT_FORM, read};

fn form() -> Form {
    read(DEFAULT_FORM).unwrap().at(form::Stage::Short)
}

fn answers(form: &Form, organisation: &Organisation, dollar: Currency) -> Answers {
    let mut answers = Answers::default();
    for section in &form.sections {
        let posted = posted(organisation).into_iter().collect();
        let parsed = parse_section(section, dollar, &posted);
        assert_eq!(parsed.problems.0, [], "{}", organisation.name_latin);
        answers.replace(section, parsed.answers);
    }
    answers
}

#[test]
fn what_was_sent_could_be_sent() {
    let (form, dollar) = (form(), Currency::parse("USD").unwrap());
    let bounds = Bounds {
        least: Money::new(500_000, dollar),
        most: Money::new(6_000_000, dollar),
        currencies: Currencies::only(dollar),
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
