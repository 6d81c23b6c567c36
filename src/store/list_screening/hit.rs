//! Hits: one row for each state of an organisation's name and a list's entry that are
//! alike. A run marks those that it finds as current.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

pub use super::record_json::Evidence;
use crate::domain::list_screening::{HitState, Tally};
use crate::domain::{ListHitId, ListRunId, ListVersionId, OrganisationId};
use crate::policy::list_screening::MayScreenNames;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx, mint};
use crate::store::schema::list_hits;
use crate::store::sealed_columns::{Cells, of_organisation as sealed_of};

/// A hit with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitRow {
    pub id: ListHitId,
    pub organisation: OrganisationId,
    pub list: String,
    /// The version that it was last found in.
    pub version: ListVersionId,
    pub evidence: Evidence,
    /// Ten-thousandths.
    pub score: i32,
    /// Found by the organisation's latest run.
    pub is_current: bool,
    pub state: HitState,
    /// An answered hit of the same entry, before a record changed.
    pub former: Option<ListHitId>,
}

/// A hit as a run that finds it again knows it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Known {
    pub id: ListHitId,
    pub list: String,
    pub entry: String,
    pub name_print: String,
    pub entry_print: String,
    pub state: HitState,
}

type Columns = (
    ListHitId,
    OrganisationId,
    String,
    ListVersionId,
    String,
    i32,
    bool,
    HitState,
    Option<ListHitId>,
);

macro_rules! columns {
    () => {
        (
            list_hits::id,
            list_hits::organisation_id,
            list_hits::list,
            list_hits::version_id,
            list_hits::evidence,
            list_hits::score,
            list_hits::is_current,
            list_hits::state,
            list_hits::former_id,
        )
    };
}

fn row(
    (id, organisation, list, version, evidence, score, is_current, state, former): Columns,
) -> Result<HitRow, StoreError> {
    Ok(HitRow {
        id,
        organisation,
        list,
        version,
        evidence: Evidence::from_json(&evidence)?,
        score,
        is_current,
        state,
        former,
    })
}

/// One hit of an organisation.
pub fn find(
    reader: &mut Reader,
    organisation: OrganisationId,
    id: ListHitId,
) -> Result<Option<HitRow>, StoreError> {
    let found: Vec<Columns> = list_hits::table
        .find(id)
        .filter(list_hits::organisation_id.eq(organisation))
        .select(columns!())
        .load(reader.connection())?;
    Ok(opened(reader, found)?.pop())
}

/// The hits of an organisation's latest run, or those of earlier ones that are gone.
pub fn of_organisation(
    reader: &mut Reader,
    organisation: OrganisationId,
    current: bool,
    limit: i64,
) -> Result<Vec<HitRow>, StoreError> {
    let rows: Vec<Columns> = list_hits::table
        .filter(list_hits::organisation_id.eq(organisation))
        .filter(list_hits::is_current.eq(current))
        .order((list_hits::score.desc(), list_hits::id))
        .limit(limit)
        .select(columns!())
        .load(reader.connection())?;
    opened(reader, rows)
}

/// The hits of these rows.
fn opened(reader: &mut Reader, mut rows: Vec<Columns>) -> Result<Vec<HitRow>, StoreError> {
    open_evidence(reader, rows.iter_mut().map(|row| (row.0, &mut row.4)))?;
    rows.into_iter().map(row).collect()
}

/// Opens what hits rest on.
pub(super) fn open_evidence<'a>(
    reader: &mut Reader,
    hits: impl Iterator<Item = (ListHitId, &'a mut String)>,
) -> Result<(), StoreError> {
    let mut cells = Cells::of("list_hits");
    for (id, evidence) in hits {
        cells.add(&[id.as_str()], [("evidence", evidence)]);
    }
    cells.open(reader)
}

/// How the hits of the latest runs of these organisations stand.
pub fn tallies(
    reader: &mut Reader,
    ids: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Tally>, StoreError> {
    let rows: Vec<(OrganisationId, HitState, i64)> = list_hits::table
        .filter(list_hits::organisation_id.eq_any(ids.to_vec()))
        .filter(list_hits::is_current.eq(true))
        .group_by((list_hits::organisation_id, list_hits::state))
        .select((list_hits::organisation_id, list_hits::state, count_star()))
        .load(reader.connection())?;
    let mut found: BTreeMap<OrganisationId, Tally> = BTreeMap::new();
    for (organisation, state, count) in rows {
        let count = usize::try_from(count).unwrap_or(0);
        found.entry(organisation).or_default().add(state, count);
    }
    Ok(found)
}

/// How many hits of an organisation on these lists stand between an award and its
/// signature.
pub fn unsettled(
    reader: &mut Reader,
    organisation: OrganisationId,
    lists: &[String],
) -> Result<i64, StoreError> {
    Ok(list_hits::table
        .filter(list_hits::organisation_id.eq(organisation))
        .filter(list_hits::is_current.eq(true))
        .filter(list_hits::state.ne(HitState::Cleared))
        .filter(list_hits::list.eq_any(lists.to_vec()))
        .select(count_star())
        .first(reader.connection())?)
}

/// Every hit that an organisation ever had, earliest first.
pub fn known(reader: &mut Reader, organisation: OrganisationId) -> Result<Vec<Known>, StoreError> {
    Ok(list_hits::table
        .filter(list_hits::organisation_id.eq(organisation))
        .order(list_hits::id)
        .select((
            list_hits::id,
            list_hits::list,
            list_hits::entry,
            list_hits::name_print,
            list_hits::entry_print,
            list_hits::state,
        ))
        .load(reader.connection())?)
}

/// Says that no hit of the capability's organisation is current, before a run says which
/// are.
pub fn settle(tx: &mut Tx, may: &MayScreenNames) -> Result<(), StoreError> {
    let own = list_hits::table.filter(list_hits::organisation_id.eq(may.organisation()));
    diesel::update(own)
        .set(list_hits::is_current.eq(false))
        .execute(tx.connection())?;
    Ok(())
}

/// Says that a hit was found again, with the same records and so with its answers.
pub fn keep(
    tx: &mut Tx,
    may: &MayScreenNames,
    id: ListHitId,
    (run, version): (ListRunId, ListVersionId),
    (evidence, score): (&Evidence, i32),
) -> Result<(), StoreError> {
    let sealed = sealed_of(tx, may.organisation(), ("list_hits", &[id.as_str()]))?;
    let own = list_hits::table
        .find(id)
        .filter(list_hits::organisation_id.eq(may.organisation()));
    diesel::update(own)
        .set((
            list_hits::run_id.eq(run),
            list_hits::version_id.eq(version),
            list_hits::evidence.eq(sealed.seal("evidence", &evidence.json())?),
            list_hits::score.eq(score),
            list_hits::is_current.eq(true),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Adds an open hit.
pub fn insert(
    tx: &mut Tx,
    may: &MayScreenNames,
    (list, name_print, entry_print): (&str, &str, &str),
    (run, version): (ListRunId, ListVersionId),
    (evidence, score, former): (&Evidence, i32, Option<ListHitId>),
) -> Result<ListHitId, StoreError> {
    let id: ListHitId = mint();
    let sealed = sealed_of(tx, may.organisation(), ("list_hits", &[id.as_str()]))?;
    diesel::insert_into(list_hits::table)
        .values((
            list_hits::id.eq(id),
            list_hits::organisation_id.eq(may.organisation()),
            list_hits::list.eq(list),
            list_hits::entry.eq(&evidence.record.number),
            list_hits::name_print.eq(name_print),
            list_hits::entry_print.eq(entry_print),
            list_hits::version_id.eq(version),
            list_hits::run_id.eq(run),
            list_hits::evidence.eq(sealed.seal("evidence", &evidence.json())?),
            list_hits::score.eq(score),
            list_hits::is_current.eq(true),
            list_hits::state.eq(HitState::Open),
            list_hits::former_id.eq(former),
        ))
        .execute(tx.connection())?;
    Ok(id)
}
