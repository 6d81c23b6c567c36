//! What can go wrong with a request, and the page that tells it: what happened,
//! a way on, a reference id.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse, ResponseError};
use askama::Template;

use super::account::{proof, resume};
use super::chrome::Chrome;
use super::kept::Kept;
use super::ui::Link;
use super::visit::Visit;
use super::{api, limits, shut, url};
use crate::actions::Refusal;
use crate::domain::Message;
use crate::i18n::Locale;
use crate::policy::Hindrance;
use crate::store::StoreError;

/// A request that gets no ordinary answer.
#[derive(Debug)]
pub enum Fault {
    /// Not there, or out of this person's reach: the same answer.
    NotFound,
    SignInFirst,
    /// Signed in by one step where two are asked for, and the second is not set up yet.
    SecondStepFirst,
    /// The password was typed too long ago for this.
    ProofFirst,
    /// A program that brings no key, or one that does not open any more.
    KeyFirst,
    /// The role is missing; the text is a message key.
    Denied(&'static str),
    /// The person has the role, but not for this.
    Forbidden(Message),
    /// What the form was about has changed since; nothing was done.
    Stale(Message),
    /// The form's token is missing or of another session.
    Expired,
    /// Not a form that any page of ours sends.
    Unreadable,
    TooLarge,
    TooMany,
    /// What is kept sealed can't be opened: the operator puts the key back.
    Sealed,
    /// Nobody is let in: the master key was not there at the start.
    Locked,
    /// The database is away or full: nothing was done, trying again may help.
    Unavailable,
    /// The database went away while it kept something: it may be kept, or not.
    Uncertain,
    /// The disk of files is full or away: nothing was done.
    NoDisk,
    /// Our own mistake; the cause is in the log.
    Lost,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unreachable(_) | StoreError::LostRace => {
                tracing::warn!(%error, "the database did not take part");
                Self::Unavailable
            }
            StoreError::Uncertain(_) => {
                tracing::error!(%error, "whether a change is kept is not known");
                Self::Uncertain
            }
            StoreError::Sealed(_) => {
                tracing::error!(%error, "nothing was done");
                Self::Sealed
            }
            _ => {
                tracing::error!(%error, "the store failed");
                Self::Lost
            }
        }
    }
}

impl From<Hindrance> for Fault {
    fn from(hindrance: Hindrance) -> Self {
        Refusal::from(hindrance).into()
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotFound => Self::NotFound,
            Refusal::Denied(message) => Self::Forbidden(message),
            Refusal::Stale(message) => Self::Stale(message),
            Refusal::Invalid(problems) => {
                let first = problems.0.into_iter().next().map(|problem| problem.message);
                Self::Stale(first.unwrap_or_else(|| Message::new("fault-stale-lead")))
            }
            Refusal::Store(error) => error.into(),
        }
    }
}

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInFirst | Self::KeyFirst => StatusCode::UNAUTHORIZED,
            Self::Denied(_)
            | Self::Forbidden(_)
            | Self::Expired
            | Self::SecondStepFirst
            | Self::ProofFirst => StatusCode::FORBIDDEN,
            Self::Stale(_) | Self::Sealed => StatusCode::CONFLICT,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Locked | Self::Unavailable | Self::Uncertain | Self::NoDisk => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Lost => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Always replaced by a page.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

#[derive(Template)]
#[template(path = "errors/fault.html")]
struct FaultPage {
    chrome: Chrome,
    heading: String,
    lead: String,
    /// What more there is to know.
    more: Vec<String>,
    ways: Vec<Link>,
    reference_label: String,
    reference: String,
}

/// Gives every refused request its page; sends people who must sign in to do so.
pub async fn dress(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if let Some(status) = limits::refusal(&request) {
        let visit = Visit::of(request.request()).await;
        let answer = visit.map_or_else(|_| bare(status), |visit| show(&visit, status, None));
        return Ok(request.into_response(answer));
    }
    if let Some(awaited) = shut::awaited(&request) {
        return Ok(shut::answer(request, awaited).await);
    }
    let mut answer = next.call(request).await?.map_into_boxed_body();
    ask_to_wait(answer.response_mut());
    let status = answer.status();
    if !(status.is_client_error() || status.is_server_error()) || is_page(&answer) {
        return Ok(answer);
    }
    let fault = answer
        .response()
        .error()
        .and_then(|error| error.as_error::<Fault>());
    let visit = asker(answer.request(), fault).await;
    let mut dressed = match visit {
        Ok(visit) => page_of(visit, fault, &answer).await,
        Err(_) => bare(status),
    };
    if let Some(allowed) = answer.headers().get(header::ALLOW) {
        dressed.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    ask_to_wait(&mut dressed);
    Ok(ServiceResponse::new(answer.request().clone(), dressed))
}

/// The page of a refusal, for who asked.
async fn page_of(
    visit: Visit,
    fault: Option<&Fault>,
    answer: &ServiceResponse<BoxBody>,
) -> HttpResponse {
    let status = answer.status();
    match fault {
        fault if visit.here.starts_with(api::ROOT) => {
            let (_, lead) = words(visit.t, status, fault);
            api::refused(status, &lead)
        }
        Some(Fault::SignInFirst) if is_get(answer) => visit.see(&url::sign_in_to(&visit.here)),
        Some(Fault::SecondStepFirst) if is_get(answer) => visit.see(url::SECOND_FACTOR),
        Some(Fault::ProofFirst) if is_get(answer) => visit.see(&url::proof_before(&visit.here)),
        Some(Fault::ProofFirst) => match Kept::of(answer.request()) {
            Some(kept) => proof::page_after(&visit, status, &kept).await,
            None => show(&visit, status, fault),
        },
        Some(fault @ (Fault::SignInFirst | Fault::SecondStepFirst | Fault::Expired)) => {
            let kept = Kept::of(answer.request()).filter(|kept| !kept.0.is_empty());
            let again = kept.map(|kept| resume::page_after(&visit, (status, fault), &kept));
            again.unwrap_or_else(|| show(&visit, status, Some(fault)))
        }
        Some(fault @ (Fault::Unavailable | Fault::Uncertain)) => {
            later(&visit, (status, fault), Kept::of(answer.request()))
        }
        fault => show(&visit, status, fault),
    }
}

/// Who asked, or as much as is known without looking anybody up.
async fn asker(request: &HttpRequest, fault: Option<&Fault>) -> Result<Visit, Fault> {
    match fault {
        // To look once more would only be to wait once more.
        Some(Fault::Unavailable | Fault::Uncertain) => Visit::unasked(request),
        _ => match Visit::of(request).await {
            Err(_) => Visit::unasked(request),
            found => found,
        },
    }
}

/// Tells that the database or its master key is away. A form that was posted stays in the
/// page, ready to be sent again.
pub(super) fn later(
    visit: &Visit,
    (status, fault): (StatusCode, &Fault),
    kept: Option<Kept>,
) -> HttpResponse {
    let kept = kept.filter(|kept| !kept.0.is_empty());
    let Some(kept) = kept.or_else(|| visit.typed()) else {
        return show(visit, status, Some(fault));
    };
    resume::page_later(visit, (status, fault), &kept)
}

/// Says when to come again where that may help, to programs as to people.
pub(super) fn ask_to_wait(answer: &mut HttpResponse) {
    let later = [
        StatusCode::SERVICE_UNAVAILABLE,
        StatusCode::TOO_MANY_REQUESTS,
    ];
    if later.contains(&answer.status()) {
        let minute = header::HeaderValue::from_static("60");
        answer.headers_mut().insert(header::RETRY_AFTER, minute);
    }
}

fn is_page(answer: &ServiceResponse) -> bool {
    answer.headers().contains_key(header::CONTENT_TYPE) && answer.response().error().is_none()
}

fn is_get(answer: &ServiceResponse) -> bool {
    answer.request().method().is_safe()
}

fn show(visit: &Visit, status: StatusCode, fault: Option<&Fault>) -> HttpResponse {
    let (heading, lead) = words(visit.t, status, fault);
    let chrome = Chrome::new(visit, &heading);
    let mut ways = vec![Link::new(
        chrome.home.clone(),
        visit.t.say("fault-way-home"),
    )];
    if let Some(Fault::ProofFirst) = fault {
        let back = url::proof_before(url::HOME);
        ways.insert(0, Link::new(back, visit.t.say("proof-title")));
    }
    // Who is signed in is not known while nothing can be looked up.
    if visit.actor.is_none() && status != StatusCode::SERVICE_UNAVAILABLE {
        ways.push(Link::new(url::SIGN_IN, visit.t.say("nav-sign-in")));
    }
    let more: &[&str] = match fault {
        Some(Fault::Locked) => &["fault-locked-waiting", "fault-locked-operator"],
        _ => &[],
    };
    let reference = visit.request_id.clone();
    let reference_label = visit.t.say("fault-reference");
    let page = FaultPage {
        chrome,
        heading,
        lead,
        more: more.iter().map(|key| visit.t.say(key)).collect(),
        ways,
        reference_label,
        reference,
    };
    visit.answer(status, &page).unwrap_or_else(|_| bare(status))
}

/// Heading and explanation of a fault.
pub(super) fn words(t: Locale, status: StatusCode, fault: Option<&Fault>) -> (String, String) {
    let pair = |heading: &str, lead: &str| (t.say(heading), t.say(lead));
    match fault {
        Some(Fault::Denied(key)) => pair("fault-denied", key),
        Some(Fault::Forbidden(message)) => (t.say("fault-denied"), t.tell(message)),
        Some(Fault::Stale(message)) => (t.say("fault-stale"), t.tell(message)),
        Some(Fault::Sealed) => pair("fault-sealed", "fault-sealed-lead"),
        Some(Fault::Expired) => pair("fault-expired", "fault-expired-lead"),
        Some(Fault::ProofFirst) => pair("proof-title", "proof-lead-alone"),
        Some(Fault::SecondStepFirst) => pair("second-step-owed", "second-step-owed-lead"),
        Some(Fault::SignInFirst) => pair("fault-sign-in", "fault-sign-in-lead"),
        Some(Fault::KeyFirst) => pair("fault-sign-in", "fault-key-lead"),
        Some(Fault::Locked) => pair("fault-locked", "fault-locked-lead"),
        Some(Fault::Unavailable) => pair("fault-unavailable", "fault-unavailable-lead"),
        Some(Fault::Uncertain) => pair("fault-uncertain", "fault-uncertain-lead"),
        Some(Fault::NoDisk) => pair("fault-disk", "fault-disk-lead"),
        _ => match status.as_u16() {
            404 => pair("fault-not-found", "fault-not-found-lead"),
            405 => pair("fault-method", "fault-method-lead"),
            413 => pair("fault-too-large", "fault-too-large-lead"),
            429 => pair("fault-too-many", "fault-too-many-lead"),
            503 => pair("fault-unavailable", "fault-unavailable-lead"),
            400..=499 => pair("fault-unreadable", "fault-unreadable-lead"),
            _ => pair("fault-lost", "fault-lost-lead"),
        },
    }
}

/// The last resort when not even a page can be made.
pub fn bare(status: StatusCode) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .body(status.canonical_reason().unwrap_or("error"))
}
