//! Words for codes that many pages print: statuses, terms of lists.

use super::ui::{Badge, Choice, Tone};
use crate::domain::application::Status;
use crate::domain::rate::{DatedRate, Rate};
use crate::domain::round::RoundState;
use crate::domain::{Currency, Message, Money};
use crate::i18n::Locale;
use crate::store::application::ApplicationRow;
use crate::store::term::Term;

/// The status of an application as staff call it.
pub fn status(t: Locale, status: Status) -> Badge {
    let (key, tone) = match status {
        Status::Draft => ("status-draft", Tone::Neutral),
        Status::Discarded => ("status-discarded", Tone::Neutral),
        Status::Submitted => ("status-submitted", Tone::Info),
        Status::Withdrawn => ("status-withdrawn", Tone::Neutral),
        Status::Ineligible => ("status-ineligible", Tone::Bad),
        Status::InReview => ("status-in-review", Tone::Info),
        Status::Deliberation => ("status-deliberation", Tone::Warn),
        Status::Decided => ("status-decided", Tone::Good),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// The state of a round as staff call it.
pub fn round_state(t: Locale, state: RoundState) -> Badge {
    let (key, tone) = match state {
        RoundState::Draft => ("round-admin-state-draft", Tone::Neutral),
        RoundState::Open => ("round-admin-state-open", Tone::Good),
        RoundState::Closed => ("round-admin-state-closed", Tone::Info),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// What an application asks for: in the round's currency, or in its own with
/// what that is worth by the rate it was measured at.
pub fn requested(t: Locale, row: &ApplicationRow, reference: Currency) -> Option<String> {
    let worth = Money::new(row.requested_minor?, reference);
    let Some(made) = row.conversion() else {
        return Some(t.money(worth));
    };
    let words = Message::new("requested-converted")
        .with("asked", made.asked)
        .with("reference", worth)
        .with("rate", isolated(&t.rate(made.rate)))
        .with("day", t.day(made.day));
    Some(t.tell(&words))
}

/// "1 EUR = 3.9512 ILS (20 November 2026, ECB)".
pub fn rate(t: Locale, reference: Currency, dated: &DatedRate) -> String {
    let words = Message::new("rate-dated")
        .with("rate", equation(t, reference, (dated.currency, dated.rate)))
        .with("day", t.day(dated.day))
        .with("source", dated.source.as_str());
    t.tell(&words)
}

/// "1 EUR = 3.9512 ILS", which reads the same way in every language.
pub fn equation(t: Locale, reference: Currency, (currency, rate): (Currency, Rate)) -> String {
    let (one, other) = (reference.code(), currency.code());
    // It does not break: half an equation at the end of a line says something else.
    let equation = format!("1\u{A0}{one}\u{A0}=\u{A0}{}\u{A0}{other}", t.rate(rate));
    isolated(&equation)
}

/// Left to right, whatever stands around it.
fn isolated(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// The label of a code in a list; the code itself when the list has lost it.
pub fn term(t: Locale, terms: &[Term], list: &str, code: &str) -> String {
    let found = terms
        .iter()
        .find(|term| term.list == list && term.code == code);
    found
        .map_or(code, |term| term.label.get(t.language()))
        .to_owned()
}

/// The options of a list with one chosen.
pub fn term_choices(t: Locale, terms: &[Term], list: &str, chosen: &str) -> Vec<Choice> {
    let option = |term: &Term| Choice {
        value: term.code.clone(),
        label: term.label.get(t.language()).to_owned(),
        hint: None,
        chosen: term.code == chosen,
    };
    terms
        .iter()
        .filter(|term| term.list == list)
        .map(option)
        .collect()
}
