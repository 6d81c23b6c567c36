//! Versions of watch lists. What is known of each stays; the entries of the one in force
//! alone are kept.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::record_json::{records_from_json, records_json};
use crate::domain::list_screening::{NewVersion, Record};
use crate::domain::moment::Day;
use crate::domain::{ListVersionId, Moment};
use crate::policy::list_screening::MayLoadLists;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx, mint};
use crate::store::schema::{accounts, list_chunks, list_versions};

/// Entries in one row: a few hundred kilobytes.
const CHUNK: usize = 500;

/// A version that was loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    pub id: ListVersionId,
    pub list: String,
    pub version: NewVersion,
    pub loaded_at: Moment,
    /// Name of who loaded it.
    pub loaded_by: String,
    pub in_force: bool,
}

type Columns = (
    ListVersionId,
    String,
    (String, Day, String, i64, i64, i64),
    Moment,
    String,
    bool,
);

macro_rules! columns {
    () => {
        (
            list_versions::id,
            list_versions::list,
            (
                list_versions::source,
                list_versions::dated,
                list_versions::digest,
                list_versions::entries,
                list_versions::names,
                list_versions::passed_over,
            ),
            list_versions::loaded_at,
            accounts::name,
            list_versions::in_force,
        )
    };
}

fn row((id, list, version, loaded_at, loaded_by, in_force): Columns) -> VersionRow {
    let (source, dated, digest, entries, names, passed_over) = version;
    VersionRow {
        id,
        list,
        version: NewVersion {
            source,
            dated,
            digest,
            entries,
            names,
            passed_over,
        },
        loaded_at,
        loaded_by,
        in_force,
    }
}

/// The version in force of every list, in the order of their codes; a dozen.
pub fn in_force(reader: &mut Reader) -> Result<Vec<VersionRow>, StoreError> {
    let rows: Vec<Columns> = list_versions::table
        .inner_join(accounts::table)
        .filter(list_versions::in_force.eq(true))
        .order(list_versions::list)
        .select(columns!())
        .load(reader.connection())?;
    Ok(rows.into_iter().map(row).collect())
}

/// Which version of which list is in force.
pub fn present(reader: &mut Reader) -> Result<BTreeMap<String, ListVersionId>, StoreError> {
    let rows: Vec<(String, ListVersionId)> = list_versions::table
        .filter(list_versions::in_force.eq(true))
        .select((list_versions::list, list_versions::id))
        .load(reader.connection())?;
    Ok(rows.into_iter().collect())
}

/// Versions of all lists before `before`, latest first.
pub fn versions(
    reader: &mut Reader,
    before: Option<ListVersionId>,
    limit: i64,
) -> Result<Vec<VersionRow>, StoreError> {
    let last = before.as_ref().map(ListVersionId::as_str);
    let rows: Vec<Columns> = list_versions::table
        .inner_join(accounts::table)
        .filter(list_versions::id.lt(crate::store::before(last)))
        .order(list_versions::id.desc())
        .limit(limit)
        .select(columns!())
        .load(reader.connection())?;
    Ok(rows.into_iter().map(row).collect())
}

/// What is known of these versions.
pub fn versions_of(
    reader: &mut Reader,
    ids: &[ListVersionId],
) -> Result<BTreeMap<ListVersionId, VersionRow>, StoreError> {
    let rows: Vec<Columns> = list_versions::table
        .inner_join(accounts::table)
        .filter(list_versions::id.eq_any(ids.to_vec()))
        .select(columns!())
        .load(reader.connection())?;
    Ok(rows.into_iter().map(row).map(|one| (one.id, one)).collect())
}

/// The entries of a version in force; [`StoreError::LostRace`] where another took its place
/// meanwhile, so that nobody is compared with an empty list.
pub fn records(reader: &mut Reader, version: ListVersionId) -> Result<Vec<Record>, StoreError> {
    let chunks: Vec<String> = list_chunks::table
        .filter(list_chunks::version_id.eq(version))
        .order(list_chunks::position)
        .select(list_chunks::records)
        .load(reader.connection())?;
    let mut records = Vec::new();
    for chunk in chunks {
        records.extend(records_from_json(&chunk)?);
    }
    if records.is_empty() {
        let entries: i64 = list_versions::table
            .find(version)
            .select(list_versions::entries)
            .first(reader.connection())?;
        if entries > 0 {
            return Err(StoreError::LostRace);
        }
    }
    Ok(records)
}

/// Puts a version in force in place of the former one, whose entries go.
pub fn insert_version(
    tx: &mut Tx,
    may: &MayLoadLists,
    list: &str,
    (version, records): (&NewVersion, &[Record]),
) -> Result<ListVersionId, StoreError> {
    let (id, now): (ListVersionId, _) = (mint(), tx.now());
    let former = list_versions::table
        .filter(list_versions::list.eq(list))
        .select(list_versions::id);
    diesel::delete(list_chunks::table.filter(list_chunks::version_id.eq_any(former)))
        .execute(tx.connection())?;
    diesel::update(list_versions::table.filter(list_versions::list.eq(list)))
        .set(list_versions::in_force.eq(false))
        .execute(tx.connection())?;
    diesel::insert_into(list_versions::table)
        .values((
            list_versions::id.eq(id),
            list_versions::list.eq(list),
            list_versions::source.eq(&version.source),
            list_versions::dated.eq(version.dated.iso()),
            list_versions::digest.eq(&version.digest),
            list_versions::entries.eq(version.entries),
            list_versions::names.eq(version.names),
            list_versions::passed_over.eq(version.passed_over),
            list_versions::loaded_at.eq(now),
            list_versions::loaded_by.eq(may.by()),
            list_versions::in_force.eq(true),
        ))
        .execute(tx.connection())?;
    for (position, chunk) in (0_i32..).zip(records.chunks(CHUNK)) {
        diesel::insert_into(list_chunks::table)
            .values((
                list_chunks::version_id.eq(id),
                list_chunks::position.eq(position),
                list_chunks::records.eq(records_json(chunk)),
            ))
            .execute(tx.connection())?;
    }
    Ok(id)
}
