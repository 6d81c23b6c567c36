//! The people of an organisation: giving roles, removing, leaving.

use super::Refusal;
use crate::domain::member::MemberRole;
use crate::domain::{AccountId, OrganisationId};
use crate::policy::Actor;
use crate::policy::member::MayChangeMember;
use crate::store::{StoreError, Tx, audit, member};

type Roles = Vec<(AccountId, MemberRole)>;

fn members(tx: &mut Tx, organisation: OrganisationId) -> Result<Roles, StoreError> {
    let people = member::of_organisation(tx, organisation)?;
    Ok(people.iter().map(|one| (one.id, one.role)).collect())
}

/// Gives a member another role; the same role changes nothing.
pub fn change_member_role(
    tx: &mut Tx,
    actor: &Actor,
    organisation: OrganisationId,
    (person, role): (AccountId, MemberRole),
) -> Result<(), Refusal> {
    let members = members(tx, organisation)?;
    let may = MayChangeMember::role(actor, (organisation, &members), person, role)?;
    let before = role_of(&members, person);
    if before == role.code() {
        return Ok(());
    }
    member::set_role(tx, &may, role)?;
    let object = ("organisation", organisation.as_str());
    let (before, after) = (state(person, before), state(person, role.code()));
    audit(tx, "change_member_role", object, &before, &after)?;
    Ok(())
}

/// Removes a member, or lets the actor leave: at the next request nothing of the
/// organisation is there for them any more.
pub fn remove_member(
    tx: &mut Tx,
    actor: &Actor,
    organisation: OrganisationId,
    person: AccountId,
) -> Result<(), Refusal> {
    let members = members(tx, organisation)?;
    let may = MayChangeMember::removal(actor, (organisation, &members), person)?;
    member::remove(tx, &may)?;
    let object = ("organisation", organisation.as_str());
    let before = state(person, role_of(&members, person));
    audit(tx, "remove_member", object, &before, "")?;
    Ok(())
}

fn role_of(members: &[(AccountId, MemberRole)], person: AccountId) -> &'static str {
    let found = members.iter().find(|(member, _)| *member == person);
    found.map_or("", |(_, role)| role.code())
}

fn state(person: AccountId, role: &str) -> String {
    format!("{person} {role}")
}
