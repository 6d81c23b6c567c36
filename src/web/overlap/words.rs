//! Overlaps in words.

use crate::actions::overlap::Alike;
use crate::domain::ledger::{EntryKind, Grant};
use crate::domain::overlap::{Overlap, SameBy, Standing};
use crate::domain::{Message, Money};
use crate::i18n::Locale;
use crate::web::ui::{Badge, Tone};

/// A likeness in percent.
pub fn percent(likeness: f64) -> i64 {
    (likeness * 100.0).round() as i64
}

/// Where an entry comes from.
pub fn kind(t: Locale, kind: EntryKind) -> String {
    t.say(match kind {
        EntryKind::Imported => "ledger-kind-imported",
        EntryKind::Declared => "ledger-kind-declared",
        EntryKind::Learned => "ledger-kind-learned",
        EntryKind::Award => "ledger-kind-award",
        EntryKind::Request => "ledger-kind-request",
    })
}

/// How an overlap stands.
pub fn standing(t: Locale, standing: Standing) -> Badge {
    let (key, tone) = match standing {
        Standing::Open => ("overlap-open", Tone::Warn),
        Standing::Confirmed => ("overlap-confirmed", Tone::Bad),
        Standing::Dismissed => ("overlap-dismissed", Tone::Neutral),
        Standing::Asked => ("overlap-asked", Tone::Info),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// Who reads what is alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Staff,
    /// Reads no names of people.
    Reviewer,
    /// Reads no words of the works either: one of them can be a name.
    UnnamedReviewer,
}

/// Shared words that are told, the weightiest.
const WORDS: usize = 8;

/// What is alike, a line for each part.
pub fn parts(t: Locale, overlap: &Overlap, reader: Reader) -> Vec<String> {
    let mut parts = vec![same(t, overlap), period(t, overlap)];
    parts.push(t.with("overlap-purpose", "percent", percent(overlap.purpose)));
    if reader != Reader::UnnamedReviewer && !overlap.shared_words.is_empty() {
        let words: Vec<&str> = overlap
            .shared_words
            .iter()
            .take(WORDS)
            .map(String::as_str)
            .collect();
        parts.push(t.with("overlap-words", "words", words.join(" · ")));
    }
    if reader == Reader::Staff && !overlap.people.is_empty() {
        parts.push(t.with("overlap-people", "names", overlap.people.join(", ")));
    }
    if overlap.lines > 0.0 {
        parts.push(t.with("overlap-lines", "percent", percent(overlap.lines)));
    }
    parts
}

fn same(t: Locale, overlap: &Overlap) -> String {
    match overlap.same_by {
        SameBy::Identifier => t.say("overlap-same-number"),
        SameBy::Name => t.with("overlap-name", "percent", percent(overlap.organisation)),
        SameBy::OtherNumber => t.say("overlap-other-number"),
    }
}

fn period(t: Locale, overlap: &Overlap) -> String {
    match overlap.months {
        Some((shared, all)) => {
            let message = Message::new("overlap-months")
                .with("shared", shared)
                .with("all", all);
            t.tell(&message)
        }
        None => t.say("overlap-no-period"),
    }
}

/// From when to when, and whether that is assumed.
pub fn when(t: Locale, grant: &Grant) -> String {
    let Some((period, assumed)) = grant.paid_period() else {
        return t.say("overlap-no-period");
    };
    let key = match assumed {
        true => "ledger-period-assumed",
        false => "ledger-period",
    };
    let message = Message::new(key)
        .with("from", t.day(period.from))
        .with("to", t.day(period.to));
    t.tell(&message)
}

/// An amount, or that there is none.
pub fn amount(t: Locale, amount: Option<Money>) -> String {
    amount.map_or_else(|| t.say("ledger-no-amount"), |amount| t.money(amount))
}

/// Who pays; of what was asked for here, that.
pub fn funder(t: Locale, alike: &Alike) -> String {
    match alike.entry.kind {
        EntryKind::Request => t.say("overlap-other-application"),
        _ => alike.entry.grant.funder.name.clone(),
    }
}
