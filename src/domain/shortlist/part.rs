//! A part of all sets: of some groups the choice is made, of others some choices are out.
//!
//! With any prices of 0 or more, every group takes the line that is worth most after
//! paying for what it uses, and no set of the part is worth more than the sum of that and
//! the price of what is left of the limits (Lagrange). The prices are found in floating
//! numbers; the bound is calculated from them in whole ones, so that it holds with
//! whatever they are.

use super::corner::{Corner, Torn};
use super::model::Model;
use super::table::{ONE, Table};

/// More awards than any set has.
pub const MANY: i64 = 1 << 32;

/// How the number of awards is bound. All other limits are upper ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bind {
    Most,
    Least,
    Equal,
}

/// A group with a choice to make.
#[derive(Debug, Clone, Copy)]
pub struct Open {
    pub group: u32,
    /// Its lines are from here to before there in the list of the part.
    pub from: u32,
    pub to: u32,
    /// The line that is worth most.
    pub pick: u32,
}

impl Open {
    /// Where its lines are.
    pub fn span(self) -> std::ops::Range<usize> {
        self.from as usize..self.to as usize
    }
}

/// A part of all sets.
#[derive(Debug, Clone)]
pub struct Part {
    /// In the order of groups.
    pub open: Vec<Open>,
    /// The lines of open groups, group by group.
    pub lines: Vec<u32>,
    /// The lines of groups whose choice is made.
    pub made: Vec<u32>,
    /// What they are worth, and what they leave of the limits.
    pub value: i64,
    pub left: Vec<i64>,
    pub awards: Bind,
    pub corner: Corner,
    /// Where groups are even between two lines.
    pub torn: Vec<Torn>,
    /// No set of this part is worth more; in parts of [`ONE`].
    pub bound: i128,
}

impl Part {
    /// All sets.
    pub fn whole(model: &Model, table: &Table) -> Self {
        let mut open = Vec::with_capacity(table.groups);
        let mut from = 0;
        for (group, choices) in (0..).zip(&model.groups) {
            let to = from + choices.len() as u32;
            let pick = from;
            open.push(Open {
                group,
                from,
                to,
                pick,
            });
            from = to;
        }
        let limits = 0..model.limits.len();
        let mut left: Vec<i64> = limits.map(|limit| model.within(limit)).collect();
        left.push(MANY);
        Self {
            open,
            lines: (0..table.lines() as u32).collect(),
            made: Vec::new(),
            value: 0,
            corner: Corner::new(left.len()),
            torn: Vec::new(),
            left,
            awards: Bind::Most,
            bound: i128::MAX,
        }
    }

    /// The place of a group among the open ones.
    pub fn place(&self, group: u32) -> Option<usize> {
        self.open
            .binary_search_by_key(&group, |open| open.group)
            .ok()
    }

    /// How a limit binds.
    pub fn bind(&self, limit: usize) -> Bind {
        match limit + 1 == self.left.len() {
            true => self.awards,
            false => Bind::Most,
        }
    }

    /// Whether a set that leaves this of the limits keeps them.
    pub fn fits(&self, left: &[i64]) -> bool {
        let mut limits = left.iter().enumerate();
        limits.all(|(limit, left)| match self.bind(limit) {
            Bind::Most => *left >= 0,
            Bind::Least => *left <= 0,
            Bind::Equal => *left == 0,
        })
    }

    /// The same where the number of awards is bound, counted over all groups.
    pub fn with_awards(&self, bind: Bind, awards: i64) -> Self {
        let mut part = self.clone();
        part.awards = bind;
        if let Some(left) = part.left.last_mut() {
            *left += awards - MANY;
        }
        part
    }

    /// Proves a bound, and takes out what no set worth `floor` or more has; false where
    /// no such set is in the part.
    pub fn prove(&mut self, table: &Table, floor: i64) -> bool {
        let prices = self.prices(table);
        let paid = |uses: &[i64]| -> i128 {
            let each = uses.iter().zip(&prices);
            each.map(|(used, price)| i128::from(*used) * price).sum()
        };
        let mut bound = paid(&self.left) + i128::from(self.value) * ONE;
        let worth = |line: &u32| i128::from(table.value(*line)) * ONE - paid(table.uses(*line));
        let worths: Vec<i128> = self.lines.iter().map(worth).collect();
        let best = |open: &Open| worths[open.span()].iter().max().copied().unwrap_or(0);
        let bests: Vec<i128> = self.open.iter().map(best).collect();
        bound += bests.iter().sum::<i128>();
        self.bound = self.bound.min(bound);
        let floor = i128::from(floor) * ONE;
        if self.bound < floor {
            return false;
        }
        self.keep(table, |at, group| {
            bests[group] - worths[at] <= bound - floor
        });
        true
    }

    /// The prices in whole numbers, each on the side that its limit allows.
    fn prices(&self, table: &Table) -> Vec<i128> {
        let prices = table.whole(&self.corner.prices).into_iter().enumerate();
        prices
            .map(|(limit, price)| match self.bind(limit) {
                Bind::Most => price.max(0),
                Bind::Least => price.min(0),
                Bind::Equal => price,
            })
            .collect()
    }

    /// Keeps some lines, by their places and those of their groups. A group with one
    /// line left is made.
    fn keep(&mut self, table: &Table, kept: impl Fn(usize, usize) -> bool) {
        let lines = std::mem::take(&mut self.lines);
        let open = std::mem::take(&mut self.open);
        for (group, one) in open.into_iter().enumerate() {
            let from = self.lines.len();
            let own = one.span().filter(|at| kept(*at, group));
            self.lines.extend(own.map(|at| lines[at]));
            let Some(first) = self.lines.get(from).copied() else {
                continue;
            };
            if self.lines.len() == from + 1 {
                self.lines.pop();
                self.made.push(first);
                self.value += table.value(first);
                for (left, used) in self.left.iter_mut().zip(table.uses(first)) {
                    *left -= used;
                }
                continue;
            }
            let known = self.lines[from..].contains(&one.pick);
            self.open.push(Open {
                from: from as u32,
                to: self.lines.len() as u32,
                pick: if known { one.pick } else { first },
                ..one
            });
        }
    }

    /// Where an open group takes this line.
    pub fn taking(&self, table: &Table, place: usize, line: u32) -> Self {
        let mut part = self.clone();
        part.keep(table, |at, group| group != place || self.lines[at] == line);
        part
    }

    /// Where it does not. Nor do groups that have the very same choices: where one of
    /// them takes it, the two could change places, and that set is in the other part.
    pub fn leaving(&self, table: &Table, place: usize, line: u32) -> Self {
        let own = self.choices(table, place);
        let kind = |place: usize| table.kinds[self.open[place].group as usize];
        let out: Vec<bool> = (0..self.open.len())
            .map(|other| {
                let twin = kind(other) == kind(place) && self.choices(table, other) == own;
                other == place || twin
            })
            .collect();
        let choice = table.of(line).1;
        let mut part = self.clone();
        part.keep(table, |at, group| {
            !out[group] || table.of(self.lines[at]).1 != choice
        });
        part
    }

    /// The choices that an open group has.
    fn choices(&self, table: &Table, place: usize) -> Vec<u32> {
        let own = self.lines[self.open[place].span()].iter();
        own.map(|line| table.of(*line).1).collect()
    }
}
