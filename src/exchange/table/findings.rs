//! What is wrong with a table that may be long: the first problems by row, and how
//! many more there are.

use std::collections::BTreeMap;

use super::Wrong;

/// Problems that are listed; who has more has another kind of problem.
pub const MOST_LISTED: usize = 100;

/// The problems of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// By row, then in the order in which they were found.
    first: BTreeMap<(usize, usize), Wrong>,
    count: usize,
}

impl Findings {
    /// Notes a problem.
    pub fn add(&mut self, wrong: Wrong) {
        self.first.insert((wrong.row, self.count), wrong);
        self.count += 1;
        if self.first.len() > MOST_LISTED {
            self.first.pop_last();
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The first problems by row, at most [`MOST_LISTED`].
    pub fn listed(&self) -> impl Iterator<Item = &Wrong> {
        self.first.values()
    }

    /// How many there are in all.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many are not listed.
    pub fn more(&self) -> usize {
        self.count - self.first.len()
    }
}

impl From<Wrong> for Findings {
    fn from(wrong: Wrong) -> Self {
        let mut findings = Self::default();
        findings.add(wrong);
        findings
    }
}
