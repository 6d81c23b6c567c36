//! What a rubric needs, editing it, and what differs between two.

use proptest::prelude::*;

use super::generated::rubric;
use super::typed::CriterionText;
use super::*;

fn text(en: &str) -> Translated {
    Translated {
        en: en.to_owned(),
        ..Translated::default()
    }
}

fn criterion(code: &str, weight: u32) -> CriterionDraft {
    CriterionDraft {
        code: code.to_owned(),
        kind: CriterionKind::Merit,
        gate: false,
        weight,
        justified: true,
        name: text("Words"),
        guidance: Translated::default(),
        anchors: vec![text("Words"); 6],
        evidence: Vec::new(),
    }
}

fn gate(code: &str, weight: u32) -> CriterionDraft {
    CriterionDraft {
        kind: CriterionKind::Gate,
        gate: true,
        ..criterion(code, weight)
    }
}

fn fields(criteria: Vec<CriterionDraft>) -> Vec<String> {
    let problems = RubricDraft { criteria }.check();
    problems.0.into_iter().map(|p| p.field).collect()
}

fn mint() -> impl FnMut() -> CriterionId {
    let mut n = 0;
    move || {
        n += 1;
        CriterionId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap()
    }
}

fn published(
    criteria: Vec<CriterionDraft>,
    earlier: &[Rubric],
    ids: &mut impl FnMut() -> CriterionId,
) -> Rubric {
    let id = RubricId::parse("0193a1b2-0000-7000-8000-000000000999").unwrap();
    RubricDraft { criteria }.into_rubric(id, 1, earlier, ids)
}

#[test]
fn weights_sum_to_a_hundred() {
    assert!(fields(vec![criterion("a", 60), criterion("b", 40)]).is_empty());
    assert_eq!(fields(vec![criterion("a", 99)]), ["criteria"]);
    assert_eq!(fields(vec![]), ["criteria"]);
    let most = u32::MAX;
    assert_eq!(
        fields(vec![criterion("a", most), criterion("b", most)]),
        ["criteria.0.weight", "criteria.1.weight", "criteria"]
    );
}

#[test]
fn a_gate_stands_on_its_own_or_on_a_weighted_criterion() {
    assert!(fields(vec![criterion("a", 100), gate("b", 0)]).is_empty());
    assert_eq!(
        fields(vec![criterion("a", 90), gate("b", 10)]),
        ["criteria.1.weight"]
    );
    let both = CriterionDraft {
        gate: true,
        ..criterion("a", 100)
    };
    assert!(fields(vec![both]).is_empty());
    assert_eq!(fields(vec![gate("b", 0)]), ["criteria"]);
}

#[test]
fn every_criterion_is_whole() {
    let weightless = criterion("b", 0);
    assert_eq!(
        fields(vec![criterion("a", 100), weightless]),
        ["criteria.1.weight"]
    );
    assert_eq!(
        fields(vec![criterion("a", 50), criterion("a", 50)]),
        ["criteria.1.code"]
    );
    let mut blank = criterion("a.b", 100);
    blank.anchors[3] = Translated::default();
    blank.name = Translated::default();
    assert_eq!(
        fields(vec![blank]),
        ["criteria.0.code", "criteria.0.name", "criteria.0.anchors"]
    );
}

#[test]
fn a_scale_has_one_to_ten_points_above_nothing() {
    for (anchors, fits) in [(0, false), (1, false), (2, true), (11, true), (12, false)] {
        let scaled = CriterionDraft {
            anchors: vec![text("Words"); anchors],
            ..criterion("a", 100)
        };
        assert_eq!(fields(vec![scaled]).is_empty(), fits, "{anchors}");
    }
}

#[test]
fn codes_are_read_back() {
    for kind in CriterionKind::ALL {
        assert_eq!(CriterionKind::from_code(kind.code()), Some(kind));
    }
}

#[test]
fn a_criterion_keeps_its_id_as_long_as_its_points_mean_the_same() {
    let ids = &mut mint();
    let first = published(vec![criterion("a", 60), criterion("b", 40)], &[], ids);
    let mut reweighted = criterion("a", 50);
    reweighted.name = text("Other words");
    let mut rescaled = criterion("b", 50);
    rescaled.anchors.pop();
    let earlier = [first.clone()];
    let second = published(vec![reweighted, rescaled], &earlier, ids);
    assert_eq!(second.criteria[0].id, first.criteria[0].id);
    assert_ne!(second.criteria[1].id, first.criteria[1].id);
    // Back to the old scale is back to what was judged on it.
    let earlier = [second, first.clone()];
    let third = published(vec![criterion("b", 100)], &earlier, ids);
    assert_eq!(third.criteria[0].id, first.criteria[1].id);
    let mut renamed = criterion("c", 100);
    renamed.anchors = first.criteria[0].anchors.clone();
    let other = published(vec![renamed], &earlier, ids);
    assert!(
        first
            .criteria
            .iter()
            .all(|one| one.id != other.criteria[0].id)
    );
}

#[test]
fn a_difference_says_what_it_does_to_reviews() {
    let before = RubricDraft {
        criteria: vec![
            criterion("words", 20),
            criterion("weight", 20),
            criterion("scale", 20),
            criterion("same", 20),
            criterion("gone", 20),
        ],
    };
    let mut after = before.clone();
    after.criteria[0].guidance = text("Look twice.");
    after.criteria[1].weight = 40;
    after.criteria[2].anchors[5] = text("Best");
    after.criteria[2].weight = 10;
    after.remove("gone");
    after.add(criterion("new", 10));
    let found = differences(&before, &after);
    let told: Vec<(&str, Class)> = found.iter().map(|d| (d.code.as_str(), d.class())).collect();
    assert_eq!(
        told,
        [
            ("words", Class::Words),
            ("weight", Class::Weight),
            ("scale", Class::Scale),
            ("new", Class::New),
            ("gone", Class::Gone)
        ]
    );
    let again: Vec<bool> = found.iter().map(|d| d.class().asks_again()).collect();
    assert_eq!(again, [false, false, true, true, false]);
    assert_eq!(
        found[2].change,
        Change::Changed(vec![Aspect::Weight, Aspect::Anchors])
    );
    assert_eq!(differences(&after, &after), []);
}

#[test]
fn a_criterion_is_put_in_front_of_another_or_at_the_end() {
    let codes = ["a", "b", "c", "d"];
    let rubric = RubricDraft {
        criteria: codes.map(|code| criterion(code, 25)).to_vec(),
    };
    let place = |code: &str, before: Option<&str>| {
        let mut rubric = rubric.clone();
        let moved = rubric.place(code, before);
        let order: String = rubric
            .criteria
            .iter()
            .map(|one| one.code.as_str())
            .collect();
        (moved, order)
    };
    assert_eq!(place("a", Some("d")), (true, "bcad".to_owned()));
    assert_eq!(place("d", Some("a")), (true, "dabc".to_owned()));
    assert_eq!(place("b", None), (true, "acdb".to_owned()));
    for (code, before) in [
        ("a", Some("b")),
        ("a", Some("a")),
        ("d", None),
        ("a", Some("z")),
        ("z", Some("a")),
    ] {
        assert_eq!(place(code, before), (false, "abcd".to_owned()), "{code}");
    }
}

#[test]
fn one_move_is_one_difference() {
    let codes = ["a", "b", "c", "d"];
    let before = RubricDraft {
        criteria: codes.map(|code| criterion(code, 25)).to_vec(),
    };
    let mut after = before.clone();
    let first = after.criteria.remove(0);
    after.criteria.push(first);
    let found = differences(&before, &after);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, "a");
    assert_eq!(found[0].change, Change::Changed(vec![Aspect::Place]));
}

#[test]
fn what_is_typed_is_read_with_a_problem_by_each_field() {
    let rubric = RubricDraft {
        criteria: vec![criterion("team", 60)],
    };
    let mut typed = CriterionText {
        weight: "١٥".to_owned(),
        most: "3".to_owned(),
        ..CriterionText::default()
    };
    typed.name.en = "Team!".to_owned();
    typed.anchors[3].he = " טוב ".to_owned();
    typed.anchors[9].en = "Beyond".to_owned();
    let read = typed.read(&rubric, None).unwrap();
    assert_eq!((read.code.as_str(), read.weight), ("team_2", 15));
    assert_eq!((read.most(), read.anchors[3].he.as_str()), (3, "טוב"));
    typed.name.en.clear();
    typed.weight = "101".to_owned();
    typed.code = "team".to_owned();
    typed.kind = "luck".to_owned();
    typed.anchors[2].ar = "س".repeat(typed::ANCHOR_MOST + 1);
    let problems = typed.read(&rubric, None).unwrap_err();
    let fields: Vec<&str> = problems.0.iter().map(|p| p.field.as_str()).collect();
    assert_eq!(fields, ["name_en", "kind", "weight", "anchor.2_ar", "code"]);
    typed.kind = "gate".to_owned();
    let gate = typed.read(&rubric, Some("team")).unwrap_err();
    assert!(gate.of("weight").is_none() && gate.of("code").is_none());
}

proptest! {
    #[test]
    fn what_is_generated_is_fit(rubric in rubric()) {
        let problems = rubric.check();
        prop_assert!(problems.is_empty(), "{problems:?}");
    }

    #[test]
    fn what_is_kept_is_typed_back(rubric in rubric()) {
        for one in &rubric.criteria {
            let typed = CriterionText::of(one);
            let read = typed.read(&rubric, Some(&one.code));
            // Typing tidies spaces and control characters, nothing else.
            if let Ok(read) = read {
                prop_assert_eq!(read.most(), one.most());
                prop_assert_eq!((read.kind, read.weight), (one.kind, one.weight));
            }
        }
    }

    #[test]
    fn an_edit_leaves_every_other_criterion_alone(
        rubric in rubric(), at: prop::sample::Index, up: bool, verb in 0..4_u8
    ) {
        let target = at.get(&rubric.criteria).code.clone();
        let mut edited = rubric.clone();
        match verb {
            0 => { edited.shift(&target, up); }
            1 => { edited.remove(&target); }
            2 => { edited.replace(&target, criterion("elsewhere", 7)); }
            _ => { edited.add(criterion("elsewhere", 7)); }
        }
        for one in rubric.criteria.iter().filter(|one| one.code != target) {
            prop_assert_eq!(edited.criterion(&one.code), Some(one));
        }
        if verb == 0 {
            prop_assert_eq!(edited.criterion(&target), rubric.criterion(&target));
            prop_assert_eq!(edited.criteria.len(), rubric.criteria.len());
        }
    }

    #[test]
    fn a_code_is_never_taken_twice(rubric in rubric(), at: prop::sample::Index) {
        let taken = at.get(&rubric.criteria).code.clone();
        let mut edited = rubric.clone();
        prop_assert!(!edited.add(criterion(&taken, 1)));
        let other = rubric.criteria.iter().find(|one| one.code != taken);
        if let Some(other) = other {
            prop_assert!(!edited.replace(&other.code, criterion(&taken, 1)));
        }
        prop_assert_eq!(edited, rubric);
    }
}
