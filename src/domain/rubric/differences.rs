//! What differs between two versions of a rubric, and what that does to reviews.

use super::{CriterionDraft, RubricDraft};
use crate::domain::Translated;

/// A criterion that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub code: String,
    /// The name in the later version, or the last one that it had.
    pub name: Translated,
    pub change: Change,
}

/// How it differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    New,
    Gone,
    /// With everything of it that does, in the order of the page; never empty.
    Changed(Vec<Aspect>),
}

/// What of a criterion can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    Name,
    Guidance,
    Kind,
    Gate,
    Weight,
    /// The number of points.
    Scale,
    /// What the points mean.
    Anchors,
    Justification,
    Evidence,
    Place,
}

/// What a difference does to reviews, from nothing to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Scores and totals stay.
    Words,
    /// Scores stay, totals are worked out anew.
    Weight,
    /// The criterion is judged no more: totals are worked out without it.
    Gone,
    /// Points mean something else: reviews lack a judgement.
    Scale,
    /// Reviews lack a judgement.
    New,
}

impl Aspect {
    fn class(self) -> Class {
        match self {
            Self::Kind | Self::Weight => Class::Weight,
            Self::Scale | Self::Anchors => Class::Scale,
            Self::Name
            | Self::Guidance
            | Self::Gate
            | Self::Justification
            | Self::Evidence
            | Self::Place => Class::Words,
        }
    }
}

impl Class {
    /// Whether reviews that were given before lack a judgement.
    pub fn asks_again(self) -> bool {
        match self {
            Self::Scale | Self::New => true,
            Self::Words | Self::Weight | Self::Gone => false,
        }
    }
}

impl Difference {
    /// What it does to reviews: the most that any of its aspects does.
    pub fn class(&self) -> Class {
        match &self.change {
            Change::New => Class::New,
            Change::Gone => Class::Gone,
            Change::Changed(aspects) => {
                let classes = aspects.iter().map(|aspect| aspect.class());
                classes.max().unwrap_or(Class::Words)
            }
        }
    }
}

/// Every criterion that differs, in the order of the later version, then those that
/// are gone. A criterion is known by its code.
pub fn differences(before: &RubricDraft, after: &RubricDraft) -> Vec<Difference> {
    let shared = |from: &RubricDraft, other: &RubricDraft| -> Vec<String> {
        let codes = from.criteria.iter().map(|one| one.code.clone());
        codes
            .filter(|code| other.criterion(code).is_some())
            .collect()
    };
    let moved = moved(&shared(before, after), &shared(after, before));
    let mut found = Vec::new();
    for criterion in &after.criteria {
        let change = match before.criterion(&criterion.code) {
            None => Change::New,
            Some(old) => {
                let mut aspects = aspects(old, criterion);
                if moved.contains(&criterion.code) {
                    aspects.push(Aspect::Place);
                }
                if aspects.is_empty() {
                    continue;
                }
                Change::Changed(aspects)
            }
        };
        found.push(difference(criterion, change));
    }
    let gone = before.criteria.iter();
    let gone = gone.filter(|old| after.criterion(&old.code).is_none());
    found.extend(gone.map(|old| difference(old, Change::Gone)));
    found
}

fn difference(criterion: &CriterionDraft, change: Change) -> Difference {
    Difference {
        code: criterion.code.clone(),
        name: criterion.name.clone(),
        change,
    }
}

fn aspects(old: &CriterionDraft, new: &CriterionDraft) -> Vec<Aspect> {
    let both = old.anchors.iter().zip(&new.anchors);
    let reworded = both.clone().any(|(old, new)| old != new);
    let all = [
        (Aspect::Name, old.name != new.name),
        (Aspect::Guidance, old.guidance != new.guidance),
        (Aspect::Kind, old.kind != new.kind),
        (Aspect::Gate, old.gate != new.gate),
        (Aspect::Weight, old.weight != new.weight),
        (Aspect::Scale, old.anchors.len() != new.anchors.len()),
        (Aspect::Anchors, reworded),
        (Aspect::Justification, old.justified != new.justified),
        (Aspect::Evidence, old.evidence != new.evidence),
    ];
    let differing = all.into_iter().filter(|(_, differs)| *differs);
    differing.map(|(aspect, _)| aspect).collect()
}

/// The fewest codes that must have been moved to make one order of the other: all
/// but a longest run that kept its order.
fn moved(before: &[String], after: &[String]) -> Vec<String> {
    let places: Vec<usize> = after
        .iter()
        .filter_map(|code| before.iter().position(|old| old == code))
        .collect();
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let earlier = (0..at).filter(|earlier| places[*earlier] < *place);
        let longest = earlier.max_by_key(|earlier| best[*earlier].0);
        best.push((longest.map_or(1, |one| best[one].0 + 1), longest));
    }
    let mut kept = vec![false; places.len()];
    let mut at = (0..best.len()).max_by_key(|at| best[*at].0);
    while let Some(place) = at {
        kept[place] = true;
        at = best[place].1;
    }
    let moved = after.iter().zip(kept).filter(|(_, kept)| !kept);
    moved.map(|(code, _)| code.clone()).collect()
}
