//! Spreading applications over reviewers, as a flow of least cost: every
//! application gets the reviews that it lacks, nobody gets more than they take,
//! and among all such plans none is better. Applications and reviewers are
//! numbers here; who they are, and what bars or suits them, is said in the grid.
//!
//! A plan is better when, in this order,
//! 1. fewer reviews are missing, and those that are missing are spread: an
//!    application without any review weighs more than one that lacks its third;
//! 2. the loads are more even (the sum of their squares is smaller, which no
//!    plan with a smaller largest load can beat), or the pairs fit better;
//! 3. the other of the two.
//!
//! The orders are exact, by weights that outweigh whatever comes after them.
//! The method is that of successive shortest paths with prices (Ahuja, Magnanti
//! and Orlin, Network Flows, 1993, chapter 9), on the graph of reviewers alone:
//! an arc from one to another is the cheapest application that can change hands.
//! A plan comes with its prices; [`prove`] checks by them, and by nothing that
//! the search knew, that no plan is better.

mod fit;
mod proof;
mod search;
mod shortage;
mod swaps;
mod weights;

pub use fit::{Fit, Preferences, Reads, Traits};
pub use proof::{Flaw, prove};
pub use search::spread;
pub use shortage::{Shortage, shortages};
pub use weights::TooLarge;

/// Marks a pair that must not be.
pub const BARRED: u16 = u16::MAX;

/// A reviewer's place in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// Reviews of the round that they have already.
    pub load: u32,
    /// Most reviews of the round that they take, with those.
    pub cap: u32,
}

/// An application's wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Want {
    /// Reviews that it has already.
    pub held: u32,
    /// Reviews that it lacks.
    pub lacks: u32,
}

/// What comes first once every review is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum First {
    /// Even loads, then pairs that fit.
    #[default]
    Even,
    /// Pairs that fit, then even loads.
    Fit,
}

/// What is to be spread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub wants: Vec<Want>,
    pub seats: Vec<Seat>,
    /// How badly application `a` and reviewer `r` fit, at `a * seats + r`: zero
    /// is best, [`BARRED`] can't be. Whoever has an application is barred from it.
    pub grid: Vec<u16>,
    pub first: First,
}

impl Task {
    /// How badly the two fit; nothing when they are barred.
    pub fn misfit(&self, application: usize, reviewer: usize) -> Option<i64> {
        let at = application * self.seats.len() + reviewer;
        let misfit = self.grid.get(at).copied().unwrap_or(BARRED);
        (misfit != BARRED).then(|| i64::from(misfit))
    }
}

/// Prices that prove a plan: what one review more costs at each place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prices {
    pub applications: Vec<i64>,
    pub reviewers: Vec<i64>,
    /// Of leaving a review without a reviewer.
    pub nobody: i64,
}

/// Who gets what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The reviewers that each application gets, in their order.
    pub given: Vec<Vec<usize>>,
    /// Reviews that each application still lacks then.
    pub missing: Vec<u32>,
    /// Reviews that each reviewer has then, with those of before.
    pub loads: Vec<u32>,
    pub prices: Prices,
}

#[cfg(test)]
mod tests;
