//! Withdrawing an application and discarding a draft: each on a page of its own
//! that names what would be lost.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::load::{Opened, opened};
use crate::actions::{Refusal, application};
use crate::domain::ApplicationId;
use crate::i18n::Locale;
use crate::policy::application::{may_discard, may_withdraw};
use crate::policy::{Actor, Reach};
use crate::store::{Reader, Tx, decision};
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::Link;
use crate::web::url;

#[derive(Template)]
#[template(path = "application/ending.html")]
struct EndingPage {
    chrome: Chrome,
    t: Locale,
    heading: String,
    lead: String,
    title: String,
    organisation: String,
    round: String,
    reference: String,
    action: String,
    button: String,
    keep: String,
    back: String,
}

type Words = (&'static str, &'static str, &'static str, &'static str);

const WITHDRAWAL: Words = (
    "withdrawal-title",
    "withdrawal-lead",
    "withdrawal-submit",
    "withdrawal-keep",
);
const DISCARD: Words = (
    "discard-title",
    "discard-lead",
    "discard-submit",
    "discard-keep",
);

fn page(
    visit: &Applicant,
    opened: &Opened,
    (title, lead, submit, keep): Words,
    name: &str,
) -> EndingPage {
    let (t, row) = (visit.t, &opened.row);
    let (organisation, round) = opened.names(t);
    let heading = t.say(title);
    let back = url::application(row.id);
    EndingPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(back.clone(), t.say("application-back"))),
        t,
        heading,
        lead: t.say(lead),
        title: opened.title(t),
        organisation,
        round,
        reference: row.reference.clone(),
        action: url::application_page(row.id, name),
        button: t.say(submit),
        keep: t.say(keep),
        back,
    }
}

/// Asks whether to withdraw.
pub async fn show_withdrawal(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    let (reach, row) = (Reach::applicant(visit.actor()), &opened.row);
    let (id, status) = (row.id, row.status);
    let read = visit.read(move |reader: &mut Reader| decision::released(reader, reach, id));
    let told = read.await?.is_some();
    may_withdraw(opened.standing, id, (status, told))?;
    visit.page(&page(&visit, &opened, WITHDRAWAL, "withdrawal"))
}

/// Asks whether to discard.
pub async fn show_discard(visit: Applicant, id: Path<String>) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    may_discard(opened.standing, opened.row.id, opened.row.status)?;
    visit.page(&page(&visit, &opened, DISCARD, "discard"))
}

type End = fn(&mut Tx, &Actor, ApplicationId) -> Result<(), Refusal>;

async fn end(visit: &Applicant, id: &str, end: End) -> Result<ApplicationId, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    visit.act_or_fault(move |tx| end(tx, &actor, id)).await?;
    Ok(id)
}

/// Withdraws an application.
pub async fn withdraw(
    visit: Applicant,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = end(&visit, &id, application::withdraw).await?;
    Ok(visit.see_with(&url::application(id), "notice-withdrawn"))
}

/// Discards a draft.
pub async fn discard(
    visit: Applicant,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    end(&visit, &id, application::discard).await?;
    Ok(visit.see_with(url::APPLICATIONS, "notice-discarded"))
}
