//! How many of the panel take part in a round's decisions, and who can.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::application::ApplicationRow;
use super::conflict::StoreError;
use super::conflict_record::{Pair, barred};
use super::connection::{Reader, Tx};
use super::schema::{account_roles, accounts, assignments, round_quorums};
use crate::domain::account::Role;
use crate::domain::{AccountId, ApplicationId, RoundId};
use crate::policy::quorum::MaySetQuorum;

/// Most people of each kind; an installation has dozens.
const MOST: i64 = 500;

/// How many have to take part; 0 where nothing was said.
pub fn least(reader: &mut Reader, round: RoundId) -> Result<usize, StoreError> {
    let found: Option<i32> = round_quorums::table
        .find(round)
        .select(round_quorums::least)
        .first(reader.connection())
        .optional()?;
    Ok(found.and_then(|n| usize::try_from(n).ok()).unwrap_or(0))
}

/// Says how many have to take part from now on.
pub fn set(tx: &mut Tx, may: &MaySetQuorum, least: i32) -> Result<(), StoreError> {
    diesel::delete(round_quorums::table.find(may.round())).execute(tx.connection())?;
    diesel::insert_into(round_quorums::table)
        .values((
            round_quorums::round_id.eq(may.round()),
            round_quorums::least.eq(least),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Who can take part in deciding on an application: admins, and reviewers who are
/// assigned to it, none of them kept away. By name.
pub fn panel(
    reader: &mut Reader,
    row: &ApplicationRow,
) -> Result<Vec<(AccountId, String)>, StoreError> {
    panel_of_any(reader, &[row.id])
}

/// Who can take part in deciding on any of some applications, by name.
pub fn panel_of_any(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<Vec<(AccountId, String)>, StoreError> {
    // Apart: with an “or” between them PostgreSQL would read every account.
    let admins: Vec<AccountId> = account_roles::table
        .filter(account_roles::role.eq(Role::Admin))
        .select(account_roles::account_id)
        .load(reader.connection())?;
    let assigned: Vec<Pair> = assignments::table
        .filter(assignments::application_id.eq_any(ids.to_vec()))
        .filter(assignments::recused_at.is_null())
        .select((assignments::application_id, assignments::reviewer_id))
        .load(reader.connection())?;
    let barred = barred(reader, ids)?;
    let everywhere = ids
        .iter()
        .flat_map(|id| admins.iter().map(move |admin| (*id, *admin)));
    let free = everywhere.chain(assigned);
    let free = free.filter(|pair| !barred.contains(pair));
    let people: BTreeSet<AccountId> = free.map(|(_, account)| account).collect();
    Ok(accounts::table
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::id.eq_any(people))
        .order((accounts::name, accounts::id))
        .limit(MOST)
        .select((accounts::id, accounts::name))
        .load(reader.connection())?)
}
