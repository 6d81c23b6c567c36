//! Abstentions: reviewers who left an application for want of competence or time.
//! No conflict of interest; those are in [`conflict`](super::conflict). What they sent
//! stays, sealed, and doesn't count while they have no assignment.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::notice;
use super::schema::{abstentions, accounts, assignments, reviews};
use super::sealed_columns::{Cells, of_application as sealed_of};
use crate::domain::{AccountId, ApplicationId, Moment};
use crate::policy::review::MayAbstain;

/// Somebody who declined to review an application, before or after sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abstention {
    pub account: AccountId,
    pub name: String,
    pub reason: String,
    pub at: Moment,
    /// They got the application again.
    pub back: bool,
    /// When their review was last sent; counted only where they are back.
    pub sent_at: Option<Moment>,
}

impl Abstention {
    /// When the review was sent that is kept without being counted.
    pub fn uncounted(&self) -> Option<Moment> {
        self.sent_at.filter(|_| !self.back)
    }
}

/// Who declined an application, the latest first. The id is of an application
/// within reach.
pub fn of_application(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<Abstention>, StoreError> {
    type Found = (
        AccountId,
        String,
        String,
        Moment,
        Option<AccountId>,
        Option<Moment>,
    );
    let given = assignments::application_id
        .eq(abstentions::application_id)
        .and(assignments::reviewer_id.eq(abstentions::account_id));
    let own = reviews::application_id
        .eq(abstentions::application_id)
        .and(reviews::reviewer_id.eq(abstentions::account_id));
    let mut found: Vec<Found> = abstentions::table
        .inner_join(accounts::table.on(accounts::id.eq(abstentions::account_id)))
        .left_join(assignments::table.on(given))
        .left_join(reviews::table.on(own))
        .filter(abstentions::application_id.eq(application))
        .order((abstentions::abstained_at.desc(), accounts::id))
        .select((
            accounts::id,
            accounts::name,
            abstentions::reason,
            abstentions::abstained_at,
            assignments::reviewer_id.nullable(),
            reviews::submitted_at.nullable(),
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("abstentions");
    for row in &mut found {
        let ids = [application.as_str(), row.0.as_str()];
        cells.add(&ids, [("reason", &mut row.2)]);
    }
    cells.open(reader)?;
    let told = |(account, name, reason, at, given, sent_at): Found| Abstention {
        account,
        name,
        reason,
        at,
        back: given.is_some(),
        sent_at,
    };
    Ok(found.into_iter().map(told).collect())
}

/// Since when those who declined an application had it at first: they keep the place
/// among its reviewers that gives everybody a letter.
pub(super) fn places(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<BTreeMap<AccountId, Moment>, StoreError> {
    let rows: Vec<(AccountId, Option<Moment>)> = abstentions::table
        .filter(abstentions::application_id.eq(application))
        .select((abstentions::account_id, abstentions::assigned_at))
        .load(reader.connection())?;
    let rows = rows.into_iter();
    Ok(rows.filter_map(|(who, at)| Some((who, at?))).collect())
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

/// Frees the place of the person and keeps why they left. What they wrote and sent
/// stays, in case they get the application again.
pub fn keep(tx: &mut Tx, may: &MayAbstain, reason: &str) -> Result<(), StoreError> {
    let key = (may.application(), may.reviewer());
    let now = tx.now();
    let given: Option<Moment> = assignments::table
        .find(key)
        .select(assignments::assigned_at)
        .first(tx.connection())
        .optional()?;
    let first = places(tx, key.0)?.remove(&key.1).or(given);
    let ids = [key.0.as_str(), key.1.as_str()];
    let sealed = sealed_of(tx, key.0, ("abstentions", &ids))?;
    diesel::delete(assignments::table.find(key)).execute(tx.connection())?;
    diesel::delete(abstentions::table.find(key)).execute(tx.connection())?;
    diesel::insert_into(abstentions::table)
        .values((
            abstentions::application_id.eq(key.0),
            abstentions::account_id.eq(key.1),
            abstentions::reason.eq(sealed.seal("reason", reason)?),
            abstentions::abstained_at.eq(now),
            abstentions::assigned_at.eq(first),
        ))
        .execute(tx.connection())?;
    notice::drop_waiting(tx, key.1, Some(key.0))
}
