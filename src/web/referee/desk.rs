//! The referees of an application for staff: who was asked, what they said, asking
//! another. Reviewers and applicants never read it.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::named::{self, Of, ShownNamed};
use super::{advice_key, place};
use crate::actions::reading::Protected;
use crate::actions::{Refusal, referee as actions};
use crate::domain::referee::{Advice, Named, RefereeDraft, RefereeState, named as named_in};
use crate::domain::{ApplicationId, Language, Message, Problems, RefereeId};
use crate::i18n::Locale;
use crate::policy::referee::MayAskReferee;
use crate::policy::{Actor, Reach};
use crate::store::referee::{self, RefereeRow};
use crate::store::{Reader, Tx, submission};
use crate::web::access::{Admin, Staff};
use crate::web::account::email_field;
use crate::web::chrome::Chrome;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ops::NoFields;
use crate::web::reading;
use crate::web::ui::{Badge, Choice, Control, Field, Link, Tone, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// A referee as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct RefereeForm {
    pub name: String,
    pub email: String,
    pub language: String,
}

struct Shown {
    name: String,
    email: String,
    state: Badge,
    line: String,
    /// What is advised; nothing before the answer.
    advice: Option<Badge>,
    answer: String,
    /// Where it is sent again and taken back; empty where it can't be.
    action: String,
}

#[derive(Template)]
#[template(path = "referee/desk.html")]
struct DeskPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    reference: String,
    referees: Vec<Shown>,
    /// Whom the application names.
    named: Vec<ShownNamed>,
    action: String,
    /// Empty where nobody can be asked now.
    fields: Vec<Field>,
}

/// An application, whom staff asked about it, and whom it names itself.
type Loaded = (Subject, Vec<RefereeRow>, Vec<Named>);

async fn load(visit: &Visit, actor: &Actor, id: ApplicationId) -> Result<Loaded, Fault> {
    let reach = Reach::staff(actor);
    let find = move |reader: &mut Reader| {
        let Some(found) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let sent = submission::latest(reader, reach, id)?;
        let named = sent.map_or_else(Vec::new, |sent| named_in(&sent.answers));
        Ok(Some((found, referee::of_application(reader, id)?, named)))
    };
    let said = |row: &RefereeRow| row.state == RefereeState::Answered;
    let read = Protected::Referees(id);
    let what = |found: &Loaded| found.1.iter().any(said).then_some(read);
    reading::open(visit, actor, find, what).await
}

fn page(
    visit: &Visit,
    actor: &Actor,
    (found, rows, named): &Loaded,
    (form, problems): (&RefereeForm, &Problems),
) -> DeskPage {
    let (t, id) = (visit.t, found.row.id);
    let may = MayAskReferee::on(actor, (id, found.row.status)).is_ok();
    let fields = match may {
        true => fields(&Fields { t, problems }, form),
        false => Vec::new(),
    };
    DeskPage {
        chrome: Chrome::new(visit, &t.say("referees-title"))
            .back(Link::new(url::dossier(id), t.say("thread-dossier")))
            .problems(t, problems),
        t,
        organisation: found.organisation.name(t.language()).to_owned(),
        reference: found.row.reference.clone(),
        referees: rows.iter().map(|row| shown(visit, row, may)).collect(),
        named: named::shown(t, (id, may), (named, rows)),
        action: place(id),
        fields,
    }
}

fn shown(visit: &Visit, row: &RefereeRow, may: bool) -> Shown {
    let t = visit.t;
    let over = row.state == RefereeState::Asked && row.expires_at <= visit.now();
    let (key, tone) = match row.state {
        RefereeState::Asked if over => ("referee-expired", Tone::Warn),
        RefereeState::Asked => ("referee-asked", Tone::Info),
        RefereeState::Answered => ("referee-answered", Tone::Good),
        RefereeState::Withdrawn => ("referee-withdrawn", Tone::Neutral),
    };
    let line = Message::new("dossier-by")
        .with("who", row.asked_by.as_str())
        .with("when", t.when(row.asked_at, visit.zone()));
    let advice = |advice: Advice| Badge {
        text: t.say(advice_key(advice)),
        tone: match advice {
            Advice::Recommends => Tone::Good,
            Advice::WithReservations => Tone::Warn,
            Advice::AdvisesAgainst => Tone::Bad,
            Advice::CannotSay => Tone::Neutral,
        },
    };
    let open = may && row.state == RefereeState::Asked;
    Shown {
        name: row.name.clone(),
        email: row.email.clone(),
        state: Badge {
            text: t.say(key),
            tone,
        },
        line: t.tell(&line),
        advice: row.advice.map(advice),
        answer: row.answer.clone(),
        action: match open {
            true => format!("{}/{}", place(row.application_id), row.id),
            false => String::new(),
        },
    }
}

fn fields(ask: &Fields, form: &RefereeForm) -> Vec<Field> {
    let option = |language: Language| Choice {
        value: language.code().to_owned(),
        label: language.own_name().to_owned(),
        hint: None,
        chosen: form.language == language.code(),
    };
    let languages = Control::Radios(Language::ALL.map(option).into());
    vec![
        ask.field(
            "name",
            "referee-name",
            &form.name,
            Control::Line(Width::Medium),
        ),
        Field {
            autocomplete: "off",
            ..email_field(ask, &form.email)
        },
        ask.field("language", "referee-language", "", languages),
    ]
}

fn application(id: &str) -> Result<ApplicationId, Fault> {
    ApplicationId::parse(id).map_err(|_| Fault::NotFound)
}

fn ids(path: &(String, String)) -> Result<(ApplicationId, RefereeId), Fault> {
    let referee = RefereeId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((application(&path.0)?, referee))
}

/// The referees of an application.
pub async fn show(visit: Staff, id: Path<String>, of: Query<Of>) -> Result<HttpResponse, Fault> {
    let found = load(&visit, visit.actor(), application(&id)?).await?;
    let fresh = (&of.form(&found.2), &Problems::default());
    visit.page(&page(&visit, visit.actor(), &found, fresh))
}

/// Asks one more.
pub async fn ask(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<RefereeForm>,
) -> Result<HttpResponse, Fault> {
    let id = application(&id)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let draft = RefereeDraft {
        name: form.name.clone(),
        email: form.email.clone(),
        language: form.language.clone(),
    };
    let write = move |tx: &mut Tx| actions::ask(tx, &actor, id, &draft, &site);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place(id), "notice-referee-asked")),
        Err(Refusal::Invalid(problems)) => {
            let found = load(&visit, visit.actor(), id).await?;
            visit.refused(&page(&visit, visit.actor(), &found, (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Sends a question again.
pub async fn resend(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let ids = ids(&path)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    visit
        .act_or_fault(move |tx| actions::resend(tx, &actor, ids, &site))
        .await?;
    Ok(visit.see_with(&place(ids.0), "notice-referee-asked"))
}

/// Takes a question back.
pub async fn withdraw(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (ids, actor) = (ids(&path)?, visit.actor().clone());
    visit
        .act_or_fault(move |tx| actions::withdraw(tx, &actor, ids))
        .await?;
    Ok(visit.see_with(&place(ids.0), "notice-referee-withdrawn"))
}
