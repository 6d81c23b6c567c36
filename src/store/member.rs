//! Who belongs to an organisation, and with which role.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::{accounts, memberships};
use crate::domain::member::MemberRole;
use crate::domain::{AccountId, Language, Moment, OrganisationId};
use crate::policy::member::MayChangeMember;

/// Members listed at most: organisations have few.
const MOST: i64 = 500;

/// A member as the organisation's people see each other.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct MemberRow {
    pub id: AccountId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub role: MemberRole,
    pub joined_at: Moment,
}

/// A person's role in an organisation; nothing for who doesn't belong to it.
pub fn role(
    reader: &mut Reader,
    account: AccountId,
    organisation: OrganisationId,
) -> Result<Option<MemberRole>, StoreError> {
    Ok(memberships::table
        .find((account, organisation))
        .select(memberships::role)
        .first(reader.connection())
        .optional()?)
}

/// A person's organisations with their role in each.
pub fn roles_of(
    reader: &mut Reader,
    account: AccountId,
) -> Result<Vec<(OrganisationId, MemberRole)>, StoreError> {
    Ok(memberships::table
        .filter(memberships::account_id.eq(account))
        .order(memberships::organisation_id)
        .limit(MOST)
        .select((memberships::organisation_id, memberships::role))
        .load(reader.connection())?)
}

/// The organisations that a person belongs to; to stand in a query.
#[diesel::dsl::auto_type]
pub(super) fn own_organisations(me: AccountId) -> _ {
    memberships::table
        .filter(memberships::account_id.eq(me))
        .select(memberships::organisation_id)
}

/// An organisation's people, who joined first at the top.
pub fn of_organisation(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Vec<MemberRow>, StoreError> {
    Ok(memberships::table
        .inner_join(accounts::table)
        .filter(memberships::organisation_id.eq(organisation))
        .order((memberships::joined_at, memberships::account_id))
        .limit(MOST)
        .select((
            accounts::id,
            accounts::name,
            accounts::email,
            accounts::language,
            memberships::role,
            memberships::joined_at,
        ))
        .load(reader.connection())?)
}

/// Adds a member.
pub fn insert(
    tx: &mut Tx,
    organisation: OrganisationId,
    account: AccountId,
    role: MemberRole,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(memberships::table)
        .values((
            memberships::account_id.eq(account),
            memberships::organisation_id.eq(organisation),
            memberships::joined_at.eq(now),
            memberships::role.eq(role),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Gives the capability's member another role.
pub fn set_role(tx: &mut Tx, may: &MayChangeMember, role: MemberRole) -> Result<(), StoreError> {
    let row = memberships::table.find((may.person(), may.organisation()));
    diesel::update(row)
        .set(memberships::role.eq(role))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes the capability's member out of the organisation.
pub fn remove(tx: &mut Tx, may: &MayChangeMember) -> Result<(), StoreError> {
    let row = memberships::table.find((may.person(), may.organisation()));
    diesel::delete(row).execute(tx.connection())?;
    Ok(())
}
