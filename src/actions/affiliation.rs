//! Keeping the list of where one belongs. The log notes that it changed, not what
//! stands in it.

use super::Refusal;
use crate::domain::conflict::TypedAffiliation;
use crate::domain::{AffiliationId, Message};
use crate::policy::Actor;
use crate::policy::conflict::is_inside;
use crate::store::{Tx, affiliation, audit};

/// Adds an entry to one's own list; the same again changes nothing.
pub fn add(tx: &mut Tx, actor: &Actor, typed: &TypedAffiliation) -> Result<(), Refusal> {
    if !is_inside(actor) {
        return Err(Refusal::NotFound);
    }
    let one = typed.read()?;
    let known = affiliation::of_person(tx, actor.id)?;
    if known.iter().any(|(_, kept)| *kept == one) {
        return Ok(());
    }
    if known.len() >= affiliation::MOST {
        let most = i64::try_from(affiliation::MOST).unwrap_or(i64::MAX);
        let message = Message::new("error-too-many-affiliations").with("most", most);
        return Err(Refusal::field("organisation", message));
    }
    affiliation::insert(tx, actor.id, &one)?;
    note(tx, actor, (known.len(), known.len() + 1))
}

/// Takes an entry off one's own list.
pub fn remove(tx: &mut Tx, actor: &Actor, id: AffiliationId) -> Result<(), Refusal> {
    let before = affiliation::of_person(tx, actor.id)?.len();
    if !affiliation::remove(tx, actor.id, id)? {
        return Err(Refusal::NotFound);
    }
    note(tx, actor, (before, before - 1))
}

fn note(tx: &mut Tx, actor: &Actor, (before, after): (usize, usize)) -> Result<(), Refusal> {
    let object = ("account", actor.id.as_str());
    let (before, after) = (before.to_string(), after.to_string());
    audit(tx, "change_affiliations", object, &before, &after)?;
    Ok(())
}
