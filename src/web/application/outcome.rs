//! The released outcome of an application, as its applicants read it.

use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::ApplicationRow;
use crate::store::{Reader, StoreError};

/// A released outcome in the reader's language.
pub struct OutcomeShown {
    pub heading: String,
    pub lead: String,
    /// The amount in words; empty where none is given.
    pub amount: String,
    pub conditions: Vec<String>,
    /// What the programme chose to tell; may be empty.
    pub feedback: String,
}

/// The released outcome of an application within reach; nothing before its release.
pub fn outcome(
    _reader: &mut Reader,
    _t: Locale,
    _reach: Reach,
    _row: &ApplicationRow,
) -> Result<Option<OutcomeShown>, StoreError> {
    Ok(None)
}
