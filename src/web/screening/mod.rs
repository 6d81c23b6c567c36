//! Screening an application: in or out of the programme's scope.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::access::Admin;
use super::chrome::Chrome;
use super::dossier::{Subject, subject};
use super::errors::Fault;
use super::forms::{Fields, Form};
use super::hold::{Held, Warning, held, warning};
use super::reading;
use super::registrar::Registrar;
use super::ui::{Choice, Control, Field, Link};
use super::visit::Visit;
use super::{url, words};
use crate::actions::Refusal;
use crate::actions::reading::Protected;
use crate::actions::screening::{REASONS, screen};
use crate::domain::application::Status;
use crate::domain::{ApplicationId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::application::stale_key;
use crate::policy::{Actor, Reach};
use crate::store::term::{self, Term};
use crate::store::{Reader, StoreError, Tx};
use crate::web::list_screening::after_screening;

/// The routes of screening.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/applications/{id}/screening", show);
    routes.post("/admin/applications/{id}/screening", record);
}

/// What was found.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct ScreeningForm {
    outcome: String,
    reason: String,
    note: String,
}

#[derive(Template)]
#[template(path = "screening/form.html")]
struct ScreeningPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    title: String,
    dossier: String,
    hold: Option<Warning>,
    action: String,
    fields: Vec<Field>,
}

struct Loaded {
    subject: Subject,
    terms: Vec<Term>,
    /// The hold of the organisation.
    held: Option<Held>,
}

fn loaded(
    reader: &mut Reader,
    reach: Reach,
    id: ApplicationId,
) -> Result<Option<Loaded>, StoreError> {
    let Some(subject) = subject(reader, reach, id)? else {
        return Ok(None);
    };
    Ok(Some(Loaded {
        terms: term::all(reader)?,
        held: held(reader, &subject.row)?,
        subject,
    }))
}

async fn load(visit: &Visit, actor: &Actor, id: &str) -> Result<Loaded, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let reach = Reach::staff(actor);
    let find = move |reader: &mut Reader| loaded(reader, reach, id);
    // Why the organisation is on hold stands on the page.
    let read = |found: &Loaded| {
        let shown = found.held.is_some() && found.subject.row.status == Status::Submitted;
        shown.then_some(Protected::Hold(found.subject.organisation.id))
    };
    let found = reading::open(visit, actor, find, read).await?;
    match found.subject.row.status {
        Status::Submitted => Ok(found),
        other => Err(Fault::Stale(Message::new(stale_key(other)))),
    }
}

fn page(
    visit: &Admin,
    loaded: &Loaded,
    form: &ScreeningForm,
    problems: &Problems,
) -> ScreeningPage {
    let (t, row) = (visit.t, &loaded.subject.row);
    let held = loaded.held.as_ref();
    let name = loaded.subject.organisation.name(t.language()).to_owned();
    let dossier = url::dossier(row.id);
    ScreeningPage {
        chrome: Chrome::new(visit, &t.say("screening-title"))
            .wide()
            .back(Link::new(dossier.clone(), name.clone()))
            .problems(t, problems),
        t,
        organisation: name,
        title: row.title.clone(),
        dossier,
        hold: held.map(|held| warning(visit, visit.actor(), row.id, held)),
        action: url::dossier_part(row.id, "screening"),
        fields: fields(&Fields { t, problems }, &loaded.terms, form),
    }
}

fn fields(ask: &Fields, terms: &[Term], form: &ScreeningForm) -> Vec<Field> {
    let outcome = |value: &str, key: &str, hint: &str| Choice {
        value: value.to_owned(),
        label: ask.t.say(key),
        hint: Some(ask.t.say(hint)),
        chosen: form.outcome == value,
    };
    let outcomes = vec![
        outcome("eligible", "screening-eligible", "screening-eligible-hint"),
        outcome(
            "not_eligible",
            "screening-not-eligible",
            "screening-not-eligible-hint",
        ),
    ];
    let none = Choice {
        value: String::new(),
        label: ask.t.say("screening-no-reason"),
        hint: None,
        chosen: form.reason.is_empty(),
    };
    let reasons = words::term_choices(ask.t, terms, REASONS, &form.reason);
    let reasons = Control::Select([none].into_iter().chain(reasons).collect());
    let note = ("screening-note", "screening-note-hint");
    vec![
        ask.field(
            "outcome",
            "screening-outcome",
            "",
            Control::Radios(outcomes),
        ),
        ask.hinted(
            "reason",
            "screening-reason",
            "screening-reason-hint",
            "",
            reasons,
        ),
        ask.hinted("note", note.0, note.1, &form.note, Control::Area(4)),
    ]
}

/// The form of a screening.
pub async fn show(visit: Admin, id: Path<String>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, visit.actor(), &id).await?;
    let (form, problems) = (ScreeningForm::default(), Problems::default());
    visit.page(&page(&visit, &loaded, &form, &problems))
}

/// Records a screening.
pub async fn record(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<ScreeningForm>,
) -> Result<HttpResponse, Fault> {
    let application = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let posted = form.clone();
    let record = move |tx: &mut Tx| {
        let posted = (&*posted.outcome, &*posted.reason, &*posted.note);
        screen(tx, &actor, application, posted, &site)
    };
    match visit.act(record).await? {
        Ok(()) => {
            after_screening(&visit, application).await;
            Ok(visit.see_with(&url::dossier(application), "notice-screened"))
        }
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), &id).await?;
            visit.refused(&page(&visit, &loaded, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
