//! The best prices of a part, from the best prices of another part that is nearly the
//! same.
//!
//! Over all prices the bound is a bowl of flat faces. In a corner of it as many
//! conditions hold as there are prices: a price is 0, or a group is even between two
//! lines. Letting go of one of them leads along an edge. As long as an edge leads down, it
//! is walked until the next condition holds. This is the dual simplex method (Lemke 1954)
//! with steps over several breaks; a corner that was lowest before a choice was made is a
//! few edges from the one that is lowest after. Numbers are floating here.

use super::part::{Bind, Part};
use super::table::Table;
use super::walk::Walk;

/// Edges at most; prices serve wherever they end.
const EDGES: usize = 5_000;
/// What counts as nothing.
pub const TINY: f64 = 1e-9;

/// A condition that holds in a corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// The price of a limit is 0.
    Zero(usize),
    /// A group is even between the line that it takes and another.
    Even { group: u32, other: u32 },
    /// Was one, and holds no longer.
    Loose,
}

/// Prices, with the conditions that hold there.
#[derive(Debug, Clone)]
pub struct Corner {
    /// Of scaled uses.
    pub prices: Vec<f64>,
    pub ties: Vec<Tie>,
    /// Of each tie the edge that leads away from it and keeps all others, one after the
    /// other: the inverse of what ties weigh prices by.
    edges: Vec<f64>,
}

/// A group that is even between the line that it takes and another.
#[derive(Debug, Clone, Copy)]
pub struct Torn {
    pub group: u32,
    pub other: u32,
    /// How much of the other it would take, were lines divisible.
    pub share: f64,
}

impl Corner {
    /// Where all prices are 0.
    pub fn new(limits: usize) -> Self {
        let mut edges = vec![0.0; limits * limits];
        edges
            .iter_mut()
            .step_by(limits + 1)
            .for_each(|own| *own = 1.0);
        Self {
            prices: vec![0.0; limits],
            ties: (0..limits).map(Tie::Zero).collect(),
            edges,
        }
    }

    /// The edge away from a tie.
    pub fn edge(&self, tie: usize) -> &[f64] {
        let limits = self.prices.len();
        &self.edges[tie * limits..(tie + 1) * limits]
    }

    fn edge_mut(&mut self, tie: usize) -> &mut [f64] {
        let limits = self.prices.len();
        &mut self.edges[tie * limits..(tie + 1) * limits]
    }

    /// Puts a tie in the place of another; `normal` is what the new one weighs prices by.
    pub fn swap(&mut self, tie: usize, new: Tie, normal: &[f64]) {
        let whole = dot(self.edge(tie), normal);
        let own: Vec<f64> = self.edge(tie).iter().map(|one| one / whole).collect();
        for other in 0..self.ties.len() {
            let along = dot(self.edge(other), normal);
            for (one, own) in self.edge_mut(other).iter_mut().zip(&own) {
                *one -= along * own;
            }
        }
        self.edge_mut(tie).copy_from_slice(&own);
        self.ties[tie] = new;
    }

    /// The ties of a group.
    pub fn of(&self, group: u32) -> impl Iterator<Item = usize> {
        let ties = self.ties.iter().enumerate();
        ties.filter_map(move |(at, tie)| match tie {
            Tie::Even { group: own, .. } if *own == group => Some(at),
            _ => None,
        })
    }

    /// The other line of a tie becomes what the group takes, and what it took the other.
    pub fn exchange(&mut self, tie: usize, group: u32, before: u32) {
        let mut edge = vec![0.0; self.prices.len()];
        for own in self.of(group) {
            for (sum, one) in edge.iter_mut().zip(self.edge(own)) {
                *sum -= one;
            }
        }
        self.edge_mut(tie).copy_from_slice(&edge);
        self.ties[tie] = Tie::Even {
            group,
            other: before,
        };
    }
}

/// The sum of products.
pub fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// Leads a part to the prices where its bound is lowest, or is below `enough`. Returns that
/// bound, as floating numbers have it, and how many lines were looked at.
pub fn settle(table: &Table, part: &mut Part, enough: f64) -> (f64, u64) {
    let mut walk = Walk::new(table, part);
    for _ in 0..EDGES {
        if !walk.edge(enough) {
            break;
        }
    }
    walk.end()
}

/// Whether a price may go that way from 0, and which way is down.
pub fn away(bind: Bind, pull: f64) -> (f64, f64) {
    match bind {
        Bind::Most => (1.0, pull),
        Bind::Least => (-1.0, -pull),
        Bind::Equal => (-pull.signum(), -pull.abs()),
    }
}
