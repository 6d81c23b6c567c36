//! Runs: when an organisation's names were compared with which versions of which lists.

use std::collections::BTreeMap;

use diesel::dsl::max;
use diesel::prelude::*;

use crate::domain::list_screening::{Basis, Measure, Purpose};
use crate::domain::{ListRunId, ListVersionId, Moment, OrganisationId};
use crate::policy::list_screening::MayScreenNames;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx, mint};
use crate::store::json::{from_json, to_json};
use crate::store::schema::{accounts, list_runs};

/// A run as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub id: ListRunId,
    pub purpose: Purpose,
    pub ran_at: Moment,
    pub basis: Basis,
}

/// A run with who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRow {
    pub run: Run,
    /// Nothing when the program did it by itself.
    pub ran_by: Option<String>,
    pub names: i32,
    pub hits: i32,
}

type Columns = (ListRunId, Purpose, Moment, String, String);

macro_rules! columns {
    () => {
        (
            list_runs::id,
            list_runs::purpose,
            list_runs::ran_at,
            list_runs::lists,
            list_runs::name_print,
        )
    };
}

fn run((id, purpose, ran_at, lists, name_print): Columns) -> Result<Run, StoreError> {
    let lists: Vec<(String, String, i32)> = from_json(&lists)?;
    let measure = |(list, version, threshold): (String, String, i32)| {
        let damaged = |_| StoreError::Damaged(format!("not a version: {version:?}"));
        Ok(Measure {
            version: ListVersionId::parse(&version).map_err(damaged)?,
            list,
            threshold,
        })
    };
    let lists: Result<Vec<Measure>, StoreError> = lists.into_iter().map(measure).collect();
    Ok(Run {
        id,
        purpose,
        ran_at,
        basis: Basis {
            lists: lists?,
            name_print,
        },
    })
}

/// The latest run of each of these organisations that has one.
pub fn latest_of(
    reader: &mut Reader,
    ids: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, Run>, StoreError> {
    let last: Vec<Option<ListRunId>> = list_runs::table
        .filter(list_runs::organisation_id.eq_any(ids.to_vec()))
        .group_by(list_runs::organisation_id)
        .select(max(list_runs::id))
        .load(reader.connection())?;
    let last: Vec<ListRunId> = last.into_iter().flatten().collect();
    let rows: Vec<(OrganisationId, Columns)> = list_runs::table
        .filter(list_runs::id.eq_any(last))
        .select((list_runs::organisation_id, columns!()))
        .load(reader.connection())?;
    let row = |(organisation, columns)| Ok((organisation, run(columns)?));
    rows.into_iter().map(row).collect()
}

/// The runs of an organisation, latest first.
pub fn latest(
    reader: &mut Reader,
    organisation: OrganisationId,
    limit: i64,
) -> Result<Vec<RunRow>, StoreError> {
    let rows: Vec<(Columns, Option<String>, i32, i32)> = list_runs::table
        .left_join(accounts::table.on(list_runs::ran_by.eq(accounts::id.nullable())))
        .filter(list_runs::organisation_id.eq(organisation))
        .order(list_runs::id.desc())
        .limit(limit)
        .select((
            columns!(),
            accounts::name.nullable(),
            list_runs::names,
            list_runs::hits,
        ))
        .load(reader.connection())?;
    let row = |(columns, ran_by, names, hits)| {
        Ok(RunRow {
            run: run(columns)?,
            ran_by,
            names,
            hits,
        })
    };
    rows.into_iter().map(row).collect()
}

/// Keeps a run of the capability's organisation.
pub fn insert_run(
    tx: &mut Tx,
    may: &MayScreenNames,
    purpose: Purpose,
    basis: &Basis,
    (names, hits): (usize, usize),
) -> Result<ListRunId, StoreError> {
    let (id, now): (ListRunId, _) = (mint(), tx.now());
    let measures = basis.lists.iter();
    let lists: Vec<(&str, &str, i32)> = measures
        .map(|one| (one.list.as_str(), one.version.as_str(), one.threshold))
        .collect();
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    diesel::insert_into(list_runs::table)
        .values((
            list_runs::id.eq(id),
            list_runs::organisation_id.eq(may.organisation()),
            list_runs::purpose.eq(purpose),
            list_runs::ran_at.eq(now),
            list_runs::ran_by.eq(may.by()),
            list_runs::names.eq(count(names)),
            list_runs::hits.eq(count(hits)),
            list_runs::lists.eq(to_json(&lists)),
            list_runs::name_print.eq(&basis.name_print),
        ))
        .execute(tx.connection())?;
    Ok(id)
}
