//! The hold of one organisation: why, until when, and what was before.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::{PART, day, place as place_of};
use crate::actions::reading::Protected;
use crate::actions::{Refusal, hold as actions};
use crate::domain::account::Role;
use crate::domain::hold::HoldDraft;
use crate::domain::organisation::Organisation;
use crate::domain::{Message, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::hold::{self, HoldRow};
use crate::store::{Reader, Tx};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::organisation::{desk, desk_of, frame, tabs};
use crate::web::reading;
use crate::web::ui::{Control, Field, Link};
use crate::web::visit::Visit;

/// A hold, or the end of one, as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct HoldForm {
    reason: String,
    review_on: String,
    ending: String,
}

/// A hold with its words.
struct Shown {
    reason: String,
    line: String,
    overdue: bool,
    /// Why it ended; empty while it stands.
    ended: String,
}

#[derive(Template)]
#[template(path = "hold/page.html")]
struct HoldPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    tabs: Vec<Link>,
    standing: Option<Shown>,
    former: Vec<Shown>,
    action: String,
    /// Empty for who only reads.
    fields: Vec<Field>,
    /// Asks why it ends; nothing without a hold.
    ending: Option<Field>,
}

fn page(
    visit: &Visit,
    (organisation, rows): (&Organisation, &[HoldRow]),
    (form, problems): (&HoldForm, &Problems),
    may: bool,
) -> HoldPage {
    let (t, ask) = (
        visit.t,
        Fields {
            t: visit.t,
            problems,
        },
    );
    let name = organisation.name(t.language()).to_owned();
    let standing = rows.iter().find(|row| row.ended_at.is_none());
    let former = rows.iter().filter(|row| row.ended_at.is_some());
    let ending = || Field {
        value: form.ending.clone(),
        ..ask.field("ending", "hold-ending", &form.ending, Control::Area(2))
    };
    HoldPage {
        chrome: frame(visit, &t.say("hold-title")).problems(t, problems),
        t,
        tabs: tabs(t, organisation.id, PART),
        standing: standing.map(|row| shown(visit, row)),
        former: former.map(|row| shown(visit, row)).collect(),
        action: place_of(organisation.id),
        fields: if may { fields(&ask, form) } else { Vec::new() },
        ending: (may && standing.is_some()).then(ending),
        name,
    }
}

fn fields(ask: &Fields, form: &HoldForm) -> Vec<Field> {
    let reason = ("hold-reason", "hold-reason-hint");
    vec![
        ask.hinted("reason", reason.0, reason.1, &form.reason, Control::Area(3)),
        ask.hinted(
            "review_on",
            "hold-review",
            "filing-day-hint",
            &form.review_on,
            day(),
        ),
    ]
}

fn shown(visit: &Visit, row: &HoldRow) -> Shown {
    let t = visit.t;
    let line = Message::new("hold-line")
        .with("who", row.placed_by.as_str())
        .with("when", t.when(row.placed_at, visit.zone()))
        .with("day", t.day(row.review_on));
    Shown {
        reason: row.reason.clone(),
        line: t.tell(&line),
        overdue: row.ended_at.is_none() && row.review_on <= visit.now().day(visit.zone()),
        ended: match (row.ended_at, row.ended_reason.as_str()) {
            (None, _) => String::new(),
            (Some(_), "") => t.say("hold-replaced"),
            (Some(_), reason) => reason.to_owned(),
        },
    }
}

async fn load(visit: &Visit, actor: &Actor, of: OrganisationId) -> Result<Vec<HoldRow>, Fault> {
    let find = move |reader: &mut Reader| hold::of_organisation(reader, of).map(Some);
    reading::open(visit, actor, find, |_| Some(Protected::Hold(of))).await
}

/// The hold of an organisation within reach.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = desk(&visit, &id).await?;
    let rows = load(&visit, visit.actor(), organisation.id).await?;
    let may = visit.actor().is(Role::Admin);
    let fresh = (&HoldForm::default(), &Problems::default());
    visit.page(&page(&visit, (&organisation, &rows), fresh, may))
}

/// Puts it on hold, or keeps it so with another reason and day.
pub async fn place(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<HoldForm>,
) -> Result<HttpResponse, Fault> {
    let organisation = desk_of(&visit, Reach::staff(visit.actor()), &id).await?;
    let (actor, of) = (visit.actor().clone(), organisation.id);
    let draft = HoldDraft {
        reason: form.reason.clone(),
        review_on: form.review_on.clone(),
    };
    let write = move |tx: &mut Tx| actions::place(tx, &actor, of, &draft);
    let done = visit.act(write).await?;
    answer(&visit, &organisation, &form, (done, "notice-hold-placed")).await
}

/// Ends its hold.
pub async fn end(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<HoldForm>,
) -> Result<HttpResponse, Fault> {
    let organisation = desk_of(&visit, Reach::staff(visit.actor()), &id).await?;
    let (actor, of, reason) = (visit.actor().clone(), organisation.id, form.ending.clone());
    let write = move |tx: &mut Tx| actions::end(tx, &actor, of, &reason);
    let done = visit.act(write).await?;
    answer(&visit, &organisation, &form, (done, "notice-hold-ended")).await
}

async fn answer(
    visit: &Admin,
    organisation: &Organisation,
    form: &HoldForm,
    (done, notice): (Result<(), Refusal>, &'static str),
) -> Result<HttpResponse, Fault> {
    let of = organisation.id;
    match done {
        Ok(()) => Ok(visit.see_with(&place_of(of), notice)),
        Err(Refusal::Invalid(problems)) => {
            let rows = load(visit, visit.actor(), of).await?;
            let typed = (form, &problems);
            visit.refused(&page(visit, (organisation, &rows), typed, true))
        }
        Err(other) => Err(other.into()),
    }
}
