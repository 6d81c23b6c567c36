//! Overlaps of applications with the ledger, and what staff said of them.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{application_overlaps, overlap_searches};
use crate::domain::ledger::EntryNumber;
use crate::domain::overlap::Standing;
use crate::domain::{AccountId, ApplicationId, Moment};
use crate::policy::ledger::MayJudgeOverlaps;

/// An entry that was found, with its score in thousandths.
pub struct Found {
    pub entry: EntryNumber,
    pub score: i32,
}

/// An overlap as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = application_overlaps, check_for_backend(MultiBackend))]
pub struct Row {
    pub entry: i64,
    pub found_at: Moment,
    /// In thousandths, when it was found.
    pub score: i32,
    pub state: Standing,
    pub reason: String,
    pub said_by: Option<AccountId>,
    pub said_at: Option<Moment>,
}

/// Keeps what was found: new ones are open, of those that were there the score is
/// renewed and what was said stays. Open ones that are found no longer go.
pub fn keep(
    tx: &mut Tx,
    id: ApplicationId,
    found: &[Found],
    published: i64,
) -> Result<(), StoreError> {
    let now = tx.now();
    let numbers: Vec<i64> = found.iter().map(|one| one.entry.0).collect();
    let gone = application_overlaps::table
        .filter(application_overlaps::application_id.eq(id))
        .filter(application_overlaps::state.eq(Standing::Open))
        .filter(application_overlaps::entry.ne_all(numbers));
    diesel::delete(gone).execute(tx.connection())?;
    let there: Vec<i64> = application_overlaps::table
        .filter(application_overlaps::application_id.eq(id))
        .select(application_overlaps::entry)
        .load(tx.connection())?;
    let there: BTreeSet<i64> = there.into_iter().collect();
    // Twenty at most.
    for one in found {
        if there.contains(&one.entry.0) {
            diesel::update(application_overlaps::table.find((id, one.entry.0)))
                .set(application_overlaps::score.eq(one.score))
                .execute(tx.connection())?;
            continue;
        }
        diesel::insert_into(application_overlaps::table)
            .values((
                application_overlaps::application_id.eq(id),
                application_overlaps::entry.eq(one.entry.0),
                application_overlaps::found_at.eq(now),
                application_overlaps::score.eq(one.score),
                application_overlaps::state.eq(Standing::Open),
                application_overlaps::reason.eq(""),
            ))
            .execute(tx.connection())?;
    }
    diesel::delete(overlap_searches::table.find(id)).execute(tx.connection())?;
    diesel::insert_into(overlap_searches::table)
        .values((
            overlap_searches::application_id.eq(id),
            overlap_searches::searched_at.eq(now),
            overlap_searches::published.eq(published),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// The overlaps of an application, the highest score first; twenty at most are open.
pub fn of_application(reader: &mut Reader, id: ApplicationId) -> Result<Vec<Row>, StoreError> {
    Ok(application_overlaps::table
        .filter(application_overlaps::application_id.eq(id))
        .order((
            application_overlaps::score.desc(),
            application_overlaps::entry.desc(),
        ))
        .limit(100)
        .select(Row::as_select())
        .load(reader.connection())?)
}

/// When overlaps were last looked for, and how many published grants came since.
pub fn searched(
    reader: &mut Reader,
    id: ApplicationId,
) -> Result<Option<(Moment, i64)>, StoreError> {
    let found: Option<(Moment, i64)> = overlap_searches::table
        .find(id)
        .select((overlap_searches::searched_at, overlap_searches::published))
        .first(reader.connection())
        .optional()?;
    let Some((at, last)) = found else {
        return Ok(None);
    };
    let now = super::ledger::published(reader)?;
    Ok(Some((at, (now - last).max(0))))
}

/// Keeps what somebody says of one.
pub fn say(
    tx: &mut Tx,
    may: &MayJudgeOverlaps,
    entry: EntryNumber,
    (standing, reason): (Standing, &str),
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(application_overlaps::table.find((may.application(), entry.0)))
        .set((
            application_overlaps::state.eq(standing),
            application_overlaps::reason.eq(reason),
            application_overlaps::said_by.eq(may.actor()),
            application_overlaps::said_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
