//! Writing into the thread of an application, marking it as read, and saying
//! that a message needs no answer. Letters tell that a message came, never what
//! it says.

use super::Refusal;
use super::notices::{News, tell};
use crate::domain::notice::NoticeKind;
use crate::domain::thread::read_body;
use crate::domain::{ApplicationId, Message, MessageId};
use crate::policy::thread::MayWrite;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow};
use crate::store::{Tx, audit, notice, thread};

/// A message as posted.
#[derive(Debug, Clone)]
pub struct TypedMessage {
    pub body: String,
    /// Made with the page: a second press posts nothing.
    pub press: String,
}

/// Letters that tell of a message.
const WORDS: (&str, &str) = ("mail-message-subject", "mail-message-body");

/// Posts a message of the applicant; staff are told.
pub fn write_as_member(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    typed: &TypedMessage,
    site: &str,
) -> Result<(), Refusal> {
    let row = application::find(tx, Reach::applicant(actor), id)?.ok_or(Refusal::NotFound)?;
    let may = MayWrite::as_member(actor, id, row.status).map_err(Refusal::Stale)?;
    if !post(tx, &may, typed)? {
        return Ok(());
    }
    thread::mark_read(tx, actor.id, id)?;
    let link = format!("{site}/admin/applications/{id}/thread");
    let staff = notice::staff(tx, id)?;
    tell(tx, &staff, actor.id, &news(id, &link))?;
    Ok(())
}

/// Posts a message of the programme; every member is told.
pub fn write_as_staff(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
    typed: &TypedMessage,
    site: &str,
) -> Result<(), Refusal> {
    let (row, may) = for_staff(tx, actor, id)?;
    if !post(tx, &may, typed)? {
        return Ok(());
    }
    thread::settle(tx, &may)?;
    let link = format!("{site}/applications/{id}/thread");
    let members = notice::members(tx, row.organisation_id)?;
    tell(tx, &members, actor.id, &news(id, &link))?;
    Ok(())
}

fn news(application: ApplicationId, link: &str) -> News<'_> {
    News {
        application,
        kind: NoticeKind::Message,
        words: WORDS,
        link,
    }
}

fn for_staff(
    tx: &mut Tx,
    actor: &Actor,
    id: ApplicationId,
) -> Result<(ApplicationRow, MayWrite), Refusal> {
    let row = application::find(tx, Reach::staff(actor), id)?.ok_or(Refusal::NotFound)?;
    let may = MayWrite::as_staff(actor, id).map_err(Refusal::Denied)?;
    Ok((row, may))
}

/// Adds the message; whether it was not there already.
fn post(tx: &mut Tx, may: &MayWrite, typed: &TypedMessage) -> Result<bool, Refusal> {
    // A page always brings one; a text of another shape would not be a key.
    let press = MessageId::parse(&typed.press);
    let press = press.map_err(|_| Refusal::Stale(Message::new("stale-thread-page")))?;
    let id = may.application();
    if thread::is_posted(tx, id, press.as_str())? {
        return Ok(false);
    }
    let body = read_body(&typed.body).map_err(|message| Refusal::field("body", message))?;
    let message = thread::insert(tx, may, press.as_str(), &body)?;
    let object = ("application", id.as_str());
    audit(tx, "write_message", object, "", message.as_str())?;
    Ok(true)
}

/// Notes that a member has read the thread; they need no letter about it any more.
pub fn mark_read(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), Refusal> {
    application::find(tx, Reach::applicant(actor), id)?.ok_or(Refusal::NotFound)?;
    thread::mark_read(tx, actor.id, id)?;
    notice::drop_waiting(tx, actor.id, Some(id))?;
    audit(tx, "read_messages", ("application", id.as_str()), "", "")?;
    Ok(())
}

/// Notes that what the applicant wrote needs no answer.
pub fn settle(tx: &mut Tx, actor: &Actor, id: ApplicationId) -> Result<(), Refusal> {
    let (_, may) = for_staff(tx, actor, id)?;
    let settled = thread::settle(tx, &may)?;
    if settled > 0 {
        let object = ("application", id.as_str());
        audit(tx, "settle_messages", object, &settled.to_string(), "0")?;
    }
    Ok(())
}
