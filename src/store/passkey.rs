//! Passkeys of people, and what devices were asked and have not answered yet.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::{passkey_challenges, passkeys};
use crate::domain::passkey::{MINUTES, Purpose};
use crate::domain::{AccountId, Moment, PasskeyId};

/// A passkey.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = passkeys, check_for_backend(MultiBackend))]
pub struct PasskeyRow {
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// What signatures are checked with, as the library writes it.
    pub credential: String,
    /// What the device had counted at its last use; 0 where it counts nothing.
    pub counter: i64,
    pub created_at: Moment,
    pub used_at: Option<Moment>,
}

/// The passkeys of an account, oldest first; few, as actions bound them.
pub fn of_account(reader: &mut Reader, account: AccountId) -> Result<Vec<PasskeyRow>, StoreError> {
    Ok(passkeys::table
        .filter(passkeys::account_id.eq(account))
        .order(passkeys::id)
        .select(PasskeyRow::as_select())
        .load(reader.connection())?)
}

/// Since when an account has a passkey; nothing where it has none.
pub fn since(reader: &mut Reader, account: AccountId) -> Result<Option<Moment>, StoreError> {
    Ok(passkeys::table
        .filter(passkeys::account_id.eq(account))
        .order(passkeys::id)
        .select(passkeys::created_at)
        .first(reader.connection())
        .optional()?)
}

/// The passkey of an account whose number has this hash.
pub fn of_credential(
    reader: &mut Reader,
    account: AccountId,
    credential_hash: &str,
) -> Result<Option<PasskeyRow>, StoreError> {
    Ok(passkeys::table
        .filter(passkeys::credential_hash.eq(credential_hash))
        .filter(passkeys::account_id.eq(account))
        .select(PasskeyRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// Whether a passkey with this hash of its number is anybody's.
pub fn is_known(reader: &mut Reader, credential_hash: &str) -> Result<bool, StoreError> {
    let found: Option<PasskeyId> = passkeys::table
        .filter(passkeys::credential_hash.eq(credential_hash))
        .select(passkeys::id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// Keeps a passkey under a name: the hash of its number, and what checks its signatures.
pub fn insert(
    tx: &mut Tx,
    account: AccountId,
    name: &str,
    (credential_hash, credential): (&str, &str),
) -> Result<PasskeyId, StoreError> {
    let (id, now): (PasskeyId, _) = (mint(), tx.now());
    diesel::insert_into(passkeys::table)
        .values((
            passkeys::id.eq(id),
            passkeys::account_id.eq(account),
            passkeys::name.eq(name),
            passkeys::credential_hash.eq(credential_hash),
            passkeys::credential.eq(credential),
            passkeys::counter.eq(0_i64),
            passkeys::created_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Notes that a passkey was used, with what its device said of itself and has counted.
pub fn note_use(
    tx: &mut Tx,
    id: PasskeyId,
    (credential, counter): (&str, i64),
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(passkeys::table.find(id))
        .set((
            passkeys::credential.eq(credential),
            passkeys::counter.eq(counter),
            passkeys::used_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes a passkey away; whether it was one of this account.
pub fn remove(tx: &mut Tx, account: AccountId, id: PasskeyId) -> Result<bool, StoreError> {
    let mine = passkeys::table
        .filter(passkeys::id.eq(id))
        .filter(passkeys::account_id.eq(account));
    Ok(diesel::delete(mine).execute(tx.connection())? == 1)
}

/// Takes all passkeys of an account away; whether there were any.
pub fn remove_all(tx: &mut Tx, account: AccountId) -> Result<bool, StoreError> {
    let mine = passkeys::table.filter(passkeys::account_id.eq(account));
    Ok(diesel::delete(mine).execute(tx.connection())? > 0)
}

/// Keeps what a device of an account is asked until [`MINUTES`] from now: under the hash of
/// a secret that the page tells with the answer, the state that an answer is checked with.
pub fn ask(
    tx: &mut Tx,
    (account, purpose): (AccountId, Purpose),
    (secret_hash, state): (&str, &str),
) -> Result<(), StoreError> {
    let until = tx.now().plus_minutes(MINUTES);
    diesel::insert_into(passkey_challenges::table)
        .values((
            passkey_challenges::secret_hash.eq(secret_hash),
            passkey_challenges::account_id.eq(account),
            passkey_challenges::purpose.eq(purpose.code()),
            passkey_challenges::state.eq(state),
            passkey_challenges::expires_at.eq(until),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes what a device was asked, so that nobody can answer it again; the state, where it
/// was asked of this account, for this purpose and not too long ago.
pub fn take(
    tx: &mut Tx,
    (account, purpose): (AccountId, Purpose),
    secret_hash: &str,
) -> Result<Option<String>, StoreError> {
    let now = tx.now();
    let state: Option<String> = passkey_challenges::table
        .find(secret_hash)
        .filter(passkey_challenges::account_id.eq(account))
        .filter(passkey_challenges::purpose.eq(purpose.code()))
        .filter(passkey_challenges::expires_at.gt(now))
        .select(passkey_challenges::state)
        .first(tx.connection())
        .optional()?;
    if state.is_some() {
        diesel::delete(passkey_challenges::table.find(secret_hash)).execute(tx.connection())?;
    }
    Ok(state)
}

/// Forgets what was not answered before an instant.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let old = passkey_challenges::table.filter(passkey_challenges::expires_at.lt(before));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}
