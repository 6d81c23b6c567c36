//! What each target costs: the best set without it, and the nearest swap that meets it.

use std::collections::BTreeMap;

use super::page::tenths;
use super::{Advice, Effect};
use crate::domain::shortlist::{Nearest, Shortlist};
use crate::domain::{ApplicationId, Message, Money};
use crate::i18n::Locale;
use crate::web::board::target_words;

/// Lines of a swap that are told at most.
const NAMED: usize = 8;

/// What one target costs.
#[derive(Default)]
pub struct Cost {
    pub target: String,
    /// The total without it, and how much higher that is.
    pub without: String,
    pub cost: String,
    /// Who goes and who comes in, with their amounts, and who gets another amount, in the
    /// nearest swap.
    pub goes: Vec<(String, String)>,
    pub comes: Vec<(String, String)>,
    pub changes: Vec<(String, String)>,
    /// The total after the swap; empty where there is none.
    pub after: String,
    /// Whether a smaller swap may exist.
    pub perhaps: bool,
}

/// The costs of all targets against the best set.
pub fn costs(t: Locale, advice: &Advice, found: &Shortlist) -> Vec<Cost> {
    let effects = advice.effects.iter().enumerate();
    effects
        .map(|(at, effect)| Cost {
            target: target_words(t, &advice.terms, &advice.pool.targets[at]),
            ..cost(t, advice, (found, effect))
        })
        .collect()
}

fn cost(t: Locale, advice: &Advice, (found, effect): (&Shortlist, &Effect)) -> Cost {
    let Some(free) = effect.without.shortlist() else {
        return Cost {
            without: t.say("shortlist-not-known"),
            cost: t.say("shortlist-not-known"),
            ..Cost::default()
        };
    };
    let more = free.total - found.total;
    let cost = Cost {
        without: match free.proven {
            true => tenths(t, free.total),
            false => t.with("shortlist-at-least", "total", tenths(t, free.total)),
        },
        cost: match more {
            ..=0 => t.say("shortlist-free"),
            more => tenths(t, more),
        },
        ..Cost::default()
    };
    match &effect.nearest {
        // A set of equal worth is no reason to swap.
        Some(near) if more > 0 => swapped(t, advice, cost, (free, near)),
        _ => cost,
    }
}

/// With the way from one set to the nearest that meets the target.
fn swapped(t: Locale, advice: &Advice, cost: Cost, (free, near): (&Shortlist, &Nearest)) -> Cost {
    let currency = advice.pool.ranking.round.currency;
    let money = |minor: i64| t.money(Money::new(minor, currency));
    let before: BTreeMap<ApplicationId, i64> = free.awards.iter().copied().collect();
    let after: BTreeMap<ApplicationId, i64> = near.awards.iter().copied().collect();
    let alone = |one: &BTreeMap<ApplicationId, i64>, other: &BTreeMap<ApplicationId, i64>| {
        let own = one.iter().filter(|(id, _)| !other.contains_key(id));
        let own = own.map(|(id, amount)| (title(advice, *id), money(*amount)));
        told(t, own.collect())
    };
    let changes = after.iter().filter_map(|(id, amount)| {
        let former = before.get(id).filter(|former| *former != amount)?;
        let words = Message::new("shortlist-instead")
            .with("after", money(*amount))
            .with("before", money(*former));
        Some((title(advice, *id), t.tell(&words)))
    });
    Cost {
        goes: alone(&before, &after),
        comes: alone(&after, &before),
        changes: told(t, changes.collect()),
        after: tenths(t, near.total),
        perhaps: !near.proven,
        ..cost
    }
}

fn title(advice: &Advice, id: ApplicationId) -> String {
    let entry = advice.pool.ranking.entry(id);
    let named = entry.map(|entry| match entry.application.title.as_str() {
        "" => entry.application.reference.clone(),
        title => title.to_owned(),
    });
    named.unwrap_or_default()
}

/// The first lines, and how many more there are.
fn told(t: Locale, mut lines: Vec<(String, String)>) -> Vec<(String, String)> {
    let hidden = lines.len().saturating_sub(NAMED);
    lines.truncate(NAMED);
    if hidden > 0 {
        lines.push((t.count("shortlist-more", hidden), String::new()));
    }
    lines
}
