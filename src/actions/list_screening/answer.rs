//! Answering a hit: cleared by one person, confirmed by two, which two undo as well, always
//! with a reason.

use crate::actions::Refusal;
use crate::domain::list_screening::{HitState, read_answer};
use crate::domain::{ListHitId, Message, OrganisationId};
use crate::policy::list_screening::MayAnswerHit;
use crate::policy::{Actor, Reach};
use crate::store::{Tx, audit, list_screening, organisation};

/// Keeps an answer, fields `verdict` and `reason`, to a hit that stands as the person
/// has read it: `seen` is the code of its state on their page.
pub fn answer_hit(
    tx: &mut Tx,
    actor: &Actor,
    (organisation, hit): (OrganisationId, ListHitId),
    (verdict, reason): (&str, &str),
    seen: &str,
) -> Result<HitState, Refusal> {
    let reach = Reach::staff(actor);
    let owner = organisation::find(tx, reach, organisation)?.ok_or(Refusal::NotFound)?;
    if list_screening::kept_from(tx, reach)?.contains(&owner.id) {
        return Err(Refusal::NotFound);
    }
    let found = list_screening::find(tx, owner.id, hit)?.ok_or(Refusal::NotFound)?;
    if !found.is_current {
        return Err(Refusal::Stale(Message::new("stale-hit-gone")));
    }
    if found.state.code() != seen {
        return Err(Refusal::Stale(Message::new("stale-hit-changed")));
    }
    let (verdict, reason) = read_answer(verdict, reason)?;
    let given = list_screening::answers(tx, &[hit])?.into_iter();
    let given: Vec<_> = given.map(|one| (one.state, one.by)).collect();
    let may = MayAnswerHit::with(actor, hit, (found.state, &given[..]), verdict)?;
    list_screening::answer(tx, &may, &reason)?;
    let (before, after) = (found.state.code(), may.state().code());
    let after = format!("{after} {hit}");
    let object = ("organisation", owner.id.as_str());
    audit(tx, "answer_list_hit", object, before, &after)?;
    Ok(may.state())
}
