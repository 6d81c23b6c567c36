//! Scores by hand and by property; the rubric that other tests use too.

use super::super::fraction::{lcm, percent_tenths};
use super::*;
use crate::domain::{CriterionId, RubricId, Translated};
use proptest::prelude::*;

/// The default rubric's codes, kinds and weights.
pub fn rubric() -> Rubric {
    use CriterionKind::{Merit, Priority};
    let criteria = [
        ("values", Merit, 25),
        ("nondup", Merit, 15),
        ("political", Priority, 20),
        ("financial", Priority, 20),
        ("admin", Merit, 10),
        ("legal", Merit, 10),
    ];
    let number = |n: usize| format!("0193a1b2-0000-7000-8000-{n:012x}");
    Rubric {
        id: RubricId::parse(&number(99)).unwrap(),
        version: 1,
        criteria: criteria
            .into_iter()
            .enumerate()
            .map(|(n, (code, kind, weight))| Criterion {
                id: CriterionId::parse(&number(n)).unwrap(),
                code: code.to_owned(),
                kind,
                gate: code == "legal",
                weight,
                name: Translated::default(),
                guidance: Translated::default(),
                justified: true,
                anchors: vec![Translated::default(); 6],
                evidence: Vec::new(),
            })
            .collect(),
    }
}

/// Judgements in the rubric's order: a digit, or `-` for "cannot judge".
fn judged(marks: &str) -> Judgements {
    let judgement = |mark: char| match mark.to_digit(10) {
        Some(points) => Judgement::Points(points as u8),
        None => Judgement::CannotJudge,
    };
    let criteria = rubric().criteria.into_iter().map(|one| one.id);
    criteria.zip(marks.chars().map(judgement)).collect()
}

fn share(numerator: u128, denominator: u128) -> Option<Fraction> {
    Fraction::new(numerator, denominator)
}

#[test]
fn the_worked_example_comes_out_as_by_hand() {
    let reviews = ["435432", "3-454-", "5-5---"].map(judged);
    let score = score_application(&rubric(), &reviews);
    assert_eq!(score.mean, share(461, 600));
    assert_eq!(score.mean.map(percent_tenths), Some(768));
    assert_eq!(score.merit, share(183, 280));
    assert_eq!(score.priority, share(9, 10));
    assert_eq!((score.reviews, score.incomplete), (2, 1));
    assert_eq!((score.lowest, score.highest), (share(3, 4), share(59, 75)));
    assert!((score.sd.unwrap() - 2.5927).abs() < 0.0001);
    let means = criterion_means(&rubric(), reviews.iter());
    let expected = [(7, 2), (3, 1), (9, 2), (9, 2), (7, 2), (2, 1)];
    assert_eq!(means, expected.map(|(top, bottom)| share(top, bottom)));
}

#[test]
fn an_abstention_is_missing_and_not_zero() {
    assert_eq!(
        score_review(&rubric(), &judged("555-55")).total,
        share(1, 1)
    );
    assert_eq!(
        score_review(&rubric(), &judged("555055")).total,
        share(4, 5)
    );
}

#[test]
fn a_third_unjudged_is_the_limit() {
    let mut rubric = rubric();
    for (unjudged, complete) in [(0, true), (33, true), (34, false), (100, false)] {
        rubric.criteria[0].weight = unjudged;
        rubric.criteria[1].weight = 100 - unjudged;
        rubric
            .criteria
            .iter_mut()
            .skip(2)
            .for_each(|one| one.weight = 0);
        let score = score_review(&rubric, &judged("-4----"));
        assert_eq!(score.complete, complete, "{unjudged}");
    }
}

#[test]
fn each_criterion_counts_by_its_own_scale() {
    let mut rubric = rubric();
    let scales = [10_usize, 3, 1, 5, 7, 2];
    for (criterion, most) in rubric.criteria.iter_mut().zip(scales) {
        criterion.anchors = vec![Translated::default(); most + 1];
    }
    // 7/10·25 + 2/3·15 + 1·20 + 4/5·20 + 5/7·10 + 1/2·10 = 17.5+10+20+16+50/7+5.
    let total = score_review(&rubric, &judged("721451")).total;
    assert_eq!(total, share(1059, 1400));
    let all = ["721451", "000000"].map(judged);
    let means = criterion_means(&rubric, all.iter());
    assert_eq!(means[0], share(7, 2), "points of its scale");
    assert_eq!(
        score_review(&rubric, &judged("999999")).priority,
        share(1, 1)
    );
    let ten = Judgements::from([(rubric.criteria[0].id, Judgement::Points(10))]);
    assert_eq!(score_review(&rubric, &ten).merit, share(1, 1));
}

#[test]
fn a_mere_gate_moves_no_total() {
    let mut rubric = rubric();
    let before = score_review(&rubric, &judged("435432"));
    let mut gate = rubric.criteria[5].clone();
    gate.id = CriterionId::parse("0193a1b2-0000-7000-8000-00000000000f").unwrap();
    (gate.kind, gate.weight) = (CriterionKind::Gate, 0);
    rubric.criteria.push(gate.clone());
    let more = [(gate.id, Judgement::Points(1))];
    let judgements: Judgements = judged("435432").iter().chain(more).collect();
    assert_eq!(score_review(&rubric, &judgements), before);
}

#[test]
fn nothing_judged_scores_nothing() {
    let blank = score_review(&rubric(), &Judgements::default());
    assert_eq!((blank.total, blank.complete), (None, false));
    assert_eq!(score_application(&rubric(), &[]).mean, None);
    let one = score_application(&rubric(), &[judged("333333")]);
    assert_eq!((one.mean, one.sd), (share(3, 5), None));
}

/// Reviews of one application whose shares of a kind weighing `most` in all
/// can surely be averaged exactly.
fn reviews_that_fit(most: u128) -> u128 {
    let judged = most.saturating_sub(33).max(1)..=most;
    let common = judged.fold(5, |common, weight| lcm(common, 5 * weight).unwrap());
    u128::MAX / common
}

#[test]
fn means_of_hundreds_of_reviews_fit() {
    assert_eq!(reviews_that_fit(100), 372);
    assert!((1..=100).all(|most| reviews_that_fit(most) >= 372));
}

#[test]
fn codes_are_read_back() {
    for judgement in Judgement::all() {
        assert_eq!(Judgement::from_code(judgement.code()), Some(judgement));
    }
    for wrong in ["11", "00", "-1", "5.0"] {
        assert_eq!(Judgement::from_code(wrong), None, "{wrong}");
    }
}

proptest! {
    #[test]
    fn scores_stay_in_range_and_ignore_order(
        marks in prop::collection::vec("[0-5-]{6}", 1..20)
    ) {
        let mut reviews: Vec<_> = marks.iter().map(|one| judged(one)).collect();
        let score = score_application(&rubric(), &reviews);
        reviews.reverse();
        let again = score_application(&rubric(), &reviews);
        prop_assert_eq!(score.mean, again.mean);
        prop_assert_eq!(score.reviews + score.incomplete, reviews.len());
        prop_assert!(score.lowest <= score.mean && score.mean <= score.highest);
        prop_assert!(score.highest.is_none_or(|one| Some(one) <= share(1, 1)));
    }

    #[test]
    fn a_better_mark_never_lowers_a_score(marks in "[0-4]{6}", at in 0_usize..6) {
        let before = judged(&marks);
        let id = rubric().criteria[at].id;
        let better = before.get(&id).and_then(|one| one.points()).unwrap() + 1;
        let after: Judgements = before.iter().chain([(id, Judgement::Points(better))]).collect();
        let total = |one| score_review(&rubric(), one).total;
        prop_assert!(total(&after) > total(&before));
    }
}
