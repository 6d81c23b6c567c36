//! The judgements of one review by criterion, in few bytes: rankings hold those of whole
//! rounds, whose reviews nearly all judge the same criteria.

use std::sync::Arc;

use super::Judgement;
use crate::domain::CriterionId;

/// One review's judgements; a criterion that is absent is unanswered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgements {
    /// In order of their ids, each once.
    criteria: Arc<[CriterionId]>,
    /// What was said of each of them.
    given: Box<[Judgement]>,
}

impl Judgements {
    /// What was said of a criterion.
    pub fn get(&self, criterion: &CriterionId) -> Option<&Judgement> {
        let at = self.criteria.binary_search(criterion).ok()?;
        self.given.get(at)
    }

    /// The criteria of which anything was said, in order of their ids.
    pub fn criteria(&self) -> &[CriterionId] {
        &self.criteria
    }

    /// Each criterion with what was said of it, in the same order.
    pub fn iter(&self) -> impl Iterator<Item = (CriterionId, Judgement)> {
        let given = self.given.iter().copied();
        self.criteria.iter().copied().zip(given)
    }

    /// The same, with the list of criteria of another review where that is alike. Where it
    /// is not, this one’s is the list from now on.
    #[must_use]
    pub fn sharing(mut self, list: &mut Arc<[CriterionId]>) -> Self {
        if self.criteria == *list {
            self.criteria = Arc::clone(list);
        } else {
            *list = Arc::clone(&self.criteria);
        }
        self
    }
}

impl FromIterator<(CriterionId, Judgement)> for Judgements {
    /// Of several on one criterion the last counts.
    fn from_iter<I: IntoIterator<Item = (CriterionId, Judgement)>>(pairs: I) -> Self {
        let mut pairs: Vec<(CriterionId, Judgement)> = pairs.into_iter().collect();
        pairs.sort_by_key(|one| one.0);
        pairs.dedup_by(|later, kept| {
            let again = later.0 == kept.0;
            if again {
                kept.1 = later.1;
            }
            again
        });
        let (criteria, given): (Vec<CriterionId>, Vec<Judgement>) = pairs.into_iter().unzip();
        Self {
            criteria: criteria.into(),
            given: given.into(),
        }
    }
}

impl<const N: usize> From<[(CriterionId, Judgement); N]> for Judgements {
    fn from(pairs: [(CriterionId, Judgement); N]) -> Self {
        pairs.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use proptest::prelude::*;

    fn id(n: u8) -> CriterionId {
        CriterionId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap()
    }

    proptest! {
        #[test]
        fn they_are_what_a_map_of_the_same_pairs_is(
            pairs in prop::collection::vec((0..12_u8, 0..=5_u8), 0..20)
        ) {
            let pair = |(n, points): &(u8, u8)| (id(*n), Judgement::Points(*points));
            let map: BTreeMap<_, _> = pairs.iter().map(pair).collect();
            let own: Judgements = pairs.iter().map(pair).collect();
            prop_assert!(own.iter().eq(map.iter().map(|(id, one)| (*id, *one))));
            prop_assert!(own.criteria().iter().eq(map.keys()));
            for n in 0..12 {
                prop_assert_eq!(own.get(&id(n)), map.get(&id(n)));
            }
        }
    }

    #[test]
    fn alike_lists_are_one_and_others_stay() {
        let of = |ids: &[u8]| -> Judgements {
            let said = ids.iter().map(|n| (id(*n), Judgement::Points(*n)));
            said.collect()
        };
        let mut list: Arc<[CriterionId]> = Arc::default();
        let first = of(&[1, 2]).sharing(&mut list);
        let alike = of(&[2, 1]).sharing(&mut list);
        assert!(Arc::ptr_eq(&first.criteria, &alike.criteria));
        let other = of(&[1, 3]).sharing(&mut list);
        assert_eq!(other, of(&[1, 3]));
        assert!(Arc::ptr_eq(&other.criteria, &list));
        assert_eq!(first, of(&[1, 2]));
    }
}
