//! Sign-in at a provider: who went there and is not back yet, and whose account opens
//! for whom there.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{openid_attempts, openid_links};
use crate::domain::{AccountId, Moment};
use crate::policy::account::MayComeByProvider;

/// Somebody who went to the provider.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = openid_attempts, check_for_backend(MultiBackend))]
pub struct AttemptRow {
    pub state_hash: String,
    /// Hash of the token of the browser that went.
    pub browser_hash: String,
    /// What the token of the provider has to repeat.
    pub nonce: String,
    /// Where they are led when they are back.
    pub place: String,
    /// Who shows again that it is them; nothing at a sign-in.
    pub account_id: Option<AccountId>,
    pub created_at: Moment,
}

/// Notes that somebody goes to the provider.
pub fn begin(tx: &mut Tx, attempt: &AttemptRow) -> Result<(), StoreError> {
    diesel::insert_into(openid_attempts::table)
        .values(attempt)
        .execute(tx.connection())?;
    Ok(())
}

/// Who went there with this browser at this instant or later.
pub fn begun(
    reader: &mut Reader,
    (state_hash, browser_hash): (&str, &str),
    since: Moment,
) -> Result<Option<AttemptRow>, StoreError> {
    Ok(openid_attempts::table
        .find(state_hash)
        .filter(openid_attempts::browser_hash.eq(browser_hash))
        .filter(openid_attempts::created_at.ge(since))
        .select(AttemptRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Forgets that somebody went; whether that was known. Of several at once one is told so.
pub fn spend(tx: &mut Tx, state_hash: &str) -> Result<bool, StoreError> {
    let mine = openid_attempts::table.find(state_hash);
    Ok(diesel::delete(mine).execute(tx.connection())? == 1)
}

/// Forgets who went before an instant.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let old = openid_attempts::table.filter(openid_attempts::created_at.lt(before));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}

/// Whose account opens for whom the provider calls so.
pub fn account_of(
    reader: &mut Reader,
    (issuer, subject): (&str, &str),
) -> Result<Option<AccountId>, StoreError> {
    Ok(openid_links::table
        .filter(openid_links::issuer.eq(issuer))
        .filter(openid_links::subject.eq(subject))
        .select(openid_links::account_id)
        .first(reader.connection())
        .optional()?)
}

/// Since when an account opens for somebody at the provider; nothing where it does not.
pub fn since(
    reader: &mut Reader,
    account: AccountId,
    issuer: &str,
) -> Result<Option<Moment>, StoreError> {
    Ok(openid_links::table
        .filter(openid_links::account_id.eq(account))
        .filter(openid_links::issuer.eq(issuer))
        .select(openid_links::linked_at)
        .first(reader.connection())
        .optional()?)
}

/// Since when an account opens for somebody at any provider; nothing where it does not.
pub fn linked_at(reader: &mut Reader, account: AccountId) -> Result<Option<Moment>, StoreError> {
    Ok(openid_links::table
        .filter(openid_links::account_id.eq(account))
        .order(openid_links::linked_at)
        .select(openid_links::linked_at)
        .first(reader.connection())
        .optional()?)
}

/// Lets an account open for whom the provider calls so.
pub fn link(
    tx: &mut Tx,
    may: &MayComeByProvider,
    (issuer, subject): (&str, &str),
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(openid_links::table)
        .values((
            openid_links::issuer.eq(issuer),
            openid_links::subject.eq(subject),
            openid_links::account_id.eq(may.account()),
            openid_links::linked_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Lets an account open for nobody at any provider; whether it did for somebody.
pub fn unlink(tx: &mut Tx, account: AccountId) -> Result<bool, StoreError> {
    let mine = openid_links::table.filter(openid_links::account_id.eq(account));
    Ok(diesel::delete(mine).execute(tx.connection())? > 0)
}
