//! The nearest set, by hand and against trying every set.

use super::tried::{Draw, instance, keeps, total_of};
use super::*;

#[test]
fn the_nearest_set_exchanges_fewer_than_the_best_one() {
    let all = candidates(&[
        (775, 24_000, "a"),
        (750, 12_500, "b"),
        (750, 9_000, "a"),
        (718, 3_000, "c"),
    ]);
    let mut rules = rules(30_000);
    let free = best(&all, &rules);
    assert_eq!(numbers(&free), [1, 2, 3]);
    rules.targets = vec![target("a", Edge::Least, Measure::Amount, 50)];
    assert_eq!(numbers(&best(&all, &rules)), [0, 3]);
    let own = best(&all, &rules);
    let near = nearest(&all, &rules, (&free, &own), EFFORT);
    assert_eq!((near.exchanged, near.total, near.proven), (1, 1_468, true));
    assert_eq!(
        near.awards,
        [(application(2), 9_000), (application(3), 3_000)]
    );
    // A set that keeps the rules is nearest to itself.
    let same = nearest(&all, &rules, (&own, &own), EFFORT);
    assert_eq!((same.exchanged, same.total), (0, own.total));
}

#[test]
fn a_hundred_nearest_sets_are_those_that_trying_every_set_finds() {
    let mut draw = Draw(0xA5A5_1234_9E37_79B9);
    let mut apart = 0;
    for round in 0..100 {
        let (all, rules) = instance(&mut draw, 11);
        let loose = Rules {
            targets: Vec::new(),
            ..rules.clone()
        };
        let both = [&loose, &rules].map(|rules| propose(&all, rules, EFFORT));
        let [Proposed::Best(free), Proposed::Best(known)] = both else {
            continue;
        };
        let [from, to] = [&free, &known].map(|best| {
            let kept = |n: &usize| {
                let own = all[*n].application;
                best.awards.iter().any(|(id, _)| *id == own)
            };
            let bits = (0..all.len()).filter(kept).map(|n| 1_u32 << n);
            bits.sum::<u32>()
        });
        let tried = (0_u32..1 << all.len())
            .filter(|set| keeps(&all, &rules, *set))
            .map(|set| ((set ^ from).count_ones(), -total_of(&all, set)))
            .min();
        let near = nearest(&all, &rules, (&free, &known), EFFORT);
        assert!(near.proven, "{round}");
        let found = (near.exchanged as u32, -near.total);
        assert_eq!(Some(found), tried, "{round}");
        // Without time a set is farther at most, not beyond the one that is known.
        let late = nearest(&all, &rules, (&free, &known), 0);
        let least = nearest(&all, &loose, (&free, &free), 0).exchanged;
        let most = i64::from((from ^ to).count_ones());
        assert!(least == 0 && late.exchanged <= most, "{round}");
        apart += usize::from(near.exchanged > 0);
    }
    assert!(apart > 40, "{apart}");
}
