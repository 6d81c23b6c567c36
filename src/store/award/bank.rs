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

    fn masked(self) -> BankRow {
        let (id, given_by, given_at) = (self.id, self.given_by.clone(), self.given_at);
        let giver = self.giver;
        let bank = self.bank();
        BankRow {
            id,
            masked: bank.masked(),
            holder: bank.holder,
            bank: bank.bank,
            given_by,
            giver,
            given_at,
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

/// The accounts of an award as everybody may see them, in the order in which they were
/// given: the last one counts for what is approved from now on.
pub fn bank_rows(reader: &mut Reader, award: AwardId) -> Result<Vec<BankRow>, StoreError> {
    let rows: Vec<Row> = bank_accounts::table
        .inner_join(accounts::table)
        .filter(bank_accounts::award_id.eq(award))
        .order(bank_accounts::id)
        .select(Row::as_select())
        .load(reader.connection())?;
    Ok(rows.into_iter().map(Row::masked).collect())
}

/// The one that counts, with its number.
pub fn bank(
    reader: &mut Reader,
    _: &MayReadBank,
    award: AwardId,
) -> Result<Option<Bank>, StoreError> {
    let row: Option<Row> = bank_accounts::table
        .inner_join(accounts::table)
        .filter(bank_accounts::award_id.eq(award))
        .order(bank_accounts::id.desc())
        .select(Row::as_select())
        .first(reader.connection())
        .optional()?;
    Ok(row.map(Row::bank))
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
