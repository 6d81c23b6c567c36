//! The warning beside an application whose organisation is on hold, and going past it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::place;
use crate::actions::{Refusal, hold as actions};
use crate::domain::account::Role;
use crate::domain::{ApplicationId, Message, Moment, Problems};
use crate::policy::{Actor, Reach};
use crate::store::application::ApplicationRow;
use crate::store::hold::{self, HoldRow};
use crate::store::{Reader, StoreError, Tx};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::ui::{Control, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// A hold that concerns an application.
pub struct Held {
    row: HoldRow,
    /// Why the application goes past it, who says so, and when.
    pass: Option<(String, String, Moment)>,
}

/// The hold of an application's organisation that stands.
pub fn held(reader: &mut Reader, row: &ApplicationRow) -> Result<Option<Held>, StoreError> {
    let Some(hold) = hold::standing(reader, row.organisation_id)? else {
        return Ok(None);
    };
    Ok(Some(Held {
        pass: hold::pass(reader, hold.id, row.id)?,
        row: hold,
    }))
}

/// The warning in words.
pub struct Warning {
    pub told: String,
    pub reason: String,
    /// That it goes past the hold, and why; empty where it doesn't.
    pub passed: String,
    pub pass_reason: String,
    pub hold: Link,
    /// Where one goes past it; nothing for who may not, or once that is done.
    pub pass: Option<Link>,
}

/// Words for a hold beside an application.
pub fn warning(visit: &Visit, actor: &Actor, id: ApplicationId, held: &Held) -> Warning {
    let t = visit.t;
    let told = Message::new("hold-line")
        .with("who", held.row.placed_by.as_str())
        .with("when", t.when(held.row.placed_at, visit.zone()))
        .with("day", t.day(held.row.review_on));
    let passed = held.pass.as_ref().map(|(_, who, at)| {
        let words = Message::new("hold-passed")
            .with("who", who.as_str())
            .with("when", t.when(*at, visit.zone()));
        t.tell(&words)
    });
    let may = actor.is(Role::Admin) && held.pass.is_none();
    let reason = held.pass.as_ref().map(|(reason, _, _)| reason.clone());
    Warning {
        told: t.tell(&told),
        reason: held.row.reason.clone(),
        passed: passed.unwrap_or_default(),
        pass_reason: reason.unwrap_or_default(),
        hold: Link::new(place(held.row.organisation_id), t.say("hold-see")),
        pass: may.then(|| Link::new(url::dossier_part(id, "hold"), t.say("hold-pass"))),
    }
}

/// Why it goes on all the same, as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct PassForm {
    reason: String,
}

async fn load(visit: &Admin, id: ApplicationId) -> Result<Subject, Fault> {
    let reach = Reach::staff(visit.actor());
    let find = move |reader: &mut Reader| {
        let Some(found) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let stands = hold::standing(reader, found.organisation.id)?.is_some();
        Ok(Some((found, stands)))
    };
    match visit.read(find).await?.ok_or(Fault::NotFound)? {
        (found, true) => Ok(found),
        (_, false) => Err(Fault::Stale(Message::new("stale-no-hold"))),
    }
}

fn page(visit: &Admin, found: &Subject, (form, problems): (&PassForm, &Problems)) -> FormPage {
    let (t, id) = (visit.t, found.row.id);
    let ask = Fields { t, problems };
    let back = url::dossier(id);
    let heading = t.say("hold-pass");
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("thread-dossier")))
            .problems(t, problems),
        over: found.organisation.name(t.language()).to_owned(),
        heading,
        lead: t.say("hold-pass-lead"),
        action: url::dossier_part(id, "hold"),
        fields: vec![ask.field("reason", "hold-pass-reason", &form.reason, Control::Area(3))],
        submit: t.say("hold-pass-save"),
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}

/// Asks why an application goes past the hold.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let found = load(&visit, id).await?;
    visit.page(&page(
        &visit,
        &found,
        (&PassForm::default(), &Problems::default()),
    ))
}

/// Lets it go past.
pub async fn pass(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<PassForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (actor, reason) = (visit.actor().clone(), form.reason.clone());
    let write = move |tx: &mut Tx| actions::pass(tx, &actor, id, &reason);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&url::dossier(id), "notice-hold-passed")),
        Err(Refusal::Invalid(problems)) => {
            let found = load(&visit, id).await?;
            visit.refused(&page(&visit, &found, (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}
