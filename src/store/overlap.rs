//! Overlaps of applications with the ledger, and what staff said of them.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{MultiBackend, Reader, Tx};
use super::schema::{application_overlaps, applications, ledger_entries, overlap_searches};
use super::sealed_columns::{Cells, of_application as sealed_of};
use crate::domain::application::Status;
use crate::domain::ledger::{EntryKind, EntryNumber};
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
        insert(tx, (id, now), (one.entry, one.score))?;
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

/// Where an application stands that is still judged.
const JUDGED: [Status; 3] = [Status::Submitted, Status::InReview, Status::Deliberation];

/// Adds what an application asks for by now to the overlaps of others, with its score in
/// thousandths, as far as they are still judged. What nobody has said anything of about
/// its earlier versions goes.
pub fn tell(
    tx: &mut Tx,
    (own, entry): (ApplicationId, EntryNumber),
    others: &BTreeMap<ApplicationId, i32>,
) -> Result<(), StoreError> {
    let earlier = ledger_entries::table
        .filter(ledger_entries::application_id.eq(own))
        .filter(ledger_entries::kind.eq(EntryKind::Request))
        .filter(ledger_entries::number.ne(entry.0))
        .select(ledger_entries::number);
    let gone = application_overlaps::table
        .filter(application_overlaps::state.eq(Standing::Open))
        .filter(application_overlaps::entry.eq_any(earlier));
    diesel::delete(gone).execute(tx.connection())?;
    let ids: Vec<ApplicationId> = others.keys().copied().collect();
    let judged: Vec<ApplicationId> = applications::table
        .filter(applications::id.eq_any(ids))
        .filter(applications::status.eq_any(JUDGED))
        .select(applications::id)
        .load(tx.connection())?;
    let now = tx.now();
    // Twenty at most.
    for (id, score) in others.iter().filter(|(id, _)| judged.contains(*id)) {
        insert(tx, (*id, now), (entry, *score))?;
    }
    Ok(())
}

fn insert(
    tx: &mut Tx,
    (id, now): (ApplicationId, Moment),
    (entry, score): (EntryNumber, i32),
) -> Result<(), StoreError> {
    diesel::insert_into(application_overlaps::table)
        .values((
            application_overlaps::application_id.eq(id),
            application_overlaps::entry.eq(entry.0),
            application_overlaps::found_at.eq(now),
            application_overlaps::score.eq(score),
            application_overlaps::state.eq(Standing::Open),
            application_overlaps::reason.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// The overlaps of an application, the highest score first.
pub fn of_application(reader: &mut Reader, id: ApplicationId) -> Result<Vec<Row>, StoreError> {
    let mut rows: Vec<Row> = application_overlaps::table
        .filter(application_overlaps::application_id.eq(id))
        .order((
            application_overlaps::score.desc(),
            application_overlaps::entry.desc(),
        ))
        .limit(100)
        .select(Row::as_select())
        .load(reader.connection())?;
    let mut cells = Cells::of("application_overlaps");
    for row in &mut rows {
        let entry = row.entry.to_string();
        let ids = [id.as_str(), entry.as_str()];
        cells.add(&ids, [("reason", &mut row.reason)]);
    }
    cells.open(reader)?;
    Ok(rows)
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
    let (id, now, number) = (may.application(), tx.now(), entry.0.to_string());
    let ids = [id.as_str(), number.as_str()];
    let sealed = sealed_of(tx, id, ("application_overlaps", &ids))?;
    diesel::update(application_overlaps::table.find((id, entry.0)))
        .set((
            application_overlaps::state.eq(standing),
            application_overlaps::reason.eq(sealed.seal("reason", reason)?),
            application_overlaps::said_by.eq(may.actor()),
            application_overlaps::said_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}
