//! An admin who neither proposed nor signed a decision answers an appeal against it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::place;
use super::raise::told;
use crate::actions::decide::{Case, case};
use crate::actions::reading::Protected;
use crate::actions::{Refusal, appeal as actions};
use crate::domain::appeal::{Appeal, TEXT_MOST};
use crate::domain::{AppealId, ApplicationId, Problems};
use crate::policy::Reach;
use crate::policy::appeal::MayAnswerAppeal;
use crate::store::{Reader, Tx, appeal};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::legal_status::FormPage;
use crate::web::reading;
use crate::web::ui::{Choice, Control, Field, Link};
use crate::web::url;

/// An answer as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AnswerForm {
    upheld: String,
    answer: String,
}

async fn load(visit: &Admin, id: &str) -> Result<(Case, Appeal), Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let (reach, now) = (Reach::staff(visit.actor()), visit.now());
    let find = move |reader: &mut Reader| {
        let Some(case) = case(reader, reach, id, now)? else {
            return Ok(None);
        };
        let last = appeal::of_application(reader, id)?.pop();
        Ok(last.map(|last| (case, last)))
    };
    visit.read(find).await?.ok_or(Fault::NotFound)
}

async fn page(
    visit: &Admin,
    (case, asked): &(Case, Appeal),
    (form, problems): (&AnswerForm, &Problems),
) -> Result<FormPage, Fault> {
    let t = visit.t;
    let (ask, id) = (Fields { t, problems }, case.application.id);
    reading::note(visit, visit.actor(), Protected::Decision(id)).await?;
    let heading = t.say("appeal-read");
    let choice = |value: &str, key: &str, hint: &str| Choice {
        value: value.to_owned(),
        label: t.say(key),
        hint: Some(t.say(hint)),
        chosen: form.upheld == value,
    };
    let choices = vec![
        choice("yes", "appeal-upheld", "appeal-upheld-hint"),
        choice("no", "appeal-not-upheld", "appeal-not-upheld-hint"),
    ];
    let answer = ("appeal-answer", "appeal-answer-hint");
    Ok(FormPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(url::decision(id), t.say("decision-title")))
            .problems(t, problems),
        over: case.application.reference.clone(),
        heading,
        lead: told(visit, asked),
        action: place(id),
        fields: vec![
            ask.field("upheld", "appeal-outcome", "", Control::Radios(choices)),
            Field {
                limit: Some(t.with("decision-limit", "most", TEXT_MOST)),
                ..ask.hinted("answer", answer.0, answer.1, &form.answer, Control::Area(8))
            },
        ],
        submit: t.say("appeal-answer-send"),
        cancel: Link::new(url::decision(id), t.say("admin-cancel")),
    })
}

/// What was asked, and the form of the answer.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let found = load(&visit, &id).await?;
    let mut past = found.0.history.iter();
    let about = past.find(|one| one.id == found.1.decision);
    MayAnswerAppeal::on(visit.actor(), about.ok_or(Fault::NotFound)?, &found.1)?;
    let fresh = (&AnswerForm::default(), &Problems::default());
    visit.page(&page(&visit, &found, fresh).await?)
}

/// Answers.
pub async fn answer(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<HttpResponse, Fault> {
    let found = load(&visit, &id).await?;
    let about: (ApplicationId, AppealId) = (found.0.application.id, found.1.id);
    let (actor, typed) = (visit.actor().clone(), form.clone());
    let site = visit.site.address.clone();
    let write = move |tx: &mut Tx| {
        let words = (typed.upheld.as_str(), typed.answer.as_str());
        actions::answer(tx, &actor, about, words, &site)
    };
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&url::decision(about.0), "notice-appeal-answered")),
        Err(Refusal::Invalid(problems)) => {
            let page = page(&visit, &found, (&form, &problems)).await?;
            visit.answer(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(other) => Err(other.into()),
    }
}
