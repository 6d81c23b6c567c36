//! Plans against a second solver, and proofs against plans that were bent.

use proptest::prelude::*;

use super::weights::Weights;
use super::*;

/// What a plan weighs: the sum that the search makes least.
fn weight(task: &Task, plan: &Plan) -> i64 {
    let weights = Weights::of(task).unwrap();
    let mut sum = 0;
    for (application, given) in plan.given.iter().enumerate() {
        for reviewer in given {
            sum += weights.pair(task.misfit(application, *reviewer).unwrap());
        }
        let missing = plan.missing[application];
        sum += (0..missing)
            .map(|n| weights.miss(task, application, n))
            .sum::<i64>();
    }
    for (seat, load) in task.seats.iter().zip(&plan.loads) {
        sum += (seat.load..*load).map(|n| weights.step(n)).sum::<i64>();
    }
    sum
}

/// The same task as a linear program, in which every step of a load and of what
/// is missing is a variable of its own. Such a program has a whole-numbered optimum.
fn least_weight(task: &Task) -> f64 {
    use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem};
    let weights = Weights::of(task).unwrap();
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut seats: Vec<LinearExpr> = task.seats.iter().map(|_| LinearExpr::empty()).collect();
    for (application, want) in task.wants.iter().enumerate() {
        let mut got = LinearExpr::empty();
        for (reviewer, seat) in seats.iter_mut().enumerate() {
            if let Some(misfit) = task.misfit(application, reviewer) {
                let pair = problem.add_var(weights.pair(misfit) as f64, (0.0, 1.0));
                got.add(pair, 1.0);
                seat.add(pair, 1.0);
            }
        }
        for n in 0..want.lacks {
            let miss = weights.miss(task, application, n) as f64;
            got.add(problem.add_var(miss, (0.0, 1.0)), 1.0);
        }
        problem.add_constraint(got, ComparisonOp::Eq, f64::from(want.lacks));
    }
    for (seat, mut sum) in task.seats.iter().zip(seats) {
        for n in seat.load..seat.cap {
            let step = problem.add_var(weights.step(n) as f64, (0.0, 1.0));
            sum.add(step, -1.0);
        }
        problem.add_constraint(sum, ComparisonOp::Eq, 0.0);
    }
    problem
        .solve()
        .unwrap()
        .into_solution()
        .unwrap()
        .objective()
}

fn tasks() -> impl Strategy<Value = Task> {
    let sizes = (1_usize..8, 1_usize..6);
    sizes.prop_flat_map(|(applications, reviewers)| {
        let want = (0_u32..3, 0_u32..4).prop_map(|(held, lacks)| Want { held, lacks });
        let seat = (0_u32..3, 0_u32..6).prop_map(|(load, cap)| Seat { load, cap });
        let misfit = prop_oneof![3 => 0_u16..9, 1 => Just(BARRED)];
        (
            prop::collection::vec(want, applications),
            prop::collection::vec(seat, reviewers),
            prop::collection::vec(misfit, applications * reviewers),
            prop_oneof![Just(First::Even), Just(First::Fit)],
        )
            .prop_map(|(wants, seats, grid, first)| Task {
                wants,
                seats,
                grid,
                first,
            })
    })
}

/// Everything that a shortage claims, counted anew.
fn check_shortage(task: &Task, plan: &Plan, shortage: &Shortage) {
    let mut elsewhere = 0;
    for application in &shortage.applications {
        for reviewer in 0..task.seats.len() {
            let possible = task.misfit(*application, reviewer).is_some();
            elsewhere += u32::from(possible && !shortage.reviewers.contains(&reviewer));
        }
    }
    assert_eq!(elsewhere, shortage.elsewhere);
    assert!(shortage.wanted > shortage.room + shortage.elsewhere);
    assert!(shortage.short.iter().all(|one| plan.missing[*one] > 0));
    let missing: u32 = shortage.short.iter().map(|one| plan.missing[*one]).sum();
    assert_eq!(shortage.wanted, shortage.room + elsewhere + missing);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn no_other_solver_finds_a_better_plan(task in tasks()) {
        let plan = spread(&task).unwrap();
        prop_assert_eq!(prove(&task, &plan), Ok(()));
        let (ours, theirs) = (weight(&task, &plan) as f64, least_weight(&task));
        prop_assert!((ours - theirs).abs() <= 1e-9 * ours.abs().max(1.0), "{} {}", ours, theirs);
        prop_assert_eq!(&plan, &spread(&task).unwrap());
    }

    #[test]
    fn what_is_missing_is_explained(task in tasks()) {
        let plan = spread(&task).unwrap();
        let found = shortages(&task, &plan);
        for shortage in &found {
            check_shortage(&task, &plan, shortage);
        }
        for (application, missing) in plan.missing.iter().enumerate() {
            let explained = found.iter().any(|one| one.short.contains(&application));
            prop_assert_eq!(*missing > 0, explained);
        }
    }

    #[test]
    fn a_plan_that_was_bent_proves_nothing(task in tasks(), at in any::<prop::sample::Index>()) {
        let plan = spread(&task).unwrap();
        let application = at.index(task.wants.len());
        for other in 0..task.seats.len() {
            for given in plan.given[application].clone() {
                let mut bent = plan.clone();
                bent.given[application].retain(|one| *one != given);
                bent.given[application].push(other);
                bent.loads[given] -= 1;
                bent.loads[other] += 1;
                let same = other == given || weight_if(&task, &bent) == Some(weight(&task, &plan));
                prop_assert!(same || prove(&task, &bent).is_err());
            }
        }
    }
}

/// What a bent plan weighs, if it is possible at all.
fn weight_if(task: &Task, plan: &Plan) -> Option<i64> {
    let possible = plan.given.iter().enumerate().all(|(application, given)| {
        let mut once = given.clone();
        once.sort_unstable();
        once.dedup();
        let allowed = |r: &usize| task.misfit(application, *r).is_some();
        once.len() == given.len() && given.iter().all(allowed)
    });
    let fits = |(seat, load): (&Seat, &u32)| *load <= seat.cap.max(seat.load);
    let possible = possible && task.seats.iter().zip(&plan.loads).all(fits);
    possible.then(|| weight(task, plan))
}

fn even(applications: usize, lacks: u32, reviewers: usize, cap: u32) -> Task {
    Task {
        wants: vec![Want { held: 0, lacks }; applications],
        seats: vec![Seat { load: 0, cap }; reviewers],
        grid: vec![0; applications * reviewers],
        first: First::Even,
    }
}

#[test]
fn loads_are_even_and_count_what_was_there() {
    let mut task = even(10, 3, 6, 99);
    assert_eq!(spread(&task).unwrap().loads, [5; 6]);
    task.seats[0].load = 5;
    let plan = spread(&task).unwrap();
    assert_eq!(plan.loads.iter().sum::<u32>(), 35);
    assert!(plan.loads.iter().all(|load| (5..=6).contains(load)));
}

#[test]
fn what_comes_first_is_never_outweighed() {
    // Reviewer 0 fits everything; the others fit nothing.
    let mut task = even(4, 1, 2, 99);
    task.grid = [0, 99].repeat(4);
    assert_eq!(spread(&task).unwrap().loads, [2, 2]);
    task.first = First::Fit;
    assert_eq!(spread(&task).unwrap().loads, [4, 0]);
}

#[test]
fn a_single_missing_review_is_better_than_an_application_without_any() {
    let task = even(2, 2, 3, 1);
    let plan = spread(&task).unwrap();
    let mut missing = plan.missing.clone();
    missing.sort_unstable();
    assert_eq!(
        missing,
        [0, 1],
        "three seats give two and one, not two and none"
    );
    let shortage = &shortages(&task, &plan)[0];
    let said = (shortage.wanted, shortage.room, shortage.elsewhere);
    assert_eq!(said, (4, 3, 0));
}

#[test]
fn the_witness_names_the_few_who_could() {
    // Four applications that only reviewers 0 and 1 may read; others are free.
    let mut task = even(6, 2, 5, 3);
    for application in 0..4 {
        for reviewer in 2..5 {
            task.grid[application * 5 + reviewer] = BARRED;
        }
    }
    let plan = spread(&task).unwrap();
    assert_eq!(prove(&task, &plan), Ok(()));
    let found = shortages(&task, &plan);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].applications, [0, 1, 2, 3]);
    assert_eq!(found[0].reviewers, [0, 1]);
    assert_eq!((found[0].wanted, found[0].room), (8, 6));
}

#[test]
fn prices_that_were_bent_prove_nothing() {
    let task = even(3, 2, 3, 2);
    let plan = spread(&task).unwrap();
    let mut bent = plan.clone();
    bent.prices.reviewers[1] += 100;
    assert!(prove(&task, &bent).is_err());
    let mut bent = plan.clone();
    bent.missing[0] = 1;
    bent.given[0].pop();
    assert!(prove(&task, &bent).is_err());
    let mut bent = plan.clone();
    bent.loads[0] += 1;
    assert_eq!(prove(&task, &bent), Err(Flaw::Load(0)));
    let mut bent = plan;
    bent.given[0] = vec![0, 0];
    assert_eq!(prove(&task, &bent), Err(Flaw::Pair(0)));
}

#[test]
fn nothing_to_do_is_done() {
    let plan = spread(&even(0, 3, 0, 0)).unwrap();
    assert!(plan.given.is_empty());
    let plan = spread(&even(2, 1, 0, 0)).unwrap();
    assert_eq!(plan.missing, [1, 1]);
    assert_eq!(shortages(&even(2, 1, 0, 0), &plan).len(), 2);
}
