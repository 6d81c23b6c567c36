//! The referee's side of the link in the letter. It shows whom the question is about
//! and the question, to whoever holds it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::advice_key;
use crate::actions::{Refusal, referee as actions};
use crate::domain::check::NOTE_MOST;
use crate::domain::referee::Advice;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::store::{Reader, Tx};
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field};
use crate::web::url;

/// An answer as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AnswerForm {
    advice: String,
    answer: String,
}

#[derive(Template)]
#[template(path = "referee/answer.html")]
struct AnswerPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    action: String,
    fields: Vec<Field>,
}

async fn page(
    visit: &Anyone,
    secret: &str,
    (form, problems): (&AnswerForm, &Problems),
) -> Result<AnswerPage, Fault> {
    let (now, own) = (visit.now(), secret.to_owned());
    let found = visit.read(move |reader: &mut Reader| actions::asked(reader, &own, now));
    let found = found.await?;
    let (_, owner) = found.ok_or_else(|| Fault::Stale(Message::new("error-link-used")))?;
    let t = visit.t;
    Ok(AnswerPage {
        chrome: Chrome::new(visit, &t.say("referee-answer-title")).problems(t, problems),
        t,
        organisation: owner.name(t.language()).to_owned(),
        action: format!("/referees/{}", url::encode(secret)),
        fields: fields(&Fields { t, problems }, form),
    })
}

fn fields(ask: &Fields, form: &AnswerForm) -> Vec<Field> {
    let option = |advice: Advice| Choice {
        value: advice.code().to_owned(),
        label: ask.t.say(advice_key(advice)),
        hint: None,
        chosen: form.advice == advice.code(),
    };
    let options = Control::Radios(Advice::ALL.map(option).into());
    let words = ("referee-answer", "referee-answer-hint");
    vec![
        Field {
            limit: Some(ask.t.with("decision-limit", "most", NOTE_MOST)),
            ..ask.hinted("answer", words.0, words.1, &form.answer, Control::Area(8))
        },
        ask.field("advice", "referee-advice", "", options),
    ]
}

/// The page behind the link.
pub async fn show(visit: Anyone, secret: Path<String>) -> Result<HttpResponse, Fault> {
    let fresh = (&AnswerForm::default(), &Problems::default());
    let page = page(&visit, &secret, fresh).await?;
    visit.page(&page)
}

/// Keeps the answer.
pub async fn answer(
    visit: Anyone,
    secret: Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<HttpResponse, Fault> {
    let (own, posted) = (secret.clone(), form.clone());
    let write = move |tx: &mut Tx| actions::answer(tx, &own, (&posted.advice, &posted.answer));
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(url::ROOT, "notice-referee-answered")),
        Err(Refusal::Invalid(problems)) => {
            let page = page(&visit, &secret, (&form, &problems)).await?;
            visit.refused(&page)
        }
        Err(other) => Err(other.into()),
    }
}
