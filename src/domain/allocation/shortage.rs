//! What can't be done, and why: applications that lack reviews, with everybody
//! who could read any of them and is full. By Hall's theorem such a set exists
//! whenever a review is missing; it is what the search reaches from there.

use std::collections::{BTreeSet, VecDeque};

use super::{Plan, Task};

/// Applications that want more reviews than can be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// Those that lack a review in the plan.
    pub short: Vec<usize>,
    /// All that share the same reviewers, with those.
    pub applications: Vec<usize>,
    /// The only ones who can read more of them.
    pub reviewers: Vec<usize>,
    /// Reviews that all of them lack before the plan.
    pub wanted: u32,
    /// Reviews that those reviewers can still take, all together.
    pub room: u32,
    /// Reviews that others can write, who read single ones of them and have
    /// room: each of them once an application.
    pub elsewhere: u32,
}

/// Everything that is impossible, each part on its own. In each, more is wanted
/// than `room` and `elsewhere` together.
pub fn shortages(task: &Task, plan: &Plan) -> Vec<Shortage> {
    let mut found: Vec<(BTreeSet<usize>, BTreeSet<usize>)> = Vec::new();
    let mut explained = BTreeSet::new();
    let holds = holders(task, plan);
    for (application, missing) in plan.missing.iter().enumerate() {
        if *missing == 0 || explained.contains(&application) {
            continue;
        }
        let (applications, reviewers) = reached(task, plan, &holds, application);
        explained.extend(applications.iter().copied());
        // Who waits for the same people is told of together.
        let same = found
            .iter_mut()
            .find(|(_, known)| !known.is_empty() && *known == reviewers);
        match same {
            Some((known, _)) => known.extend(applications),
            None => found.push((applications, reviewers)),
        }
    }
    let told = |(applications, reviewers): &(_, _)| told(task, plan, applications, reviewers);
    found.iter().map(told).collect()
}

/// What each reviewer is given.
fn holders(task: &Task, plan: &Plan) -> Vec<Vec<usize>> {
    let mut holds = vec![Vec::new(); task.seats.len()];
    for (application, given) in plan.given.iter().enumerate() {
        for reviewer in given {
            holds[*reviewer].push(application);
        }
    }
    holds
}

/// What can be reached from an application that lacks a review: its possible
/// reviewers, what they were given, who else could take that, and so on. All of
/// them are full, else the review would not be missing.
fn reached(
    task: &Task,
    plan: &Plan,
    holds: &[Vec<usize>],
    from: usize,
) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let (mut applications, mut reviewers) = (BTreeSet::from([from]), BTreeSet::new());
    let mut queue = VecDeque::from([from]);
    while let Some(application) = queue.pop_front() {
        for (reviewer, held) in holds.iter().enumerate() {
            let possible = task.misfit(application, reviewer).is_some()
                && !plan.given[application].contains(&reviewer);
            if possible && reviewers.insert(reviewer) {
                let more = held.iter().copied();
                queue.extend(more.filter(|one| applications.insert(*one)));
            }
        }
    }
    (applications, reviewers)
}

/// What such a set comes to.
fn told(
    task: &Task,
    plan: &Plan,
    applications: &BTreeSet<usize>,
    reviewers: &BTreeSet<usize>,
) -> Shortage {
    let room = |reviewer: &usize| {
        let seat = task.seats[*reviewer];
        seat.cap.saturating_sub(seat.load)
    };
    let others = |application: &usize| {
        let given = plan.given[*application].iter();
        given.filter(|one| !reviewers.contains(one)).count() as u32
    };
    Shortage {
        short: applications
            .iter()
            .copied()
            .filter(|one| plan.missing[*one] > 0)
            .collect(),
        wanted: applications.iter().map(|one| task.wants[*one].lacks).sum(),
        room: reviewers.iter().map(room).sum(),
        elsewhere: applications.iter().map(others).sum(),
        applications: applications.iter().copied().collect(),
        reviewers: reviewers.iter().copied().collect(),
    }
}
