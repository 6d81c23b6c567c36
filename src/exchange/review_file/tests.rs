//! Both layouts as people have them, and what is said of wrong cells.

use super::*;
use crate::domain::review::{Confidence, Recommendation};
use crate::domain::rubric::{Criterion, CriterionKind};
use crate::domain::score::Judgement;
use crate::domain::{CriterionId, RubricId, Translated};
use proptest::prelude::*;

fn criterion(n: u8, code: &str) -> Criterion {
    Criterion {
        id: CriterionId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap(),
        code: code.to_owned(),
        kind: CriterionKind::Merit,
        gate: false,
        weight: 50,
        name: Translated::default(),
        guidance: Translated::default(),
        justified: true,
        anchors: vec![Translated::default(); 6],
        evidence: Vec::new(),
    }
}

fn rubric() -> Rubric {
    Rubric {
        id: RubricId::parse("0193a1b2-0000-7000-8000-000000000009").unwrap(),
        version: 1,
        criteria: vec![criterion(1, "values"), criterion(2, "legal")],
    }
}

fn read(text: &str) -> (Vec<Brought>, Findings) {
    let (text, rubric) = (text.to_owned(), rubric());
    let mut findings = Findings::default();
    let mut found = Vec::new();
    match ReviewFile::open(&text, &rubric) {
        Ok(mut file) => loop {
            match file.next(&mut findings) {
                Ok(Some(some)) => found.extend(some),
                Ok(None) => break,
                Err(wrong) => {
                    findings.add(wrong);
                    break;
                }
            }
        },
        Err(wrong) => findings.add(wrong),
    }
    (found, findings)
}

fn sound(text: &str) -> Vec<Brought> {
    let (found, findings) = read(text);
    assert_eq!(told(&findings), [], "{text}");
    assert!(found.iter().all(|one| one.sound));
    found
}

type Told = (usize, String, &'static str);

fn told(findings: &Findings) -> Vec<Told> {
    let told = |one: &Wrong| (one.row, one.column.to_string(), one.message.key);
    findings.listed().map(told).collect()
}

fn problems(text: &str) -> Vec<Told> {
    told(&read(text).1)
}

fn at(row: usize, column: &str, key: &'static str) -> Told {
    (row, column.to_owned(), key)
}

/// Judgements by code, in the order of the rubric.
fn codes(one: &Brought) -> Vec<&'static str> {
    let marks = one.draft.marks.iter();
    marks.map(|mark| mark.judgement.code()).collect()
}

#[test]
fn a_wide_row_is_a_review_in_every_habit() {
    let plain = "application,reviewer,values,legal\nEH-1,noor@example.org,4,2\n";
    let expected = sound(plain);
    assert_eq!(expected.len(), 1);
    assert_eq!(codes(&expected[0]), ["4", "2"]);
    for text in [
        "\u{FEFF}Reviewer;Legal;Values;Application\r\nnoor@example.org;٢; 4,0 ;EH-1\r\n",
        "values\tlegal\tapplication\treviewer\n۴\t2.0\tEH-1\t'noor@example.org\n",
    ] {
        assert_eq!(sound(text), expected, "{text}");
    }
}

#[test]
fn a_wide_row_says_all_that_a_review_holds() {
    let text = "application,reviewer,values,values_reason,legal,recommendation,confidence,comment\n\
        EH-1,noor@example.org,4,'=good,Cannot judge,Fund_if,HIGH,\"one\ntwo\"\n";
    let one = &sound(text)[0];
    assert_eq!(codes(one), ["4", "abstain"]);
    assert_eq!(one.draft.marks[0].justification, "=good");
    assert_eq!(one.draft.comment, "one\ntwo");
    assert_eq!(one.draft.recommendation, Some(Recommendation::FundIf));
    assert_eq!(one.draft.confidence, Some(Confidence::High));
}

#[test]
fn long_rows_are_put_together_wherever_they_stand() {
    let text = "application,reviewer,criterion,score,justification\n\
        EH-1,noor@example.org,legal,2,papers\nEH-2,noor@example.org,values,5,\n\
        eh-1,Noor@Example.org,values,4,\nEH-2,noor@example.org,legal,abstain,\n";
    let found = sound(text);
    let shown: Vec<_> = found.iter().map(|one| (one.row, codes(one))).collect();
    assert_eq!(shown, [(2, vec!["4", "2"]), (3, vec!["5", "abstain"])]);
    assert_eq!(found[0].draft.marks[1].justification, "papers");
}

#[test]
fn every_cell_that_is_wrong_is_named() {
    let wide = "application,reviewer,values,legal,confidence,recommendation\n\
        EH-1,a@b.org,good,6,,\nEH-2,a@b.org,3.5,,sure,\nEH-3,a@b.org,\"1,000\",-1,,maybe\n\
        EH-4,,1,1,,\n,a@b.org,1,1,,\nEH-4,a@b.org,1,1,,\nEH-4,A@B.org,1,1,,\n";
    let expected = [
        at(2, "values", "error-reviews-text"),
        at(2, "legal", "error-reviews-outside"),
        at(3, "values", "error-reviews-fraction"),
        at(3, "legal", "error-reviews-score-missing"),
        at(3, "confidence", "error-reviews-confidence"),
        at(4, "values", "error-reviews-ambiguous"),
        at(4, "legal", "error-reviews-outside"),
        at(4, "recommendation", "error-reviews-recommendation"),
        at(5, "reviewer", "scores-reviewer-missing"),
        at(6, "application", "scores-application-missing"),
        at(8, "reviewer", "error-reviews-twice"),
    ];
    assert_eq!(problems(wide), expected);
    let long = "application,reviewer,criterion,score\nEH-1,a@b.org,values,1\n\
        EH-1,a@b.org,values,2\nEH-2,a@b.org,worth,1\nEH-3,a@b.org,legal,1\n";
    let expected = [
        at(3, "criterion", "error-reviews-criterion-twice"),
        at(4, "criterion", "error-reviews-criterion"),
        at(5, "criterion", "error-reviews-criterion-lacks"),
    ];
    assert_eq!(problems(long), expected);
}

#[test]
fn a_header_that_fits_neither_layout_is_named() {
    for (text, column, key) in [
        ("", "", "error-table-empty"),
        ("application,reviewer\n", "", "error-reviews-layout"),
        ("application,values\n", "reviewer", "error-table-column"),
        (
            "application,reviewer,values\n",
            "legal",
            "error-table-column",
        ),
        (
            "application,reviewer,values,legal,legal\n",
            "legal",
            "error-table-twice",
        ),
        (
            "application,reviewer,values,legal,worth_reason\n",
            "worth_reason",
            "error-reviews-reason-column",
        ),
        (
            "application,reviewer,values,legal\n",
            "",
            "error-reviews-empty",
        ),
    ] {
        assert_eq!(problems(text), [at(1, column, key)], "{text}");
    }
    let more = "application,reviewer,values,legal,total,,version\nA,a@b.org,1,1,9,,1\n".to_owned();
    let rubric = rubric();
    let file = ReviewFile::open(&more, &rubric).unwrap();
    assert_eq!(file.passed_over(), ["total", "version"]);
}

#[test]
fn what_a_file_does_not_say_stays() {
    let text = "application,reviewer,values,legal\nEH-1,a@b.org,4,2\n".to_owned();
    let rubric = rubric();
    let mut file = ReviewFile::open(&text, &rubric).unwrap();
    let brought = file.next(&mut Findings::default()).unwrap().unwrap();
    let mut kept = brought[0].draft.clone();
    kept.comment = "Before.".to_owned();
    kept.confidence = Some(Confidence::Low);
    kept.marks[0].justification = "Because.".to_owned();
    kept.marks[1].judgement = Judgement::CannotJudge;
    let mut expected = kept.clone();
    expected.marks[1].judgement = Judgement::Points(2);
    assert_eq!(file.says().over(&kept, &brought[0].draft), expected);
}

#[test]
fn a_long_file_is_handed_out_in_pieces() {
    let rows: String = (0..1203).map(|n| format!("EH-{n},a@b.org,4,2\n")).collect();
    let text = format!("application,reviewer,values,legal\n{rows}");
    let rubric = rubric();
    let mut file = ReviewFile::open(&text, &rubric).unwrap();
    let mut pieces = Vec::new();
    while let Some(piece) = file.next(&mut Findings::default()).unwrap() {
        pieces.push(piece.len());
    }
    assert_eq!(pieces, [500, 500, 203]);
}

proptest! {
    #[test]
    fn nothing_makes_it_stumble(rest in prop::collection::vec(any::<char>(), 0..200)) {
        let rest: String = rest.into_iter().collect();
        for head in ["application,reviewer,values,legal\n", "application,reviewer,criterion,score\n", ""] {
            read(&format!("{head}{rest}"));
        }
    }
}
