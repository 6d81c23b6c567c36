//! Flagged disagreement: whether the reviews of one application differ so widely
//! that the panel should talk about it. Relative to how far this round's reviewers
//! differ anyway, where that can be told, and exact: totals are whole hundredths of a
//! point of 100, as exports print them, and nothing is decided by a float.
//!
//! The rule is that of the practice of scoring panels (a range of 3 of 5 points, or a
//! standard deviation above 1.5 times the pooled one within applications), with three
//! guards: with few reviews a standard deviation says little, with few applications
//! the pooled one does, and where everybody agrees closely 64 against 72 would count
//! as wide. Flagged is an application with two reviews that count or more where
//!
//! 1. the totals lie 60 points of 100 or more apart ([`WIDE_TOTAL`]), or
//! 2. two reviewers are three fifths of the scale or more apart on one criterion, 3 of
//!    5 points ([`WIDE_FIFTHS`]), or
//! 3. the standard deviation of its totals is more than 1.5 times the pooled one
//!    ([`Pool`]), the totals lie 20 points apart or more ([`LEAST_RANGE`]), and five
//!    *other* applications have two reviews or more ([`LEAST_OTHERS`]).
//!
//! # Worked example
//!
//! Six applications with two reviews each: five with totals d apart around their
//! mean, that is with a sum of squares of d²/2, and one with 40 and 92:
//!
//! | application | totals | squares |
//! | --- | --- | ---: |
//! | five of them | 70 and 78 | 8²/2 = 32 each |
//! | the sixth | 40 and 92 | 52²/2 = 1352 |
//!
//! Pooled variance (5·32 + 1352)/6 = 252, a typical spread of √252 = 15.9 points. The
//! sixth has a variance of 1352/1 = 1352; 1352 > 2.25 · 252 = 567, and 52 ≥ 20, so it
//! is flagged by the third rule (52 < 60: not by the first). With 64 and 72 instead of
//! 40 and 92 and no difference at all in the five others, the sixth has 32 against a
//! pooled 32/6 = 5.3, which is more than 2.25 times as much; but 8 < 20, so it is not.

use super::CriterionId;

/// A range of totals that is wide in itself, in hundredths of a point.
pub const WIDE_TOTAL: u32 = 60_00;
/// A range on one criterion that is wide in itself, in fifths of its scale.
pub const WIDE_FIFTHS: u32 = 3;
/// A range of totals below which no standard deviation is wide, in hundredths.
pub const LEAST_RANGE: u32 = 20_00;
/// How many other applications the typical spread is taken over at least.
pub const LEAST_OTHERS: usize = 5;

/// Squares are kept in millionths of a hundredth squared: what is cut off lies far
/// below what a total is rounded to.
const MILLION: u128 = 1_000_000;

/// How the totals of one application's complete reviews lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    reviews: u64,
    sum: u64,
    squares: u64,
    lowest: u32,
    highest: u32,
}

impl Spread {
    /// Put together from what a database sums up: how many totals, their sum, the
    /// sum of their squares, the lowest and the highest.
    pub fn new(reviews: u64, (sum, squares): (u64, u64), (lowest, highest): (u32, u32)) -> Self {
        Self {
            reviews,
            sum,
            squares,
            lowest,
            highest,
        }
    }

    /// Of these totals in hundredths; nothing without any.
    pub fn of(totals: &[u32]) -> Option<Self> {
        let squares = totals.iter().map(|one| u64::from(*one) * u64::from(*one));
        Some(Self {
            reviews: totals.len() as u64,
            sum: totals.iter().map(|one| u64::from(*one)).sum(),
            squares: squares.sum(),
            lowest: *totals.iter().min()?,
            highest: *totals.iter().max()?,
        })
    }

    /// The lowest and the highest total, in hundredths.
    pub fn ends(&self) -> (u32, u32) {
        (self.lowest, self.highest)
    }

    /// How far they lie apart, in hundredths.
    pub fn range(&self) -> u32 {
        self.highest - self.lowest
    }

    /// Whether it can be wide at all, whatever the others of its round are like.
    pub fn can_be_wide(&self, criteria: &[WideCriterion]) -> bool {
        self.reviews > 1 && (self.range() >= LEAST_RANGE || !criteria.is_empty())
    }

    /// Whether it is wide in itself, so that nothing depends on the others.
    pub fn is_wide(&self, criteria: &[WideCriterion]) -> bool {
        self.reviews > 1 && (self.range() >= WIDE_TOTAL || !criteria.is_empty())
    }

    /// Sample standard deviation in points; for display only.
    pub fn sd(&self) -> Option<f64> {
        (self.reviews > 1).then(|| points(self.deviations(), self.reviews - 1))
    }

    /// Squared deviations from the mean, in millionths.
    fn deviations(&self) -> u128 {
        let (n, sum) = (u128::from(self.reviews), u128::from(self.sum));
        let times_n = n * u128::from(self.squares) - sum * sum;
        times_n * MILLION / n.max(1)
    }
}

/// How far reviewers of one application differ anyway: over every application with
/// two reviews or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pool {
    applications: usize,
    deviations: u128,
    freedom: u64,
}

impl Pool {
    /// Over these applications, in any order.
    pub fn of<'a>(spreads: impl IntoIterator<Item = &'a Spread>) -> Self {
        let enough = spreads.into_iter().filter(|one| one.reviews > 1);
        enough.fold(Self::default(), |pool, one| Self {
            applications: pool.applications + 1,
            deviations: pool.deviations + one.deviations(),
            freedom: pool.freedom + one.reviews - 1,
        })
    }

    /// Whether there is enough beside one of them to compare that one with.
    fn is_enough(&self) -> bool {
        self.applications > LEAST_OTHERS
    }

    /// The typical spread in points, where there is enough to tell it; for display
    /// only.
    pub fn typical(&self) -> Option<f64> {
        self.is_enough()
            .then(|| points(self.deviations, self.freedom))
    }

    /// Whether the standard deviation of one of them is more than 1.5 times the
    /// pooled one: s² > 9/4 · p².
    fn is_exceeded(&self, own: &Spread) -> bool {
        let own_variance = 4 * own.deviations() * u128::from(self.freedom);
        let pooled = 9 * self.deviations * u128::from(own.reviews - 1);
        self.is_enough() && own_variance > pooled
    }
}

/// The root of a mean square in millionths of hundredths squared, in points.
fn points(deviations: u128, freedom: u64) -> f64 {
    (deviations as f64 / MILLION as f64 / freedom.max(1) as f64).sqrt() / 100.0
}

/// Points of one criterion that lie far apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WideCriterion {
    pub criterion: CriterionId,
    pub lowest: u8,
    pub highest: u8,
}

impl WideCriterion {
    /// A criterion and the highest point of its scale, with the lowest and the highest
    /// points that it was given, if they lie far apart.
    pub fn of((criterion, most): (CriterionId, u8), ends: (u8, u8)) -> Option<Self> {
        let (lowest, highest) = (ends.0.min(most), ends.1.min(most));
        let range = u32::from(highest.saturating_sub(lowest));
        (range > 0 && 5 * range >= WIDE_FIFTHS * u32::from(most)).then_some(Self {
            criterion,
            lowest,
            highest,
        })
    }
}

/// That the reviews of an application differ widely, and by which numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    pub spread: Spread,
    /// Whether the totals lie far apart in themselves.
    pub wide: bool,
    /// Whether they spread more than is typical.
    pub above: bool,
    /// The typical spread in points, where there is enough to tell it.
    pub typical: Option<f64>,
    pub criteria: Vec<WideCriterion>,
}

/// The flag of an application, if it has one. `pool` is over every application that
/// whoever looks may know, this one among them; `criteria` are its wide ones.
pub fn flag(own: &Spread, pool: &Pool, criteria: Vec<WideCriterion>) -> Option<Flag> {
    if own.reviews < 2 {
        return None;
    }
    let wide = own.range() >= WIDE_TOTAL;
    let above = own.range() >= LEAST_RANGE && pool.is_exceeded(own);
    (wide || above || !criteria.is_empty()).then(|| Flag {
        spread: *own,
        wide,
        above,
        typical: pool.typical(),
        criteria,
    })
}

#[cfg(test)]
mod tests;
