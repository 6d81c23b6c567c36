//! Scores: what one review says of an application, and what all say together.
//! Knows neither reviewers nor order; see [`ranking`](super::ranking).
//!
//! # Worked example
//!
//! The default rubric (weights 25, 15, 20, 20, 10, 10) and three submitted
//! reviews; `–` is "cannot judge":
//!
//! | review | values | nondup | political | financial | admin | legal | judged |
//! | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
//! | A | 4 | 3 | 5 | 4 | 3 | 2 | 100 |
//! | B | 3 | – | 4 | 5 | 4 | – | 75 |
//! | C | 5 | – | 5 | – | – | – | 45 |
//!
//! A: (4·25 + 3·15 + 5·20 + 4·20 + 3·10 + 2·10) / (5·100) = 375/500 = 3/4, shown
//! as 75.0; merit 195/(5·60) = 13/20; priority 180/(5·40) = 9/10.
//! B: (3·25 + 4·20 + 5·20 + 4·10) / (5·75) = 295/375 = 59/75, shown as 78.7;
//! merit 115/(5·35) = 23/35; priority 9/10.
//! C leaves 55 of 100 unjudged, more than a third: incomplete, counted as such
//! and in nothing else.
//!
//! The application: mean (3/4 + 59/75)/2 = 461/600, shown as 76.8; merit
//! (13/20 + 23/35)/2 = 183/280, shown as 65.4; priority 9/10; two reviews, one
//! incomplete; lowest 75.0, highest 78.7; standard deviation
//! (78.67 − 75)/√2 = 2.59; criterion means 3.5, 3, 4.5, 4.5, 3.5 and 2.
//!
//! Criteria may have other scales: 7 of 10 points count as 7/10, a gate has no weight
//! and counts for nothing.
//!
//! # Why the arithmetic fits
//!
//! Only complete reviews count, so the judged weight W is 67..=100 and a total
//! is a whole number over S·W, where S is the least common multiple of the scales:
//! 5 for the default rubric. All totals share the denominator S·lcm(67..=100),
//! about 9.1·10³⁵ for S = 5, and the mean of n of them n times that: within `u128`
//! for up to 372 reviews of one application, and 1860/S in general, even if every
//! review left out other criteria. The judged weight of a kind that weighs M in all
//! is max(1, M−33)..=M, whose common multiple is no larger. Real reviews leave few
//! different weights unjudged and come nowhere near. Beyond, [`Fraction::mean`]
//! tells what happens.

mod judgements;

pub use judgements::Judgements;

use super::Fraction;
use super::rubric::{Criterion, CriterionKind, Rubric, SCALE_MOST};

/// What a reviewer says about one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Judgement {
    /// Whole points; anything above the scale counts as its highest.
    Points(u8),
    /// An abstention on this criterion: missing, never zero.
    CannotJudge,
    /// Nothing chosen yet.
    #[default]
    Unanswered,
}

/// Codes of the points of the longest scale.
const POINTS: [&str; SCALE_MOST as usize + 1] =
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

impl Judgement {
    /// Every judgement that any scale knows, in the order in which forms offer them.
    pub fn all() -> impl Iterator<Item = Self> {
        let points = (0..=SCALE_MOST).map(Self::Points);
        points.chain([Self::CannotJudge, Self::Unanswered])
    }

    /// Stored and posted code: a number, `abstain`, or nothing.
    pub fn code(self) -> &'static str {
        match self {
            Self::Points(points) => POINTS[usize::from(points.min(SCALE_MOST))],
            Self::CannotJudge => "abstain",
            Self::Unanswered => "",
        }
    }

    /// The judgement of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|one| one.code() == code)
    }

    /// Points, if the criterion was judged.
    pub fn points(self) -> Option<u8> {
        match self {
            Self::Points(points) => Some(points.min(SCALE_MOST)),
            Self::CannotJudge | Self::Unanswered => None,
        }
    }

    /// Points on the scale of a criterion, if it was judged.
    pub fn points_on(self, criterion: &Criterion) -> Option<u8> {
        self.points().map(|points| points.min(criterion.most()))
    }
}

/// What one review comes to. Shares of the highest possible score, 0..=1; each
/// is `None` when no weight of its criteria was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewScore {
    /// Weighted mean over all judged criteria.
    pub total: Option<Fraction>,
    /// The same over the merit criteria.
    pub merit: Option<Fraction>,
    /// The same over the priority criteria.
    pub priority: Option<Fraction>,
    /// Weight of the judged criteria, 0..=100.
    pub judged_weight: u32,
    /// Whether at most a third of the weight is unjudged; only then does the
    /// review count towards the application.
    pub complete: bool,
}

/// What an application's submitted reviews come to. Only complete reviews
/// count; shares are 0..=1, `None` when no review has them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ApplicationScore {
    /// Mean of the totals.
    pub mean: Option<Fraction>,
    /// Mean over the reviews that judged any merit criterion.
    pub merit: Option<Fraction>,
    /// Mean over the reviews that judged any priority criterion.
    pub priority: Option<Fraction>,
    /// Number of complete reviews.
    pub reviews: usize,
    /// Number of submitted reviews that leave too much unjudged to count.
    pub incomplete: usize,
    /// Smallest total.
    pub lowest: Option<Fraction>,
    /// Largest total.
    pub highest: Option<Fraction>,
    /// Sample standard deviation (n − 1) of the totals, on 0–100; `None` below
    /// two reviews. For display only: nothing is decided by it.
    pub sd: Option<f64>,
}

impl ReviewScore {
    /// The total in hundredths of a point, 0 to 10,000; `None` where the review does
    /// not count. Rounded: for the questions that are asked of whole rounds at once,
    /// never for a rank.
    pub fn hundredths(&self) -> Option<u32> {
        let total = self.total.filter(|_| self.complete)?;
        Some(total.percent_hundredths())
    }
}

/// Scores one review: the sum of weight × points / scale over the judged weight.
pub fn score_review(rubric: &Rubric, judgements: &Judgements) -> ReviewScore {
    let of_kind = |kind| move |criterion: &&Criterion| criterion.kind == kind;
    let all = weigh(rubric.criteria.iter(), judgements);
    let merit = rubric.criteria.iter().filter(of_kind(CriterionKind::Merit));
    let priority = rubric
        .criteria
        .iter()
        .filter(of_kind(CriterionKind::Priority));
    let whole: u32 = rubric.criteria.iter().map(|one| one.weight).sum();
    ReviewScore {
        total: all.share(),
        merit: weigh(merit, judgements).share(),
        priority: weigh(priority, judgements).share(),
        judged_weight: all.weight,
        complete: all.weight > 0 && whole.saturating_sub(all.weight) <= whole / 3,
    }
}

/// The mean total of reviews, of those alone that are complete.
pub fn mean_of(scores: impl Iterator<Item = ReviewScore>) -> Option<Fraction> {
    let complete = scores.filter(|score| score.complete);
    let totals: Vec<Fraction> = complete.filter_map(|score| score.total).collect();
    Fraction::mean(&totals)
}

/// Scores an application from its submitted reviews, in any order.
pub fn score_application(rubric: &Rubric, reviews: &[Judgements]) -> ApplicationScore {
    let scored = reviews.iter().map(|one| score_review(rubric, one));
    let (complete, incomplete): (Vec<_>, Vec<_>) = scored.partition(|score| score.complete);
    let shares = |part: fn(&ReviewScore) -> Option<Fraction>| -> Vec<Fraction> {
        complete.iter().filter_map(part).collect()
    };
    let totals = shares(|score| score.total);
    ApplicationScore {
        mean: Fraction::mean(&totals),
        merit: Fraction::mean(&shares(|score| score.merit)),
        priority: Fraction::mean(&shares(|score| score.priority)),
        reviews: complete.len(),
        incomplete: incomplete.len(),
        lowest: totals.iter().min().copied(),
        highest: totals.iter().max().copied(),
        sd: sample_sd(&totals),
    }
}

/// Mean points of each criterion, on its own scale, over the complete reviews of an
/// application that judged it, in the rubric's order. Apart from its score: rankings
/// hold that of every application, and these are shown of one at a time.
pub fn criterion_means<'a>(
    rubric: &Rubric,
    reviews: impl Iterator<Item = &'a Judgements>,
) -> Vec<Option<Fraction>> {
    let complete: Vec<&Judgements> = reviews
        .filter(|one| score_review(rubric, one).complete)
        .collect();
    let criteria = rubric.criteria.iter();
    criteria
        .map(|criterion| mean_points(criterion, complete.iter().copied()))
        .collect()
}

/// A number of steps that every scale divides: one point of a scale of n is
/// `STEPS / n` of them, so that scales add up exactly.
const STEPS: u32 = 2520;

/// Steps × weight and weight, summed over judged criteria.
#[derive(Default)]
struct Weighed {
    steps: u32,
    weight: u32,
}

impl Weighed {
    fn share(&self) -> Option<Fraction> {
        let most = u128::from(STEPS) * u128::from(self.weight);
        Fraction::new(self.steps.into(), most)
    }
}

fn weigh<'a>(criteria: impl Iterator<Item = &'a Criterion>, judgements: &Judgements) -> Weighed {
    let judged = criteria.filter_map(|criterion| {
        let points = judgements.get(&criterion.id)?.points_on(criterion)?;
        let step = STEPS / u32::from(criterion.most().max(1));
        Some((u32::from(points) * step, criterion.weight))
    });
    judged.fold(Weighed::default(), |sum, (steps, weight)| Weighed {
        steps: sum.steps + steps * weight,
        weight: sum.weight + weight,
    })
}

fn mean_points<'a>(
    criterion: &Criterion,
    reviews: impl Iterator<Item = &'a Judgements>,
) -> Option<Fraction> {
    let judged =
        reviews.filter_map(|judgements| judgements.get(&criterion.id)?.points_on(criterion));
    let (sum, count) = judged.fold((0_u128, 0), |(sum, count), points| {
        (sum + u128::from(points), count + 1)
    });
    Fraction::new(sum, count)
}

fn sample_sd(totals: &[Fraction]) -> Option<f64> {
    let degrees = totals.len().checked_sub(1).filter(|n| *n > 0)? as f64;
    let percents: Vec<f64> = totals.iter().map(|one| one.approximate() * 100.0).collect();
    let mean = percents.iter().sum::<f64>() / percents.len() as f64;
    let squares: f64 = percents.iter().map(|one| (one - mean).powi(2)).sum();
    Some((squares / degrees).sqrt())
}

#[cfg(test)]
pub(super) mod tests;
