//! Accounts of organisations. Each is kept as it was given; the latest counts.

use diesel::prelude::*;

use crate::domain::award::Bank;
use crate::domain::{AccountId, AwardId, BankAccountId, Moment};
use crate::policy::award::{MayActOnAward, MayReadBank};
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx, mint};
use crate::store::schema::{accounts, bank_accounts};

#[derive(Queryable, Selectable)]
#[diesel(table_name = bank_accounts, check_for_backend(MultiBackend))]
struct Row {
    id: BankAccountId,
    holder: String,
    bank: String,
    iban: String,
    bic: String,
    given_at: Moment,
    #[diesel(select_expression = accounts::name)]
    given_by: String,
    #[diesel(select_expression = bank_accounts::given_by)]
    giver: AccountId,
}

impl Row {
    fn bank(self) -> Bank {
        Bank {
            holder: self.holder,
            bank: self.bank,
            iban: self.iban,
            bic: self.bic,
        }
    }
}

/// An account, without its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankRow {
    pub id: BankAccountId,
    pub holder: String,
    pub bank: String,
    /// Country and last signs.
    pub masked: String,
    pub given_by: String,
    /// Who that is.
    pub giver: AccountId,
    pub given_at: Moment,
}

fn latest(reader: &mut Reader, award: AwardId) -> Result<Option<Row>, StoreError> {
    Ok(bank_accounts::table
        .inner_join(accounts::table)
        .filter(bank_accounts::award_id.eq(award))
        .order(bank_accounts::id.desc())
        .select(Row::as_select())
        .first(reader.connection())
        .optional()?)
}

/// The account of an award that counts, as everybody may see it.
pub fn masked(reader: &mut Reader, award: AwardId) -> Result<Option<BankRow>, StoreError> {
    let row = latest(reader, award)?.map(|row| {
        let (id, given_by, given_at) = (row.id, row.given_by.clone(), row.given_at);
        let giver = row.giver;
        let bank = row.bank();
        BankRow {
            id,
            masked: bank.masked(),
            holder: bank.holder,
            bank: bank.bank,
            given_by,
            giver,
            given_at,
        }
    });
    Ok(row)
}

/// The same with its number.
pub fn bank(
    reader: &mut Reader,
    _: &MayReadBank,
    award: AwardId,
) -> Result<Option<Bank>, StoreError> {
    Ok(latest(reader, award)?.map(Row::bank))
}

/// Adds an account; from now on it counts.
pub fn give_bank(
    tx: &mut Tx,
    may: &MayActOnAward,
    given: &Bank,
) -> Result<BankAccountId, StoreError> {
    let (id, now): (BankAccountId, _) = (mint(), tx.now());
    diesel::insert_into(bank_accounts::table)
        .values((
            bank_accounts::id.eq(id),
            bank_accounts::award_id.eq(may.award()),
            bank_accounts::holder.eq(&given.holder),
            bank_accounts::bank.eq(&given.bank),
            bank_accounts::iban.eq(&given.iban),
            bank_accounts::bic.eq(&given.bic),
            bank_accounts::given_by.eq(may.by()),
            bank_accounts::given_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(id)
}
