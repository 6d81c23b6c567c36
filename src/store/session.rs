//! Server-side sessions: only the hash of a token is kept.

use diesel::prelude::*;

use super::account::AccountRow;
use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::schema::{account_roles, accounts, sessions};
use crate::domain::account::Role;
use crate::domain::{AccountId, Moment, SessionId};

/// A signed-in browser.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = sessions, check_for_backend(MultiBackend))]
pub struct SessionRow {
    pub id: SessionId,
    pub account_id: AccountId,
    pub created_at: Moment,
    pub seen_at: Moment,
    /// The browser's own words about itself, shortened.
    pub agent: String,
    /// A second step has to be set up before anything else.
    pub owes_factor: bool,
    proved_at: Option<Moment>,
}

impl SessionRow {
    /// When whoever is signed in last showed that it is them.
    pub fn proved_at(&self) -> Moment {
        self.proved_at.unwrap_or(self.created_at)
    }
}

/// The session of a token with its account and roles, in one query.
pub fn load(
    reader: &mut Reader,
    token_hash: &str,
) -> Result<Option<(SessionRow, AccountRow, Vec<Role>)>, StoreError> {
    let rows: Vec<(SessionRow, AccountRow, Option<Role>)> = sessions::table
        .inner_join(accounts::table)
        .left_join(account_roles::table.on(account_roles::account_id.eq(sessions::account_id)))
        .filter(sessions::token_hash.eq(token_hash))
        .select((
            SessionRow::as_select(),
            AccountRow::as_select(),
            account_roles::role.nullable(),
        ))
        .load(reader.connection())?;
    let roles = rows.iter().filter_map(|(_, _, role)| *role).collect();
    Ok(rows
        .into_iter()
        .next()
        .map(|(session, account, _)| (session, account, roles)))
}

/// Opens a session. `proved_at` is when whoever signs in showed elsewhere that it is them;
/// nothing where they do so here and now. `there` is the session at a provider for which it
/// stands, if they came from one.
pub fn insert(
    tx: &mut Tx,
    token_hash: &str,
    account: AccountId,
    (agent, owes_factor, proved_at, there): (&str, bool, Option<Moment>, Option<&str>),
) -> Result<(), StoreError> {
    let now = tx.now();
    let values = (
        sessions::token_hash.eq(token_hash),
        sessions::id.eq(mint::<SessionId>()),
        sessions::account_id.eq(account),
        sessions::created_at.eq(now),
        sessions::seen_at.eq(now),
        sessions::agent.eq(agent),
        sessions::owes_factor.eq(owes_factor),
        sessions::proved_at.eq(proved_at),
        sessions::provider_session.eq(there),
    );
    diesel::insert_into(sessions::table)
        .values(values)
        .execute(tx.connection())?;
    Ok(())
}

/// Notes for which session at a provider one stands whose owner showed there again that it
/// is them.
pub fn stands_for(tx: &mut Tx, id: SessionId, there: &str) -> Result<(), StoreError> {
    diesel::update(sessions::table.filter(sessions::id.eq(id)))
        .set(sessions::provider_session.eq(there))
        .execute(tx.connection())?;
    Ok(())
}

/// Whose sessions stand for one at a provider.
pub fn owners_there(reader: &mut Reader, there: &str) -> Result<Vec<AccountId>, StoreError> {
    Ok(sessions::table
        .filter(sessions::provider_session.eq(there))
        .select(sessions::account_id)
        .load(reader.connection())?)
}

/// Ends the sessions of an account that stand for one at a provider; how many.
pub fn end_there(tx: &mut Tx, account: AccountId, there: &str) -> Result<usize, StoreError> {
    let own = sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::provider_session.eq(there));
    Ok(diesel::delete(own).execute(tx.connection())?)
}

/// Notes that a session was used.
pub fn touch(tx: &mut Tx, id: SessionId) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(sessions::table.filter(sessions::id.eq(id)))
        .set(sessions::seen_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes that whoever is signed in showed again that it is them.
pub fn prove(tx: &mut Tx, id: SessionId) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(sessions::table.filter(sessions::id.eq(id)))
        .set(sessions::proved_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes that an account has to have a second step, and has none: all its sessions owe one.
pub fn owe_factor(tx: &mut Tx, account: AccountId) -> Result<(), StoreError> {
    diesel::update(sessions::table.filter(sessions::account_id.eq(account)))
        .set(sessions::owes_factor.eq(true))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes that an account has a second step: none of its sessions owes one.
pub fn settle_factor(tx: &mut Tx, account: AccountId) -> Result<(), StoreError> {
    diesel::update(sessions::table.filter(sessions::account_id.eq(account)))
        .set(sessions::owes_factor.eq(false))
        .execute(tx.connection())?;
    Ok(())
}

/// The sessions of an account, latest first; few, because old ones are purged.
pub fn of_account(reader: &mut Reader, account: AccountId) -> Result<Vec<SessionRow>, StoreError> {
    Ok(sessions::table
        .filter(sessions::account_id.eq(account))
        .order(sessions::seen_at.desc())
        .limit(100)
        .select(SessionRow::as_select())
        .load(reader.connection())?)
}

/// Ends one session of an account; answers whether there was one.
pub fn end(tx: &mut Tx, account: AccountId, id: SessionId) -> Result<bool, StoreError> {
    let mine = sessions::table.filter(sessions::account_id.eq(account).and(sessions::id.eq(id)));
    Ok(diesel::delete(mine).execute(tx.connection())? == 1)
}

/// Ends every session of an account, but the one to keep.
pub fn end_others(
    tx: &mut Tx,
    account: AccountId,
    keep: Option<SessionId>,
) -> Result<usize, StoreError> {
    let all = sessions::table.filter(sessions::account_id.eq(account));
    Ok(match keep {
        Some(id) => diesel::delete(all.filter(sessions::id.ne(id))).execute(tx.connection())?,
        None => diesel::delete(all).execute(tx.connection())?,
    })
}

/// Ends every session of everybody; how many there were.
pub fn end_all(tx: &mut Tx) -> Result<usize, StoreError> {
    Ok(diesel::delete(sessions::table).execute(tx.connection())?)
}

/// Forgets sessions last used before an instant.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let old = sessions::table.filter(sessions::seen_at.lt(before));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}
