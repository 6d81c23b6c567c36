//! The sealed versions of a review, each by the rubric that it was given on.

use std::collections::BTreeMap;

use super::compare::totals;
use super::verdict;
use crate::domain::RubricId;
use crate::domain::rubric::Rubric;
use crate::domain::score::{ReviewScore, score_review};
use crate::i18n::Locale;
use crate::store::review_version::ReviewVersion;
use crate::web::ui::Moment;

/// What a version came to, by the rubric that it was given on.
pub fn sealed_score(
    rubrics: &BTreeMap<RubricId, Rubric>,
    version: &ReviewVersion,
) -> Option<ReviewScore> {
    let rubric = rubrics.get(&version.rubric)?;
    Some(score_review(rubric, &version.draft.judgements()))
}

/// The versions of a review as a timeline, each by the rubric that it was given on.
pub fn history(
    t: Locale,
    rubrics: &BTreeMap<RubricId, Rubric>,
    zone: &str,
    versions: &[ReviewVersion],
) -> Vec<Moment> {
    let named = rubrics.len() > 1;
    let moment = |version: &ReviewVersion| {
        let score = sealed_score(rubrics, version)?;
        let title = match version.number {
            1 => t.say("review-version-first"),
            number => t.with("review-version", "number", number),
        };
        let rubric = rubrics.get(&version.rubric).filter(|_| named);
        let rubric = rubric.map(|one| t.with("review-version-rubric", "version", one.version));
        Some(Moment {
            title: [title]
                .into_iter()
                .chain(rubric)
                .collect::<Vec<_>>()
                .join(" · "),
            when: t.when(version.submitted_at, zone),
            machine: version.submitted_at.rfc3339(),
            text: Some(told(t, &score, version)),
            done: true,
        })
    };
    versions.iter().filter_map(moment).collect()
}

/// Totals, recommendation and the reason, one line each.
fn told(t: Locale, score: &ReviewScore, version: &ReviewVersion) -> String {
    let verdict = verdict::told(t, version.draft.recommendation, version.draft.confidence);
    let reason = match version.reason.as_str() {
        "" => String::new(),
        reason => t.with("review-version-reason", "reason", reason),
    };
    let imported = version.imported_by.as_deref();
    let imported = imported.map(|who| t.with("review-version-imported", "who", who));
    let imported = imported.unwrap_or_default();
    let lines = [totals(t, score), verdict, imported, reason].into_iter();
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}
