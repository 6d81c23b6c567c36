//! The proof that no plan is better. Knows the task, the plan and its prices,
//! and nothing of how they were found: if nothing that is used costs more than
//! the prices allow, and nothing that is unused costs less, then no exchange of
//! any length improves the plan.

use super::weights::Weights;
use super::{Plan, Task};

/// What is wrong with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It does not speak of the same applications and reviewers.
    Shape,
    /// The task is too large for weights.
    Size,
    /// An application has a reviewer who is barred, or one twice.
    Pair(usize),
    /// What an application is given and misses is not what it lacks.
    Sum(usize),
    /// A reviewer has another load than the plan says, or more than they take.
    Load(usize),
    /// The prices don't prove the reviewers of this application.
    Application(usize),
    /// The prices don't prove the load of this reviewer.
    Reviewer(usize),
    /// The prices don't prove that anything has to be missing.
    Nobody,
}

/// Checks that a plan is possible and that no plan is better.
pub fn prove(task: &Task, plan: &Plan) -> Result<(), Flaw> {
    let weights = Weights::of(task).map_err(|_| Flaw::Size)?;
    has_shape(task, plan).then_some(()).ok_or(Flaw::Shape)?;
    is_possible(task, plan)?;
    for application in 0..task.wants.len() {
        let proved = is_proved(task, &weights, plan, application);
        proved.then_some(()).ok_or(Flaw::Application(application))?;
    }
    for (reviewer, seat) in task.seats.iter().enumerate() {
        let (load, price) = (plan.loads[reviewer], plan.prices.reviewers[reviewer]);
        let next = load >= seat.cap || weights.step(load) + price >= 0;
        let last = load <= seat.load || weights.step(load - 1) + price <= 0;
        (next && last)
            .then_some(())
            .ok_or(Flaw::Reviewer(reviewer))?;
    }
    let missing = plan.missing.iter().any(|missing| *missing > 0);
    let nobody = plan.prices.nobody;
    let proved = nobody == 0 || (nobody > 0 && !missing);
    proved.then_some(()).ok_or(Flaw::Nobody)
}

fn has_shape(task: &Task, plan: &Plan) -> bool {
    let (applications, reviewers) = (task.wants.len(), task.seats.len());
    task.grid.len() == applications * reviewers
        && [
            plan.given.len(),
            plan.missing.len(),
            plan.prices.applications.len(),
        ] == [applications; 3]
        && [plan.loads.len(), plan.prices.reviewers.len()] == [reviewers; 2]
}

fn is_possible(task: &Task, plan: &Plan) -> Result<(), Flaw> {
    let mut loads: Vec<u32> = task.seats.iter().map(|seat| seat.load).collect();
    for (application, given) in plan.given.iter().enumerate() {
        for (at, reviewer) in given.iter().enumerate() {
            let allowed = task.misfit(application, *reviewer).is_some();
            if !allowed || *reviewer >= loads.len() || given[..at].contains(reviewer) {
                return Err(Flaw::Pair(application));
            }
            loads[*reviewer] += 1;
        }
        let sum = given.len() as u64 + u64::from(plan.missing[application]);
        if sum != u64::from(task.wants[application].lacks) {
            return Err(Flaw::Sum(application));
        }
    }
    for (reviewer, load) in loads.iter().enumerate() {
        let (seat, before) = (task.seats[reviewer], task.seats[reviewer].load);
        if *load != plan.loads[reviewer] || *load > seat.cap.max(before) {
            return Err(Flaw::Load(reviewer));
        }
    }
    Ok(())
}

/// Whether every pair of an application is worth its price, and no other is.
fn is_proved(task: &Task, weights: &Weights, plan: &Plan, application: usize) -> bool {
    let lacks = task.wants[application].lacks;
    if lacks == 0 {
        return true;
    }
    let price = plan.prices.applications[application];
    let pairs = plan.prices.reviewers.iter().enumerate().all(|(r, paid)| {
        let Some(misfit) = task.misfit(application, r) else {
            return true;
        };
        let reduced = weights.pair(misfit) + price - paid;
        if plan.given[application].contains(&r) {
            reduced <= 0
        } else {
            reduced >= 0
        }
    });
    let missing = plan.missing[application];
    let miss = |n: u32| weights.miss(task, application, n) + price - plan.prices.nobody;
    pairs && (missing == 0 || miss(missing - 1) <= 0) && (missing == lacks || miss(missing) >= 0)
}
