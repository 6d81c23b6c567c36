//! Disbursements. Each is written once; afterwards only what happened to it is noted.

use diesel::prelude::*;

use super::once;
use crate::domain::award::{PayStage, PayTerms, Side};
use crate::domain::moment::Day;
use crate::domain::rate::Rate;
use crate::domain::{AccountId, AwardId, BankAccountId, Currency, DisbursementId, Moment, Money};
use crate::policy::award::{MayApprove, MayRun, MayTakeBack};
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx, mint};
use crate::store::schema::disbursements;
use crate::store::sealed_columns::{Cells, SealedRow, of_award};

/// One transfer.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = disbursements, check_for_backend(MultiBackend))]
pub struct DisbursementRow {
    pub id: DisbursementId,
    /// Number of its tranche.
    pub position: i32,
    /// In the award's currency.
    pub amount_minor: i64,
    paid_minor: i64,
    paid_currency: Currency,
    /// By which rate it was counted; nothing where the currency is the award's.
    pub rate: Option<Rate>,
    pub rate_day: Option<Day>,
    pub rate_source: Option<String>,
    pub prepared_by: AccountId,
    pub prepared_at: Moment,
    pub programme_by: Option<AccountId>,
    pub programme_at: Option<Moment>,
    pub finance_by: Option<AccountId>,
    pub finance_at: Option<Moment>,
    /// The account that finance approved; it is the one that is paid to.
    pub bank_id: Option<BankAccountId>,
    /// Why it was approved though list screening left something open.
    pub programme_reason: String,
    pub finance_reason: String,
    pub exported_at: Option<Moment>,
    pub paid_on: Option<Day>,
    pub dropped_at: Option<Moment>,
    pub dropped_reason: String,
}

impl DisbursementRow {
    /// What is transferred.
    pub fn paid(&self) -> Money {
        Money::new(self.paid_minor, self.paid_currency)
    }

    /// How far it has come.
    pub fn stage(&self) -> PayStage {
        PayStage::of(
            self.programme_at.is_some(),
            self.finance_at.is_some(),
            self.exported_at.is_some(),
            self.paid_on.is_some(),
            self.dropped_at.is_some(),
        )
    }
}

/// Every disbursement of an award, in the order of their making.
pub fn disbursements(
    reader: &mut Reader,
    award: AwardId,
) -> Result<Vec<DisbursementRow>, StoreError> {
    let mut rows: Vec<DisbursementRow> = disbursements::table
        .filter(disbursements::award_id.eq(award))
        .order(disbursements::id)
        .select(DisbursementRow::as_select())
        .load(reader.connection())?;
    open_transfers(reader, rows.iter_mut())?;
    Ok(rows)
}

/// Opens why transfers were approved, and why they were taken back.
pub(in crate::store) fn open_transfers<'a>(
    reader: &mut Reader,
    rows: impl Iterator<Item = &'a mut DisbursementRow>,
) -> Result<(), StoreError> {
    let mut cells = Cells::of("disbursements");
    for row in rows {
        let texts = [
            ("programme_reason", &mut row.programme_reason),
            ("finance_reason", &mut row.finance_reason),
            ("dropped_reason", &mut row.dropped_reason),
        ];
        cells.add(&[row.id.as_str()], texts);
    }
    cells.open_beside(reader)
}

/// A disbursement whose words are being sealed.
fn row_of(tx: &mut Tx, id: DisbursementId) -> Result<SealedRow, StoreError> {
    let award: AwardId = disbursements::table
        .find(id)
        .select(disbursements::award_id)
        .first(tx.connection())?;
    of_award(tx, award, ("disbursements", &[id.as_str()]))
}

/// Adds a disbursement of a tranche.
pub fn prepare(
    tx: &mut Tx,
    may: &MayRun,
    (position, amount_minor): (i32, i64),
    terms: &PayTerms,
) -> Result<DisbursementId, StoreError> {
    let (id, now): (DisbursementId, _) = (mint(), tx.now());
    let rate = terms.rate.as_ref();
    diesel::insert_into(disbursements::table)
        .values((
            disbursements::id.eq(id),
            disbursements::award_id.eq(may.award()),
            disbursements::position.eq(position),
            disbursements::amount_minor.eq(amount_minor),
            disbursements::paid_minor.eq(terms.paid.minor),
            disbursements::paid_currency.eq(terms.paid.currency),
            disbursements::rate.eq(rate.map(|rate| rate.rate.decimal())),
            disbursements::rate_day.eq(rate.map(|rate| rate.day.iso())),
            disbursements::rate_source.eq(rate.map(|rate| rate.source.as_str())),
            disbursements::prepared_by.eq(may.by()),
            disbursements::prepared_at.eq(now),
            disbursements::programme_reason.eq(""),
            disbursements::finance_reason.eq(""),
            disbursements::dropped_reason.eq(""),
        ))
        .execute(tx.connection())?;
    Ok(id)
}

/// Notes an approval; finance approves an account.
pub fn approve(
    tx: &mut Tx,
    may: &MayApprove,
    bank: BankAccountId,
    reason: &str,
) -> Result<(), StoreError> {
    let (by, now) = (may.by(), tx.now());
    let sealed = row_of(tx, may.disbursement())?;
    let row = disbursements::table.find(may.disbursement());
    let standing = row.filter(disbursements::dropped_at.is_null());
    let done = match may.side() {
        Side::Programme => diesel::update(standing.filter(disbursements::programme_at.is_null()))
            .set((
                disbursements::programme_by.eq(by),
                disbursements::programme_at.eq(now),
                disbursements::programme_reason.eq(sealed.seal("programme_reason", reason)?),
            ))
            .execute(tx.connection())?,
        Side::Finance => diesel::update(standing.filter(disbursements::finance_at.is_null()))
            .set((
                disbursements::finance_by.eq(by),
                disbursements::finance_at.eq(now),
                disbursements::finance_reason.eq(sealed.seal("finance_reason", reason)?),
                disbursements::bank_id.eq(bank),
            ))
            .execute(tx.connection())?,
    };
    once(done)
}

/// Takes a disbursement back that is not executed.
pub fn drop(tx: &mut Tx, may: &MayTakeBack, reason: &str) -> Result<(), StoreError> {
    let now = tx.now();
    let sealed = row_of(tx, may.disbursement())?;
    let row = disbursements::table.find(may.disbursement());
    let open = row
        .filter(disbursements::award_id.eq(may.award()))
        .filter(disbursements::paid_on.is_null())
        .filter(disbursements::dropped_at.is_null());
    let done = diesel::update(open)
        .set((
            disbursements::dropped_at.eq(now),
            disbursements::dropped_by.eq(may.by()),
            disbursements::dropped_reason.eq(sealed.seal("dropped_reason", reason)?),
        ))
        .execute(tx.connection())?;
    once(done)
}

/// Notes the day on which the bank executed it.
pub fn note_paid(
    tx: &mut Tx,
    may: &MayRun,
    id: DisbursementId,
    day: Day,
) -> Result<(), StoreError> {
    let row = disbursements::table.find(id);
    let open = row
        .filter(disbursements::award_id.eq(may.award()))
        .filter(disbursements::finance_at.is_not_null())
        .filter(disbursements::paid_on.is_null())
        .filter(disbursements::dropped_at.is_null());
    let done = diesel::update(open)
        .set((
            disbursements::paid_on.eq(day.iso()),
            disbursements::paid_by.eq(may.by()),
        ))
        .execute(tx.connection())?;
    once(done)
}
