//! Leaving an application for want of competence or time: an abstention, not a
//! recusal. The place is free for another reviewer, and what was sent counts no longer.

use super::Refusal;
use super::complete_reviews::advance_if_complete;
use crate::domain::ApplicationId;
use crate::domain::review::read_abstention;
use crate::policy::review::MayAbstain;
use crate::policy::{Actor, Reach};
use crate::store::{Tx, abstention, audit, declaration};

/// Takes the application away from the actor, who says why.
pub fn decline_assignment(
    tx: &mut Tx,
    actor: &Actor,
    application: ApplicationId,
    reason: &str,
) -> Result<(), Refusal> {
    let reach = Reach::reviewer(actor, tx.now());
    let assigned = declaration::assigned(tx, reach, application)?;
    let assigned = assigned.ok_or(Refusal::NotFound)?;
    let may = MayAbstain::on(&assigned.case).map_err(Refusal::Stale)?;
    let reason = read_abstention(reason)?;
    abstention::keep(tx, &may, &reason)?;
    let about = ("application", application.as_str());
    let before = format!("reviewer {}", actor.id);
    let verb = match assigned.case.submitted {
        true => "abstain",
        false => "decline_assignment",
    };
    audit(tx, verb, about, &before, "abstained")?;
    Ok(advance_if_complete(tx, &assigned.application)?)
}
