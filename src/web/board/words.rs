//! Balance targets and how far they are, in words.

use crate::actions::board::Aims;
use crate::domain::balance::{Distance, Edge, Measure, Side, Target};
use crate::domain::{Currency, Message, Money};
use crate::i18n::Locale;
use crate::store::term::Term;
use crate::web::ui::{Badge, Bar, Tone};
use crate::web::words;

/// One target with where it stands.
pub struct Balance {
    pub target: String,
    /// "3 of 12 awards".
    pub now: String,
    /// The part in per cent.
    pub bar: Bar,
    /// Met, or what is missing or too much.
    pub distance: Badge,
}

/// What a group is called.
pub fn group_words(t: Locale, terms: &[Term], side: Side, code: &str) -> String {
    match (side, code) {
        (Side::Community | Side::Base, code) => words::term(t, terms, side.code(), code),
        (Side::Size, "small") => t.say("balance-size-small"),
        (Side::Size, "medium") => t.say("balance-size-medium"),
        (Side::Size, _) => t.say("balance-size-large"),
        (Side::Standing, "new") => t.say("balance-standing-new"),
        (Side::Standing, _) => t.say("balance-standing-known"),
    }
}

/// A target as a sentence.
pub fn target_words(t: Locale, terms: &[Term], target: &Target) -> String {
    let key = match (target.edge, target.measure) {
        (Edge::Least, Measure::Number) => "balance-least-number",
        (Edge::Least, Measure::Amount) => "balance-least-amount",
        (Edge::Most, Measure::Number) => "balance-most-number",
        (Edge::Most, Measure::Amount) => "balance-most-amount",
    };
    let message = Message::new(key)
        .with("percent", i64::from(target.percent))
        .with("group", group_words(t, terms, target.side, &target.code));
    t.tell(&message)
}

/// Every target of a round with how far its awards are from it.
pub fn balance_of(t: Locale, terms: &[Term], aims: &Aims, currency: Currency) -> Vec<Balance> {
    let awards = aims.awards.iter().map(|(traits, minor)| (traits, *minor));
    let one = |target: &Target| {
        let distance = target.distance(awards.clone());
        let percent = percent(&distance);
        Balance {
            target: target_words(t, terms, target),
            now: now(t, target, &distance, currency),
            bar: Bar {
                label: String::new(),
                value: t.with("ranking-percent", "n", percent),
                percent,
                tone: if distance.off == 0 {
                    Tone::Good
                } else {
                    Tone::Warn
                },
            },
            distance: off(t, target, &distance, currency),
        }
    };
    aims.targets.iter().map(one).collect()
}

/// Rounded down, so that 100 means all of it.
fn percent(distance: &Distance) -> u32 {
    let part = i128::from(distance.part) * 100 / i128::from(distance.whole.max(1));
    u32::try_from(part).unwrap_or(100)
}

fn now(t: Locale, target: &Target, distance: &Distance, currency: Currency) -> String {
    let money = |minor: i64| t.money(Money::new(minor, currency));
    let message = match target.measure {
        Measure::Number => Message::new("balance-now-number")
            .with("part", distance.part)
            .with("n", distance.whole),
        Measure::Amount => Message::new("balance-now-amount")
            .with("part", money(distance.part))
            .with("whole", money(distance.whole)),
    };
    t.tell(&message)
}

fn off(t: Locale, target: &Target, distance: &Distance, currency: Currency) -> Badge {
    if distance.off == 0 {
        return Badge {
            text: t.say("balance-met"),
            tone: Tone::Good,
        };
    }
    let n = usize::try_from(distance.off).unwrap_or(usize::MAX);
    let amount = t.money(Money::new(distance.off, currency));
    Badge {
        text: match (target.measure, target.edge) {
            (Measure::Number, Edge::Least) => t.count("balance-short-number", n),
            (Measure::Number, Edge::Most) => t.count("balance-over-number", n),
            (Measure::Amount, Edge::Least) => t.with("balance-short-amount", "amount", amount),
            (Measure::Amount, Edge::Most) => t.with("balance-over-amount", "amount", amount),
        },
        tone: Tone::Warn,
    }
}
