//! Sets near the best prices: torn groups take one line or the other, all other groups
//! what they are worth most with.

use super::part::Part;
use super::table::Table;

/// Torn groups that are tried both ways.
const BOTH: usize = 10;

pub struct Rounding<'a> {
    table: &'a Table,
    part: &'a Part,
    /// Of torn groups the places among the open ones, and their other lines.
    torn: Vec<(usize, u32)>,
    /// The lines of the set as it is now, what it is worth and leaves of the limits.
    lines: Vec<u32>,
    value: i64,
    left: Vec<i64>,
    best: Option<(i64, Vec<u32>)>,
    least: i64,
}

impl<'a> Rounding<'a> {
    pub fn new(table: &'a Table, part: &'a Part) -> Self {
        let mut rounding = Self {
            table,
            part,
            torn: Vec::new(),
            lines: part.open.iter().map(|open| open.pick).collect(),
            value: part.value,
            left: part.left.clone(),
            best: None,
            least: 0,
        };
        for open in &part.open {
            rounding.value += table.value(open.pick);
            for (left, used) in rounding.left.iter_mut().zip(table.uses(open.pick)) {
                *left -= used;
            }
        }
        for torn in part.torn.iter().take(BOTH) {
            let place = part.place(torn.group);
            rounding.torn.extend(place.map(|place| (place, torn.other)));
        }
        rounding
    }

    /// The best set worth `least` or more with its lines of open groups, and how much
    /// work that was in lines.
    pub fn best(mut self, least: i64) -> (Option<(i64, Vec<u32>)>, u64) {
        self.least = least;
        self.from(0);
        (self.best, 1 << self.torn.len())
    }

    fn from(&mut self, at: usize) {
        let Some((place, line)) = self.torn.get(at).copied() else {
            if self.value >= self.least && self.part.fits(&self.left) {
                self.least = self.value + 1;
                self.best = Some((self.value, self.lines.clone()));
            }
            return;
        };
        self.from(at + 1);
        let before = self.take(place, line);
        self.from(at + 1);
        self.take(place, before);
    }

    /// Takes another line of a group; returns the one before.
    fn take(&mut self, place: usize, line: u32) -> u32 {
        let before = std::mem::replace(&mut self.lines[place], line);
        self.value += self.table.value(line) - self.table.value(before);
        let uses = self.table.uses(before).iter().zip(self.table.uses(line));
        for (left, (before, after)) in self.left.iter_mut().zip(uses) {
            *left += before - after;
        }
        before
    }
}
