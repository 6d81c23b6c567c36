//! Making an organisation and changing its profile.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::form::{self, ProfileFields};
use super::profile::{own, standing};
use crate::actions::{Refusal, organisation};
use crate::domain::answers::Posted;
use crate::domain::member::Verb;
use crate::domain::organisation::Profile;
use crate::domain::{OrganisationId, Problems};
use crate::i18n::Locale;
use crate::store::{Tx, term};
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs, named_summary};
use crate::web::ui::Link;
use crate::web::url;

/// Where to after making an organisation.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ReturnTo {
    return_to: String,
}

/// The form of a profile.
#[derive(Template)]
#[template(path = "organisation/form.html")]
pub struct EditPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub heading: String,
    pub lead: String,
    pub action: String,
    pub return_to: String,
    pub fields: ProfileFields,
}

/// What a page of the form is about.
struct Place {
    /// `None` for a new organisation.
    id: Option<OrganisationId>,
    return_to: String,
}

async fn page(
    visit: &Applicant,
    place: &Place,
    profile: &Profile,
    problems: &Problems,
) -> Result<EditPage, Fault> {
    let terms = visit.read(term::all).await?;
    let t = visit.t;
    let (title, lead, action, back) = match place.id {
        Some(id) => (
            "organisation-edit-title",
            "organisation-edit-lead",
            url::organisation(id),
            Link::new(url::organisation(id), t.say("organisation-back")),
        ),
        None => (
            "organisation-new-title",
            "organisation-new-lead",
            url::ORGANISATIONS.to_owned(),
            Link::new(url::ORGANISATIONS, t.say("organisations-title")),
        ),
    };
    let heading = t.say(title);
    let fields = form::fields(&Fields { t, problems }, &terms, profile);
    let mut chrome = Chrome::new(visit, &heading)
        .back(back)
        .problems(t, problems);
    chrome.problems = named_summary(t, problems, fields.each());
    Ok(EditPage {
        chrome,
        t,
        heading,
        lead: t.say(lead),
        action,
        return_to: place.return_to.clone(),
        fields,
    })
}

/// The page to make an organisation.
pub async fn show_new(visit: Applicant, to: Query<ReturnTo>) -> Result<HttpResponse, Fault> {
    let place = Place {
        id: None,
        return_to: to.into_inner().return_to,
    };
    let page = page(&visit, &place, &Profile::default(), &Problems::default()).await?;
    visit.page(&page)
}

/// Makes an organisation and leads on to what the person was about to do.
pub async fn create(visit: Applicant, Form(pairs): Form<Pairs>) -> Result<HttpResponse, Fault> {
    let posted: Posted = pairs.into_iter().collect();
    let place = Place {
        id: None,
        return_to: posted.first("return_to").to_owned(),
    };
    let typed = form::profile(&posted);
    if form::asks_for_row(&posted) {
        return with_row(&visit, &place, typed).await;
    }
    let (actor, profile) = (visit.actor().clone(), typed.clone());
    let make = move |tx: &mut Tx| organisation::create_organisation(tx, &actor, &profile);
    match visit.act(make).await? {
        Ok(id) => {
            let own = url::organisation(id);
            let place = url::safe_place(&place.return_to).unwrap_or(&own);
            Ok(visit.see_with(place, "notice-organisation-made"))
        }
        Err(refusal) => refused(&visit, &place, &typed, refusal).await,
    }
}

/// The page to change a profile; whoever only reads is told so before they type.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = own(&visit, &id).await?;
    let standing = standing(&visit, organisation.id).await?;
    standing.may(Verb::Profile).map_err(Fault::Forbidden)?;
    let place = Place {
        id: Some(organisation.id),
        return_to: String::new(),
    };
    let profile = organisation.profile();
    let page = page(&visit, &place, &profile, &Problems::default()).await?;
    visit.page(&page)
}

/// Changes a profile.
pub async fn change(
    visit: Applicant,
    id: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let id = own(&visit, &id).await?.id;
    let place = Place {
        id: Some(id),
        return_to: String::new(),
    };
    let posted: Posted = pairs.into_iter().collect();
    let typed = form::profile(&posted);
    if form::asks_for_row(&posted) {
        return with_row(&visit, &place, typed).await;
    }
    let (actor, profile) = (visit.actor().clone(), typed.clone());
    let change = move |tx: &mut Tx| organisation::update_organisation(tx, &actor, id, &profile);
    match visit.act(change).await? {
        Ok(()) => Ok(visit.see_with(&url::organisation(id), "notice-saved")),
        Err(refusal) => refused(&visit, &place, &typed, refusal).await,
    }
}

/// The page with everything typed and one more row; nothing is saved.
async fn with_row(visit: &Applicant, place: &Place, typed: Profile) -> Result<HttpResponse, Fault> {
    let longer = form::with_row(typed);
    let page = page(visit, place, &longer, &Problems::default()).await?;
    visit.page(&page)
}

async fn refused(
    visit: &Applicant,
    place: &Place,
    typed: &Profile,
    refusal: Refusal,
) -> Result<HttpResponse, Fault> {
    match refusal {
        Refusal::Invalid(problems) => visit.refused(&page(visit, place, typed, &problems).await?),
        other => Err(other.into()),
    }
}
