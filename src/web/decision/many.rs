//! Deciding on many applications of a round at once, and how many people take part.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::many_page::{ManyForm, ManyPage, Ticked, load};
use crate::actions::quorum::set as keep_quorum;
use crate::actions::{Refusal, decide_many};
use crate::domain::{ApplicationId, DecisionId, Message, Problems};
use crate::store::{Reader, Tx, decision};
use crate::web::access::{Admin, Staff};
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::list_screening::before_signature;
use crate::web::url;

/// The most that one form decides on.
const MOST: usize = 200;

/// What waits for a proposal and for a signature.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let seen = load(&visit, visit.actor(), &slug).await?;
    let (form, problems) = (ManyForm::default(), Problems::default());
    visit.page(&ManyPage::new(
        &visit,
        visit.actor(),
        &seen,
        (&form, &problems),
    ))
}

/// The page again with what was typed and ticked.
async fn again(
    visit: &Admin,
    slug: &str,
    form: &ManyForm,
    refusal: Refusal,
) -> Result<HttpResponse, Fault> {
    let (status, problems) = match refusal {
        Refusal::Invalid(problems) => (StatusCode::UNPROCESSABLE_ENTITY, problems),
        Refusal::Stale(message) => (StatusCode::CONFLICT, Problems::one("", message)),
        other => return Err(other.into()),
    };
    let seen = load(visit, visit.actor(), slug).await?;
    let page = ManyPage::new(visit, visit.actor(), &seen, (form, &problems));
    visit.answer(status, &page)
}

fn none(field: &str) -> Refusal {
    Refusal::field(field, Message::new("error-many-none"))
}

/// Proposes the same for all that are ticked.
pub async fn propose(
    visit: Admin,
    slug: Path<String>,
    Form(posted): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let form = ManyForm::read(posted, Ticked::Applications);
    let ticked = form.ticked.iter().take(MOST);
    let ids: Result<Vec<ApplicationId>, _> = ticked.map(|id| ApplicationId::parse(id)).collect();
    let ids = ids.map_err(|_| Fault::Unreadable)?;
    if ids.is_empty() {
        return again(&visit, &slug, &form, none("application")).await;
    }
    let (actor, name, draft) = (visit.actor().clone(), slug.clone(), form.draft.clone());
    let deviation = form.deviation.clone();
    let act = visit.act(move |tx: &mut Tx| {
        let typed = (&ids[..], (&draft, deviation.as_str()));
        decide_many::propose(tx, &actor, &name, typed)
    });
    match act.await? {
        Ok(()) => Ok(visit.see_with(&url::decisions(&slug), "notice-proposed-many")),
        Err(refusal) => again(&visit, &slug, &form, refusal).await,
    }
}

/// Signs off all that are ticked, after a look at the lists for each award.
pub async fn sign(
    visit: Admin,
    slug: Path<String>,
    Form(posted): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let form = ManyForm::read(posted, Ticked::Decisions);
    let ticked = form.ticked.iter().take(MOST);
    let ids: Result<Vec<DecisionId>, _> = ticked.map(|id| DecisionId::parse(id)).collect();
    let ids = ids.map_err(|_| Fault::Unreadable)?;
    if ids.is_empty() {
        return again(&visit, &slug, &form, none("decision")).await;
    }
    for id in ids.clone() {
        let find = move |reader: &mut Reader| decision::application_of(reader, id);
        let about = visit.read(find).await?.ok_or(Fault::NotFound)?;
        before_signature(&visit, about).await?;
    }
    let (actor, name) = (visit.actor().clone(), slug.clone());
    let act = visit.act(move |tx: &mut Tx| decide_many::sign(tx, &actor, &name, &ids));
    match act.await? {
        Ok(()) => Ok(visit.see_with(&url::decisions(&slug), "notice-signed-many")),
        Err(refusal) => again(&visit, &slug, &form, refusal).await,
    }
}

/// Says how many of the panel take part in a decision.
pub async fn set_quorum(
    visit: Admin,
    slug: Path<String>,
    Form(posted): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let form = ManyForm::read(posted, Ticked::Nothing);
    let (actor, name, least) = (visit.actor().clone(), slug.clone(), form.least.clone());
    let act = visit.act(move |tx: &mut Tx| keep_quorum(tx, &actor, &name, &least));
    match act.await? {
        Ok(()) => Ok(visit.see_with(&url::decisions(&slug), "notice-quorum-set")),
        Err(refusal) => again(&visit, &slug, &form, refusal).await,
    }
}
