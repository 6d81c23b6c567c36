//! Which applications the panel should talk about. Relative to how far this
//! panel's reviewers differ anyway, never an absolute number.
//!
//! Flagged are those whose scores span three fifths of the scale or more (3 of 5
//! points), or whose standard deviation exceeds 1.5 times the pooled one within
//! applications: √(Σ (y − application's mean)² / (N − applications)).

use super::Table;
use super::measure::moments;

/// Part of the scale's width that a range must reach.
const WIDE: f64 = 0.6;
/// How much larger than the pooled one a standard deviation must be.
const ABOVE: f64 = 1.5;

/// How far reviewers of one application differ, where that is remarkable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disagreement {
    /// Highest less lowest score.
    pub range: f64,
    pub sd: f64,
    /// The pooled standard deviation within applications, to compare with.
    pub pooled: f64,
    /// Whether the range alone is remarkable.
    pub wide: bool,
}

/// The flag of each application; `width` is the scale's highest less its lowest
/// point.
pub fn disagreement(table: &Table, width: f64) -> Vec<Option<Disagreement>> {
    let Some(pooled) = pooled(table) else {
        return vec![None; table.applications()];
    };
    let flag = |at: usize| {
        let sd = moments(table.scores(at)).sd?;
        let low = table.scores(at).reduce(f64::min)?;
        let range = table.scores(at).fold(low, f64::max) - low;
        // A hair's breadth less counts: sums of decimals are not exact.
        let wide = width > 0.0 && range >= WIDE * width - 1e-9 * width;
        let flagged = wide || sd > ABOVE * pooled * (1.0 + 1e-9);
        (flagged && range > 0.0).then_some(Disagreement {
            range,
            sd,
            pooled,
            wide,
        })
    };
    (0..table.applications()).map(flag).collect()
}

/// The pooled standard deviation within applications; `None` where none has two
/// scores.
pub fn pooled(table: &Table) -> Option<f64> {
    let (mut squares, mut freedom) = (0.0, 0);
    for at in 0..table.applications() {
        let own = moments(table.scores(at));
        if let Some(sd) = own.sd {
            squares += sd * sd * (own.n - 1) as f64;
            freedom += own.n - 1;
        }
    }
    (freedom > 0).then(|| (squares / freedom as f64).sqrt())
}
