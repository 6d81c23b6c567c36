//! A grant out of its cells.

use super::Wrong;
use super::field::{Field, Raw};
use crate::domain::ledger::{Grant, Party, Period};
use crate::domain::moment::Day;
use crate::domain::numerals::{many_lines, one_line};
use crate::domain::{Currency, Message, Money};
use crate::exchange::table::cells::number;

/// What a grant comes to.
pub enum Reading {
    Grant(Box<Grant>),
    /// Given to a person.
    ToPerson,
    /// Without an identifier, a funder or a recipient.
    Unplaced,
}

/// Longest planned duration that is believed, in months.
const MOST_MONTHS: f64 = 600.0;
/// Longest text that is kept, in characters: what a page can show.
const MOST_TEXT: usize = 10_000;
/// Longest identifier, in characters: an index of PostgreSQL holds no much longer ones.
const MOST_IDENTIFIER: usize = 300;

/// Reads a grant and names what is wrong with it.
pub fn read_grant(raw: &Raw, findings: &mut Vec<Wrong>) -> Reading {
    if raw.overflows {
        findings.push(Wrong::plain(raw.row, "", "giving-more"));
        return Reading::Unplaced;
    }
    let person = [Field::PersonId, Field::Person];
    let organisation = [Field::RecipientId, Field::Recipient];
    let any = |fields: [Field; 2]| fields.iter().any(|field| !raw.get(*field).is_empty());
    if any(person) && !any(organisation) {
        return Reading::ToPerson;
    }
    let mut reader = Reader { raw, findings };
    let placed = [
        reader.needed(Field::Identifier, &[Field::Identifier]),
        reader.needed(Field::Funder, &[Field::Funder, Field::FunderId]),
        reader.needed(Field::Recipient, &organisation),
    ];
    if placed.contains(&false) || reader.is_endless(Field::Identifier) {
        return Reading::Unplaced;
    }
    let awarded_on = reader.day(Field::Awarded, true);
    reader.day(Field::Modified, false);
    Reading::Grant(Box::new(Grant {
        grant_id: one_line(raw.get(Field::Identifier)),
        funder: party(raw, Field::Funder, &[Field::FunderId]),
        recipient: recipient(raw),
        title: reader.text(Field::Title),
        description: reader.text(Field::Description),
        amount: reader.amount(),
        period: reader.period(awarded_on),
        awarded_on,
    }))
}

fn recipient(raw: &Raw) -> Party {
    let mut party = party(raw, Field::Recipient, &[Field::RecipientId]);
    let charity = raw.get(Field::Charity);
    let scheme = match charity.get(..2) {
        Some("SC") => "GB-SC",
        Some("NI") => "GB-NIC",
        _ => "GB-CHC",
    };
    let numbers = [(scheme, charity), ("GB-COH", raw.get(Field::Company))];
    for (scheme, number) in numbers.into_iter().filter(|(_, number)| !number.is_empty()) {
        let identifier = format!("{scheme}-{number}");
        if !party.identifiers.contains(&identifier) {
            party.identifiers.push(identifier);
        }
    }
    party
}

fn party(raw: &Raw, name: Field, ids: &[Field]) -> Party {
    let identifiers = ids.iter().map(|id| one_line(raw.get(*id)));
    let identifiers: Vec<String> = identifiers.filter(|id| !id.is_empty()).collect();
    let name = one_line(raw.get(name));
    let named = if name.is_empty() {
        identifiers.first().cloned().unwrap_or_default()
    } else {
        name
    };
    Party {
        name: named,
        identifiers,
    }
}

struct Reader<'a> {
    raw: &'a Raw,
    findings: &'a mut Vec<Wrong>,
}

impl Reader<'_> {
    fn wrong(&mut self, field: Field, message: Message) {
        let named = self.raw.named(field);
        self.findings.push(Wrong::at(self.raw.row, named, message));
    }

    /// Whether one of these is there, without which a grant cannot be placed.
    fn needed(&mut self, field: Field, any: &[Field]) -> bool {
        let there = any.iter().any(|one| !self.raw.get(*one).is_empty());
        if !there {
            self.wrong(field, Message::new("giving-unplaced"));
        }
        there
    }

    /// Whether an identifier is longer than any is.
    fn is_endless(&mut self, field: Field) -> bool {
        let endless = self.raw.get(field).chars().count() > MOST_IDENTIFIER;
        if endless {
            let most = i64::try_from(MOST_IDENTIFIER).unwrap_or(i64::MAX);
            self.wrong(field, Message::new("giving-identifier").with("most", most));
        }
        endless
    }

    /// A text that the standard asks for.
    fn text(&mut self, field: Field) -> String {
        let text = many_lines(self.raw.get(field));
        if text.is_empty() {
            self.wrong(field, Message::new("giving-missing"));
        }
        text.chars().take(MOST_TEXT).collect()
    }

    fn day(&mut self, field: Field, needed: bool) -> Option<Day> {
        let text = self.raw.get(field).to_owned();
        if text.is_empty() {
            if needed {
                self.wrong(field, Message::new("giving-missing"));
            }
            return None;
        }
        let day = day(&text, false);
        if day.is_none() {
            self.wrong(field, Message::new("giving-date").with("text", text));
        }
        day
    }

    /// Planned dates may be a month or a year.
    fn planned(&mut self, field: Field, last: bool) -> Option<Day> {
        let text = self.raw.get(field).to_owned();
        if text.is_empty() {
            return None;
        }
        let day = planned(&text, last);
        if day.is_none() {
            self.wrong(field, Message::new("giving-date").with("text", text));
        }
        day
    }

    fn amount(&mut self) -> Option<Money> {
        let (code, text) = (self.raw.get(Field::Currency), self.raw.get(Field::Amount));
        let Some(currency) = Currency::kept(code) else {
            let key = match code {
                "" => "giving-missing",
                _ => "giving-currency",
            };
            self.wrong(Field::Currency, Message::new(key));
            return None;
        };
        if text.is_empty() {
            self.wrong(Field::Amount, Message::new("giving-missing"));
            return None;
        }
        // JSON may write large numbers with an exponent.
        let plain = text.parse::<f64>().ok();
        let amount = plain.or_else(|| number(text).ok().flatten());
        let minor = amount.and_then(|amount| minor(amount, currency));
        if minor.is_none() {
            self.wrong(Field::Amount, Message::new("giving-amount"));
        }
        minor.map(|minor| Money::new(minor, currency))
    }

    /// The planned period; one that starts on the day of the award where only the
    /// duration is given.
    fn period(&mut self, awarded_on: Option<Day>) -> Option<Period> {
        let starts = self.planned(Field::Starts, false);
        let ends = self.planned(Field::Ends, true);
        let months = self.months();
        let from = starts.or(awarded_on)?;
        if let Some(ends) = ends {
            let period = Period::new(from, ends);
            if period.is_none() {
                self.wrong(Field::Ends, Message::new("giving-ends-before"));
            }
            return period;
        }
        Period::months_from(from, months?)
    }

    fn months(&mut self) -> Option<i32> {
        let text = self.raw.get(Field::Months).to_owned();
        if text.is_empty() {
            return None;
        }
        let months = text.parse::<f64>().ok();
        let months = months.filter(|months| (0.0..=MOST_MONTHS).contains(months));
        if months.is_none() {
            self.wrong(
                Field::Months,
                Message::new("giving-months").with("text", text),
            );
        }
        // A grant for less than a month is for one.
        months.map(|months| (months.round() as i32).max(1))
    }
}

/// Nothing below zero, and nothing that is not told exactly.
fn minor(amount: f64, currency: Currency) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let minor = (amount * 10_f64.powi(i32::try_from(currency.decimals()).ok()?)).round();
    (0.0..=EXACT).contains(&minor).then_some(minor as i64)
}

/// `2026-03-09`, with a time behind it or without; a month or a year where allowed.
fn day(text: &str, partial: bool) -> Option<Day> {
    let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    let digits = date.chars().all(|c| c.is_ascii_digit() || c == '-');
    let whole = digits && date.len() == 10 && date.as_bytes().get(4) == Some(&b'-');
    let timed = time.is_empty() || time.starts_with(|c: char| c.is_ascii_digit());
    let full = match (date.len(), partial) {
        (4, true) => format!("{date}-01-01"),
        (7, true) => format!("{date}-01"),
        _ if whole => date.to_owned(),
        _ => return None,
    };
    (digits && timed).then(|| Day::parse(&full).ok()).flatten()
}

/// A planned day: the first or the last of a month or a year.
fn planned(text: &str, last: bool) -> Option<Day> {
    let first = day(text, true)?;
    let months = match text.len() {
        4 => 12,
        7 => 1,
        _ => return Some(first),
    };
    match last {
        true => first.plus_months(months)?.plus_days(-1),
        false => Some(first),
    }
}
