//! Accounts and their roles.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{account_roles, accounts};
use crate::domain::account::{Email, Role};
use crate::domain::{AccountId, Language, Moment};

/// A person's account.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = accounts, check_for_backend(MultiBackend))]
pub struct AccountRow {
    pub id: AccountId,
    pub email: String,
    pub name: String,
    /// PHC string; `None` until the person has chosen a password.
    pub password_hash: Option<String>,
    pub language: Language,
    pub time_zone: String,
    pub created_at: Moment,
    pub confirmed_at: Option<Moment>,
    pub disabled_at: Option<Moment>,
}

/// An account in a list of people.
#[derive(Debug, Clone)]
pub struct Person {
    pub account: AccountRow,
    pub roles: Vec<Role>,
}

/// The account of an address.
pub fn by_email(reader: &mut Reader, email: &Email) -> Result<Option<AccountRow>, StoreError> {
    Ok(accounts::table
        .filter(accounts::email.eq(email.as_str()))
        .select(AccountRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// The account of an id.
pub fn by_id(reader: &mut Reader, id: AccountId) -> Result<Option<AccountRow>, StoreError> {
    Ok(accounts::table
        .find(id)
        .select(AccountRow::as_select())
        .first(reader.connection())
        .optional()?)
}

/// The names of these accounts.
pub fn names(
    reader: &mut Reader,
    ids: &[AccountId],
) -> Result<BTreeMap<AccountId, String>, StoreError> {
    let rows: Vec<(AccountId, String)> = accounts::table
        .filter(accounts::id.eq_any(ids.to_vec()))
        .select((accounts::id, accounts::name))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}

/// The roles of an account.
pub fn roles(reader: &mut Reader, id: AccountId) -> Result<Vec<Role>, StoreError> {
    Ok(account_roles::table
        .filter(account_roles::account_id.eq(id))
        .order(account_roles::role)
        .select(account_roles::role)
        .load(reader.connection())?)
}

/// Whether any account has a role.
pub fn role_is_held(reader: &mut Reader, role: Role) -> Result<bool, StoreError> {
    let query = account_roles::table
        .filter(account_roles::role.eq(role))
        .select(account_roles::role);
    let found: Option<Role> = query.first(reader.connection()).optional()?;
    Ok(found.is_some())
}

/// Accounts after `after` in order of their address, with their roles.
pub fn people(reader: &mut Reader, after: &str, limit: i64) -> Result<Vec<Person>, StoreError> {
    let accounts: Vec<AccountRow> = accounts::table
        .filter(accounts::email.gt(after))
        .order(accounts::email)
        .limit(limit)
        .select(AccountRow::as_select())
        .load(reader.connection())?;
    let ids: Vec<AccountId> = accounts.iter().map(|account| account.id).collect();
    let roles: Vec<(AccountId, Role)> = account_roles::table
        .filter(account_roles::account_id.eq_any(ids))
        .order((account_roles::account_id, account_roles::role))
        .select((account_roles::account_id, account_roles::role))
        .load(reader.connection())?;
    let of = |id| {
        roles
            .iter()
            .filter(|(owner, _)| *owner == id)
            .map(|(_, role)| *role)
            .collect()
    };
    Ok(accounts
        .into_iter()
        .map(|account| Person {
            roles: of(account.id),
            account,
        })
        .collect())
}

/// Those who hold a role and may sign in, at most a thousand.
pub fn holders(reader: &mut Reader, role: Role) -> Result<Vec<AccountRow>, StoreError> {
    Ok(accounts::table
        .inner_join(account_roles::table)
        .filter(account_roles::role.eq(role))
        .filter(accounts::disabled_at.is_null())
        .order(accounts::id)
        .limit(1_000)
        .select(AccountRow::as_select())
        .load(reader.connection())?)
}

/// Adds an account.
pub fn insert(tx: &mut Tx, account: &AccountRow) -> Result<(), StoreError> {
    diesel::insert_into(accounts::table)
        .values(account)
        .execute(tx.connection())?;
    Ok(())
}

/// Gives a role; giving it twice changes nothing.
pub fn grant(tx: &mut Tx, id: AccountId, role: Role) -> Result<(), StoreError> {
    if roles(tx, id)?.contains(&role) {
        return Ok(());
    }
    let now = tx.now();
    let values = (
        account_roles::account_id.eq(id),
        account_roles::role.eq(role),
        account_roles::granted_at.eq(now),
    );
    diesel::insert_into(account_roles::table)
        .values(values)
        .execute(tx.connection())?;
    Ok(())
}

/// Takes a role away.
pub fn revoke(tx: &mut Tx, id: AccountId, role: Role) -> Result<(), StoreError> {
    diesel::delete(account_roles::table.find((id, role))).execute(tx.connection())?;
    Ok(())
}

/// Stores a new password hash.
pub fn set_password(tx: &mut Tx, id: AccountId, hash: &str) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id))
        .set(accounts::password_hash.eq(hash))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes that the person has shown to own the address.
pub fn confirm(tx: &mut Tx, id: AccountId) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(accounts::table.find(id))
        .filter(accounts::confirmed_at.is_null())
        .set(accounts::confirmed_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Disables or enables an account.
pub fn set_disabled(tx: &mut Tx, id: AccountId, disabled: bool) -> Result<(), StoreError> {
    let at = disabled.then_some(tx.now());
    diesel::update(accounts::table.find(id))
        .set(accounts::disabled_at.eq(at))
        .execute(tx.connection())?;
    Ok(())
}

/// Changes name, language and time zone.
pub fn set_profile(
    tx: &mut Tx,
    id: AccountId,
    name: &str,
    language: Language,
    time_zone: &str,
) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id))
        .set((
            accounts::name.eq(name),
            accounts::language.eq(language),
            accounts::time_zone.eq(time_zone),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Remembers the language that the person switched to.
pub fn set_language(tx: &mut Tx, id: AccountId, language: Language) -> Result<(), StoreError> {
    diesel::update(accounts::table.find(id))
        .set(accounts::language.eq(language))
        .execute(tx.connection())?;
    Ok(())
}
