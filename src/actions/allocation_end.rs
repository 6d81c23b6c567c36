//! Taking back what people have not begun, all of a round at once: somebody is
//! ill, or a plan was a mistake.

use std::collections::BTreeSet;

use super::{Refusal, assignment};
use crate::domain::{AccountId, ApplicationId, Message, Problems, RoundId};
use crate::policy::assignment::is_reviewed;
use crate::policy::{Actor, Reach};
use crate::store::Tx;
use crate::store::allocation::{Facts, facts};

/// The assignments of a round that can be taken back.
pub fn unbegun(facts: &Facts, actor: &Actor) -> Vec<(ApplicationId, AccountId)> {
    let open: BTreeSet<ApplicationId> = facts
        .applications
        .iter()
        .filter(|one| is_reviewed(actor, one.status).is_ok())
        .map(|one| one.id)
        .collect();
    let given = facts.given.iter();
    given
        .filter(|given| !given.begun && open.contains(&given.application))
        .map(|given| (given.application, given.reviewer))
        .collect()
}

/// Takes from these people what they have not begun.
pub fn take_back(
    tx: &mut Tx,
    actor: &Actor,
    round: RoundId,
    reviewers: &[AccountId],
) -> Result<(), Refusal> {
    if reviewers.is_empty() {
        let message = Message::new("error-choose-reviewers");
        return Err(Problems::one("reviewer", message).into());
    }
    let facts = facts(tx, Reach::staff(actor), round)?;
    for (application, reviewer) in unbegun(&facts, actor) {
        if reviewers.contains(&reviewer) {
            assignment::unassign(tx, actor, application, reviewer)?;
        }
    }
    Ok(())
}
