//! Concerns about an application. They are resolved, never changed or deleted.

use diesel::prelude::*;

use crate::domain::{AccountId, ApplicationId, ConcernId, Moment};
use crate::policy::due_diligence::{MayExamine, MayResolve};
use crate::store::account::names;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx, mint};
use crate::store::schema::concerns as table;

/// Concerns about one application that are listed at most.
const MOST: i64 = 100;

#[derive(Queryable, Selectable)]
#[diesel(table_name = table, check_for_backend(MultiBackend))]
struct Row {
    id: ConcernId,
    words: String,
    lifts: bool,
    raised_by: AccountId,
    raised_at: Moment,
    raised_to: AccountId,
    resolved_by: Option<AccountId>,
    resolved_at: Option<Moment>,
    resolution: String,
    to_team: bool,
}

/// A concern with the names of everybody in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcernRow {
    pub id: ConcernId,
    pub words: String,
    /// Lifts the application by one tier while it is open.
    pub lifts: bool,
    pub raised_by: String,
    pub raised_at: Moment,
    /// Nothing for every admin who may see the application.
    pub raised_to: Option<String>,
    /// Who resolved it and when; nothing while it is open.
    pub resolved: Option<(String, Moment)>,
    pub resolution: String,
}

/// Every concern about an application within the caller's reach, latest first.
pub fn concerns(
    reader: &mut Reader,
    application: ApplicationId,
) -> Result<Vec<ConcernRow>, StoreError> {
    let rows: Vec<Row> = table::table
        .filter(table::application_id.eq(application))
        .order(table::id.desc())
        .limit(MOST)
        .select(Row::as_select())
        .load(reader.connection())?;
    let people = rows
        .iter()
        .flat_map(|row| [Some(row.raised_by), Some(row.raised_to), row.resolved_by]);
    let people: Vec<AccountId> = people.flatten().collect();
    let names = names(reader, &people)?;
    let name = |id: AccountId| names.get(&id).cloned().unwrap_or_default();
    let concern = |row: Row| ConcernRow {
        id: row.id,
        words: row.words,
        lifts: row.lifts,
        raised_by: name(row.raised_by),
        raised_at: row.raised_at,
        raised_to: (!row.to_team).then(|| name(row.raised_to)),
        resolved: row.resolved_by.map(name).zip(row.resolved_at),
        resolution: row.resolution,
    };
    Ok(rows.into_iter().map(concern).collect())
}

/// Keeps a concern about the capability's application, raised to somebody, or to every
/// admin who may see it.
pub fn insert_concern(
    tx: &mut Tx,
    may: &MayExamine,
    to: Option<AccountId>,
    (words, lifts): (&str, bool),
) -> Result<ConcernId, StoreError> {
    let (id, now): (ConcernId, _) = (mint(), tx.now());
    diesel::insert_into(table::table)
        .values((
            table::id.eq(id),
            table::application_id.eq(may.application()),
            table::words.eq(words),
            table::lifts.eq(lifts),
            table::raised_by.eq(may.by()),
            table::raised_at.eq(now),
            table::raised_to.eq(to.unwrap_or(may.by())),
            table::to_team.eq(to.is_none()),
            table::resolution.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Resolves the capability's concern.
pub fn resolve(tx: &mut Tx, may: &MayResolve, resolution: &str) -> Result<(), StoreError> {
    let now = tx.now();
    let open = table::table
        .find(may.concern())
        .filter(table::resolved_at.is_null());
    diesel::update(open)
        .set((
            table::resolved_by.eq(may.by()),
            table::resolved_at.eq(now),
            table::resolution.eq(resolution),
        ))
        .execute(tx.connection())?;
    Ok(())
}
