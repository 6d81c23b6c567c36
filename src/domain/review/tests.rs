//! Drafts, submissions and declarations.

use super::*;
use crate::domain::score::tests::rubric;
use proptest::prelude::*;

/// A draft read from `score.CODE=3` style pairs; other fields are empty.
fn read(fields: &[(&str, &str)]) -> Result<ReviewDraft, Problems> {
    let text = |name: &str| {
        let found = fields.iter().find(|field| field.0 == name);
        found.map_or_else(String::new, |field| field.1.to_owned())
    };
    ReviewDraft::read(&rubric(), text)
}

fn keys(problems: &Problems) -> Vec<(&str, &str)> {
    let pairs = problems.0.iter();
    pairs
        .map(|one| (one.field.as_str(), one.message.key))
        .collect()
}

/// A draft with this judgement and a justification everywhere.
fn uniform(judgement: Judgement) -> ReviewDraft {
    let mark = |criterion: &Criterion| Mark {
        criterion: criterion.id,
        judgement,
        justification: "because".to_owned(),
    };
    ReviewDraft {
        marks: rubric().criteria.iter().map(mark).collect(),
        comment: String::new(),
        confidence: Some(Confidence::Medium),
        recommendation: Some(Recommendation::Fund),
    }
}

#[test]
fn an_empty_draft_can_be_saved_and_not_submitted() {
    let draft = read(&[]).unwrap();
    let problems = check_submission(&rubric(), &draft);
    let expected = [
        "values",
        "nondup",
        "political",
        "financial",
        "admin",
        "legal",
    ];
    let expected = expected.map(|code| (format!("score.{code}"), "error-score-missing"));
    let mut expected = expected.to_vec();
    expected.push(("recommendation".to_owned(), "error-recommendation-missing"));
    expected.push(("confidence".to_owned(), "error-confidence-missing"));
    let found: Vec<_> = problems
        .0
        .into_iter()
        .map(|one| (one.field, one.message.key))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(
        check_submission(&rubric(), &ReviewDraft::default()).0.len(),
        8
    );
}

#[test]
fn a_judgement_needs_a_justification_and_an_abstention_does_not() {
    let mut draft = uniform(Judgement::Points(0));
    assert!(check_submission(&rubric(), &draft).is_empty());
    draft.marks[0].justification = " \n".to_owned();
    draft.marks[1] = Mark {
        judgement: Judgement::CannotJudge,
        justification: String::new(),
        ..draft.marks[1].clone()
    };
    let problems = check_submission(&rubric(), &draft);
    assert_eq!(
        keys(&problems),
        [("justification.values", "error-justification")]
    );
}

#[test]
fn values_and_lengths_are_checked_on_saving() {
    let long = "ش".repeat(TEXT_MOST + 1);
    let posted = [
        ("score.values", "6"),
        ("justification.nondup", long.as_str()),
        ("comment", long.as_str()),
    ];
    let problems = read(&posted).unwrap_err();
    let expected = [
        ("score.values", "error-choice"),
        ("justification.nondup", "error-too-long"),
        ("comment", "error-too-long"),
    ];
    assert_eq!(keys(&problems), expected);
    let most = &long[..TEXT_MOST * 'ش'.len_utf8()];
    assert!(read(&[("comment", most)]).is_ok());
}

#[test]
fn marks_off_the_rubric_or_the_scale_are_refused() {
    let mut draft = uniform(Judgement::CannotJudge);
    draft.marks[0].judgement = Judgement::Points(6);
    draft.marks.push(draft.marks[1].clone());
    let expected = [("score.values", "error-choice"), ("", "error-choice")];
    assert_eq!(keys(&check_draft(&rubric(), &draft)), expected);
    draft = uniform(Judgement::CannotJudge);
    let unknown = CriterionId::parse("0193a1b2-0000-7000-8000-ffffffffffff").unwrap();
    draft.marks[0].criterion = unknown;
    assert_eq!(
        keys(&check_draft(&rubric(), &draft)),
        [("", "error-choice")]
    );
}

#[test]
fn a_declaration_needs_a_known_kind_and_other_a_note() {
    let none = read_declaration("none", " ").unwrap();
    assert_eq!(none, (ConflictKind::None, String::new()));
    assert!(!none.0.bars());
    let problems = read_declaration("other", "").unwrap_err();
    assert_eq!(keys(&problems), [("note", "error-required")]);
    let problems = read_declaration("", "").unwrap_err();
    assert_eq!(keys(&problems), [("kind", "error-choice")]);
}

#[test]
fn conflict_codes_are_read_back() {
    for kind in ConflictKind::ALL {
        assert_eq!(ConflictKind::from_code(kind.code()), Some(kind));
    }
    let barring = ConflictKind::ALL.into_iter().filter(|kind| kind.bars());
    assert_eq!(barring.count(), 7);
}

/// Any judgement on a scale of five.
fn judgement() -> impl Strategy<Value = Judgement> {
    let fits = |one: &Judgement| one.points().is_none_or(|points| points <= 5);
    prop::sample::select(Judgement::all().filter(fits).collect::<Vec<_>>())
}

#[test]
fn reasons_are_needed_where_the_rubric_says_so() {
    let mut rubric = rubric();
    rubric.criteria[0].justified = false;
    let mut draft = uniform(Judgement::Points(2));
    draft.marks[0].justification.clear();
    draft.marks[1].justification.clear();
    let problems = check_submission(&rubric, &draft);
    assert_eq!(
        keys(&problems),
        [("justification.nondup", "error-justification")]
    );
}

#[test]
fn a_point_of_another_scale_is_not_taken_for_one_of_this() {
    let mut rubric = rubric();
    let known = rubric.criteria[0].id.to_string();
    rubric.criteria[1].anchors.truncate(3);
    let posted = |scale: &str, score: &str| {
        let (scale, score) = (scale.to_owned(), score.to_owned());
        ReviewDraft::read(&rubric, |name| match name {
            "score.values" => score.clone(),
            "scale.values" => scale.clone(),
            _ => String::new(),
        })
    };
    assert!(posted(&known, "4").is_ok());
    assert!(posted("", "4").is_ok());
    let problems = posted("0193a1b2-0000-7000-8000-ffffffffffff", "4").unwrap_err();
    assert_eq!(keys(&problems), [("score.values", "error-score-scale")]);
    assert!(posted("0193a1b2-0000-7000-8000-ffffffffffff", "abstain").is_ok());
    let draft = ReviewDraft::read(&rubric, |name| match name {
        "score.nondup" => "3".to_owned(),
        _ => String::new(),
    });
    assert_eq!(
        keys(&draft.unwrap_err()),
        [("score.nondup", "error-choice")]
    );
}

#[test]
fn words_stay_where_a_scale_is_new() {
    let before = rubric();
    let draft = uniform(Judgement::Points(4));
    let mut after = before.clone();
    let new = CriterionId::parse("0193a1b2-0000-7000-8000-ffffffffffff").unwrap();
    after.criteria[2].id = new;
    let codes = before.criteria.iter().map(|one| (one.id, one.code.clone()));
    let carried = draft.clone().carried(&after, &codes.collect());
    assert_eq!(carried.mark(new).unwrap().judgement, Judgement::Unanswered);
    assert_eq!(carried.mark(new).unwrap().justification, "because");
    assert_eq!(carried.answered().len(), 5);
    let lacking = after.lacking(&carried.answered());
    assert_eq!(lacking, [&after.criteria[2]]);
    // The first judgement on the new scale is no change of mind.
    let mut completed = carried.clone();
    let mark = completed
        .marks
        .iter_mut()
        .find(|mark| mark.criterion == new);
    mark.unwrap().judgement = Judgement::Points(1);
    assert!(!completed.changes_mind(&draft) && !completed.changes_mind(&carried));
    completed.marks[0].judgement = Judgement::Points(1);
    assert!(completed.changes_mind(&draft));
}

proptest! {
    #[test]
    fn what_can_be_submitted_can_be_saved(
        marks in prop::collection::vec((judgement(), "[ a]{0,2}"), 6)
    ) {
        let mut draft = uniform(Judgement::Unanswered);
        for (mark, (judgement, text)) in draft.marks.iter_mut().zip(marks) {
            mark.judgement = judgement;
            mark.justification = text;
        }
        prop_assert!(check_draft(&rubric(), &draft).is_empty());
        let ready = draft.marks.iter().all(|mark| match mark.judgement {
            Judgement::Points(_) => mark.justification.contains('a'),
            Judgement::CannotJudge => true,
            Judgement::Unanswered => false,
        });
        prop_assert_eq!(check_submission(&rubric(), &draft).is_empty(), ready);
    }
}

#[test]
fn a_change_of_mind_needs_a_reason_and_a_change_of_words_none() {
    let sent = uniform(Judgement::Points(3));
    let mut worded = sent.clone();
    worded.comment = "Better said.".to_owned();
    worded.confidence = Some(Confidence::High);
    assert_eq!(read_reason(Some(&sent), &worded, " "), Ok(String::new()));
    let mut moved = sent.clone();
    moved.marks[0].judgement = Judgement::CannotJudge;
    let problems = read_reason(Some(&sent), &moved, " ").unwrap_err();
    assert_eq!(keys(&problems), [("reason", "error-review-reason")]);
    let reason = read_reason(Some(&sent), &moved, "I overlooked a page.");
    assert_eq!(reason, Ok("I overlooked a page.".to_owned()));
    let mut turned = sent.clone();
    turned.recommendation = Some(Recommendation::DoNotFund);
    assert!(read_reason(Some(&sent), &turned, "").is_err());
    assert_eq!(read_reason(None, &moved, "Ignored."), Ok(String::new()));
}

#[test]
fn a_verdict_is_read_back_and_nothing_else() {
    for one in Recommendation::ALL {
        assert_eq!(Recommendation::from_code(one.code()), Some(one));
    }
    for one in Confidence::ALL {
        assert_eq!(Confidence::from_code(one.code()), Some(one));
    }
    let draft = read(&[("confidence", "low"), ("recommendation", "fund_if")]).unwrap();
    assert_eq!(draft.confidence, Some(Confidence::Low));
    assert_eq!(draft.recommendation, Some(Recommendation::FundIf));
    let problems = read(&[("confidence", "certain")]).unwrap_err();
    assert_eq!(keys(&problems), [("confidence", "error-choice")]);
}
