//! What the numbers of a table mean: which end is the better one, and whether
//! steps between points are equal.

/// Which end of the scale is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Best {
    /// As with points.
    #[default]
    High,
    /// As with school marks in many countries, and with the NIH.
    Low,
}

impl Best {
    /// What makes the better score the higher number: 1 or −1.
    pub fn sign(self) -> f64 {
        match self {
            Self::High => 1.0,
            Self::Low => -1.0,
        }
    }
}

/// What may be calculated with scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// A step means the same everywhere: the model works on the scores.
    #[default]
    Interval,
    /// Only the order of the points has a meaning: the model works on [`ridits`].
    Ordinal,
}

/// The ridit of each score (Bross 1958): the share of all scores that are lower,
/// and half of the equal ones. In 0..=1, whatever the points were called.
pub fn ridits(scores: &[f64]) -> Vec<f64> {
    let n = scores.len() as f64;
    mid_ranks(scores).into_iter().map(|rank| rank / n).collect()
}

/// For each value, how many are lower and half of how many are equal.
pub fn mid_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|left, right| values[*left].total_cmp(&values[*right]));
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for equal in order.chunk_by(|left, right| values[*left] == values[*right]) {
        let rank = below as f64 + equal.len() as f64 / 2.0;
        equal.iter().for_each(|at| ranks[*at] = rank);
        below += equal.len();
    }
    ranks
}

/// Number, mean and sample standard deviation (n − 1).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moments {
    pub n: usize,
    /// `None` without values.
    pub mean: Option<f64>,
    /// `None` below two values.
    pub sd: Option<f64>,
}

/// Sums up values.
pub fn moments(values: impl Iterator<Item = f64> + Clone) -> Moments {
    let n = values.clone().count();
    if n == 0 {
        return Moments::default();
    }
    let mean = values.clone().sum::<f64>() / n as f64;
    let squares: f64 = values.map(|value| (value - mean).powi(2)).sum();
    Moments {
        n,
        mean: Some(mean),
        sd: (n > 1).then(|| (squares / (n - 1) as f64).sqrt()),
    }
}
