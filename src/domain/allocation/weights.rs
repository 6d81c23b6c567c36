//! What a pair, a review more, and a missing review weigh: whole numbers so far
//! apart that what comes first is never outweighed.

use super::{BARRED, First, Task};

/// The weights of one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weights {
    fit: i64,
    load: i64,
    missing: i64,
    /// Most reviews that an application is to have.
    most: i64,
}

/// There is more to spread than the weights can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl Weights {
    pub(super) fn of(task: &Task) -> Result<Self, TooLarge> {
        let wide = |n: usize| i128::try_from(n).unwrap_or(i128::MAX);
        let units: i128 = task.wants.iter().map(|want| i128::from(want.lacks)).sum();
        let worst = task.grid.iter().filter(|misfit| **misfit != BARRED).max();
        let worst = i128::from(worst.copied().unwrap_or(0));
        let held = task.seats.iter().map(|seat| seat.load).max().unwrap_or(0);
        let step = 2 * (i128::from(held) + wide(task.wants.len())) + 1;
        let (fit, load) = match task.first {
            First::Even => (1, units * worst + 1),
            First::Fit => (units * step + 1, 1),
        };
        let missing = units * (fit * worst + load * step) + 1;
        let most = task.wants.iter().map(|want| want.held + want.lacks).max();
        let most = i128::from(most.unwrap_or(0));
        // Paths add up a few of them.
        if missing.saturating_mul(most + 1) > i128::from(i64::MAX / 16) {
            return Err(TooLarge);
        }
        let narrow = |n: i128| i64::try_from(n).map_err(|_| TooLarge);
        Ok(Self {
            fit: narrow(fit)?,
            load: narrow(load)?,
            missing: narrow(missing)?,
            most: narrow(most)?,
        })
    }

    /// Of a pair.
    pub(super) fn pair(&self, misfit: i64) -> i64 {
        self.fit * misfit
    }

    /// Of one review more for somebody who has `load`: the difference of squares.
    pub(super) fn step(&self, load: u32) -> i64 {
        self.load * (2 * i64::from(load) + 1)
    }

    /// Of one missing review more for an application that misses `missing`.
    pub(super) fn miss(&self, task: &Task, application: usize, missing: u32) -> i64 {
        let want = task.wants[application];
        let level = i64::from(want.held + want.lacks) - i64::from(missing);
        self.missing * (self.most - level + 1)
    }
}
