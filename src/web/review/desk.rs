//! The review page: an application beside the form that scores it.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};

use super::blind::covered;
use super::declaration::{Subject, first_page, oneself, subject};
use super::form::{as_posted, named, posted};
use super::place;
use super::queue::next;
use super::sheet::page;
use super::standing::saved;
use crate::actions::Refusal;
use crate::actions::save_review::{ELSEWHERE, PostedReview, save_review};
use crate::actions::submit_review::submit_review;
use crate::domain::answers::{Answers, asked_form, for_reviewers};
use crate::domain::blind::{outside_profile, without_profile};
use crate::domain::form::Form as Questions;
use crate::domain::review::Order;
use crate::domain::rubric::Rubric;
use crate::domain::score::Judgements;
use crate::domain::{ApplicationId, MeetingId, Moment, Problems, ReviewId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::review::{MayCompare, MayDeclare};
use crate::store::own_review::OwnReview;
use crate::store::review::WrittenReview;
use crate::store::review_version::{self, ReviewVersion};
use crate::store::{
    Reader, StoreError, Tx, declaration, form, own_review, review, rubric, submission,
};
use crate::web::access::Reviewer;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::{meeting, url};

/// What is on the desk once the declaration is made.
pub struct Content {
    pub rubric: Rubric,
    pub questions: Questions,
    pub answers: Answers,
    pub own: Option<OwnReview>,
    /// Number of the version of the application, and when it came.
    pub sent: Option<(i32, Moment)>,
    /// The answers that were scored, where newer ones came since.
    pub scored: Option<Answers>,
    pub versions: Vec<ReviewVersion>,
    /// `None` while the phase hides them.
    pub others: Option<Vec<(usize, WrittenReview)>>,
    /// What was judged first by those who sent again.
    pub firsts: BTreeMap<ReviewId, Judgements>,
}

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

async fn load(
    visit: &Reviewer,
    application: ApplicationId,
) -> Result<(Subject, Option<Content>), Fault> {
    let reach = Reach::reviewer(visit.actor(), visit.now());
    let (t, me) = (visit.t, oneself(visit.actor()));
    let today = visit.now().day(visit.zone());
    let find = move |reader: &mut Reader| {
        let Some(assigned) = declaration::assigned(reader, reach, application)? else {
            return Ok(None);
        };
        let subject = subject(reader, t, assigned, (&me, today))?;
        let open = subject.assigned.case.may_read().is_ok();
        let content = open
            .then(|| content(reader, (reach, t), &subject))
            .transpose()?;
        Ok(Some((subject, content)))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

fn content(
    reader: &mut Reader,
    (reach, t): (Reach, Locale),
    subject: &Subject,
) -> Result<Content, StoreError> {
    let missing = || StoreError::Damaged("a form or rubric is missing".to_owned());
    let (case, round) = (&subject.assigned.case, &subject.assigned.round);
    let rubric = rubric::by_id(reader, round.rubric_id)?.ok_or_else(missing)?;
    let whole = form::of_application(reader, &subject.assigned.application)?.ok_or_else(missing)?;
    let sent = submission::latest(reader, reach, case.application)?;
    let version = sent.as_ref().map(|sent| (sent.version, sent.submitted_at));
    let answers = sent.map(|sent| sent.answers).unwrap_or_default();
    let own = own_review::find(reader, case.application, case.reviewer)?;
    let scored = own.as_ref().and_then(|own| own.scored);
    let older = scored.filter(|scored| version.is_some_and(|(latest, _)| *scored < latest));
    let scored = match older {
        Some(older) => {
            submission::of_version(reader, reach, case.application, older)?.map(|sent| sent.answers)
        }
        None => None,
    };
    let versions = match &own {
        Some(own) => review_version::versions(reader, own.id)?,
        None => Vec::new(),
    };
    let others = match MayCompare::on(case) {
        Ok(may) => Some(review::others(reader, &may)?),
        Err(_) => None,
    };
    let firsts = review_version::firsts_of_application(reader, case.application)?;
    let seen = |answers: &Answers| match &subject.mask {
        Some(mask) => {
            let answers = outside_profile(&whole, for_reviewers(&whole, answers));
            covered(t, mask, &answers)
        }
        None => for_reviewers(&whole, answers),
    };
    let asked = asked_form(&whole, &answers).for_reviewers();
    Ok(Content {
        questions: match subject.mask {
            Some(_) => without_profile(asked),
            None => asked,
        },
        answers: seen(&answers),
        scored: scored.map(|scored| seen(&scored)),
        sent: version,
        rubric,
        own,
        versions,
        others,
        firsts,
    })
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
    let done = visit.act(move |tx| submit_review(tx, &actor, application, &send));
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
