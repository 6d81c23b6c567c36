//! Against trying every set.

use super::*;
use proptest::prelude::*;

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
pub(super) struct Draw(pub(super) u64);

impl Draw {
    fn next(&mut self, below: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % below) as i64
    }
}

/// Some of few organisations, two in five with targets that bind.
pub(super) fn instance(draw: &mut Draw, size: usize) -> (Vec<Candidate>, Rules) {
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

fn chosen(all: &[Candidate], set: u32) -> impl Iterator<Item = &Candidate> {
    let own = (0..all.len()).filter(move |n| set & (1 << n) != 0);
    own.map(|n| &all[n])
}

/// What a set of whole requests is worth.
pub(super) fn total_of(all: &[Candidate], set: u32) -> i64 {
    chosen(all, set).map(|one| one.score).sum()
}

/// Whether a set of whole requests keeps the rules, and what is decided already.
pub(super) fn keeps(all: &[Candidate], rules: &Rules, set: u32) -> bool {
    let spent: i64 = chosen(all, set).map(|one| one.requested_minor).sum();
    let mut every = all.iter().enumerate();
    let left_out = |(n, one): (usize, &Candidate)| one.award_minor.is_some() && set & (1 << n) == 0;
    if spent > rules.budget_minor || every.any(left_out) {
        return false;
    }
    let mut own: BTreeMap<OrganisationId, (usize, i64, bool)> = BTreeMap::new();
    for one in chosen(all, set) {
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
    let awards = || chosen(all, set).map(|one| (&one.traits, one.requested_minor));
    let met = |target: &Target| target.distance(awards()).off == 0;
    within && rules.targets.iter().all(met)
}

/// The highest total of all sets, by trying each; nothing where none keeps the rules.
fn tried(all: &[Candidate], rules: &Rules) -> Option<i64> {
    let mut best = None;
    for set in 0_u32..1 << all.len() {
        let total = total_of(all, set);
        if best.is_none_or(|best| total > best) && keeps(all, rules, set) {
            best = Some(total);
        }
    }
    best
}

/// The best total of a round, proven and the same as by trying every set; nothing where
/// both find that none keeps the rules.
fn compared(all: &[Candidate], rules: &Rules, round: usize) -> Option<i64> {
    let found = propose(all, rules, EFFORT);
    match (&found, tried(all, rules)) {
        (Proposed::Best(found), Some(best)) => {
            let own = (found.total, found.bound, found.proven);
            assert_eq!(own, (best, best, true), "{round}");
            assert!(kept(all, rules, found), "{round}");
            Some(best)
        }
        (found, tried) => {
            assert_eq!((found, tried), (&Proposed::Impossible, None), "{round}");
            None
        }
    }
}

#[test]
fn two_hundred_rounds_of_fifteen_come_to_what_trying_every_set_comes_to() {
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15);
    let (mut possible, mut targets) = (0, 0);
    for round in 0..200 {
        let (all, rules) = instance(&mut draw, 15);
        if compared(&all, &rules, round).is_some() {
            possible += 1;
            targets += rules.targets.len();
        }
    }
    assert!(possible > 150 && targets > 200, "{possible} {targets}");
}

/// Targets that ask for a little more, or less, than what the budget alone leads to.
fn tighten(draw: &mut Draw, all: &[Candidate], rules: &mut Rules) {
    let free = best(all, rules);
    for code in ["a", "b", "c"] {
        for measure in Measure::ALL {
            let mut target = target(code, Edge::Most, measure, 100);
            let of = |id: &ApplicationId| all.iter().find(|one| one.application == *id).unwrap();
            let awards = free.awards.iter();
            let own = target.distance(awards.map(|(id, amount)| (&of(id).traits, *amount)));
            let share = own.part * 100 / own.whole.max(1);
            let (edge, percent) = match draw.next(2) {
                0 => (Edge::Least, share - 8 + draw.next(12)),
                _ => (Edge::Most, share + 8 - draw.next(12)),
            };
            (target.edge, target.percent) = (edge, percent.clamp(1, 100) as i32);
            rules.targets.push(target);
        }
    }
}

#[test]
fn two_hundred_where_budget_and_six_targets_hurt_come_to_the_same() {
    let mut draw = Draw(0x2545_F491_4F6C_DD1D);
    let (mut round, mut possible, mut dearer) = (0, 0, 0);
    while possible < 200 {
        let (mut all, mut rules) = instance(&mut draw, 15);
        all.iter_mut().for_each(|one| one.award_minor = None);
        (rules.awards, rules.most_minor) = (1, Some(25_000));
        rules.targets.clear();
        let free = best(&all, &rules).total;
        tighten(&mut draw, &all, &mut rules);
        // Without any award every target is met.
        let best = compared(&all, &rules, round).unwrap();
        possible += usize::from(best > 0);
        dearer += usize::from(best > 0 && best < free);
        round += 1;
    }
    assert!(dearer > 140, "{dearer} of {round}");
}

/// A round in tens: many applications that differ in nothing but whose they are.
#[test]
fn applications_that_are_alike_are_told_apart_by_nothing() {
    let mut draw = Draw(0x0DDB_1A5E_5BAD_5EED);
    for round in 0..50 {
        let (mut all, mut rules) = instance(&mut draw, 15);
        for (n, one) in all.iter_mut().enumerate() {
            one.organisation = organisation(n);
            one.award_minor = None;
            one.score = 100 * (1 + one.score / 300);
            one.requested_minor = 5_000 * (1 + one.requested_minor / 7_000);
        }
        rules.budget_minor -= rules.budget_minor % 5_000;
        compared(&all, &rules, round);
    }
}

/// Every amount that one may be funded with, as people state it.
fn useful(one: &Candidate, part: i64) -> Vec<i64> {
    let tenth = |tenths: i64| (one.requested_minor * tenths + 999) / 1_000 * 100;
    let enough = |tenths: &i64| match one.least_minor {
        Some(least) => tenth(*tenths) >= least,
        None => tenths * 10 >= part,
    };
    let parts = (1..10).filter(enough).map(tenth);
    let parts = parts.chain(one.least_minor).chain([one.requested_minor]);
    parts
        .filter(|amount| *amount <= one.requested_minor)
        .collect()
}

/// The highest total of all sets and parts, by trying each.
fn tried_in_part(all: &[Candidate], rules: &Rules, awards: &mut Vec<(Traits, i64)>) -> i64 {
    let Some((one, rest)) = all.split_first() else {
        let spent: i64 = awards.iter().map(|(_, amount)| amount).sum();
        let own = || awards.iter().map(|(traits, amount)| (traits, *amount));
        let met = |target: &Target| target.distance(own()).off == 0;
        let keeps = spent <= rules.budget_minor && rules.targets.iter().all(met);
        return if keeps { 0 } else { i64::MIN / 2 };
    };
    let mut best = tried_in_part(rest, rules, awards);
    for amount in useful(one, rules.part) {
        awards.push((one.traits.clone(), amount));
        let worth = one.score * amount / one.requested_minor;
        best = best.max(worth + tried_in_part(rest, rules, awards));
        awards.pop();
    }
    best
}

#[test]
fn two_hundred_in_part_down_to_own_least_amounts_come_to_the_same() {
    let mut draw = Draw(0x517C_C1B7_2722_0A95);
    let (mut parts, mut leasts) = (0, 0);
    for round in 0..200 {
        let (mut all, mut rules) = instance(&mut draw, 5);
        for (n, one) in all.iter_mut().enumerate() {
            one.organisation = organisation(n);
            one.award_minor = None;
            let share = 55 + draw.next(60);
            let said = draw.next(3) > 0;
            one.least_minor = said.then_some(one.requested_minor * share / 100 + 1);
        }
        rules.most_minor = None;
        rules.part = 60 + 10 * draw.next(4);
        let found = best(&all, &rules);
        let tried = tried_in_part(&all, &rules, &mut Vec::new());
        assert_eq!((found.total, found.proven), (tried, true), "{round}");
        assert!(kept(&all, &rules, &found), "{round}");
        for (id, amount) in &found.awards {
            let one = all.iter().find(|one| one.application == *id).unwrap();
            assert!(useful(one, rules.part).contains(amount), "{round}");
            parts += usize::from(*amount < one.requested_minor);
            leasts += usize::from(Some(*amount) == one.least_minor);
        }
    }
    assert!(parts > 50 && leasts > 10, "{parts} {leasts}");
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
