//! Which rows of a file are about the same review: a few numbers for each, so that
//! the rows themselves need not be held.

use std::collections::HashMap;

use super::columns::Pair;
use crate::exchange::table::{Row, Table, Wrong};

/// An application and a reviewer, by the numbers of their names.
pub type Key = (u32, u32);

/// Rows of one review.
#[derive(Debug, Clone, Copy)]
struct Rows {
    first: usize,
    /// How many are still to come.
    left: u32,
}

/// The reviews of a file by what stands for application and reviewer.
#[derive(Default)]
pub struct Index {
    names: HashMap<String, u32>,
    reviews: HashMap<Key, Rows>,
}

impl Index {
    /// Reads the rest of a table.
    pub fn of(table: &mut Table, pair: Pair) -> Result<Self, Wrong> {
        let mut index = Self::default();
        while let Some(row) = table.next_row()? {
            let (application, reviewer) = names(&row, pair);
            let key = (index.number(application), index.number(reviewer));
            let rows = Rows {
                first: row.number,
                left: 0,
            };
            index.reviews.entry(key).or_insert(rows).left += 1;
        }
        Ok(index)
    }

    fn number(&mut self, name: String) -> u32 {
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        *self.names.entry(name).or_insert(next)
    }

    /// Whether the table has no row.
    pub fn is_empty(&self) -> bool {
        self.reviews.is_empty()
    }

    /// The review of a row, and the first of its rows.
    pub fn find(&self, row: &Row, pair: Pair) -> (Key, usize) {
        let (application, reviewer) = names(row, pair);
        let number = |name: &str| self.names.get(name).copied().unwrap_or(u32::MAX);
        let key = (number(&application), number(&reviewer));
        let first = self.reviews.get(&key).map(|rows| rows.first);
        (key, first.unwrap_or(row.number))
    }

    /// Notes that a row of a review was read; whether it was the last.
    pub fn is_last(&mut self, key: Key) -> bool {
        let Some(rows) = self.reviews.get_mut(&key) else {
            return true;
        };
        rows.left = rows.left.saturating_sub(1);
        rows.left == 0
    }
}

/// Both names, folded as they are compared.
fn names(row: &Row, (application, reviewer): Pair) -> (String, String) {
    // Neither holds the other's sign, so one list of names serves both.
    let application = row.line(application).to_uppercase();
    (application, row.line(reviewer).to_lowercase())
}
