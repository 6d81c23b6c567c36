//! Saying what may be published of an award.

use super::Refusal;
use crate::domain::ApplicationId;
use crate::domain::publication::Publication;
use crate::policy::publication::MayPublish;
use crate::policy::{Actor, Reach};
use crate::store::{Tx, application, audit, decision, publication};

/// Keeps the choice for the award of one application.
pub fn choose(tx: &mut Tx, actor: &Actor, id: ApplicationId, code: &str) -> Result<(), Refusal> {
    let reach = Reach::staff(actor);
    application::find(tx, reach, id)?.ok_or(Refusal::NotFound)?;
    let decided = decision::released(tx, reach, id)?;
    let may = MayPublish::on(actor, id, decided.as_ref())?;
    let chosen = Publication::read(code)?;
    let kept = publication::of_applications(tx, &[id])?;
    let before = kept.get(&id).copied().unwrap_or_default();
    if before == chosen {
        return Ok(());
    }
    publication::set(tx, &may, chosen)?;
    let object = ("application", id.as_str());
    audit(tx, "set_publication", object, before.code(), chosen.code())?;
    Ok(())
}
