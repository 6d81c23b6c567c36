//! Recording what due diligence found.

use super::Refusal;
use crate::domain::ApplicationId;
use crate::domain::check::read_check;
use crate::policy::check::MayCheck;
use crate::policy::{Actor, Reach};
use crate::store::{Tx, application, audit, check};

/// Records a check of the applicant's legal status; the latest counts.
pub fn check_legal_status(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    (outcome, note): (&str, &str),
) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let may = MayCheck::on(actor, id, row.status).map_err(Refusal::Stale)?;
    let (outcome, note) = read_check(outcome, note)?;
    let before = check::legal(tx, id)?;
    let before = before.first().map_or("", |latest| latest.outcome.code());
    check::insert_legal(tx, &may, outcome, &note)?;
    let object = ("application", id.as_str());
    audit(tx, "check_legal_status", object, before, outcome.code())?;
    Ok(())
}
