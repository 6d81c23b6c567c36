//! The index of words, names and register numbers. A table of its own instead of the
//! full text of the engines: those know other stems, no names across scripts and no
//! common order, so the two databases would find different things.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::counting;
use crate::domain::ledger::EntryNumber;
use crate::domain::overlap::Key;
use crate::store::conflict::StoreError;
use crate::store::connection::{MultiBackend, Reader, Tx};
use crate::store::schema::{ledger_entries, ledger_key_counts, ledger_keys};

/// Rows of one statement.
const ROWS: usize = 500;

/// The key under which all published entries are counted.
const ALL: i64 = -1;

/// An entry to be indexed: its number, whether a funder published it, its keys.
pub type Indexed = (EntryNumber, bool, Vec<Key>);

/// How many entries have a key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Published by funders: known to everybody.
    pub published: i64,
    /// All others.
    pub others: i64,
}

/// Adds entries with their keys and counts them.
pub fn index(tx: &mut Tx, entries: &[Indexed]) -> Result<(), StoreError> {
    let mut pairs = Vec::new();
    for (number, _, keys) in entries {
        pairs.extend(keys.iter().map(|key| (key.0, number.0)));
    }
    // In the order of the index, which makes fewer pages dirty.
    pairs.sort_unstable();
    for some in pairs.chunks(ROWS) {
        let sql = format!(
            "INSERT INTO ledger_keys (key, number) VALUES {}",
            values(some)
        );
        tx.connection().batch_execute(&sql)?;
    }
    count(tx, entries, 1)
}

/// Counts entries, or with -1 counts them off.
fn count(tx: &mut Tx, entries: &[Indexed], by: i64) -> Result<(), StoreError> {
    let mut counts: BTreeMap<i64, Count> = BTreeMap::new();
    for (_, published, keys) in entries {
        let all = published.then_some(ALL);
        for key in keys.iter().map(|key| key.0).chain(all) {
            let count = counts.entry(key).or_default();
            match published {
                true => count.published += by,
                false => count.others += by,
            }
        }
    }
    let counts: Vec<(i64, Count)> = counts.into_iter().collect();
    for some in counts.chunks(ROWS) {
        let rows = some.iter().map(|(key, count)| {
            let (published, others) = (count.published, count.others);
            format!("({key},{published},{others})")
        });
        let sql = format!(
            "INSERT INTO ledger_key_counts (key, published, others) VALUES {} \
             ON CONFLICT (key) DO UPDATE SET \
             published = ledger_key_counts.published + excluded.published, \
             others = ledger_key_counts.others + excluded.others",
            rows.collect::<Vec<_>>().join(",")
        );
        tx.connection().batch_execute(&sql)?;
    }
    Ok(())
}

/// Takes entries out again.
pub fn unindex(tx: &mut Tx, entries: &[Indexed]) -> Result<(), StoreError> {
    for (number, _, keys) in entries {
        let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
        let pairs = ledger_keys::table
            .filter(ledger_keys::key.eq_any(keys))
            .filter(ledger_keys::number.eq(number.0));
        diesel::delete(pairs).execute(tx.connection())?;
    }
    count(tx, entries, -1)
}

/// Takes these keys out of entries that no funder published, as far as they have them. Of
/// a key that no entry has any more nothing stays.
pub(super) fn drop_keys(tx: &mut Tx, numbers: &[i64], keys: &[Key]) -> Result<(), StoreError> {
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let there: Vec<(i64, i64)> = ledger_keys::table
        .filter(ledger_keys::key.eq_any(keys.clone()))
        .filter(ledger_keys::number.eq_any(numbers.to_vec()))
        .select((ledger_keys::key, ledger_keys::number))
        .load(tx.connection())?;
    let pairs = ledger_keys::table
        .filter(ledger_keys::key.eq_any(keys.clone()))
        .filter(ledger_keys::number.eq_any(numbers.to_vec()));
    diesel::delete(pairs).execute(tx.connection())?;
    let gone = there.into_iter().map(|(key, number)| {
        let number = EntryNumber(number);
        (number, false, vec![Key(key)])
    });
    count(tx, &gone.collect::<Vec<Indexed>>(), -1)?;
    let unused = ledger_key_counts::table
        .filter(ledger_key_counts::key.eq_any(keys))
        .filter(ledger_key_counts::published.eq(0_i64))
        .filter(ledger_key_counts::others.eq(0_i64));
    diesel::delete(unused).execute(tx.connection())?;
    Ok(())
}

/// Whole numbers are the only values that stand in the text of a statement: there are
/// too many to be bound one by one.
fn values(pairs: &[(i64, i64)]) -> String {
    let mut sql = String::with_capacity(pairs.len() * 28);
    for (at, (one, other)) in pairs.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(sql, "{comma}({one},{other})");
    }
    sql
}

/// How many entries have each of these keys; those without any are left out.
pub fn counts(reader: &mut Reader, keys: &[Key]) -> Result<BTreeMap<Key, Count>, StoreError> {
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let rows: Vec<(i64, i64, i64)> = ledger_key_counts::table
        .filter(ledger_key_counts::key.eq_any(keys))
        .select((
            ledger_key_counts::key,
            ledger_key_counts::published,
            ledger_key_counts::others,
        ))
        .load(reader.connection())?;
    let count = |(key, published, others)| (Key(key), Count { published, others });
    Ok(rows.into_iter().map(count).collect())
}

/// How many published grants the ledger has.
pub fn published(reader: &mut Reader) -> Result<i64, StoreError> {
    let found = counts(reader, &[Key(ALL)])?;
    Ok(found.values().next().map_or(0, |count| count.published))
}

/// An entry that shares keys, and what they weigh together.
#[derive(Debug, Clone, Copy, QueryableByName)]
#[diesel(check_for_backend(MultiBackend))]
pub struct Candidate {
    #[diesel(sql_type = BigInt)]
    pub number: i64,
    #[diesel(sql_type = BigInt)]
    pub weight: i64,
}

/// Entries that are looked at for each that is wanted, at first and where too few of them
/// count: what newer files say otherwise stands in the index as before, for it counts
/// again where such a file is taken out.
const SPARE: [usize; 2] = [4, 32];

/// The entries that count and share the weightiest of these keys, best first; newer first
/// among equals. Does not ask for reach: the entries are read next.
pub fn candidates(
    reader: &mut Reader,
    keys: &[(Key, i64)],
    limit: usize,
) -> Result<Vec<Candidate>, StoreError> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for spare in SPARE {
        let most = limit.saturating_mul(spare);
        found = best(reader, keys, most)?;
        let all = found.len() < most;
        leave_counting(reader, &mut found)?;
        if all || found.len() >= limit {
            break;
        }
    }
    found.truncate(limit);
    Ok(found)
}

/// Leaves out what does not count.
fn leave_counting(reader: &mut Reader, found: &mut Vec<Candidate>) -> Result<(), StoreError> {
    let numbers: Vec<i64> = found.iter().map(|one| one.number).collect();
    let numbers: Vec<i64> = counting()
        .filter(ledger_entries::number.eq_any(numbers))
        .select(ledger_entries::number)
        .load(reader.connection())?;
    let numbers: BTreeSet<i64> = numbers.into_iter().collect();
    found.retain(|one| numbers.contains(&one.number));
    Ok(())
}

fn best(
    reader: &mut Reader,
    keys: &[(Key, i64)],
    most: usize,
) -> Result<Vec<Candidate>, StoreError> {
    let pairs: Vec<(i64, i64)> = keys.iter().map(|(key, weight)| (key.0, *weight)).collect();
    let sql = format!(
        "SELECT k.number AS number, CAST(SUM(w.column2) AS BIGINT) AS weight \
         FROM (VALUES {}) AS w JOIN ledger_keys k ON k.key = w.column1 \
         GROUP BY k.number ORDER BY 2 DESC, 1 DESC LIMIT {most}",
        values(&pairs)
    );
    Ok(diesel::sql_query(sql).load(reader.connection())?)
}
