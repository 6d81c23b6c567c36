//! Sending an application: once, whole, certified, with a receipt.

use super::application::{Opened, open};
use super::certify::{Ready, certified_before, keep, officer, ready};
use super::section::keep_amount;
use super::{Refusal, carry, ledger, letters, overlap, pressure};
use crate::domain::ApplicationId;
use crate::domain::Language;
use crate::domain::allocation::Traits;
use crate::domain::answers::Answers;
use crate::domain::application::Status;
use crate::domain::certification::Statement;
use crate::domain::member::MemberRole;
use crate::domain::rate::Conversion;
use crate::domain::round::Window;
use crate::policy::application::{MayCertify, MayEdit, may_submit};
use crate::policy::pressure::MayTakeOver;
use crate::policy::{Actor, Reach};
use crate::store::{Tx, allocation, application, audit, member, organisation, outbox, submission};

/// Sends an application that lacks nothing and whose answers are certified as they
/// stand, now by `statement` or before. A second press, or the back button, finds
/// it sent and changes nothing.
pub fn submit(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    statement: &Statement,
    site: &str,
) -> Result<(), Refusal> {
    let draft = open(tx, actor, id)?;
    if is_sent(draft.row.status) {
        return Ok(());
    }
    let about = (id, draft.row.status);
    let window = draft.round.window(tx.now());
    let Ready {
        answers,
        digest,
        mut problems,
    } = ready(tx, actor, &draft)?;
    let before = certified_before(tx, actor, id, (statement, &digest))?;
    let certifying = MayCertify::on(actor, draft.standing, about, window)?;
    let officer = if problems.is_empty() || !statement.is_empty() {
        officer(&mut problems, statement, before)
    } else {
        // Nobody is asked to certify what can't be sent yet.
        None
    };
    if !problems.is_empty() {
        return Err(problems.into());
    }
    if let Some(officer) = &officer {
        keep(tx, &certifying, officer, &digest)?;
    }
    let certified = before || officer.is_some();
    let may = may_submit(draft.standing, about, window, certified)?;
    let edit = MayEdit::on(actor, draft.standing, about, window)?;
    carry::keep_profile(tx, &edit, &draft, &answers)?;
    let late = window == Window::Late;
    let reach = Reach::applicant(actor);
    let last = submission::latest(tx, reach, id)?.map_or(0, |sent| sent.version);
    let digest = submission::insert(tx, &may, (last, actor.id, late), &answers)?;
    application::set_submitted(tx, id, late)?;
    allocation::set_traits(tx, id, &Traits::of(&answers))?;
    application::advance(tx, &may)?;
    if let Some(may) = MayTakeOver::on(actor.id, (id, may.to()), draft.row.organisation_id) {
        pressure::take_over(tx, &may, (&draft.form, &answers), last + 1)?;
    }
    let requested = keep_amount(tx, &draft, &answers)?;
    let conversion = requested.and_then(|measured| measured.conversion);
    let rate = conversion.map_or_else(String::new, |made| rate_note(&made));
    let after = format!("{} {digest}{rate}", may.to().code());
    let object = ("application", id.as_str());
    audit(tx, "submit", object, may.from().code(), &after)?;
    note_evidence(tx, &draft, &answers)?;
    post_receipts(tx, actor, &draft, site)
}

/// What a version that was sent says of support goes into the ledger, and overlaps with
/// it are looked for.
pub(super) fn note_evidence(tx: &mut Tx, draft: &Opened, answers: &Answers) -> Result<(), Refusal> {
    let row = &draft.row;
    let owner = organisation::by_ids(tx, &[row.organisation_id])?.pop();
    let owner = owner.ok_or(Refusal::NotFound)?;
    ledger::take_over(tx, (row.id, &row.reference), &owner, answers)?;
    overlap::look_at(tx, row.id, &owner, answers)?;
    Ok(())
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

/// To who sent it; when staff filed it, to the organisation's owners as well.
fn post_receipts(tx: &mut Tx, actor: &Actor, draft: &Opened, site: &str) -> Result<(), Refusal> {
    let mut readers: Vec<(Language, String)> = vec![(actor.language, actor.email.clone())];
    if draft.standing.is_filer() {
        let people = member::of_organisation(tx, draft.row.organisation_id)?;
        let owners = people
            .into_iter()
            .filter(|one| one.role == MemberRole::Owner);
        readers.extend(owners.map(|one| (one.language, one.email)));
    }
    let link = format!("{site}/applications/{}/receipt", draft.row.id);
    for (language, email) in readers {
        let letter = letters::receipt(language, &email, &draft.row.reference, &link);
        outbox::post_receipt(tx, &letter, draft.row.id)?;
    }
    Ok(())
}
