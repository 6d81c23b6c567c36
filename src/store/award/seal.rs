//! Sealing accounts that lie in clear, as former releases kept them, and sealing those
//! anew that an older key sealed.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::bank::{SealedBank, sealed};
use crate::domain::award::Bank;
use crate::domain::{AwardId, BankAccountId};
use crate::store::conflict::StoreError;
use crate::store::connection::{Database, MultiBackend, Reader, Tx};
use crate::store::dialect;
use crate::store::schema::bank_accounts;
use crate::store::vault::{KeyId, Vault, VaultError};

/// Accounts of one batch.
const BATCH: i64 = 200;

#[derive(Queryable, Selectable)]
#[diesel(table_name = bank_accounts, check_for_backend(MultiBackend))]
struct Waiting {
    award_id: AwardId,
    holder: String,
    bank: String,
    iban: String,
    bic: String,
    #[diesel(embed)]
    kept: SealedBank,
}

impl Waiting {
    fn in_clear(&self) -> Bank {
        Bank {
            holder: self.holder.clone(),
            bank: self.bank.clone(),
            iban: self.iban.clone(),
            bic: self.bic.clone(),
        }
    }

    /// What is to be sealed of it, counted; nothing where it stays as it is.
    fn to_seal(&self, vault: &Vault, lost: bool, batch: &mut SealedBatch) -> Option<Bank> {
        let (count, bank) = match self.kept.open(vault, self.award_id) {
            Ok(bank) => (&mut batch.renewed, bank),
            Err(VaultError::Unsealed) => (&mut batch.cleared, self.in_clear()),
            Err(VaultError::Lost) => (&mut batch.renewed, nothing()),
            Err(VaultError::UnknownKey(_)) if lost => (&mut batch.lost, nothing()),
            Err(problem) => {
                let account = self.kept.id();
                tracing::warn!(%account, %problem, "account details are not sealed anew");
                batch.left += 1;
                return None;
            }
        };
        *count += 1;
        Some(bank)
    }
}

/// What stands in an account whose key was lost.
fn nothing() -> Bank {
    let [holder, bank, iban, bic] = [const { String::new() }; 4];
    Bank {
        holder,
        bank,
        iban,
        bic,
    }
}

/// What became of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SealedBatch {
    /// Accounts that lay in clear.
    pub cleared: usize,
    /// Accounts that an older key had sealed.
    pub renewed: usize,
    /// Accounts whose key was lost: from now on nothing stands in them.
    pub lost: usize,
    /// Accounts that no key here opens; they stay as they are.
    pub left: usize,
    /// Where the next batch begins; nothing behind the last one.
    pub last: Option<BankAccountId>,
}

/// Seals up to 200 accounts behind this one with this key, the newest of the vault, and
/// empties what was in clear. `lost` gives up what was sealed with a key that is not there.
pub fn seal_batch(
    tx: &mut Tx,
    (key, lost): (KeyId, bool),
    after: &str,
) -> Result<SealedBatch, StoreError> {
    let newest = format!("{}%", key.beginning());
    let rows: Vec<Waiting> = bank_accounts::table
        .filter(bank_accounts::id.gt(after))
        .filter(
            bank_accounts::sealed
                .is_null()
                .or(bank_accounts::sealed.not_like(newest)),
        )
        .order(bank_accounts::id)
        .limit(BATCH)
        .select(Waiting::as_select())
        .load(tx.connection())?;
    let mut batch = SealedBatch {
        last: rows.last().map(|row| row.kept.id()),
        ..SealedBatch::default()
    };
    for row in rows {
        let Some(bank) = row.to_seal(tx.vault(), lost, &mut batch) else {
            continue;
        };
        let id = row.kept.id();
        let hidden = sealed(tx.vault(), (row.award_id, id), &bank)?;
        diesel::update(bank_accounts::table.find(id))
            .set((
                bank_accounts::sealed.eq(hidden),
                bank_accounts::holder.eq(""),
                bank_accounts::bank.eq(""),
                bank_accounts::iban.eq(""),
                bank_accounts::bic.eq(""),
            ))
            .execute(tx.connection())?;
    }
    Ok(batch)
}

/// Rewrites the table, so that what was emptied stands in no file of the database.
pub fn scrub(database: &Database) -> Result<(), StoreError> {
    database.raw(|connection| Ok(dialect::scrub_accounts(connection)?))
}

#[derive(QueryableByName)]
#[diesel(check_for_backend(MultiBackend))]
struct InUse {
    #[diesel(sql_type = Text)]
    key_id: String,
}

/// The keys with which accounts are sealed.
pub fn keys_in_use(reader: &mut Reader) -> Result<Vec<KeyId>, StoreError> {
    let words = "SELECT DISTINCT substr(sealed, 3, 16) AS key_id FROM bank_accounts \
        WHERE sealed IS NOT NULL ORDER BY key_id";
    let rows: Vec<InUse> = diesel::sql_query(words).load(reader.connection())?;
    let keys = rows.iter().filter_map(|row| KeyId::parse(&row.key_id));
    Ok(keys.collect())
}

/// The accounts that can't be opened, and why; not those whose key was lost.
pub fn unopened(reader: &mut Reader) -> Result<Vec<(BankAccountId, VaultError)>, StoreError> {
    let rows: Vec<(AwardId, SealedBank)> = bank_accounts::table
        .order(bank_accounts::id)
        .select((bank_accounts::award_id, SealedBank::as_select()))
        .load(reader.connection())?;
    let vault = reader.vault();
    let failed = rows.iter().filter_map(|(award, row)| {
        let problem = row.open(vault, *award).err()?;
        (problem != VaultError::Lost).then(|| (row.id(), problem))
    });
    Ok(failed.collect())
}
