//! Abstentions: reviewers who left an application for want of competence or time.
//! No conflict of interest; those are in [`conflict`](super::conflict).

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::schema::{abstentions, accounts, assignments};
use crate::domain::{AccountId, ApplicationId, Moment};
use crate::policy::review::MayAbstain;

/// Somebody who declined to review an application.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Abstention {
    pub account: AccountId,
    pub name: String,
    pub reason: String,
    pub at: Moment,
}

/// Who declined an application, the latest first. The id is of an application
/// within reach.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<Abstention>, StoreError> {
    Ok(abstentions::table
        .inner_join(accounts::table)
        .filter(abstentions::application_id.eq(application))
        .order((abstentions::abstained_at.desc(), accounts::id))
        .select((
            accounts::id,
            accounts::name,
            abstentions::reason,
            abstentions::abstained_at,
        ))
        .load(reader.connection())?)
}

/// Who declined which of these applications.
pub fn of_applications(
    reader: &mut Reader,
    ids: Vec<ApplicationId>,
) -> Result<BTreeSet<(ApplicationId, AccountId)>, StoreError> {
    let pairs: Vec<(ApplicationId, AccountId)> = abstentions::table
        .filter(abstentions::application_id.eq_any(ids))
        .select((abstentions::application_id, abstentions::account_id))
        .load(reader.connection())?;
    Ok(pairs.into_iter().collect())
}

/// Frees the place of the person and keeps why they left. What they may have
/// written stays, in case they get the application again.
pub fn keep(tx: &mut Tx, may: &MayAbstain, reason: &str) -> Result<(), StoreError> {
    let key = (may.application(), may.reviewer());
    let now = tx.now();
    diesel::delete(assignments::table.find(key)).execute(tx.connection())?;
    diesel::delete(abstentions::table.find(key)).execute(tx.connection())?;
    diesel::insert_into(abstentions::table)
        .values((
            abstentions::application_id.eq(may.application()),
            abstentions::account_id.eq(may.reviewer()),
            abstentions::reason.eq(reason),
            abstentions::abstained_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
