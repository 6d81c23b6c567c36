//! The receipt of a sent application with a copy of what was sent, and the answers
//! to read again.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;

use super::answers::{ShownSection, open_files, sections};
use super::load::{Opened, opened};
use crate::domain::application::Status;
use crate::i18n::Locale;
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::shown::Door;
use crate::web::record::{Asked, Asker, CopyPage, Record, facts, pdf_link, record};
use crate::web::round::Fact;
use crate::web::ui::Link;
use crate::web::url;

#[derive(Template)]
#[template(path = "application/receipt.html")]
struct ReceiptPage {
    chrome: Chrome,
    t: Locale,
    reference: String,
    facts: Vec<Fact>,
    email: String,
    promise: String,
    pdf: Link,
    status: String,
    sections: Vec<ShownSection>,
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
    sections: Vec<ShownSection>,
}

/// The receipt; there is none before sending.
pub async fn show(
    visit: Applicant,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let asker = Asker::applicant(&visit);
    let record = record(asker, &id, &asked).await?;
    visit.page(&receipt(asker, &record))
}

fn receipt(asker: Asker<'_>, record: &Record) -> ReceiptPage {
    let (t, sent) = (asker.visit.t, &record.sent);
    let days = record.subject.round.turnaround_days;
    let promised = sent.submitted_at.plus_days(days.into());
    let back = Link::new(url::APPLICATIONS, t.say("applications-title"));
    ReceiptPage {
        chrome: Chrome::new(asker.visit, &t.say("receipt-title")).back(back),
        t,
        reference: record.subject.row.reference.clone(),
        // The first is the reference, which stands above on its own.
        facts: facts(asker.visit, record).into_iter().skip(1).collect(),
        email: asker.actor.email.clone(),
        promise: t.date(promised, asker.visit.zone()),
        pdf: pdf_link(asker, record),
        status: url::application(record.subject.row.id),
        sections: record.sections(asker),
    }
}

/// A version as it was sent, or the answers as they are saved while it is a draft.
pub async fn answers(
    visit: Applicant,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    if asked.version.is_none() && matches!(opened.row.status, Status::Draft | Status::Discarded) {
        return visit.page(&saved(&visit, &opened));
    }
    let asker = Asker::applicant(&visit);
    let record = record(asker, &id, &asked).await?;
    visit.page(&CopyPage::new(asker, &record))
}

fn saved(visit: &Applicant, opened: &Opened) -> ReadPage {
    let t = visit.t;
    let (organisation, round) = opened.names(t);
    let back = Link::new(url::application(opened.row.id), t.say("application-back"));
    let mut shown = sections(t, &opened.form, &opened.answers());
    open_files(&mut shown, &Door::Own(opened.row.id));
    ReadPage {
        chrome: Chrome::new(visit, &t.say("answers-title")).back(back),
        t,
        title: opened.title(t),
        organisation,
        round,
        reference: opened.row.reference.clone(),
        sections: shown,
    }
}
