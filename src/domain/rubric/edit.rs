//! Changing a rubric criterion by criterion. A draft may be incomplete in between,
//! but codes stay well formed and unique, so that every criterion has its place.

use super::{CriterionDraft, RubricDraft};
use crate::domain::form::fingerprint;

impl RubricDraft {
    /// A criterion by its code.
    pub fn criterion(&self, code: &str) -> Option<&CriterionDraft> {
        self.criteria.iter().find(|one| one.code == code)
    }

    fn at(&self, code: &str) -> Option<usize> {
        self.criteria.iter().position(|one| one.code == code)
    }

    /// Adds a criterion at the end. `false` where its code is taken.
    pub fn add(&mut self, criterion: CriterionDraft) -> bool {
        let free = self.criterion(&criterion.code).is_none();
        if free {
            self.criteria.push(criterion);
        }
        free
    }

    /// Puts another wording in the place of a criterion. `false` where there is
    /// none, or where its new code is that of another one.
    pub fn replace(&mut self, code: &str, criterion: CriterionDraft) -> bool {
        let taken = code != criterion.code && self.criterion(&criterion.code).is_some();
        match self.at(code).filter(|_| !taken) {
            Some(at) => {
                self.criteria[at] = criterion;
                true
            }
            None => false,
        }
    }

    /// Moves a criterion one place up or down; nothing at the edge.
    pub fn shift(&mut self, code: &str, up: bool) -> bool {
        let Some(at) = self.at(code) else {
            return false;
        };
        let other = if up { at.checked_sub(1) } else { Some(at + 1) };
        match other.filter(|other| *other < self.criteria.len()) {
            Some(other) => {
                self.criteria.swap(at, other);
                true
            }
            None => false,
        }
    }

    /// Puts a criterion in front of another, or at the end. `false` where it stands
    /// there already, or where there is no such criterion.
    pub fn place(&mut self, code: &str, before: Option<&str>) -> bool {
        let to = before.map_or(Some(self.criteria.len()), |before| self.at(before));
        let (Some(from), Some(to)) = (self.at(code), to) else {
            return false;
        };
        // Taking it out moves what stands behind it one place up.
        let to = if from < to { to - 1 } else { to };
        let moved = self.criteria.remove(from);
        self.criteria.insert(to, moved);
        from != to
    }

    /// Takes a criterion out.
    pub fn remove(&mut self, code: &str) -> Option<CriterionDraft> {
        let at = self.at(code)?;
        Some(self.criteria.remove(at))
    }

    /// What the weights of the other criteria sum to.
    pub fn weights_without(&self, code: &str) -> u64 {
        let others = self.criteria.iter().filter(|one| one.code != code);
        others.map(|one| u64::from(one.weight)).sum()
    }

    /// Tells one wording of a criterion from another.
    pub fn mark(&self, code: &str) -> Option<String> {
        let criterion = self.criterion(code)?;
        Some(fingerprint(&format!("{criterion:?}")))
    }
}
