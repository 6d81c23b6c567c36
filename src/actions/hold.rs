//! Putting organisations on hold, ending that, and going past it with a reason.

use super::Refusal;
use crate::domain::check::read_note;
use crate::domain::hold::{HoldDraft, read_hold};
use crate::domain::{ApplicationId, OrganisationId, Problems};
use crate::policy::hold::{MayHold, MayPassHold};
use crate::policy::{Actor, Reach};
use crate::store::{Tx, application, audit, hold, organisation};

/// Puts an organisation on hold; where one stands, with another reason and day.
pub fn place(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    draft: &HoldDraft,
) -> Result<(), Refusal> {
    organisation::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let standing = hold::standing(tx, id)?.map(|row| row.id);
    let may = MayHold::on(actor, id, standing)?;
    let new = read_hold(draft, tx.now().day(&actor.time_zone))?;
    hold::insert(tx, &may, &new)?;
    let before = if standing.is_some() { "on hold" } else { "" };
    let after = format!("on hold until {}", new.review_on.iso());
    audit(
        tx,
        "place_hold",
        ("organisation", id.as_str()),
        before,
        &after,
    )?;
    Ok(())
}

/// Ends the hold of an organisation.
pub fn end(tx: &mut Tx, actor: &Actor, id: OrganisationId, reason: &str) -> Result<(), Refusal> {
    organisation::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let standing = hold::standing(tx, id)?.map(|row| row.id);
    let may = MayPassHold::on(actor, standing)?;
    let reason = read_note(reason, true).map_err(|message| Problems::one("ending", message))?;
    hold::end(tx, &may, &reason)?;
    let object = ("organisation", id.as_str());
    audit(tx, "end_hold", object, "on hold", "ended")?;
    Ok(())
}

/// Lets one application go past the hold of its organisation.
pub fn pass(tx: &mut Tx, actor: &Actor, id: ApplicationId, reason: &str) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let standing = hold::standing(tx, row.organisation_id)?.map(|one| one.id);
    let may = MayPassHold::on(actor, standing)?;
    if hold::pass(tx, may.hold(), id)?.is_some() {
        return Ok(());
    }
    let reason = read_note(reason, true).map_err(|message| Problems::one("reason", message))?;
    hold::insert_pass(tx, &may, id, &reason)?;
    audit(tx, "pass_hold", ("application", id.as_str()), "", "passed")?;
    Ok(())
}
