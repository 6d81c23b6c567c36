//! Accounts of organisations. Each is kept as it was given, sealed; the latest counts.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::domain::award::Bank;
use crate::domain::{AccountId, AwardId, BankAccountId, Moment, OrganisationId};
use crate::policy::award::{MayActOnAward, MayReadBank};
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx, mint};
use crate::store::envelope::{self, Ring};
use crate::store::json::{from_json, to_json};
use crate::store::schema::{accounts, applications, awards, bank_accounts};
use crate::store::vault::{Place, Vault, VaultError};

/// An account as it is kept. What is not sealed is not trusted either: whoever can write
/// to the database alone puts no account in the place of another.
#[derive(Queryable, Selectable)]
#[diesel(table_name = bank_accounts, check_for_backend(MultiBackend))]
pub(in crate::store) struct SealedBank {
    id: BankAccountId,
    sealed: Option<String>,
}

/// What is sealed of an account.
#[derive(Serialize, Deserialize)]
struct Details {
    holder: String,
    bank: String,
    iban: String,
    bic: String,
}

impl SealedBank {
    pub(super) fn id(&self) -> BankAccountId {
        self.id
    }

    /// What is sealed of it, as it is kept.
    pub(in crate::store) fn value(&self) -> Option<&str> {
        self.sealed.as_deref()
    }

    /// Opens it with a ring of its value; it opens only as an account of this award.
    pub(in crate::store) fn open(
        &self,
        (vault, ring): (&Vault, &Ring),
        award: AwardId,
    ) -> Result<Bank, VaultError> {
        let sealed = self.value().ok_or(VaultError::Unsealed)?;
        let ids = [award.as_str(), self.id.as_str()];
        let opened = ring.open(vault, &place(&ids), sealed)?;
        let text = std::str::from_utf8(&opened).map_err(|_| VaultError::Altered)?;
        let details: Details = from_json(text).map_err(|_| VaultError::Altered)?;
        if details.iban.is_empty() {
            return Err(VaultError::Lost);
        }
        Ok(Bank {
            holder: details.holder,
            bank: details.bank,
            iban: details.iban,
            bic: details.bic,
        })
    }
}

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "bank_accounts",
        ids,
    }
}

/// Whose account it is.
fn owner(reader: &mut Reader, award: AwardId) -> Result<OrganisationId, StoreError> {
    Ok(awards::table
        .inner_join(applications::table)
        .filter(awards::id.eq(award))
        .select(applications::organisation_id)
        .first(reader.connection())?)
}

/// Seals an account for its row with the key of its organisation; one without a number
/// stands for what was lost.
pub(super) fn sealed(
    tx: &mut Tx,
    (award, id): (AwardId, BankAccountId),
    given: &Bank,
) -> Result<String, StoreError> {
    let owner = owner(tx, award)?;
    let key = envelope::current(tx, owner)?;
    let details = to_json(&Details {
        holder: given.holder.clone(),
        bank: given.bank.clone(),
        iban: given.iban.clone(),
        bic: given.bic.clone(),
    });
    let ids = [award.as_str(), id.as_str()];
    Ok(key.seal(&place(&ids), details.as_bytes())?)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = bank_accounts, check_for_backend(MultiBackend))]
struct Row {
    #[diesel(embed)]
    kept: SealedBank,
    given_at: Moment,
    #[diesel(select_expression = accounts::name)]
    given_by: String,
    #[diesel(select_expression = bank_accounts::given_by)]
    giver: AccountId,
}

impl Row {
    fn told(self, keys: (&Vault, &Ring), award: AwardId) -> BankRow {
        let opened = self.kept.open(keys, award);
        let opened = opened.inspect_err(|problem| {
            tracing::warn!(account = %self.kept.id, %problem, "account details are not opened");
        });
        let told = opened.ok().map(|bank| BankTold {
            masked: bank.masked(),
            holder: bank.holder,
            bank: bank.bank,
        });
        BankRow {
            id: self.kept.id,
            told,
            given_by: self.given_by,
            giver: self.giver,
            given_at: self.given_at,
        }
    }
}

/// An account, without its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankRow {
    pub id: BankAccountId,
    /// Nothing while it can't be opened: the master key is not there, or the row was
    /// altered.
    pub told: Option<BankTold>,
    pub given_by: String,
    /// Who that is.
    pub giver: AccountId,
    pub given_at: Moment,
}

/// What everybody may see of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankTold {
    pub holder: String,
    pub bank: String,
    /// Country and last signs.
    pub masked: String,
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
    let ring = Ring::of(reader, rows.iter().filter_map(|row| row.kept.value()))?;
    let told = |row: Row| row.told((reader.vault(), &ring), award);
    Ok(rows.into_iter().map(told).collect())
}

/// The one that counts, with its number; an error where it can't be opened.
pub fn bank(
    reader: &mut Reader,
    _: &MayReadBank,
    award: AwardId,
) -> Result<Option<Bank>, StoreError> {
    let row: Option<SealedBank> = bank_accounts::table
        .filter(bank_accounts::award_id.eq(award))
        .order(bank_accounts::id.desc())
        .select(SealedBank::as_select())
        .first(reader.connection())
        .optional()?;
    let ring = Ring::of(reader, row.iter().filter_map(SealedBank::value))?;
    let opened = row.map(|row| row.open((reader.vault(), &ring), award));
    Ok(opened.transpose()?)
}

/// Adds an account; from now on it counts. An error where it can't be sealed.
pub fn give_bank(
    tx: &mut Tx,
    may: &MayActOnAward,
    given: &Bank,
) -> Result<BankAccountId, StoreError> {
    let (id, now): (BankAccountId, _) = (mint(), tx.now());
    let hidden = sealed(tx, (may.award(), id), given)?;
    diesel::insert_into(bank_accounts::table)
        .values((
            bank_accounts::id.eq(id),
            bank_accounts::award_id.eq(may.award()),
            // The columns of former releases.
            bank_accounts::holder.eq(""),
            bank_accounts::bank.eq(""),
            bank_accounts::iban.eq(""),
            bank_accounts::bic.eq(""),
            bank_accounts::given_by.eq(may.by()),
            bank_accounts::given_at.eq(now),
            bank_accounts::sealed.eq(hidden),
        ))
        .execute(tx.connection())?;
    Ok(id)
}
