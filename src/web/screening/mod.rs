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
use super::registrar::Registrar;
use super::ui::{Choice, Control, Field, Link};
use super::visit::Visit;
use super::{url, words};
use crate::actions::Refusal;
use crate::actions::screening::{REASONS, screen};
use crate::domain::application::Status;
use crate::domain::{ApplicationId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::application::stale_key;
use crate::policy::{Actor, Reach};
use crate::store::Tx;
use crate::store::term::{self, Term};
use crate::web::list_screening::after_sending;

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
    action: String,
    fields: Vec<Field>,
}

async fn load(visit: &Visit, actor: &Actor, id: &str) -> Result<(Subject, Vec<Term>), Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let reach = Reach::staff(actor);
    let both = move |reader: &mut _| Ok((subject(reader, reach, id)?, term::all(reader)?));
    let (found, terms) = visit.read(both).await?;
    let found = found.ok_or(Fault::NotFound)?;
    match found.row.status {
        Status::Submitted => Ok((found, terms)),
        other => Err(Fault::Stale(Message::new(stale_key(other)))),
    }
}

fn page(
    visit: &Visit,
    (subject, terms): &(Subject, Vec<Term>),
    form: &ScreeningForm,
    problems: &Problems,
) -> ScreeningPage {
    let (t, row) = (visit.t, &subject.row);
    let name = subject.organisation.name(t.language()).to_owned();
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
        action: url::dossier_part(row.id, "screening"),
        fields: fields(&Fields { t, problems }, terms, form),
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
            after_sending(&visit, application).await;
            Ok(visit.see_with(&url::dossier(application), "notice-screened"))
        }
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), &id).await?;
            visit.refused(&page(&visit, &loaded, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
