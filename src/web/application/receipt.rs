//! The receipt of a sent application, and its answers to read again.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::answers::{ShownSection, sections};
use super::load::{Opened, opened};
use crate::domain::application::Status;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::submission::{self, Submission};
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::round::deadline::Instant;
use crate::web::ui::Link;
use crate::web::{url, words};

#[derive(Template)]
#[template(path = "application/receipt.html")]
struct ReceiptPage {
    chrome: Chrome,
    t: Locale,
    title: String,
    organisation: String,
    round: String,
    reference: String,
    requested: Option<String>,
    /// Where the rate was read, if it was converted.
    rate_source: Option<String>,
    sent: Instant,
    late: bool,
    digest: String,
    email: String,
    promise: String,
    answers: String,
    status: String,
}

#[derive(Template)]
#[template(path = "application/read.html")]
struct ReadPage {
    chrome: Chrome,
    t: Locale,
    title: String,
    organisation: String,
    round: String,
    reference: String,
    /// When it was sent; nothing while it is a draft.
    sent: Option<Instant>,
    sections: Vec<ShownSection>,
}

async fn sent(visit: &Applicant, opened: &Opened) -> Result<Option<Submission>, Fault> {
    let (reach, id) = (Reach::applicant(visit.actor()), opened.row.id);
    visit
        .read(move |reader| submission::latest(reader, reach, id))
        .await
}

/// The receipt; there is none before sending.
pub async fn show(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let sent = sent(&visit, &opened).await?.ok_or(Fault::NotFound)?;
    let (t, row) = (visit.t, &opened.row);
    let (organisation, round) = opened.names(t);
    let promised = sent
        .submitted_at
        .plus_days(opened.round.turnaround_days.into());
    let back = Link::new(url::APPLICATIONS, t.say("applications-title"));
    visit.page(&ReceiptPage {
        chrome: Chrome::new(&visit, &t.say("receipt-title")).back(back),
        t,
        title: opened.title(t),
        organisation,
        round,
        reference: row.reference.clone(),
        requested: words::requested(t, row, opened.round.currency),
        rate_source: row.conversion().map(|made| made.source),
        sent: Instant::of(&visit, &opened.round, sent.submitted_at),
        late: sent.late,
        digest: sent.digest,
        email: visit.actor().email.clone(),
        promise: t.date(promised, visit.zone()),
        answers: url::application_page(row.id, "answers"),
        status: url::application(row.id),
    })
}

/// The answers as they were sent, or as they are saved while it is a draft.
pub async fn answers(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let sent = sent(&visit, &opened).await?;
    let draft = matches!(opened.row.status, Status::Draft | Status::Discarded);
    let at = sent.as_ref().filter(|_| !draft).map(|s| s.submitted_at);
    let shown = sent
        .filter(|_| !draft)
        .map_or_else(|| opened.answers(), |sent| sent.answers);
    let t = visit.t;
    let (organisation, round) = opened.names(t);
    let back = Link::new(url::application(opened.row.id), t.say("application-back"));
    visit.page(&ReadPage {
        chrome: Chrome::new(&visit, &t.say("answers-title")).back(back),
        t,
        title: opened.title(t),
        organisation,
        round,
        reference: opened.row.reference.clone(),
        sent: at.map(|at| Instant::of(&visit, &opened.round, at)),
        sections: sections(t, &opened.form, &shown),
    })
}
