//! Budget and balance of a round, as they stand above its ranking.

use std::collections::BTreeMap;

use crate::actions::rank_round::RoundRanking;
use crate::domain::Money;
use crate::domain::portfolio::Group;
use crate::i18n::Locale;
use crate::store::term::Term;
use crate::web::ui::{Bar, Tone};
use crate::web::words;

/// The figures on top.
pub struct Totals {
    pub budget: String,
    pub committed: String,
    pub awards: String,
    /// What is left, or by how much the budget is exceeded.
    pub left: String,
    pub over: bool,
    /// The committed part of the budget.
    pub used: Bar,
    pub by_community: Vec<Share>,
    pub by_base: Vec<Share>,
    /// Of how many applications reviews are kept from the reader; empty for none.
    pub withheld: String,
}

/// One community or base.
pub struct Share {
    pub label: String,
    pub running: String,
    pub awards: String,
    pub amount: String,
    pub bar: Bar,
}

/// Sums up a round.
pub fn totals(t: Locale, ranking: &RoundRanking, terms: &[Term]) -> Totals {
    let figures = ranking.figures();
    let portfolio = &figures.portfolio;
    let money = |minor: i64| t.money(Money::new(minor, ranking.round.currency));
    let percent = percent_of(portfolio.committed_minor, portfolio.budget_minor);
    let over = portfolio.is_over();
    Totals {
        budget: money(portfolio.budget_minor),
        committed: money(portfolio.committed_minor),
        awards: t.count("ranking-awards", portfolio.awards),
        left: money(portfolio.left_minor().saturating_abs()),
        over,
        used: Bar {
            label: t.say("ranking-used"),
            value: t.with("ranking-percent", "n", percent),
            percent,
            tone: if over { Tone::Bad } else { Tone::Neutral },
        },
        by_community: shares(
            (t, ranking),
            (terms, "community"),
            &portfolio.by_community,
            &figures.by_community,
        ),
        by_base: shares(
            (t, ranking),
            (terms, "base"),
            &portfolio.by_base,
            &figures.by_base,
        ),
        withheld: match figures.withheld {
            0 => String::new(),
            n => t.count("withheld-in-round", n),
        },
    }
}

/// Whole per cents, rounded down, so that 100 means all of it.
fn percent_of(part: i64, whole: i64) -> u32 {
    let percent = i128::from(part) * 100 / i128::from(whole.max(1));
    u32::try_from(percent).unwrap_or(u32::MAX)
}

/// One row for every entry of the list that any application in the running or
/// any decision has, in the list's order; what the list has lost comes last.
fn shares(
    (t, ranking): (Locale, &RoundRanking),
    (terms, list): (&[Term], &str),
    groups: &[Group],
    running: &BTreeMap<String, usize>,
) -> Vec<Share> {
    let listed = terms.iter().filter(|term| term.list == list);
    let mut codes: Vec<&str> = listed.map(|term| term.code.as_str()).collect();
    let lost = groups.iter().map(|group| group.code.as_str());
    let lost = lost.chain(running.keys().map(String::as_str));
    let lost: Vec<&str> = lost.filter(|code| !codes.contains(code)).collect();
    codes.extend(lost);
    codes.dedup();
    let row = |code: &str| {
        let group = groups.iter().find(|group| group.code == code);
        let count = running.get(code).copied().unwrap_or(0);
        (group.is_some() || count > 0)
            .then(|| share((t, ranking), terms, list, (code, count), group))
    };
    codes.into_iter().filter_map(row).collect()
}

fn share(
    (t, ranking): (Locale, &RoundRanking),
    terms: &[Term],
    list: &str,
    (code, running): (&str, usize),
    group: Option<&Group>,
) -> Share {
    let percent = group.map_or(0, |group| group.share);
    let amount = group.map_or(0, |group| group.amount_minor);
    let awards = group.map_or(0, |group| group.awards);
    Share {
        label: match code {
            "" => t.say("ranking-unknown-group"),
            code => words::term(t, terms, list, code),
        },
        running: t.number(running as i64),
        awards: t.number(awards as i64),
        amount: t.money(Money::new(amount, ranking.round.currency)),
        bar: Bar {
            label: String::new(),
            value: t.with("ranking-percent", "n", percent),
            percent,
            tone: Tone::Neutral,
        },
    }
}
