//! Organisations: making one and changing its profile.

use super::Refusal;
use crate::domain::member::Verb;
use crate::domain::organisation::{Organisation, Profile};
use crate::domain::{OrganisationId, Problems};
use crate::policy::Actor;
use crate::policy::organisation::{MayActFor, may_describe, may_found};
use crate::store::{Tx, audit, member, mint, organisation, term};

/// Makes an organisation with the actor as its first member.
pub fn create_organisation(
    tx: &mut Tx,
    actor: &Actor,
    typed: &Profile,
) -> Result<OrganisationId, Refusal> {
    may_found(actor).map_err(Refusal::Denied)?;
    let made = check(tx, mint(), typed)?;
    organisation::insert(tx, &made, actor.id)?;
    let object = ("organisation", made.id.as_str());
    audit(tx, "create_organisation", object, "", &made.base)?;
    Ok(made.id)
}

/// Describes an organisation that wrote or called: nobody belongs to it yet.
pub fn describe_organisation(
    tx: &mut Tx,
    actor: &Actor,
    typed: &Profile,
) -> Result<OrganisationId, Refusal> {
    may_describe(actor).map_err(Refusal::Denied)?;
    let made = check(tx, mint(), typed)?;
    organisation::insert_unowned(tx, &made, actor.id)?;
    let object = ("organisation", made.id.as_str());
    audit(tx, "describe_organisation", object, "", &made.base)?;
    Ok(made.id)
}

/// Changes the profile of an organisation that the actor belongs to.
pub fn update_organisation(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    typed: &Profile,
) -> Result<(), Refusal> {
    let may = may_act_for(tx, actor, id, Verb::Profile)?;
    let before = organisation::named(tx, &[id])?.pop();
    let before = before.ok_or(Refusal::NotFound)?;
    let after = check(tx, id, typed)?;
    organisation::update(tx, &may, &after)?;
    let object = ("organisation", id.as_str());
    audit(
        tx,
        "update_organisation",
        object,
        "",
        &changed(&before, &after),
    )?;
    Ok(())
}

/// The capability of a member; others learn nothing.
pub(super) fn may_act_for(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    verb: Verb,
) -> Result<MayActFor, Refusal> {
    let role = member::role(tx, actor.id, id)?;
    Ok(MayActFor::member(actor, id, role, verb)?)
}

fn check(tx: &mut Tx, id: OrganisationId, typed: &Profile) -> Result<Organisation, Refusal> {
    let terms = term::all(tx)?;
    let listed = |list: &str, code: &str| {
        let mut entries = terms.iter();
        entries.any(|term| term.list == list && term.code == code)
    };
    let checked: Result<Organisation, Problems> = typed.check(id, &listed);
    Ok(checked?)
}

/// The names of the fields that differ: the log holds no contact data.
fn changed(before: &Organisation, after: &Organisation) -> String {
    let fields = [
        ("name_latin", before.name_latin != after.name_latin),
        ("name_arabic", before.name_arabic != after.name_arabic),
        ("name_hebrew", before.name_hebrew != after.name_hebrew),
        ("base", before.base != after.base),
        ("community", before.community != after.community),
        ("legal_form", before.legal_form != after.legal_form),
        ("website", before.website != after.website),
        ("registrations", before.registrations != after.registrations),
    ];
    let names = fields.into_iter().filter(|(_, differs)| *differs);
    names.map(|(name, _)| name).collect::<Vec<_>>().join(", ")
}
