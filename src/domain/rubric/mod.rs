//! The rubric: weighted criteria that reviewers score against anchors, in versions
//! that never change. What a round's reviews were given on, they stay true to.

mod differences;
mod edit;
#[cfg(test)]
pub mod generated;
#[cfg(test)]
mod tests;
pub mod typed;

use std::collections::BTreeSet;

use super::form::is_code;
use super::{CriterionId, Message, Problems, RubricId, Translated};

pub use differences::{Aspect, Change, Class, Difference, differences};

/// The most points that a scale can have; the lowest is 0, the fewest are 1.
pub const SCALE_MOST: u8 = 10;
/// The most points of a scale when nobody chooses.
pub const SCALE_USUAL: u8 = 5;
/// What the weights of a rubric sum to, in percent.
pub const WEIGHTS_SUM: u32 = 100;
/// Most criteria of a rubric: more than anybody judges with care.
pub const CRITERIA_MOST: usize = 30;

/// What a criterion speaks for; the two are also shown apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CriterionKind {
    /// How good the organisation and its request are.
    Merit,
    /// How much pressure the organisation is under.
    Priority,
    /// A condition of an award, and no part of the score.
    Gate,
}

impl CriterionKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Merit, Self::Priority, Self::Gate];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Merit => "merit",
            Self::Priority => "priority",
            Self::Gate => "gate",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One version of a programme's criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    pub id: RubricId,
    /// 1 for a programme's first, then without gaps.
    pub version: i32,
    /// In the order in which reviewers judge them.
    pub criteria: Vec<Criterion>,
}

/// One criterion of a rubric version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// What judgements are kept under: a later version of the criterion has the
    /// same one as long as its points mean the same.
    pub id: CriterionId,
    pub code: String,
    pub kind: CriterionKind,
    /// Whether an award needs this verified, or a recorded waiver.
    pub gate: bool,
    /// Percent; a rubric's weights sum to [`WEIGHTS_SUM`], a mere gate has none.
    pub weight: u32,
    /// Whether points need a reason before a review can be sent.
    pub justified: bool,
    pub name: Translated,
    pub guidance: Translated,
    /// What each point means, from 0 up; as many as the scale has points.
    pub anchors: Vec<Translated>,
    /// Codes of the questions whose answers speak to it; those that a form does
    /// not ask, or hides from reviewers, show nothing.
    pub evidence: Vec<String>,
}

/// Criteria as written by staff, before they become a version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RubricDraft {
    pub criteria: Vec<CriterionDraft>,
}

/// A criterion without id; fields as in [`Criterion`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionDraft {
    pub code: String,
    pub kind: CriterionKind,
    pub gate: bool,
    pub weight: u32,
    pub justified: bool,
    pub name: Translated,
    pub guidance: Translated,
    pub anchors: Vec<Translated>,
    pub evidence: Vec<String>,
}

impl Criterion {
    /// The highest point of its scale.
    pub fn most(&self) -> u8 {
        most(&self.anchors)
    }

    /// The criterion as it would be written.
    fn draft(&self) -> CriterionDraft {
        CriterionDraft {
            code: self.code.clone(),
            kind: self.kind,
            gate: self.gate,
            weight: self.weight,
            justified: self.justified,
            name: self.name.clone(),
            guidance: self.guidance.clone(),
            anchors: self.anchors.clone(),
            evidence: self.evidence.clone(),
        }
    }
}

fn most(anchors: &[Translated]) -> u8 {
    u8::try_from(anchors.len().saturating_sub(1)).unwrap_or(u8::MAX)
}

impl Rubric {
    /// The rubric as it would be written.
    pub fn draft(&self) -> RubricDraft {
        RubricDraft {
            criteria: self.criteria.iter().map(Criterion::draft).collect(),
        }
    }

    /// The criteria on which these judgements are silent although the rubric asks:
    /// their scale came after the review.
    pub fn lacking(&self, judged: &BTreeSet<CriterionId>) -> Vec<&Criterion> {
        let criteria = self.criteria.iter();
        criteria.filter(|one| !judged.contains(&one.id)).collect()
    }
}

impl RubricDraft {
    /// What keeps this from being a rubric: fields are `criteria.N.code` and so
    /// on, N from 0; the sum of the weights is a problem of `criteria`.
    pub fn check(&self) -> Problems {
        let (mut problems, mut codes) = (Problems::default(), BTreeSet::new());
        for (number, criterion) in self.criteria.iter().enumerate() {
            criterion.check(&mut problems, &format!("criteria.{number}"));
            if !codes.insert(&criterion.code) {
                let message = Message::new("error-code-taken").with("code", &*criterion.code);
                problems.add(format!("criteria.{number}.code"), message);
            }
        }
        if self.criteria.len() > CRITERIA_MOST {
            let most = i64::try_from(CRITERIA_MOST).unwrap_or(i64::MAX);
            let message = Message::new("error-criteria-many").with("most", most);
            problems.add("criteria", message);
        }
        let sum = self.weights();
        if sum != u64::from(WEIGHTS_SUM) {
            let sum = i64::try_from(sum).unwrap_or(i64::MAX);
            problems.add(
                "criteria",
                Message::new("error-weights-sum").with("sum", sum),
            );
        }
        problems
    }

    /// What the weights sum to.
    pub fn weights(&self) -> u64 {
        self.criteria.iter().map(|c| u64::from(c.weight)).sum()
    }

    /// Makes a version of checked criteria. One whose points mean what they meant
    /// in an earlier version keeps the id of that, so that judgements stay valid;
    /// `mint` gives the others theirs.
    pub fn into_rubric(
        self,
        id: RubricId,
        version: i32,
        earlier: &[Rubric],
        mut mint: impl FnMut() -> CriterionId,
    ) -> Rubric {
        let known: Vec<&Criterion> = earlier.iter().flat_map(|one| &one.criteria).collect();
        let criteria = self.criteria.into_iter().map(|draft| {
            let same = known.iter().find(|one| draft.measures_as(one));
            let id = same.map_or_else(&mut mint, |one| one.id);
            draft.with_id(id)
        });
        Rubric {
            id,
            version,
            criteria: criteria.collect(),
        }
    }
}

impl CriterionDraft {
    /// The highest point of its scale.
    pub fn most(&self) -> u8 {
        most(&self.anchors)
    }

    /// Whether a point means the same as in a published criterion: the words of the
    /// anchors are its meaning.
    fn measures_as(&self, other: &Criterion) -> bool {
        self.code == other.code && self.anchors == other.anchors
    }

    fn check(&self, problems: &mut Problems, path: &str) {
        if !is_code(&self.code) {
            let message = Message::new("error-code").with("code", &*self.code);
            problems.add(format!("{path}.code"), message);
        }
        if self.name.is_empty() {
            problems.add(format!("{path}.name"), Message::new("error-required"));
        }
        let mere_gate = self.kind == CriterionKind::Gate;
        if mere_gate && (self.weight > 0 || !self.gate) {
            problems.add(format!("{path}.weight"), Message::new("error-weight-gate"));
        }
        if !mere_gate && !(1..=WEIGHTS_SUM).contains(&self.weight) {
            problems.add(format!("{path}.weight"), Message::new("error-weight"));
        }
        if !(1..=SCALE_MOST).contains(&self.most()) {
            let message = Message::new("error-scale").with("most", i64::from(SCALE_MOST));
            problems.add(format!("{path}.anchors"), message);
        } else if self.anchors.iter().any(Translated::is_empty) {
            problems.add(format!("{path}.anchors"), Message::new("error-anchors"));
        }
    }

    fn with_id(self, id: CriterionId) -> Criterion {
        Criterion {
            id,
            code: self.code,
            kind: self.kind,
            gate: self.gate,
            weight: self.weight,
            justified: self.justified,
            name: self.name,
            guidance: self.guidance,
            anchors: self.anchors,
            evidence: self.evidence,
        }
    }
}
