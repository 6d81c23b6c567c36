//! What must hold for every table, and what is said of tables that say nothing.

use proptest::prelude::*;

use super::super::alpha::Level;
use super::*;

/// As few draws as there may be.
fn quick() -> Question {
    Question {
        draws: Some(0),
        ..Question::default()
    }
}

fn numbers(analysis: &Analysis) -> Vec<(f64, f64, u32)> {
    let each = analysis.applications.iter().map(|one| {
        let (adjusted, place) = (one.adjusted.unwrap(), one.place.unwrap());
        (adjusted.value, place.expected, place.band)
    });
    each.collect()
}

#[test]
fn a_seed_decides_the_draws_and_nothing_else_does() {
    let table = p1();
    let ask = |seed| {
        let question = Question {
            seed,
            ..Question::default()
        };
        analysis(&table, &question)
    };
    assert_eq!(ask(7), ask(7));
    let (one, other) = (numbers(&ask(1)), numbers(&ask(2)));
    assert_ne!(one, other);
    for (one, other) in one.into_iter().zip(other) {
        assert_eq!(one.0, other.0);
        near(one.1, other.1, 0.1);
    }
}

#[test]
fn low_scores_are_best_where_that_is_said() {
    let table = p1();
    let turned: Vec<f64> = table.ratings().iter().map(|one| 7.0 - one.score).collect();
    let low = Question {
        best: Best::Low,
        ..Question::default()
    };
    let found = analysis(&table.with_scores(&turned), &low);
    let expected = analysis(&table, &Question::default());
    for (one, other) in numbers(&found).into_iter().zip(numbers(&expected)) {
        near(one.0, 7.0 - other.0, 1e-6);
        near(one.1, other.1, 0.15);
    }
    for (one, other) in found.reviewers.iter().zip(&expected.reviewers) {
        near(
            one.severity.unwrap().value,
            other.severity.unwrap().value,
            1e-6,
        );
    }
}

#[test]
fn what_means_nothing_has_a_reason() {
    let ask = |applications, reviewers, ratings: &[Rating]| {
        analysis(&Table::new(applications, reviewers, ratings), &quick())
    };
    let none = ask(2, 2, &[]);
    assert_eq!(none.variance, Err(Undefined::NoReviews));
    assert_eq!(none.agreement.interval, Err(Undefined::NoReviews));
    let one = ask(
        3,
        1,
        &[rating(0, 0, 1.0), rating(1, 0, 2.0), rating(2, 0, 3.0)],
    );
    assert_eq!(one.variance, Err(Undefined::OneReviewer));
    let single = ask(2, 2, &[rating(0, 0, 1.0), rating(1, 1, 2.0)]);
    assert_eq!(single.applications[0].place, Err(Undefined::SingleReviews));
    let alone = ask(2, 2, &[rating(0, 0, 1.0), rating(0, 1, 2.0)]);
    assert_eq!(alone.applications[0].place, Err(Undefined::OneApplication));
    let same: Vec<Rating> = (0..6).map(|at| rating(at / 2, at % 2, 3.0)).collect();
    let same = ask(3, 2, &same);
    assert_eq!(same.applications[0].adjusted, Err(Undefined::NoVariation));
    assert_eq!(same.agreement.nominal, Err(Undefined::NoVariation));
    assert_eq!(same.agreement.icc, Err(Undefined::NoVariation));
    let once: Vec<Rating> = (0..6).map(|at| rating(at / 2, at, at as f64)).collect();
    let once = ask(3, 6, &once);
    assert_eq!(once.reviewers[0].severity, Err(Undefined::ReviewersOnce));
    assert!(once.applications.iter().all(|one| one.place.is_ok()));
    let below = [
        rating(0, 0, -1.0),
        rating(0, 1, 2.0),
        rating(1, 0, 1.0),
        rating(1, 1, 1.0),
    ];
    assert_eq!(
        ask(2, 2, &below).agreement.ratio,
        Err(Undefined::NegativeScores)
    );
}

#[test]
fn perfect_agreement_ranks_without_doubt() {
    let ratings: Vec<Rating> = (0..12)
        .map(|at| rating(at / 3, at % 3, (at / 3) as f64))
        .collect();
    let found = analysis(&Table::new(5, 3, &ratings), &quick());
    let agreement = &found.agreement;
    for alpha in [
        &agreement.nominal,
        &agreement.ordinal,
        &agreement.interval,
        &agreement.ratio,
    ] {
        assert_eq!(*alpha, Ok(1.0));
    }
    assert_eq!(agreement.icc.unwrap().icc1, 1.0);
    for (at, one) in found.applications[..4].iter().enumerate() {
        let (adjusted, place) = (one.adjusted.unwrap(), one.place.unwrap());
        near(adjusted.value, at as f64, 1e-3);
        assert_eq!((place.low, place.high), (4 - at as u32, 4 - at as u32));
        assert_eq!(place.band, 4 - at as u32);
    }
    assert_eq!(found.applications[4].adjusted, Err(Undefined::NoReviews));
    // Agreement but for a constant severity is no doubt either.
    let shifted = ratings.iter().map(|one| {
        rating(
            one.application,
            one.reviewer,
            one.score + one.reviewer as f64,
        )
    });
    let shifted: Vec<Rating> = shifted.collect();
    let found = analysis(&Table::new(4, 3, &shifted), &quick());
    near(found.reviewers[0].severity.unwrap().value, 1.0, 0.01);
    near(found.reviewers[2].severity.unwrap().value, -1.0, 0.01);
    assert_eq!(found.applications[3].place.unwrap().high, 1);
}

#[test]
fn panels_without_a_common_reviewer_are_ranked_apart() {
    let mut ratings = Vec::new();
    for application in 0..3 {
        for reviewer in 0..2 {
            let score = (application * 2 + reviewer) as f64;
            ratings.push(rating(application, reviewer, score));
            ratings.push(rating(application + 3, reviewer + 2, score * 0.5));
        }
    }
    ratings.push(rating(6, 4, 3.0));
    let found = analysis(&Table::new(7, 5, &ratings), &quick());
    assert_eq!(found.panels, [vec![0, 1, 2], vec![3, 4, 5]]);
    assert_eq!(found.applications[2].place.unwrap().among, 3);
    assert_eq!(found.applications[6].place, Err(Undefined::Unconnected));
    // One reviewer of both ties them together, and the last with them.
    ratings.push(rating(3, 0, 1.0));
    ratings.push(rating(6, 0, 1.0));
    let found = analysis(&Table::new(7, 5, &ratings), &quick());
    assert_eq!(found.panels, [vec![0, 1, 2, 3, 4, 5, 6]]);
    assert!(
        found
            .applications
            .iter()
            .all(|one| one.place.unwrap().among == 7)
    );
}

#[test]
fn a_reviewer_with_one_review_moves_little() {
    // The third is a point and a half stricter than the others on everything, the
    // fourth on the one thing that they saw.
    let chance = [0.9, -0.7, 0.2, -0.9, 0.6, 0.1, -0.4];
    let score = |application: usize, reviewer: usize| {
        let severity = [0.2, -0.2, -1.5, -1.5][reviewer];
        (application % 5) as f64 + severity + chance[(3 * application + 5 * reviewer) % 7]
    };
    let cells = (0..30).map(|at| rating(at / 3, at % 3, score(at / 3, at % 3)));
    let mut ratings: Vec<Rating> = cells.collect();
    ratings.push(rating(4, 3, score(4, 3)));
    let found = analysis(&Table::new(10, 4, &ratings), &quick());
    let severity = |at: usize| found.reviewers[at].severity.unwrap();
    let omega = found.variance.unwrap().reviewer.sqrt();
    assert!(
        severity(3).value.abs() < 0.7 * severity(2).value,
        "{:?}",
        found.reviewers
    );
    assert!(severity(3).se > severity(2).se && severity(3).se < 1.1 * omega);
}

#[test]
fn disagreement_is_relative_to_the_panel() {
    let mut ratings: Vec<Rating> = (0..20)
        .map(|at| rating(at / 2, at % 2, 3.0 + (at % 2) as f64 * 0.5))
        .collect();
    ratings.extend([
        rating(10, 0, 1.0),
        rating(10, 1, 4.0),
        rating(11, 0, 3.0),
        rating(11, 1, 4.2),
    ]);
    let flags = disagreement(&Table::new(12, 2, &ratings), 5.0);
    let flagged: Vec<usize> = (0..12).filter(|at| flags[*at].is_some()).collect();
    assert_eq!(flagged, [10]);
    assert!(flags[10].unwrap().wide);
    // The same difference is nothing where everybody differs like that.
    let all: Vec<Rating> = (0..20)
        .map(|at| rating(at / 2, at % 2, 1.0 + (at % 2) as f64))
        .collect();
    assert!(
        disagreement(&Table::new(10, 2, &all), 5.0)
            .iter()
            .all(Option::is_none)
    );
}

#[test]
fn leaving_out_and_reweighing_are_compared_with_the_whole() {
    let table = p1();
    let variance = analysis(&table, &Question::default()).variance.unwrap();
    let without = influence::without_each(&table, &variance, Best::High).unwrap();
    assert_eq!(without.len(), 5);
    assert!(without.iter().any(|one| one.moved > 0));
    assert!(without.iter().all(|one| one.tau > 0.5 && one.tau <= 1.0));
    let same = influence::with_scores(&table, &table, &variance, Best::High);
    assert_eq!((same.tau, same.moved, same.farthest), (1.0, 0, None));
    let turned: Vec<f64> = table.ratings().iter().map(|one| -one.score).collect();
    let turned = influence::with_scores(&table, &table.with_scores(&turned), &variance, Best::High);
    near(turned.tau, -1.0, 1e-9);
    assert_eq!(
        influence::reweighted(&[50.0, 50.0], 0, 1.2),
        [600.0 / 11.0, 500.0 / 11.0]
    );
}

#[test]
fn panels_without_a_common_reviewer_are_compared_each_on_its_own() {
    // Without the first reviewer the first panel falls below the second as a whole, which
    // says nothing: the order within each stays.
    let scores = [(9.0, 3.0), (7.0, 1.0), (6.0, 6.0), (4.0, 4.0)];
    let both = scores.iter().enumerate().flat_map(|(at, (one, other))| {
        let first = at / 2 * 2;
        [rating(at, first, *one), rating(at, first + 1, *other)]
    });
    let table = Table::new(4, 4, &both.collect::<Vec<Rating>>());
    let variance = Variance {
        application: 4.0,
        reviewer: 4.0,
        residual: 1.0,
    };
    let without = influence::without_each(&table, &variance, Best::High).unwrap();
    for one in without {
        assert_eq!((one.tau, one.moved, one.farthest), (1.0, 0, None));
    }
}

#[test]
fn kendall_counts_pairs() {
    near(
        influence::kendall(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 4.0]),
        4.0 / 6.0,
        1e-12,
    );
    near(
        influence::kendall(&[1.0, 1.0, 2.0], &[1.0, 2.0, 3.0]),
        2.0 / 6.0_f64.sqrt(),
        1e-12,
    );
    near(
        influence::kendall(&[3.0, 2.0, 1.0], &[1.0, 2.0, 3.0]),
        -1.0,
        1e-12,
    );
}

prop_compose! {
    /// A table with gaps in which something can be said.
    fn any_ratings()(
        scores in prop::collection::vec(prop::option::weighted(0.7, 0..=10_u8), 40)
    ) -> Vec<Rating> {
        let cells = scores.iter().enumerate();
        cells.filter_map(|(at, score)| Some(rating(at / 4, at % 4, f64::from((*score)?)))).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_order_of_rows_has_no_influence(
        (ratings, shuffled) in any_ratings().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let ask = |ratings: &[Rating]| analysis(&Table::new(10, 4, ratings), &quick());
        prop_assert_eq!(ask(&ratings), ask(&shuffled));
    }

    #[test]
    fn moving_and_stretching_the_scale_changes_no_rank(
        ratings in any_ratings(), by in -5..5_i32, factor in 1..4_u32
    ) {
        let (table, by, factor) = (Table::new(10, 4, &ratings), f64::from(by), f64::from(factor));
        let other: Vec<f64> = table.ratings().iter().map(|one| by + factor * one.score).collect();
        let other = table.with_scores(&other);
        for level in [Level::Nominal, Level::Ordinal, Level::Interval] {
            match (alpha(&table, level), alpha(&other, level)) {
                (Ok(one), Ok(other)) => prop_assert!((one - other).abs() < 1e-9),
                (one, other) => prop_assert_eq!(one, other),
            }
        }
        let (one, other) = (analysis(&table, &quick()), analysis(&other, &quick()));
        for (one, other) in one.applications.iter().zip(&other.applications) {
            match (one.adjusted, other.adjusted) {
                (Ok(one), Ok(other)) => {
                    prop_assert!((by + factor * one.value - other.value).abs() < 1e-2);
                }
                (one, other) => prop_assert_eq!(one, other),
            }
            if let (Ok(one), Ok(other)) = (one.place, other.place) {
                prop_assert!((one.expected - other.expected).abs() < 1.0);
            }
        }
    }

    #[test]
    fn ranks_are_sound_for_any_table(ratings in any_ratings()) {
        let found = analysis(&Table::new(10, 4, &ratings), &quick());
        let places: Vec<Place> = found.applications.iter().filter_map(|one| one.place.ok()).collect();
        for group in &found.panels {
            let own = group.iter().filter_map(|at| found.applications[*at].place.ok());
            let own: Vec<Place> = own.collect();
            let n = own.len() as f64;
            // Ranks of a draw sum to the same, so expected ranks do.
            prop_assert!(own.is_empty() || (own.iter().map(|one| one.expected).sum::<f64>() - n * (n + 1.0) / 2.0).abs() < 1e-6);
        }
        for one in places {
            prop_assert!(one.low <= one.high && one.high <= one.among);
            prop_assert!((0.0..=100.0).contains(&one.pcer) && one.band >= 1);
        }
    }
}
