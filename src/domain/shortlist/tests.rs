//! By hand, and against trying every set.

use super::*;
use crate::domain::balance::{Edge, Measure, Side};
use proptest::prelude::*;

fn application(n: usize) -> ApplicationId {
    ApplicationId::parse(&format!("0193a1b2-0000-7000-8000-{n:012x}")).unwrap()
}

fn organisation(n: usize) -> OrganisationId {
    OrganisationId::parse(&format!("0193a1b2-0000-7000-9000-{n:012x}")).unwrap()
}

/// Each of an organisation of its own: score, request, base.
fn candidates(all: &[(i64, i64, &str)]) -> Vec<Candidate> {
    let one = |(n, (score, requested, base)): (usize, &(i64, i64, &str))| Candidate {
        application: application(n),
        organisation: organisation(n),
        score: *score,
        requested_minor: *requested,
        traits: Traits {
            base: (*base).to_owned(),
            ..Traits::default()
        },
        award_minor: None,
    };
    all.iter().enumerate().map(one).collect()
}

fn rules(budget_minor: i64) -> Rules {
    Rules {
        budget_minor,
        targets: Vec::new(),
        awards: 1,
        most_minor: None,
        part: 100,
    }
}

fn target(code: &str, edge: Edge, measure: Measure, percent: i32) -> Target {
    Target {
        side: Side::Base,
        code: code.to_owned(),
        edge,
        measure,
        percent,
    }
}

fn best(candidates: &[Candidate], rules: &Rules) -> Shortlist {
    let found = propose(candidates, rules, EFFORT);
    found.shortlist().cloned().unwrap()
}

fn numbers(found: &Shortlist) -> Vec<usize> {
    let number = |id: &ApplicationId| usize::from_str_radix(&id.as_str()[24..], 16).unwrap();
    let mut all: Vec<usize> = found.awards.iter().map(|(id, _)| number(id)).collect();
    all.sort_unstable();
    all
}

#[test]
fn the_best_pair_is_better_than_the_best_one() {
    let all = candidates(&[(900, 10_000, "a"), (600, 5_000, "a"), (500, 5_000, "b")]);
    let found = best(&all, &rules(10_000));
    assert_eq!(numbers(&found), [1, 2]);
    assert_eq!(
        (found.total, found.bound, found.proven),
        (1_100, 1_100, true)
    );
}

#[test]
fn a_share_costs_what_the_swap_costs() {
    let all = candidates(&[(900, 5_000, "a"), (800, 5_000, "a"), (500, 5_000, "b")]);
    let mut rules = rules(10_000);
    rules.targets = vec![target("b", Edge::Least, Measure::Amount, 50)];
    let found = best(&all, &rules);
    assert_eq!((numbers(&found), found.total), (vec![0, 2], 1_400));
    let free = without(&all, &rules, 0, EFFORT);
    assert_eq!(free.shortlist().unwrap().total, 1_700);
    rules.targets = vec![target("a", Edge::Most, Measure::Number, 50)];
    assert_eq!(best(&all, &rules).total, 1_400);
}

#[test]
fn an_organisation_has_limits_of_its_own() {
    let mut all = candidates(&[(900, 5_000, "a"), (800, 5_000, "a"), (300, 5_000, "a")]);
    all[1].organisation = all[0].organisation;
    let mut rules = rules(10_000);
    assert_eq!(numbers(&best(&all, &rules)), [0, 2]);
    rules.awards = 2;
    assert_eq!(numbers(&best(&all, &rules)), [0, 1]);
    rules.most_minor = Some(9_999);
    assert_eq!(numbers(&best(&all, &rules)), [0, 2]);
}

#[test]
fn what_is_left_over_funds_a_part() {
    let all = candidates(&[(900, 10_000, "a"), (800, 10_000, "a")]);
    let mut rules = rules(16_000);
    assert_eq!(numbers(&best(&all, &rules)), [0]);
    rules.part = 60;
    let found = best(&all, &rules);
    assert_eq!(
        found.awards,
        [(application(0), 10_000), (application(1), 6_000)]
    );
    assert_eq!(found.total, 900 + 480);
    rules.part = 70;
    assert_eq!(best(&all, &rules).total, 810 + 560);
}

#[test]
fn what_is_decided_stays_and_counts() {
    let mut all = candidates(&[(900, 5_000, "a"), (100, 5_000, "a"), (500, 5_000, "b")]);
    all[1].award_minor = Some(4_000);
    let found = best(&all, &rules(10_000));
    assert_eq!(numbers(&found), [0, 1]);
    assert_eq!(propose(&all, &rules(3_999), EFFORT), Proposed::Impossible);
}

#[test]
fn targets_that_clash_are_named() {
    let all = candidates(&[(900, 5_000, "a"), (800, 5_000, "b"), (700, 5_000, "a")]);
    let mut rules = rules(15_000);
    rules.targets = vec![
        target("a", Edge::Most, Measure::Number, 90),
        target("a", Edge::Least, Measure::Number, 60),
        target("b", Edge::Least, Measure::Number, 60),
    ];
    assert!(propose(&all, &rules, EFFORT).is_nothing());
    assert_eq!(clashing(&all, &rules, EFFORT), [1, 2]);
    rules.targets = vec![target("moon", Edge::Least, Measure::Amount, 1)];
    assert_eq!(clashing(&all, &rules, EFFORT), [0]);
}

#[test]
fn without_time_the_bound_says_how_good_it_is() {
    let mut draw = Draw(7);
    let (all, rules) = instance(&mut draw, 60);
    let found = propose(&all, &rules, 1);
    if let Proposed::Best(found) = found {
        let proven = best(&all, &rules);
        assert!(found.total <= proven.total && proven.total <= found.bound);
        assert!(kept(&all, &rules, &found));
    }
    assert_eq!(propose(&[], &rules, 1).shortlist().unwrap().total, 0);
}

/// Numbers that look drawn and are the same everywhere (xorshift).
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % below) as i64
    }
}

/// Some of few organisations, two in five with targets that bind.
fn instance(draw: &mut Draw, size: usize) -> (Vec<Candidate>, Rules) {
    let bases = ["a", "b", "c"];
    let mut all: Vec<Candidate> = Vec::new();
    for n in 0..size {
        let base = bases[draw.next(3) as usize];
        let one = (draw.next(900) + 100, draw.next(20_000) + 1, base);
        let mut made = candidates(&[one]).remove(0);
        made.application = application(n);
        made.organisation = organisation(draw.next(size as u64) as usize);
        made.award_minor = (draw.next(15) == 0).then_some(made.requested_minor);
        all.push(made);
    }
    let asked: i64 = all.iter().map(|one| one.requested_minor).sum();
    let mut rules = rules(asked * (draw.next(60) + 20) / 100);
    rules.awards = 1 + draw.next(2) as usize;
    rules.most_minor = (draw.next(3) == 0).then_some(25_000);
    for base in bases {
        let edge = Edge::ALL[draw.next(2) as usize];
        let measure = Measure::ALL[draw.next(2) as usize];
        let percent = if edge == Edge::Least {
            20 + draw.next(20)
        } else {
            25 + draw.next(30)
        };
        if draw.next(5) < 3 {
            rules
                .targets
                .push(target(base, edge, measure, percent as i32));
        }
    }
    (all, rules)
}

/// Whether a set keeps the rules, asked of the rules as people state them.
fn kept(all: &[Candidate], rules: &Rules, found: &Shortlist) -> bool {
    let of = |id: &ApplicationId| all.iter().find(|one| one.application == *id).unwrap();
    let awards: Vec<(&Candidate, i64)> = found
        .awards
        .iter()
        .map(|(id, amount)| (of(id), *amount))
        .collect();
    let traits = || awards.iter().map(|(one, amount)| (&one.traits, *amount));
    let spent: i64 = awards.iter().map(|(_, amount)| amount).sum();
    spent <= rules.budget_minor
        && rules
            .targets
            .iter()
            .all(|target| target.distance(traits()).off == 0)
}

/// The highest total of all sets, by trying each; nothing where none keeps the rules.
fn tried(all: &[Candidate], rules: &Rules) -> Option<i64> {
    let mut best = None;
    for set in 0_u32..1 << all.len() {
        let chosen = || {
            (0..all.len())
                .filter(move |n| set & (1 << n) != 0)
                .map(|n| &all[n])
        };
        if all
            .iter()
            .enumerate()
            .any(|(n, one)| one.award_minor.is_some() && set & (1 << n) == 0)
        {
            continue;
        }
        let total: i64 = chosen().map(|one| one.score).sum();
        let spent: i64 = chosen().map(|one| one.requested_minor).sum();
        if spent > rules.budget_minor || best.is_some_and(|best| total <= best) {
            continue;
        }
        let mut own: BTreeMap<OrganisationId, (usize, i64, bool)> = BTreeMap::new();
        for one in chosen() {
            let sum = own.entry(one.organisation).or_default();
            *sum = (
                sum.0 + 1,
                sum.1 + one.requested_minor,
                sum.2 | one.award_minor.is_none(),
            );
        }
        let most = rules.most_minor.unwrap_or(i64::MAX);
        // What is decided already is kept, be it beyond the limits.
        let within = own
            .values()
            .all(|(awards, money, more)| !more || (*awards <= rules.awards && *money <= most));
        let awards = || chosen().map(|one| (&one.traits, one.requested_minor));
        if within
            && rules
                .targets
                .iter()
                .all(|target| target.distance(awards()).off == 0)
        {
            best = Some(total);
        }
    }
    best
}

#[test]
fn two_hundred_rounds_of_fifteen_come_to_what_trying_every_set_comes_to() {
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15);
    let (mut possible, mut targets) = (0, 0);
    for round in 0..200 {
        let (all, rules) = instance(&mut draw, 15);
        let found = propose(&all, &rules, EFFORT);
        match (&found, tried(&all, &rules)) {
            (Proposed::Best(found), Some(best)) => {
                assert_eq!(
                    (found.total, found.bound, found.proven),
                    (best, best, true),
                    "{round}"
                );
                assert!(kept(&all, &rules, found));
                possible += 1;
                targets += rules.targets.len();
            }
            (found, tried) => assert_eq!((found, tried), (&Proposed::Impossible, None), "{round}"),
        }
    }
    assert!(possible > 150 && targets > 200, "{possible} {targets}");
}

proptest! {
    #[test]
    fn more_money_or_fewer_targets_are_never_worse(seed in 1..u64::MAX, more in 0..50_000_i64) {
        let (all, rules) = instance(&mut Draw(seed), 10);
        if let Proposed::Best(found) = propose(&all, &rules, EFFORT) {
            prop_assert!(found.proven && kept(&all, &rules, &found));
            let richer = Rules { budget_minor: rules.budget_minor + more, ..rules.clone() };
            prop_assert!(best(&all, &richer).total >= found.total);
            for target in 0..rules.targets.len() {
                let free = without(&all, &rules, target, EFFORT);
                prop_assert!(free.shortlist().unwrap().total >= found.total);
            }
        }
    }
}
