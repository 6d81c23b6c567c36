//! The budget of a request: what its lines cost and who pays, line by line and
//! summed up. Whole minor units and whole quantities, so nothing is ever rounded.
//! A form asks as many of the columns as it likes; what it doesn't ask, isn't
//! judged.

use super::answers::{Answer, Row};
use super::form::{AMOUNT, BUDGET, CATEGORY, OTHERS, QUANTITY, Question, UNIT_COST};
use super::{Currency, Message, Money, Problems};

/// One line as far as it is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Code of an option, or a text; empty when it has none.
    pub category: String,
    pub quantity: Option<i64>,
    /// In minor units of the request's currency, as all that follow.
    pub unit_cost: Option<i64>,
    /// Asked for here.
    pub amount: Option<i64>,
    pub others: Option<i64>,
}

impl Line {
    /// Reads a row. Amounts in another currency than the request's don't count.
    pub fn of(row: &Row, currency: Currency) -> Self {
        let money = |code: &str| match row.get(code) {
            Some(Answer::Money(money)) if money.currency == currency => Some(money.minor),
            _ => None,
        };
        Self {
            category: match row.get(CATEGORY) {
                Some(Answer::Choice(text) | Answer::Text(text)) => text.clone(),
                _ => String::new(),
            },
            quantity: match row.get(QUANTITY) {
                Some(Answer::Number(number)) => Some(*number),
                _ => None,
            },
            unit_cost: money(UNIT_COST),
            amount: money(AMOUNT),
            others: money(OTHERS),
        }
    }

    /// Quantity times unit cost; nothing while one of them is missing, or when
    /// money can't be that much or less than nothing.
    pub fn cost(&self) -> Option<i64> {
        let cost = self.quantity?.checked_mul(self.unit_cost?)?;
        (cost >= 0).then_some(cost)
    }

    fn has_cost(&self) -> bool {
        self.quantity.is_some() && self.unit_cost.is_some()
    }

    /// What is paid, here and by others; nothing when money can't be that much.
    fn paid(&self) -> Option<i64> {
        let amount = self.amount.unwrap_or(0);
        amount.checked_add(self.others.unwrap_or(0))
    }
}

/// Sums in minor units; nothing where a sum is more than money can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sums {
    /// Of lines without quantity or unit cost, what is paid.
    pub cost: Option<i64>,
    pub asked: Option<i64>,
    pub others: Option<i64>,
}

impl Sums {
    const NOTHING: Self = Self {
        cost: Some(0),
        asked: Some(0),
        others: Some(0),
    };

    fn add(&mut self, line: &Line) {
        let cost = if line.has_cost() {
            line.cost()
        } else {
            line.paid()
        };
        let plus = |sum: Option<i64>, more: Option<i64>| sum?.checked_add(more?);
        self.cost = plus(self.cost, cost);
        self.asked = plus(self.asked, line.amount.or(Some(0)));
        self.others = plus(self.others, line.others.or(Some(0)));
    }
}

/// A budget summed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    pub currency: Currency,
    pub total: Sums,
    /// By category, in the order in which they first appear; lines without one
    /// stand under the empty text.
    pub categories: Vec<(String, Sums)>,
}

impl Budget {
    /// Sums up the rows of a budget.
    pub fn of(rows: &[Row], currency: Currency) -> Self {
        let mut budget = Self {
            currency,
            total: Sums::NOTHING,
            categories: Vec::new(),
        };
        for row in rows {
            budget.add(&Line::of(row, currency));
        }
        budget
    }

    fn add(&mut self, line: &Line) {
        self.total.add(line);
        let mut known = self.categories.iter_mut();
        match known.find(|(category, _)| *category == line.category) {
            Some((_, sums)) => sums.add(line),
            None => {
                let mut sums = Sums::NOTHING;
                sums.add(line);
                self.categories.push((line.category.clone(), sums));
            }
        }
    }
}

/// What of a budget doesn't fit: in a line, at the field where it is paid; and
/// the sum against the request, at the budget itself.
pub fn check_budget(columns: &[Question], rows: &[Row], request: Money) -> Problems {
    let mut problems = Problems::default();
    let column = |code: &str| columns.iter().find(|column| column.code == code);
    let paid = column(AMOUNT).or(column(OTHERS));
    for (number, row) in rows.iter().enumerate() {
        let line = Line::of(row, request.currency);
        // A required cell without an answer is told of already.
        let Some(paid) = paid.filter(|c| !c.required || row.contains_key(&c.code)) else {
            continue;
        };
        let field = format!("{BUDGET}.{number}.{}", paid.code);
        problems.take(&field, check_line(&line, request.currency));
    }
    if rows.iter().any(|row| row.contains_key(AMOUNT)) {
        let sum = Budget::of(rows, request.currency).total.asked;
        if sum != Some(request.minor) {
            let sum = Money::new(sum.unwrap_or(i64::MAX), request.currency);
            let told = Message::new("error-budget-sum")
                .with("sum", sum)
                .with("amount", request);
            problems.add(BUDGET, told);
        }
    }
    problems
}

fn check_line(line: &Line, currency: Currency) -> Result<(), Message> {
    if !line.has_cost() {
        return Ok(());
    }
    let cost = line.cost().ok_or(Message::new("error-budget-cost"))?;
    if line.paid() == Some(cost) {
        return Ok(());
    }
    let money = |minor: i64| Money::new(minor, currency);
    Err(Message::new("error-budget-line")
        .with("cost", money(cost))
        .with("asked", money(line.amount.unwrap_or(0)))
        .with("others", money(line.others.unwrap_or(0)))
        .with("paid", money(line.paid().unwrap_or(i64::MAX))))
}

#[cfg(test)]
mod tests;
