//! What due diligence leaves open about an award when it is signed off, or released where
//! nobody signs. It rejects nothing: whoever goes on says why.

use super::Refusal;
use super::decide::Case;
use super::due_diligence::{Diligence, diligence};
use crate::domain::check::read_note;
use crate::domain::decision::{Decision, Outcome};
use crate::policy::decision::MayGoAhead;
use crate::policy::{Actor, Reach};
use crate::store::due_diligence::{ahead, are_set, go_ahead};
use crate::store::{StoreError, Tx, audit};

/// The award of a case that nobody has released.
fn award(case: &Case) -> Option<&Decision> {
    let award = |one: &&Decision| one.outcome == Outcome::Award && one.released.is_none();
    case.matter.open().filter(award)
}

/// How much is open that whoever signs the decision of a case is asked about.
pub fn asked(case: &Case, found: &Diligence) -> usize {
    match award(case) {
        Some(_) if found.binding => found.open(),
        _ => 0,
    }
}

/// Whether a decision may be released as far as due diligence goes: where nobody signs
/// off, somebody must have said why, if anything is open.
pub fn was_reasoned(tx: &mut Tx, actor: &Actor, case: &Case) -> Result<bool, StoreError> {
    let unsigned = |open: &&Decision| open.signed.is_none();
    let Some(open) = case.matter.open().filter(unsigned) else {
        return Ok(true);
    };
    if ahead(tx, open.id)?.is_some() {
        return Ok(true);
    }
    Ok(missing(tx, actor, case)? == 0)
}

/// How much is open; what is there is read only where something could be asked.
fn missing(tx: &mut Tx, actor: &Actor, case: &Case) -> Result<usize, StoreError> {
    let (programme, currency) = (case.round.programme_id, case.round.currency);
    if award(case).is_none() || !are_set(tx, programme, currency)? {
        return Ok(0);
    }
    let now = tx.now();
    let found = diligence(tx, Reach::staff(actor), &case.application, now)?;
    Ok(asked(case, &found))
}

/// Lets a signature pass when nothing is open, or with a reason, which is kept.
pub fn done_or_reasoned(
    tx: &mut Tx,
    actor: &Actor,
    case: &Case,
    reason: &str,
) -> Result<(), Refusal> {
    let missing = missing(tx, actor, case)?;
    let Some(open) = case.matter.open().filter(|_| missing > 0) else {
        return Ok(());
    };
    let reason = read_note(reason, true);
    let reason = reason.map_err(|message| Refusal::field("diligence_reason", message))?;
    let may = MayGoAhead::of(actor, open.id)?;
    go_ahead(tx, &may, (&reason, missing))?;
    let object = ("decision", open.id.as_str());
    audit(
        tx,
        "acknowledge_diligence",
        object,
        "",
        &missing.to_string(),
    )?;
    Ok(())
}
