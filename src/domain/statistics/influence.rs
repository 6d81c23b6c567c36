//! What one reviewer, or one criterion's weight, decides: the adjusted scores once
//! more without it, at the same variances, and what that does to the order. Orders are
//! compared within each panel of the whole table only: across panels there is none.

use super::shrinkage::refit;
use super::{Answer, Best, Panel, Table, Undefined, Variance};

/// Most reviewers who are left out one by one.
pub const MOST_REVIEWERS: usize = 250;

/// What a change does to the order.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// Kendall's tau-b of the order before and after, over the pairs within panels: 1
    /// when nothing moves.
    pub tau: f64,
    /// Applications whose rank in their panel is another.
    pub moved: usize,
    /// The one that moves farthest, with its rank in its panel before and after.
    pub farthest: Option<(usize, u32, u32)>,
}

/// The order without each reviewer. An application that loses its only review is
/// left out of the comparison.
pub fn without_each(table: &Table, variance: &Variance, best: Best) -> Answer<Vec<Shift>> {
    if table.reviewers() > MOST_REVIEWERS {
        return Err(Undefined::TooLarge);
    }
    let panels = table.panels();
    let full = refit(table, &panels, variance);
    let shift = |reviewer: usize| {
        let rest = table.without(reviewer);
        let after = refit(&rest, &rest.panels(), variance);
        compare(&panels, &rest, (&full, &after), best)
    };
    Ok((0..table.reviewers()).map(shift).collect())
}

/// The order with other scores for the same reviews.
pub fn with_scores(table: &Table, other: &Table, variance: &Variance, best: Best) -> Shift {
    let panels = table.panels();
    let before = refit(table, &panels, variance);
    let after = refit(other, &other.panels(), variance);
    compare(&panels, table, (&before, &after), best)
}

/// Weights with one of them changed by a factor and all scaled to their old sum.
pub fn reweighted(weights: &[f64], at: usize, factor: f64) -> Vec<f64> {
    let changed = |(number, weight): (usize, &f64)| {
        if number == at {
            weight * factor
        } else {
            *weight
        }
    };
    let changed: Vec<f64> = weights.iter().enumerate().map(changed).collect();
    let (old, new) = (weights.iter().sum::<f64>(), changed.iter().sum::<f64>());
    changed.iter().map(|weight| weight * old / new).collect()
}

/// Compares two orders of what is reviewed in a table, panel by panel.
fn compare(
    panels: &[Panel],
    table: &Table,
    (before, after): (&[f64], &[f64]),
    best: Best,
) -> Shift {
    let (mut moved, mut farthest, mut pairs) = (0, None, Pairs::default());
    for panel in panels {
        let own = panel.applications.iter().copied();
        let ids: Vec<usize> = own
            .filter(|at| !table.of_application(*at).is_empty())
            .collect();
        let pick = |values: &[f64]| -> Vec<f64> {
            ids.iter().map(|at| best.sign() * values[*at]).collect()
        };
        let (before, after) = (pick(before), pick(after));
        pairs = pairs.and(&Pairs::of(&before, &after));
        let ranks = ranks(&before).into_iter().zip(ranks(&after));
        for (at, (from, to)) in ids.into_iter().zip(ranks).filter(|(_, (a, b))| a != b) {
            moved += 1;
            // Of equal distances that of the first application counts.
            let key = (from.abs_diff(to), usize::MAX - at);
            if farthest.is_none_or(|(best, _)| key > best) {
                farthest = Some((key, (at, from, to)));
            }
        }
    }
    Shift {
        tau: pairs.tau(),
        moved,
        farthest: farthest.map(|(_, farthest)| farthest),
    }
}

/// Competition ranks, the highest value first; what differs by a billionth of the
/// whole spread only is equal.
fn ranks(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|left, right| values[*right].total_cmp(&values[*left]));
    let spread = match (order.first(), order.last()) {
        (Some(first), Some(last)) => values[*first] - values[*last],
        _ => 0.0,
    };
    let mut ranks = vec![1; values.len()];
    for (place, pair) in order.windows(2).enumerate() {
        let equal = values[pair[0]] - values[pair[1]] <= 1e-9 * spread;
        let next = u32::try_from(place + 2).unwrap_or(u32::MAX);
        ranks[pair[1]] = if equal { ranks[pair[0]] } else { next };
    }
    ranks
}

/// Kendall's tau-b, 1938 and 1945: pairs in the same order less pairs in opposite
/// order, over the root of the pairs untied in each. 1 where nothing differs.
pub fn kendall(left: &[f64], right: &[f64]) -> f64 {
    Pairs::of(left, right).tau()
}

/// What two orders say of pairs.
#[derive(Debug, Clone, Copy, Default)]
struct Pairs {
    /// In the same order, less those in opposite order.
    concordance: f64,
    /// Not tied in the first order, and in the second.
    untied: (f64, f64),
}

impl Pairs {
    fn of(left: &[f64], right: &[f64]) -> Self {
        let mut pairs: Vec<(f64, f64)> = left.iter().copied().zip(right.iter().copied()).collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.total_cmp(&b.1)));
        let n = pairs.len() as f64;
        let choose = |m: usize| m as f64 * (m as f64 - 1.0) / 2.0;
        let runs = |same: fn(&(f64, f64), &(f64, f64)) -> bool, of: &[(f64, f64)]| -> f64 {
            of.chunk_by(same).map(|run| choose(run.len())).sum()
        };
        let tied_left = runs(|a, b| a.0 == b.0, &pairs);
        let tied_both = runs(|a, b| a == b, &pairs);
        let mut second: Vec<f64> = pairs.iter().map(|one| one.1).collect();
        let swaps = inversions(&mut second);
        let sorted: Vec<(f64, f64)> = second.iter().map(|one| (*one, 0.0)).collect();
        let tied_right = runs(|a, b| a.0 == b.0, &sorted);
        let all = n * (n - 1.0) / 2.0;
        Self {
            concordance: all - tied_left - tied_right + tied_both - 2.0 * swaps,
            untied: (all - tied_left, all - tied_right),
        }
    }

    /// These pairs and those of other things.
    fn and(self, other: &Self) -> Self {
        Self {
            concordance: self.concordance + other.concordance,
            untied: (
                self.untied.0 + other.untied.0,
                self.untied.1 + other.untied.1,
            ),
        }
    }

    fn tau(&self) -> f64 {
        let scale = (self.untied.0 * self.untied.1).sqrt();
        if scale > 0.0 {
            self.concordance / scale
        } else {
            1.0
        }
    }
}

/// Sorts, and counts how many pairs were the wrong way round.
fn inversions(values: &mut [f64]) -> f64 {
    let middle = values.len() / 2;
    if middle == 0 {
        return 0.0;
    }
    let mut count = inversions(&mut values[..middle]) + inversions(&mut values[middle..]);
    let (left, right) = values.split_at(middle);
    let (mut merged, mut l, mut r) = (Vec::with_capacity(values.len()), 0, 0);
    while l < left.len() || r < right.len() {
        if r == right.len() || l < left.len() && left[l] <= right[r] {
            merged.push(left[l]);
            l += 1;
        } else {
            count += (left.len() - l) as f64;
            merged.push(right[r]);
            r += 1;
        }
    }
    values.copy_from_slice(&merged);
    count
}
