//! Sending an application: once, whole, with a receipt.

use super::application::{Opened, open};
use super::section::keep_amount;
use super::{Refusal, carry, letters};
use crate::domain::answers::check_submission;
use crate::domain::application::Status;
use crate::domain::rate::Conversion;
use crate::domain::round::Window;
use crate::domain::{ApplicationId, Message};
use crate::policy::application::{MayEdit, may_submit};
use crate::policy::{Actor, Reach};
use crate::store::section::merged;
use crate::store::{Tx, application, attachment, audit, outbox, section, submission};

/// Sends an application that lacks nothing. A second press, or the back button,
/// finds it sent and changes nothing.
pub fn submit(tx: &mut Tx, actor: &Actor, id: ApplicationId, site: &str) -> Result<(), Refusal> {
    let draft = open(tx, actor, id)?;
    if is_sent(draft.row.status) {
        return Ok(());
    }
    let window = draft.round.window(tx.now());
    let may = may_submit(id, draft.row.status, window).map_err(Refusal::Stale)?;
    let reach = Reach::applicant(actor);
    let saved = section::of_application(tx, reach, id)?;
    let mut answers = merged(&saved);
    attachment::add_to(&mut answers, &attachment::of_application(tx, reach, id)?);
    let mut problems = check_submission(&draft.form, &answers, &draft.bounds);
    for code in section::unconfirmed(&saved) {
        problems.add(code, Message::new("error-section-unconfirmed"));
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let edit = MayEdit::on(actor, id, draft.row.status, window).map_err(Refusal::Stale)?;
    carry::keep_profile(tx, &edit, &draft, &answers)?;
    let late = window == Window::Late;
    let last = submission::latest(tx, reach, id)?.map_or(0, |sent| sent.version);
    let digest = submission::insert(tx, &may, (last, actor.id, late), &answers)?;
    application::set_submitted(tx, id, late)?;
    application::advance(tx, &may)?;
    let requested = keep_amount(tx, &draft, &answers)?;
    let conversion = requested.and_then(|measured| measured.conversion);
    let rate = conversion.map_or_else(String::new, |made| rate_note(&made));
    let after = format!("{} {digest}{rate}", may.to().code());
    let object = ("application", id.as_str());
    audit(tx, "submit", object, may.from().code(), &after)?;
    post_receipt(tx, actor, &draft, site)
}

/// How the request was converted, for the log.
fn rate_note(made: &Conversion) -> String {
    let (rate, day) = (made.rate.decimal(), made.day.iso());
    format!(" {} at {rate} of {day}", made.asked.currency.code())
}

/// Whether the application was sent and stays so.
fn is_sent(status: Status) -> bool {
    match status {
        Status::Submitted
        | Status::Ineligible
        | Status::InReview
        | Status::Deliberation
        | Status::Decided => true,
        Status::Draft | Status::Discarded | Status::Withdrawn => false,
    }
}

fn post_receipt(tx: &mut Tx, actor: &Actor, draft: &Opened, site: &str) -> Result<(), Refusal> {
    let link = format!("{site}/applications/{}/receipt", draft.row.id);
    let letter = letters::receipt(actor.language, &actor.email, &draft.row.reference, &link);
    outbox::post(tx, &letter)?;
    Ok(())
}
