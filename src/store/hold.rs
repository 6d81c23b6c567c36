//! The hold list. Holds are ended, never changed or deleted.

use std::collections::BTreeSet;

use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx, mint};
use super::organisation::reachable_organisations;
use super::schema::{accounts, applications, hold_passes, holds, organisations};
use super::sealed_columns::{Cells, of_application, of_organisation as sealed_of};
use crate::domain::hold::NewHold;
use crate::domain::moment::Day;
use crate::domain::{ApplicationId, HoldId, Moment, OrganisationId};
use crate::policy::Reach;
use crate::policy::hold::{MayHold, MayPassHold};

/// Holds of one organisation that are listed at most.
const MOST: i64 = 50;

/// A hold, with the name of who placed it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = holds, check_for_backend(MultiBackend))]
pub struct HoldRow {
    pub id: HoldId,
    pub organisation_id: OrganisationId,
    pub reason: String,
    pub review_on: Day,
    pub placed_at: Moment,
    /// `None` while it stands.
    pub ended_at: Option<Moment>,
    /// Empty where another hold took its place.
    pub ended_reason: String,
    #[diesel(select_expression = accounts::name)]
    pub placed_by: String,
}

/// Every hold of an organisation, latest first.
pub fn of_organisation(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Vec<HoldRow>, StoreError> {
    let mut rows: Vec<HoldRow> = holds::table
        .inner_join(accounts::table)
        .filter(holds::organisation_id.eq(organisation))
        .order(holds::id.desc())
        .limit(MOST)
        .select(HoldRow::as_select())
        .load(reader.connection())?;
    open(reader, &mut rows)?;
    Ok(rows)
}

/// Opens why they were placed and ended.
fn open(reader: &mut Reader, rows: &mut [HoldRow]) -> Result<(), StoreError> {
    let mut cells = Cells::of("holds");
    for row in rows {
        let texts = [
            ("reason", &mut row.reason),
            ("ended_reason", &mut row.ended_reason),
        ];
        cells.add(&[row.id.as_str()], texts);
    }
    cells.open(reader)
}

/// The hold of an organisation that stands.
pub fn standing(
    reader: &mut Reader,
    organisation: OrganisationId,
) -> Result<Option<HoldRow>, StoreError> {
    let mut rows: Vec<HoldRow> = holds::table
        .inner_join(accounts::table)
        .filter(holds::organisation_id.eq(organisation))
        .filter(holds::ended_at.is_null())
        .order(holds::id.desc())
        .limit(1)
        .select(HoldRow::as_select())
        .load(reader.connection())?;
    open(reader, &mut rows)?;
    Ok(rows.pop())
}

/// Why an application goes past a hold: the reason, by whom, when.
pub fn pass(
    reader: &mut Reader,
    hold: HoldId,
    application: ApplicationId,
) -> Result<Option<(String, String, Moment)>, StoreError> {
    let mut found: Option<(String, String, Moment)> = hold_passes::table
        .inner_join(accounts::table)
        .filter(hold_passes::hold_id.eq(hold))
        .filter(hold_passes::application_id.eq(application))
        .select((hold_passes::reason, accounts::name, hold_passes::passed_at))
        .first(reader.connection())
        .optional()?;
    let mut cells = Cells::of("hold_passes");
    if let Some((reason, _, _)) = &mut found {
        let ids = [hold.as_str(), application.as_str()];
        cells.add(&ids, [("reason", reason)]);
    }
    cells.open(reader)?;
    Ok(found)
}

/// Whether a hold stands in the way of an application: one that it doesn't go past.
pub fn stops(
    reader: &mut Reader,
    (application, organisation): (ApplicationId, OrganisationId),
) -> Result<bool, StoreError> {
    let passed = hold_passes::table
        .filter(hold_passes::hold_id.eq(holds::id))
        .filter(hold_passes::application_id.eq(application));
    let found: Option<HoldId> = holds::table
        .filter(holds::organisation_id.eq(organisation))
        .filter(holds::ended_at.is_null())
        .filter(diesel::dsl::not(exists(passed)))
        .select(holds::id)
        .first(reader.connection())
        .optional()?;
    Ok(found.is_some())
}

/// Which of these applications a hold stands in the way of.
pub fn stopped(
    reader: &mut Reader,
    ids: &[ApplicationId],
) -> Result<BTreeSet<ApplicationId>, StoreError> {
    let passed = hold_passes::table
        .filter(hold_passes::hold_id.eq(holds::id))
        .filter(hold_passes::application_id.eq(applications::id));
    let found: Vec<ApplicationId> = applications::table
        .inner_join(holds::table.on(holds::organisation_id.eq(applications::organisation_id)))
        .filter(applications::id.eq_any(ids.to_vec()))
        .filter(holds::ended_at.is_null())
        .filter(diesel::dsl::not(exists(passed)))
        .select(applications::id)
        .load(reader.connection())?;
    Ok(found.into_iter().collect())
}

/// A page of the holds that stand of organisations within reach, the first to be looked
/// at again first, after the given one.
pub fn list(
    reader: &mut Reader,
    reach: Reach,
    after: Option<(Day, HoldId)>,
    limit: i64,
) -> Result<Vec<(HoldId, OrganisationId, String, Day)>, StoreError> {
    let mut query = reachable_organisations(reach)
        .inner_join(holds::table)
        .filter(holds::ended_at.is_null());
    if let Some((day, id)) = after {
        query = query.filter(
            holds::review_on
                .gt(day.iso())
                .or(holds::review_on.eq(day.iso()).and(holds::id.gt(id))),
        );
    }
    let mut rows: Vec<(HoldId, OrganisationId, String, Day)> = query
        .order((holds::review_on, holds::id))
        .limit(limit)
        .select((
            holds::id,
            organisations::id,
            holds::reason,
            holds::review_on,
        ))
        .load(reader.connection())?;
    let mut cells = Cells::of("holds");
    for (id, _, reason, _) in &mut rows {
        cells.add(&[id.as_str()], [("reason", reason)]);
    }
    cells.open(reader)?;
    Ok(rows)
}

/// How many holds of organisations within reach are to be looked at again by a day.
pub fn count_due(reader: &mut Reader, reach: Reach, day: Day) -> Result<i64, StoreError> {
    Ok(reachable_organisations(reach)
        .inner_join(holds::table)
        .filter(holds::ended_at.is_null())
        .filter(holds::review_on.le(day.iso()))
        .select(count_star())
        .first(reader.connection())?)
}

/// Puts the capability's organisation on hold; one that stands is ended.
pub fn insert(tx: &mut Tx, may: &MayHold, new: &NewHold) -> Result<(), StoreError> {
    if let Some(former) = may.replaces() {
        end(tx, &former, "")?;
    }
    let (id, now): (HoldId, _) = (mint(), tx.now());
    let sealed = sealed_of(tx, may.organisation(), ("holds", &[id.as_str()]))?;
    diesel::insert_into(holds::table)
        .values((
            holds::id.eq(id),
            holds::organisation_id.eq(may.organisation()),
            holds::reason.eq(sealed.seal("reason", &new.reason)?),
            holds::review_on.eq(new.review_on.iso()),
            holds::placed_by.eq(may.by()),
            holds::placed_at.eq(now),
            holds::ended_reason.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Ends the capability's hold.
pub fn end(tx: &mut Tx, may: &MayPassHold, reason: &str) -> Result<(), StoreError> {
    let (id, now) = (may.hold(), tx.now());
    let organisation: OrganisationId = holds::table
        .find(id)
        .select(holds::organisation_id)
        .first(tx.connection())?;
    let sealed = sealed_of(tx, organisation, ("holds", &[id.as_str()]))?;
    let standing = holds::table.find(id).filter(holds::ended_at.is_null());
    diesel::update(standing)
        .set((
            holds::ended_by.eq(may.by()),
            holds::ended_at.eq(now),
            holds::ended_reason.eq(sealed.seal("ended_reason", reason)?),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes why an application goes past the capability's hold.
pub fn insert_pass(
    tx: &mut Tx,
    may: &MayPassHold,
    application: ApplicationId,
    reason: &str,
) -> Result<(), StoreError> {
    let (hold, now) = (may.hold(), tx.now());
    let ids = [hold.as_str(), application.as_str()];
    let sealed = of_application(tx, application, ("hold_passes", &ids))?;
    diesel::insert_into(hold_passes::table)
        .values((
            hold_passes::hold_id.eq(hold),
            hold_passes::application_id.eq(application),
            hold_passes::reason.eq(sealed.seal("reason", reason)?),
            hold_passes::passed_by.eq(may.by()),
            hold_passes::passed_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
