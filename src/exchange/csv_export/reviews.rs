//! The submitted reviews of a round, whole and one row each, in the layout in which
//! they can be brought again.

use std::collections::BTreeMap;

use crate::domain::CriterionId;
use crate::domain::review::{Confidence, Recommendation};
use crate::domain::rubric::Rubric;
use crate::domain::score::Judgements;
use crate::exchange::review_file::{reason_column, wide_names};
use crate::exchange::sheet::Column;

/// One submitted review.
pub struct Line<'a> {
    /// Of the application.
    pub reference: &'a str,
    /// Address of the reviewer.
    pub email: &'a str,
    pub judgements: &'a Judgements,
    pub reasons: &'a BTreeMap<CriterionId, String>,
    pub recommendation: Option<Recommendation>,
    pub confidence: Option<Confidence>,
    pub comment: &'a str,
}

/// Column names: those of the wide layout, each criterion's reasons behind its scores.
pub fn header(rubric: &Rubric) -> Vec<String> {
    let [application, reviewer, recommendation, confidence, comment] =
        wide_names().map(str::to_owned);
    let criteria = rubric.criteria.iter();
    let criteria = criteria.flat_map(|one| [one.code.clone(), reason_column(&one.code)]);
    let about = [application, reviewer].into_iter();
    let rest = [recommendation, confidence, comment];
    about.chain(criteria).chain(rest).collect()
}

/// The columns of [`header`], with what they hold.
pub fn columns(rubric: &Rubric) -> Vec<Column> {
    let judged = |name: &str| rubric.criteria.iter().any(|one| one.code == name);
    Column::all(header(rubric), judged)
}

/// The cells of one review, in the order of [`header`].
pub fn cells(rubric: &Rubric, line: &Line) -> Vec<String> {
    let mut cells = vec![line.reference.to_owned(), line.email.to_owned()];
    for criterion in &rubric.criteria {
        let judged = line.judgements.get(&criterion.id).copied();
        cells.push(super::scores::judgement(judged.unwrap_or_default()));
        let reason = line.reasons.get(&criterion.id);
        cells.push(reason.cloned().unwrap_or_default());
    }
    cells.extend([
        line.recommendation
            .map_or("", Recommendation::code)
            .to_owned(),
        line.confidence.map_or("", Confidence::code).to_owned(),
        line.comment.to_owned(),
    ]);
    cells
}
