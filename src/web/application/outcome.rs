//! The released outcome of an application, as its applicants read it: the same
//! words that staff read before they release it.

use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::ApplicationRow;
use crate::store::{Reader, StoreError, decision, term};
use crate::web::decision::{Told, told};

/// The released outcome of an application within reach; nothing before its release.
pub fn outcome(
    reader: &mut Reader,
    t: Locale,
    reach: Reach,
    row: &ApplicationRow,
) -> Result<Option<Told>, StoreError> {
    let Some(released) = decision::released(reader, reach, row.id)? else {
        return Ok(None);
    };
    let terms = term::all(reader)?;
    Ok(told(t, &terms, &released))
}
