//! Proposes shortlists of made-up rounds and prints how long it took and whether the
//! best set is proven. `cargo bench --bench shortlist`

use std::time::Instant;

use evenhand::domain::balance::{Edge, Measure, Side, Target, Traits, size_of};
use evenhand::domain::shortlist::{Candidate, EFFORT, Proposed, Rules, nearest, propose, without};
use evenhand::domain::{ApplicationId, OrganisationId};

/// The largest request, in minor units.
const MOST: i64 = 2_500_000;

/// Numbers that look drawn and are the same everywhere (xorshift).
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % below) as i64
    }

    fn one(&mut self, of: &[&str]) -> String {
        of[self.next(of.len() as u64) as usize].to_owned()
    }
}

fn id(kind: usize, n: usize) -> String {
    format!("0193a1b2-0000-7000-{kind}000-{n:012x}")
}

/// Scores of 30 to 95, requests to the cent, one in ten of an organisation that asks twice.
fn candidates(draw: &mut Draw, size: usize) -> Vec<Candidate> {
    let one = |n: usize| {
        let requested_minor = 200_000 + draw.next(2_300_000);
        let owner = if draw.next(10) == 0 { n / 2 } else { n };
        Candidate {
            application: ApplicationId::parse(&id(8, n)).expect("an id"),
            organisation: OrganisationId::parse(&id(9, owner)).expect("an id"),
            score: 300 + draw.next(650),
            requested_minor,
            least_minor: None,
            traits: Traits {
                community: draw.one(&["palestinian", "israeli", "joint"]),
                base: draw.one(&["gaza", "west_bank", "east_jerusalem", "inside", "abroad"]),
                size: size_of(requested_minor, MOST).to_owned(),
                standing: draw.one(&["new", "known", "known"]),
            },
            award_minor: None,
        }
    };
    (0..size).map(one).collect()
}

fn target(side: Side, code: &str, edge: Edge, measure: Measure, percent: i32) -> Target {
    Target {
        side,
        code: code.to_owned(),
        edge,
        measure,
        percent,
    }
}

/// The limits that a panel sets: a budget, one award and so much money for each
/// organisation, and five targets. Eight in all.
fn panel(budget_minor: i64) -> Rules {
    use {Edge::*, Measure::*, Side::*};
    Rules {
        budget_minor,
        targets: vec![
            target(Community, "palestinian", Least, Amount, 35),
            target(Community, "israeli", Most, Amount, 50),
            target(Base, "gaza", Least, Number, 20),
            target(Base, "abroad", Most, Number, 20),
            target(Standing, "new", Least, Number, 25),
        ],
        awards: 1,
        most_minor: Some(MOST),
        part: 100,
    }
}

/// Eight limits by targets alone, all of which hurt.
fn hard(budget_minor: i64) -> Rules {
    use {Edge::*, Measure::*, Side::*};
    Rules {
        targets: vec![
            target(Community, "palestinian", Least, Amount, 36),
            target(Community, "israeli", Least, Amount, 35),
            target(Base, "gaza", Least, Amount, 22),
            target(Base, "abroad", Most, Amount, 17),
            target(Base, "inside", Least, Number, 22),
            target(Standing, "new", Least, Number, 40),
            target(Size, "large", Least, Number, 20),
        ],
        ..panel(budget_minor)
    }
}

/// The same where all targets are of money, so that nothing comes in whole numbers.
fn money(budget_minor: i64) -> Rules {
    let mut rules = hard(budget_minor);
    for target in &mut rules.targets {
        target.measure = Measure::Amount;
        if target.side == Side::Size {
            target.percent = 40;
        }
    }
    rules
}

fn run(name: &str, size: usize, seed: u64, rules: fn(i64) -> Rules, part: i64) {
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15 ^ (seed * 7_919));
    let all = candidates(&mut draw, size);
    let asked: i64 = all.iter().map(|one| one.requested_minor).sum();
    let rules = Rules {
        part,
        ..rules(asked / 4)
    };
    let begun = Instant::now();
    let found = propose(&all, &rules, EFFORT);
    let took = begun.elapsed();
    match found {
        Proposed::Best(best) => println!(
            "{size} {name} ({seed}): {took:.2?}, {} awards, total {}, at most {}, {}",
            best.awards.len(),
            best.total,
            best.bound,
            if best.proven { "proven" } else { "NOT PROVEN" },
        ),
        other => println!("{size} {name} ({seed}): {took:.2?}, {other:?}"),
    }
}

/// What each target costs, as the page asks: the best set without it, and the nearest swap.
fn costs(name: &str, size: usize, seed: u64, rules: fn(i64) -> Rules) {
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15 ^ (seed * 7_919));
    let all = candidates(&mut draw, size);
    let asked: i64 = all.iter().map(|one| one.requested_minor).sum();
    let rules = rules(asked / 4);
    let each = EFFORT / (2 * rules.targets.len() as u64 + 1);
    let begun = Instant::now();
    let best = propose(&all, &rules, EFFORT);
    let mut swaps = Vec::new();
    for target in 0..rules.targets.len() {
        let free = without(&all, &rules, target, each);
        let both = free.shortlist().zip(best.shortlist());
        swaps.push(both.map_or("none".to_owned(), |both| {
            let near = nearest(&all, &rules, both, each);
            let mark = if near.proven { "" } else { " NOT PROVEN" };
            format!("{}{mark}", near.exchanged)
        }));
    }
    let took = begun.elapsed();
    println!(
        "{size} costs of {name} ({seed}): {took:.2?}, exchanged {}",
        swaps.join(", ")
    );
}

fn main() {
    for size in [40, 100, 300, 1_000, 10_000] {
        for seed in 1..=3 {
            run(
                "budget alone",
                size,
                seed,
                |budget| Rules {
                    targets: Vec::new(),
                    ..panel(budget)
                },
                100,
            );
            run("eight limits", size, seed, panel, 100);
            run("eight limits, in part from 50 %", size, seed, panel, 50);
            costs("eight limits", size, seed, panel);
            run("budget and seven targets that hurt", size, seed, hard, 100);
            run("the same, in part from 50 %", size, seed, hard, 50);
            costs("seven targets that hurt", size, seed, hard);
            run(
                "budget and seven of money that hurt",
                size,
                seed,
                money,
                100,
            );
        }
    }
}
