//! Which phase holds when, what fits a round, and what a change lets be seen.

use proptest::prelude::*;

use super::*;
use crate::domain::wording::Typed;

fn id(number: u32) -> PhaseId {
    PhaseId::parse(&format!("00000000-0000-7000-8000-{number:012}")).unwrap()
}

fn at(minute: i64) -> Moment {
    Moment::from_micros(0).plus_minutes(minute)
}

fn phase(number: u32, opens: i64, closes: Option<i64>) -> Phase {
    Phase {
        id: id(number),
        round: RoundId::parse("00000000-0000-7000-8000-000000000009").unwrap(),
        position: 0,
        name: Translated::default(),
        scope: Scope::Assigned,
        needed: 1,
        others: Others::AfterOwn,
        reviewer_names: false,
        applicant_names: true,
        discussion: true,
        revision: true,
        opens_at: at(opens),
        closes_at: closes.map(at),
    }
}

fn typed() -> PhaseText {
    PhaseText {
        name: Typed {
            en: "First reading".to_owned(),
            ..Typed::default()
        },
        scope: "all".to_owned(),
        needed: "٣".to_owned(),
        others: "never".to_owned(),
        opens_at: "2026-12-01 09:00".to_owned(),
        closes_at: "2026-12-20 17:00".to_owned(),
        ..PhaseText::default()
    }
}

fn fields(change: impl FnOnce(&mut PhaseText)) -> Vec<String> {
    let mut text = typed();
    change(&mut text);
    let problems = text.read("Asia/Hebron").err().unwrap_or_default();
    problems.0.into_iter().map(|p| p.field).collect()
}

#[test]
fn a_phase_is_read_as_typed() {
    let draft = typed().read("Asia/Hebron").unwrap();
    assert_eq!((draft.needed, draft.scope), (3, Scope::All));
    assert_eq!(draft.opens_at.rfc3339(), "2026-12-01T07:00:00Z");
    let kept = draft.phase(id(1), phase(1, 0, None).round);
    assert_eq!(
        PhaseText {
            needed: "٣".to_owned(),
            ..PhaseText::of(&kept, "Asia/Hebron")
        },
        typed()
    );
    let endless = PhaseText {
        closes_at: " ".to_owned(),
        ..typed()
    };
    assert_eq!(endless.read("UTC").unwrap().closes_at, None);
}

#[test]
fn each_problem_is_named_with_its_field() {
    let empty = PhaseText::default().read("UTC").unwrap_err();
    let empty: Vec<String> = empty.0.into_iter().map(|p| p.field).collect();
    assert_eq!(empty, ["name_en", "scope", "needed", "others", "opens_at"]);
    for wrong in ["0", "21", "-1", "300", "two"] {
        assert_eq!(fields(|t| t.needed = wrong.to_owned()), ["needed"]);
    }
    assert_eq!(fields(|t| t.needed = "20".to_owned()), [""; 0]);
    assert_eq!(fields(|t| t.closes_at = t.opens_at.clone()), ["closes_at"]);
    assert_eq!(fields(|t| t.closes_at = "soon".to_owned()), ["closes_at"]);
    assert_eq!(fields(|t| t.others = "ever".to_owned()), ["others"]);
}

#[test]
fn a_close_is_still_in_time() {
    let one = phase(1, 10, Some(20));
    assert_eq!(one.stand(at(9)), Stand::NotYet);
    assert_eq!(one.stand(at(10)), Stand::Open);
    assert_eq!(one.stand(at(20)), Stand::Open);
    assert_eq!(one.stand(at(21)), Stand::Over);
    assert_eq!(phase(1, 10, None).stand(at(9_000_000)), Stand::Open);
}

#[test]
fn a_schedule_names_the_phase_that_was_changed() {
    let check = |opens, phases: &[Phase], about| -> Vec<(String, &str)> {
        let problems = check_schedule(at(opens), phases, id(about));
        let one = |p: crate::domain::Problem| (p.field, p.message.key);
        problems.0.into_iter().map(one).collect()
    };
    let said = |field: &str, key| vec![(field.to_owned(), key)];
    let fine = [phase(1, 0, Some(5)), phase(2, 5, None), phase(3, 9, None)];
    assert_eq!(check(0, &fine, 2), []);
    assert_eq!(
        check(1, &fine, 1),
        said("opens_at", "error-phase-before-round")
    );
    assert_eq!(check(1, &fine, 2), said("", "error-phase-before-round"));
    let over = [phase(1, 0, Some(6)), phase(2, 5, None)];
    assert_eq!(check(0, &over, 1), said("closes_at", "error-phase-overlap"));
    assert_eq!(check(0, &over, 2), said("opens_at", "error-phase-overlap"));
    let same = [phase(1, 5, None), phase(2, 5, None)];
    assert_eq!(
        check(0, &same, 2),
        said("opens_at", "error-phase-same-opening")
    );
}

#[test]
fn only_what_was_hidden_is_revealed() {
    let shut = Phase {
        others: Others::Never,
        applicant_names: false,
        discussion: false,
        ..phase(1, 0, None)
    };
    let open = Phase {
        others: Others::Always,
        reviewer_names: true,
        scope: Scope::All,
        ..phase(1, 0, None)
    };
    assert_eq!(
        reveals(&shut, &open),
        [
            Reveal::OthersAlways,
            Reveal::Reviewers,
            Reveal::Applicants,
            Reveal::Applications,
            Reveal::Discussion
        ]
    );
    assert_eq!(reveals(&open, &shut), []);
    assert_eq!(reveals(&open, &open), []);
    let later = Phase {
        others: Others::AfterOwn,
        ..shut.clone()
    };
    assert_eq!(reveals(&shut, &later), [Reveal::OthersAfterOwn]);
}

#[test]
fn codes_lead_back() {
    for scope in Scope::ALL {
        assert_eq!(Scope::from_code(scope.code()), Some(scope));
    }
    for others in Others::ALL {
        assert_eq!(Others::from_code(others.code()), Some(others));
    }
}

/// Up to six phases, each with or without an end.
fn phases() -> impl Strategy<Value = Vec<Phase>> {
    let one = (0_i64..50, proptest::option::of(1_i64..20));
    proptest::collection::vec(one, 1..6).prop_map(|spans| {
        let spans = (0_u32..).zip(spans);
        let made = spans.map(|(n, (opens, length))| phase(n, opens, length.map(|l| opens + l)));
        in_order(made.collect())
    })
}

proptest! {
    #[test]
    fn exactly_one_phase_holds_and_none_opened_after_it(phases in phases(), now in 0_i64..80) {
        let holds = in_force(&phases, at(now)).unwrap();
        for other in &phases {
            let opened_later = other.opens_at > holds.opens_at;
            prop_assert!(!opened_later || other.opens_at > at(now));
        }
        let any = phases.iter().any(|phase| phase.opens_at <= at(now));
        prop_assert_eq!(any, holds.stand(at(now)) != Stand::NotYet);
    }

    #[test]
    fn in_a_sound_schedule_at_most_one_close_lies_ahead_of_the_open_one(
        phases in phases(),
        now in 0_i64..80,
    ) {
        let sound = check_schedule(at(0), &phases, phases[0].id).is_empty();
        prop_assume!(sound);
        let within = |phase: &&Phase| phase.closes_at.is_some() && phase.opens_at < at(now)
            && phase.closes_at > Some(at(now));
        let open: Vec<&Phase> = phases.iter().filter(within).collect();
        prop_assert!(open.len() <= 1);
        if let [open] = open.as_slice() {
            prop_assert_eq!(in_force(&phases, at(now)).map(|p| p.id), Some(open.id));
        }
    }

    #[test]
    fn places_follow_the_openings(phases in phases()) {
        for (position, phase) in (1..).zip(&phases) {
            prop_assert_eq!(phase.position, position);
        }
        prop_assert!(phases.is_sorted_by_key(|phase| phase.opens_at));
    }
}
