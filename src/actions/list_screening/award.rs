//! What list screening leaves open about an award when it is signed off or released. It
//! rejects nothing: whoever goes on says why.

use std::collections::BTreeMap;

use super::run::{Standing, standings};
use crate::actions::Refusal;
use crate::actions::decide::Case;
use crate::domain::check::read_note;
use crate::domain::decision::{Decision, Outcome};
use crate::domain::due_diligence::Screened;
use crate::domain::list_screening::Freshness;
use crate::domain::{Message, OrganisationId, ProgrammeId};
use crate::policy::decision::MayGoAhead;
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
    let Some((lists, missing)) = counting(reader, case.round.programme_id)? else {
        return Ok(None);
    };
    let owner = case.application.organisation_id;
    let standing = standings(reader, &[owner])?.remove(&owner);
    let due = missing || standing.is_some_and(|one| one.freshness.is_due());
    let unsettled = list_screening::unsettled(reader, owner, &lists)?;
    Ok((due || unsettled > 0).then_some(Concern { unsettled, due }))
}

/// The lists that count for a programme, and whether one of them is not loaded. Nothing
/// where none counts.
fn counting(
    reader: &mut Reader,
    programme: ProgrammeId,
) -> Result<Option<(Vec<String>, bool)>, StoreError> {
    let lists = list_screening::setting(reader)?.in_force(&[programme].into());
    if lists.is_empty() {
        return Ok(None);
    }
    let present = list_screening::present(reader)?;
    let missing = lists.keys().any(|list| !present.contains_key(list));
    Ok(Some((lists.into_keys().collect(), missing)))
}

/// How far organisations are screened for a programme's grants; none of them where no list
/// counts.
pub fn screened(
    reader: &mut Reader,
    programme: ProgrammeId,
    owners: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, (Screened, Standing)>, StoreError> {
    let Some((_, missing)) = counting(reader, programme)? else {
        return Ok(BTreeMap::new());
    };
    let told = |(owner, standing): (OrganisationId, Standing)| {
        let waits =
            missing || standing.freshness != Freshness::Current || standing.tally.unanswered() > 0;
        let screened = match (waits, standing.tally.confirmed) {
            (true, _) => Screened::Waiting,
            (false, 0) => Screened::Clear,
            (false, _) => Screened::Confirmed,
        };
        (owner, (screened, standing))
    };
    let all = standings(reader, owners)?.into_iter();
    Ok(all.map(told).collect())
}

/// Whether what lists say of an award is kept from a person who would sign it: a refusal
/// for want of a reason would tell.
fn is_kept(tx: &mut Tx, actor: &Actor, case: &Case) -> Result<bool, StoreError> {
    let award = |open: &Decision| open.outcome == Outcome::Award;
    if !case.matter.open().is_some_and(award) {
        return Ok(false);
    }
    let owner = case.application.organisation_id;
    let kept = list_screening::kept_from(tx, Reach::staff(actor))?.contains(&owner);
    Ok(kept && counting(tx, case.round.programme_id)?.is_some())
}

/// Lets a decision pass when nothing is open about it, or with a reason, which is kept.
pub fn settled_or_reasoned(
    tx: &mut Tx,
    actor: &Actor,
    case: &Case,
    reason: &str,
) -> Result<(), Refusal> {
    if is_kept(tx, actor, case)? {
        return Err(Refusal::Stale(Message::new("stale-hits-kept")));
    }
    let Some(concern) = concern(tx, case)? else {
        return Ok(());
    };
    let Some(open) = case.matter.open() else {
        return Ok(());
    };
    let reason = read_note(reason, true);
    let reason = reason.map_err(|message| Refusal::field("list_reason", message))?;
    let may = MayGoAhead::of(actor, open.id)?;
    list_screening::acknowledge(tx, &may, (&reason, concern.unsettled))?;
    let object = ("decision", open.id.as_str());
    let after = concern.unsettled.to_string();
    audit(tx, "acknowledge_list_hits", object, "", &after)?;
    Ok(())
}

/// Whether a decision may be released as far as lists go: where nobody signs off, what is
/// open must have been acknowledged. A reason speaks of no more hits than there were when
/// it was given.
pub fn was_acknowledged(tx: &mut Tx, actor: &Actor, case: &Case) -> Result<bool, Refusal> {
    let signed = |open: &Decision| open.signed.is_some();
    let Some(open) = case.matter.open().filter(|open| !signed(open)) else {
        return Ok(true);
    };
    if is_kept(tx, actor, case)? {
        return Err(Refusal::Stale(Message::new("stale-hits-kept")));
    }
    let Some(concern) = concern(tx, case)? else {
        return Ok(true);
    };
    let known = list_screening::acknowledgement(tx, open.id)?;
    Ok(known.is_some_and(|known| i64::from(known.unsettled) >= concern.unsettled))
}
