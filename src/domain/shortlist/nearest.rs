//! The nearest set that keeps the rules: the fewest applications exchanged in another one,
//! and of such sets the best. Two searches: the first has nothing in view but how many
//! are exchanged, the second has that number as one more limit.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Limit, Model};
use super::search::search;
use super::{Candidate, Rules, Shortlist, Ways};
use crate::domain::{ApplicationId, OrganisationId};

/// A set that keeps the rules, with how far it is from another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// Every award with its amount in minor units.
    pub awards: Vec<(ApplicationId, i64)>,
    /// The total in tenths of a point.
    pub total: i64,
    /// How many applications come in or go.
    pub exchanged: i64,
    /// Whether it is proven that no set exchanges fewer.
    pub proven: bool,
}

/// The set that keeps the rules and exchanges the fewest applications of `from`. `known`
/// is one that keeps them: what stays where the search finds none nearer in its time.
pub fn nearest(
    candidates: &[Candidate],
    rules: &Rules,
    (from, known): (&Shortlist, &Shortlist),
    effort: u64,
) -> Nearest {
    let known = Nearest {
        awards: known.awards.clone(),
        total: known.total,
        exchanged: apart(from, known),
        proven: false,
    };
    let ways = Ways::new(candidates, rules);
    let exchanges = exchanges(candidates, &ways, from);
    let few = search(&fewest(&ways.model, &exchanges), effort / 2);
    let Some(picks) = few.picks else {
        return known;
    };
    let exchanged = sum(&exchanges, &picks);
    if exchanged > known.exchanged {
        return known;
    }
    let best = search(&within(&ways.model, &exchanges, exchanged), effort / 2);
    let picks = best.picks.unwrap_or(picks);
    Nearest {
        awards: ways.awards(candidates, &picks),
        total: ways.model.value(&picks),
        exchanged: sum(&exchanges, &picks),
        proven: few.proven && !ways.cut,
    }
}

/// How many applications are in one of two sets alone.
fn apart(one: &Shortlist, other: &Shortlist) -> i64 {
    let ids = |set: &Shortlist| -> BTreeSet<ApplicationId> {
        set.awards.iter().map(|(id, _)| *id).collect()
    };
    ids(one).symmetric_difference(&ids(other)).count() as i64
}

/// Of each choice of each group, how many applications come in or go with it.
fn exchanges(candidates: &[Candidate], ways: &Ways, from: &Shortlist) -> Vec<Vec<i64>> {
    let kept: BTreeSet<ApplicationId> = from.awards.iter().map(|(id, _)| *id).collect();
    // In the order of the groups.
    let mut before: BTreeMap<OrganisationId, i64> = BTreeMap::new();
    for one in candidates {
        let own = i64::from(kept.contains(&one.application));
        *before.entry(one.organisation).or_default() += own;
    }
    let groups = ways.funded.iter().zip(before.values());
    let of = |(group, before): (&Vec<Vec<(usize, i64)>>, &i64)| {
        let exchanged = |way: &Vec<(usize, i64)>| {
            let stays = |at: usize| kept.contains(&candidates[at].application);
            let stay = way.iter().filter(|(at, _)| stays(*at)).count() as i64;
            (before - stay) + (way.len() as i64 - stay)
        };
        group.iter().map(exchanged).collect()
    };
    groups.map(of).collect()
}

fn sum(exchanges: &[Vec<i64>], picks: &[usize]) -> i64 {
    let chosen = exchanges.iter().zip(picks);
    chosen.map(|(group, pick)| group[*pick]).sum()
}

/// The model in which a choice is worth what it exchanges less than the worst of its group.
fn fewest(model: &Model, exchanges: &[Vec<i64>]) -> Model {
    let mut few = model.clone();
    for (group, own) in few.groups.iter_mut().zip(exchanges) {
        let most = own.iter().max().copied().unwrap_or(0);
        for (choice, exchanged) in group.iter_mut().zip(own) {
            choice.value = most - exchanged;
        }
    }
    few
}

/// The model in which no more than so many are exchanged.
fn within(model: &Model, exchanges: &[Vec<i64>], most: i64) -> Model {
    let mut near = model.clone();
    near.limits.push(Limit { most, each: None });
    for (group, own) in near.groups.iter_mut().zip(exchanges) {
        for (choice, exchanged) in group.iter_mut().zip(own) {
            choice.uses.push(*exchanged);
        }
    }
    near
}
