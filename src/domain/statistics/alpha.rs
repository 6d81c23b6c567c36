//! Krippendorff's alpha: how far reviewers agree beyond what the same scores,
//! dealt out at random, would. 1 is perfect, 0 is chance, below 0 is worse.
//!
//! K. Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011):
//!
//! ```text
//! alpha = 1 − Do / De
//! Do = 1/n · Σ over applications u of 1/(m_u − 1) · Σ over pairs i ≠ j in u of δ²(i, j)
//! De = 1/(n (n − 1)) · Σ over all pairs i ≠ j of δ²(i, j)
//! ```
//!
//! m_u is the number of scores of application u, n the number of all scores of
//! applications with at least two ("pairable"); others are left out, which is how
//! missing scores are allowed. The metric δ² is
//!
//! | level | δ²(c, k) |
//! | --- | --- |
//! | nominal | 0 when equal, else 1 |
//! | ordinal | (Σ of n_g for g from c to k − (n_c + n_k)/2)², which is the squared difference of mid-ranks |
//! | interval | (c − k)² |
//! | ratio | ((c − k)/(c + k))² |
//!
//! Interval and ordinal need only sums of squares: Σ over pairs of (x − y)² is
//! 2 (m Σx² − (Σx)²), taken around the mean.

use super::measure::mid_ranks;
use super::{Answer, Table, Undefined};

/// What differences between scores mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Nominal,
    Ordinal,
    Interval,
    Ratio,
}

/// Alpha on a level.
pub fn alpha(table: &Table, level: Level) -> Answer<f64> {
    let units = pairable(table);
    let all: Vec<f64> = units.iter().flatten().copied().collect();
    if all.is_empty() {
        let any = !table.ratings().is_empty();
        return Err(if any {
            Undefined::SingleReviews
        } else {
            Undefined::NoReviews
        });
    }
    if all.iter().all(|value| *value == all[0]) {
        return Err(Undefined::NoVariation);
    }
    match level {
        Level::Interval => Ok(by_squares(&units, &all)),
        Level::Ordinal => {
            let ranks = mid_ranks(&all);
            let mut rest = &ranks[..];
            let ranked: Vec<Vec<f64>> = units
                .iter()
                .map(|unit| {
                    let (own, after) = rest.split_at(unit.len());
                    rest = after;
                    own.to_vec()
                })
                .collect();
            Ok(by_squares(&ranked, &ranks))
        }
        Level::Nominal => Ok(by_counts(&units, &all, |_, _| 1.0)),
        Level::Ratio if all.iter().any(|value| *value < 0.0) => Err(Undefined::NegativeScores),
        Level::Ratio => Ok(by_counts(&units, &all, |c, k| ((c - k) / (c + k)).powi(2))),
    }
}

/// The scores of each application that has at least two.
fn pairable(table: &Table) -> Vec<Vec<f64>> {
    let units = (0..table.applications()).map(|at| table.scores(at).collect());
    units.filter(|unit: &Vec<f64>| unit.len() > 1).collect()
}

/// Alpha for a metric that is a squared difference.
fn by_squares(units: &[Vec<f64>], all: &[f64]) -> f64 {
    let n = all.len() as f64;
    let within = |unit: &Vec<f64>| pair_squares(unit) / (unit.len() - 1) as f64;
    let observed = units.iter().map(within).sum::<f64>() / n;
    let expected = pair_squares(all) / (n * (n - 1.0));
    1.0 - observed / expected
}

/// Σ over ordered pairs of squared differences.
fn pair_squares(values: &[f64]) -> f64 {
    let m = values.len() as f64;
    let mean = values.iter().sum::<f64>() / m;
    2.0 * m * values.iter().map(|x| (x - mean).powi(2)).sum::<f64>()
}

/// Alpha for any metric of different values, by counting equal ones together.
fn by_counts(units: &[Vec<f64>], all: &[f64], metric: fn(f64, f64) -> f64) -> f64 {
    let n = all.len() as f64;
    let within = |unit: &Vec<f64>| pairs(unit, metric) / (unit.len() - 1) as f64;
    let observed = units.iter().map(within).sum::<f64>() / n;
    1.0 - observed / (pairs(all, metric) / (n * (n - 1.0)))
}

/// Σ over ordered pairs of the metric.
fn pairs(values: &[f64], metric: fn(f64, f64) -> f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let groups = sorted.chunk_by(|left, right| left == right);
    let counted: Vec<(f64, f64)> = groups.map(|one| (one[0], one.len() as f64)).collect();
    let mut sum = 0.0;
    for (at, (c, n_c)) in counted.iter().enumerate() {
        let others = counted[at + 1..].iter();
        sum += others
            .map(|(k, n_k)| n_c * n_k * metric(*c, *k))
            .sum::<f64>();
    }
    2.0 * sum
}
