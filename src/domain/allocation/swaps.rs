//! Who holds what while a plan grows, and the cheapest application that can go
//! from one reviewer to another. "Nobody" is one more reviewer, who holds what
//! is missing. Knows nothing of paths.

use super::weights::Weights;
use super::{BARRED, Task};

/// The cheapest way from one reviewer to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Swap {
    pub cost: i64,
    /// [`NOBODYS`] where none can go, [`GONE`] where what was cheapest has gone:
    /// the cost is a lower bound then, and is looked for when that is not enough.
    pub application: u32,
}

const NOBODYS: u32 = u32::MAX;
const GONE: u32 = u32::MAX - 1;
const NONE: Swap = Swap {
    cost: i64::MAX,
    application: NOBODYS,
};

/// The state of a growing plan.
pub(super) struct Swaps<'a> {
    pub task: &'a Task,
    pub weights: Weights,
    /// Also the number of "nobody".
    pub reviewers: usize,
    /// What each reviewer was given, and what nobody has.
    holds: Vec<Vec<u32>>,
    /// Reviewers of each application, as they were given.
    pub given: Vec<Vec<u32>>,
    pub missing: Vec<u32>,
    cheapest: Vec<Swap>,
}

impl<'a> Swaps<'a> {
    pub(super) fn new(task: &'a Task, weights: Weights) -> Self {
        let reviewers = task.seats.len();
        Self {
            task,
            weights,
            reviewers,
            holds: vec![Vec::new(); reviewers + 1],
            given: vec![Vec::new(); task.wants.len()],
            missing: vec![0; task.wants.len()],
            cheapest: vec![NONE; (reviewers + 1) * (reviewers + 1)],
        }
    }

    /// What it weighs that a place takes one review more of an application, if it can.
    pub(super) fn cost_in(&self, application: usize, place: usize) -> Option<i64> {
        if place == self.reviewers {
            let missing = self.missing[application];
            return Some(self.weights.miss(self.task, application, missing));
        }
        let misfit = self.task.grid[application * self.reviewers + place];
        let free = misfit != BARRED && !self.has(application, place);
        free.then(|| self.weights.pair(i64::from(misfit)))
    }

    /// What is saved when a place gives one up that it holds.
    fn cost_out(&self, application: usize, place: usize) -> i64 {
        if place == self.reviewers {
            let missing = self.missing[application].saturating_sub(1);
            return self.weights.miss(self.task, application, missing);
        }
        let misfit = self.task.grid[application * self.reviewers + place];
        self.weights.pair(i64::from(misfit))
    }

    fn has(&self, application: usize, reviewer: usize) -> bool {
        let given = &self.given[application];
        given.iter().any(|one| *one as usize == reviewer)
    }

    /// The cheapest way from one place to another, if it costs less than `limit`.
    pub(super) fn cheapest(&mut self, from: usize, to: usize, limit: i64) -> Option<Swap> {
        let at = from * (self.reviewers + 1) + to;
        if self.cheapest[at].cost >= limit {
            return None;
        }
        if self.cheapest[at].application == GONE {
            self.cheapest[at] = self.search(from, to, self.cheapest[at].cost);
        }
        Some(self.cheapest[at]).filter(|found| found.cost < limit)
    }

    /// None costs less than `bound`, so the first that costs as much will do.
    fn search(&self, from: usize, to: usize, bound: i64) -> Swap {
        let mut best = NONE;
        for held in &self.holds[from] {
            let application = *held as usize;
            if let Some(cost) = self.cost_in(application, to) {
                let cost = cost - self.cost_out(application, from);
                if cost < best.cost {
                    best = Swap {
                        cost,
                        application: *held,
                    };
                }
                if cost <= bound {
                    break;
                }
            }
        }
        best
    }

    /// Gives an application to a place.
    pub(super) fn put(&mut self, application: usize, place: usize) {
        let number = application as u32;
        self.forget(application);
        if place == self.reviewers {
            if self.missing[application] == 0 {
                self.holds[place].push(number);
            }
            self.missing[application] += 1;
        } else {
            self.given[application].push(place as u32);
            self.holds[place].push(number);
        }
        self.offer(application);
    }

    /// Takes an application away from a place.
    pub(super) fn take(&mut self, application: usize, place: usize) {
        let number = application as u32;
        self.forget(application);
        let gone = if place == self.reviewers {
            self.missing[application] -= 1;
            self.missing[application] == 0
        } else {
            self.given[application].retain(|one| *one as usize != place);
            true
        };
        if gone {
            self.holds[place].retain(|one| *one != number);
            self.unlist(application, place);
        }
        self.offer(application);
    }

    /// The places that hold an application now.
    fn places(&self, application: usize) -> Vec<usize> {
        let nobody = (self.missing[application] > 0).then_some(self.reviewers);
        let given = self.given[application].iter().map(|one| *one as usize);
        given.chain(nobody).collect()
    }

    /// Its ways are about to change: no cheapest way may rest on it.
    fn forget(&mut self, application: usize) {
        for place in self.places(application) {
            self.unlist(application, place);
        }
    }

    fn unlist(&mut self, application: usize, place: usize) {
        let width = self.reviewers + 1;
        for way in &mut self.cheapest[place * width..(place + 1) * width] {
            if way.application as usize == application {
                way.application = GONE;
            }
        }
    }

    /// Its ways have changed: they may be cheaper than those that are known.
    fn offer(&mut self, application: usize) {
        let width = self.reviewers + 1;
        let costs: Vec<Option<i64>> = (0..width).map(|to| self.cost_in(application, to)).collect();
        for from in self.places(application) {
            let out = self.cost_out(application, from);
            let row = &mut self.cheapest[from * width..(from + 1) * width];
            for (to, way) in row.iter_mut().enumerate() {
                let Some(cost) = costs[to].filter(|_| to != from) else {
                    continue;
                };
                // Below a lower bound there is nothing else.
                if cost - out < way.cost {
                    *way = Swap {
                        cost: cost - out,
                        application: application as u32,
                    };
                }
            }
        }
    }
}
