//! The arithmetic of scores once more, in whole numbers and without the
//! program's own: what it computes must come out here too.

use std::cmp::Ordering;

use crate::input::{CRITERIA, Points};

/// Weights of the default rubric.
const WEIGHTS: [u128; CRITERIA] = [25, 15, 20, 20, 10, 10];
/// Which criteria are of the kind "merit"; the others are "priority".
const MERIT: [bool; CRITERIA] = [true, true, false, false, true, true];

/// A number as one whole number over another.
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    over: u128,
    under: u128,
}

impl Ratio {
    pub fn compare(self, other: Self) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }

    fn mean(all: &[Self]) -> Option<Self> {
        let under: u128 = all.iter().map(|one| one.under).product();
        let sum: u128 = all.iter().map(|one| one.over * (under / one.under)).sum();
        let count = all.len() as u128;
        (count > 0).then_some(Self {
            over: sum,
            under: under * count,
        })
    }

    /// With two decimals, halves rounded up, after multiplying.
    fn decimals(self, times: u128) -> String {
        let hundredths = (2 * self.over * times * 100 + self.under) / (2 * self.under);
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

/// As per cent with two decimals, empty for nothing.
pub fn percent(ratio: Option<Ratio>) -> String {
    ratio.map(|ratio| ratio.decimals(100)).unwrap_or_default()
}

/// Points × weight over 5 × the judged weight, of some criteria.
fn share(points: &Points, counts: impl Fn(usize) -> bool) -> Option<Ratio> {
    let judged = (0..CRITERIA).filter(|n| counts(*n));
    let judged: Vec<(u128, u128)> = judged
        .filter_map(|n| Some((u128::from(points[n]?), WEIGHTS[n])))
        .collect();
    let under: u128 = judged.iter().map(|(_, weight)| 5 * weight).sum();
    let over = judged.iter().map(|(points, weight)| points * weight).sum();
    (under > 0).then_some(Ratio { over, under })
}

pub fn total(points: &Points) -> Option<Ratio> {
    share(points, |_| true)
}

/// Whether at most a third of the weight is unjudged.
pub fn counts(points: &Points) -> bool {
    let unjudged = points.iter().zip(WEIGHTS).filter(|(one, _)| one.is_none());
    let unjudged: u128 = unjudged.map(|(_, weight)| weight).sum();
    unjudged * 3 <= WEIGHTS.iter().sum()
}

/// What the reviews of one application come to.
pub struct Scored {
    pub mean: Option<Ratio>,
    pub merit: Option<Ratio>,
    pub priority: Option<Ratio>,
    pub reviews: usize,
    pub lowest: Option<Ratio>,
    pub highest: Option<Ratio>,
    /// Mean points of each criterion with two decimals, empty where nobody judged.
    pub criteria: Vec<String>,
}

pub fn score(reviews: &[Points]) -> Scored {
    let counted: Vec<&Points> = reviews.iter().filter(|one| counts(one)).collect();
    let shares = |counts: fn(usize) -> bool| -> Vec<Ratio> {
        let all = counted.iter().filter_map(|one| share(one, counts));
        all.collect()
    };
    let mut totals = shares(|_| true);
    totals.sort_by(|one, other| one.compare(*other));
    let criterion = |n: usize| {
        let points = counted.iter().filter_map(|one| one[n]);
        let points = points.map(|points| Ratio {
            over: points.into(),
            under: 1,
        });
        let mean = Ratio::mean(&points.collect::<Vec<_>>());
        mean.map(|mean| mean.decimals(1)).unwrap_or_default()
    };
    Scored {
        mean: Ratio::mean(&totals),
        merit: Ratio::mean(&shares(|n| MERIT[n])),
        priority: Ratio::mean(&shares(|n| !MERIT[n])),
        reviews: counted.len(),
        lowest: totals.first().copied(),
        highest: totals.last().copied(),
        criteria: (0..CRITERIA).map(criterion).collect(),
    }
}
