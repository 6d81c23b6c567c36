//! Words that belong to no single organisation, sealed with the master key in a column beside
//! the one that held them in clear: reasons that are about people, and files of reviews.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::bulk::Texts;
use super::conflict::StoreError;
use super::connection::{AnyConnection, Reader, Tx};
use super::envelope::{SealedBatch, keys_named};
use super::vault::{KeyId, Place, Vault, VaultError};

/// A table with such words.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    pub table: &'static str,
    /// Its primary key, as SQL has it.
    id: &'static str,
    /// The column that former releases kept them in.
    column: &'static str,
}

/// Why it is known that somebody lost their second step.
pub(super) const LOSSES: Words = Words {
    table: "second_step_losses",
    id: "account_id",
    column: "reason",
};

/// Why a request for erasure was answered so.
pub(super) const REQUESTS: Words = Words {
    table: "erasure_requests",
    id: "id",
    column: "reason",
};

/// Files of reviews that an admin looks at before they are carried out.
pub(super) const IMPORTS: Words = Words {
    table: "review_imports",
    id: "round_id || '/' || account_id",
    column: "body",
};

/// Every table with such words.
pub const ALL: [Words; 3] = [LOSSES, REQUESTS, IMPORTS];

/// Rows of one batch.
const BATCH: i64 = 200;

/// Seals words for their row; empty ones stay empty.
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

/// The words of a row: what is sealed of them, or what a former release wrote in clear.
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

/// A row whose words lie in clear or under an older key.
#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    row_id: String,
    #[diesel(sql_type = Text)]
    clear: String,
    #[diesel(sql_type = Text)]
    hidden: String,
}

impl Words {
    fn rows(self, reader: &mut Reader, (key, after): (KeyId, &str)) -> QueryResult<Vec<Row>> {
        let Self { table, id, column } = self;
        let newest = key.beginning();
        let words = format!(
            "SELECT {id} AS row_id, {column} AS clear, COALESCE(sealed, '') AS hidden \
             FROM {table} WHERE {id} > $1 AND ({column} <> '' \
             OR (sealed <> '' AND sealed NOT LIKE '{newest}%')) ORDER BY row_id LIMIT {BATCH}"
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
}

/// Seals words of a table behind this row that lie in clear or under an older key than
/// this, the newest of the vault. `lost` gives up those whose key is not there.
pub fn seal_batch(
    tx: &mut Tx,
    of: Words,
    (key, lost): (KeyId, bool),
    after: &str,
) -> Result<SealedBatch, StoreError> {
    let rows = of.rows(tx, (key, after))?;
    let mut batch = SealedBatch::until(rows.last().map(|row| row.row_id.clone()));
    let (ids, columns) = ([of.id], ["sealed", of.column]);
    let mut texts = Texts::of(of.table, &ids, &columns);
    for row in rows {
        let (id, clear) = (row.row_id.as_str(), !row.clear.is_empty());
        let opened = open(tx.vault(), (of, id), (Some(row.hidden.as_str()), row.clear));
        let anew = opened.and_then(|words| seal(tx.vault(), (of, id), &words));
        match anew {
            Ok(sealed) => {
                texts.set(tx, &[id], &[Some(&sealed), Some("")])?;
                batch.cleared += usize::from(clear);
                batch.renewed += usize::from(!clear);
            }
            Err(VaultError::UnknownKey(_)) if lost => {
                texts.set(tx, &[id], &[Some(""), Some("")])?;
                batch.lost += 1;
            }
            Err(problem) => {
                tracing::warn!(table = of.table, %id, %problem, "words are not sealed");
                batch.left += 1;
            }
        }
    }
    texts.write(tx)?;
    Ok(batch)
}

/// The keys with which such words are sealed.
pub fn keys_in_use(reader: &mut Reader) -> Result<Vec<KeyId>, StoreError> {
    let one = |of: Words| {
        let table = of.table;
        format!("SELECT substr(sealed, 3, 16) AS key_id FROM {table} WHERE sealed <> ''")
    };
    let words = ALL.map(one).join(" UNION ") + " ORDER BY key_id";
    keys_named(reader, &words)
}

#[cfg(test)]
mod tests {
    use diesel::connection::SimpleConnection;

    use super::*;
    use crate::store::Database;
    use crate::store::trial::{self, stamp};
    use crate::store::vault::MasterKeys;

    /// A row of each table in clear, as former releases wrote them.
    const IN_CLEAR: &str = "PRAGMA foreign_keys = OFF; \
        INSERT INTO second_step_losses (account_id, reason, said_by, said_at) \
        VALUES ('a', 'In clear', 'b', 1); \
        INSERT INTO erasure_requests (id, subject, subject_id, asked_by, asked_at, reason) \
        VALUES ('q', 'account', 'a', 'a', 1, 'In clear'); \
        INSERT INTO review_imports (round_id, account_id, kept_at, body) \
        VALUES ('r', 'a', 1, 'In clear');";

    /// The same database with the master keys of these digits, the last of which seals.
    fn with_keys(database: &Database, digits: &[&str]) -> Database {
        let lines: Vec<String> = digits.iter().map(|digit| digit.repeat(64)).collect();
        let keys = MasterKeys::parse(&lines.join("\n")).unwrap();
        database.clone().with_vault(Vault::of_keys(keys))
    }

    /// What was cleared, renewed, lost and left in all tables.
    fn sealed(database: &Database, lost: bool) -> [usize; 4] {
        let key = database.vault().newest().unwrap();
        let mut sums = [0; 4];
        for of in ALL {
            let done = database.write(stamp(), |tx| seal_batch(tx, of, (key, lost), ""));
            let done = done.unwrap();
            let counted = [done.cleared, done.renewed, done.lost, done.left];
            for (sum, one) in sums.iter_mut().zip(counted) {
                *sum += one;
            }
        }
        sums
    }

    /// The words of the file of reviews, as they are kept and as they open.
    fn file(database: &Database) -> (String, String) {
        let rows = database.read(|reader| {
            let words = "SELECT round_id || '/' || account_id AS row_id, body AS clear, \
                sealed AS hidden FROM review_imports";
            match reader.connection() {
                AnyConnection::Sqlite(connection) => {
                    Ok::<Vec<Row>, StoreError>(diesel::sql_query(words).load(connection)?)
                }
                AnyConnection::Postgres(_) => unreachable!("trials are of SQLite"),
            }
        });
        let row = rows.unwrap().remove(0);
        let kept = (Some(row.hidden.as_str()), row.clear);
        let opened = open(database.vault(), (IMPORTS, row.row_id.as_str()), kept);
        (row.hidden, opened.unwrap())
    }

    #[test]
    fn words_in_clear_are_sealed_and_sealed_anew_and_given_up_with_a_lost_key() {
        let (_folder, database) = trial::database();
        let laid = database.raw(|connection| Ok(connection.batch_execute(IN_CLEAR)?));
        laid.unwrap();
        let first = with_keys(&database, &["1"]);
        assert_eq!(sealed(&first, false), [3, 0, 0, 0]);
        assert_eq!(sealed(&first, false), [0; 4]);
        let (kept, words) = file(&first);
        assert!(kept.starts_with("1.") && !kept.contains("clear"), "{kept}");
        assert_eq!(words, "In clear");

        let both = with_keys(&database, &["1", "2"]);
        assert_eq!(sealed(&both, false), [0, 3, 0, 0]);
        assert_eq!(file(&both).1, "In clear");
        let newest = both.vault().newest().unwrap();
        assert_eq!(both.read(keys_in_use).unwrap(), [newest]);

        let strange = with_keys(&database, &["3"]);
        assert_eq!(sealed(&strange, false), [0, 0, 0, 3]);
        assert_eq!(sealed(&strange, true), [0, 0, 3, 0]);
        assert_eq!(file(&strange), (String::new(), String::new()));
    }
}
