//! Criteria with all their anchors, as lists and rounds show them.

use super::text::{label, scale, traits, weight};
use crate::domain::rubric::CriterionDraft;
use crate::i18n::Locale;
use crate::web::ui::Badge;

/// A criterion with all its anchors.
pub struct ShownCriterion {
    pub name: String,
    pub guidance: String,
    /// "25 % of the score".
    pub weight: String,
    /// "0–5".
    pub scale: String,
    pub badges: Vec<Badge>,
    /// Each point with what it means.
    pub anchors: Vec<(String, String)>,
}

/// A criterion for a reader.
pub fn criterion(t: Locale, criterion: &CriterionDraft) -> ShownCriterion {
    let anchors = criterion.anchors.iter().zip(0..);
    ShownCriterion {
        name: label(t, &criterion.name, &criterion.code),
        guidance: criterion.guidance.get(t.language()).to_owned(),
        weight: weight(t, criterion.weight),
        scale: scale(t, criterion.most()),
        badges: traits(t, criterion),
        anchors: anchors
            .map(|(anchor, point)| (t.number(point), anchor.get(t.language()).to_owned()))
            .collect(),
    }
}
