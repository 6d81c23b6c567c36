//! The sums of a budget as tables print them: under the fields of a section, and
//! at the foot of the lines wherever answers are read. The sums themselves are
//! the domain's.

use super::answers::ShownHead;
use crate::domain::answers::{Answers, Row};
use crate::domain::budget::{Budget, Line, Sums};
use crate::domain::form::{AMOUNT, BUDGET, CATEGORY, OTHERS, QUANTITY, Question, UNIT_COST};
use crate::domain::{Currency, Message, Money};
use crate::i18n::Locale;

/// Sums under the fields of a budget, as last saved.
pub struct ShownSums {
    pub heads: Vec<SumHead>,
    /// By category where that tells more than the lines do, then all together.
    pub rows: Vec<SumRow>,
    /// What is wrong with the sum, if anything.
    pub remark: Option<String>,
    /// Digits of the currency's minor unit and its code, for the script.
    pub decimals: u32,
    pub currency: String,
}

/// The head of a sum.
pub struct SumHead {
    /// What the script sums up into it.
    pub code: &'static str,
    pub text: String,
}

/// A category, or all of them.
pub struct SumRow {
    pub label: String,
    /// One for each head.
    pub figures: Vec<String>,
    pub total: bool,
}

/// A sum that can be printed: which one, its head, and how it is read.
type Kind = (&'static str, &'static str, fn(&Sums) -> Option<i64>);

const COST: Kind = ("cost", "budget-cost", |sums| sums.cost);
const ASKED: Kind = ("asked", "budget-asked", |sums| sums.asked);
const FROM_OTHERS: Kind = ("others", "budget-others", |sums| sums.others);

/// Prints the budget of one question in one language.
pub struct Printer<'a> {
    t: Locale,
    question: &'a Question,
    currency: Currency,
    rows: &'a [Row],
}

impl<'a> Printer<'a> {
    /// For a budget; nothing for other questions, and where no column is summed up.
    pub fn of(
        t: Locale,
        question: &'a Question,
        answers: &'a Answers,
        currency: Currency,
    ) -> Option<Self> {
        let asks = |code: &str| question.columns().iter().any(|c| c.code == code);
        let sums = question.code == BUDGET && (asks(AMOUNT) || asks(OTHERS));
        sums.then(|| Self {
            t,
            question,
            currency,
            rows: answers.rows(BUDGET),
        })
    }

    fn asks(&self, code: &str) -> bool {
        let mut columns = self.question.columns().iter();
        columns.any(|column| column.code == code)
    }

    fn multiplies(&self) -> bool {
        self.asks(QUANTITY) && self.asks(UNIT_COST)
    }

    fn money(&self, minor: Option<i64>) -> String {
        let money = |minor| self.t.money(Money::new(minor, self.currency));
        minor.map_or_else(|| self.t.say("budget-too-much"), money)
    }

    fn category(&self, code: &str) -> String {
        let mut columns = self.question.columns().iter();
        let column = columns.find(|column| column.code == CATEGORY);
        match column.and_then(|column| column.option(code)) {
            Some(option) => option.label.get(self.t.language()).to_owned(),
            None if code.is_empty() => self.t.say("budget-no-category"),
            None => code.to_owned(),
        }
    }

    /// Categories where they tell more than the lines do, then the total.
    fn labelled(&self) -> Vec<(String, Sums)> {
        let budget = Budget::of(self.rows, self.currency);
        let several = (2..self.rows.len()).contains(&budget.categories.len());
        let categories = budget.categories.into_iter().filter(|_| several);
        let mut all: Vec<_> = categories
            .map(|(code, sums)| (self.category(&code), sums))
            .collect();
        all.push((self.t.say("budget-total"), budget.total));
        all
    }

    /// The sums under the fields of a section.
    pub fn sums(&self, request: Option<Money>) -> ShownSums {
        let kinds = [
            (self.multiplies() || self.asks(OTHERS)).then_some(COST),
            self.asks(AMOUNT).then_some(ASKED),
            self.asks(OTHERS).then_some(FROM_OTHERS),
        ];
        let kinds: Vec<Kind> = kinds.into_iter().flatten().collect();
        let labelled = self.labelled();
        let last = labelled.len() - 1;
        let rows = labelled.into_iter().enumerate().map(|(at, (label, sums))| {
            let figures = kinds.iter().map(|(_, _, of)| self.money(of(&sums)));
            SumRow {
                label,
                figures: figures.collect(),
                total: at == last,
            }
        });
        let heads = kinds.iter().map(|(code, key, _)| SumHead {
            code,
            text: self.t.say(key),
        });
        ShownSums {
            heads: heads.collect(),
            rows: rows.collect(),
            remark: request.and_then(|request| self.remark(request)),
            decimals: self.currency.decimals(),
            currency: self.currency.code().to_owned(),
        }
    }

    /// That the lines don't add up to the request.
    fn remark(&self, request: Money) -> Option<String> {
        if !self.rows.iter().any(|row| row.contains_key(AMOUNT)) {
            return None;
        }
        let sum = Budget::of(self.rows, self.currency).total.asked?;
        let sum = Money::new(sum, self.currency);
        let told = Message::new("error-budget-sum")
            .with("sum", sum)
            .with("amount", request);
        (sum != request).then(|| self.t.tell(&told))
    }

    /// Adds to the lines what each of them costs, beside its unit cost.
    pub fn add_cost(&self, heads: &mut Vec<ShownHead>, rows: &mut [Vec<String>]) {
        let mut columns = self.question.columns().iter();
        let at = columns.position(|column| column.code == UNIT_COST);
        let Some(at) = at.filter(|_| self.multiplies()) else {
            return;
        };
        let text = self.t.say("budget-cost");
        heads.insert(at + 1, ShownHead { text, num: true });
        for (cells, row) in rows.iter_mut().zip(self.rows) {
            let cost = Line::of(row, self.currency).cost();
            let cost = cost.map_or_else(String::new, |cost| self.money(Some(cost)));
            cells.insert(at + 1, cost);
        }
    }

    /// The foot of the lines, a cell for each of their heads: the first names the
    /// sum. There is none when the first column is itself summed up.
    pub fn foot(&self) -> Vec<Vec<String>> {
        let mut of: Vec<Option<Kind>> = Vec::new();
        for column in self.question.columns() {
            of.push(match column.code.as_str() {
                AMOUNT => Some(ASKED),
                OTHERS => Some(FROM_OTHERS),
                _ => None,
            });
            if column.code == UNIT_COST && self.multiplies() {
                of.push(Some(COST));
            }
        }
        if of.first().is_none_or(Option::is_some) {
            return Vec::new();
        }
        let rows = self.labelled().into_iter().map(|(label, sums)| {
            let figure = |kind: &Option<Kind>| match kind {
                Some((_, _, of)) => self.money(of(&sums)),
                None => String::new(),
            };
            let figures = of.iter().skip(1).map(figure);
            std::iter::once(label).chain(figures).collect()
        });
        rows.collect()
    }
}
