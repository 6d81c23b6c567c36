//! The review page: an application beside the form that scores it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};

use super::content::load;
use super::declaration::first_page;
use super::form::{as_posted, named, posted};
use super::place;
use super::queue::next;
use super::sheet::page;
use super::standing::saved;
use crate::actions::Refusal;
use crate::actions::save_review::{ELSEWHERE, PostedReview, save_review};
use crate::actions::submit_review::submit_review;
use crate::domain::review::Order;
use crate::domain::{ApplicationId, MeetingId, Problems};
use crate::policy::review::MayDeclare;
use crate::store::{Tx, own_review};
use crate::web::access::Reviewer;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::{meeting, url};

/// What a page that saves itself is told.
#[derive(Serialize)]
struct Autosaved {
    /// What the next save is over.
    version: i32,
    told: String,
}

/// Field of the order of the queue that led here.
pub const ORDER: &str = "order";

/// Field of the meeting that led here.
pub const MEETING: &str = "meeting";

/// How one came here.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Way {
    order: String,
    /// The meeting to go back to.
    meeting: String,
}

/// What was typed and what is wrong with it.
pub struct Typed<'a> {
    pub review: PostedReview,
    pub problems: &'a Problems,
    /// Another window saved meanwhile.
    pub elsewhere: bool,
}

/// The review page; before the declaration, the page that asks for it.
pub async fn show(
    visit: Reviewer,
    application: Path<String>,
    way: Query<Way>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (subject, content) = load(&visit, application).await?;
    let Some(content) = content else {
        let case = &subject.assigned.case;
        if case.declared.is_some() {
            case.may_read().map_err(Fault::Stale)?;
        }
        MayDeclare::on(case).map_err(Fault::Stale)?;
        return visit.page(&first_page(&visit, &subject));
    };
    let mut review = as_posted(&content.rubric, content.own.as_ref());
    review.fields.insert(ORDER.to_owned(), way.order.clone());
    review
        .fields
        .insert(MEETING.to_owned(), way.meeting.clone());
    let typed = Typed {
        review,
        problems: &Problems::default(),
        elsewhere: false,
    };
    visit.page(&page(&visit, &subject, &content, &typed))
}

/// Saves a draft.
pub async fn save(
    visit: Reviewer,
    application: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (actor, review) = (visit.actor().clone(), posted(pairs));
    let keep = review.clone();
    let done = visit.act(move |tx| save_review(tx, &actor, application, &keep));
    let done = done.await?;
    answer(&visit, application, review, done, "notice-review-saved").await
}

/// Sends a review, or changes to it.
pub async fn submit(
    visit: Reviewer,
    application: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (actor, review) = (visit.actor().clone(), posted(pairs));
    let send = review.clone();
    let site = visit.site.address.clone();
    let done = visit.act(move |tx| submit_review(tx, &actor, application, &send, &site));
    let done = done.await?;
    answer(&visit, application, review, done, "notice-review-sent").await
}

/// Saves a draft while somebody types. Answers with what the page needs to tell.
pub async fn autosave(
    visit: Reviewer,
    application: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (actor, review) = (visit.actor().clone(), posted(pairs));
    let (me, t) = (actor.id, visit.t);
    let keep = move |tx: &mut Tx| save_review(tx, &actor, application, &review);
    let refused = match visit.act(keep).await? {
        Ok(()) => None,
        Err(Refusal::Stale(message)) => Some(t.tell(&message)),
        Err(Refusal::Invalid(problems)) => problems.0.first().map(|one| t.tell(&one.message)),
        Err(other) => return Err(other.into()),
    };
    let own = visit.read(move |reader| own_review::find(reader, application, me));
    let own = own.await?;
    let status = match refused {
        Some(_) => StatusCode::CONFLICT,
        None => StatusCode::OK,
    };
    Ok(HttpResponse::build(status).json(Autosaved {
        version: own.as_ref().map_or(0, |own| own.saves),
        told: match (refused, &own) {
            (Some(told), _) => told,
            (None, Some(own)) => saved(&visit, own),
            (None, None) => String::new(),
        },
    }))
}

/// Leads back to the review, or to the next of the queue if that was asked.
async fn onward(
    visit: &Reviewer,
    application: ApplicationId,
    review: &PostedReview,
    notice: &'static str,
) -> Result<HttpResponse, Fault> {
    if let Ok(meeting) = MeetingId::parse(&review.text(MEETING)) {
        return Ok(visit.see_with(&meeting::address(meeting), notice));
    }
    let order = Order::from_code(&review.text(ORDER)).unwrap_or(Order::Due);
    if review.text("then") != "next" {
        return Ok(visit.see_with(&place::review(application, order), notice));
    }
    match next(visit, application, order).await? {
        Some(next) => Ok(visit.see_with(&place::review(next, order), notice)),
        None => Ok(visit.see_with(url::REVIEWS, notice)),
    }
}

/// Leads on, or shows again what was typed with what is wrong with it.
async fn answer(
    visit: &Reviewer,
    application: ApplicationId,
    mut review: PostedReview,
    done: Result<(), Refusal>,
    notice: &'static str,
) -> Result<HttpResponse, Fault> {
    let problems = match done {
        Ok(()) => return onward(visit, application, &review, notice).await,
        Err(Refusal::Invalid(problems)) => problems,
        Err(other) => return Err(other.into()),
    };
    let (subject, content) = load(visit, application).await?;
    let content = content.ok_or(Fault::NotFound)?;
    let elsewhere = problems.of(ELSEWHERE).is_some();
    if elsewhere {
        // Having seen what the other window saved, the next save may replace it.
        review.saves = content.own.as_ref().map_or(0, |own| own.saves);
    }
    let problems = named(visit.t, &content.rubric, problems);
    let typed = Typed {
        review,
        problems: &problems,
        elsewhere,
    };
    let page = page(visit, &subject, &content, &typed);
    if elsewhere {
        visit.answer(StatusCode::CONFLICT, &page)
    } else {
        visit.refused(&page)
    }
}
