//! Whom wide disagreement called to a discussion, each person once for each
//! application.

use std::collections::BTreeSet;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::super::conflict::StoreError;
use super::super::connection::{Reader, Tx};
use super::super::schema::{applications, discussion_calls, rounds};
use crate::domain::application::Status;
use crate::domain::round::RoundState;
use crate::domain::{AccountId, ApplicationId, RoundId};

/// Who was called to the discussion of an application.
pub fn called(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<BTreeSet<AccountId>, StoreError> {
    let found: Vec<AccountId> = discussion_calls::table
        .filter(discussion_calls::application_id.eq(application))
        .select(discussion_calls::account_id)
        .load(reader.connection())?;
    Ok(found.into_iter().collect())
}

/// Notes that somebody is called.
pub fn call(tx: &mut Tx, application: ApplicationId, account: AccountId) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(discussion_calls::table)
        .values((
            discussion_calls::application_id.eq(application),
            discussion_calls::account_id.eq(account),
            discussion_calls::called_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Applications under deliberation in rounds that take reviews, to whose discussion
/// nobody was called, with their rounds.
pub fn uncalled(reader: &mut Reader) -> Result<Vec<(ApplicationId, RoundId)>, StoreError> {
    let calls =
        discussion_calls::table.filter(discussion_calls::application_id.eq(applications::id));
    Ok(applications::table
        .inner_join(rounds::table)
        .filter(rounds::state.ne(RoundState::Closed))
        .filter(applications::status.eq(Status::Deliberation))
        .filter(not(exists(calls)))
        .order(applications::id)
        .select((applications::id, applications::round_id))
        .load(reader.connection())?)
}
