//! Asking for erasure, taking that back, and answering it: an account goes at once, an
//! organisation by a purge that a second admin confirms.

use super::{Refusal, access_token, letters, purge};
use crate::domain::erasure_request::{Whose, read_answer};
use crate::domain::purge::{Cause, Subject};
use crate::domain::{ErasureRequestId, OrganisationId};
use crate::policy::erasure_request::{MayAnswerErasure, MayAskErasure};
use crate::policy::{Actor, Reach};
use crate::store::erasure_request::{self as requests, RequestRow};
use crate::store::{Reader, StoreError, Tx, account, audit, erasure, member, organisation};

/// Asks for the erasure of one's own account.
pub fn ask_about_oneself(tx: &mut Tx, actor: &Actor) -> Result<(), Refusal> {
    let waits = waits(tx, Whose::Person(actor.id))?;
    let alone = requests::answers_alone(tx, actor.id)?;
    ask(tx, &MayAskErasure::of_oneself(actor, waits, alone)?)
}

/// Asks for the erasure of everything about one's organisation.
pub fn ask_about_organisation(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
) -> Result<(), Refusal> {
    let role = member::role(tx, actor.id, id)?;
    let waits = waits(tx, Whose::Organisation(id))?;
    ask(tx, &MayAskErasure::of_organisation(actor, id, role, waits)?)
}

fn waits(tx: &mut Tx, whose: Whose) -> Result<bool, Refusal> {
    let latest = requests::latest(tx, whose)?;
    Ok(latest.is_some_and(|row| row.waits()))
}

fn ask(tx: &mut Tx, may: &MayAskErasure) -> Result<(), Refusal> {
    requests::insert(tx, may)?;
    let whose = may.whose();
    audit(tx, "ask_erasure", (whose.code(), whose.id()), "", "asked")?;
    Ok(())
}

/// Takes back what one asked for, about oneself or one's organisation.
pub fn take_back(tx: &mut Tx, actor: &Actor, whose: Whose) -> Result<(), Refusal> {
    // Whoever may ask may take back: the same question, as if nothing waited.
    match whose {
        Whose::Person(_) => MayAskErasure::of_oneself(actor, false, false)?,
        Whose::Organisation(id) => {
            let role = member::role(tx, actor.id, id)?;
            MayAskErasure::of_organisation(actor, id, role, false)?
        }
    };
    if requests::take_back(tx, whose)? > 0 {
        let object = (whose.code(), whose.id());
        audit(tx, "take_back_erasure", object, "asked", "taken back")?;
    }
    Ok(())
}

/// A request within the reach of staff, with how many transfers to the organisation were
/// paid; none of a person.
pub fn find(
    reader: &mut Reader,
    reach: Reach,
    id: ErasureRequestId,
) -> Result<Option<(RequestRow, i64)>, StoreError> {
    let Some(row) = requests::by_id(reader, id)? else {
        return Ok(None);
    };
    match row.whose()? {
        Whose::Person(_) => Ok(Some((row, 0))),
        Whose::Organisation(of) => match organisation::find(reader, reach, of)? {
            Some(_) => Ok(Some((row, requests::paid(reader, of)?))),
            None => Ok(None),
        },
    }
}

/// Answers a request in the asker's language. What is granted about a person is erased
/// now; about an organisation a purge is proposed.
pub fn answer(
    tx: &mut Tx,
    actor: &Actor,
    id: ErasureRequestId,
    (answer, reason): (&str, &str),
    site: &str,
) -> Result<(), Refusal> {
    let (row, paid) = find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let may = MayAnswerErasure::on(actor, id, row.asked_by, row.waits())?;
    let answer = read_answer(answer, reason, paid > 0)?;
    let asker = account::by_id(tx, row.asked_by)?.ok_or(Refusal::NotFound)?;
    requests::answer(tx, &may, &answer)?;
    let whose = row.whose()?;
    let object = (whose.code(), whose.id());
    let told = if answer.granted { "granted" } else { "refused" };
    audit(tx, "answer_erasure", object, "asked", told)?;
    let (words, page) = match (answer.granted, whose) {
        (true, Whose::Person(one)) => {
            if requests::answers_alone(tx, one)? {
                MayAskErasure::of_oneself(actor, false, true)?;
            }
            access_token::end_all_of(tx, one)?;
            erasure::person(tx, one)?;
            (
                ("mail-erased-subject", "mail-erased-body"),
                "privacy".to_owned(),
            )
        }
        (true, Whose::Organisation(one)) => {
            let (subject, cause) = (Subject::Organisation(one), Cause::Request.code());
            purge::propose(tx, actor, subject, cause, site)?;
            let words = ("mail-erasing-subject", "mail-erasing-body");
            (words, format!("organisations/{one}/erasure"))
        }
        (false, Whose::Person(_)) => (
            ("mail-kept-subject", "mail-kept-body"),
            "account/erasure".to_owned(),
        ),
        (false, Whose::Organisation(one)) => (
            ("mail-kept-subject", "mail-kept-body"),
            format!("organisations/{one}/erasure"),
        ),
    };
    let link = format!("{site}/{page}");
    letters::post(tx, asker.language, &asker.email, words, &link)?;
    Ok(())
}
