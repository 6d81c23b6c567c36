//! The rule by hand, and what holds for all totals.

use super::*;
use proptest::prelude::*;

/// Of totals in whole points.
fn spread(totals: &[u32]) -> Spread {
    let hundredths: Vec<u32> = totals.iter().map(|one| one * 100).collect();
    Spread::of(&hundredths).unwrap()
}

fn criterion() -> CriterionId {
    "00000000-0000-7000-8000-000000000001".parse().unwrap()
}

/// The flag of the first of these applications.
fn first(applications: &[&[u32]]) -> Option<Flag> {
    let spreads: Vec<Spread> = applications.iter().map(|one| spread(one)).collect();
    flag(&spreads[0], &Pool::of(&spreads), Vec::new())
}

#[test]
fn the_worked_example() {
    let round: [&[u32]; 6] = [
        &[40, 92],
        &[70, 78],
        &[70, 78],
        &[78, 70],
        &[70, 78],
        &[70, 78],
    ];
    let found = first(&round).unwrap();
    assert!(found.above && !found.wide);
    assert_eq!(found.spread.ends(), (40_00, 92_00));
    assert!((found.typical.unwrap() - 252_f64.sqrt()).abs() < 1e-9);
    assert!((found.spread.sd().unwrap() - 1352_f64.sqrt()).abs() < 1e-9);
    let close: [&[u32]; 6] = [
        &[64, 72],
        &[70, 70],
        &[70, 70],
        &[78, 78],
        &[70, 70],
        &[70, 70],
    ];
    assert_eq!(first(&close), None);
}

#[test]
fn the_deviation_counts_with_five_others_of_two_reviews() {
    let others: [&[u32]; 5] = [&[70, 72], &[60, 60], &[50, 52], &[44, 44], &[81, 80]];
    let with = |others: &[&[u32]]| {
        let all: Vec<&[u32]> = [&[40_u32, 80][..]]
            .into_iter()
            .chain(others.iter().copied())
            .collect();
        first(&all)
    };
    assert!(with(&others).unwrap().above);
    assert_eq!(with(&others[..4]), None);
    let single: [&[u32]; 5] = [&[70, 72], &[60, 60], &[50, 52], &[44, 44], &[81]];
    assert_eq!(with(&single), None);
}

#[test]
fn the_limits_themselves_count() {
    assert!(first(&[&[20, 80]]).unwrap().wide);
    assert_eq!(first(&[&[21, 80]]), None);
    let agreed: [&[u32]; 5] = [&[70, 70]; 5];
    let against = |own: &'static [u32]| {
        let all: Vec<&[u32]> = [own].into_iter().chain(agreed).collect();
        first(&all)
    };
    assert!(against(&[50, 70]).unwrap().above);
    assert_eq!(against(&[51, 70]), None);
    let scales = [
        (5, (0, 3), true),
        (5, (2, 5), true),
        (5, (1, 3), false),
        (5, (4, 4), false),
        (10, (2, 8), true),
        (10, (2, 7), false),
        (1, (0, 1), true),
        (1, (1, 1), false),
    ];
    for (most, ends, wide) in scales {
        assert_eq!(WideCriterion::of((criterion(), most), ends).is_some(), wide);
    }
}

#[test]
fn exactly_one_and_a_half_times_is_not_more() {
    // 30²/2 = 450 against 9/4 of (450 + (30² + 20² + 2·10²)/2)/6 = 9/4 · 200 = 450.
    let exact: [&[u32]; 6] = [
        &[40, 70],
        &[40, 70],
        &[50, 70],
        &[60, 70],
        &[70, 60],
        &[5, 5],
    ];
    assert_eq!(first(&exact), None);
    let less: [&[u32]; 6] = [
        &[40, 70],
        &[40, 70],
        &[50, 70],
        &[60, 70],
        &[70, 61],
        &[5, 5],
    ];
    assert!(first(&less).unwrap().above);
}

#[test]
fn one_criterion_is_enough_and_one_review_is_not() {
    let wide = WideCriterion::of((criterion(), 5), (1, 4)).unwrap();
    let two = spread(&[60, 66]);
    let found = flag(&two, &Pool::of([&two]), vec![wide]).unwrap();
    assert_eq!(
        (found.wide, found.above, found.typical),
        (false, false, None)
    );
    let one = spread(&[60]);
    assert_eq!(flag(&one, &Pool::of([&one]), vec![wide]), None);
    assert_eq!((one.sd(), Spread::of(&[])), (None, None));
}

prop_compose! {
    fn any_round()(
        round in prop::collection::vec(prop::collection::vec(0..=10_000_u32, 1..6), 1..12)
    ) -> Vec<Spread> {
        round.iter().map(|totals| Spread::of(totals).unwrap()).collect()
    }
}

proptest! {
    #[test]
    fn less_than_twenty_points_are_never_wide(
        low in 0..=80_00_u32, parts in prop::collection::vec(0..20_00_u32, 1..6), rest in any_round()
    ) {
        let totals: Vec<u32> = parts.iter().map(|part| low + part).collect();
        let own = Spread::of(&totals).unwrap();
        let all: Vec<Spread> = rest.into_iter().chain([own]).collect();
        prop_assert_eq!(flag(&own, &Pool::of(&all), Vec::new()), None);
    }

    #[test]
    fn sixty_points_are_always_wide(low in 0..=40_00_u32, more in 60_00..=60_00_u32, rest in any_round()) {
        let own = Spread::of(&[low, low + more]).unwrap();
        let all: Vec<Spread> = rest.into_iter().chain([own]).collect();
        prop_assert!(flag(&own, &Pool::of(&all), Vec::new()).unwrap().wide);
    }

    #[test]
    fn what_is_told_without_the_others_is_so(round in any_round(), apart in any::<bool>()) {
        let wide = WideCriterion { criterion: criterion(), lowest: 0, highest: 5 };
        let criteria: Vec<WideCriterion> = apart.then_some(wide).into_iter().collect();
        let pool = Pool::of(&round);
        for own in &round {
            let flagged = flag(own, &pool, criteria.clone()).is_some();
            prop_assert!(!flagged || own.can_be_wide(&criteria));
            prop_assert!(flagged || !own.is_wide(&criteria));
        }
    }

    #[test]
    fn the_order_has_no_influence(
        (one, other) in any_round().prop_flat_map(|round| (Just(round.clone()), Just(round).prop_shuffle()))
    ) {
        prop_assert_eq!(Pool::of(&one), Pool::of(&other));
    }

    #[test]
    fn the_rule_is_that_of_the_textbook(round in any_round()) {
        let pool = Pool::of(&round);
        let pooled: Vec<&Spread> = round.iter().filter(|one| one.reviews > 1).collect();
        let squares: f64 = pooled.iter().map(|one| one.sd().unwrap().powi(2) * (one.reviews - 1) as f64).sum();
        let freedom: u64 = pooled.iter().map(|one| one.reviews - 1).sum();
        for own in &pooled {
            let above = flag(own, &pool, Vec::new()).is_some_and(|found| found.above);
            let pooled_sd = (squares / freedom as f64).sqrt();
            let ratio = own.sd().unwrap() / pooled_sd;
            prop_assume!((ratio - 1.5).abs() > 1e-6);
            let expected = pooled.len() > 5 && own.range() >= 20_00 && ratio > 1.5;
            prop_assert_eq!(above, expected);
        }
    }

    #[test]
    fn a_database_sums_up_the_same(totals in prop::collection::vec(0..=10_000_u32, 1..30)) {
        let sum = totals.iter().map(|one| u64::from(*one)).sum();
        let squares = totals.iter().map(|one| u64::from(*one).pow(2)).sum();
        let ends = (*totals.iter().min().unwrap(), *totals.iter().max().unwrap());
        let summed = Spread::new(totals.len() as u64, (sum, squares), ends);
        prop_assert_eq!(Spread::of(&totals), Some(summed));
    }
}
