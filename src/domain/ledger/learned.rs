//! Support that staff learn of, as they type it.

use super::{Grant, MOST_NAME, MOST_TEXT, Party, Period, needed};
use crate::domain::moment::Day;
use crate::domain::{Currency, Message, Money, Problems};

/// What is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learned {
    pub funder: String,
    pub purpose: String,
    pub amount: String,
    pub currency: String,
    pub from: String,
    pub to: String,
    /// Where it is known from.
    pub source: String,
}

impl Learned {
    /// Reads it: the grant to this recipient and its source. Funder, purpose and source
    /// are needed; an amount needs its currency, an end its begin.
    pub fn read(&self, recipient: Party) -> Result<(Grant, String), Problems> {
        let mut problems = Problems::default();
        let funder = problems.take("funder", needed(&self.funder, MOST_NAME));
        let title = problems.take("purpose", needed(&self.purpose, MOST_TEXT));
        let source = problems.take("source", needed(&self.source, MOST_NAME));
        let amount = problems.take("amount", self.amount());
        let from = problems.take("from", day(&self.from));
        let to = problems.take("to", day(&self.to));
        let (from, to) = (from.flatten(), to.flatten());
        let period = from.zip(to).and_then(|(from, to)| Period::new(from, to));
        match (from, to) {
            (None, Some(_)) => problems.add("from", Message::new("error-required")),
            (Some(_), Some(_)) if period.is_none() => {
                problems.add("to", Message::new("error-ends-before"));
            }
            _ => {}
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let grant = Grant {
            grant_id: String::new(),
            funder: Party {
                name: funder.unwrap_or_default(),
                identifiers: Vec::new(),
            },
            recipient,
            title: title.unwrap_or_default(),
            description: String::new(),
            amount: amount.flatten(),
            awarded_on: from,
            period,
        };
        Ok((grant, source.unwrap_or_default()))
    }

    fn amount(&self) -> Result<Option<Money>, Message> {
        if self.amount.trim().is_empty() {
            return Ok(None);
        }
        let currency = Currency::parse(&self.currency)?;
        Money::parse(&self.amount, currency).map(Some)
    }
}

fn day(text: &str) -> Result<Option<Day>, Message> {
    match text.trim() {
        "" => Ok(None),
        text => Day::parse(text).map(Some),
    }
}
