//! What must hold across the whole application when it is sent.

use super::{Answer, Answers, Hidden, gaps};
use crate::domain::form::{AMOUNT, BUDGET, Form, SMALLEST_USEFUL};
use crate::domain::{Message, Money, Problems};

/// Everything that keeps an application from being sent: the gaps of each
/// section, then rules between answers. Only what is asked is judged. `least` and `most` bound the request
/// and give the round's currency. Rules about questions that a form doesn't ask
/// don't apply.
pub fn check_submission(form: &Form, answers: &Answers, least: Money, most: Money) -> Problems {
    let mut problems = Problems::default();
    let hidden = Hidden::of(form, answers);
    for section in &form.sections {
        problems.0.extend(gaps(section, answers, &hidden).0);
    }
    let asked = |code: &String| hidden.asks(code) && form.question(code).is_some();
    let mut answers = answers.clone();
    answers.0.retain(|code, _| asked(code));
    let answers = &answers;
    let amount = answers.money(AMOUNT);
    if let Some(amount) = amount {
        problems.take(AMOUNT, check_amount(amount, least, most));
        problems.take(SMALLEST_USEFUL, check_smallest(answers, amount));
        problems.take(BUDGET, check_budget(answers, amount));
    }
    check_periods(&mut problems, answers);
    problems
}

fn check_amount(amount: Money, least: Money, most: Money) -> Result<(), Message> {
    if amount.currency != least.currency {
        // The round's currency was changed while this was a draft.
        return Err(Message::new("error-currency"));
    }
    if (least.minor..=most.minor).contains(&amount.minor) {
        return Ok(());
    }
    Err(Message::new("error-amount-range")
        .with("least", least)
        .with("most", most))
}

fn check_smallest(answers: &Answers, amount: Money) -> Result<(), Message> {
    match answers.money(SMALLEST_USEFUL) {
        Some(smallest) if smallest.currency != amount.currency => {
            Err(Message::new("error-currency"))
        }
        Some(smallest) if smallest.minor > amount.minor => {
            Err(Message::new("error-smallest-useful"))
        }
        _ => Ok(()),
    }
}

/// The lines of the budget add up to the amount; without lines there is no sum.
fn check_budget(answers: &Answers, amount: Money) -> Result<(), Message> {
    let cells = answers
        .rows(BUDGET)
        .iter()
        .filter_map(|row| row.get(AMOUNT));
    let lines: Vec<Money> = cells
        .filter_map(|cell| match cell {
            Answer::Money(money) => Some(*money),
            _ => None,
        })
        .collect();
    if lines.iter().any(|line| line.currency != amount.currency) {
        return Err(Message::new("error-currency"));
    }
    let sum = lines
        .iter()
        .fold(0_i64, |sum, line| sum.saturating_add(line.minor));
    if lines.is_empty() || sum == amount.minor {
        return Ok(());
    }
    Err(Message::new("error-budget-sum")
        .with("sum", Money::new(sum, amount.currency))
        .with("amount", amount))
}

/// In rows with a period, the end is not before the start.
fn check_periods(problems: &mut Problems, answers: &Answers) {
    for code in answers.0.keys() {
        for (number, row) in answers.rows(code).iter().enumerate() {
            if let (Some(Answer::Day(from)), Some(Answer::Day(to))) =
                (row.get("from"), row.get("to"))
                && to < from
            {
                problems.add(
                    format!("{code}.{number}.to"),
                    Message::new("error-date-order"),
                );
            }
        }
    }
}
