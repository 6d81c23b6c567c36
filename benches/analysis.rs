//! What the statistics are worth and what they cost; prints, asserts nothing.
//! `cargo bench --bench analysis`.
//!
//! 1. Simulation with known truth: 200 applications, 40 reviewers, three reviews
//!    each, severity as spread as quality. How well three orders agree with the
//!    truth, by Kendall's tau-b: plain mean, mean of z-scores, adjusted score.
//! 2. Time of the analysis of 1,565 ICLR submissions (tests/data/reviews).
//! 3. Time of 10,000 applications with 30,000 reviews by 300 reviewers.

use std::collections::BTreeMap;
use std::time::Instant;

use evenhand::domain::statistics::influence::kendall;
use evenhand::domain::statistics::measure::moments;
use evenhand::domain::statistics::{Analysis, Question, Rating, Table, analysis};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rand_distr::{Distribution, StandardNormal};

const ICLR: &str = include_str!("../tests/data/reviews/iclr2019_ratings.csv");
const REPLICATIONS: u64 = 200;

fn main() {
    recovery();
    let iclr = iclr();
    timed("1,565 ICLR submissions", &iclr);
    let (large, _) = simulated((10_000, 300, 3), 1);
    timed("10,000 applications, 300 reviewers, 30,000 reviews", &large);
    let (sparse, _) = simulated((10_000, 3_000, 3), 1);
    timed(
        "10,000 applications, 3,000 reviewers, 30,000 reviews",
        &sparse,
    );
    println!("peak memory: {}", peak());
}

/// Reviews of applications by reviewers who are dealt out evenly, with the truth.
/// Quality and severity have SD 1, chance has SD 1.
fn simulated(
    (applications, reviewers, each): (usize, usize, usize),
    seed: u64,
) -> (Table, Vec<f64>) {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut normal = |count: usize| -> Vec<f64> {
        (0..count)
            .map(|_| StandardNormal.sample(&mut random))
            .collect()
    };
    let (quality, severity) = (normal(applications), normal(reviewers));
    let chance = normal(applications * each);
    let mut deck: Vec<usize> = Vec::new();
    let mut ratings = Vec::new();
    for (application, true_quality) in quality.iter().enumerate() {
        for number in 0..each {
            let reviewer = loop {
                if deck.is_empty() {
                    deck = (0..reviewers).collect();
                    for at in (1..deck.len()).rev() {
                        deck.swap(at, (random.next_u64() % (at as u64 + 1)) as usize);
                    }
                }
                let own = &ratings[ratings.len() - number..];
                let free = |one: &usize| own.iter().all(|other: &Rating| other.reviewer != *one);
                match deck.iter().position(free) {
                    Some(at) => break deck.remove(at),
                    None => deck.clear(),
                }
            };
            let score = true_quality + severity[reviewer] + chance[ratings.len()];
            ratings.push(Rating {
                application,
                reviewer,
                score,
            });
        }
    }
    (Table::new(applications, reviewers, &ratings), quality)
}

/// Mean Kendall's tau of four orders with the truth.
fn recovery() {
    let mut sums = [0.0; 4];
    let mut wins = [0, 0];
    for seed in 0..REPLICATIONS {
        let (table, truth) = simulated((200, 40, 3), seed);
        let found = analysis(&table, &Question::default());
        let adjusted = |one: &Analysis| -> Vec<f64> {
            let each = one.applications.iter();
            each.map(|one| one.adjusted.map_or(0.0, |one| one.value))
                .collect()
        };
        let expected = found
            .applications
            .iter()
            .map(|one| one.place.map_or(0.0, |one| -one.expected));
        let orders = [
            means(&table),
            z_scores(&table),
            adjusted(&found),
            expected.collect(),
        ];
        let taus = orders.map(|order| kendall(&order, &truth));
        sums.iter_mut().zip(taus).for_each(|(sum, tau)| *sum += tau);
        wins[0] += usize::from(taus[2] > taus[0]);
        wins[1] += usize::from(taus[2] > taus[1]);
    }
    println!("Kendall's tau with the truth, mean of {REPLICATIONS} simulations of 200 x 40 x 3:");
    for (name, sum) in ["plain mean", "z-scores", "adjusted", "expected rank"]
        .iter()
        .zip(sums)
    {
        println!("  {name:14} {:.4}", sum / REPLICATIONS as f64);
    }
    println!(
        "  adjusted beats the mean in {}, z-scores in {} of {REPLICATIONS}",
        wins[0], wins[1]
    );
}

fn means(table: &Table) -> Vec<f64> {
    let mean = |at| moments(table.scores(at)).mean.unwrap_or(0.0);
    (0..table.applications()).map(mean).collect()
}

/// Means of scores that are standardised within each reviewer.
fn z_scores(table: &Table) -> Vec<f64> {
    let own: Vec<_> = (0..table.reviewers())
        .map(|at| moments(table.by_reviewer(at).map(|one| one.score)))
        .collect();
    let scores = table.ratings().iter().map(|one| {
        let own = &own[one.reviewer];
        (one.score - own.mean.unwrap_or(0.0)) / own.sd.unwrap_or(1.0)
    });
    means(&table.with_scores(&scores.collect::<Vec<f64>>()))
}

/// The published ratings; what stands for a reviewer there is a position.
fn iclr() -> Table {
    let mut papers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ratings = Vec::new();
    for line in ICLR.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let next = papers.len();
        let application = *papers.entry(cells[0]).or_insert(next);
        let (Ok(position), Ok(score)) = (cells[1].parse::<usize>(), cells[2].parse()) else {
            continue;
        };
        ratings.push(Rating {
            application,
            reviewer: position - 1,
            score,
        });
    }
    Table::new(papers.len(), 5, &ratings)
}

fn timed(name: &str, table: &Table) {
    let begin = Instant::now();
    let found = analysis(table, &Question::default());
    let ranked = found
        .applications
        .iter()
        .filter(|one| one.place.is_ok())
        .count();
    println!(
        "{name}: {:.2} s, {ranked} ranked, {:?}",
        begin.elapsed().as_secs_f64(),
        found.variance
    );
}

/// As the kernel counts it, where it does.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("unknown".to_owned(), |line| line.trim().to_owned())
}
