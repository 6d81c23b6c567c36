//! What the reviews of an application come to, as tables print it: whole hundredths,
//! small, because those of a whole round are held until it is ranked.

use super::two_decimals;
use crate::domain::Fraction;
use crate::domain::score::ApplicationScore;

/// Totals first, then the mean of each criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Hundredths: of a percent for the five totals, of a point for the means.
    hundredths: Box<[u16]>,
    /// Complete reviews.
    reviews: u32,
}

/// Mean, merit, priority, lowest, highest.
const TOTALS: usize = 5;
/// Stands where there is no number; no score is that large.
const NONE: u16 = u16::MAX;

impl Figures {
    /// The figures of a score.
    pub fn of(score: &ApplicationScore) -> Self {
        let totals = [
            score.mean,
            score.merit,
            score.priority,
            score.lowest,
            score.highest,
        ];
        let totals = totals.map(|share| small(share.map(Fraction::percent_hundredths)));
        let means = score.criterion_means.iter();
        let means = means.map(|(_, mean)| small(mean.map(Fraction::hundredths)));
        Self {
            hundredths: totals.into_iter().chain(means).collect(),
            reviews: u32::try_from(score.reviews).unwrap_or(u32::MAX),
        }
    }

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
