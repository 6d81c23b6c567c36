//! Letting a released matter be decided anew: to correct it, or because money was freed
//! for the reserve list.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::anew_place;
use crate::actions::decide::{Case, case};
use crate::actions::{Refusal, appeal as actions};
use crate::domain::appeal::{Cause, TEXT_MOST};
use crate::domain::{ApplicationId, Problems};
use crate::policy::Reach;
use crate::policy::appeal::MayReopen;
use crate::store::{Reader, Tx};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::ui::{Control, Field, Link};
use crate::web::url;

/// Why; a correction where nothing is said.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Why {
    cause: String,
}

/// A reason as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AnewForm {
    reason: String,
}

/// An appeal is answered on a page of its own.
fn cause(query: &Why) -> Cause {
    match Cause::from_code(&query.cause) {
        Some(Cause::Reserve) => Cause::Reserve,
        Some(Cause::Appeal | Cause::Correction) | None => Cause::Correction,
    }
}

async fn load(visit: &Admin, id: &str) -> Result<Case, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let (reach, now) = (Reach::staff(visit.actor()), visit.now());
    let find = move |reader: &mut Reader| case(reader, reach, id, now);
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn page(
    visit: &Admin,
    (case, cause): (&Case, Cause),
    (form, problems): (&AnewForm, &Problems),
) -> FormPage {
    let t = visit.t;
    let (ask, id) = (Fields { t, problems }, case.application.id);
    let (title, lead) = match cause {
        Cause::Reserve => ("reserve-move-up", "reserve-move-up-lead"),
        Cause::Appeal | Cause::Correction => ("anew-title", "anew-lead"),
    };
    let (heading, back) = (t.say(title), url::decision(id));
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("decision-title")))
            .problems(t, problems),
        over: case.application.reference.clone(),
        heading,
        lead: t.say(lead),
        action: format!("{}?cause={}", anew_place(id), cause.code()),
        fields: vec![Field {
            limit: Some(t.with("decision-limit", "most", TEXT_MOST)),
            ..ask.hinted(
                "reason",
                "anew-reason",
                "anew-reason-hint",
                &form.reason,
                Control::Area(4),
            )
        }],
        submit: t.say("anew-do"),
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

/// Asks why.
pub async fn show(visit: Admin, id: Path<String>, why: Query<Why>) -> Result<HttpResponse, Fault> {
    let found = load(&visit, &id).await?;
    MayReopen::on(visit.actor(), &found.matter, cause(&why))?;
    let fresh = (&AnewForm::default(), &Problems::default());
    visit.page(&page(&visit, (&found, cause(&why)), fresh))
}

/// Brings it back to deliberation.
pub async fn reopen(
    visit: Admin,
    id: Path<String>,
    why: Query<Why>,
    Form(form): Form<AnewForm>,
) -> Result<HttpResponse, Fault> {
    let found = load(&visit, &id).await?;
    let (id, cause) = (found.application.id, cause(&why));
    let (actor, typed) = (visit.actor().clone(), form.clone());
    let write = move |tx: &mut Tx| actions::reopen(tx, &actor, id, (cause, &typed.reason));
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&url::decision(id), "notice-anew")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, (&found, cause), (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}
