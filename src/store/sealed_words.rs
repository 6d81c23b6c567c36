//! Reasons that are about people and belong to no organisation, sealed with the master key in
//! a column beside the one that held them in clear.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::conflict::StoreError;
use super::connection::{AnyConnection, MultiBackend, Reader, Tx};
use super::envelope::SealedBatch;
use super::vault::{KeyId, Place, Vault, VaultError};

/// A table with such reasons.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    pub table: &'static str,
    /// The column of its primary key.
    id: &'static str,
}

/// Why it is known that somebody lost their second step.
pub(super) const LOSSES: Words = Words {
    table: "second_step_losses",
    id: "account_id",
};

/// Why a request for erasure was answered so.
pub(super) const REQUESTS: Words = Words {
    table: "erasure_requests",
    id: "id",
};

/// Every table with such reasons.
pub const ALL: [Words; 2] = [LOSSES, REQUESTS];

/// Reasons of one batch.
const BATCH: i64 = 200;

/// Seals a reason for its row; an empty one stays empty.
pub(super) fn seal(
    vault: &Vault,
    (of, id): (Words, &str),
    words: &str,
) -> Result<String, VaultError> {
    if words.is_empty() {
        return Ok(String::new());
    }
    let place = Place {
        table: of.table,
        ids: &[id],
    };
    vault.seal(&place, words.as_bytes())
}

/// The reason of a row: what is sealed of it, or what a former release wrote in clear.
pub(super) fn open(
    vault: &Vault,
    (of, id): (Words, &str),
    (sealed, clear): (Option<&str>, String),
) -> Result<String, VaultError> {
    let sealed = sealed.filter(|sealed| !sealed.is_empty() && clear.is_empty());
    let Some(sealed) = sealed else {
        return Ok(clear);
    };
    let place = Place {
        table: of.table,
        ids: &[id],
    };
    let opened = vault.open(&place, sealed)?;
    let words = std::str::from_utf8(&opened).map_err(|_| VaultError::Altered)?;
    Ok(words.to_owned())
}

/// A row whose reason lies in clear or under an older key.
#[derive(QueryableByName)]
#[diesel(check_for_backend(MultiBackend))]
struct Row {
    #[diesel(sql_type = Text)]
    row_id: String,
    #[diesel(sql_type = Text)]
    reason: String,
    #[diesel(sql_type = Text)]
    hidden: String,
}

impl Words {
    fn rows(self, reader: &mut Reader, (key, after): (KeyId, &str)) -> QueryResult<Vec<Row>> {
        let Self { table, id } = self;
        let newest = key.beginning();
        let words = format!(
            "SELECT t.{id} AS row_id, t.reason AS reason, COALESCE(t.sealed, '') AS hidden \
             FROM {table} t WHERE t.{id} > $1 AND (t.reason <> '' \
             OR (t.sealed <> '' AND t.sealed NOT LIKE '{newest}%')) ORDER BY t.{id} LIMIT {BATCH}"
        );
        let after = after.to_owned();
        match reader.connection() {
            AnyConnection::Sqlite(connection) => diesel::sql_query(words)
                .bind::<Text, _>(after)
                .load(connection),
            AnyConnection::Postgres(connection) => diesel::sql_query(words)
                .bind::<Text, _>(after)
                .load(connection),
        }
    }

    fn set(self, tx: &mut Tx, row: &str, sealed: String) -> QueryResult<usize> {
        let Self { table, id } = self;
        let words = format!("UPDATE {table} SET sealed = $1, reason = '' WHERE {id} = $2");
        let row = row.to_owned();
        match tx.connection() {
            AnyConnection::Sqlite(connection) => diesel::sql_query(words)
                .bind::<Text, _>(sealed)
                .bind::<Text, _>(row)
                .execute(connection),
            AnyConnection::Postgres(connection) => diesel::sql_query(words)
                .bind::<Text, _>(sealed)
                .bind::<Text, _>(row)
                .execute(connection),
        }
    }
}

/// Seals reasons of a table behind this row that lie in clear or under an older key than
/// this, the newest of the vault. `lost` gives up those whose key is not there.
pub fn seal_batch(
    tx: &mut Tx,
    of: Words,
    (key, lost): (KeyId, bool),
    after: &str,
) -> Result<SealedBatch, StoreError> {
    let rows = of.rows(tx, (key, after))?;
    let mut batch = SealedBatch::until(rows.last().map(|row| row.row_id.clone()));
    for row in rows {
        let (id, clear) = (row.row_id.as_str(), !row.reason.is_empty());
        let opened = open(
            tx.vault(),
            (of, id),
            (Some(row.hidden.as_str()), row.reason),
        );
        let anew = opened.and_then(|words| seal(tx.vault(), (of, id), &words));
        match anew {
            Ok(sealed) => {
                of.set(tx, id, sealed)?;
                batch.cleared += usize::from(clear);
                batch.renewed += usize::from(!clear);
            }
            Err(VaultError::UnknownKey(_)) if lost => {
                of.set(tx, id, String::new())?;
                batch.lost += 1;
            }
            Err(problem) => {
                tracing::warn!(table = of.table, %id, %problem, "a reason is not sealed");
                batch.left += 1;
            }
        }
    }
    Ok(batch)
}

#[derive(QueryableByName)]
#[diesel(check_for_backend(MultiBackend))]
struct InUse {
    #[diesel(sql_type = Text)]
    key_id: String,
}

/// The keys with which reasons are sealed.
pub fn keys_in_use(reader: &mut Reader) -> Result<Vec<KeyId>, StoreError> {
    let words = "SELECT substr(sealed, 3, 16) AS key_id FROM second_step_losses \
        WHERE sealed <> '' UNION SELECT substr(sealed, 3, 16) FROM erasure_requests \
        WHERE sealed <> '' ORDER BY key_id";
    let rows: Vec<InUse> = diesel::sql_query(words).load(reader.connection())?;
    let keys = rows.iter().filter_map(|row| KeyId::parse(&row.key_id));
    Ok(keys.collect())
}
