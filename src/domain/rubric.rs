//! The rubric: weighted criteria that reviewers score against anchors.

use std::collections::BTreeSet;

use super::form::is_code;
use super::{CriterionId, Message, Problems, RubricId, Translated};

/// The highest score of a criterion, in whole points; the lowest is 0.
pub const POINTS_MOST: u32 = 5;
/// Anchors of a criterion: one for each point.
pub const ANCHORS: usize = POINTS_MOST as usize + 1;
/// What the weights of a rubric sum to, in percent.
pub const WEIGHTS_SUM: u32 = 100;

/// What a criterion speaks for; the two are also shown apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CriterionKind {
    /// How good the organisation and its request are.
    Merit,
    /// How much pressure the organisation is under.
    Priority,
}

impl CriterionKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Merit, Self::Priority];

    /// Stored and posted code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Merit => "merit",
            Self::Priority => "priority",
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
    pub id: CriterionId,
    pub code: String,
    pub kind: CriterionKind,
    /// Whether an award needs this verified, or a recorded waiver.
    pub gate: bool,
    /// Percent; a rubric's weights sum to [`WEIGHTS_SUM`].
    pub weight: u32,
    pub name: Translated,
    pub guidance: Translated,
    /// What each point means, from 0 to [`POINTS_MOST`].
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
    pub name: Translated,
    pub guidance: Translated,
    pub anchors: Vec<Translated>,
    pub evidence: Vec<String>,
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
        let sum: u64 = self.criteria.iter().map(|c| u64::from(c.weight)).sum();
        if sum != u64::from(WEIGHTS_SUM) {
            let sum = i64::try_from(sum).unwrap_or(i64::MAX);
            problems.add(
                "criteria",
                Message::new("error-weights-sum").with("sum", sum),
            );
        }
        problems
    }

    /// Makes a version of checked criteria; `mint` gives each its id.
    pub fn into_rubric(
        self,
        id: RubricId,
        version: i32,
        mut mint: impl FnMut() -> CriterionId,
    ) -> Rubric {
        let criteria = self.criteria.into_iter();
        Rubric {
            id,
            version,
            criteria: criteria.map(|draft| draft.with_id(mint())).collect(),
        }
    }
}

impl CriterionDraft {
    fn check(&self, problems: &mut Problems, path: &str) {
        if !is_code(&self.code) {
            let message = Message::new("error-code").with("code", &*self.code);
            problems.add(format!("{path}.code"), message);
        }
        if self.name.is_empty() {
            problems.add(format!("{path}.name"), Message::new("error-required"));
        }
        if !(1..=WEIGHTS_SUM).contains(&self.weight) {
            problems.add(format!("{path}.weight"), Message::new("error-weight"));
        }
        if self.anchors.len() != ANCHORS || self.anchors.iter().any(Translated::is_empty) {
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
            name: self.name,
            guidance: self.guidance,
            anchors: self.anchors,
            evidence: self.evidence,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn criterion(code: &str, weight: u32) -> CriterionDraft {
        let text = Translated {
            en: "Words".to_owned(),
            ..Translated::default()
        };
        CriterionDraft {
            code: code.to_owned(),
            kind: CriterionKind::Merit,
            gate: false,
            weight,
            name: text.clone(),
            guidance: Translated::default(),
            anchors: vec![text; ANCHORS],
            evidence: Vec::new(),
        }
    }

    fn fields(criteria: Vec<CriterionDraft>) -> Vec<String> {
        let problems = RubricDraft { criteria }.check();
        problems.0.into_iter().map(|p| p.field).collect()
    }

    #[test]
    fn weights_sum_to_a_hundred() {
        assert!(fields(vec![criterion("a", 60), criterion("b", 40)]).is_empty());
        assert_eq!(fields(vec![criterion("a", 99)]), ["criteria"]);
        assert_eq!(fields(vec![]), ["criteria"]);
        let most = u32::MAX;
        assert_eq!(
            fields(vec![criterion("a", most), criterion("b", most)]),
            ["criteria.0.weight", "criteria.1.weight", "criteria"]
        );
    }

    #[test]
    fn every_criterion_is_whole() {
        let weightless = criterion("b", 0);
        assert_eq!(
            fields(vec![criterion("a", 100), weightless]),
            ["criteria.1.weight"]
        );
        assert_eq!(
            fields(vec![criterion("a", 50), criterion("a", 50)]),
            ["criteria.1.code"]
        );
        let mut short = criterion("a.b", 100);
        short.anchors.pop();
        short.name = Translated::default();
        assert_eq!(
            fields(vec![short]),
            ["criteria.0.code", "criteria.0.name", "criteria.0.anchors"]
        );
    }

    #[test]
    fn codes_are_read_back() {
        for kind in CriterionKind::ALL {
            assert_eq!(CriterionKind::from_code(kind.code()), Some(kind));
        }
    }
}
