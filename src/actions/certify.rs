//! Certifying the answers as they stand, and asking the owners to do it.

use super::application::{Opened, open};
use super::{Refusal, letters};
use crate::domain::answers::{Answers, check_submission};
use crate::domain::application::Status;
use crate::domain::certification::{Officer, Statement};
use crate::domain::member::MemberRole;
use crate::domain::{ApplicationId, Message, Problems};
use crate::policy::application::{MayCertify, MayEdit};
use crate::policy::clarification::MayAnswer;
use crate::policy::{Actor, Reach};
use crate::store::section::merged;
use crate::store::{
    StoreError, Tx, attachment, audit, certification, clarification, member, section, submission,
    throttle,
};

/// Times in an hour that the owners are asked about one application.
const MOST_REQUESTS: i32 = 3;

/// The answers of a draft as they stand.
pub(super) struct Ready {
    pub answers: Answers,
    pub digest: String,
    /// What keeps them from being certified and sent.
    pub problems: Problems,
}

/// Looks at the answers of a draft.
pub(super) fn ready(tx: &mut Tx, actor: &Actor, draft: &Opened) -> Result<Ready, StoreError> {
    let saved = section::of_application(tx, Reach::applicant(actor), draft.row.id)?;
    let mut answers = merged(&saved);
    let files = attachment::of_application(tx, Reach::applicant(actor), draft.row.id)?;
    attachment::add_to(&mut answers, &files);
    let mut problems = check_submission(&draft.form, &answers, &draft.bounds);
    for code in section::unconfirmed(&saved) {
        problems.add(code, Message::new("error-section-unconfirmed"));
    }
    Ok(Ready {
        digest: submission::digest(&answers),
        answers,
        problems,
    })
}

/// Certifies answers that lack nothing; sending them is another step.
pub fn certify(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    statement: &Statement,
) -> Result<(), Refusal> {
    let draft = open(tx, actor, id)?;
    let about = (id, draft.row.status);
    let window = draft.round.window(tx.now());
    let may = MayCertify::on(actor, draft.standing, about, window)?;
    let Ready {
        digest,
        mut problems,
        ..
    } = ready(tx, actor, &draft)?;
    match statement.read() {
        Ok(officer) if problems.is_empty() => Ok(keep(tx, &may, &officer, &digest)?),
        Ok(_) => Err(problems.into()),
        Err(more) => {
            problems.0.extend(more.0);
            Err(problems.into())
        }
    }
}

/// Keeps a certification.
pub(super) fn keep(
    tx: &mut Tx,
    may: &MayCertify,
    officer: &Officer,
    digest: &str,
) -> Result<(), StoreError> {
    certification::insert(tx, may, officer, digest)?;
    let application = may.application();
    let object = ("application", application.as_str());
    audit(tx, "certify", object, "", digest)
}

/// Whether these very answers were certified before; a statement typed now takes
/// the place of an earlier one.
pub(super) fn certified_before(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    (statement, digest): (&Statement, &str),
) -> Result<bool, StoreError> {
    let latest = certification::latest(tx, Reach::applicant(actor), id)?;
    let covers = latest.is_some_and(|latest| latest.given.covers(digest));
    Ok(covers && statement.is_empty())
}

/// Who certifies now; what the statement lacks joins the problems.
pub(super) fn officer(
    problems: &mut Problems,
    statement: &Statement,
    before: bool,
) -> Option<Officer> {
    if before {
        return None;
    }
    match statement.read() {
        Ok(officer) => Some(officer),
        Err(more) => {
            problems.0.extend(more.0);
            None
        }
    }
}

/// Writes to the owners, who can certify and send: a link, nothing else.
pub fn ask_to_certify(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    site: &str,
) -> Result<(), Refusal> {
    let opened = open(tx, actor, id)?;
    let page = certified_on(tx, actor, &opened)?;
    if throttle::hit(tx, &format!("certify:{id}"), 60)? > MOST_REQUESTS {
        return Err(Refusal::Stale(Message::new("stale-owners-asked")));
    }
    let people = member::of_organisation(tx, opened.row.organisation_id)?;
    let link = format!("{site}/applications/{id}/{page}");
    let words = ("mail-certify-subject", "mail-certify-body");
    for owner in people.iter().filter(|one| one.role == MemberRole::Owner) {
        letters::post(tx, owner.language, &owner.email, words, &link)?;
    }
    let object = ("application", id.as_str());
    audit(tx, "ask_to_certify", object, "", "")?;
    Ok(())
}

/// The page on which owners certify what this person may write: a draft, or the
/// answer to a clarification.
fn certified_on(tx: &mut Tx, actor: &Actor, opened: &Opened) -> Result<&'static str, Refusal> {
    let about = (opened.row.id, opened.row.status);
    if opened.row.status == Status::Draft {
        MayEdit::on(actor, opened.standing, about, opened.round.window(tx.now()))?;
        return Ok("check");
    }
    let all = clarification::of_application(tx, Reach::applicant(actor), opened.row.id)?;
    let last = all.first().ok_or(Refusal::NotFound)?;
    MayAnswer::on(actor, opened.standing, about, &last.asked(tx.now()))?;
    Ok("clarification/check")
}
