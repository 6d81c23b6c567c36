//! Budgets of one and of many lines, also larger than money can be.

use super::*;
use crate::domain::Translated;
use crate::domain::form::QuestionKind as Kind;
use proptest::prelude::*;

fn column(code: &str, required: bool, kind: Kind) -> Question {
    Question {
        code: code.to_owned(),
        label: Translated::default(),
        hint: Translated::default(),
        required,
        reviewers: true,
        sensitive: false,
        shown_if: None,
        kind,
    }
}

fn columns(codes: &[&str]) -> Vec<Question> {
    let kind = |code: &str| match code {
        QUANTITY => Kind::Number { min: 0, max: 9 },
        CATEGORY => Kind::ShortText { max_chars: 9 },
        _ => Kind::Money {
            own_currency: false,
        },
    };
    let columns = codes.iter();
    columns
        .map(|code| column(code, false, kind(code)))
        .collect()
}

fn row(category: &str, cells: &[(&str, i64)]) -> Row {
    let answer = |code: &str, value: i64| match code {
        QUANTITY => Answer::Number(value),
        _ => Answer::Money(Money::new(value, Currency::USD)),
    };
    let cells = cells.iter();
    let mut row: Row = cells
        .map(|(code, value)| ((*code).to_owned(), answer(code, *value)))
        .collect();
    if !category.is_empty() {
        row.insert(CATEGORY.to_owned(), Answer::Choice(category.to_owned()));
    }
    row
}

fn told(columns: &[Question], rows: &[Row], request: i64) -> Vec<String> {
    let problems = check_budget(columns, rows, Money::new(request, Currency::USD));
    let all = problems.0.into_iter();
    all.map(|p| format!("{} {}", p.field, p.message.key))
        .collect()
}

const ALL: [&str; 5] = [CATEGORY, QUANTITY, UNIT_COST, AMOUNT, OTHERS];

fn line(quantity: i64, unit: i64, amount: i64, others: i64) -> Row {
    let cells = [
        (QUANTITY, quantity),
        (UNIT_COST, unit),
        (AMOUNT, amount),
        (OTHERS, others),
    ];
    row("staff", &cells)
}

#[test]
fn a_line_is_paid_as_much_as_it_costs() {
    let all = columns(&ALL);
    let sound = [line(6, 500, 2_000, 1_000), line(1, 0, 0, 0)];
    assert_eq!(told(&all, &sound, 2_000), [""; 0]);
    let short = [line(1, 5, 5, 0), line(6, 500, 2_000, 999)];
    assert_eq!(
        told(&all, &short, 2_005),
        ["budget.1.amount error-budget-line"]
    );
    let half = row("staff", &[(QUANTITY, 6), (AMOUNT, 7)]);
    assert_eq!(told(&all, &[half], 7), [""; 0], "no cost is known yet");
    let by_others = row("", &[(QUANTITY, 2), (UNIT_COST, 5), (OTHERS, 10)]);
    assert_eq!(
        told(&all, &[by_others], 7),
        [""; 0],
        "nothing is asked here"
    );
    let unpaid = row("", &[(QUANTITY, 2), (UNIT_COST, 5)]);
    assert_eq!(
        told(&all, std::slice::from_ref(&unpaid), 7),
        ["budget.0.amount error-budget-line"]
    );
    let mut strict = columns(&ALL);
    strict[3].required = true;
    assert_eq!(told(&strict, &[unpaid], 7), [""; 0], "told as a gap");
}

#[test]
fn a_form_asks_as_many_columns_as_it_likes() {
    let short = columns(&[CATEGORY, AMOUNT]);
    let rows = [row("staff", &[(AMOUNT, 5)]), row("rent", &[(AMOUNT, 6)])];
    assert_eq!(told(&short, &rows, 11), [""; 0]);
    assert_eq!(told(&short, &rows, 12), ["budget error-budget-sum"]);
    assert_eq!(told(&short, &[], 12), [""; 0]);
    let costs = columns(&[QUANTITY, UNIT_COST]);
    let cost = [row("", &[(QUANTITY, 2), (UNIT_COST, 5)])];
    assert_eq!(told(&costs, &cost, 12), [""; 0]);
    let no_others = columns(&[QUANTITY, UNIT_COST, AMOUNT]);
    let less = [row("", &[(QUANTITY, 2), (UNIT_COST, 5), (AMOUNT, 9)])];
    assert_eq!(
        told(&no_others, &less, 9),
        ["budget.0.amount error-budget-line"]
    );
}

#[test]
fn what_is_too_much_for_money_is_told_and_nothing_overflows() {
    let all = columns(&ALL);
    let huge = [line(i64::MAX, 2, 1, 0)];
    assert_eq!(told(&all, &huge, 1), ["budget.0.amount error-budget-cost"]);
    let negative = [line(-1, 2, 1, 0)];
    assert_eq!(
        told(&all, &negative, 1),
        ["budget.0.amount error-budget-cost"]
    );
    let rows = [
        row("a", &[(AMOUNT, i64::MAX)]),
        row("a", &[(AMOUNT, i64::MAX)]),
    ];
    assert_eq!(told(&all, &rows, 1), ["budget error-budget-sum"]);
    assert_eq!(Budget::of(&rows, Currency::USD).total.asked, None);
}

#[test]
fn sums_are_by_category_in_the_order_of_the_lines() {
    let rows = [
        line(2, 50, 60, 40),
        row("rent", &[(AMOUNT, 7)]),
        line(1, 10, 0, 10),
        row("", &[(OTHERS, 1)]),
    ];
    let sums = |cost, asked, others| Sums {
        cost: Some(cost),
        asked: Some(asked),
        others: Some(others),
    };
    let budget = Budget::of(&rows, Currency::USD);
    assert_eq!(budget.total, sums(118, 67, 51));
    let expected = [
        ("staff".to_owned(), sums(110, 60, 50)),
        ("rent".to_owned(), sums(7, 7, 0)),
        (String::new(), sums(1, 0, 1)),
    ];
    assert_eq!(budget.categories, expected);
    let shekel = Currency::parse("ILS").unwrap();
    assert_eq!(Budget::of(&rows, shekel).total, Sums::NOTHING);
}

prop_compose! {
    fn any_line()(
        category in "[abc]?", quantity in 0..1_000_i64, unit in 0..1_000_000_i64, share in 0..=100_i64
    ) -> Row {
        let cost = quantity * unit;
        let amount = cost / 100 * share;
        let cells = [(QUANTITY, quantity), (UNIT_COST, unit), (AMOUNT, amount), (OTHERS, cost - amount)];
        row(&category, &cells)
    }
}

proptest! {
    #[test]
    fn categories_add_up_to_the_total_and_payments_to_the_cost(
        rows in prop::collection::vec(any_line(), 0..30)
    ) {
        let budget = Budget::of(&rows, Currency::USD);
        let sum = |of: fn(&Sums) -> Option<i64>| -> Option<i64> {
            budget.categories.iter().map(|(_, sums)| of(sums)).sum()
        };
        let total = budget.total;
        prop_assert_eq!(sum(|s| s.cost), total.cost);
        prop_assert_eq!(sum(|s| s.asked), total.asked);
        prop_assert_eq!(sum(|s| s.others), total.others);
        let paid = total.asked.zip(total.others).map(|(asked, others)| asked + others);
        prop_assert_eq!(paid, total.cost);
        let request = total.asked.unwrap();
        prop_assert_eq!(told(&columns(&ALL), &rows, request), [""; 0]);
    }

    #[test]
    fn no_figure_is_too_wild(
        lines in prop::collection::vec(prop::array::uniform4(any::<i64>()), 0..5), request: i64
    ) {
        let rows: Vec<Row> = lines.iter().map(|[q, u, a, o]| line(*q, *u, *a, *o)).collect();
        check_budget(&columns(&ALL), &rows, Money::new(request, Currency::USD));
    }
}
