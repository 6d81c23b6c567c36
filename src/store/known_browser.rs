//! Browsers with which people signed in before.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::known_browsers;
use crate::domain::{AccountId, Moment};

/// Whether somebody signed in with a browser before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    Before,
    /// With others, not with this one.
    Not,
    /// With none that is known: there is nothing to compare it with.
    None,
}

/// Notes that an account was signed in to with a browser, and answers whether it was before.
pub fn meet(tx: &mut Tx, account: AccountId, browser_hash: &str) -> Result<Met, StoreError> {
    let now = tx.now();
    let known = diesel::update(known_browsers::table.find(browser_hash))
        .set(known_browsers::seen_at.eq(now))
        .execute(tx.connection())?;
    if known == 1 {
        return Ok(Met::Before);
    }
    let others: i64 = known_browsers::table
        .filter(known_browsers::account_id.eq(account))
        .select(count_star())
        .first(tx.connection())?;
    diesel::insert_into(known_browsers::table)
        .values((
            known_browsers::browser_hash.eq(browser_hash),
            known_browsers::account_id.eq(account),
            known_browsers::first_at.eq(now),
            known_browsers::seen_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(if others == 0 { Met::None } else { Met::Not })
}

/// Whether an account was signed in to with a browser.
pub fn is_known(reader: &mut Reader, browser_hash: &str) -> Result<bool, StoreError> {
    let found: Option<AccountId> = known_browsers::table
        .find(browser_hash)
        .select(known_browsers::account_id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// Forgets browsers that signed in last before an instant.
pub fn purge(tx: &mut Tx, before: Moment) -> Result<(), StoreError> {
    let old = known_browsers::table.filter(known_browsers::seen_at.lt(before));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}
