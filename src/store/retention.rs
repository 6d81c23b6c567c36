//! How long what is kept, and what is kept longer.

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::organisation::reachable_organisations;
use super::schema::{
    accounts, erasures, organisations, retention_keeps, retention_looks, retention_periods,
    retention_waiting,
};
use super::sealed_columns::{Cells, of_application};
use crate::domain::moment::Day;
use crate::domain::retention::Kind;
use crate::domain::{AccountId, ApplicationId, Moment, OrganisationId};
use crate::policy::Reach;
use crate::policy::retention::{MayKeep, MaySetPeriods};

/// How long a kind of contents is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = retention_periods, check_for_backend(MultiBackend))]
pub struct PeriodRow {
    pub kind: Kind,
    pub days: i32,
    pub set_at: Moment,
}

/// Every period that is set.
pub fn periods(reader: &mut Reader) -> Result<Vec<PeriodRow>, StoreError> {
    Ok(retention_periods::table
        .order(retention_periods::kind)
        .select(PeriodRow::as_select())
        .load(reader.connection())?)
}

/// When all of a kind was looked at last, by kind; none where that is still to be done.
pub fn looks(reader: &mut Reader) -> Result<Vec<(Kind, Moment)>, StoreError> {
    Ok(retention_looks::table
        .order(retention_looks::kind)
        .select((retention_looks::kind, retention_looks::looked_at))
        .load(reader.connection())?)
}

/// Notes that all of a kind was looked at.
pub fn looked(tx: &mut Tx, kind: Kind) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::delete(retention_looks::table.find(kind)).execute(tx.connection())?;
    diesel::insert_into(retention_looks::table)
        .values((
            retention_looks::kind.eq(kind),
            retention_looks::looked_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Sets how many days a kind is kept; nothing keeps it without an end. What was found with
/// the former period waits no longer.
pub fn set_period(
    tx: &mut Tx,
    may: &MaySetPeriods,
    kind: Kind,
    days: Option<i32>,
) -> Result<(), StoreError> {
    let now = tx.now();
    let waiting = retention_waiting::table.filter(retention_waiting::kind.eq(kind));
    diesel::delete(waiting).execute(tx.connection())?;
    diesel::delete(retention_looks::table.find(kind)).execute(tx.connection())?;
    diesel::delete(retention_periods::table.find(kind)).execute(tx.connection())?;
    if let Some(days) = days {
        diesel::insert_into(retention_periods::table)
            .values((
                retention_periods::kind.eq(kind),
                retention_periods::days.eq(days),
                retention_periods::set_by.eq(may.by()),
                retention_periods::set_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// When something was erased because it had had its time, the last time.
pub fn last_erasure(reader: &mut Reader) -> Result<Option<Moment>, StoreError> {
    Ok(erasures::table
        .filter(erasures::kind.ne("everything"))
        .order(erasures::erased_at.desc())
        .select(erasures::erased_at)
        .first(reader.connection())
        .optional()?)
}

/// Why an application is kept longer, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeepRow {
    pub reason: String,
    pub until_on: Day,
    pub kept_at: Moment,
    /// Who said so, by name.
    pub kept_by: String,
}

/// Why an application is kept longer, if it is.
pub fn keep_of(reader: &mut Reader, id: ApplicationId) -> Result<Option<KeepRow>, StoreError> {
    let found: Option<(String, Day, Moment, AccountId)> = retention_keeps::table
        .find(id)
        .select((
            retention_keeps::reason,
            retention_keeps::until_on,
            retention_keeps::kept_at,
            retention_keeps::kept_by,
        ))
        .first(reader.connection())
        .optional()?;
    let Some((mut reason, until_on, kept_at, by)) = found else {
        return Ok(None);
    };
    let mut cells = Cells::of("retention_keeps");
    cells.add(&[id.as_str()], [("reason", &mut reason)]);
    cells.open(reader)?;
    let kept_by: Option<String> = accounts::table
        .find(by)
        .select(accounts::name)
        .first(reader.connection())
        .optional()?;
    Ok(Some(KeepRow {
        reason,
        until_on,
        kept_at,
        kept_by: kept_by.unwrap_or_default(),
    }))
}

/// Keeps the capability's application until a day, that included.
pub fn keep(tx: &mut Tx, may: &MayKeep, reason: &str, until: Day) -> Result<(), StoreError> {
    let (id, now) = (may.application(), tx.now());
    let sealed = of_application(tx, id, ("retention_keeps", &[id.as_str()]))?;
    diesel::delete(retention_keeps::table.find(id)).execute(tx.connection())?;
    diesel::insert_into(retention_keeps::table)
        .values((
            retention_keeps::application_id.eq(id),
            retention_keeps::reason.eq(sealed.seal("reason", reason)?),
            retention_keeps::until_on.eq(until.iso()),
            retention_keeps::kept_by.eq(may.by()),
            retention_keeps::kept_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Those of these organisations that are within reach.
pub fn organisations_in_sight(
    reader: &mut Reader,
    reach: Reach,
    ids: &[OrganisationId],
) -> Result<Vec<OrganisationId>, StoreError> {
    Ok(reachable_organisations(reach)
        .filter(organisations::id.eq_any(ids.to_vec()))
        .select(organisations::id)
        .load(reader.connection())?)
}
