//! Versions of lists, taken apart and kept in memory: that takes seconds for a long list,
//! and versions never change.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::ListVersionId;
use crate::domain::list_screening::Desk;
use crate::store::{Reader, StoreError, list_screening};

/// Versions that are kept: the lists of an installation.
const KEPT: usize = 12;

type Kept = VecDeque<(ListVersionId, Arc<Desk>)>;
static DESKS: Mutex<Kept> = Mutex::new(VecDeque::new());

/// A version in force, ready to be asked. Who asks for one that is being made waits for
/// it, so that it is made once.
pub fn desk(reader: &mut Reader, version: ListVersionId) -> Result<Arc<Desk>, StoreError> {
    let mut kept = DESKS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, found)) = kept.iter().find(|(id, _)| *id == version) {
        return Ok(Arc::clone(found));
    }
    let made = Arc::new(Desk::new(list_screening::records(reader, version)?));
    // The one before of a list goes when twelve younger ones were asked for.
    kept.truncate(KEPT - 1);
    kept.push_front((version, Arc::clone(&made)));
    Ok(made)
}
