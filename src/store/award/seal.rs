//! Sealing accounts with the key of their organisation: those that lie in clear and those
//! that a master key sealed itself, as former releases kept them.

use diesel::prelude::*;

use super::bank::{SealedBank, sealed};
use crate::domain::award::Bank;
use crate::domain::{AwardId, BankAccountId};
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx};
use crate::store::envelope::{Ring, SealedBatch};
use crate::store::schema::bank_accounts;
use crate::store::vault::{Vault, VaultError};

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

    /// What is to be sealed of it, and which count it adds to.
    fn to_seal(&self, keys: (&Vault, &Ring), lost: bool) -> Result<(Count, Bank), VaultError> {
        let cleared: Count = |batch| &mut batch.cleared;
        let renewed: Count = |batch| &mut batch.renewed;
        let given_up: Count = |batch| &mut batch.lost;
        match self.kept.open(keys, self.award_id) {
            Ok(bank) => Ok((renewed, bank)),
            Err(VaultError::Unsealed) => Ok((cleared, self.in_clear())),
            Err(VaultError::Lost) => Ok((renewed, nothing())),
            Err(VaultError::UnknownKey(_)) if lost => Ok((given_up, nothing())),
            Err(problem) => Err(problem),
        }
    }
}

/// One of the counts of a batch.
type Count = fn(&mut SealedBatch) -> &mut usize;

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

/// Seals up to 200 accounts behind this one with the keys of their organisations, and
/// empties what was in clear. `lost` gives up what was sealed with a master key that is not
/// there.
pub fn seal_batch(tx: &mut Tx, lost: bool, after: &str) -> Result<SealedBatch, StoreError> {
    let rows: Vec<Waiting> = bank_accounts::table
        .filter(bank_accounts::id.gt(after))
        .filter(
            bank_accounts::sealed
                .is_null()
                .or(bank_accounts::sealed.like("1.%")),
        )
        .order(bank_accounts::id)
        .limit(BATCH)
        .select(Waiting::as_select())
        .load(tx.connection())?;
    let mut batch = SealedBatch {
        last: rows.last().map(|row| row.kept.id().to_string()),
        ..SealedBatch::default()
    };
    // No key of an organisation is named by these.
    let ring = Ring::of(tx, [])?;
    for row in rows {
        let id = row.kept.id();
        let made = row.to_seal((tx.vault(), &ring), lost);
        let made = made.map_err(StoreError::from).and_then(|(count, bank)| {
            let hidden = sealed(tx, (row.award_id, id), &bank)?;
            Ok((count, hidden))
        });
        let (count, hidden) = match made {
            Ok(made) => made,
            Err(StoreError::Sealed(problem)) => {
                tracing::warn!(account = %id, %problem, "account details are not sealed anew");
                batch.left += 1;
                continue;
            }
            Err(other) => return Err(other),
        };
        *count(&mut batch) += 1;
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

/// The accounts that can't be opened, and why; not those whose key is gone.
pub fn unopened(reader: &mut Reader) -> Result<Vec<(BankAccountId, VaultError)>, StoreError> {
    let rows: Vec<(AwardId, SealedBank)> = bank_accounts::table
        .order(bank_accounts::id)
        .select((bank_accounts::award_id, SealedBank::as_select()))
        .load(reader.connection())?;
    let ring = Ring::of(reader, rows.iter().filter_map(|(_, row)| row.value()))?;
    let keys = (reader.vault(), &ring);
    let failed = rows.iter().filter_map(|(award, row)| {
        let problem = row.open(keys, *award).err()?;
        (problem != VaultError::Lost).then(|| (row.id(), problem))
    });
    Ok(failed.collect())
}
