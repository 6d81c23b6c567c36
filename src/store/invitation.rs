//! Invitations to join an organisation. Only the hash of a link's token is kept.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::member_invitations as invitations;
use crate::domain::member::MemberRole;
use crate::domain::{AccountId, MemberInvitationId, Moment, OrganisationId};

/// Open invitations that one organisation has at most.
pub const MOST_OPEN: i64 = 50;

/// An invitation that was sent.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = invitations, check_for_backend(MultiBackend))]
pub struct InvitationRow {
    pub id: MemberInvitationId,
    pub organisation_id: OrganisationId,
    pub email: String,
    pub role: MemberRole,
    pub token_hash: String,
    pub invited_by: AccountId,
    pub created_at: Moment,
    pub expires_at: Moment,
    /// Who joined by it.
    pub accepted_by: Option<AccountId>,
    /// When it was accepted, revoked or replaced by another.
    pub ended_at: Option<Moment>,
}

/// Adds an invitation.
pub fn insert(tx: &mut Tx, row: &InvitationRow) -> Result<(), StoreError> {
    diesel::insert_into(invitations::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// The invitation of a token while it works.
pub fn usable(
    reader: &mut Reader,
    token_hash: &str,
    now: Moment,
) -> Result<Option<InvitationRow>, StoreError> {
    Ok(invitations::table
        .filter(invitations::token_hash.eq(token_hash))
        .filter(invitations::ended_at.is_null())
        .filter(invitations::expires_at.gt(now))
        .select(InvitationRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// An organisation's invitations that still work, latest first.
pub fn open_of(
    reader: &mut Reader,
    organisation: OrganisationId,
    now: Moment,
) -> Result<Vec<InvitationRow>, StoreError> {
    Ok(invitations::table
        .filter(invitations::organisation_id.eq(organisation))
        .filter(invitations::ended_at.is_null())
        .filter(invitations::expires_at.gt(now))
        .order(invitations::id.desc())
        .limit(MOST_OPEN)
        .select(InvitationRow::as_select())
        .load(reader.connection())?)
}

/// Ends an invitation, by whoever joined by it or because it was taken back.
pub fn end(
    tx: &mut Tx,
    id: MemberInvitationId,
    accepted_by: Option<AccountId>,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(invitations::table.find(id))
        .set((
            invitations::ended_at.eq(now),
            invitations::accepted_by.eq(accepted_by),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Forgets invitations that expired before an instant.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let old = invitations::table.filter(invitations::expires_at.lt(before));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}
