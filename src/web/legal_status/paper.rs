//! One kind of paper of an organisation: everything on record of it, and the form that
//! puts the next look on record.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::overview::{by, paper_place};
use super::{place, words};
use crate::actions::Refusal;
use crate::actions::legal_status::{SentFile, files, record_document};
use crate::actions::reading::Protected;
use crate::domain::Problems;
use crate::domain::account::Role;
use crate::domain::check::CheckOutcome;
use crate::domain::legal_status::{DocumentDraft, DocumentKind, Seen};
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::legal_status::{self, DocumentRow};
use crate::store::{Reader, Tx};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::organisation::{desk, desk_of};
use crate::web::reading;
use crate::web::ui::{Badge, Choice, Control, Field, Link, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// A paper as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct PaperForm {
    pub seen: String,
    pub issued_on: String,
    pub expires_on: String,
    pub outcome: String,
    pub note: String,
}

impl PaperForm {
    /// What was typed.
    pub fn draft(&self) -> DocumentDraft {
        DocumentDraft {
            seen: self.seen.clone(),
            issued_on: self.issued_on.clone(),
            expires_on: self.expires_on.clone(),
            outcome: self.outcome.clone(),
            note: self.note.clone(),
        }
    }
}

/// One look at a paper.
struct Look {
    outcome: Badge,
    by: String,
    seen: String,
    /// The dossier that the file came with; empty without one.
    source: String,
    days: Vec<(String, String)>,
    note: String,
}

#[derive(Template)]
#[template(path = "legal_status/paper.html")]
struct PaperPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    kind: String,
    looks: Vec<Look>,
    action: String,
    /// Empty for who only reads.
    fields: Vec<Field>,
}

struct Loaded {
    organisation: Organisation,
    kind: DocumentKind,
    looks: Vec<DocumentRow>,
    files: Vec<SentFile>,
}

async fn load(
    visit: &Visit,
    actor: &Actor,
    organisation: Organisation,
    kind: DocumentKind,
) -> Result<Loaded, Fault> {
    let (id, reach) = (organisation.id, Reach::staff(actor));
    let both = move |reader: &mut Reader| {
        Ok(Some((
            legal_status::history(reader, id, kind)?,
            files(reader, reach, id)?,
        )))
    };
    let read = Protected::Papers(id);
    let (looks, files) = reading::open(visit, actor, both, |_| Some(read)).await?;
    Ok(Loaded {
        organisation,
        kind,
        looks,
        files,
    })
}

fn page(
    visit: &Visit,
    loaded: &Loaded,
    (form, problems): (&PaperForm, &Problems),
    may_record: bool,
) -> PaperPage {
    let (t, id) = (visit.t, loaded.organisation.id);
    let kind = t.say(words::kind_key(loaded.kind));
    let fields = match may_record {
        true => fields(&Fields { t, problems }, &loaded.files, form),
        false => Vec::new(),
    };
    PaperPage {
        chrome: Chrome::new(visit, &kind)
            .back(Link::new(place(id), t.say("dossier-legal")))
            .problems(t, problems),
        t,
        organisation: loaded.organisation.name(t.language()).to_owned(),
        kind,
        looks: loaded
            .looks
            .iter()
            .map(|row| look(visit, loaded, row))
            .collect(),
        action: paper_place(id, loaded.kind),
        fields,
    }
}

fn look(visit: &Visit, loaded: &Loaded, row: &DocumentRow) -> Look {
    let t = visit.t;
    let named = loaded
        .files
        .iter()
        .find(|one| row.seen() == Seen::File(one.file.id));
    let named = named.map(|one| one.file.name.as_str());
    let day = |key: &str, day: Option<Day>| day.map(|day| (t.say(key), t.day(day)));
    let days = [
        day("paper-issued", row.issued_on),
        day("paper-expires", row.expires_on),
    ];
    Look {
        outcome: words::outcome(t, row.outcome),
        by: by(visit, &row.recorded_by, row.recorded_at),
        seen: words::seen(t, row.seen(), named),
        source: row.application_id.map(url::dossier).unwrap_or_default(),
        days: days.into_iter().flatten().collect(),
        note: row.note.clone(),
    }
}

fn fields(ask: &Fields, files: &[SentFile], form: &PaperForm) -> Vec<Field> {
    let t = ask.t;
    let option = |seen: Seen, name: Option<&str>| Choice {
        value: seen.code(),
        label: words::seen(t, seen, name),
        hint: None,
        chosen: form.seen == seen.code(),
    };
    let mut seen = vec![option(Seen::Paper, None), option(Seen::Register, None)];
    let sent = files.iter();
    seen.extend(sent.map(|one| option(Seen::File(one.file.id), Some(&one.file.name))));
    let mut fields = vec![ask.field("seen", "paper-seen", "", Control::Radios(seen))];
    fields.push(day(ask, "issued_on", "paper-issued", &form.issued_on));
    fields.extend(check_fields(ask, form));
    fields
}

fn day(ask: &Fields, name: &str, label: &str, value: &str) -> Field {
    let control = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    Field {
        optional: true,
        ..ask.hinted(name, label, "filing-day-hint", value, control)
    }
}

/// Until when a paper holds, what was found, and what was looked at.
pub fn check_fields(ask: &Fields, form: &PaperForm) -> Vec<Field> {
    let option = |outcome: CheckOutcome| Choice {
        value: outcome.code().to_owned(),
        label: words::outcome(ask.t, outcome).text,
        hint: None,
        chosen: form.outcome == outcome.code(),
    };
    let outcomes = Control::Radios(CheckOutcome::ALL.map(option).into());
    vec![
        day(ask, "expires_on", "paper-expires", &form.expires_on),
        ask.field("outcome", "check-outcome", "", outcomes),
        ask.hinted(
            "note",
            "check-note",
            "check-note-hint",
            &form.note,
            Control::Area(3),
        ),
    ]
}

fn kind_of(code: &str) -> Result<DocumentKind, Fault> {
    DocumentKind::from_code(code).ok_or(Fault::NotFound)
}

/// Everything on record of a kind of paper.
pub async fn show(visit: Staff, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let organisation = desk(&visit, &path.0).await?;
    let loaded = load(&visit, visit.actor(), organisation, kind_of(&path.1)?).await?;
    let (form, problems) = (PaperForm::default(), Problems::default());
    let may_record = visit.actor().is(Role::Admin);
    visit.page(&page(&visit, &loaded, (&form, &problems), may_record))
}

/// Puts a paper on record.
pub async fn record(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<PaperForm>,
) -> Result<HttpResponse, Fault> {
    let (actor, kind) = (visit.actor().clone(), kind_of(&path.1)?);
    let organisation = desk_of(&visit, Reach::staff(&actor), &path.0).await?;
    let (id, draft) = (organisation.id, form.draft());
    let write = move |tx: &mut Tx| record_document(tx, &actor, (id, kind), &draft);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place(id), "notice-paper-recorded")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), organisation, kind).await?;
            visit.refused(&page(&visit, &loaded, (&form, &problems), true))
        }
        Err(other) => Err(other.into()),
    }
}
