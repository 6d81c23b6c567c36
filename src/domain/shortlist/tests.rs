//! By hand; in [`tried`] against trying every set.

mod models;
mod swaps;
mod tried;

use super::*;
use crate::domain::balance::{Edge, Measure, Side};

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
        least_minor: None,
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
fn the_own_least_amount_goes_before_the_part_of_the_round() {
    let mut all = candidates(&[(900, 10_000, "a"), (800, 10_000, "a")]);
    let mut rules = rules(16_000);
    rules.part = 60;
    all[1].least_minor = Some(7_000);
    let found = best(&all, &rules);
    assert_eq!(
        found.awards,
        [(application(0), 9_000), (application(1), 7_000)]
    );
    assert_eq!(found.total, 810 + 560);
    // No tenth of the request, and below the part of the round.
    all[1].least_minor = Some(2_550);
    rules.budget_minor = 12_560;
    let found = best(&all, &rules);
    assert_eq!(found.awards[1], (application(1), 2_550));
    assert_eq!(found.total, 900 + 204);
    rules.part = 100;
    assert_eq!(best(&all, &rules).total, 900);
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
