//! Where the budget ends in a ranking: the rank down to which everybody could get what
//! they ask for. It decides nothing; it shows which decisions deviate from the order.

use super::decision::Outcome;

/// The end of the budget in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FundingLine {
    /// Ranks up to this one fit the budget together; 0 where not even the first does.
    pub within: u32,
    /// A rank shared by several that fit in part: the line goes through the tie.
    pub cut: Option<u32>,
    /// What those within ask for, in minor units.
    pub spent_minor: i64,
}

impl FundingLine {
    /// The line of applications by rank, best first, with what each asks for or is
    /// awarded in minor units. It ends at the first rank that does not fit as a whole.
    pub fn of(budget_minor: i64, ranked: &[(u32, i64)]) -> Self {
        let mut line = Self::default();
        for equal in ranked.chunk_by(|one, other| one.0 == other.0) {
            let sum = equal
                .iter()
                .fold(0, |sum: i64, one| sum.saturating_add(one.1));
            let left = budget_minor.saturating_sub(line.spent_minor);
            if sum > left {
                let some_fit = equal.len() > 1 && equal.iter().any(|one| one.1 <= left);
                line.cut = some_fit.then_some(equal[0].0);
                break;
            }
            line.within = equal[0].0;
            line.spent_minor += sum;
        }
        line
    }

    /// Whether an outcome deviates from the ranking: an award below the line, or
    /// another outcome above it. In a tie that the line cuts, and without a rank,
    /// nothing does; nor does a referral back, which decides nothing.
    pub fn deviates(&self, rank: Option<u32>, outcome: Outcome) -> bool {
        let Some(rank) = rank.filter(|rank| Some(*rank) != self.cut) else {
            return false;
        };
        match outcome {
            Outcome::Award => rank > self.within,
            Outcome::Reserve | Outcome::Decline => rank <= self.within,
            Outcome::ReferBack => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_ends_at_the_first_rank_that_does_not_fit() {
        let line = FundingLine::of(100, &[(1, 60), (2, 30), (3, 20), (4, 5)]);
        assert_eq!((line.within, line.cut, line.spent_minor), (2, None, 90));
        assert_eq!(FundingLine::of(100, &[(1, 101)]).within, 0);
        assert_eq!(FundingLine::of(100, &[]), FundingLine::default());
        assert_eq!(FundingLine::of(1_000, &[(1, 60), (2, 30)]).within, 2);
    }

    #[test]
    fn a_tie_is_taken_as_a_whole_or_cut() {
        let line = FundingLine::of(100, &[(1, 60), (2, 30), (2, 30), (4, 5)]);
        assert_eq!((line.within, line.cut), (1, Some(2)));
        let line = FundingLine::of(100, &[(1, 60), (2, 50), (2, 41), (4, 5)]);
        assert_eq!((line.within, line.cut), (1, None));
        let line = FundingLine::of(120, &[(1, 60), (2, 30), (2, 30), (4, 5)]);
        assert_eq!((line.within, line.cut), (2, None));
    }

    #[test]
    fn what_deviates() {
        let line = FundingLine::of(100, &[(1, 60), (2, 30), (2, 30), (4, 5)]);
        use Outcome::{Award, Decline, ReferBack, Reserve};
        assert!(line.deviates(Some(4), Award) && line.deviates(Some(1), Decline));
        assert!(line.deviates(Some(1), Reserve));
        assert!(!line.deviates(Some(1), Award) && !line.deviates(Some(4), Decline));
        assert!(!line.deviates(Some(2), Award) && !line.deviates(Some(2), Decline));
        assert!(!line.deviates(None, Award) && !line.deviates(Some(1), ReferBack));
    }
}
