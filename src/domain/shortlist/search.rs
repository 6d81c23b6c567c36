//! The search itself: first only for sets close to what the prices promise, then ever
//! further below, until one is found or nothing is left. What was looked for and not
//! found bounds the total, so that a search that ends early knows how far it came.
//!
//! Limits by number make it hard: a fifth of 377 awards are 76, and the part of an award
//! that this is more than a fifth costs much. So the sets are told apart by how many
//! awards they make first; with that known, such a limit is a whole number of awards.

use super::branch::Hunt;
use super::model::{Model, STEP};
use super::part::{Bind, MANY, Part};
use super::table::{ONE, Table};

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Of each group the choice; nothing where none was found that keeps the limits.
    pub picks: Option<Vec<usize>>,
    /// No set within the limits is worth more than this; below 0 where it is proven
    /// that there is none.
    pub bound: i64,
    /// Whether the bound is what the picks are worth, or that there are none.
    pub proven: bool,
}

/// The best choices, as far as the effort goes: about as many lines are looked at. The
/// same model gives the same answer everywhere.
pub fn search(model: &Model, effort: u64) -> Found {
    let table = Table::new(model);
    let mut hunt = Hunt {
        table: &table,
        best: None,
        unit: model.unit(),
        target: 0,
        spent: 0,
        effort,
        // For a good set where none can be proven the best.
        kept: effort / 4,
        rest: i128::MIN,
    };
    let bound = match hunt.settled(Part::whole(model, &table)) {
        Some(root) => deepen(&mut hunt, model, &root),
        None => -1,
    };
    let value = hunt.best.as_ref().map_or(-1, |(value, _)| *value);
    let bound = model.reached(bound).max(value);
    Found {
        picks: hunt.best.map(|(_, picks)| picks),
        bound,
        proven: bound == value,
    }
}

/// Looks for sets ever further below the bound; returns what no set is worth more than.
fn deepen(hunt: &mut Hunt, model: &Model, root: &Part) -> i64 {
    hunt.round(root);
    let top = i64::try_from(root.bound.div_euclid(ONE)).unwrap_or(i64::MAX);
    let mut bound = top;
    let mut below = 2;
    loop {
        let better = hunt.better();
        hunt.target = top - below;
        let floor = hunt.floor();
        level(hunt, model, root);
        if hunt.rest > i128::MIN {
            break;
        }
        bound = floor - 1;
        if floor == better || hunt.better() > floor {
            return bound;
        }
        below = below * 5 / 4 + 1;
    }
    bound = bound.min(given_up(hunt));
    // Nothing good was near: whatever is better than the best so far.
    (hunt.kept, hunt.target, hunt.rest) = (0, 0, i128::MIN);
    level(hunt, model, root);
    bound.min(given_up(hunt))
}

/// What no set is worth more than after a level that may have ended early.
fn given_up(hunt: &Hunt) -> i64 {
    let rest = i64::try_from(hunt.rest.div_euclid(ONE)).unwrap_or(i64::MAX);
    rest.max(hunt.floor() - 1)
}

/// Looks for all sets worth the floor or more, in the parts that promise most first.
fn level(hunt: &mut Hunt, model: &Model, root: &Part) {
    let mut root = root.clone();
    if !root.prove(hunt.table, hunt.floor()) {
        return;
    }
    let by_number = model.limits.iter().any(|limit| limit.each.is_some());
    let mut parts = match by_number {
        true => numbered(hunt, model, &root),
        false => vec![root],
    };
    parts.sort_by_key(|part| -part.bound);
    for part in parts {
        hunt.explore(part);
    }
}

/// A part for each number of awards that a set worth looking for may make: from what the
/// prices lead to up and down, until more or fewer awards are too many or too few.
fn numbered(hunt: &mut Hunt, model: &Model, root: &Part) -> Vec<Part> {
    let last = hunt.table.limits - 1;
    let awards = |line: u32| hunt.table.uses(line)[last];
    let made = MANY - root.left[last];
    let near = made + root.open.iter().map(|open| awards(open.pick)).sum::<i64>();
    let of = |group: &super::part::Open| root.lines[group.span()].iter().map(|line| awards(*line));
    let most = made
        + root
            .open
            .iter()
            .filter_map(|group| of(group).max())
            .sum::<i64>();
    let mut parts = Vec::new();
    let mut toward = |numbers: &mut dyn Iterator<Item = i64>, bind: Bind| {
        let mut corner = root.corner.clone();
        for number in numbers {
            let mut all = root.with_awards(bind, number);
            all.corner = corner;
            let Some(all) = hunt.settled(all) else { return };
            corner = all.corner;
            let mut part = root.with_awards(Bind::Equal, number);
            part.corner = corner.clone();
            for (limit, left) in model.limits.iter().zip(&mut part.left) {
                if let Some(each) = limit.each {
                    *left -= (limit.most - each * number).rem_euclid(STEP);
                }
            }
            parts.extend(hunt.settled(part));
        }
    };
    toward(&mut (near..=most), Bind::Least);
    toward(&mut (0..near).rev(), Bind::Most);
    parts
}
