//! The released outcome of an application, as its applicants read it: the same
//! words that staff read before they release it.

use crate::domain::application::Status;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::ApplicationRow;
use crate::store::{Reader, StoreError, decision, screening, term};
use crate::web::decision::{Told, told};
use crate::web::words;

/// The released outcome of an application within reach; nothing before its release.
pub fn outcome(
    reader: &mut Reader,
    t: Locale,
    reach: Reach,
    row: &ApplicationRow,
) -> Result<Option<Told>, StoreError> {
    if row.status == Status::Ineligible {
        return not_eligible(reader, t, row);
    }
    let Some(released) = decision::released(reader, reach, row.id)? else {
        return Ok(None);
    };
    let terms = term::all(reader)?;
    Ok(told(t, &terms, &released))
}

/// Why it was found not eligible: the reason that staff chose, never their note.
fn not_eligible(
    reader: &mut Reader,
    t: Locale,
    row: &ApplicationRow,
) -> Result<Option<Told>, StoreError> {
    let Some(found) = screening::latest(reader, row.id)? else {
        return Ok(None);
    };
    let terms = term::all(reader)?;
    let reason = found.screening.verdict.reason().unwrap_or_default();
    Ok(Some(Told {
        heading: t.say("outcome-not-eligible"),
        lead: words::term(t, &terms, "ineligible_reason", reason),
        ..Told::default()
    }))
}
