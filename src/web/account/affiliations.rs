//! Where somebody of the inside belongs or belonged: the list from which conflicts
//! are suggested.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::actions::{Refusal, affiliation as act};
use crate::domain::conflict::{Affiliation, TypedAffiliation};
use crate::domain::{AffiliationId, Problems};
use crate::i18n::Locale;
use crate::policy::conflict::is_inside;
use crate::store::{Tx, affiliation};
use crate::web::access::SignedIn;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::ui::{Control, Field, Link, Width};
use crate::web::url;

/// What is posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AffiliationForm {
    organisation: String,
    domain: String,
    role: String,
    until: String,
}

/// An entry of the list.
struct ShownAffiliation {
    organisation: String,
    domain: String,
    role: String,
    until: String,
    /// Where it is taken off.
    removal: String,
}

#[derive(Template)]
#[template(path = "account/affiliations.html")]
struct AffiliationsPage {
    chrome: Chrome,
    t: Locale,
    list: Vec<ShownAffiliation>,
    action: &'static str,
    fields: Vec<Field>,
}

async fn page(
    visit: &SignedIn,
    form: &AffiliationForm,
    problems: &Problems,
) -> Result<AffiliationsPage, Fault> {
    let (t, me) = (visit.t, visit.actor().id);
    if !is_inside(visit.actor()) {
        return Err(Fault::NotFound);
    }
    let kept = visit.read(move |reader| affiliation::of_person(reader, me));
    let shown = |(id, one): (AffiliationId, Affiliation)| ShownAffiliation {
        organisation: one.organisation,
        domain: one.domain,
        role: one.role,
        until: one.until.map_or_else(String::new, |day| day.iso()),
        removal: format!("{}/{id}/removal", url::AFFILIATIONS),
    };
    Ok(AffiliationsPage {
        chrome: Chrome::new(visit, &t.say("affiliations-title"))
            .back(Link::new(url::ACCOUNT, t.say("account-title")))
            .problems(t, problems),
        t,
        list: kept.await?.into_iter().map(shown).collect(),
        action: url::AFFILIATIONS,
        fields: fields(&Fields { t, problems }, form),
    })
}

fn fields(ask: &Fields, form: &AffiliationForm) -> Vec<Field> {
    let latin = |kind: &'static str, inputmode: &'static str| Control::Latin {
        kind,
        inputmode,
        width: Width::Medium,
    };
    let optional = |field: Field| Field {
        optional: true,
        ..field
    };
    vec![
        ask.field(
            "organisation",
            "affiliation-organisation",
            &form.organisation,
            Control::Line(Width::Medium),
        ),
        optional(ask.hinted(
            "domain",
            "affiliation-domain",
            "affiliation-domain-hint",
            &form.domain,
            latin("text", "url"),
        )),
        optional(ask.field(
            "role",
            "affiliation-role",
            &form.role,
            Control::Line(Width::Medium),
        )),
        optional(ask.hinted(
            "until",
            "affiliation-until",
            "affiliation-until-hint",
            &form.until,
            latin("date", ""),
        )),
    ]
}

/// The list.
pub async fn list(visit: SignedIn) -> Result<HttpResponse, Fault> {
    let (form, problems) = (AffiliationForm::default(), Problems::default());
    visit.page(&page(&visit, &form, &problems).await?)
}

/// Adds an entry.
pub async fn add(
    visit: SignedIn,
    Form(form): Form<AffiliationForm>,
) -> Result<HttpResponse, Fault> {
    let actor = visit.actor().clone();
    let typed = TypedAffiliation {
        organisation: form.organisation.clone(),
        domain: form.domain.clone(),
        role: form.role.clone(),
        until: form.until.clone(),
    };
    match visit
        .act(move |tx: &mut Tx| act::add(tx, &actor, &typed))
        .await?
    {
        Ok(()) => Ok(visit.see_with(url::AFFILIATIONS, "notice-saved")),
        Err(Refusal::Invalid(problems)) => visit.refused(&page(&visit, &form, &problems).await?),
        Err(other) => Err(other.into()),
    }
}

/// Takes an entry off.
pub async fn remove(
    visit: SignedIn,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = AffiliationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    visit
        .act_or_fault(move |tx: &mut Tx| act::remove(tx, &actor, id))
        .await?;
    Ok(visit.see_with(url::AFFILIATIONS, "notice-affiliation-removed"))
}
