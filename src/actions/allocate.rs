//! Plans to assign a whole round: proposed, thinned out, applied. Proposing only
//! reads, as it may take seconds in which others want to write.

use std::collections::{BTreeMap, BTreeSet};

use super::Refusal;
use super::allocation_hints::look_twice;
use super::assignment::{assign_one, write_to};
use crate::domain::allocation::{
    BARRED, First, Fit, Plan, Preferences, Seat, Task, Want, prove, shortages, spread,
};
use crate::domain::application::Status;
use crate::domain::assignment::Bar;
use crate::domain::reviewer::ReviewerProfile;
use crate::domain::{AccountId, ApplicationId, Message, RoundId};
use crate::policy::assignment::is_reviewed;
use crate::policy::{Actor, Reach};
use crate::store::allocation::{Candidature, Facts, facts};
use crate::store::application::{self, ApplicationRow};
use crate::store::assignment;
use crate::store::candidate::{Candidates, candidates};
use crate::store::plan::{self, Lack, Left, Pair, Proposal, Source};
use crate::store::{Reader, StoreError, Tx, audit};

/// How a plan is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Wishes {
    /// Reviews that each application should have.
    pub number: u32,
    /// Most reviews of the round that anybody gets, with those they have.
    pub cap: Option<u32>,
    pub first: First,
    pub prefer: Preferences,
}

/// Everything that the search saw, to put its plan into words.
struct Sight<'a> {
    facts: &'a Facts,
    applications: Vec<&'a Candidature>,
    task: Task,
    /// Who has each application already.
    wishes: Wishes,
}

/// The best plan for the applications in review that are within reach.
pub fn propose(
    reader: &mut Reader,
    actor: &Actor,
    round: RoundId,
    wishes: Wishes,
) -> Result<Proposal, StoreError> {
    let facts = facts(reader, Reach::staff(actor), round)?;
    let sight = see(&facts, wishes);
    let too_large = |_| StoreError::Damaged("more than a plan can hold".to_owned());
    let plan = spread(&sight.task).map_err(too_large)?;
    let mut proposal = Proposal {
        source: Source::Proposal,
        number: wishes.number,
        proved: prove(&sight.task, &plan).is_ok(),
        pairs: pairs(&sight, &plan),
        lacks: lacks(&sight, &plan),
        missing: plan.missing.iter().sum(),
        ..Proposal::default()
    };
    look_twice(reader, actor, &mut proposal)?;
    Ok(proposal)
}

fn see(facts: &Facts, wishes: Wishes) -> Sight<'_> {
    let open = |one: &&Candidature| one.status == Status::InReview;
    let applications: Vec<&Candidature> = facts.applications.iter().filter(open).collect();
    let reviewing: BTreeSet<AccountId> = facts.reviewers.iter().map(|one| one.id).collect();
    let mut held: BTreeMap<ApplicationId, u32> = BTreeMap::new();
    for given in &facts.given {
        // A review that nobody will write any more is not one of the number.
        if given.submitted || reviewing.contains(&given.reviewer) {
            *held.entry(given.application).or_default() += 1;
        }
    }
    let want = |one: &&Candidature| {
        let held = held.get(&one.id).copied().unwrap_or(0);
        Want {
            held,
            lacks: wishes.number.saturating_sub(held),
        }
    };
    let loads = facts.loads();
    let seat = |id: AccountId| Seat {
        load: loads.get(&id).copied().unwrap_or(0),
        cap: cap_of(facts, wishes, id),
    };
    let misfit = |one: &Candidature, reviewer: AccountId| {
        let candidates = &facts.candidates;
        let barred = candidates.candidate(one.id, reviewer).bar().is_some();
        // Who declined is asked again by a person, never by a calculation.
        if barred || candidates.declined(one.id, reviewer) {
            BARRED
        } else {
            fit(facts, wishes, one, reviewer).misfit
        }
    };
    let grid = applications.iter().flat_map(|one| {
        let row = facts.reviewers.iter();
        row.map(move |reviewer| misfit(one, reviewer.id))
    });
    let task = Task {
        wants: applications.iter().map(want).collect(),
        seats: facts.reviewers.iter().map(|one| seat(one.id)).collect(),
        grid: grid.collect(),
        first: wishes.first,
    };
    Sight {
        facts,
        applications,
        task,
        wishes,
    }
}

/// The person's own bound or that of the wishes, whichever is less.
fn cap_of(facts: &Facts, wishes: Wishes, id: AccountId) -> u32 {
    let own = facts.profiles.get(&id).and_then(|profile| profile.cap);
    let bounds = own.into_iter().chain(wishes.cap);
    bounds.min().unwrap_or(u32::MAX)
}

fn fit(facts: &Facts, wishes: Wishes, one: &Candidature, reviewer: AccountId) -> Fit {
    let unknown = ReviewerProfile::default();
    let profile = facts.profiles.get(&reviewer).unwrap_or(&unknown);
    let look_twice = facts.candidates.shares_domain(one.id, reviewer);
    Fit::of(&one.traits, &profile.reads, look_twice, wishes.prefer)
}

fn pairs(sight: &Sight, plan: &Plan) -> Vec<Pair> {
    let least = plan.loads.iter().min().copied().unwrap_or(0);
    let mut pairs = Vec::new();
    for (number, given) in plan.given.iter().enumerate() {
        let one = sight.applications[number];
        for at in given {
            let reviewer = sight.facts.reviewers[*at].id;
            let fit = fit(sight.facts, sight.wishes, one, reviewer);
            let mut reasons = reasons(&fit, one);
            let fits = fit.language.is_some() || fit.place || !fit.topics.is_empty();
            if !fits {
                let light = plan.loads[*at] <= least.saturating_add(1);
                reasons.push(if light { "load" } else { "room" }.to_owned());
            }
            pairs.push(Pair {
                application: one.id.to_string(),
                reviewer: reviewer.to_string(),
                reasons,
            });
        }
    }
    pairs
}

/// What speaks for a pair, and what against it, as codes.
fn reasons(fit: &Fit, one: &Candidature) -> Vec<String> {
    let mut reasons = Vec::new();
    match (fit.language, one.traits.language) {
        (Some(language), _) => reasons.push(format!("language:{}", language.code())),
        (None, Some(language)) => reasons.push(format!("unread:{}", language.code())),
        (None, None) => {}
    }
    if fit.place {
        reasons.push(format!("place:{}", one.traits.place));
    }
    reasons.extend(fit.topics.iter().map(|topic| format!("topic:{topic}")));
    if fit.look_twice {
        reasons.push("domain".to_owned());
    }
    reasons
}

fn lacks(sight: &Sight, plan: &Plan) -> Vec<Lack> {
    let found = shortages(&sight.task, plan).into_iter();
    let lack = |shortage: crate::domain::allocation::Shortage| Lack {
        short: shortage
            .short
            .iter()
            .map(|at| sight.applications[*at].reference.clone())
            .collect(),
        applications: u32::try_from(shortage.applications.len()).unwrap_or(u32::MAX),
        reviewers: shortage
            .reviewers
            .iter()
            .map(|at| sight.facts.reviewers[*at].id.to_string())
            .collect(),
        wanted: shortage.wanted,
        room: shortage.room,
        elsewhere: shortage.elsewhere,
    };
    found.map(lack).collect()
}

/// Keeps a plan to be looked at, over the one that was there.
pub fn keep(
    tx: &mut Tx,
    actor: &Actor,
    round: RoundId,
    proposal: &Proposal,
) -> Result<(), Refusal> {
    is_reviewed(actor, Status::InReview).map_err(Refusal::Denied)?;
    plan::keep(tx, (round, actor.id), proposal)?;
    let kind = match proposal.source {
        Source::Proposal => "proposal",
        Source::File => "file",
    };
    let after = format!("{kind}: {} pairs", proposal.pairs.len());
    audit(
        tx,
        "plan_assignments",
        ("round", round.as_str()),
        "",
        &after,
    )?;
    Ok(())
}

/// Takes a pair out of a plan that was not applied yet.
pub fn leave_out(
    tx: &mut Tx,
    actor: &Actor,
    round: RoundId,
    (application, reviewer): (ApplicationId, AccountId),
) -> Result<(), Refusal> {
    let mut proposal = unapplied(tx, actor, round)?;
    let before = proposal.pairs.len();
    let is_it = |pair: &Pair| pair.ids() == Some((application, reviewer));
    proposal.pairs.retain(|pair| !is_it(pair));
    if proposal.pairs.len() == before {
        return Ok(());
    }
    plan::change(tx, (round, actor.id), &proposal, false)?;
    let object = ("application", application.as_str());
    let whom = format!("reviewer {reviewer}");
    audit(tx, "leave_out_of_plan", object, &whom, "")?;
    Ok(())
}

fn unapplied(tx: &mut Tx, actor: &Actor, round: RoundId) -> Result<Proposal, Refusal> {
    let row = plan::find(tx, round, actor.id)?.ok_or(Refusal::NotFound)?;
    match row.applied_at {
        None => Ok(row.proposal),
        Some(_) => Err(Refusal::Stale(Message::new("stale-plan-applied"))),
    }
}

/// Applies the plan that an admin looked at, once.
pub fn apply(tx: &mut Tx, actor: &Actor, round: RoundId, site: &str) -> Result<(), Refusal> {
    let mut proposal = unapplied(tx, actor, round)?;
    carry_out(tx, actor, round, &mut proposal, site)?;
    plan::change(tx, (round, actor.id), &proposal, true)?;
    Ok(())
}

/// Assigns what a plan says. Every pair is looked at anew: what can't be any more
/// is left, and the plan keeps which and why. Each reviewer gets one letter.
pub fn carry_out(
    tx: &mut Tx,
    actor: &Actor,
    round: RoundId,
    proposal: &mut Proposal,
    site: &str,
) -> Result<(), Refusal> {
    let pairs: Vec<(ApplicationId, AccountId)> =
        proposal.pairs.iter().filter_map(Pair::ids).collect();
    let mut wanted: BTreeMap<ApplicationId, Vec<AccountId>> = BTreeMap::new();
    for (application, reviewer) in &pairs {
        wanted.entry(*application).or_default().push(*reviewer);
    }
    let ids: Vec<ApplicationId> = wanted.keys().copied().collect();
    let rows = application::find_many(tx, Reach::staff(actor), &ids)?;
    let rows: Vec<ApplicationRow> = rows
        .into_iter()
        .filter(|row| row.round_id == round)
        .collect();
    let owners: Vec<_> = rows
        .iter()
        .map(|row| (row.id, row.organisation_id))
        .collect();
    let candidates = candidates(tx, &owners)?;
    let rows: BTreeMap<ApplicationId, ApplicationRow> =
        rows.into_iter().map(|row| (row.id, row)).collect();
    let mut news: BTreeMap<AccountId, usize> = BTreeMap::new();
    for (application, reviewers) in &wanted {
        let row = rows.get(application);
        let (free, barred) = sort_out(actor, &candidates, (*application, row), reviewers);
        proposal.left.extend(barred);
        let Some(row) = row.filter(|_| !free.is_empty()) else {
            continue;
        };
        for reviewer in assign_one(tx, actor, &candidates, row, &free)? {
            *news.entry(reviewer).or_default() += 1;
        }
    }
    proposal.assigned = u32::try_from(news.values().sum::<usize>()).unwrap_or(u32::MAX);
    for reviewer in assignment::reviewers(tx)? {
        if let Some(count) = news.get(&reviewer.id) {
            write_to(tx, &reviewer, *count, site)?;
        }
    }
    Ok(())
}

/// Who can be given an application now, and who can't and why.
fn sort_out(
    actor: &Actor,
    candidates: &Candidates,
    (application, row): (ApplicationId, Option<&ApplicationRow>),
    reviewers: &[AccountId],
) -> (Vec<AccountId>, Vec<Left>) {
    let (mut free, mut left) = (Vec::new(), Vec::new());
    for reviewer in reviewers {
        let why = match row {
            None => Some("gone"),
            Some(row) if is_reviewed(actor, row.status).is_err() => Some("status"),
            Some(_) => candidates.candidate(application, *reviewer).bar().map(why),
        };
        match why {
            None => free.push(*reviewer),
            Some(why) => left.push(Left {
                application: application.to_string(),
                reviewer: reviewer.to_string(),
                why: why.to_owned(),
            }),
        }
    }
    (free, left)
}

fn why(bar: Bar) -> &'static str {
    match bar {
        Bar::NotReviewer => "not_reviewer",
        Bar::Member => "member",
        Bar::Conflict => "conflict",
        Bar::Assigned => "assigned",
    }
}
