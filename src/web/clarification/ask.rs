//! The form in which staff ask an applicant for more.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::actions::Refusal;
use crate::actions::clarification as actions;
use crate::domain::clarification::{SECTION, TypedAsk, WORDS_MOST};
use crate::domain::form::{Form as Questions, Section};
use crate::domain::{ApplicationId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::clarification::MayAsk;
use crate::store::{Reader, Tx, clarification, form};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Count, Field, Link, Width};
use crate::web::url;

/// A question as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AskForm {
    question: String,
    due_at: String,
    section: Vec<String>,
    words_only: String,
}

impl AskForm {
    fn typed(&self) -> TypedAsk {
        TypedAsk {
            question: self.question.clone(),
            due_at: self.due_at.clone(),
            sections: self.section.clone(),
            words_only: self.words_only == "yes",
        }
    }
}

#[derive(Template)]
#[template(path = "clarification/ask.html")]
struct AskPage {
    chrome: Chrome,
    t: Locale,
    reference: String,
    organisation: String,
    back: String,
    action: String,
    fields: Vec<Field>,
}

async fn load(visit: &Admin, id: &str) -> Result<(Subject, Arc<Questions>), Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let reach = Reach::staff(visit.actor());
    let find = move |reader: &mut Reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let form = form::of_application(reader, &subject.row)?;
        let pending = clarification::pending(reader, &[id])?.contains_key(&id);
        Ok(form.map(|form| (subject, form, pending)))
    };
    let (subject, form, pending) = visit.read(find).await?.ok_or(Fault::NotFound)?;
    let row = &subject.row;
    MayAsk::on(visit.actor(), row.id, row.status, pending).map_err(Fault::Stale)?;
    Ok((subject, form))
}

fn page(
    visit: &Admin,
    (subject, form): &(Subject, Arc<Questions>),
    typed: &AskForm,
    problems: &Problems,
) -> AskPage {
    let (t, id) = (visit.t, subject.row.id);
    let back = url::dossier_part(id, "clarifications");
    let zone = subject.round.time_zone.as_str();
    AskPage {
        chrome: Chrome::new(visit, &t.say("clarification-ask"))
            .back(Link::new(back.clone(), t.say("clarifications-title")))
            .problems(t, problems),
        t,
        reference: subject.row.reference.clone(),
        organisation: subject.organisation.name(t.language()).to_owned(),
        action: back.clone(),
        fields: fields(&Fields { t, problems }, form, zone, typed),
        back,
    }
}

fn fields(ask: &Fields, form: &Questions, zone: &str, typed: &AskForm) -> Vec<Field> {
    let t = ask.t;
    let question = ask.hinted(
        "question",
        "clarification-question-label",
        "clarification-question-hint",
        &typed.question,
        Control::Area(5),
    );
    let choice = |section: &Section| Choice {
        value: section.code.clone(),
        label: section.title.get(t.language()).to_owned(),
        hint: None,
        chosen: typed.section.contains(&section.code),
    };
    let sections = Control::Checkboxes(form.sections.iter().map(choice).collect());
    let words = if typed.words_only == "yes" { "yes" } else { "" };
    vec![
        words_field(t, question),
        due_field(ask, zone, &typed.due_at),
        ask.hinted(
            SECTION,
            "clarification-sections",
            "clarification-sections-hint",
            "",
            sections,
        ),
        ask.field(
            "words_only",
            "clarification-words-only",
            words,
            Control::Tick,
        ),
    ]
}

/// A field of words with their limit.
pub fn words_field(t: Locale, field: Field) -> Field {
    let most = i64::try_from(WORDS_MOST).unwrap_or(i64::MAX);
    Field {
        limit: Some(t.tell(&Message::new("thread-limit").with("most", most))),
        count: Some(Count {
            most: WORDS_MOST,
            unit: "characters",
        }),
        ..field
    }
}

/// The field of a due date, as wall clock of the round's zone.
pub fn due_field(ask: &Fields, zone: &str, value: &str) -> Field {
    let control = Control::Latin {
        kind: "text",
        inputmode: "",
        width: Width::Medium,
    };
    Field {
        hint: Some(ask.t.with("clarification-due-hint", "zone", zone)),
        ..ask.field("due_at", "clarification-due", value, control)
    }
}

/// The form of a question.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &id).await?;
    let (typed, problems) = (AskForm::default(), Problems::default());
    visit.page(&page(&visit, &loaded, &typed, &problems))
}

/// Asks.
pub async fn ask(
    visit: Admin,
    path: Path<String>,
    Form(form): Form<AskForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&path).map_err(|_| Fault::NotFound)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let typed = form.typed();
    let ask = move |tx: &mut Tx| actions::ask(tx, &actor, id, &typed, &site);
    match visit.act(ask).await? {
        Ok(()) => {
            let place = url::dossier_part(id, "clarifications");
            Ok(visit.see_with(&place, "notice-clarification-asked"))
        }
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, &path).await?;
            visit.refused(&page(&visit, &loaded, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
