//! Tiers, what they ask for, and where each line stands.

use super::*;

fn tiers() -> Vec<Tier> {
    Tier::standard(Currency::USD)
}

#[test]
fn an_amount_falls_into_the_first_tier_that_holds_it() {
    let of = |units: i64, lifted| tier_of(&tiers(), units * 100, lifted);
    assert_eq!((of(5_000, false), of(10_000, false)), (0, 0));
    assert_eq!((of(10_001, false), of(50_000, false)), (1, 1));
    assert_eq!(of(100_000, false), 2);
    // A concern lifts by one, and not beyond the last.
    assert_eq!((of(5_000, true), of(100_000, true)), (1, 2));
}

#[test]
fn a_tier_comes_back_from_its_text_and_from_its_form() {
    for tier in tiers() {
        assert_eq!(Tier::parse(tier.upper_minor, &tier.text()), tier);
    }
    let drafts: Vec<TierDraft> = tiers()
        .iter()
        .map(|tier| TierDraft::of(tier, Currency::USD))
        .collect();
    assert_eq!(read_tiers(&drafts, Currency::USD).unwrap(), tiers());
}

#[test]
fn every_line_says_where_it_stands() {
    let me = "00000000-0000-7000-8000-000000000001".parse().unwrap();
    let taken = |step, outcome, second| Taken {
        step,
        outcome,
        by: me,
        second,
    };
    let known = Known {
        papers: true,
        taken: vec![
            taken(Step::ListScreening, CheckOutcome::Verified, Some(me)),
            taken(Step::Accounts, CheckOutcome::Verified, None),
            taken(Step::Bank, CheckOutcome::NotVerified, None),
        ],
        answered: 1,
        screened: None,
    };
    let states: Vec<LineState> = lines(&tiers()[2], &known)
        .into_iter()
        .map(|(_, state)| state)
        .collect();
    assert_eq!(
        states,
        [
            LineState::Done,
            LineState::Done,
            LineState::Once,
            LineState::Bad,
            LineState::Missing,
            LineState::Missing,
        ]
    );
    // Where no second person is asked for, once is done.
    let small = lines(&tiers()[0], &known);
    assert_eq!(small[1], (Line::Step(Step::ListScreening), LineState::Done));
}

#[test]
fn where_lists_count_their_screening_speaks_for_the_step() {
    let me = "00000000-0000-7000-8000-000000000001".parse().unwrap();
    let by_hand = Taken {
        step: Step::ListScreening,
        outcome: CheckOutcome::Verified,
        by: me,
        second: Some(me),
    };
    let state = |screened, taken| {
        let known = Known {
            taken,
            screened,
            ..Known::default()
        };
        lines(&tiers()[2], &known)[1].1
    };
    for (screened, told) in [
        (Screened::Waiting, LineState::Missing),
        (Screened::Confirmed, LineState::Bad),
        (Screened::Clear, LineState::Done),
    ] {
        assert_eq!(state(Some(screened), Vec::new()), told);
        assert_eq!(state(Some(screened), vec![by_hand]), told);
    }
    assert_eq!(state(None, vec![by_hand]), LineState::Done);
}

#[test]
fn limits_rise_and_the_last_tier_has_none() {
    let row = |upper: &str, referees: &str| TierDraft {
        upper: upper.to_owned(),
        asks: vec!["papers".to_owned()],
        referees: referees.to_owned(),
    };
    let told = |rows: &[TierDraft]| -> Vec<String> {
        let problems = read_tiers(rows, Currency::USD).unwrap_err().0.into_iter();
        problems
            .map(|p| format!("{} {}", p.field, p.message.key))
            .collect()
    };
    assert_eq!(told(&[]), ["tier.0.upper error-required"]);
    assert_eq!(
        told(&[row("5,000", "x"), row("4000", "99"), row("9", "")]),
        [
            "tier.0.referees error-tier-referees",
            "tier.1.upper error-tier-order",
            "tier.1.referees error-tier-referees",
            "tier.2.upper error-tier-last",
        ]
    );
    let rows = [row("5,000", ""), TierDraft::default(), row("", "2")];
    let read = read_tiers(&rows, Currency::USD).unwrap();
    assert_eq!(read.len(), 2);
    assert_eq!((read[0].upper_minor, read[1].referees), (Some(500_000), 2));
}

#[test]
fn a_step_is_in_order_or_not_and_says_what_was_looked_at() {
    let read = read_step("verified", " No hit. ").unwrap();
    assert_eq!(read, (CheckOutcome::Verified, "No hit.".to_owned()));
    let wrong = read_step("received", "").unwrap_err();
    assert_eq!(wrong.0.len(), 2);
}
