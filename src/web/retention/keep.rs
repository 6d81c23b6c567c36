//! Keeping one application longer than its periods say.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::{PART, PLACE};
use crate::actions::{Refusal, retention as actions};
use crate::domain::{ApplicationId, Message, Problems};
use crate::policy::Reach;
use crate::store::retention::{self, KeepRow};
use crate::store::{Reader, Tx};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::ui::{Control, Link, Width};
use crate::web::url;

/// Why it is kept, and until when, as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct KeepForm {
    reason: String,
    until: String,
}

async fn load(visit: &Admin, id: ApplicationId) -> Result<(Subject, Option<KeepRow>), Fault> {
    let reach = Reach::staff(visit.actor());
    let find = move |reader: &mut Reader| {
        let Some(found) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let keep = retention::keep_of(reader, id)?;
        Ok(Some((found, keep)))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn page(
    visit: &Admin,
    (found, keep): (&Subject, Option<&KeepRow>),
    (form, problems): (&KeepForm, &Problems),
) -> FormPage {
    let (t, id) = (visit.t, found.row.id);
    let ask = Fields { t, problems };
    let heading = t.say("retention-keep");
    let day = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    let lead = keep.map_or_else(
        || t.say("retention-keep-lead"),
        |keep| {
            let line = Message::new("retention-keep-line")
                .with("who", keep.kept_by.as_str())
                .with("when", t.when(keep.kept_at, visit.zone()))
                .with("day", t.day(keep.until_on));
            t.tell(&line)
        },
    );
    FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(PLACE, t.say("retention-title")))
            .problems(t, problems),
        over: found.row.reference.clone(),
        heading,
        lead,
        action: url::dossier_part(id, PART),
        fields: vec![
            ask.field("reason", "hold-reason", &form.reason, Control::Area(3)),
            ask.hinted(
                "until",
                "retention-until",
                "filing-day-hint",
                &form.until,
                day,
            ),
        ],
        submit: t.say("retention-keep-save"),
        cancel: Link::new(url::dossier(id), t.say("admin-cancel")),
    }
}

/// Asks why an application is kept longer.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (found, keep) = load(&visit, id).await?;
    let form = keep
        .as_ref()
        .map_or_else(KeepForm::default, |keep| KeepForm {
            reason: keep.reason.clone(),
            until: keep.until_on.iso(),
        });
    let fresh = (&form, &Problems::default());
    visit.page(&page(&visit, (&found, keep.as_ref()), fresh))
}

/// Keeps it.
pub async fn keep(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<KeepForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (actor, typed) = (visit.actor().clone(), form.clone());
    let write = move |tx: &mut Tx| actions::keep(tx, &actor, id, (&typed.reason, &typed.until));
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(PLACE, "notice-retention-kept")),
        Err(Refusal::Invalid(problems)) => {
            let (found, keep) = load(&visit, id).await?;
            let typed = (&form, &problems);
            visit.refused(&page(&visit, (&found, keep.as_ref()), typed))
        }
        Err(other) => Err(other.into()),
    }
}
