//! A review under a rubric that became another one since it was written.

use std::collections::{BTreeMap, BTreeSet};

use super::{Mark, ReviewDraft};
use crate::domain::CriterionId;
use crate::domain::rubric::Rubric;
use crate::domain::score::Judgement;

impl ReviewDraft {
    /// The review as it goes on under a rubric that has other criteria by now: of a
    /// criterion whose scale is new the words stay, the points don't. `codes` are
    /// those of the criteria that were marked.
    pub fn carried(mut self, rubric: &Rubric, codes: &BTreeMap<CriterionId, String>) -> Self {
        let (kept, former): (Vec<Mark>, Vec<Mark>) = self
            .marks
            .into_iter()
            .partition(|mark| rubric.criteria.iter().any(|one| one.id == mark.criterion));
        self.marks = kept;
        for criterion in &rubric.criteria {
            let said = former
                .iter()
                .find(|mark| codes.get(&mark.criterion) == Some(&criterion.code));
            if let Some(said) = said.filter(|_| self.mark(criterion.id).is_none()) {
                self.marks.push(Mark {
                    criterion: criterion.id,
                    judgement: Judgement::Unanswered,
                    justification: said.justification.clone(),
                });
            }
        }
        self
    }

    /// The criteria that are judged or abstained on.
    pub fn answered(&self) -> BTreeSet<CriterionId> {
        let marks = self.marks.iter();
        let answered = marks.filter(|mark| mark.judgement != Judgement::Unanswered);
        answered.map(|mark| mark.criterion).collect()
    }
}
