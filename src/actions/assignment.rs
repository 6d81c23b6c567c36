//! Giving applications to reviewers and taking them away again.

use std::collections::BTreeMap;

use super::complete_reviews::advance_if_complete;
use super::{Refusal, letters};
use crate::domain::assignment::Bar;
use crate::domain::{AccountId, ApplicationId, Message, Problems};
use crate::policy::assignment::{MayAssign, MayUnassign, bar_key, is_reviewed, reopening};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::assignment::{self, ReviewerRow};
use crate::store::candidate::{Candidates, candidates};
use crate::store::{Tx, audit, outbox, own_review};

/// Assigns every one of these applications to every one of these reviewers.
/// Pairs that are assigned already are left as they are; a pair that something
/// bars refuses the whole, naming the pair.
pub fn assign(
    tx: &mut Tx,
    actor: &Actor,
    applications: &[ApplicationId],
    reviewers: &[AccountId],
    site: &str,
) -> Result<(), Refusal> {
    check_chosen(applications, reviewers)?;
    let rows = application::find_many(tx, Reach::staff(actor), applications)?;
    if rows.len() != applications.len() {
        return Err(Refusal::NotFound);
    }
    for row in &rows {
        is_reviewed(actor, row.status).map_err(Refusal::Stale)?;
    }
    let known: BTreeMap<AccountId, ReviewerRow> = assignment::reviewers(tx)?
        .into_iter()
        .map(|reviewer| (reviewer.id, reviewer))
        .collect();
    let pairs: Vec<_> = rows.iter().map(|r| (r.id, r.organisation_id)).collect();
    let candidates = candidates(tx, &pairs)?;
    refuse_barred(&candidates, &rows, reviewers, &known)?;
    let mut news: BTreeMap<AccountId, usize> = BTreeMap::new();
    for row in &rows {
        for reviewer in assign_one(tx, actor, &candidates, row, reviewers)? {
            *news.entry(reviewer).or_default() += 1;
        }
    }
    for (id, count) in news {
        if let Some(reviewer) = known.get(&id) {
            write_to(tx, reviewer, count, site)?;
        }
    }
    Ok(())
}

fn check_chosen(applications: &[ApplicationId], reviewers: &[AccountId]) -> Result<(), Problems> {
    let mut problems = Problems::default();
    if applications.is_empty() {
        problems.add("application", Message::new("error-choose-applications"));
    }
    if reviewers.is_empty() {
        problems.add("reviewer", Message::new("error-choose-reviewers"));
    }
    problems.is_empty().then_some(()).ok_or(problems)
}

fn refuse_barred(
    candidates: &Candidates,
    rows: &[ApplicationRow],
    reviewers: &[AccountId],
    known: &BTreeMap<AccountId, ReviewerRow>,
) -> Result<(), Problems> {
    let mut problems = Problems::default();
    for id in reviewers {
        let Some(reviewer) = known.get(id) else {
            problems.add("reviewer", Message::new(bar_key(Bar::NotReviewer)));
            continue;
        };
        for row in rows {
            match candidates.candidate(row.id, *id).bar() {
                None | Some(Bar::Assigned) => {}
                Some(bar) => {
                    let message = Message::new(pair_key(bar))
                        .with("reviewer", &*reviewer.name)
                        .with("reference", &*row.reference);
                    problems.add("reviewer", message);
                }
            }
        }
    }
    problems.is_empty().then_some(()).ok_or(problems)
}

/// The message that names the pair which a bar stands between.
fn pair_key(bar: Bar) -> &'static str {
    match bar {
        Bar::Member => "error-pair-member",
        Bar::Conflict => "error-pair-conflict",
        Bar::NotReviewer | Bar::Assigned => bar_key(bar),
    }
}

/// Assigns an application to those who don't have it yet and answers who they
/// are. The first one sends a deliberated application back into review, unless they
/// come back with a review that they had sent: it counts again as it is.
pub(super) fn assign_one(
    tx: &mut Tx,
    actor: &Actor,
    candidates: &Candidates,
    row: &ApplicationRow,
    reviewers: &[AccountId],
) -> Result<Vec<AccountId>, Refusal> {
    let (object, mut given) = (("application", row.id.as_str()), Vec::new());
    let (mut status, mut back) = (row.status, false);
    for reviewer in reviewers {
        let candidate = candidates.candidate(row.id, *reviewer);
        if candidate.bar() == Some(Bar::Assigned) {
            continue;
        }
        let may = MayAssign::to(actor, (row.id, row.status), &candidate).map_err(Refusal::Stale)?;
        assignment::insert(tx, &may)?;
        audit(tx, "assign", object, "", &format!("reviewer {reviewer}"))?;
        given.push(*reviewer);
        if own_review::is_submitted(tx, row.id, *reviewer)? {
            back = true;
        } else if let Some(again) = reopening(&may, status).map_err(Refusal::Stale)? {
            application::advance(tx, &again)?;
            audit(tx, "reopen", object, again.from().code(), again.to().code())?;
            status = again.to();
        }
    }
    if back {
        let row = ApplicationRow {
            status,
            ..row.clone()
        };
        advance_if_complete(tx, &row)?;
    }
    Ok(given)
}

/// One letter, however many there are.
pub(super) fn write_to(
    tx: &mut Tx,
    reviewer: &ReviewerRow,
    count: usize,
    site: &str,
) -> Result<(), Refusal> {
    let link = format!("{site}/reviews");
    let letter = letters::assigned(reviewer.language, &reviewer.email, count, &link);
    outbox::post(tx, &letter)?;
    Ok(())
}

/// Takes an application away from a reviewer who has not begun. When all the
/// others have submitted, that completes the reviews.
pub fn unassign(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    reviewer: AccountId,
) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let assigned = assignment::of_application(tx, id)?;
    let mut assigned = assigned.into_iter();
    let gone = assigned.find(|one| one.reviewer_id == reviewer);
    let gone = gone.ok_or(Refusal::NotFound)?;
    let begun = gone.review_saved_at.is_some() || gone.recused_at.is_some();
    let may =
        MayUnassign::from(actor, (id, row.status), reviewer, begun).map_err(Refusal::Stale)?;
    assignment::delete(tx, &may)?;
    let object = ("application", id.as_str());
    audit(tx, "unassign", object, &format!("reviewer {reviewer}"), "")?;
    Ok(advance_if_complete(tx, &row)?)
}
