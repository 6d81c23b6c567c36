//! Sealing keys of organisations anew with another master key, and which master keys are
//! in use.

use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

use super::{Row, end, place, table};
use crate::domain::OrganisationId;
use crate::store::bulk::Texts;
use crate::store::conflict::StoreError;
use crate::store::connection::{Database, MultiBackend, Reader, Tx};
use crate::store::dialect;
use crate::store::vault::{KeyId, VaultError};

/// Keys of one batch.
const BATCH: i64 = 200;

/// What became of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SealedBatch {
    /// What lay in clear.
    pub cleared: usize,
    /// What was sealed anew.
    pub renewed: usize,
    /// What was given up: the key that had sealed it was lost.
    pub lost: usize,
    /// What no key here opens; it stays as it is.
    pub left: usize,
    /// Where the next batch begins; nothing behind the last one.
    pub last: Option<String>,
}

impl SealedBatch {
    /// One that did nothing yet and ends there.
    pub(in crate::store) fn until(last: Option<String>) -> Self {
        Self {
            last,
            ..Self::default()
        }
    }

    /// Counts a value that lay in clear and was sealed, which it hands back; nothing where
    /// it stays as it is.
    pub(in crate::store) fn counted<T>(
        &mut self,
        made: Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        match made {
            Ok(made) => {
                self.cleared += 1;
                Ok(Some(made))
            }
            Err(problem @ (StoreError::Sealed(_) | StoreError::Damaged(_))) => {
                tracing::warn!(%problem, "what lies in clear is not sealed");
                self.left += 1;
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }
}

/// The first 100 in a column behind one of which something lies in clear. Of each there may
/// be several rows with long texts, which are in memory together.
macro_rules! waiting {
    ($tx:expr, $table:ident, $of:ident, $after:expr) => {
        $table::table
            .filter($table::sealed.is_null())
            .filter($table::$of.gt($after))
            .select($table::$of)
            .distinct()
            .order($table::$of)
            .limit(100)
            .load($tx.connection())?
    };
}
pub(in crate::store) use waiting;

/// Seals up to 200 keys behind this one anew with this master key, the newest of the
/// vault. `lost` gives up those that were sealed with a master key that is not there.
pub fn renew_batch(
    tx: &mut Tx,
    (key, lost): (KeyId, bool),
    after: &str,
) -> Result<SealedBatch, StoreError> {
    if !is_due(tx, key)? {
        return Ok(SealedBatch::default());
    }
    let newest = format!("{}%", key.beginning());
    let rows: Vec<Row> = table::table
        .filter(table::id.gt(after))
        .filter(table::wrapped.is_not_null())
        .filter(table::wrapped.not_like(newest))
        .order(table::id)
        .limit(BATCH)
        .select(Row::as_select())
        .load(tx.connection())?;
    let mut batch = SealedBatch {
        last: rows.last().map(|row| row.id.clone()),
        ..SealedBatch::default()
    };
    let mut texts = Texts::of("organisation_keys", &["id"], &["wrapped"]);
    for row in rows {
        match row.open(tx.vault()) {
            Ok(own) => {
                let ids = [row.organisation_id.as_str(), row.id.as_str()];
                let wrapped = tx.vault().seal_key(&place(&ids), &own)?;
                texts.set(tx, &[&row.id], &[Some(&wrapped)])?;
                batch.renewed += 1;
            }
            Err(VaultError::UnknownKey(_)) if lost => {
                end(tx, &row.id)?;
                batch.lost += 1;
            }
            Err(problem) => {
                let organisation = row.organisation_id;
                tracing::warn!(%organisation, %problem, "a key is not sealed anew");
                batch.left += 1;
            }
        }
    }
    texts.write(tx)?;
    Ok(batch)
}

#[derive(QueryableByName)]
#[diesel(check_for_backend(MultiBackend))]
struct Ends {
    #[diesel(sql_type = Nullable<Text>)]
    lowest: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    highest: Option<String>,
}

/// Whether a key is sealed with another master key than this one. Every start asks, so the
/// keys themselves, which may be many, are not read.
fn is_due(tx: &mut Tx, key: KeyId) -> Result<bool, StoreError> {
    let words = "SELECT (SELECT min(substr(wrapped, 3, 16)) FROM organisation_keys) AS lowest, \
        (SELECT max(substr(wrapped, 3, 16)) FROM organisation_keys) AS highest";
    let ends: Ends = diesel::sql_query(words).get_result(tx.connection())?;
    let (newest, ends) = (key.to_string(), [ends.lowest, ends.highest]);
    Ok(ends.into_iter().flatten().any(|one| one != newest))
}

/// Rewrites the tables in which something was sealed that lay in clear, so that it stands
/// in no file of the database.
pub fn scrub(database: &Database) -> Result<(), StoreError> {
    database.raw(|connection| Ok(dialect::scrub_sealed(connection)?))
}

#[derive(QueryableByName)]
#[diesel(check_for_backend(MultiBackend))]
struct InUse {
    #[diesel(sql_type = Text)]
    key_id: String,
}

/// The master keys that a statement names in its column `key_id`.
pub(in crate::store) fn keys_named(
    reader: &mut Reader,
    words: &str,
) -> Result<Vec<KeyId>, StoreError> {
    let rows: Vec<InUse> = diesel::sql_query(words).load(reader.connection())?;
    let keys = rows.iter().filter_map(|row| KeyId::parse(&row.key_id));
    Ok(keys.collect())
}

/// A statement that names the master keys of a column of a table, which an index has: from
/// one to the next, as few rows as there are master keys.
macro_rules! each_key {
    ($table:literal, $column:literal) => {
        concat!(
            "WITH RECURSIVE used (key_id) AS (SELECT min(substr(",
            $column,
            ", 3, 16)) FROM ",
            $table,
            " UNION ALL SELECT (SELECT min(substr(",
            $column,
            ", 3, 16)) FROM ",
            $table,
            " WHERE substr(",
            $column,
            ", 3, 16) > used.key_id) FROM used WHERE used.key_id IS NOT NULL) \
             SELECT key_id FROM used WHERE key_id IS NOT NULL "
        )
    };
}
pub(in crate::store) use each_key;

/// The master keys with which something is sealed: keys of organisations, and accounts
/// as former releases sealed them.
pub fn keys_in_use(reader: &mut Reader) -> Result<Vec<KeyId>, StoreError> {
    let words = concat!(
        each_key!("organisation_keys", "wrapped"),
        "UNION SELECT substr(sealed, 3, 16) AS key_id FROM bank_accounts \
         WHERE sealed LIKE '1.%' ORDER BY key_id"
    );
    keys_named(reader, words)
}

/// The organisations whose key can't be opened, and why; not those whose key is gone.
pub fn unopened(reader: &mut Reader) -> Result<Vec<(OrganisationId, VaultError)>, StoreError> {
    let rows: Vec<Row> = table::table
        .filter(table::wrapped.is_not_null())
        .order(table::id)
        .select(Row::as_select())
        .load(reader.connection())?;
    let vault = reader.vault();
    let failed = rows.iter().filter_map(|row| {
        let problem = row.open(vault).err()?;
        Some((row.organisation_id, problem))
    });
    Ok(failed.collect())
}
