//! Screening a submitted application: in, or out with a reason.

use super::{Refusal, letters};
use crate::domain::screening::{Screening, read_screening};
use crate::domain::{ApplicationId, Message};
use crate::policy::application::may_screen;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::{Tx, account, audit, outbox, screening, submission, term};

/// The list of reasons why an application can be out of scope.
pub const REASONS: &str = "ineligible_reason";

/// Screens an application and tells who sent it, by a letter that holds only a
/// link. `posted` is outcome, reason and note.
pub fn screen(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    posted: (&str, &str, &str),
    site: &str,
) -> Result<(), Refusal> {
    let reach = Reach::staff(actor);
    let row = application::find(tx, reach, id)?.ok_or(Refusal::NotFound)?;
    // Whether it can be screened at all comes before what was typed.
    may_screen(actor, id, row.status, true).map_err(Refusal::Stale)?;
    let terms = term::all(tx)?;
    let reasons: Vec<&str> = terms
        .iter()
        .filter(|term| term.list == REASONS)
        .map(|term| term.code.as_str())
        .collect();
    let found = read_screening(posted, &reasons)?;
    let may =
        may_screen(actor, id, row.status, found.verdict.eligible()).map_err(Refusal::Stale)?;
    screening::insert(tx, &may, &found, actor.id)?;
    application::advance(tx, &may)?;
    let after = match found.verdict.reason() {
        Some(reason) => format!("{} {reason}", may.to().code()),
        None => may.to().code().to_owned(),
    };
    audit(
        tx,
        "screen",
        ("application", id.as_str()),
        may.from().code(),
        &after,
    )?;
    tell_submitter(tx, (reach, &row), &found, site)
}

fn tell_submitter(
    tx: &mut Tx,
    (reach, row): (Reach, &ApplicationRow),
    found: &Screening,
    site: &str,
) -> Result<(), Refusal> {
    let sent = submission::latest(tx, reach, row.id)?;
    let submitter = sent.map_or(row.created_by, |sent| sent.submitted_by);
    let Some(person) = account::by_id(tx, submitter)? else {
        return Err(Refusal::Stale(Message::new("fault-stale-lead")));
    };
    let words = if found.verdict.eligible() {
        ("mail-screened-in-subject", "mail-screened-in-body")
    } else {
        ("mail-screened-out-subject", "mail-screened-out-body")
    };
    let link = format!("{site}/applications/{}", row.id);
    let letter = letters::with_link(person.language, &person.email, words, &link);
    outbox::post(tx, &letter)?;
    Ok(())
}
