//! Files of transfers for the bank: what may stand in one, and what stands there.

use diesel::prelude::*;

use super::SealedBank;
use crate::domain::application::Status;
use crate::domain::award::Bank;
use crate::domain::{
    AccountId, AwardId, Currency, DisbursementId, Moment, Money, OrganisationId, PaymentFileId,
};
use crate::policy::Reach;
use crate::policy::award::MayExportPayments;
use crate::store::application::reachable;
use crate::store::conflict::StoreError;
use crate::store::connection::{Reader, Tx};
use crate::store::envelope::Ring;
use crate::store::schema::{
    applications, awards, bank_accounts, disbursements, payment_file_lines, payment_files,
};

/// A transfer as it stands in a file for the bank, with the whole number of the account.
#[derive(Clone)]
pub struct Export {
    pub transfer: Payable,
    /// The account that finance approved, whatever was given since.
    pub to: Bank,
}

/// Most transfers of a list or a file.
const MOST: i64 = 500;

macro_rules! approved {
    ($reach:expr) => {
        reachable($reach)
            .inner_join(awards::table.inner_join(disbursements::table.inner_join(
                bank_accounts::table.on(disbursements::bank_id.eq(bank_accounts::id.nullable())),
            )))
            .filter(disbursements::dropped_at.is_null())
            .filter(disbursements::paid_on.is_null())
            .order(disbursements::id)
            .limit(MOST)
    };
}

macro_rules! listed {
    () => {
        (
            disbursements::id,
            awards::id,
            applications::reference,
            applications::organisation_id,
            disbursements::position,
            disbursements::paid_minor,
            disbursements::paid_currency,
            disbursements::finance_at,
            disbursements::exported_at,
            applications::status,
        )
    };
}

/// A transfer that may be paid, without where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Payable {
    pub id: DisbursementId,
    pub award: AwardId,
    pub reference: String,
    pub organisation: OrganisationId,
    pub position: i32,
    paid_minor: i64,
    paid_currency: Currency,
    pub finance_at: Option<Moment>,
    /// When it went to the bank before.
    pub exported_at: Option<Moment>,
    /// Of its application.
    pub status: Status,
}

impl Payable {
    /// What is transferred.
    pub fn paid(&self) -> Money {
        Money::new(self.paid_minor, self.paid_currency)
    }
}

/// Transfers within reach whose second approval came from one instant until another and
/// that the bank has not executed, whether they stood in a file or not; at most 500, the
/// oldest first.
pub fn payable(
    reader: &mut Reader,
    reach: Reach,
    (from, until): (Moment, Moment),
) -> Result<Vec<Payable>, StoreError> {
    Ok(approved!(reach)
        .filter(disbursements::finance_at.ge(from))
        .filter(disbursements::finance_at.lt(until))
        .select(listed!())
        .load(reader.connection())?)
}

/// Those of these transfers that are within reach and may be paid; an error where the
/// account of one can't be opened, or is not one of its award.
pub fn find_payments(
    reader: &mut Reader,
    (_, reach): (&MayExportPayments, Reach),
    ids: &[DisbursementId],
) -> Result<Vec<Export>, StoreError> {
    let rows: Vec<(Payable, SealedBank)> = approved!(reach)
        .filter(disbursements::id.eq_any(ids.to_vec()))
        .select((listed!(), SealedBank::as_select()))
        .load(reader.connection())?;
    let ring = Ring::of(reader, rows.iter().filter_map(|(_, kept)| kept.value()))?;
    let keys = (reader.vault(), &ring);
    let opened = |(transfer, kept): (Payable, SealedBank)| {
        let to = kept.open(keys, transfer.award)?;
        Ok::<Export, StoreError>(Export { transfer, to })
    };
    rows.into_iter().map(opened).collect()
}

/// Notes that these transfers stand in a file for the bank.
pub fn export(
    tx: &mut Tx,
    may: &MayExportPayments,
    (id, format, print): (PaymentFileId, &str, &str),
    ids: &[DisbursementId],
) -> Result<(), StoreError> {
    let now = tx.now();
    diesel::insert_into(payment_files::table)
        .values((
            payment_files::id.eq(id),
            payment_files::format.eq(format),
            payment_files::made_by.eq(may.by()),
            payment_files::made_at.eq(now),
            payment_files::sha256.eq(print),
        ))
        .execute(tx.connection())?;
    for one in ids {
        diesel::insert_into(payment_file_lines::table)
            .values((
                payment_file_lines::file_id.eq(id),
                payment_file_lines::disbursement_id.eq(*one),
            ))
            .execute(tx.connection())?;
    }
    diesel::update(disbursements::table.filter(disbursements::id.eq_any(ids.to_vec())))
        .set(disbursements::exported_at.eq(now))
        .execute(tx.connection())?;
    Ok(())
}

/// Which transfers of an award went to the bank in a file, and who made it.
pub fn senders(
    reader: &mut Reader,
    award: AwardId,
) -> Result<Vec<(DisbursementId, AccountId)>, StoreError> {
    let line = payment_file_lines::disbursement_id.eq(disbursements::id);
    let file = payment_files::id.eq(payment_file_lines::file_id);
    Ok(disbursements::table
        .inner_join(payment_file_lines::table.on(line))
        .inner_join(payment_files::table.on(file))
        .filter(disbursements::award_id.eq(award))
        .order((disbursements::id, payment_files::id))
        .select((disbursements::id, payment_files::made_by))
        .load(reader.connection())?)
}
