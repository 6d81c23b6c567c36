//! What lies in the database and its files, for who holds nothing else.

use std::fs;

use evenhand::store::{Reader, StoreError, whole};

use super::database::on_postgres;
use super::server::TestSite;

/// Every value of every table, as text.
pub fn everything(reader: &mut Reader) -> Result<String, StoreError> {
    let mut all = String::new();
    for table in whole::tables(reader)? {
        whole::each(reader, &table, |values| -> Result<(), StoreError> {
            for value in values {
                all.push_str(&value.to_string());
                all.push('\n');
            }
            Ok(())
        })?;
    }
    Ok(all)
}

/// The bytes of the database's files; none where another program keeps them.
pub fn bytes(site: &TestSite) -> Vec<u8> {
    if on_postgres() {
        return Vec::new();
    }
    let parts = ["evenhand.sqlite", "evenhand.sqlite-wal"];
    let read = parts.map(|part| fs::read(site.folder().join(part)).unwrap_or_default());
    read.concat()
}

/// Whether a word stands in bytes.
pub fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|one| one == word.as_bytes())
}
