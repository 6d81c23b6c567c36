//! Asking to look again at a released decision, answering, and letting a matter be
//! decided anew. The former decision stays as it is; a new one corrects it.

use super::application::standing;
use super::decide::{Case, case};
use super::{Refusal, letters};
use crate::domain::account::Role;
use crate::domain::appeal::{Appeal, Cause, read_answer, read_words};
use crate::domain::decision::Decision;
use crate::domain::{AppealId, ApplicationId};
use crate::policy::appeal::{MayAnswerAppeal, MayAppeal, MayReopen};
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::{Reader, StoreError, Tx, appeal, audit, decision, discussion, letter};

/// The latest released decision of an application, and the appeal against it.
pub type Told = (Option<Decision>, Option<Appeal>);

/// Reads both for an application within reach.
pub fn told(reader: &mut Reader, reach: Reach, id: ApplicationId) -> Result<Told, StoreError> {
    let released = decision::released(reader, reach, id)?;
    let Some(released) = released else {
        return Ok((None, None));
    };
    let mut all = appeal::of_application(reader, id)?.into_iter();
    let own = all.find(|one| one.decision == released.id);
    Ok((Some(released), own))
}

/// Whether a person may ask to look again, as things stand.
pub fn may_raise(
    reader: &mut Reader,
    actor: &Actor,
    row: &ApplicationRow,
) -> Result<MayAppeal, Refusal> {
    let standing = standing(reader, actor, row)?.ok_or(Refusal::NotFound)?;
    let (released, before) = told(reader, Reach::applicant(actor), row.id)?;
    let stands = (row.status, released.as_ref());
    Ok(MayAppeal::on((actor, standing), stands, before.as_ref())?)
}

/// Asks to look again. Admins who may see the application are written to.
pub fn raise(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    words: &str,
    site: &str,
) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::applicant(actor), id)?.ok_or(Refusal::NotFound)?;
    let may = may_raise(tx, actor, &row)?;
    let words = read_words("words", words)?;
    let made = appeal::insert(tx, &may, &words)?;
    let object = ("decision", may.decision());
    let object = (object.0, object.1.as_str());
    audit(tx, "raise_appeal", object, "", made.as_str())?;
    let link = format!("{site}/admin/applications/{id}/decision/appeal");
    let words = ("mail-appeal-subject", "mail-appeal-body");
    for one in discussion::staff(tx, &row, &[Role::Admin])? {
        let to = one.recipient;
        letters::post(tx, to.language, &to.email, words, &link)?;
    }
    Ok(())
}

/// Answers an appeal; one that is upheld lets the matter be decided anew. Who asked is
/// written to.
pub fn answer(
    tx: &mut Tx,
    actor: &Actor,
    (id, read): (ApplicationId, AppealId),
    (upheld, words): (&str, &str),
    site: &str,
) -> Result<(), Refusal> {
    let now = tx.now();
    let case = case(tx, Reach::staff(actor), id, now)?.ok_or(Refusal::NotFound)?;
    let mut all = appeal::of_application(tx, id)?.into_iter();
    let found = all.find(|one| one.id == read).ok_or(Refusal::NotFound)?;
    let mut past = case.history.iter();
    let about = past.find(|one| one.id == found.decision);
    let about = about.ok_or(Refusal::NotFound)?;
    let may = MayAnswerAppeal::on(actor, about, &found)?;
    let (upheld, words) = read_answer(upheld, words)?;
    appeal::answer(tx, &may, (upheld, &words))?;
    let after = if upheld { "upheld" } else { "not_upheld" };
    let object = ("decision", about.id.as_str());
    audit(tx, "answer_appeal", object, read.as_str(), after)?;
    if upheld && case.matter.open().is_some_and(|open| open.id == about.id) {
        put_back(tx, actor, &case, (Cause::Appeal, &words))?;
    }
    let link = format!("{site}/applications/{id}");
    let words = ("mail-appeal-answered-subject", "mail-appeal-answered-body");
    let to = letter::addressees(tx, &[&case.application])?.remove(&id);
    for one in to.unwrap_or_default() {
        letters::post(tx, one.language, &one.email, words, &link)?;
    }
    Ok(())
}

/// Lets a matter be decided anew, for a reason.
pub fn reopen(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    (cause, reason): (Cause, &str),
) -> Result<(), Refusal> {
    let now = tx.now();
    let case = case(tx, Reach::staff(actor), id, now)?.ok_or(Refusal::NotFound)?;
    // What may not be is said before what is missing.
    MayReopen::on(actor, &case.matter, cause)?;
    let reason = read_words("reason", reason)?;
    put_back(tx, actor, &case, (cause, &reason))
}

fn put_back(
    tx: &mut Tx,
    actor: &Actor,
    case: &Case,
    (cause, reason): (Cause, &str),
) -> Result<(), Refusal> {
    let may = MayReopen::on(actor, &case.matter, cause)?;
    appeal::reopen(tx, &may, reason)?;
    let (application, advance) = (may.application(), may.advance());
    let object = ("application", application.as_str());
    let (from, to) = (advance.from().code(), advance.to().code());
    audit(tx, "decide_anew", object, from, to)?;
    Ok(())
}
