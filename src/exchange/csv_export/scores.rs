//! The reviewer × criterion matrix of a round, one row a submitted review.

use super::{two_decimals, yes_no};
use crate::domain::review::{Confidence, Recommendation};
use crate::domain::rubric::Rubric;
use crate::domain::score::{Judgement, Judgements, score_review};
use crate::domain::{Fraction, Moment};
use crate::exchange::sheet::Column;

/// One submitted review.
pub struct Line<'a> {
    /// Of the application.
    pub reference: &'a str,
    pub reviewer: &'a str,
    pub submitted_at: Moment,
    pub version: i32,
    pub judgements: &'a Judgements,
    /// What it came to when it was first sent, by the rubric of that time.
    pub first: Option<Fraction>,
    pub recommendation: Option<Recommendation>,
    pub confidence: Option<Confidence>,
}

/// What stands in the cell of an abstention.
const CANNOT_JUDGE: &str = "cannot judge";

/// Column names; one for each criterion's code. `counted` says whether the
/// review is complete enough to count towards the application, `first_total` what
/// it came to when it was first sent.
pub fn header(rubric: &Rubric) -> Vec<String> {
    let about = ["reference", "reviewer", "submitted_at", "version"];
    let codes = rubric.criteria.iter().map(|one| one.code.clone());
    let result = [
        "total",
        "counted",
        "first_total",
        "recommendation",
        "confidence",
    ];
    let about = about.map(str::to_owned).into_iter();
    about
        .chain(codes)
        .chain(result.map(str::to_owned))
        .collect()
}

/// The columns of [`header`], with what they hold.
pub fn columns(rubric: &Rubric) -> Vec<Column> {
    let judged = |name: &str| rubric.criteria.iter().any(|one| one.code == name);
    Column::all(header(rubric), |name| {
        ["version", "total", "first_total"].contains(&name) || judged(name)
    })
}

/// The cells of one review, in the order of [`header`].
pub fn cells(rubric: &Rubric, line: &Line) -> Vec<String> {
    let mut cells = vec![
        line.reference.to_owned(),
        line.reviewer.to_owned(),
        line.submitted_at.rfc3339(),
        line.version.to_string(),
    ];
    let judged = rubric
        .criteria
        .iter()
        .map(|one| line.judgements.get(&one.id));
    cells.extend(judged.map(|one| judgement(one.copied().unwrap_or_default())));
    let score = score_review(rubric, line.judgements);
    let told = |total: Option<Fraction>| {
        let total = total.map(|total| two_decimals(total.percent_hundredths()));
        total.unwrap_or_default()
    };
    let recommendation = line.recommendation.map_or("", Recommendation::code);
    let confidence = line.confidence.map_or("", Confidence::code);
    cells.extend([
        told(score.total),
        yes_no(score.complete),
        told(line.first),
        recommendation.to_owned(),
        confidence.to_owned(),
    ]);
    cells
}

/// The cell of a judgement.
pub(super) fn judgement(judgement: Judgement) -> String {
    match judgement {
        Judgement::CannotJudge => CANNOT_JUDGE.to_owned(),
        Judgement::Points(_) | Judgement::Unanswered => judgement.code().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rubric::{Criterion, CriterionKind};
    use crate::domain::{CriterionId, RubricId, Translated};

    fn criterion(n: u8, code: &str, weight: u32) -> Criterion {
        Criterion {
            id: CriterionId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap(),
            code: code.to_owned(),
            kind: CriterionKind::Merit,
            gate: false,
            weight,
            name: Translated::default(),
            guidance: Translated::default(),
            justified: true,
            anchors: vec![Translated::default(); 6],
            evidence: Vec::new(),
        }
    }

    #[test]
    fn an_abstention_is_no_zero() {
        let rubric = Rubric {
            id: RubricId::parse("0193a1b2-0000-7000-8000-000000000009").unwrap(),
            version: 1,
            criteria: vec![criterion(1, "values", 70), criterion(2, "legal", 30)],
        };
        let judgements = Judgements::from([
            (rubric.criteria[0].id, Judgement::Points(4)),
            (rubric.criteria[1].id, Judgement::CannotJudge),
        ]);
        let line = Line {
            reference: "EH-1",
            reviewer: "Dana",
            submitted_at: Moment::from_micros(0),
            version: 2,
            judgements: &judgements,
            first: Fraction::new(4, 5),
            recommendation: Some(Recommendation::FundIf),
            confidence: Some(Confidence::High),
        };
        let row = cells(&rubric, &line).join("|");
        assert_eq!(
            row,
            "EH-1|Dana|1970-01-01T00:00:00Z|2|4|cannot judge|80.00|yes|80.00|fund_if|high"
        );
        let names = "reference|reviewer|submitted_at|version|values|legal|total|counted|\
            first_total|recommendation|confidence";
        assert_eq!(header(&rubric).join("|"), names);
    }
}
