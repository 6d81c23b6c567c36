//! Checks of due diligence. Every one is kept; the latest of a kind counts.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx, mint};
use super::schema::{accounts, checks};
use crate::domain::check::CheckOutcome;
use crate::domain::{ApplicationId, Moment};
use crate::policy::check::MayCheck;

/// The kind of check that a grant can't be given without.
const LEGAL_STATUS: &str = "legal_status";

/// A check with the name of who made it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct CheckRow {
    pub outcome: CheckOutcome,
    pub note: String,
    pub checked_by: String,
    pub checked_at: Moment,
}

/// The checks of an applicant's legal status, latest first.
pub fn legal(reader: &mut Reader, application: ApplicationId) -> Result<Vec<CheckRow>, StoreError> {
    Ok(checks::table
        .inner_join(accounts::table)
        .filter(checks::application_id.eq(application))
        .filter(checks::kind.eq(LEGAL_STATUS))
        .order((checks::checked_at.desc(), checks::id.desc()))
        .limit(50)
        .select((
            checks::outcome,
            checks::note,
            accounts::name,
            checks::checked_at,
        ))
        .load(reader.connection())?)
}

/// Whether the latest check found the legal status in order.
pub fn legal_verified(reader: &mut Reader, application: ApplicationId) -> Result<bool, StoreError> {
    let latest: Option<CheckOutcome> = checks::table
        .filter(checks::application_id.eq(application))
        .filter(checks::kind.eq(LEGAL_STATUS))
        .order((checks::checked_at.desc(), checks::id.desc()))
        .select(checks::outcome)
        .first(reader.connection())
        .optional()?;
    Ok(latest == Some(CheckOutcome::Verified))
}

/// Those of these applications whose latest check is "verified", in one query.
pub fn legal_verified_among(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<Vec<ApplicationId>, StoreError> {
    let rows: Vec<(ApplicationId, CheckOutcome)> = checks::table
        .filter(checks::application_id.eq_any(ids.to_vec()))
        .filter(checks::kind.eq(LEGAL_STATUS))
        .order((checks::application_id, checks::checked_at, checks::id))
        .select((checks::application_id, checks::outcome))
        .load(reader.connection())?;
    let latest: std::collections::BTreeMap<_, _> = rows.into_iter().collect();
    let verified = latest
        .into_iter()
        .filter(|(_, outcome)| *outcome == CheckOutcome::Verified);
    Ok(verified.map(|(id, _)| id).collect())
}

/// Records a check of the legal status.
pub fn insert_legal(
    tx: &mut Tx,
    may: &MayCheck,
    outcome: CheckOutcome,
    note: &str,
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(checks::table)
        // Any id type serves to mint: nothing refers to a check.
        .values((
            checks::id.eq(mint::<ApplicationId>()),
            checks::application_id.eq(may.application()),
            checks::kind.eq(LEGAL_STATUS),
            checks::outcome.eq(outcome),
            checks::note.eq(note),
            checks::checked_by.eq(may.by()),
            checks::checked_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
