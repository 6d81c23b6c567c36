//! What is still missing, and what can be sent and shown.

use super::*;
use crate::domain::moment::Day;
use crate::domain::rate::{Currencies, DatedRate, Rate};

#[test]
fn sections_know_how_far_they_are() {
    let state = |fields: &[(&str, &str)]| {
        section_state(&section(), &parse(fields).answers, &Hidden::default())
    };
    assert_eq!(state(&[]), SectionState::NotStarted);
    assert_eq!(state(&[("title", "T")]), SectionState::Incomplete);
    let whole = [("title", "T"), ("amount", "5"), ("true", "yes")];
    assert_eq!(state(&whole), SectionState::Complete);
    let half_row = [whole.as_slice(), &[("supporters.4.from", "1/1/2026")]].concat();
    assert_eq!(state(&half_row), SectionState::Incomplete);
    let parsed = parse(&half_row);
    assert_eq!(
        told(&gaps(&section(), &parsed.answers, &Hidden::default())),
        ["supporters.0.funder error-required"]
    );
    let lacking = gaps(&section(), &Answers::default(), &Hidden::default());
    let fields: Vec<&str> = lacking.0.iter().map(|p| p.field.as_str()).collect();
    assert_eq!(fields, ["title", "amount", "true"]);
}

fn submission(fields: &[(&str, &str)]) -> Vec<String> {
    let whole = [("title", "T"), ("true", "yes")];
    let parsed = parse(&[whole.as_slice(), fields].concat());
    let bound = |minor| Money::new(minor, Currency::USD);
    let bounds = Bounds {
        least: bound(1_000),
        most: bound(100_000),
        currencies: Currencies::only(Currency::USD),
    };
    told(&check_submission(&form(), &parsed.answers, &bounds))
}

#[test]
fn the_request_lies_between_the_round_s_bounds() {
    assert_eq!(submission(&[("amount", "10")]), [""; 0]);
    assert_eq!(submission(&[("amount", "1000")]), [""; 0]);
    assert_eq!(
        submission(&[("amount", "9.99")]),
        ["amount error-amount-range"]
    );
    assert_eq!(
        submission(&[("amount", "1000.01")]),
        ["amount error-amount-range"]
    );
    assert_eq!(submission(&[]), ["amount error-required"]);
    let smallest = |amount| submission(&[("amount", "50"), ("smallest_useful", amount)]);
    assert_eq!(smallest("50"), [""; 0]);
    assert_eq!(smallest("50.01"), ["smallest_useful error-smallest-useful"]);
}

#[test]
fn the_budget_adds_up() {
    let split = |second| {
        submission(&[
            ("amount", "50"),
            ("budget.0.amount", "30.50"),
            ("budget.1.amount", second),
        ])
    };
    assert_eq!(split("19.50"), [""; 0]);
    assert_eq!(split("19"), ["budget error-budget-sum"]);
}

#[test]
fn periods_do_not_end_before_they_start() {
    let period = |from, to| {
        submission(&[
            ("amount", "50"),
            ("supporters.0.funder", "A"),
            ("supporters.0.from", from),
            ("supporters.0.to", to),
        ])
    };
    assert_eq!(period("2026-01-02", "2026-01-02"), [""; 0]);
    assert_eq!(
        period("2026-01-02", "2026-01-01"),
        ["supporters.0.to error-date-order"]
    );
}

/// Shekels at 4 to the dollar; requests from 10 to 1000 dollars.
fn shekels(fields: &[(&str, &str)]) -> Vec<String> {
    let whole = [("title", "T"), ("true", "yes"), ("amount.currency", "ILS")];
    let parsed = parse(&[whole.as_slice(), fields].concat());
    let bound = |minor| Money::new(minor, Currency::USD);
    let bounds = Bounds {
        least: bound(1_000),
        most: bound(100_000),
        currencies: Currencies {
            reference: Currency::USD,
            rates: vec![DatedRate {
                currency: Currency::parse("ILS").unwrap(),
                rate: Rate::parse("4").unwrap(),
                day: Day::parse("2026-11-20").unwrap(),
                source: "bank".to_owned(),
            }],
        },
    };
    told(&check_submission(&form(), &parsed.answers, &bounds))
}

#[test]
fn bounds_hold_in_the_reference_currency() {
    assert_eq!(shekels(&[("amount", "4000")]), [""; 0]);
    // Half a cent to even: 1000.005 dollars are 1000.00.
    assert_eq!(shekels(&[("amount", "4000.02")]), [""; 0]);
    assert_eq!(
        shekels(&[("amount", "4000.03")]),
        ["amount error-amount-range-converted"]
    );
    assert_eq!(
        shekels(&[("amount", "39")]),
        ["amount error-amount-range-converted"]
    );
    assert_eq!(
        shekels(&[("amount", "40"), ("amount.currency", "EUR")]),
        [""; 0],
        "the first one chosen counts"
    );
}

#[test]
fn a_currency_that_is_not_taken_is_told() {
    let answers = parse(&[("title", "T"), ("true", "yes"), ("amount", "50")]).answers;
    let ils = Currency::parse("ILS").unwrap();
    let bounds = Bounds {
        least: Money::new(0, ils),
        most: Money::new(i64::MAX, ils),
        currencies: Currencies::only(ils),
    };
    let problems = check_submission(&form(), &answers, &bounds);
    assert_eq!(told(&problems), ["amount error-currency-not-taken"]);
}

#[test]
fn amounts_in_a_currency_from_before_are_kept_and_named() {
    let before = parse(&[
        ("smallest_useful", "5"),
        ("income", "7"),
        ("income.currency", "JOD"),
        ("budget.0.amount", "9"),
    ]);
    let mut answers = before.answers;
    assert_eq!(answers.request_currency(), Some(Currency::USD));
    let amount = parse(&[("amount", "40"), ("amount.currency", "ILS")]);
    answers.0.extend(amount.answers.0);
    assert_eq!(answers.request_currency(), Currency::parse("ILS").ok());
    let taken = Currencies::only(Currency::USD);
    assert_eq!(
        told(&currency_problems(&section(), &answers, &taken)),
        [
            "smallest_useful error-currency-other",
            "budget.0.amount error-currency-other",
            "amount.currency error-currency-not-taken"
        ]
    );
}

#[test]
fn reviewers_see_only_what_is_for_them() {
    let parsed = parse(&[
        ("title", "T"),
        ("secret", "name"),
        ("supporters.0.secret", "only this"),
        ("supporters.1.funder", "A"),
        ("supporters.1.secret", "b"),
    ]);
    let shown = for_reviewers(&form(), &parsed.answers);
    let expected = parse(&[("title", "T"), ("supporters.0.funder", "A")]).answers;
    assert_eq!(shown, expected);
    assert!(form().for_reviewers().question("secret").is_none());
}

#[test]
fn replacing_a_section_forgets_what_was_emptied() {
    let mut answers = parse(&[("title", "T"), ("months", "3")]).answers;
    answers.0.insert("elsewhere".to_owned(), Answer::Declared);
    answers.replace(&section(), parse(&[("months", "4")]).answers);
    assert_eq!(answers.number("months"), Some(4));
    assert_eq!(answers.text("title"), "");
    assert!(answers.get("elsewhere").is_some());
}
