//! What changing a form does to it, and what it leaves alone.

use proptest::prelude::*;
use proptest::sample::Index;

use super::super::generated::{form, sample};
use super::*;
use crate::domain::form::differences;

fn spot(path: &str) -> Spot {
    Spot::parse(path).unwrap()
}

fn codes(form: &Form) -> String {
    let section = |section: &Section| {
        let codes: Vec<&str> = section.questions.iter().map(|q| q.code.as_str()).collect();
        format!("{}: {}", section.code, codes.join(" "))
    };
    let sections: Vec<String> = form.sections.iter().map(section).collect();
    sections.join(", ")
}

#[test]
fn codes_are_made_of_labels() {
    let code = |label: &str| free_code(label, "question", |code| code == "name");
    assert_eq!(code("Name"), "name_2");
    assert_eq!(code("Who else funds this?"), "who_else_funds_this");
    assert_eq!(code("3 people’s names"), "people_s_names");
    assert_eq!(code("الاسم"), "question");
    assert_eq!(code(&"word ".repeat(20)), "word_word_word_word_word_word");
    assert_eq!(code(&"x".repeat(90)).len(), 32);
    assert_eq!(
        sample().free_code(&Home::Section("a".to_owned()), "costs", ""),
        "costs_2"
    );
    assert_eq!(sample().free_code(&Home::Sections, "Quiz", ""), "quiz_2");
    assert_eq!(
        sample().free_code(&Home::Section("b".to_owned()), "Asked", ""),
        "asked_2"
    );
}

#[test]
fn questions_move_on_into_the_next_section() {
    let mut form = sample();
    assert_eq!(codes(&form), "a: name registered why, b: costs");
    assert_eq!(form.shift(&spot("a.why"), false), Some(spot("b.why")));
    assert_eq!(codes(&form), "a: name registered, b: why costs");
    assert_eq!(form.shift(&spot("b.why"), true), Some(spot("a.why")));
    assert_eq!(form, sample());
    assert_eq!(form.shift(&spot("a.name"), true), None);
    assert_eq!(form.shift(&spot("b.costs"), false), None);
    assert_eq!(form.shift(&spot("a.gone"), false), None);
    assert_eq!(form, sample());
}

#[test]
fn a_part_is_put_where_it_is_dropped() {
    let mut form = sample();
    let home = |path: &str| Home::parse(path).unwrap();
    let why = spot("a.why");
    assert_eq!(form.place(&why, &home("a"), Some("name")), Some(why));
    assert_eq!(codes(&form), "a: why name registered, b: costs");
    let why = spot("a.why");
    assert_eq!(form.place(&why, &home("a"), Some("registered")), Some(why));
    assert_eq!(codes(&form), "a: name why registered, b: costs");
    let there = form.place(&spot("a.why"), &home("b"), Some("costs"));
    assert_eq!(there, Some(spot("b.why")));
    assert_eq!(codes(&form), "a: name registered, b: why costs");
    assert!(form.place(&spot("b.why"), &home("a"), None).is_some());
    assert_eq!(form, sample());
    assert!(form.place(&spot("b"), &home(""), Some("a")).is_some());
    assert_eq!(codes(&form), "b: costs, a: name registered why");
}

#[test]
fn a_part_is_not_dropped_where_it_stands_or_does_not_belong() {
    let mut form = sample();
    let cases = [
        ("a.name", "a", Some("name")),
        ("a.name", "a", Some("registered")),
        ("a.why", "a", None),
        ("a.gone", "a", None),
        ("a.name", "gone", None),
        ("a.name", "b", Some("gone")),
        ("a.name", "quiz", None),
        ("a.name", "", None),
        ("a.name", "b.costs", None),
        ("a", "b", None),
        ("b.costs.what", "b", None),
        ("b.costs.what", "a.name", None),
        ("quiz.where", "a", None),
    ];
    for (path, home, before) in cases {
        let placed = form.place(&spot(path), &Home::parse(home).unwrap(), before);
        assert_eq!(placed, None, "{path} into {home} before {before:?}");
    }
    assert_eq!(form, sample());
}

#[test]
fn a_copy_stands_behind_and_hangs_on_copies() {
    let mut form = sample();
    assert_eq!(form.copy(&spot("a")), Some(spot("a_2")));
    assert_eq!(
        codes(&form),
        "a: name registered why, a_2: name_2 registered_2 why_2, b: costs"
    );
    let hangs = |form: &Form, code: &str| {
        let question = form.question(code).unwrap();
        question.shown_if.as_ref().unwrap().question.clone()
    };
    assert_eq!(hangs(&form, "why_2"), "registered_2");
    assert_eq!(hangs(&form, "why"), "registered");
    assert_eq!(
        form.copy(&spot("b.costs.what")),
        Some(spot("b.costs.what_2"))
    );
    assert_eq!(form.copy(&spot("quiz.where")), Some(spot("quiz.where_2")));
    assert_eq!(form.check().0, []);
}

#[test]
fn another_wording_keeps_what_is_inside() {
    let mut form = sample();
    let Some(Part::Question(mut rows)) = form.part(&spot("b.costs")) else {
        panic!("rows")
    };
    rows.label.en = "Other".to_owned();
    rows.kind = QuestionKind::Rows {
        max_rows: 9,
        columns: vec![],
    };
    assert!(form.replace(&spot("b.costs"), Part::Question(rows)));
    assert_eq!(form.question("costs").unwrap().columns().len(), 1);
    let Some(Part::Question(mut question)) = form.part(&spot("a.registered")) else {
        panic!("question")
    };
    question.code = "listed".to_owned();
    assert!(form.replace(&spot("a.registered"), Part::Question(question)));
    assert_eq!(form.hanging_on("listed").count(), 1);
    assert_eq!(form.check().0, []);
    assert!(!form.replace(&spot("a.gone"), Part::Section(form.sections[0].clone())));
}

#[test]
fn what_hung_on_a_removed_question_is_told() {
    let mut form = sample();
    assert_eq!(form.hanging_on("registered").count(), 1);
    assert!(form.remove(&spot("a.registered")).is_some());
    assert!(form.remove(&spot("a.registered")).is_none());
    let problems = form.check().0.into_iter();
    let told: Vec<(String, &str)> = problems.map(|p| (p.field, p.message.key)).collect();
    assert_eq!(told, [("a.why".to_owned(), "error-form-condition-later")]);
}

fn spots(form: &Form) -> Vec<Spot> {
    let mut spots: Vec<Spot> = form.quiz.iter().map(|q| Home::Quiz.spot(&q.code)).collect();
    for section in &form.sections {
        spots.push(Home::Sections.spot(&section.code));
        for question in &section.questions {
            let home = Home::Section(section.code.clone());
            spots.push(home.spot(&question.code));
            let rows = Home::Rows(section.code.clone(), question.code.clone());
            spots.extend(
                question
                    .columns()
                    .iter()
                    .map(|column| rows.spot(&column.code)),
            );
        }
    }
    spots
}

proptest! {
    #[test]
    fn moving_and_moving_back_changes_nothing(mut form in form(), at: Index, up: bool) {
        let spots = spots(&form);
        prop_assume!(!spots.is_empty());
        let (before, spot) = (form.clone(), at.get(&spots));
        if let Some(there) = form.shift(spot, up) {
            prop_assert_eq!(form.shift(&there, !up), Some(spot.clone()));
        }
        prop_assert_eq!(form, before);
    }

    #[test]
    fn a_copy_removed_again_changes_nothing(mut form in form(), at: Index) {
        let spots = spots(&form);
        prop_assume!(!spots.is_empty());
        let before = form.clone();
        let copy = form.copy(at.get(&spots)).unwrap();
        prop_assert_ne!(&form, &before);
        form.remove(&copy).unwrap();
        prop_assert_eq!(form, before);
    }

    #[test]
    fn a_part_removed_and_added_again_has_only_moved(mut form in form(), at: Index) {
        let spots = spots(&form);
        prop_assume!(!spots.is_empty());
        let (before, spot) = (form.clone(), at.get(&spots));
        let part = form.remove(spot).unwrap();
        prop_assert!(form.part(spot).is_none());
        prop_assert!(form.add(&spot.home(), part));
        let changes = differences(&before, &form);
        let moved = |d: &crate::domain::form::Difference| {
            d.change == crate::domain::form::Change::Changed(vec![crate::domain::form::Aspect::Place])
        };
        prop_assert!(changes.iter().all(moved), "{:?}", changes);
    }

    #[test]
    fn a_part_is_replaced_by_itself(mut form in form(), at: Index) {
        let spots = spots(&form);
        prop_assume!(!spots.is_empty());
        let (before, spot) = (form.clone(), at.get(&spots));
        let part = form.part(spot).unwrap();
        prop_assert!(form.replace(spot, part));
        prop_assert_eq!(form.mark(spot), before.mark(spot));
        prop_assert_eq!(form, before);
    }
}
