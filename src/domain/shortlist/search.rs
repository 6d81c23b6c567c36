//! The search itself: first only for sets close to what the prices promise, then ever
//! further below, until one is found or nothing is left. What was looked for and not
//! found bounds the total, so that a search that ends early knows how far it came.
//!
//! Limits by number make it hard: a fifth of 377 awards are 76, and the part of an award
//! that this is more than a fifth costs much. So the sets are told apart by how many
//! awards they make first; with that known, such a limit is a whole number of awards.

use super::branch::Hunt;
use super::corner::Corner;
use super::model::{Model, STEP};
use super::part::{Bind, Open, Part};
use super::table::{ONE, Table};

/// How much farther below the bound sets are looked for where none near it was found.
const WIDER: i64 = 16;

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
    // Nothing good was so near: with what effort is left, anything not too far below.
    (hunt.kept, hunt.target, hunt.rest) = (0, top - WIDER * below, i128::MIN);
    level(hunt, model, root);
    bound.min(given_up(hunt))
}

/// What no set is worth more than after a level that may have ended early.
fn given_up(hunt: &Hunt) -> i64 {
    // Far below 0 where nothing was given up.
    let rest = hunt.rest.div_euclid(ONE).max(-1);
    let rest = i64::try_from(rest).unwrap_or(i64::MAX);
    rest.max(hunt.floor() - 1)
}

/// Looks for all sets worth the floor or more, in the parts that promise most first.
fn level(hunt: &mut Hunt, model: &Model, root: &Part) {
    let mut root = root.clone();
    if !root.prove(hunt.table, hunt.floor()) {
        return;
    }
    let limits = model.limits.iter().enumerate();
    let limits = limits.filter_map(|(at, limit)| Some((at, model.within(at), limit.each?)));
    let split = Split {
        root: &root,
        limits: limits.collect(),
    };
    if split.limits.is_empty() {
        hunt.explore(root);
        return;
    }
    let mut numbers = split.numbers(hunt);
    numbers.sort_by_key(|one| -one.bound);
    for one in numbers {
        if hunt.is_spent() {
            hunt.rest = hunt.rest.max(one.bound);
        } else if let Some(part) = hunt.settled(split.exactly(one.number, one.corner)) {
            hunt.explore(part);
        }
    }
}

/// All sets by how many awards they make.
struct Split<'a> {
    root: &'a Part,
    /// The limits by number: their places, what they are, and what an award uses.
    limits: Vec<(usize, i64, i64)>,
}

/// A number of awards that a set worth looking for may make.
struct Number {
    number: i64,
    /// Of the sets that make so many.
    bound: i128,
    corner: Corner,
}

impl Split<'_> {
    /// The sets that make so many awards. Uses of limits by number come in steps, so
    /// that what a limit allows beyond a step is of no use.
    fn exactly(&self, number: i64, corner: Corner) -> Part {
        let mut part = self.root.with_awards(Bind::Equal, number);
        part.corner = corner;
        for (limit, most, each) in &self.limits {
            part.left[*limit] -= (most - each * number).rem_euclid(STEP);
        }
        part
    }

    /// The numbers from what the prices lead to up and down, until more or fewer awards
    /// are proven too many or too few.
    fn numbers(&self, hunt: &mut Hunt) -> Vec<Number> {
        let awards = |line: &u32| hunt.table.uses(*line).last().copied().unwrap_or(0);
        let made: i64 = self.root.made.iter().map(awards).sum();
        let picks = self.root.open.iter().map(|open| awards(&open.pick));
        let near = made + picks.sum::<i64>();
        let lines = |open: &Open| self.root.lines[open.span()].iter().map(awards).max();
        let most = made + self.root.open.iter().filter_map(lines).sum::<i64>();
        let mut numbers = Vec::new();
        self.toward(hunt, near..=most, Bind::Least, &mut numbers);
        self.toward(hunt, (0..near).rev(), Bind::Most, &mut numbers);
        numbers
    }

    fn toward(
        &self,
        hunt: &mut Hunt,
        way: impl Iterator<Item = i64>,
        bind: Bind,
        numbers: &mut Vec<Number>,
    ) {
        let mut corner = self.root.corner.clone();
        for number in way {
            let mut beyond = self.root.with_awards(bind, number);
            beyond.corner = corner;
            let Some(beyond) = hunt.settled(beyond) else {
                return;
            };
            if hunt.is_spent() {
                hunt.rest = hunt.rest.max(beyond.bound);
                return;
            }
            corner = beyond.corner;
            let part = self.exactly(number, corner.clone());
            numbers.extend(hunt.settled(part).map(|part| Number {
                number,
                bound: part.bound,
                corner: part.corner,
            }));
        }
    }
}
