//! Reports of awards, and which of them are owed.

use diesel::prelude::*;

use super::once;
use super::report_version::{keep_sent, keep_verdict};
use crate::domain::award::{AwardState, ReportKind, ReportState};
use crate::domain::moment::Day;
use crate::domain::{AwardId, Language, Moment};
use crate::policy::award::{MayActOnAward, MayRun};
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx};
use crate::store::schema::{accounts, applications, award_reports, awards, memberships};
use crate::store::sealed_columns::{Cells, SealedRow, of_award};

/// A report of an award.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = award_reports, check_for_backend(MultiBackend))]
pub struct ReportRow {
    /// Its number, from 1 on.
    pub position: i32,
    pub kind: ReportKind,
    pub due_on: Day,
    pub state: ReportState,
    /// The draft, or what was sent.
    pub words: String,
    /// Spent so far, in minor units of the award's currency.
    pub spent_minor: Option<i64>,
    pub saved_at: Option<Moment>,
    pub sent_at: Option<Moment>,
    pub judged_at: Option<Moment>,
    /// What staff ask to be mended.
    pub note: String,
}

impl ReportRow {
    /// Whether there is a draft that was not sent.
    pub fn is_draft(&self) -> bool {
        self.state == ReportState::Due && self.saved_at.is_some()
    }
}

/// The reports of an award in order.
pub fn reports(reader: &mut Reader, award: AwardId) -> Result<Vec<ReportRow>, StoreError> {
    let mut rows: Vec<ReportRow> = award_reports::table
        .filter(award_reports::award_id.eq(award))
        .order(award_reports::position)
        .select(ReportRow::as_select())
        .load(reader.connection())?;
    let mut cells = Cells::of("award_reports");
    for row in &mut rows {
        let position = row.position.to_string();
        let ids = [award.as_str(), position.as_str()];
        cells.add(&ids, [("words", &mut row.words), ("note", &mut row.note)]);
    }
    cells.open_beside(reader)?;
    Ok(rows)
}

/// A report whose words are being sealed.
fn row_of(tx: &mut Tx, (award, position): (AwardId, i32)) -> Result<SealedRow, StoreError> {
    let position = position.to_string();
    let ids = [award.as_str(), position.as_str()];
    of_award(tx, award, ("award_reports", &ids))
}

/// Keeps a draft.
pub fn save_report(
    tx: &mut Tx,
    may: &MayActOnAward,
    position: i32,
    (words, spent): (&str, Option<i64>),
) -> Result<(), StoreError> {
    let (now, sealed) = (tx.now(), row_of(tx, (may.award(), position))?);
    diesel::update(award_reports::table.find((may.award(), position)))
        .set((
            award_reports::words.eq(sealed.seal("words", words)?),
            award_reports::spent_minor.eq(spent),
            award_reports::saved_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes that the draft that was kept is sent.
pub fn send_report(tx: &mut Tx, may: &MayActOnAward, position: i32) -> Result<(), StoreError> {
    let now = tx.now();
    let row = award_reports::table.find((may.award(), position));
    let owed = [ReportState::Due, ReportState::Returned];
    let done = diesel::update(row.filter(award_reports::state.eq_any(owed)))
        .set((
            award_reports::state.eq(ReportState::Sent),
            award_reports::sent_at.eq(now),
            award_reports::sent_by.eq(may.by()),
        ))
        .execute(tx.connection())?;
    once(done)?;
    keep_sent(tx, (may.award(), position), may.by())
}

/// Keeps a verdict, with what is to be mended.
pub fn judge(
    tx: &mut Tx,
    may: &MayRun,
    (position, state): (i32, ReportState),
    note: &str,
) -> Result<(), StoreError> {
    let (now, sealed) = (tx.now(), row_of(tx, (may.award(), position))?);
    let row = award_reports::table.find((may.award(), position));
    let done = diesel::update(row.filter(award_reports::state.eq(ReportState::Sent)))
        .set((
            award_reports::state.eq(state),
            award_reports::judged_at.eq(now),
            award_reports::judged_by.eq(may.by()),
            award_reports::note.eq(sealed.seal("note", note)?),
        ))
        .execute(tx.connection())?;
    once(done)?;
    keep_verdict(tx, (may.award(), position), (may.by(), note))
}

/// A report that is owed, with somebody of the organisation to be reminded of it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Owed {
    pub award: AwardId,
    pub position: i32,
    pub due_on: Day,
    pub agreed_at: Option<Moment>,
    pub reminded_at: Option<Moment>,
    pub email: String,
    pub language: Language,
    pub time_zone: String,
}

/// Reports owed of awards that run, due until a day and not reminded of since an
/// instant, each with everybody of the organisation who may sign in and has not muted
/// reminders, the first due first; at most `limit` rows.
pub fn owed(
    reader: &mut Reader,
    (until, since): (Day, Moment),
    limit: i64,
) -> Result<Vec<Owed>, StoreError> {
    let member = memberships::organisation_id.eq(applications::organisation_id);
    let quiet = award_reports::reminded_at
        .is_null()
        .or(award_reports::reminded_at.le(since));
    Ok(award_reports::table
        .inner_join(
            awards::table.inner_join(applications::table.inner_join(memberships::table.on(member))),
        )
        .inner_join(accounts::table.on(accounts::id.eq(memberships::account_id)))
        .filter(award_reports::state.eq_any([ReportState::Due, ReportState::Returned]))
        .filter(award_reports::due_on.le(until.iso()))
        .filter(quiet)
        .filter(awards::state.eq_any([AwardState::Disbursements, AwardState::Reports]))
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::reminders_muted_at.is_null())
        .order((
            award_reports::due_on,
            award_reports::award_id,
            award_reports::position,
            accounts::id,
        ))
        .limit(limit)
        .select((
            award_reports::award_id,
            award_reports::position,
            award_reports::due_on,
            awards::agreed_at,
            award_reports::reminded_at,
            accounts::email,
            accounts::language,
            accounts::time_zone,
        ))
        .load(reader.connection())?)
}

/// Notes that the organisation was reminded of a report.
pub fn note_reminded(tx: &mut Tx, (award, position): (AwardId, i32)) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::update(award_reports::table.find((award, position)))
        .set(award_reports::reminded_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}
