//! The search itself: all ways to turn away from where the prices lead, those that lose
//! least first, until no way that is left can be better than the best found.
//!
//! A set that turns away from the start loses at least the sum of what its turns lose
//! ([`Turn::loss`](super::turns::Turn)), so its value is at most the bound less that sum.
//! Every set within an allowance is looked at; the allowance grows until the best set
//! found is worth as much as any set outside of it could be. Then it is proven the best,
//! in whole numbers. An allowance as large as the bound leaves nothing outside.

use super::model::Model;
use super::prices::{ONE, prices};
use super::rough;
use super::turns::Start;

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

/// The best choices, as far as the effort goes: about as many sets are looked at. The
/// same model gives the same answer everywhere.
pub fn search(model: &Model, effort: u64) -> Found {
    let prices = prices(model);
    let start = Start::new(model, &prices);
    let mut search = Search::new(model, &start, effort);
    if let Some(path) = rough::path(model, &start) {
        search.best = Some((model.value(&start.after(&path)), path));
    }
    let proven_to = search.deepen();
    let best = search.best.take();
    let value = best.as_ref().map_or(-1, |(value, _)| *value);
    let outside = (start.bound - proven_to).div_euclid(ONE);
    let bound = i64::try_from(outside).unwrap_or(i64::MAX).max(value);
    Found {
        picks: best.map(|(_, path)| start.after(&path)),
        bound,
        proven: bound == value,
    }
}

struct Search<'a> {
    start: &'a Start,
    /// Of the sets as they are now: what is left of the limits, and their value.
    left: Vec<i64>,
    value: i64,
    /// The turns taken, and the groups that they are of.
    path: Vec<usize>,
    taken: Vec<bool>,
    /// What a set may lose, in parts of [`ONE`], and what it has to be worth.
    allowance: i128,
    floor: i64,
    best: Option<(i64, Vec<usize>)>,
    effort: u64,
    spent: u64,
    lines: Lines,
}

/// Of all turns what the last step looks at, side by side.
struct Lines {
    losses: Vec<i128>,
    gains: Vec<i64>,
    /// What they take of the first limit.
    first: Vec<i64>,
}

impl<'a> Search<'a> {
    fn new(model: &Model, start: &'a Start, effort: u64) -> Self {
        let turns = start.turns.iter();
        Self {
            left: model.left(&start.picks),
            value: model.value(&start.picks),
            path: Vec::new(),
            taken: vec![false; model.groups.len()],
            allowance: 0,
            floor: 0,
            best: None,
            effort,
            spent: 0,
            lines: Lines {
                losses: turns.clone().map(|turn| turn.loss).collect(),
                gains: turns.clone().map(|turn| turn.gain).collect(),
                first: turns.map(|turn| *turn.uses.first().unwrap_or(&0)).collect(),
            },
            start,
        }
    }

    /// What a better set may lose at most.
    fn needed(&self) -> i128 {
        let better = self.best.as_ref().map_or(0, |(value, _)| value + 1);
        self.start.bound - i128::from(better) * ONE
    }

    /// Looks at ever more sets; returns up to which loss nothing better is left, more
    /// than that of any set once all are done.
    fn deepen(&mut self) -> i128 {
        let mut width = ONE / 2;
        let mut done = 0;
        loop {
            let needed = self.needed();
            if needed < done {
                // What is outside is worth less than one more than the best.
                return needed + 1;
            }
            self.allowance = width.min(needed);
            let least = (self.start.bound - self.allowance).div_euclid(ONE);
            let own = self.best.as_ref().map_or(0, |(value, _)| value + 1);
            self.floor = own.max(i64::try_from(least).unwrap_or(0));
            self.walk(0, 0);
            if self.spent >= self.effort {
                return done;
            }
            // Nothing that loses as much as this is left.
            done = width + 1;
            width = width * 5 / 4;
        }
    }

    fn note(&mut self, value: i64) {
        self.best = Some((value, self.path.clone()));
        self.allowance = self.allowance.min(self.needed());
        self.floor = value + 1;
    }

    fn walk(&mut self, from: usize, loss: i128) {
        self.spent += 1;
        if self.value >= self.floor && self.left.iter().all(|left| *left >= 0) {
            self.note(self.value);
        }
        let turns = &self.start.turns;
        let mut at = from;
        // As long as yet another turn could follow this one: it loses as much or more.
        while at < turns.len() && loss + 2 * turns[at].loss <= self.allowance {
            if self.spent >= self.effort {
                return;
            }
            let turn = &turns[at];
            let done_by_twin = at > from && turn.twin && !self.taken[turns[at - 1].group];
            if !self.taken[turn.group] && !done_by_twin {
                self.take(at, 1);
                self.walk(at + 1, loss + turn.loss);
                self.take(at, -1);
            }
            at += 1;
        }
        self.last(at, loss);
    }

    /// Takes a turn, or with -1 takes it back.
    fn take(&mut self, at: usize, way: i64) {
        let turn = &self.start.turns[at];
        for (left, used) in self.left.iter_mut().zip(&turn.uses) {
            *left -= way * used;
        }
        self.value += way * turn.gain;
        self.taken[turn.group] = way > 0;
        if way > 0 {
            self.path.push(at);
        } else {
            self.path.pop();
        }
    }

    /// Sets with one more turn, which nothing can follow.
    fn last(&mut self, from: usize, loss: i128) {
        let mut at = from;
        let left = self.left.first().copied().unwrap_or(0);
        while at < self.lines.losses.len() && loss + self.lines.losses[at] <= self.allowance {
            let enough = self.lines.gains[at] >= self.floor - self.value;
            if enough && self.lines.first[at] <= left {
                let turn = &self.start.turns[at];
                let mut uses = turn.uses.iter().zip(&self.left);
                if !self.taken[turn.group] && uses.all(|(used, left)| used <= left) {
                    self.path.push(at);
                    self.note(self.value + turn.gain);
                    self.path.pop();
                }
            }
            at += 1;
        }
        self.spent += (at - from) as u64 / 8;
    }
}
