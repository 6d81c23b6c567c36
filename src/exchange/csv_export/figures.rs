//! What the reviews of an application come to, as tables print it: whole hundredths in
//! two bytes each, because those of a whole round are held until it is ranked.

use super::two_decimals;
use crate::domain::Fraction;
use crate::domain::score::ApplicationScore;

/// Totals first, then the mean of each criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures<'a> {
    /// Of a percent for the five totals, of a point for the means; as
    /// [`hundredths`] gives them.
    pub hundredths: &'a [u16],
    /// Complete reviews.
    pub reviews: u32,
}

/// Mean, merit, priority, lowest, highest.
const TOTALS: usize = 5;
/// Stands where there is no number; no score is that large.
const NONE: u16 = u16::MAX;

/// The numbers of a score and the means of its criteria, as many as its rubric has
/// criteria and five.
pub fn hundredths(
    score: &ApplicationScore,
    means: &[Option<Fraction>],
) -> impl Iterator<Item = u16> {
    let totals = [
        score.mean,
        score.merit,
        score.priority,
        score.lowest,
        score.highest,
    ];
    let totals = totals.map(|share| small(share.map(Fraction::percent_hundredths)));
    let means = means.iter();
    let means = means.map(|mean| small(mean.map(Fraction::hundredths)));
    totals.into_iter().chain(means)
}

impl Figures<'_> {
    /// The cells `mean_CODE`, in the rubric's order.
    pub(super) fn means(&self) -> impl Iterator<Item = String> {
        self.hundredths.iter().skip(TOTALS).copied().map(printed)
    }

    /// The cells from `total` to `spread_high`.
    pub(super) fn totals(&self) -> [String; 6] {
        let total = |at: usize| printed(self.hundredths.get(at).copied().unwrap_or(NONE));
        let reviews = self.reviews.to_string();
        [total(0), total(1), total(2), reviews, total(3), total(4)]
    }
}

fn small(hundredths: Option<u32>) -> u16 {
    hundredths.map_or(NONE, |number| u16::try_from(number).unwrap_or(NONE))
}

fn printed(hundredths: u16) -> String {
    match hundredths {
        NONE => String::new(),
        some => two_decimals(some.into()),
    }
}
