//! The order of applications by their mean score. Ties are ties: nothing but
//! the exact mean ranks, and equal means share a rank. Knows no budget.
//!
//! Standard competition ranking: four applications at 80, 70, 70 and 60 have
//! the ranks 1, 2, 2 and 4.

use super::ApplicationId;
use super::score::ApplicationScore;

/// One application's place.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    pub application: ApplicationId,
    pub score: ApplicationScore,
    /// One more than the number of applications with a higher mean; `None`
    /// while no complete review gives a mean.
    pub rank: Option<u32>,
    /// Whether another application has exactly the same mean.
    pub tied: bool,
}

/// Ranks by mean, best first; those without a mean come last, without rank.
/// Equal ones are listed by id only so that a page looks the same twice: their
/// rank is the same and the order decides nothing. The order in which they come
/// in has no influence.
pub fn rank(mut scored: Vec<(ApplicationId, ApplicationScore)>) -> Vec<Ranked> {
    // `None` is below every mean, so descending order puts it last.
    scored.sort_by(|(left_id, left), (right_id, right)| {
        let by_mean = right.mean.cmp(&left.mean);
        by_mean.then_with(|| left_id.cmp(right_id))
    });
    let placed = places(
        &scored,
        |one, other| one.1.mean == other.1.mean,
        |one| one.1.mean.is_some(),
    );
    let ranked = placed.map(|((application, score), rank, tied)| Ranked {
        application: *application,
        score: score.clone(),
        rank,
        tied,
    });
    ranked.collect()
}

/// Rank and tie of each of a list that stands by mean, best first, those without one
/// last: `equal` tells whether two have the same, `has` whether there is one.
pub fn places<T>(
    sorted: &[T],
    equal: fn(&T, &T) -> bool,
    has: fn(&T) -> bool,
) -> impl Iterator<Item = (&T, Option<u32>, bool)> {
    let mut above = 0;
    sorted.chunk_by(equal).flat_map(move |group| {
        let rank = u32::try_from(above + 1).ok();
        above += group.len();
        let tied = group.len() > 1;
        group.iter().map(move |one| {
            let counts = has(one);
            (one, rank.filter(|_| counts), counts && tied)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Fraction;
    use proptest::prelude::*;

    fn id(n: usize) -> ApplicationId {
        ApplicationId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap()
    }

    /// Applications whose means are these tenths; 0 stands for no mean.
    fn scored(tenths: &[u8]) -> Vec<(ApplicationId, ApplicationScore)> {
        let score = |tenths: u8| ApplicationScore {
            mean: (tenths > 0).then(|| Fraction::new(tenths.into(), 10).unwrap()),
            ..ApplicationScore::default()
        };
        let numbered = tenths.iter().enumerate();
        numbered.map(|(n, one)| (id(n), score(*one))).collect()
    }

    fn places(ranked: &[Ranked]) -> Vec<(ApplicationId, Option<u32>, bool)> {
        let place = |one: &Ranked| (one.application, one.rank, one.tied);
        ranked.iter().map(place).collect()
    }

    #[test]
    fn equal_means_share_a_rank_and_the_next_is_skipped() {
        let expected = [
            (id(3), Some(1), false),
            (id(0), Some(2), true),
            (id(4), Some(2), true),
            (id(1), Some(4), false),
            (id(2), None, false),
            (id(5), None, false),
        ];
        assert_eq!(places(&rank(scored(&[7, 6, 0, 8, 7, 0]))), expected);
    }

    #[test]
    fn what_rounds_alike_is_no_tie() {
        let mut close = scored(&[5, 5]);
        close[1].1.mean = Fraction::new(500_001, 1_000_000);
        let expected = [(id(1), Some(1), false), (id(0), Some(2), false)];
        assert_eq!(places(&rank(close)), expected);
    }

    proptest! {
        #[test]
        fn the_order_of_arrival_has_no_influence(
            (sorted, shuffled) in prop::collection::vec(0..=10_u8, 0..30).prop_flat_map(|means| {
                let all = scored(&means);
                (Just(all.clone()), Just(all).prop_shuffle())
            })
        ) {
            prop_assert_eq!(rank(sorted), rank(shuffled));
        }

        #[test]
        fn a_rank_counts_who_is_better_and_a_tie_who_is_equal(
            means in prop::collection::vec(0..=10_u8, 0..30)
        ) {
            let all = rank(scored(&means));
            prop_assert_eq!(all.len(), means.len());
            for one in &all {
                let better = all.iter().filter(|other| other.score.mean > one.score.mean).count();
                let equal = all.iter().filter(|other| other.score.mean == one.score.mean).count();
                let has_mean = one.score.mean.is_some();
                prop_assert_eq!(one.rank, has_mean.then_some(better as u32 + 1));
                prop_assert_eq!(one.tied, has_mean && equal > 1);
            }
        }

        #[test]
        fn a_higher_mean_never_worsens_a_rank(
            means in prop::collection::vec(1..=9_u8, 1..30), at: prop::sample::Index
        ) {
            let at = at.index(means.len());
            let mut raised = means.clone();
            raised[at] += 1;
            let rank_of = |means: &[u8]| {
                let all = rank(scored(means));
                all.into_iter().find(|one| one.application == id(at)).unwrap().rank
            };
            prop_assert!(rank_of(&raised) <= rank_of(&means));
        }
    }
}
