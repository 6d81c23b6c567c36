//! The copy of what is kept about oneself or one's organisation.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::access::{Applicant, Fresh, SignedIn};
use super::chrome::Chrome;
use super::errors::Fault;
use super::export::ready;
use super::forms::Form;
use super::legal_status::FormPage;
use super::ops::NoFields;
use super::organisation::own;
use super::registrar::Registrar;
use super::ui::Link;
use super::url;
use super::visit::Visit;
use crate::actions::own_data as actions;
use crate::domain::OrganisationId;
use crate::domain::erasure_request::Whose;
use crate::policy::Actor;
use crate::store::Tx;

/// Where one takes the copy about oneself.
const ACCOUNT: &str = "/account/data";

/// The routes of copies.
pub fn routes(routes: &mut Registrar) {
    routes.get("/account/data", show_account);
    routes.post("/account/data", take_account);
    routes.get("/organisations/{organisation}/data", show_organisation);
    routes.post("/organisations/{organisation}/data", take_organisation);
}

/// Where an organisation's owners take the copy about it.
pub fn own_place(id: OrganisationId) -> String {
    format!("{}/data", url::organisation(id))
}

/// What a page is about.
struct Target {
    whose: Whose,
    over: String,
    place: String,
    back: Link,
}

fn of_account(visit: &Visit, actor: &Actor) -> Target {
    let over = visit.t.say("account-title");
    Target {
        whose: Whose::Person(actor.id),
        place: ACCOUNT.to_owned(),
        back: Link::new(url::ACCOUNT, over.as_str()),
        over,
    }
}

async fn of_organisation(visit: &Applicant, id: &str) -> Result<Target, Fault> {
    let found = own(visit, id).await?;
    let name = found.name(visit.t.language()).to_owned();
    Ok(Target {
        whose: Whose::Organisation(found.id),
        place: own_place(found.id),
        back: Link::new(url::organisation(found.id), name.as_str()),
        over: name,
    })
}

fn page(visit: &Visit, target: &Target) -> FormPage {
    let t = visit.t;
    let lead = match target.whose {
        Whose::Person(_) => "own-data-lead",
        Whose::Organisation(_) => "own-data-lead-organisation",
    };
    let heading = t.say("own-data-title");
    FormPage {
        chrome: Chrome::new(visit, &heading).back(target.back.clone()),
        over: target.over.clone(),
        heading,
        lead: t.say(lead),
        action: target.place.clone(),
        fields: Vec::new(),
        submit: t.say("own-data-take"),
        cancel: Link::new(target.back.href.as_str(), t.say("admin-cancel")),
    }
}

/// Hands the copy out.
async fn take(visit: &Visit, actor: &Actor, target: &Target) -> Result<HttpResponse, Fault> {
    let (asker, whose, t) = (actor.clone(), target.whose, visit.t);
    let note = move |tx: &mut Tx| actions::take(tx, &asker, whose);
    visit.act_or_fault(note).await?;
    let storage = visit.site.storage.clone();
    let write = move |reader: &mut crate::store::Reader, out: &mut std::fs::File| {
        actions::write(reader, &storage, (whose, t), out)
    };
    let (file, ()) = ready::make(visit, write).await?;
    Ok(ready::answer(file, "own-data.zip", "application/zip"))
}

/// Says what is in it.
async fn show_account(visit: SignedIn) -> Result<HttpResponse, Fault> {
    let target = of_account(&visit, visit.actor());
    visit.page(&page(&visit, &target))
}

/// Hands out the copy about a person.
async fn take_account(visit: Fresh<SignedIn>, _: Form<NoFields>) -> Result<HttpResponse, Fault> {
    let target = of_account(&visit, visit.actor());
    take(&visit, visit.actor(), &target).await
}

/// Says what is in it.
async fn show_organisation(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let target = of_organisation(&visit, &id).await?;
    visit.page(&page(&visit, &target))
}

/// Hands out the copy about an organisation.
async fn take_organisation(
    visit: Fresh<Applicant>,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let target = of_organisation(&visit, &id).await?;
    take(&visit, visit.actor(), &target).await
}
