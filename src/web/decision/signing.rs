//! Signing a proposal off, and taking a decision back.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::page::DecisionPage;
use super::seen::{find, see};
use super::words::badge;
use crate::actions::{Refusal, decide};
use crate::domain::{ApplicationId, DecisionId};
use crate::policy::decision::MayDrop;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::list_screening::before_signature;
use crate::web::ui::{Badge, Link};
use crate::web::url;

/// The decision that the person has read.
#[derive(Deserialize)]
pub struct ReadForm {
    decision: String,
}

/// The same, with why an award goes ahead where hits are open or confirmed.
#[derive(Deserialize)]
pub struct SignForm {
    decision: String,
    #[serde(default)]
    list_reason: String,
    /// Why it goes ahead where due diligence left something open.
    #[serde(default)]
    diligence_reason: String,
}

fn ids(application: &str, decision: &str) -> Result<(ApplicationId, DecisionId), Fault> {
    let application = ApplicationId::parse(application).map_err(|_| Fault::NotFound)?;
    let decision = DecisionId::parse(decision).map_err(|_| Fault::Unreadable)?;
    Ok((application, decision))
}

/// Signs off.
pub async fn sign(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<SignForm>,
) -> Result<HttpResponse, Fault> {
    let (id, read) = ids(&id, &form.decision)?;
    before_signature(&visit, id).await?;
    let actor = visit.actor().clone();
    let (list, diligence) = (form.list_reason.clone(), form.diligence_reason.clone());
    let act = visit.act(move |tx| decide::sign(tx, &actor, id, read, (&list, &diligence)));
    match act.await? {
        Ok(()) => Ok(visit.see_with(&url::decision(id), "notice-signed-off")),
        Err(refusal) => {
            let typed = (&*form.list_reason, &*form.diligence_reason);
            reasoned(&visit, id, typed, refusal).await
        }
    }
}

/// Keeps why an award goes ahead, where nobody signs off.
pub async fn go_ahead(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<SignForm>,
) -> Result<HttpResponse, Fault> {
    let (id, read) = ids(&id, &form.decision)?;
    let actor = visit.actor().clone();
    let (list, diligence) = (form.list_reason.clone(), form.diligence_reason.clone());
    let act = visit.act(move |tx| decide::go_ahead(tx, &actor, id, read, (&list, &diligence)));
    match act.await? {
        Ok(()) => Ok(visit.see_with(&url::decision(id), "notice-list-acknowledged")),
        Err(refusal) => {
            let typed = (&*form.list_reason, &*form.diligence_reason);
            reasoned(&visit, id, typed, refusal).await
        }
    }
}

/// The decision page after a refusal that asks why an award goes ahead, with what was
/// typed.
async fn reasoned(
    visit: &Admin,
    id: ApplicationId,
    typed: (&str, &str),
    refusal: Refusal,
) -> Result<HttpResponse, Fault> {
    let Refusal::Invalid(problems) = refusal else {
        return Err(refusal.into());
    };
    let seen = see(visit, visit.actor(), id).await?;
    let page = DecisionPage::new(visit, visit.actor(), &seen, None);
    visit.refused(&page.reasoned(visit, &seen, (typed, &problems)))
}

/// Takes a decision back.
pub async fn drop(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<ReadForm>,
) -> Result<HttpResponse, Fault> {
    let (id, read) = ids(&id, &form.decision)?;
    let actor = visit.actor().clone();
    let act = visit.act_or_fault(move |tx| decide::drop(tx, &actor, id, read));
    act.await?;
    Ok(visit.see_with(&url::decision(id), "notice-dropped"))
}

/// Asks whether to take a decision back.
#[derive(Template)]
#[template(path = "decision/drop.html")]
struct DropPage {
    chrome: Chrome,
    heading: String,
    lead: String,
    title: String,
    reference: String,
    badge: Badge,
    decision: String,
    action: String,
    drop: String,
    keep: Link,
}

/// The question before a decision is taken back.
pub async fn show_drop(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let seen = find(&visit, visit.actor(), id).await?;
    let may = MayDrop::on(visit.actor(), &seen.case.matter)?;
    let open = seen.case.matter.open().ok_or(Fault::NotFound)?;
    let (t, place) = (visit.t, url::decision(id));
    let heading = t.say("decision-drop-title");
    visit.page(&DropPage {
        chrome: Chrome::new(&visit, &heading)
            .back(Link::new(place.clone(), t.say("decision-title"))),
        heading,
        lead: t.say("decision-drop-lead"),
        title: seen.case.application.title.clone(),
        reference: seen.case.application.reference.clone(),
        badge: badge(t, open),
        decision: may.decision().to_string(),
        action: format!("{place}/drop"),
        drop: t.say("decision-drop"),
        keep: Link::new(place, t.say("decision-keep")),
    })
}
