//! The published values; what must hold for every table is in [`sound`].

use super::alpha::{Level, alpha};
use super::icc::{balanced, one_way};
use super::*;

mod sound;

const P1: &str = include_str!("../../../tests/data/reviews/erforresearch_mock.csv");
const ICLR: &str = include_str!("../../../tests/data/reviews/iclr2019_ratings.csv");
const K2011: &str = include_str!("../../../tests/data/reviews/krippendorff_2011_example.csv");
const WIKIPEDIA: &str =
    include_str!("../../../tests/data/reviews/krippendorff_wikipedia_example.csv");
const SHROUT: &str = include_str!("../../../tests/data/reviews/shrout_fleiss_1979.csv");

fn rating(application: usize, reviewer: usize, score: f64) -> Rating {
    Rating {
        application,
        reviewer,
        score,
    }
}

/// A file with a row for each observer and a column for each unit.
fn matrix(text: &str) -> Table {
    let rows: Vec<Vec<&str>> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').skip(1).collect())
        .collect();
    let mut ratings = Vec::new();
    for (reviewer, row) in rows.iter().enumerate() {
        let cells = row.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        ratings.extend(cells.map(|(unit, cell)| rating(unit, reviewer, cell.parse().unwrap())));
    }
    Table::new(rows[0].len(), rows.len(), &ratings)
}

/// Panel p1, its proposals and assessors numbered from 0.
fn p1() -> Table {
    let rows = P1.lines().filter(|line| line.starts_with("p1,"));
    let ratings = rows.map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |text: &str| text.trim_matches(['#', 'v', '_']).parse::<usize>().unwrap() - 1;
        rating(
            number(cells[1]),
            number(cells[2]),
            cells[4].parse().unwrap(),
        )
    });
    Table::new(15, 5, &ratings.collect::<Vec<Rating>>())
}

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{found} for {expected}"
    );
}

fn alphas(table: &Table) -> [f64; 4] {
    [
        Level::Nominal,
        Level::Ordinal,
        Level::Interval,
        Level::Ratio,
    ]
    .map(|level| alpha(table, level).unwrap())
}

#[test]
fn alpha_is_krippendorffs() {
    for (text, expected) in [
        (K2011, [0.743421, 0.815388, 0.849107, 0.797403]),
        (WIKIPEDIA, [0.691358, 0.806721, 0.810845, 0.808944]),
    ] {
        let found = alphas(&matrix(text));
        found
            .into_iter()
            .zip(expected)
            .for_each(|(a, b)| near(a, b, 1e-6));
    }
}

#[test]
fn intraclass_correlations_are_those_of_shrout_and_fleiss() {
    // Rows are targets there.
    let rows = matrix(SHROUT);
    let turned = rows
        .ratings()
        .iter()
        .map(|one| rating(one.reviewer, one.application, one.score));
    let table = Table::new(6, 4, &turned.collect::<Vec<Rating>>());
    let found = balanced(&table).unwrap();
    let squares = [found.bms, found.wms, found.jms, found.ems];
    squares
        .into_iter()
        .zip([11.24, 6.26, 32.49, 1.02])
        .for_each(|(a, b)| near(a, b, 0.005));
    found
        .single
        .into_iter()
        .zip([0.17, 0.29, 0.71])
        .for_each(|(a, b)| near(a, b, 0.005));
    found
        .mean
        .into_iter()
        .zip([0.44, 0.62, 0.91])
        .for_each(|(a, b)| near(a, b, 0.005));
    let one_way = one_way(&table).unwrap();
    near(one_way.icc1, found.single[0], 1e-12);
    near(one_way.icck, found.mean[0], 1e-12);
    near(one_way.k, 4.0, 1e-12);
}

#[test]
fn expected_ranks_are_those_of_the_swiss_national_science_foundation() {
    let published = [
        2.44, 4.06, 4.09, 4.12, 5.08, 6.19, 7.34, 7.26, 8.43, 9.42, 10.4, 11.4, 13.0, 13.0, 13.7,
    ];
    let sucra = [
        0.90, 0.78, 0.78, 0.78, 0.71, 0.63, 0.55, 0.55, 0.47, 0.40, 0.33, 0.25, 0.15, 0.14, 0.09,
    ];
    let found = analysis(&p1(), &Question::default());
    for (at, one) in found.applications.iter().enumerate() {
        let place = one.place.unwrap();
        near(place.expected, published[at], 0.15);
        near(place.sucra, sucra[at], 0.02);
        near(place.pcer, 100.0 * (place.expected - 0.5) / 15.0, 1e-9);
    }
}

#[test]
fn adjusted_scores_of_a_balanced_table_are_those_of_the_analysis_of_variance() {
    let table = p1();
    let found = analysis(&table, &Question::default());
    let squares = balanced(&table).unwrap();
    let variance = found.variance.unwrap();
    near(variance.residual, squares.ems, 1e-3);
    near(
        variance.application,
        (squares.bms - squares.ems) / 5.0,
        1e-3,
    );
    near(
        variance.reviewer,
        ((squares.jms - squares.ems) / 15.0).max(0.0),
        1e-3,
    );
    let shrink = 1.0 - squares.ems / squares.bms;
    let mean: f64 = found
        .applications
        .iter()
        .map(|one| one.scores.mean.unwrap())
        .sum::<f64>()
        / 15.0;
    for one in &found.applications {
        let expected = mean + shrink * (one.scores.mean.unwrap() - mean);
        near(one.adjusted.unwrap().value, expected, 1e-3);
    }
}

#[test]
fn iclr_is_as_published() {
    let mut papers: Vec<(&str, f64, &str)> = Vec::new();
    let mut ratings = Vec::new();
    for line in ICLR.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        if papers.last().is_none_or(|one| one.0 != cells[0]) {
            papers.push((cells[0], cells[3].parse().unwrap(), cells[5]));
        }
        let reviewer = cells[1].parse::<usize>().unwrap() - 1;
        ratings.push(rating(
            papers.len() - 1,
            reviewer,
            cells[2].parse().unwrap(),
        ));
    }
    let table = Table::new(papers.len(), 5, &ratings);
    assert_eq!(papers.len(), 1565);
    let decided = ratings
        .iter()
        .filter(|one| papers[one.application].2 != "N/A");
    let decided = Table::new(papers.len(), 5, &decided.copied().collect::<Vec<Rating>>());
    near(alpha(&decided, Level::Interval).unwrap(), 0.451, 0.0005);
    let (mut accepted, mut rejected) = (Vec::new(), Vec::new());
    for (at, (_, published, decision)) in papers.iter().enumerate() {
        let mean = measure::moments(table.scores(at)).mean.unwrap();
        near(mean, *published, 0.005 + 1e-9);
        if decision.starts_with("Accept") {
            accepted.push(mean);
        } else if decision.starts_with("Reject") {
            rejected.push(mean);
        }
    }
    assert_eq!(accepted.len() + rejected.len(), 1419);
    let wins = accepted.iter().flat_map(|a| {
        rejected.iter().map(move |r| {
            if a > r {
                1.0
            } else if a == r {
                0.5
            } else {
                0.0
            }
        })
    });
    near(
        wins.sum::<f64>() / (accepted.len() * rejected.len()) as f64,
        0.960,
        0.0005,
    );
}
