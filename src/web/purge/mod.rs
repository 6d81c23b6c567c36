//! The emergency purge of an organisation or a round: what it takes, who proposed it, and
//! the button of the second admin.

mod backups;
mod shown;

pub use self::shown::badge;

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use self::shown::page;
use super::access::{Admin, JustNow};
use super::errors::Fault;
use super::forms::Form;
use super::organisation::desk_of;
use super::registrar::Registrar;
use super::round::load;
use super::ui::Link;
use super::url;
use super::waiting::{ROUND, wait};
use crate::actions::{Refusal, purge as actions};
use crate::domain::purge::Subject;
use crate::domain::{Problems, PurgeId};
use crate::policy::Reach;
use crate::store::{Database, Tx};

/// The last part of the address.
pub const PART: &str = "purge";

/// The routes of purges.
pub fn routes(routes: &mut Registrar) {
    routes.get(
        "/admin/organisations/{organisation}/purge",
        of_organisation::show,
    );
    routes.post(
        "/admin/organisations/{organisation}/purge",
        of_organisation::propose,
    );
    routes.post(
        "/admin/organisations/{organisation}/purge/confirm",
        of_organisation::confirm,
    );
    routes.post(
        "/admin/organisations/{organisation}/purge/withdrawal",
        of_organisation::take_back,
    );
    routes.post(
        "/admin/organisations/{organisation}/purge/backups",
        of_organisation::replace_backups,
    );
    routes.get("/admin/rounds/{slug}/purge", of_round::show);
    routes.post("/admin/rounds/{slug}/purge", of_round::propose);
    routes.post("/admin/rounds/{slug}/purge/confirm", of_round::confirm);
    routes.post("/admin/rounds/{slug}/purge/withdrawal", of_round::take_back);
    routes.post(
        "/admin/rounds/{slug}/purge/backups",
        of_round::replace_backups,
    );
}

/// A purge as posted: proposed, confirmed, taken back, or after it.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct PurgeForm {
    cause: String,
    /// Which one is confirmed or taken back, or is done.
    purge: String,
}

/// What a page is about.
struct Target {
    subject: Subject,
    name: String,
    place: String,
    back: Link,
}

async fn find_organisation(visit: &Admin, id: &str) -> Result<Target, Fault> {
    let found = desk_of(visit, Reach::staff(visit.actor()), id).await?;
    let name = found.name(visit.t.language()).to_owned();
    Ok(Target {
        subject: Subject::Organisation(found.id),
        place: url::desk_part(found.id, PART),
        back: Link::new(url::desk_part(found.id, ""), name.as_str()),
        name,
    })
}

async fn find_round(visit: &Admin, slug: &str) -> Result<Target, Fault> {
    let found = load(visit, slug).await?;
    let name = found.title.get(visit.t.language()).to_owned();
    Ok(Target {
        subject: Subject::Round(found.id),
        place: url::admin_round_part(&found.slug, PART),
        back: Link::new(url::admin_round(&found.slug), name.as_str()),
        name,
    })
}

/// The handlers of one kind of subject, each of which finds it first.
macro_rules! handlers {
    ($name:ident, $find:path) => {
        mod $name {
            use super::{
                Admin, Fault, Form, HttpResponse, JustNow, Path, Problems, PurgeForm, page,
            };

            /// What a purge would take, and where one stands.
            pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
                let target = $find(&visit, &id).await?;
                let fresh = (&PurgeForm::default(), &Problems::default());
                visit.page(&page(&visit, &target, fresh).await?)
            }

            /// Proposes it.
            pub async fn propose(
                visit: JustNow<Admin>,
                id: Path<String>,
                Form(form): Form<PurgeForm>,
            ) -> Result<HttpResponse, Fault> {
                let target = $find(&visit, &id).await?;
                super::propose(&visit, &target, &form).await
            }

            /// Carries it out.
            pub async fn confirm(
                visit: JustNow<Admin>,
                id: Path<String>,
                Form(form): Form<PurgeForm>,
            ) -> Result<HttpResponse, Fault> {
                let target = $find(&visit, &id).await?;
                super::confirm(&visit, &target, &form).await
            }

            /// Takes it back.
            pub async fn take_back(
                visit: Admin,
                id: Path<String>,
                Form(form): Form<PurgeForm>,
            ) -> Result<HttpResponse, Fault> {
                let target = $find(&visit, &id).await?;
                super::take_back(&visit, &target, &form).await
            }

            /// Puts a new daily backup in the place of those of before it.
            pub async fn replace_backups(
                visit: JustNow<Admin>,
                id: Path<String>,
                Form(form): Form<PurgeForm>,
            ) -> Result<HttpResponse, Fault> {
                let target = $find(&visit, &id).await?;
                super::backups::replace(&visit, &target, &form).await
            }
        }
    };
}

handlers!(of_organisation, super::find_organisation);
handlers!(of_round, super::find_round);

async fn propose(visit: &Admin, target: &Target, form: &PurgeForm) -> Result<HttpResponse, Fault> {
    let (subject, cause, actor) = (target.subject, form.cause.clone(), visit.actor().clone());
    let site = visit.site.address.clone();
    let propose = move |tx: &mut Tx| actions::propose(tx, &actor, subject, &cause, &site);
    match visit.act(propose).await? {
        Ok(_) => Ok(visit.see_with(&target.place, "notice-purge-proposed")),
        Err(refusal) => refused(visit, target, form, refusal).await,
    }
}

async fn confirm(visit: &Admin, target: &Target, form: &PurgeForm) -> Result<HttpResponse, Fault> {
    let id = PurgeId::parse(&form.purge).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let confirm = move |tx: &mut Tx| actions::confirm(tx, &actor, id);
    match visit.act(confirm).await? {
        Ok(_) => {
            let notice = finish(visit).await?;
            Ok(visit.see_with(&target.place, notice))
        }
        Err(refusal) => refused(visit, target, form, refusal).await,
    }
}

async fn take_back(
    visit: &Admin,
    target: &Target,
    form: &PurgeForm,
) -> Result<HttpResponse, Fault> {
    let id = PurgeId::parse(&form.purge).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let take_back = move |tx: &mut Tx| actions::take_back(tx, &actor, id);
    visit.act_or_fault(take_back).await?;
    Ok(visit.see_with(&target.place, "notice-purge-taken-back"))
}

async fn refused(
    visit: &Admin,
    target: &Target,
    form: &PurgeForm,
    refusal: Refusal,
) -> Result<HttpResponse, Fault> {
    match refusal {
        Refusal::Invalid(problems) => visit.refused(&page(visit, target, (form, &problems)).await?),
        other => Err(other.into()),
    }
}

/// Removes what was erased from the disk; what can't be now, the program does later.
async fn finish(visit: &Admin) -> Result<&'static str, Fault> {
    let (storage, stamp) = (visit.site.storage.clone(), visit.stamp());
    let work = move |database: &Database| actions::finish(database, &storage, &stamp);
    let waits = (ROUND, Fault::Uncertain);
    match wait(&visit.site.database, waits, work).await {
        // A large database is rewritten for longer than anybody waits.
        Ok(Ok(0)) | Err(Fault::Uncertain) => Ok("notice-purge-erased"),
        Ok(Ok(_)) => Ok("notice-purge-done"),
        Err(fault) => Err(fault),
        Ok(Err(problem)) => {
            tracing::warn!(%problem, "a purge is not finished");
            Ok("notice-purge-erased")
        }
    }
}
