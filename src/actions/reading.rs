//! That staff read what is protected, or took a copy of it along: noted in the audit log.
//! A page is loaded again and again, so one person's reading of the same thing is noted
//! once an hour; every copy is.

use super::Refusal;
use crate::domain::{AccountId, ApplicationId, Moment, OrganisationId};
use crate::store::{Reader, StoreError, Tx, audit, audit_at_by};

/// What is protected, beside what has a button of its own for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protected {
    /// Every answer of an application, also those that reviewers are not shown.
    Answers(ApplicationId),
    /// What referees said in confidence.
    Referees(ApplicationId),
    /// Likenesses of an organisation's names to entries of watch lists.
    ListHits(OrganisationId),
}

/// Minutes for which one note is enough.
const ENOUGH: i64 = 60;

/// What the log calls the reading, and of what it is.
fn told(what: Protected) -> (&'static str, (&'static str, String)) {
    let verb = match what {
        Protected::Answers(_) => "read_answers",
        Protected::Referees(_) => "read_referees",
        Protected::ListHits(_) => "read_list_hits",
    };
    let object = match what {
        Protected::Answers(id) | Protected::Referees(id) => ("application", id.to_string()),
        Protected::ListHits(id) => ("organisation", id.to_string()),
    };
    (verb, object)
}

/// Whether a person's reading was noted lately.
pub fn is_noted(
    reader: &mut Reader,
    person: AccountId,
    what: Protected,
    now: Moment,
) -> Result<bool, StoreError> {
    let (verb, (kind, id)) = told(what);
    let last = audit_at_by(reader, person, verb, (kind, &id))?;
    Ok(last.is_some_and(|at| at > now.plus_minutes(-ENOUGH)))
}

/// Notes it.
pub fn note(tx: &mut Tx, what: Protected) -> Result<(), Refusal> {
    let (verb, (kind, id)) = told(what);
    Ok(audit(tx, verb, (kind, &id), "", "")?)
}

/// Notes that copies of applications, of this kind, leave the house.
pub fn take_copies(tx: &mut Tx, applications: &[ApplicationId], kind: &str) -> Result<(), Refusal> {
    for id in applications {
        audit(tx, "take_copy", ("application", id.as_str()), "", kind)?;
    }
    Ok(())
}
