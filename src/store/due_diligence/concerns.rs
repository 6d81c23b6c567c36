//! Concerns about an application. They are resolved, never changed or deleted.

use diesel::prelude::*;

use crate::domain::{AccountId, ApplicationId, ConcernId, Moment};
use crate::policy::due_diligence::{MayExamine, MayResolve};
use crate::store::account::names;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx, mint};
use crate::store::envelope::{Ring, SealedBatch, waiting};
use crate::store::schema::concerns as table;
use crate::store::sealed_answers::{Keys, key_of};
use crate::store::sealed_texts::{opened, sealed};
use crate::store::vault::Place;

/// Concerns about one application that are listed at most.
const MOST: i64 = 100;

#[derive(Queryable, Selectable)]
#[diesel(table_name = table, check_for_backend(MultiBackend))]
struct Row {
    id: ConcernId,
    application_id: ApplicationId,
    words: String,
    lifts: bool,
    raised_by: AccountId,
    raised_at: Moment,
    raised_to: AccountId,
    resolved_by: Option<AccountId>,
    resolved_at: Option<Moment>,
    resolution: String,
    to_team: bool,
    sealed: Option<String>,
}

impl Row {
    /// Words and resolution.
    fn texts(&self, keys: Keys) -> Result<[String; 2], StoreError> {
        let ids = [self.application_id.as_str(), self.id.as_str()];
        let clear = [self.words.clone(), self.resolution.clone()];
        opened((self.sealed.as_deref(), clear), keys, &place(&ids))
    }
}

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "concerns",
        ids,
    }
}

fn seal(
    tx: &mut Tx,
    (application, id): (ApplicationId, ConcernId),
    texts: [&str; 2],
) -> Result<String, StoreError> {
    let key = key_of(tx, application)?;
    sealed(&key, &place(&[application.as_str(), id.as_str()]), &texts)
}

fn ring(reader: &mut Reader, rows: &[Row]) -> Result<Ring, StoreError> {
    Ring::of(reader, rows.iter().filter_map(|row| row.sealed.as_deref()))
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
    let ring = ring(reader, &rows)?;
    let keys = (reader.vault(), &ring);
    let concern = |row: Row| {
        let [words, resolution] = row.texts(keys)?;
        Ok(ConcernRow {
            id: row.id,
            words,
            lifts: row.lifts,
            raised_by: name(row.raised_by),
            raised_at: row.raised_at,
            raised_to: (!row.to_team).then(|| name(row.raised_to)),
            resolved: row.resolved_by.map(name).zip(row.resolved_at),
            resolution,
        })
    };
    rows.into_iter().map(concern).collect()
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
    let hidden = seal(tx, (may.application(), id), [words, ""])?;
    diesel::insert_into(table::table)
        .values((
            table::id.eq(id),
            table::application_id.eq(may.application()),
            // The columns of former releases.
            table::words.eq(""),
            table::lifts.eq(lifts),
            table::raised_by.eq(may.by()),
            table::raised_at.eq(now),
            table::raised_to.eq(to.unwrap_or(may.by())),
            table::to_team.eq(to.is_none()),
            table::resolution.eq(""),
            table::sealed.eq(hidden),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Resolves the capability's concern.
pub fn resolve(tx: &mut Tx, may: &MayResolve, resolution: &str) -> Result<(), StoreError> {
    let now = tx.now();
    let raised: Vec<Row> = table::table
        .filter(table::id.eq(may.concern()))
        .filter(table::resolved_at.is_null())
        .select(Row::as_select())
        .load(tx.connection())?;
    let ring = ring(tx, &raised)?;
    for row in raised {
        let [words, _] = row.texts((tx.vault(), &ring))?;
        let of = (row.application_id, row.id);
        let hidden = seal(tx, of, [words.as_str(), resolution])?;
        diesel::update(table::table.find(row.id))
            .set((
                table::resolved_by.eq(may.by()),
                table::resolved_at.eq(now),
                table::words.eq(""),
                table::sealed.eq(hidden),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Seals up to 100 concerns behind this one that lie in clear.
pub fn concerns_batch(tx: &mut Tx, after: &str) -> Result<SealedBatch, StoreError> {
    let ids: Vec<ConcernId> = waiting!(tx, table, id, after);
    let mut batch = SealedBatch::until(ids.last().map(ToString::to_string));
    let rows: Vec<Row> = table::table
        .filter(table::id.eq_any(ids))
        .select(Row::as_select())
        .load(tx.connection())?;
    for row in rows {
        let of = (row.application_id, row.id);
        let made = seal(tx, of, [row.words.as_str(), row.resolution.as_str()]);
        let Some(hidden) = batch.counted(made)? else {
            continue;
        };
        diesel::update(table::table.find(row.id))
            .set((
                table::sealed.eq(hidden),
                table::words.eq(""),
                table::resolution.eq(""),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}
