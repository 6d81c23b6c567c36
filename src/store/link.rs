//! One-time links: confirmation, reset, invitation, first admin. Only the hash
//! of a link's token is kept.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::one_time_links;
use crate::domain::account::Role;
use crate::domain::{AccountId, Moment};

/// A link that was sent.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = one_time_links, check_for_backend(MultiBackend))]
pub struct LinkRow {
    pub token_hash: String,
    /// Code of [`crate::domain::account`]'s purposes, kept as text.
    pub purpose: String,
    pub account_id: Option<AccountId>,
    pub email: String,
    pub role: Option<Role>,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub used_at: Option<Moment>,
}

/// Adds a link.
pub fn insert(tx: &mut Tx, link: &LinkRow) -> Result<(), StoreError> {
    diesel::insert_into(one_time_links::table)
        .values(link)
        .execute(tx.connection())?;
    Ok(())
}

/// The link of a token if it is for this purpose, unused and not expired.
pub fn usable(
    reader: &mut Reader,
    token_hash: &str,
    purpose: &str,
    now: Moment,
) -> Result<Option<LinkRow>, StoreError> {
    Ok(one_time_links::table
        .find(token_hash)
        .filter(one_time_links::purpose.eq(purpose))
        .filter(
            one_time_links::used_at
                .is_null()
                .and(one_time_links::expires_at.gt(now)),
        )
        .select(LinkRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Notes with which session at a provider came who is to use a link.
pub fn came_with(tx: &mut Tx, token_hash: &str, there: &str) -> Result<(), StoreError> {
    diesel::update(one_time_links::table.find(token_hash))
        .set(one_time_links::provider_session.eq(there))
        .execute(tx.connection())?;
    Ok(())
}

/// With which session at a provider came who uses a link.
pub fn provider_session(
    reader: &mut Reader,
    token_hash: &str,
) -> Result<Option<String>, StoreError> {
    let found: Option<Option<String>> = one_time_links::table
        .find(token_hash)
        .select(one_time_links::provider_session)
        .first(reader.connection())
        .optional()?;
    Ok(found.flatten())
}

/// Who came with a session at a provider and has not used the link yet.
pub fn owners_there(reader: &mut Reader, there: &str) -> Result<Vec<AccountId>, StoreError> {
    let owners: Vec<Option<AccountId>> = one_time_links::table
        .filter(one_time_links::provider_session.eq(there))
        .filter(one_time_links::used_at.is_null())
        .select(one_time_links::account_id)
        .load(reader.connection())?;
    Ok(owners.into_iter().flatten().collect())
}

/// Spends the unused links of an account with which it came from a session at a provider.
pub fn spend_there(tx: &mut Tx, account: AccountId, there: &str) -> Result<(), StoreError> {
    let now = tx.now();
    let open = one_time_links::table
        .filter(one_time_links::provider_session.eq(there))
        .filter(one_time_links::account_id.assume_not_null().eq(account))
        .filter(one_time_links::used_at.is_null());
    diesel::update(open)
        .set(one_time_links::used_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Spends a link; whether it was there and unused.
pub fn spend(tx: &mut Tx, token_hash: &str) -> Result<bool, StoreError> {
    let now = tx.now();
    let unused = one_time_links::table
        .find(token_hash)
        .filter(one_time_links::used_at.is_null());
    let spent = diesel::update(unused)
        .set(one_time_links::used_at.eq(now))
        .execute(tx.connection())?;
    Ok(spent == 1)
}

/// Spends every unused link of a purpose for an address.
pub fn spend_all(tx: &mut Tx, email: &str, purpose: &str) -> Result<(), StoreError> {
    let now = tx.now();
    let open = one_time_links::table
        .filter(
            one_time_links::email
                .eq(email)
                .and(one_time_links::purpose.eq(purpose)),
        )
        .filter(one_time_links::used_at.is_null());
    diesel::update(open)
        .set(one_time_links::used_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Spends every unused link of a purpose, whoever it is for.
pub fn spend_of_everybody(tx: &mut Tx, purpose: &str) -> Result<(), StoreError> {
    let now = tx.now();
    let open = one_time_links::table
        .filter(one_time_links::purpose.eq(purpose))
        .filter(one_time_links::used_at.is_null());
    diesel::update(open)
        .set(one_time_links::used_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Forgets links that expired before an instant.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let old = one_time_links::table.filter(one_time_links::expires_at.lt(before));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::trial::{self, stamp};

    #[test]
    fn a_link_is_spent_once() {
        let (_folder, database) = trial::database();
        let now = stamp().now;
        let link = LinkRow {
            token_hash: "kept".to_owned(),
            purpose: "second_step".to_owned(),
            account_id: None,
            email: "ada@example.org".to_owned(),
            role: None,
            created_at: now,
            expires_at: now.plus_minutes(10),
            used_at: None,
        };
        let spent = database.write(stamp(), |tx| -> Result<(bool, bool), StoreError> {
            insert(tx, &link)?;
            let first = spend(tx, "kept")?;
            Ok((first, spend(tx, "kept")?))
        });
        assert_eq!(spent.unwrap(), (true, false));
    }
}
