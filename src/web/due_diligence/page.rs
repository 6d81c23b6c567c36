//! The due diligence of an application: its tier, what that asks for, concerns.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::{place, words};
use crate::actions::Refusal;
use crate::actions::due_diligence::{self as actions, Diligence, TEAM, TypedConcern};
use crate::actions::reading::Protected;
use crate::domain::due_diligence::{Line, LineState, Step};
use crate::domain::{ApplicationId, ConcernId, Message, Moment, Problems};
use crate::i18n::Locale;
use crate::policy::due_diligence::MayExamine;
use crate::policy::{Actor, Reach};
use crate::store::discussion::Panelist;
use crate::store::due_diligence::{ConcernRow, StepRow};
use crate::store::{Reader, Tx};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs};
use crate::web::ui::{Badge, Choice, Control, Field, Link};
use crate::web::visit::Visit;
use crate::web::{legal_status, list_screening, reading, referee, url};

/// A line of the list.
struct ShownLine {
    name: String,
    state: Badge,
    /// Where it is done; empty where the reader can't.
    href: String,
    /// Who did it, what they looked at, who looked again.
    by: String,
    note: String,
    second: String,
    /// Where the reader looks a second time; empty where they can't.
    again: String,
}

impl ShownLine {
    /// Whether anything is said of it, or can be done.
    fn is_told(&self) -> bool {
        [&self.note, &self.by, &self.second, &self.again]
            .iter()
            .any(|text| !text.is_empty())
    }
}

struct ShownConcern {
    words: String,
    line: String,
    lifts: bool,
    /// Who resolved it and when; empty while it is open.
    resolved: String,
    resolution: String,
    action: String,
    /// Asks how it was resolved; nothing where the reader can't.
    field: Option<Field>,
}

/// Everything that is typed on the page.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct ConcernForm {
    words: String,
    to: String,
    lifts: String,
}

#[derive(Template)]
#[template(path = "due_diligence/page.html")]
struct DiligencePage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    reference: String,
    tier: String,
    lifted: bool,
    /// How much is open, in words.
    open: String,
    lines: Vec<ShownLine>,
    concerns: Vec<ShownConcern>,
    action: String,
    /// Empty for who only reads.
    fields: Vec<Field>,
}

struct Loaded {
    subject: Subject,
    found: Diligence,
    addressees: Vec<Panelist>,
}

async fn load(visit: &Visit, actor: &Actor, id: ApplicationId) -> Result<Loaded, Fault> {
    let (reach, now) = (Reach::staff(actor), visit.now());
    let find = move |reader: &mut Reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        Ok(Some(Loaded {
            found: actions::diligence(reader, reach, &subject.row, now)?,
            addressees: actions::addressees(reader, &subject.row)?,
            subject,
        }))
    };
    let read = Protected::Diligence(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

/// What was typed: a new concern, or a word on how one was resolved.
type Typed<'a> = (&'a ConcernForm, &'a Pairs, &'a Problems);

fn page(visit: &Visit, actor: &Actor, loaded: &Loaded, typed: Typed) -> DiligencePage {
    let (t, row, found) = (visit.t, &loaded.subject.row, &loaded.found);
    let (form, pairs, problems) = typed;
    let may = MayExamine::on(actor, (row.id, row.status)).ok();
    let ask = Fields { t, problems };
    let [tier, open] = words::summary(t, found);
    let concern = |one: &ConcernRow| concern(visit, (row.id, may.is_some()), one, (&ask, pairs));
    DiligencePage {
        chrome: Chrome::new(visit, &t.say("diligence-title"))
            .wide()
            .back(Link::new(url::dossier(row.id), t.say("thread-dossier")))
            .problems(t, problems),
        t,
        organisation: loaded.subject.organisation.name(t.language()).to_owned(),
        reference: row.reference.clone(),
        tier,
        lifted: found.lifted,
        open,
        lines: found
            .lines
            .iter()
            .map(|one| line(visit, loaded, (actor, may.as_ref()), *one))
            .collect(),
        concerns: found.concerns.iter().map(concern).collect(),
        action: format!("{}/concerns", place(row.id)),
        fields: match may {
            Some(_) => fields(&ask, &loaded.addressees, form),
            None => Vec::new(),
        },
    }
}

fn line(
    visit: &Visit,
    loaded: &Loaded,
    (actor, may): (&Actor, Option<&MayExamine>),
    (line, state): (Line, LineState),
) -> ShownLine {
    let (t, id) = (visit.t, loaded.subject.row.id);
    let step = |step: Step| {
        let mut all = loaded.found.steps.iter();
        all.find(|one| one.taken.step == step)
    };
    let screening = loaded.found.screening.as_ref();
    let screening = screening.filter(|_| line == Line::Step(Step::ListScreening));
    let taken = match line {
        Line::Step(_) if screening.is_some() => None,
        Line::Step(of) => step(of),
        Line::Papers | Line::Referees(_) => None,
    };
    let own = format!("{}/steps", place(id));
    let again = |one: &StepRow| {
        let may = may?.second((one.id, one.taken.by), one.taken.second).ok()?;
        (may.by() == actor.id).then(|| format!("{own}/{}/second", one.taken.step.code()))
    };
    ShownLine {
        name: words::line(t, line),
        state: words::state(t, state),
        href: match line {
            Line::Papers => legal_status::place(loaded.subject.organisation.id),
            Line::Referees(_) => referee::place(id),
            Line::Step(_) if screening.is_some() => {
                list_screening::place::of_organisation(loaded.subject.organisation.id)
            }
            Line::Step(of) if may.is_some() => format!("{own}/{}", of.code()),
            Line::Step(_) => String::new(),
        },
        by: taken
            .map(|one| legal_status::by(visit, &one.name, one.taken_at))
            .or_else(|| screening.map(|one| words::screened(visit, one)))
            .unwrap_or_default(),
        note: taken.map(|one| one.note.clone()).unwrap_or_default(),
        second: taken
            .and_then(|one| one.second.as_ref())
            .map(|(who, at)| with_when(visit, "diligence-second", who, *at))
            .unwrap_or_default(),
        again: taken.and_then(again).unwrap_or_default(),
    }
}

fn with_when(visit: &Visit, key: &'static str, who: &str, at: Moment) -> String {
    let words = Message::new(key)
        .with("who", who)
        .with("when", visit.t.when(at, visit.zone()));
    visit.t.tell(&words)
}

fn concern(
    visit: &Visit,
    (id, may): (ApplicationId, bool),
    one: &ConcernRow,
    (ask, pairs): (&Fields, &Pairs),
) -> ShownConcern {
    let t = visit.t;
    let (who, when) = (one.raised_by.as_str(), t.when(one.raised_at, visit.zone()));
    let line = match &one.raised_to {
        Some(to) => Message::new("concern-line")
            .with("to", to.as_str())
            .with("who", who)
            .with("when", when),
        None => Message::new("concern-line-team")
            .with("who", who)
            .with("when", when),
    };
    let name = format!("resolution-{}", one.id);
    let value = pairs.iter().find(|(own, _)| *own == name);
    let value = value.map_or("", |(_, value)| value.as_str());
    let open = may && one.resolved.is_none();
    ShownConcern {
        words: one.words.clone(),
        line: t.tell(&line),
        lifts: one.lifts && one.resolved.is_none(),
        resolved: one
            .resolved
            .as_ref()
            .map(|(who, at)| with_when(visit, "concern-resolved", who, *at))
            .unwrap_or_default(),
        resolution: one.resolution.clone(),
        action: format!("{}/concerns/{}", place(id), one.id),
        field: open.then(|| ask.field(&name, "concern-resolution", value, Control::Area(2))),
    }
}

fn fields(ask: &Fields, addressees: &[Panelist], form: &ConcernForm) -> Vec<Field> {
    let to = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        chosen: form.to == value,
    };
    let people = addressees.iter();
    let people = people.map(|one| to(one.recipient.id.as_str(), &one.name));
    let team = to(TEAM, &ask.t.say("concern-team"));
    let people = people.chain([team]);
    vec![
        ask.hinted(
            "words",
            "concern-words",
            "concern-words-hint",
            &form.words,
            Control::Area(3),
        ),
        ask.field("to", "concern-to", "", Control::Radios(people.collect())),
        ask.field("lifts", "concern-lifts", &form.lifts, Control::Tick),
    ]
}

fn application(id: &str) -> Result<ApplicationId, Fault> {
    ApplicationId::parse(id).map_err(|_| Fault::NotFound)
}

/// The due diligence of an application.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = application(&id)?;
    let loaded = load(&visit, visit.actor(), id).await?;
    let fresh = (&ConcernForm::default(), &Pairs::new(), &Problems::default());
    visit.page(&page(&visit, visit.actor(), &loaded, fresh))
}

/// Raises a concern.
pub async fn raise(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<ConcernForm>,
) -> Result<HttpResponse, Fault> {
    let id = application(&id)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let typed = TypedConcern {
        words: form.words.clone(),
        to: form.to.clone(),
        lifts: form.lifts == "yes",
    };
    let write = move |tx: &mut Tx| actions::raise(tx, &actor, id, &typed, &site);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place(id), "notice-concern-raised")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), id).await?;
            let typed = (&form, &Pairs::new(), &problems);
            visit.refused(&page(&visit, visit.actor(), &loaded, typed))
        }
        Err(other) => Err(other.into()),
    }
}

/// Resolves a concern.
pub async fn resolve(
    visit: Admin,
    path: Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let id = application(&path.0)?;
    let concern = ConcernId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let name = format!("resolution-{concern}");
    let reason = pairs.iter().find(|(own, _)| *own == name);
    let reason = reason.map(|(_, value)| value.clone()).unwrap_or_default();
    let write = move |tx: &mut Tx| actions::resolve(tx, &actor, (id, concern), &reason);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place(id), "notice-concern-resolved")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), id).await?;
            let typed = (&ConcernForm::default(), &pairs, &problems);
            visit.refused(&page(&visit, visit.actor(), &loaded, typed))
        }
        Err(other) => Err(other.into()),
    }
}
