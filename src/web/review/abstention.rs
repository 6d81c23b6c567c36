//! Declining an assignment, or abstaining with a review that was sent: for want of
//! competence or time, not for a conflict.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::place;
use crate::actions::Refusal;
use crate::actions::decline_assignment::decline_assignment;
use crate::domain::{ApplicationId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::review::MayAbstain;
use crate::store::{Tx, declaration};
use crate::web::access::Reviewer;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Control, Field, Link};
use crate::web::url;

/// What is posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct DeclineForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "review/decline.html")]
struct DeclinePage {
    chrome: Chrome,
    t: Locale,
    reference: String,
    title: String,
    lead: String,
    submit: String,
    action: String,
    conflict: String,
    reason: Field,
}

async fn page(
    visit: &Reviewer,
    application: ApplicationId,
    form: &DeclineForm,
    problems: &Problems,
) -> Result<DeclinePage, Fault> {
    let reach = Reach::reviewer(visit.actor(), visit.now());
    let found = visit.read(move |reader| declaration::assigned(reader, reach, application));
    let assigned = found.await?.ok_or(Fault::NotFound)?;
    MayAbstain::on(&assigned.case).map_err(Fault::Stale)?;
    let t = visit.t;
    let ask = Fields { t, problems };
    let (title, lead, why, submit) = match assigned.case.submitted {
        true => (
            "abstain-title",
            "abstain-lead",
            "abstain-reason",
            "abstain-submit",
        ),
        false => (
            "decline-title",
            "decline-lead",
            "decline-reason",
            "decline-submit",
        ),
    };
    Ok(DeclinePage {
        chrome: Chrome::new(visit, &t.say(title))
            .back(Link::new(
                url::review(application),
                t.say("declare-back-to-review"),
            ))
            .problems(t, problems),
        reference: assigned.application.reference,
        title: t.say(title),
        lead: t.say(lead),
        submit: t.say(submit),
        action: place::decline(application),
        conflict: url::declaration(application),
        reason: ask.hinted(
            "reason",
            why,
            "decline-reason-hint",
            &form.reason,
            Control::Area(3),
        ),
        t,
    })
}

/// Asks why, and says what follows.
pub async fn show(visit: Reviewer, application: Path<String>) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (form, problems) = (DeclineForm::default(), Problems::default());
    visit.page(&page(&visit, application, &form, &problems).await?)
}

/// Declines; leads back to the queue.
pub async fn decline(
    visit: Reviewer,
    application: Path<String>,
    Form(form): Form<DeclineForm>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&application).map_err(|_| Fault::NotFound)?;
    let (actor, posted) = (visit.actor().clone(), form.clone());
    let leave = move |tx: &mut Tx| decline_assignment(tx, &actor, application, &posted.reason);
    match visit.act(leave).await? {
        Ok(()) => Ok(visit.see_with(url::REVIEWS, "notice-assignment-declined")),
        Err(Refusal::Invalid(problems)) => {
            visit.refused(&page(&visit, application, &form, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}
