//! What staff do to a meeting with one press: propose, add, move, remove, open, call.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::place;
use crate::actions::Refusal;
use crate::actions::arrange_meeting::remove_item;
use crate::actions::arrange_meeting::{Proposal, add_item, move_item as step, propose_order};
use crate::actions::chair_meeting::{Target, call_item, open_meeting};
use crate::domain::meeting::{Step, Way};
use crate::domain::{ApplicationId, MeetingId, Message};
use crate::policy::Actor;
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;

type Key = Path<(String, String)>;
type ItemKey = Path<(String, String, String)>;

/// Runs an act on a meeting and leads back to it.
async fn act(
    visit: &Admin,
    (slug, id): (&str, MeetingId),
    notice: Option<&'static str>,
    mut work: impl FnMut(&mut Tx, &Actor, (&str, MeetingId)) -> Result<(), Refusal> + Send + 'static,
) -> Result<HttpResponse, Fault> {
    let (actor, own) = (visit.actor().clone(), slug.to_owned());
    visit
        .act_or_fault(move |tx| work(tx, &actor, (&own, id)))
        .await?;
    let back = place::chair(slug, id);
    Ok(match notice {
        Some(notice) => visit.see_with(&back, notice),
        None => visit.see(&back),
    })
}

/// By what an order is proposed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ProposalForm {
    by: String,
}

/// Proposes the running order.
pub async fn propose(
    visit: Admin,
    path: Key,
    Form(form): Form<ProposalForm>,
) -> Result<HttpResponse, Fault> {
    let id = place::read(&path.1)?;
    let proposal = Proposal::from_code(&form.by).ok_or(Fault::Unreadable)?;
    let notice = Some("notice-meeting-ordered");
    act(&visit, (&path.0, id), notice, move |tx, actor, key| {
        propose_order(tx, actor, key, proposal)
    })
    .await
}

/// Which application is added.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddForm {
    application: String,
}

/// Adds an application at the end.
pub async fn add(
    visit: Admin,
    path: Key,
    Form(form): Form<AddForm>,
) -> Result<HttpResponse, Fault> {
    let id = place::read(&path.1)?;
    let application = ApplicationId::parse(&form.application).ok();
    let notice = Some("notice-meeting-added");
    act(&visit, (&path.0, id), notice, move |tx, actor, key| {
        let wrong = || Refusal::field("application", Message::new("error-choice"));
        add_item(tx, actor, key, application.ok_or_else(wrong)?)
    })
    .await
}

/// Where to.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MoveForm {
    to: String,
}

/// Moves an application one place.
pub async fn move_item(
    visit: Admin,
    path: ItemKey,
    Form(form): Form<MoveForm>,
) -> Result<HttpResponse, Fault> {
    let (id, application) = (place::read(&path.1)?, place::read_application(&path.2)?);
    let to = Step::from_code(&form.to).ok_or(Fault::Unreadable)?;
    act(&visit, (&path.0, id), None, move |tx, actor, key| {
        step(tx, actor, key, (application, to))
    })
    .await
}

/// Takes an application out of the order.
pub async fn remove(visit: Admin, path: ItemKey, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let (id, application) = (place::read(&path.1)?, place::read_application(&path.2)?);
    let notice = Some("notice-meeting-removed");
    act(&visit, (&path.0, id), notice, move |tx, actor, key| {
        remove_item(tx, actor, key, application)
    })
    .await
}

/// Opens the meeting.
pub async fn open(visit: Admin, path: Key, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let id = place::read(&path.1)?;
    let notice = Some("notice-meeting-opened");
    act(&visit, (&path.0, id), notice, open_meeting).await
}

/// What is put in front, and what was there on the page.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TurnForm {
    to: String,
    present: String,
}

impl TurnForm {
    fn target(&self) -> Result<Target, Fault> {
        match self.to.as_str() {
            "next" => Ok(Target::Beside(Way::Next)),
            "previous" => Ok(Target::Beside(Way::Previous)),
            other => {
                let id = ApplicationId::parse(other);
                id.map(Target::Item).map_err(|_| Fault::Unreadable)
            }
        }
    }
}

/// Puts an application in front of everybody.
pub async fn call(
    visit: Admin,
    path: Key,
    Form(form): Form<TurnForm>,
) -> Result<HttpResponse, Fault> {
    let id = place::read(&path.1)?;
    let target = form.target()?;
    let shown = ApplicationId::parse(&form.present).ok();
    act(&visit, (&path.0, id), None, move |tx, actor, key| {
        call_item(tx, actor, key, (target, shown))
    })
    .await
}
