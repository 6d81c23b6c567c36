//! What list screening leaves open about an award when it is signed off or released. It
//! rejects nothing: whoever goes on says why.

use super::run::standings;
use crate::actions::Refusal;
use crate::actions::decide::{Case, case, same};
use crate::domain::check::read_note;
use crate::domain::decision::{Decision, Outcome};
use crate::domain::list_screening::{in_force, latest_rules};
use crate::domain::{ApplicationId, DecisionId};
use crate::policy::list_screening::MayAcknowledge;
use crate::policy::{Actor, Reach};
use crate::store::{Reader, StoreError, Tx, audit, list_screening};

/// What is to be acknowledged before an award goes ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concern {
    /// Hits on lists that count for the programme, open or confirmed.
    pub unsettled: i64,
    /// The names were never screened, not with what is in force now, or a list that
    /// counts is not loaded.
    pub due: bool,
}

/// What is to be acknowledged about the open decision of a case, if anything.
pub fn concern(reader: &mut Reader, case: &Case) -> Result<Option<Concern>, StoreError> {
    let award = |one: &&Decision| one.outcome == Outcome::Award && one.released.is_none();
    if case.matter.open().filter(award).is_none() {
        return Ok(None);
    }
    let rules = latest_rules(list_screening::rules(reader)?);
    let lists = in_force(&rules, &[case.round.programme_id].into());
    if lists.is_empty() {
        return Ok(None);
    }
    let present = list_screening::present(reader)?;
    let missing = lists.keys().any(|list| !present.contains_key(list));
    let lists: Vec<String> = lists.into_keys().collect();
    let owner = case.application.organisation_id;
    let standing = standings(reader, &[owner])?.remove(&owner);
    let due = missing || standing.is_some_and(|one| one.freshness.is_due());
    let unsettled = list_screening::unsettled(reader, owner, &lists)?;
    Ok((due || unsettled > 0).then_some(Concern { unsettled, due }))
}

/// Lets a decision pass when nothing is open about it, or with a reason, which is kept.
pub fn settled_or_reasoned(
    tx: &mut Tx,
    actor: &Actor,
    case: &Case,
    reason: &str,
) -> Result<(), Refusal> {
    let Some(concern) = concern(tx, case)? else {
        return Ok(());
    };
    let Some(open) = case.matter.open() else {
        return Ok(());
    };
    let reason = read_note(reason, true);
    let reason = reason.map_err(|message| Refusal::field("list_reason", message))?;
    let may = MayAcknowledge::of(actor, open.id)?;
    list_screening::acknowledge(tx, &may, (&reason, concern.unsettled))?;
    let object = ("decision", open.id.as_str());
    let after = concern.unsettled.to_string();
    audit(tx, "acknowledge_list_hits", object, "", &after)?;
    Ok(())
}

/// Whether a decision may be released as far as lists go: where nobody signs off, what is
/// open must have been acknowledged.
pub fn was_acknowledged(reader: &mut Reader, case: &Case) -> Result<bool, StoreError> {
    let signed = |open: &Decision| open.signed.is_some();
    let Some(open) = case.matter.open().filter(|open| !signed(open)) else {
        return Ok(true);
    };
    let known = list_screening::acknowledgement(reader, open.id)?;
    Ok(known.is_some() || concern(reader, case)?.is_none())
}

/// Keeps why an award goes ahead, in a round where nobody signs off.
pub fn acknowledge_award(
    tx: &mut Tx,
    actor: &Actor,
    (id, read): (ApplicationId, DecisionId),
    reason: &str,
) -> Result<(), Refusal> {
    let case = case(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    same(&case.matter, read)?;
    settled_or_reasoned(tx, actor, &case, reason)
}
