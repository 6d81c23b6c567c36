//! The affordable set of a round with the highest total score: under the budget, the
//! limits of each organisation and the balance targets. Advice with a proof; it decides
//! nothing.
//!
//! The total is the sum of scores in tenths of a point, as pages print them. Where part
//! funding is allowed, an application that gets a part of its request counts that part
//! of its score, rounded down to a tenth: a tenth of the request at a time, down to the
//! least that the applicant said would still help, or the smallest useful part of the
//! round where nothing was said.
//!
//! This is a knapsack with few side constraints. It is solved by splitting all sets into
//! parts, each with an upper bound of its own, until no part is left that could be better
//! than the best set found. `corner` and `walk` find the prices at which the bound of a
//! part is lowest; `part` proves it in whole numbers, without tolerance; `branch` splits;
//! `search` says in which order. The certificate is the bound over all parts: where it
//! equals the total, no better set exists. A search that takes too long ends with the
//! best set so far and the bound, and says so. All applications of one organisation are
//! one group, whose choices are the ways to fund them within the organisation's limits.

mod branch;
mod corner;
mod model;
mod nearest;
mod part;
mod rounding;
mod search;
mod table;
mod walk;

pub use model::{Choice, Limit, Model};
pub use nearest::{Nearest, nearest};
pub use search::{Found, search};

use std::collections::BTreeMap;

use super::balance::{Target, Traits};
use super::{ApplicationId, OrganisationId};

/// How many choices are looked at before a search is given up: a second or two.
pub const EFFORT: u64 = 100_000_000;
/// Awards of one organisation, at most that many can be allowed.
pub const AWARDS_MOST: usize = 3;
/// Ways to fund one organisation that are looked at.
const WAYS_MOST: usize = 20_000;

/// An application that could be awarded, or is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub application: ApplicationId,
    pub organisation: OrganisationId,
    /// In tenths of a point, 0 to 1,000.
    pub score: i64,
    /// More than 0.
    pub requested_minor: i64,
    /// The least that would still help, by the applicant's own word, more than 0; where
    /// there is none, the part of the rules counts.
    pub least_minor: Option<i64>,
    pub traits: Traits,
    /// What is decided already; the search keeps it.
    pub award_minor: Option<i64>,
}

/// What a set has to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    pub budget_minor: i64,
    pub targets: Vec<Target>,
    /// Awards of one organisation, 1 to [`AWARDS_MOST`].
    pub awards: usize,
    /// Money of one organisation; nothing for no limit.
    pub most_minor: Option<i64>,
    /// The smallest useful part of a request in per cent, 10 to 100, for those that did
    /// not say an amount; 100 funds whole requests only.
    pub part: i64,
}

/// The best set that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortlist {
    /// Every award with its amount in minor units, those decided already among them.
    pub awards: Vec<(ApplicationId, i64)>,
    /// The total in tenths of a point.
    pub total: i64,
    /// No set has a higher total than this.
    pub bound: i64,
    /// Whether that is proven to be the best: the bound equals the total.
    pub proven: bool,
}

/// What a proposal came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposed {
    Best(Shortlist),
    /// No set keeps the rules; proven.
    Impossible,
    /// None was found in the time there was; there may be one.
    Unknown,
}

impl Proposed {
    /// The set, where one was found.
    pub fn shortlist(&self) -> Option<&Shortlist> {
        match self {
            Self::Best(found) => Some(found),
            Self::Impossible | Self::Unknown => None,
        }
    }

    /// Whether it is proven that no rule-keeping set has a single award.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Best(found) => found.proven && found.awards.is_empty(),
            Self::Impossible => true,
            Self::Unknown => false,
        }
    }
}

/// The best set. The order in which the candidates come has no influence on its total.
pub fn propose(candidates: &[Candidate], rules: &Rules, effort: u64) -> Proposed {
    let ways = Ways::new(candidates, rules);
    let found = search(&ways.model, effort);
    let Some(picks) = found.picks else {
        return if found.proven && !ways.cut {
            Proposed::Impossible
        } else {
            Proposed::Unknown
        };
    };
    Proposed::Best(Shortlist {
        awards: ways.awards(candidates, &picks),
        total: ways.model.value(&picks),
        bound: found.bound,
        proven: found.proven && !ways.cut,
    })
}

/// A smallest set of targets that cannot be met together, by their places in the
/// rules; empty where even without targets nothing can be awarded. Asks as often as
/// there are targets.
pub fn clashing(candidates: &[Candidate], rules: &Rules, effort: u64) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..rules.targets.len()).collect();
    for target in 0..rules.targets.len() {
        let fewer = kept.iter().copied().filter(|one| *one != target);
        let fewer: Vec<usize> = fewer.collect();
        let targets = fewer.iter().map(|one| rules.targets[*one].clone());
        let rules = Rules {
            targets: targets.collect(),
            ..rules.clone()
        };
        if propose(candidates, &rules, effort).is_nothing() {
            kept = fewer;
        }
    }
    kept
}

/// The best set without one target.
pub fn without(candidates: &[Candidate], rules: &Rules, target: usize, effort: u64) -> Proposed {
    let mut fewer = rules.clone();
    fewer.targets.remove(target);
    propose(candidates, &fewer, effort)
}

/// The model, with what each of its choices funds.
struct Ways {
    model: Model,
    /// Of each choice the candidates, by place, with their amounts.
    funded: Vec<Vec<Vec<(usize, i64)>>>,
    /// Whether an organisation has more ways than are looked at.
    cut: bool,
}

impl Ways {
    fn new(candidates: &[Candidate], rules: &Rules) -> Self {
        let mut groups: BTreeMap<OrganisationId, Vec<usize>> = BTreeMap::new();
        for (at, one) in candidates.iter().enumerate() {
            groups.entry(one.organisation).or_default().push(at);
        }
        let mut limits = vec![Limit {
            most: rules.budget_minor,
            each: None,
        }];
        limits.extend(rules.targets.iter().map(|target| Limit {
            most: 0,
            each: target.each(),
        }));
        let mut ways = Self {
            model: Model {
                groups: Vec::new(),
                limits,
            },
            funded: Vec::new(),
            cut: false,
        };
        for own in groups.values() {
            let mut all = vec![fixed(candidates, own)];
            for at in own
                .iter()
                .filter(|at| candidates[**at].award_minor.is_none())
            {
                ways.cut |= !widen(&mut all, candidates, rules, *at);
            }
            let choice = |way: &Vec<(usize, i64)>| choice(candidates, rules, way);
            ways.model.groups.push(all.iter().map(choice).collect());
            ways.funded.push(all);
        }
        ways
    }

    /// What these choices fund, with amounts.
    fn awards(&self, candidates: &[Candidate], picks: &[usize]) -> Vec<(ApplicationId, i64)> {
        let chosen = self.funded.iter().zip(picks);
        let awards = chosen.flat_map(|(group, pick)| &group[*pick]);
        awards
            .map(|(at, amount)| (candidates[*at].application, *amount))
            .collect()
    }
}

/// What is decided already.
fn fixed(candidates: &[Candidate], own: &[usize]) -> Vec<(usize, i64)> {
    let decided = own
        .iter()
        .filter_map(|at| Some((*at, candidates[*at].award_minor?)));
    decided.collect()
}

/// Adds the ways that fund one more application; false where some are left out.
fn widen(
    all: &mut Vec<Vec<(usize, i64)>>,
    candidates: &[Candidate],
    rules: &Rules,
    at: usize,
) -> bool {
    let amounts = amounts(&candidates[at], rules.part);
    for way in 0..all.len() {
        if all[way].len() >= rules.awards {
            continue;
        }
        for amount in &amounts {
            let spent: i64 = all[way].iter().map(|(_, amount)| amount).sum();
            let over = rules.most_minor.is_some_and(|most| spent + amount > most);
            if over || spent + amount > rules.budget_minor {
                continue;
            }
            if all.len() >= WAYS_MOST {
                return false;
            }
            let mut more = all[way].clone();
            more.push((at, *amount));
            all.push(more);
        }
    }
    true
}

/// The amounts that a request may get: all of it, and every tenth of it less, each
/// rounded up to a whole unit of a hundred minor ones, down to the least that helps; that
/// least too, where the applicant said it.
fn amounts(one: &Candidate, part: i64) -> Vec<i64> {
    let mut amounts = vec![one.requested_minor];
    if part >= 100 {
        return amounts;
    }
    let tenths = (1..10).rev().map(|tenths| tenths * 10);
    let useful = tenths.filter_map(|percent| {
        let minor = i128::from(one.requested_minor) * i128::from(percent);
        let units = -(-minor).div_euclid(10_000);
        let amount = i64::try_from(units * 100).ok()?;
        let enough = match one.least_minor {
            Some(least) => amount >= least,
            None => percent >= part,
        };
        enough.then_some(amount)
    });
    for amount in useful.chain(one.least_minor) {
        if amounts.last().is_some_and(|last| amount < *last) {
            amounts.push(amount);
        }
    }
    amounts
}

fn choice(candidates: &[Candidate], rules: &Rules, way: &[(usize, i64)]) -> Choice {
    let score = |(at, amount): &(usize, i64)| {
        let one = &candidates[*at];
        if one.award_minor.is_some() {
            return one.score;
        }
        let part = i128::from(one.score) * i128::from(*amount);
        i64::try_from(part / i128::from(one.requested_minor.max(1))).unwrap_or(one.score)
    };
    let mut uses = vec![way.iter().map(|(_, amount)| amount).sum()];
    uses.extend(rules.targets.iter().map(|target| {
        let weights = way.iter();
        weights
            .map(|(at, amount)| target.weight(&candidates[*at].traits, *amount))
            .sum::<i64>()
    }));
    Choice {
        value: way.iter().map(score).sum(),
        awards: way.len() as i64,
        uses,
    }
}

#[cfg(test)]
mod tests;
