//! Judgements of many reviews, gathered as their rows come: two bytes each until their
//! review takes them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::score::{Judgement, Judgements};
use crate::domain::{CriterionId, ReviewId};

/// What was read so far, in whatever order it came.
#[derive(Default)]
pub(in crate::store) struct Gathered {
    /// Every criterion that was met: those of a rubric or few of them.
    criteria: Vec<CriterionId>,
    /// Of each review, in the places of those criteria.
    given: BTreeMap<ReviewId, Vec<Option<Judgement>>>,
    /// The list of criteria that reviews share.
    shared: Arc<[CriterionId]>,
}

/// A row of a judgement.
pub(in crate::store) type Scored = (ReviewId, CriterionId, Judgement);

impl FromIterator<Scored> for Gathered {
    fn from_iter<I: IntoIterator<Item = Scored>>(rows: I) -> Self {
        let mut all = Self::default();
        rows.into_iter().for_each(|row| all.add(row));
        all
    }
}

impl Gathered {
    fn add(&mut self, (review, criterion, judgement): Scored) {
        let met = self.criteria.iter().position(|one| *one == criterion);
        let at = met.unwrap_or(self.criteria.len());
        if met.is_none() {
            self.criteria.push(criterion);
        }
        let own = self.given.entry(review).or_default();
        if own.len() <= at {
            own.resize(at + 1, None);
        }
        own[at] = Some(judgement);
    }

    /// The judgements of a review, which nobody asks for again.
    pub(in crate::store) fn take(&mut self, review: ReviewId) -> Judgements {
        let given = self.given.remove(&review).unwrap_or_default();
        let given = self.criteria.iter().copied().zip(given);
        let judged = given.filter_map(|(criterion, one)| Some((criterion, one?)));
        judged.collect::<Judgements>().sharing(&mut self.shared)
    }
}
