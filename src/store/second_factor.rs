//! The second step of a sign-in: what an app shares with us, sealed, and the hashes of
//! recovery codes. Passkeys, which are second steps as well, have a module of their own.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::conflict::StoreError;
use super::connection::{Reader, Tx};
use super::envelope::keys_named;
use super::schema::{recovery_codes, second_factors};
use super::vault::{KeyId, Place, Vault, VaultError};
use super::{passkey, second_step_loss};
use crate::domain::second_factor::AppSecret;
use crate::domain::{AccountId, Moment};

/// Secrets of one batch.
const BATCH: i64 = 200;

/// What an app shares with us.
pub struct Factor {
    pub secret: AppSecret,
    /// The last step whose code was used.
    pub last_step: i64,
}

fn seal(vault: &Vault, account: AccountId, secret: &AppSecret) -> Result<String, VaultError> {
    vault.seal(&place(&[account.as_str()]), secret.bytes())
}

fn open(vault: &Vault, account: AccountId, sealed: &str) -> Result<AppSecret, VaultError> {
    let opened = vault.open(&place(&[account.as_str()]), sealed)?;
    AppSecret::of_bytes(&opened).ok_or(VaultError::Altered)
}

fn place<'a>(ids: &'a [&'a str]) -> Place<'a> {
    Place {
        table: "second_factors",
        ids,
    }
}

/// Since when an account has a second step, an app or a passkey; nothing where it has none.
pub fn since(reader: &mut Reader, account: AccountId) -> Result<Option<Moment>, StoreError> {
    let app = app_since(reader, account)?;
    let passkey = passkey::since(reader, account)?;
    Ok(app.into_iter().chain(passkey).min())
}

/// Since when an account has an app; nothing where it has none.
pub fn app_since(reader: &mut Reader, account: AccountId) -> Result<Option<Moment>, StoreError> {
    Ok(second_factors::table
        .find(account)
        .select(second_factors::created_at)
        .first(reader.connection())
        .optional()?)
}

/// The app of an account, opened.
pub fn of(reader: &mut Reader, account: AccountId) -> Result<Option<Factor>, StoreError> {
    let row: Option<(String, i64)> = second_factors::table
        .find(account)
        .select((second_factors::sealed, second_factors::last_step))
        .first(reader.connection())
        .optional()?;
    let Some((sealed, last_step)) = row else {
        return Ok(None);
    };
    let secret = open(reader.vault(), account, &sealed)?;
    Ok(Some(Factor { secret, last_step }))
}

/// Keeps the app of an account in place of any other, with the step whose code was used.
pub fn keep(
    tx: &mut Tx,
    account: AccountId,
    (secret, last_step): (&AppSecret, i64),
) -> Result<(), StoreError> {
    let sealed = seal(tx.vault(), account, secret)?;
    let now = tx.now();
    second_step_loss::forget(tx, account)?;
    diesel::delete(second_factors::table.find(account)).execute(tx.connection())?;
    diesel::insert_into(second_factors::table)
        .values((
            second_factors::account_id.eq(account),
            second_factors::sealed.eq(sealed),
            second_factors::last_step.eq(last_step),
            second_factors::created_at.eq(now),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Notes the step whose code was used.
pub fn note_step(tx: &mut Tx, account: AccountId, step: i64) -> Result<(), StoreError> {
    diesel::update(second_factors::table.find(account))
        .set(second_factors::last_step.eq(step))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes every second step of an account away, with its recovery codes; whether there was
/// one.
pub fn remove(tx: &mut Tx, account: AccountId) -> Result<bool, StoreError> {
    let passkeys = passkey::remove_all(tx, account)?;
    Ok(remove_app(tx, account)? || passkeys)
}

/// Takes the app of an account away, and its recovery codes where it has no passkey;
/// whether there was one.
pub fn remove_app(tx: &mut Tx, account: AccountId) -> Result<bool, StoreError> {
    second_step_loss::forget(tx, account)?;
    let mine = second_factors::table.find(account);
    let removed = diesel::delete(mine).execute(tx.connection())? == 1;
    remove_idle_codes(tx, account)?;
    Ok(removed)
}

/// Takes the recovery codes away where no second step is left that they stand in for.
pub fn remove_idle_codes(tx: &mut Tx, account: AccountId) -> Result<(), StoreError> {
    match since(tx, account)? {
        Some(_) => Ok(()),
        None => remove_codes(tx, account),
    }
}

fn remove_codes(tx: &mut Tx, account: AccountId) -> Result<(), StoreError> {
    let mine = recovery_codes::table.filter(recovery_codes::account_id.eq(account));
    diesel::delete(mine).execute(tx.connection())?;
    Ok(())
}

/// Keeps the hashes of recovery codes in place of all others of an account.
pub fn keep_codes(tx: &mut Tx, account: AccountId, hashes: &[String]) -> Result<(), StoreError> {
    remove_codes(tx, account)?;
    let now = tx.now();
    for hash in hashes {
        diesel::insert_into(recovery_codes::table)
            .values((
                recovery_codes::code_hash.eq(hash),
                recovery_codes::account_id.eq(account),
                recovery_codes::created_at.eq(now),
            ))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// Spends a recovery code; whether it was an unused one of this account.
pub fn spend_code(tx: &mut Tx, account: AccountId, hash: &str) -> Result<bool, StoreError> {
    let now = tx.now();
    let unused = recovery_codes::table
        .find(hash)
        .filter(recovery_codes::account_id.eq(account))
        .filter(recovery_codes::used_at.is_null());
    let spent = diesel::update(unused)
        .set(recovery_codes::used_at.eq(now))
        .execute(tx.connection())?;
    Ok(spent == 1)
}

/// How many recovery codes of an account are unused.
pub fn codes_left(reader: &mut Reader, account: AccountId) -> Result<i64, StoreError> {
    Ok(recovery_codes::table
        .filter(recovery_codes::account_id.eq(account))
        .filter(recovery_codes::used_at.is_null())
        .select(count_star())
        .first(reader.connection())?)
}

/// What became of a batch of secrets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResealedBatch {
    /// Sealed anew.
    pub renewed: usize,
    /// Taken away, because the key was lost.
    pub lost: usize,
    /// Opened by no key here; they stay as they are.
    pub left: usize,
    /// Where the next batch begins; nothing behind the last one.
    pub last: Option<AccountId>,
}

/// Seals up to 200 secrets behind this account anew with this key, the newest of the
/// vault. `lost` takes away what was sealed with a key that is not there.
pub fn reseal_batch(
    tx: &mut Tx,
    (key, lost): (KeyId, bool),
    after: &str,
) -> Result<ResealedBatch, StoreError> {
    let newest = format!("{}%", key.beginning());
    let rows: Vec<(AccountId, String)> = second_factors::table
        .filter(second_factors::account_id.gt(after))
        .filter(second_factors::sealed.not_like(newest))
        .order(second_factors::account_id)
        .limit(BATCH)
        .select((second_factors::account_id, second_factors::sealed))
        .load(tx.connection())?;
    let mut batch = ResealedBatch {
        last: rows.last().map(|(account, _)| *account),
        ..ResealedBatch::default()
    };
    for (account, sealed) in rows {
        match open(tx.vault(), account, &sealed) {
            Ok(secret) => {
                let sealed = seal(tx.vault(), account, &secret)?;
                diesel::update(second_factors::table.find(account))
                    .set(second_factors::sealed.eq(sealed))
                    .execute(tx.connection())?;
                batch.renewed += 1;
            }
            Err(VaultError::UnknownKey(_)) if lost => {
                remove_app(tx, account)?;
                batch.lost += 1;
            }
            Err(problem) => {
                tracing::warn!(%account, %problem, "a second step is not sealed anew");
                batch.left += 1;
            }
        }
    }
    Ok(batch)
}

/// The keys with which secrets are sealed.
pub fn keys_in_use(reader: &mut Reader) -> Result<Vec<KeyId>, StoreError> {
    let words = "SELECT DISTINCT substr(sealed, 3, 16) AS key_id FROM second_factors \
        ORDER BY key_id";
    keys_named(reader, words)
}

/// The accounts whose second step can't be opened, and why.
pub fn unopened(reader: &mut Reader) -> Result<Vec<(AccountId, VaultError)>, StoreError> {
    let rows: Vec<(AccountId, String)> = second_factors::table
        .order(second_factors::account_id)
        .select((second_factors::account_id, second_factors::sealed))
        .load(reader.connection())?;
    let vault = reader.vault();
    let failed = rows.iter().filter_map(|(account, sealed)| {
        let problem = open(vault, *account, sealed).err()?;
        Some((*account, problem))
    });
    Ok(failed.collect())
}
