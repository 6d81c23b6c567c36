//! Letting somebody come back to an application: asked on a page of its own, with a
//! reason.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::words;
use crate::actions::{Refusal, conflict};
use crate::domain::{AccountId, ApplicationId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::{Reader, Tx, account};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ui::{Field, Link};
use crate::web::url;

/// What is posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct RemovalForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "conflict/removal.html")]
struct RemovalPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    heading: String,
    action: String,
    reason: Field,
    cancel: Link,
}

type Pair = (ApplicationId, AccountId);

fn pair(path: &(String, String)) -> Result<Pair, Fault> {
    let application = ApplicationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let person = AccountId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((application, person))
}

async fn load(visit: &Admin, pair: Pair) -> Result<(Subject, String), Fault> {
    let actor = visit.actor().clone();
    let load = move |reader: &mut Reader| {
        let Some(subject) = subject(reader, Reach::staff(&actor), pair.0)? else {
            return Ok(Err(Refusal::NotFound));
        };
        match conflict::may_lift(reader, &actor, pair) {
            Err(Refusal::Store(problem)) => return Err(problem),
            Err(refusal) => return Ok(Err(refusal)),
            Ok(_) => {}
        }
        let name = account::names(reader, &[pair.1])?.remove(&pair.1);
        Ok(Ok((subject, name.unwrap_or_default())))
    };
    visit.read(load).await?.map_err(Fault::from)
}

async fn page(
    visit: &Admin,
    pair: Pair,
    form: &RemovalForm,
    problems: &Problems,
) -> Result<RemovalPage, Fault> {
    let (subject, name) = load(visit, pair).await?;
    let (t, heading) = (
        visit.t,
        visit
            .t
            .with("conflict-removal-title", "name", name.as_str()),
    );
    let list = url::dossier_part(pair.0, "conflicts");
    let hint = "conflict-removal-reason-hint";
    Ok(RemovalPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(list.clone(), t.say("conflict-title")))
            .problems(t, problems),
        t,
        organisation: subject.organisation.name(t.language()).to_owned(),
        heading,
        action: format!("{list}/{}/removal", pair.1),
        reason: words::reason_field(t, problems, hint, &form.reason),
        cancel: Link::new(list, t.say("conflict-removal-cancel")),
    })
}

/// Asks for the reason.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let pair = pair(&path)?;
    let (form, problems) = (RemovalForm::default(), Problems::default());
    visit.page(&page(&visit, pair, &form, &problems).await?)
}

/// Lifts the conflict.
pub async fn remove(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<RemovalForm>,
) -> Result<HttpResponse, Fault> {
    let pair = pair(&path)?;
    let (actor, reason) = (visit.actor().clone(), form.reason.clone());
    let lift = move |tx: &mut Tx| conflict::lift(tx, &actor, pair, &reason);
    match visit.act(lift).await? {
        Ok(()) => {
            let list = url::dossier_part(pair.0, "conflicts");
            Ok(visit.see_with(&list, "notice-conflict-lifted"))
        }
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, pair, &form, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}
