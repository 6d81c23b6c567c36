//! Figures of an application, at a glance beside its decision.

use super::scores::percent;
use super::seen::Seen;
use crate::actions::rank_round::Entry;
use crate::domain::Money;
use crate::i18n::Locale;
use crate::web::ranking::{rank_words, spread_words};
use crate::web::words;

/// A figure with its name.
pub struct Fact {
    pub label: String,
    pub value: String,
    /// A second, smaller line; may be empty.
    pub note: String,
}

/// What was asked for, score and rank, and what is left of the budget.
pub fn facts(t: Locale, seen: &Seen, entry: &Entry) -> Vec<Fact> {
    let fact = |label: &str, value: String, note: String| Fact {
        label: t.say(label),
        value,
        note,
    };
    let score = &entry.ranked.score;
    let figures = seen.ranking.figures();
    let rank = rank_words(t, &entry.ranked, figures.sharing(entry));
    let (rank, tied) = rank.map_or_else(Default::default, |one| (one.rank, one.tied));
    let portfolio = &figures.portfolio;
    let money = |minor: i64| t.money(Money::new(minor, seen.case.round.currency));
    let left = if portfolio.is_over() {
        "ranking-over"
    } else {
        "ranking-left"
    };
    let all = [
        fact(
            "ranking-requested",
            words::requested(t, &entry.application, seen.case.round.currency).unwrap_or_default(),
            String::new(),
        ),
        fact(
            "ranking-score",
            percent(t, score.mean),
            spread_words(t, score),
        ),
        fact("ranking-rank", rank, tied),
        fact("ranking-merit", percent(t, score.merit), String::new()),
        fact(
            "ranking-priority",
            percent(t, score.priority),
            String::new(),
        ),
        fact(
            left,
            money(portfolio.left_minor().saturating_abs()),
            String::new(),
        ),
    ];
    let known = all.into_iter().filter(|one| !one.value.is_empty());
    known.collect()
}
