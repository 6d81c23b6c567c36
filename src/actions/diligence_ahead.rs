//! What due diligence leaves open about an award when it is signed off, or released where
//! nobody signs. It rejects nothing: whoever goes on says why.

use std::collections::BTreeMap;

use super::Refusal;
use super::decide::Case;
use super::due_diligence::{Diligence, open_of};
use crate::domain::ApplicationId;
use crate::domain::check::read_note;
use crate::domain::decision::{Decision, Outcome};
use crate::policy::decision::MayGoAhead;
use crate::policy::{Actor, Reach};
use crate::store::application::ApplicationRow;
use crate::store::due_diligence::{ahead, are_set, go_ahead};
use crate::store::{Reader, StoreError, Tx, audit};

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

/// How much is open about the awards among these cases of one round; nothing is read where
/// nobody is asked about it. As many queries for any number.
pub fn missing_of(
    tx: &mut Tx,
    actor: &Actor,
    cases: &[&Case],
) -> Result<BTreeMap<ApplicationId, usize>, StoreError> {
    let awards = cases.iter().filter(|case| award(case).is_some());
    let awards = awards.map(|case| (&case.application, case.matter.legal_verified));
    let awards: Vec<(&ApplicationRow, bool)> = awards.collect();
    let Some(round) = cases.first().map(|case| &case.round) else {
        return Ok(BTreeMap::new());
    };
    if awards.is_empty() || !are_set(tx, round.programme_id, round.currency)? {
        return Ok(BTreeMap::new());
    }
    open_of(tx, Reach::staff(actor), round, &awards)
}

/// The same of one case.
pub fn missing(tx: &mut Tx, actor: &Actor, case: &Case) -> Result<usize, StoreError> {
    let found = missing_of(tx, actor, &[case])?;
    Ok(found.get(&case.application.id).copied().unwrap_or(0))
}

/// Whether a decision may be released as far as due diligence goes, of which so much is
/// missing: where nobody signs off, somebody must have said why, if anything is.
pub fn was_reasoned(
    reader: &mut Reader,
    (case, missing): (&Case, usize),
) -> Result<bool, StoreError> {
    let unsigned = |open: &&Decision| open.signed.is_none();
    match case.matter.open().filter(unsigned) {
        Some(open) if missing > 0 => Ok(ahead(reader, open.id)?.is_some()),
        _ => Ok(true),
    }
}

/// Lets a signature pass when nothing is missing, or with a reason, which is kept.
pub fn done_or_reasoned(
    tx: &mut Tx,
    actor: &Actor,
    (case, missing): (&Case, usize),
    reason: &str,
) -> Result<(), Refusal> {
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
