//! Sealing the content of files that lie in clear.

use super::note;
use crate::domain::FileId;
use crate::domain::file::FileSecret;
use crate::files::{Storage, Unready};
use crate::store::envelope::SealedBatch;
use crate::store::vault::KeyId;
use crate::store::{Database, Reader, Stamp, StoreError, Tx, attachment, engagement};

/// Files of one table: which of them lie in clear, and how one is moved.
pub(super) type Files = (
    fn(&mut Reader, &str) -> Result<Vec<(FileId, String)>, StoreError>,
    Move,
);
type Move = fn(&mut Tx, (FileId, &str), (&str, &FileSecret)) -> Result<bool, StoreError>;

pub(super) const DOCUMENTS: Files = (attachment::in_clear, attachment::move_content);
pub(super) const LOGGED: Files = (engagement::uploads_in_clear, engagement::move_upload);

/// Seals the content of files that lie in clear, one by one: each lies sealed before its
/// row says so, and goes in clear after that.
pub(super) fn seal_files(
    (database, storage): (&Database, &Storage),
    stamp: &Stamp,
    key: KeyId,
    (in_clear, moved): Files,
) -> Result<SealedBatch, StoreError> {
    let mut sum = SealedBatch::default();
    let mut after = String::new();
    loop {
        let waiting = database.read(|reader| in_clear(reader, &after))?;
        let Some((last, _)) = waiting.last() else {
            return Ok(sum);
        };
        after = last.to_string();
        // A start does not wait for each of them at a bucket that is away.
        if let Err(Unready::Settings(told) | Unready::Away(told)) = storage.check() {
            tracing::warn!(told, "files are not sealed");
            sum.left += waiting.len();
            return Ok(sum);
        }
        for one in &waiting {
            let done = seal_file((database, storage), (stamp, key), moved, one)?;
            sum.cleared += usize::from(done == Some(true));
            sum.left += usize::from(done.is_none());
        }
    }
}

/// Seals the content of one file: false where somebody was faster, nothing where it can't
/// be now.
fn seal_file(
    (database, storage): (&Database, &Storage),
    (stamp, key): (&Stamp, KeyId),
    moved: Move,
    (id, from): &(FileId, String),
) -> Result<Option<bool>, StoreError> {
    let (to, secret) = match storage.seal_kept(from) {
        Ok(made) => made,
        Err(problem) => {
            tracing::warn!(file = %id, %problem, "a file is not sealed");
            return Ok(None);
        }
    };
    let written = database.write(stamp.clone(), |tx| {
        let done = moved(tx, (*id, from), (&to, &secret))?;
        let one = SealedBatch {
            cleared: usize::from(done),
            ..SealedBatch::default()
        };
        note(tx, (key, "files"), &one)?;
        Ok::<_, StoreError>(done)
    });
    let (done, needless) = match written {
        Ok(true) => (Some(true), from),
        Ok(false) => (Some(false), &to),
        Err(StoreError::Sealed(problem)) => {
            tracing::warn!(file = %id, %problem, "a file is not sealed");
            (None, &to)
        }
        // Whether a row names it is not known: sweeping finds out.
        Err(other) => return Err(other),
    };
    if let Err(problem) = storage.remove(needless) {
        tracing::warn!(file = %id, %problem, "what no row names stays until the next sweep");
    }
    Ok(done)
}
