//! Parts of all sets, split until nothing better is left in any: a group is torn between
//! two lines, and the sets that take one of them are told from those that do not. Which
//! group is tried on all that are torn, since the wrong one costs twice the work below.

use super::corner::{Torn, settle};
use super::part::Part;
use super::rounding::Rounding;
use super::table::{ONE, Table};

/// How far a bound falls below what is asked before it is tried in whole numbers.
const CLEAR: f64 = 0.01;
/// Shares so near to nothing or all are not torn.
const WHOLE: f64 = 1e-7;

/// What is known so far, and what it took.
pub struct Hunt<'a> {
    pub table: &'a Table,
    /// The best set: of each group the choice.
    pub best: Option<(i64, Vec<usize>)>,
    /// Totals differ by at least this much.
    pub unit: i64,
    /// Sets worth less are not looked for.
    pub target: i64,
    /// How many lines were looked at, and how many may be; some of them are kept until
    /// a set worth looking for is found.
    pub spent: u64,
    pub effort: u64,
    pub kept: u64,
    /// No set in the parts that were given up is worth more; in parts of [`ONE`].
    pub rest: i128,
}

impl Hunt<'_> {
    /// What is better than the best set; 0 where there is none.
    pub fn better(&self) -> i64 {
        self.best.as_ref().map_or(0, |(value, _)| value + self.unit)
    }

    /// What a set has to be worth to be looked for.
    pub fn floor(&self) -> i64 {
        self.better().max(self.target)
    }

    /// A bound that is clearly below it.
    fn enough(&self) -> f64 {
        self.floor() as f64 - CLEAR
    }

    /// Whether the effort is spent.
    pub fn is_spent(&self) -> bool {
        let kept = match self.better() > self.target {
            true => 0,
            false => self.kept,
        };
        self.spent + kept >= self.effort
    }

    /// Whether a part may have a set worth looking for, by the bound it has.
    fn is_worth(&self, part: &Part) -> bool {
        part.bound >= i128::from(self.floor()) * ONE
    }

    /// A part with the best prices and the bound that they prove; nothing where no set
    /// is left that is worth looking for.
    pub fn settled(&mut self, mut part: Part) -> Option<Part> {
        self.spent += settle(self.table, &mut part, self.enough()).1;
        part.prove(self.table, self.floor()).then_some(part)
    }

    /// Splits a part until nothing is left of it or the effort is spent.
    pub fn explore(&mut self, part: Part) {
        let mut waiting = vec![part];
        while let Some(part) = waiting.pop() {
            if self.is_worth(&part) {
                if self.is_spent() {
                    self.rest = self.rest.max(part.bound);
                    continue;
                }
                self.round(&part);
                let mut parts = self.split(&part);
                parts.sort_by_key(|part| part.bound);
                waiting.extend(parts);
            }
        }
    }

    /// Notes the best set that a part's torn groups round to.
    pub fn round(&mut self, part: &Part) {
        let least = self.best.as_ref().map_or(0, |(value, _)| value + 1);
        let (found, tried) = Rounding::new(self.table, part).best(least);
        self.spent += tried;
        if let Some((value, lines)) = found {
            let mut picks = vec![0; self.table.groups];
            for line in lines.into_iter().chain(part.made.iter().copied()) {
                let (group, choice) = self.table.of(line);
                picks[group as usize] = choice as usize;
            }
            self.best = Some((value, picks));
        }
    }

    /// The parts of a part that may have a set worth looking for.
    fn split(&mut self, part: &Part) -> Vec<Part> {
        let mut best: Option<(f64, Vec<Part>)> = None;
        for (place, line) in between(part) {
            let pair = [
                part.taking(self.table, place, line),
                part.leaving(self.table, place, line),
            ];
            let mut product = 1.0;
            let mut parts = Vec::with_capacity(2);
            for child in pair {
                let (child, fall) = self.tried(part, child);
                product *= fall;
                parts.extend(child);
            }
            let few = parts.len() < 2;
            if few || best.as_ref().is_none_or(|(most, _)| product > *most) {
                best = Some((product, parts));
            }
            if few {
                break;
            }
        }
        let (_, mut parts) = best.unwrap_or_default();
        let floor = self.floor();
        parts.retain_mut(|part| part.prove(self.table, floor));
        parts
    }

    /// A child with the best prices, and how far the bound falls to it; without the child
    /// where it is proven to have nothing.
    fn tried(&mut self, part: &Part, mut child: Part) -> (Option<Part>, f64) {
        let (bound, looked) = settle(self.table, &mut child, self.enough());
        self.spent += looked;
        let fall = (part.bound as f64 / ONE as f64 - bound).max(0.01);
        let gone = bound < self.floor() as f64 && !child.prove(self.table, self.floor());
        ((!gone).then_some(child), fall)
    }
}

/// Where a part can be split, by places of groups and lines: at the torn groups, the most
/// torn first; without any at the first group.
fn between(part: &Part) -> Vec<(usize, u32)> {
    let mut torn: Vec<&Torn> = part.torn.iter().collect();
    torn.retain(|one| one.share > WHOLE && one.share < 1.0 - WHOLE);
    torn.sort_by(|one, other| {
        let from_half = |torn: &Torn| (torn.share - 0.5).abs();
        from_half(one).total_cmp(&from_half(other))
    });
    let places = torn.into_iter().filter_map(|torn| {
        let place = part.place(torn.group)?;
        let lines = &part.lines[part.open[place].span()];
        lines.contains(&torn.other).then_some((place, torn.other))
    });
    let mut places: Vec<(usize, u32)> = places.collect();
    if places.is_empty() {
        places.extend(part.open.first().map(|open| (0, open.pick)));
    }
    places
}
