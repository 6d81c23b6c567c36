//! What must hold across the whole application when it is sent.

use super::{Answer, Answers, Hidden, gaps};
use crate::domain::budget::check_budget;
use crate::domain::form::{AMOUNT, BUDGET, Form, Question, QuestionKind, SMALLEST_USEFUL, Section};
use crate::domain::rate::{Currencies, not_taken};
use crate::domain::{Currency, Message, Money, Problems};

/// What a round demands of the amount that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// In the reference currency, both allowed.
    pub least: Money,
    pub most: Money,
    pub currencies: Currencies,
}

/// Everything that keeps an application from being sent: the gaps of each
/// section, then rules between answers. Only what is asked is judged. Rules about
/// questions that a form doesn't ask don't apply.
pub fn check_submission(form: &Form, answers: &Answers, bounds: &Bounds) -> Problems {
    let mut problems = Problems::default();
    let hidden = Hidden::of(form, answers);
    for section in &form.sections {
        problems.0.extend(gaps(section, answers, &hidden).0);
    }
    let asked = |code: &String| hidden.asks(code) && form.question(code).is_some();
    let mut answers = answers.clone();
    answers.0.retain(|code, _| asked(code));
    let answers = &answers;
    for section in &form.sections {
        problems.0.extend(strangers(section, answers).0);
    }
    if let Some(amount) = answers.money(AMOUNT) {
        problems.take(AMOUNT, check_amount(amount, bounds));
        problems.take(SMALLEST_USEFUL, check_smallest(answers, amount));
        let columns = form.question(BUDGET).map_or(&[][..], Question::columns);
        let budget = check_budget(columns, answers.rows(BUDGET), amount);
        let strange = |field: &str| problems.of(field).is_some();
        let fresh = budget.0.into_iter().filter(|p| !strange(&p.field));
        let fresh: Vec<_> = fresh.collect();
        problems.0.extend(fresh);
    }
    check_periods(&mut problems, answers);
    problems
}

/// What is wrong with the currencies of a section, said before anything is sent:
/// a request in one that the round takes no more, and amounts in another one.
pub fn currency_problems(section: &Section, answers: &Answers, taken: &Currencies) -> Problems {
    let mut problems = strangers(section, answers);
    if let (Some(_), Some(amount)) = (section.question(AMOUNT), answers.money(AMOUNT))
        && !taken.takes(amount.currency)
    {
        let field = format!("{AMOUNT}.currency");
        problems.add(field, not_taken(amount.currency));
    }
    problems
}

/// Amounts of a section that were typed in another currency than the request's:
/// the request was changed to another one since. They are kept until somebody
/// looks at them.
fn strangers(section: &Section, answers: &Answers) -> Problems {
    let mut problems = Problems::default();
    let Some(request) = answers.request_currency() else {
        return problems;
    };
    for question in &section.questions {
        let answer = answers.get(&question.code);
        note_stranger(&mut problems, question, &question.code, answer, request);
        for (number, row) in answers.rows(&question.code).iter().enumerate() {
            for column in question.columns() {
                let field = format!("{}.{number}.{}", question.code, column.code);
                let cell = row.get(&column.code);
                note_stranger(&mut problems, column, &field, cell, request);
            }
        }
    }
    problems
}

fn note_stranger(
    problems: &mut Problems,
    question: &Question,
    field: &str,
    answer: Option<&Answer>,
    request: Currency,
) {
    let of_request = QuestionKind::Money {
        own_currency: false,
    };
    if let (true, Some(Answer::Money(money))) = (question.kind == of_request, answer)
        && money.currency != request
    {
        let told = Message::new("error-currency-other")
            .with("amount", *money)
            .with("currency", request.code());
        problems.add(field, told);
    }
}

fn check_amount(amount: Money, bounds: &Bounds) -> Result<(), Message> {
    let measured = bounds.currencies.measure(amount)?;
    let reference = measured.reference;
    if (bounds.least.minor..=bounds.most.minor).contains(&reference.minor) {
        return Ok(());
    }
    let (least, most) = (bounds.least, bounds.most);
    Err(match measured.conversion {
        None => Message::new("error-amount-range")
            .with("least", least)
            .with("most", most),
        Some(_) => Message::new("error-amount-range-converted")
            .with("asked", amount)
            .with("reference", reference)
            .with("least", least)
            .with("most", most),
    })
}

fn check_smallest(answers: &Answers, amount: Money) -> Result<(), Message> {
    match answers.money(SMALLEST_USEFUL) {
        Some(smallest) if smallest.currency == amount.currency && smallest > amount => {
            Err(Message::new("error-smallest-useful"))
        }
        _ => Ok(()),
    }
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
