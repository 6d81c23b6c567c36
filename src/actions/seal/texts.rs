//! Texts of which those in clear are found by reading all of them: at the first start of a
//! release, and then once a day, for what a former release wrote that served beside this one.

use super::in_batches;
use crate::store::envelope::SealedBatch;
use crate::store::review_version::versions_batch;
use crate::store::vault::KeyId;
use crate::store::{Database, Stamp, StoreError, erasure, sealed_columns, sealed_mark};

const MINUTES_OF_A_DAY: i64 = 24 * 60;

/// Whether no start or look of this release found them all sealed yet.
pub(super) fn are_to_be_read(database: &Database) -> Result<bool, StoreError> {
    Ok(database.read(sealed_mark::looked_at)?.is_none())
}

/// Seals those that lie in clear, and notes it where none is left.
pub(super) fn seal_texts(
    database: &Database,
    stamp: &Stamp,
    key: KeyId,
) -> Result<SealedBatch, StoreError> {
    let mut sum = in_batches(database, stamp, (key, "reviews"), versions_batch)?;
    for of in sealed_columns::ALL {
        let done = in_batches(database, stamp, (key, of.table), |tx, after| {
            sealed_columns::seal_batch(tx, of, after)
        })?;
        sum.cleared += done.cleared;
        sum.left += done.left;
    }
    if sum.left == 0 {
        database.write(stamp.clone(), sealed_mark::set)?;
    }
    Ok(sum)
}

/// Looks once a day, and seals what lies in clear; answers how many values did. Nobody who
/// writes waits for the look.
pub fn look_daily(database: &Database, stamp: &Stamp) -> Result<usize, StoreError> {
    let Some(key) = database.vault().newest() else {
        return Ok(0);
    };
    let day_ago = stamp.now.plus_minutes(-MINUTES_OF_A_DAY);
    let looked = database.read(sealed_mark::looked_at)?;
    if looked.is_some_and(|at| at > day_ago) {
        return Ok(0);
    }
    if !database.snapshot(sealed_mark::is_untrue)? {
        database.write(stamp.clone(), sealed_mark::set)?;
        return Ok(0);
    }
    let cleared = seal_texts(database, stamp, key)?.cleared;
    if cleared > 0 {
        erasure::scrub(database, false)?;
    }
    Ok(cleared)
}
