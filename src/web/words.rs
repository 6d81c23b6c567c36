//! Words for codes that many pages print: statuses, terms of lists.

use super::ui::{Badge, Choice, Tone};
use crate::domain::application::Status;
use crate::domain::round::RoundState;
use crate::i18n::Locale;
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
