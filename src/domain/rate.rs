//! Rates between currencies: how a request in one currency is measured in the
//! one that its round thinks in. Exact until the end, where it is rounded once.

use super::moment::Day;
use super::numerals::{one_line, parse_decimal, western};
use super::{Currency, Fraction, Message, Money, Problems};

/// Most digits behind the point of a rate, and all of its digits.
const DECIMALS_MOST: u32 = 9;
const DIGITS_MOST: i64 = 999_999_999_999_999;
/// Most characters of the text that says where a rate is from.
pub const SOURCE_MOST: usize = 200;

/// How much of another currency one unit of the reference currency is worth: the
/// 3.9512 of "1 EUR = 3.9512 ILS". Above 0, without trailing zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    digits: i64,
    decimals: u32,
}

impl Rate {
    /// Reads a rate typed in any habit that leaves no doubt.
    pub fn parse(text: &str) -> Result<Self, Message> {
        let wrong = || Message::new("error-rate");
        let plain = with_point(text).ok_or_else(wrong)?;
        let (mut digits, mut decimals) = parse_decimal(&plain).ok_or_else(wrong)?;
        while decimals > 0 && digits % 10 == 0 {
            (digits, decimals) = (digits / 10, decimals - 1);
        }
        if digits == 0 || digits > DIGITS_MOST || decimals > DECIMALS_MOST {
            return Err(wrong());
        }
        Ok(Self { digits, decimals })
    }

    /// All digits as a whole number, and how many of them stand behind the point.
    pub fn parts(self) -> (i64, u32) {
        (self.digits, self.decimals)
    }

    /// Plain decimal, as it is kept: `3.9512`.
    pub fn decimal(self) -> String {
        let (unit, width) = (10_i64.pow(self.decimals), self.decimals as usize);
        match self.digits % unit {
            0 => (self.digits / unit).to_string(),
            rest => format!("{}.{rest:0width$}", self.digits / unit),
        }
    }

    /// What an amount is worth in the reference currency, rounded half to even;
    /// `None` when that is more than money can be.
    fn convert(self, asked: Money, reference: Currency) -> Option<Money> {
        let power = |n: u32| 10_u128.pow(n);
        let minor = u128::try_from(asked.minor).ok()?;
        let digits = u128::try_from(self.digits).ok()?;
        let over = minor.checked_mul(power(self.decimals + reference.decimals()))?;
        let under = digits.checked_mul(power(asked.currency.decimals()))?;
        let worth = Fraction::new(over, under)?.half_even();
        Some(Money::new(i64::try_from(worth).ok()?, reference))
    }
}

/// A single comma is a decimal mark: `3,9512`. With three digits behind it, it
/// could as well group thousands, and a rate must not be guessed.
fn with_point(text: &str) -> Option<String> {
    let plain = western(text);
    match plain.split_once(',') {
        Some((whole, rest)) if !plain.contains('.') && !rest.contains(',') => {
            let digits = rest.trim_end().len();
            (digits != 3).then(|| format!("{whole}.{rest}"))
        }
        _ => Some(plain),
    }
}

/// A rate with the day it held and where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedRate {
    pub currency: Currency,
    pub rate: Rate,
    pub day: Day,
    pub source: String,
}

/// A conversion that was made: what was asked for, and by which rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion {
    pub asked: Money,
    pub rate: Rate,
    pub day: Day,
    pub source: String,
}

/// A request as its round measures it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// In the round's reference currency.
    pub reference: Money,
    /// How it was converted; nothing when it was asked in that currency.
    pub conversion: Option<Conversion>,
}

/// The currencies in which a round takes requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currencies {
    pub reference: Currency,
    /// The rate in force of each other currency, by its code.
    pub rates: Vec<DatedRate>,
}

impl Currencies {
    /// Only the reference currency.
    pub fn only(reference: Currency) -> Self {
        Self {
            reference,
            rates: Vec::new(),
        }
    }

    /// Every currency that is taken, the reference first.
    pub fn taken(&self) -> impl Iterator<Item = Currency> {
        let others = self.rates.iter().map(|rate| rate.currency);
        std::iter::once(self.reference).chain(others)
    }

    /// Whether a request can be in this currency.
    pub fn takes(&self, currency: Currency) -> bool {
        self.taken().any(|taken| taken == currency)
    }

    /// The same with the rate at which a request was converted before: what was
    /// sent is measured by the rate of that day, whatever came later.
    #[must_use]
    pub fn pinned(mut self, conversion: &Conversion) -> Self {
        let currency = conversion.asked.currency;
        self.rates.retain(|rate| rate.currency != currency);
        self.rates.push(DatedRate {
            currency,
            rate: conversion.rate,
            day: conversion.day,
            source: conversion.source.clone(),
        });
        self
    }

    /// An amount in the reference currency.
    pub fn measure(&self, asked: Money) -> Result<Measured, Message> {
        if asked.currency == self.reference {
            return Ok(Measured {
                reference: asked,
                conversion: None,
            });
        }
        let found = self.rates.iter().find(|r| r.currency == asked.currency);
        let dated = found.ok_or_else(|| not_taken(asked.currency))?;
        let reference = dated.rate.convert(asked, self.reference);
        Ok(Measured {
            reference: reference.ok_or_else(|| Message::new("error-amount"))?,
            conversion: Some(Conversion {
                asked,
                rate: dated.rate,
                day: dated.day,
                source: dated.source.clone(),
            }),
        })
    }
}

/// That a round takes no requests in a currency.
pub fn not_taken(currency: Currency) -> Message {
    Message::new("error-currency-not-taken").with("currency", currency.code())
}

/// A rate as staff type it; names are those of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RateText {
    pub currency: String,
    pub rate: String,
    pub day: String,
    pub source: String,
}

impl RateText {
    /// Reads every field. A rate holds for a day that has begun somewhere:
    /// `latest` is the last one.
    pub fn read(&self, reference: Currency, latest: Day) -> Result<DatedRate, Problems> {
        let mut problems = Problems::default();
        let currency = Currency::parse(&self.currency).and_then(|currency| {
            let same = Message::new("error-rate-reference").with("currency", reference.code());
            (currency != reference).then_some(currency).ok_or(same)
        });
        let currency = problems.take("currency", currency);
        let rate = problems.take("rate", Rate::parse(&self.rate));
        let day = Day::parse(&self.day).and_then(|day| match day > latest {
            true => Err(Message::new("error-rate-day")),
            false => Ok(day),
        });
        let day = problems.take("day", day);
        let source = problems.take("source", read_source(&self.source));
        match (currency, rate, day, source) {
            (Some(currency), Some(rate), Some(day), Some(source)) => Ok(DatedRate {
                currency,
                rate,
                day,
                source,
            }),
            _ => Err(problems),
        }
    }
}

fn read_source(text: &str) -> Result<String, Message> {
    let source = one_line(text);
    match source.chars().count() {
        0 => Err(Message::new("error-required")),
        n if n > SOURCE_MOST => Err(Message::new("error-too-long")
            .with("most", SOURCE_MOST as i64)
            .with("count", i64::try_from(n).unwrap_or(i64::MAX))),
        _ => Ok(source),
    }
}

#[cfg(test)]
mod tests;
