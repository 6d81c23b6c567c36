//! The model as lines, one for each choice of each group. The number of awards is one
//! more limit, the last: parts of the search bind it.

use super::model::{Choice, Model};
use std::collections::HashMap;

/// Prices are kept in this part of one of value: 2 to the power of 60.
pub const ONE: i128 = 1 << 60;

/// Prices of scaled uses are no higher, so that what is paid fits whole numbers.
const DEAREST: f64 = 1e9;

/// All lines.
pub struct Table {
    /// How many limits there are, the number of awards among them.
    pub limits: usize,
    /// How many groups there are.
    pub groups: usize,
    /// By group: groups with the same choices have the same kind.
    pub kinds: Vec<u32>,
    values: Vec<i64>,
    /// Of each line the group and the choice.
    of: Vec<(u32, u32)>,
    /// What lines use, one after the other, and the same in parts of `scale`.
    uses: Vec<i64>,
    scaled: Vec<f64>,
    /// The largest use of each limit, so that prices are about as large as values.
    scale: Vec<f64>,
}

impl Table {
    pub fn new(model: &Model) -> Self {
        let mut table = Self {
            limits: model.limits.len() + 1,
            groups: model.groups.len(),
            kinds: Vec::with_capacity(model.groups.len()),
            values: Vec::new(),
            of: Vec::new(),
            uses: Vec::new(),
            scaled: Vec::new(),
            scale: vec![1.0; model.limits.len() + 1],
        };
        let mut kinds: HashMap<&[Choice], u32> = HashMap::new();
        for (group, choices) in model.groups.iter().enumerate() {
            let new = kinds.len() as u32;
            table.kinds.push(*kinds.entry(choices).or_insert(new));
            for (at, choice) in choices.iter().enumerate() {
                table.values.push(choice.value);
                table.of.push((group as u32, at as u32));
                table.uses.extend(&choice.uses);
                table.uses.push(choice.awards);
            }
        }
        for uses in table.uses.chunks(table.limits) {
            for (most, used) in table.scale.iter_mut().zip(uses) {
                *most = most.max(used.abs() as f64);
            }
        }
        for uses in table.uses.chunks(table.limits) {
            let parts = uses.iter().zip(&table.scale);
            table
                .scaled
                .extend(parts.map(|(used, scale)| *used as f64 / scale));
        }
        table
    }

    pub fn lines(&self) -> usize {
        self.values.len()
    }

    /// The group and the choice of a line.
    pub fn of(&self, line: u32) -> (u32, u32) {
        self.of[line as usize]
    }

    pub fn value(&self, line: u32) -> i64 {
        self.values[line as usize]
    }

    /// What a line takes of each limit.
    pub fn uses(&self, line: u32) -> &[i64] {
        let from = line as usize * self.limits;
        &self.uses[from..from + self.limits]
    }

    /// The same, scaled.
    pub fn scaled(&self, line: u32) -> &[f64] {
        let from = line as usize * self.limits;
        &self.scaled[from..from + self.limits]
    }

    /// Amounts of each limit, scaled.
    pub fn scale(&self, amounts: &[i64]) -> Vec<f64> {
        let parts = amounts.iter().zip(&self.scale);
        parts
            .map(|(amount, scale)| *amount as f64 / scale)
            .collect()
    }

    /// Prices of scaled uses as prices of uses, in parts of [`ONE`].
    pub fn whole(&self, prices: &[f64]) -> Vec<i128> {
        let parts = prices.iter().zip(&self.scale);
        parts
            .map(|(price, scale)| price.clamp(-DEAREST, DEAREST) / scale * ONE as f64)
            .map(|price| price as i128)
            .collect()
    }
}
