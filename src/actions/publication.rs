//! Saying what may be published of an award: never more than its organisation lets be.

use std::collections::{BTreeMap, BTreeSet};

use super::Refusal;
use crate::domain::publication::{PUBLISH, Publication};
use crate::domain::{ApplicationId, FormId, Message};
use crate::policy::publication::MayPublish;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::{Reader, StoreError, Tx, audit, decision, form, publication, submission};

/// The most that the organisations of these applications let be published, by what they
/// sent last. Those whose form does not ask are left out.
pub fn allowed(
    reader: &mut Reader,
    rows: &[&ApplicationRow],
) -> Result<BTreeMap<ApplicationId, Publication>, StoreError> {
    let ids: Vec<ApplicationId> = rows.iter().map(|row| row.id).collect();
    let mut answers = submission::latest_answers(reader, &ids)?;
    let forms: BTreeSet<FormId> = rows.iter().map(|row| row.form_id).collect();
    let mut asking = BTreeSet::new();
    // A round has one version of its form, rarely more.
    for id in forms {
        let version = form::by_id(reader, id)?;
        if version.is_some_and(|one| one.form.question(PUBLISH).is_some()) {
            asking.insert(id);
        }
    }
    let asked = rows.iter().filter(|row| asking.contains(&row.form_id));
    let said = asked.map(|row| {
        let own = answers.remove(&row.id).unwrap_or_default();
        (row.id, Publication::allowed(own.text(PUBLISH)))
    });
    Ok(said.collect())
}

/// Refuses what goes beyond what the organisation lets be published.
fn within(chosen: Publication, most: Option<Publication>) -> Result<(), Refusal> {
    let key = match most.filter(|most| chosen > *most) {
        None | Some(Publication::Full) => return Ok(()),
        Some(Publication::Anonymised) => "error-publication-anonymised",
        Some(Publication::Withheld) => "error-publication-withheld",
    };
    Err(Refusal::field("publication", Message::new(key)))
}

/// Keeps the choice for the award of one application.
pub fn choose(tx: &mut Tx, actor: &Actor, id: ApplicationId, code: &str) -> Result<(), Refusal> {
    let reach = Reach::staff(actor);
    let row = application::find(tx, reach, id)?.ok_or(Refusal::NotFound)?;
    let awards = decision::told_awards(tx, reach, &[id])?.remove(&id);
    let last = awards.unwrap_or_default().pop();
    let may = MayPublish::on(actor, id, last.as_ref())?;
    let chosen = Publication::read(code)?;
    within(chosen, allowed(tx, &[&row])?.remove(&id))?;
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
