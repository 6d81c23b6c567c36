//! What is on record of one organisation, and recording more.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::fields::{PressureForm, incident_form, typed};
use super::place;
use super::summary;
use super::words::Group;
use crate::actions::reading::Protected;
use crate::actions::{Refusal, pressure as actions};
use crate::domain::form::Opt;
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::pressure::TypedIncident;
use crate::domain::{IncidentId, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::pressure::MayRecord;
use crate::policy::{Actor, Reach};
use crate::store::incident::{self, IncidentRow};
use crate::store::{Reader, Tx, organisation};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::organisation::{desk, frame, tabs};
use crate::web::reading;
use crate::web::ui::{Link, Pager};
use crate::web::visit::Visit;

/// Incidents on one page.
const PAGE: usize = 50;

/// After which incident the page begins: its day and id.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct After {
    after: String,
}

impl After {
    fn place(&self) -> Option<(Day, IncidentId)> {
        let (day, id) = self.after.split_once('_')?;
        Some((Day::parse(day).ok()?, IncidentId::parse(id).ok()?))
    }
}

#[derive(Template)]
#[template(path = "pressure/organisation.html")]
struct PressurePage {
    chrome: Chrome,
    t: Locale,
    name: String,
    tabs: Vec<Link>,
    groups: Vec<Group>,
    pager: Pager,
    /// Nothing where the reader may not write.
    form: Option<PressureForm>,
}

struct Loaded {
    organisation: Organisation,
    rows: Vec<IncidentRow>,
    more: bool,
    kinds: Vec<Opt>,
}

async fn load(
    visit: &Visit,
    actor: &Actor,
    id: OrganisationId,
    after: Option<(Day, IncidentId)>,
) -> Result<Loaded, Fault> {
    let reach = Reach::staff(actor);
    let find = move |reader: &mut Reader| {
        let Some(organisation) = organisation::find(reader, reach, id)? else {
            return Ok(None);
        };
        let mut rows = incident::list(reader, id, after, PAGE as i64 + 1)?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        Ok(Some(Loaded {
            kinds: actions::kinds(reader)?,
            organisation,
            rows,
            more,
        }))
    };
    let read = Protected::Incidents(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

fn page(
    visit: &Visit,
    actor: &Actor,
    (loaded, paged): (&Loaded, bool),
    (typed, problems): (&TypedIncident, &Problems),
) -> PressurePage {
    let (t, of) = (visit.t, &loaded.organisation);
    let name = of.name(t.language()).to_owned();
    let here = place::of(of.id);
    let last = loaded.rows.last().filter(|_| loaded.more);
    let later = last.map(|row| {
        let day = row.incident.happening.day.iso();
        format!("{here}?after={day}_{}", row.id)
    });
    let may = MayRecord::about(actor, of.id).is_ok();
    PressurePage {
        chrome: frame(visit, &t.say("pressure-title")).problems(t, problems),
        t,
        tabs: tabs(t, of.id, place::PART),
        groups: summary::of_staff(visit, &loaded.kinds, &loaded.rows),
        pager: Pager {
            earlier: paged.then(|| here.clone()),
            later,
        },
        form: may.then(|| incident_form((t, problems), here, typed, &loaded.kinds)),
        name,
    }
}

/// What is on record.
pub async fn show(
    visit: Staff,
    id: Path<String>,
    after: Query<After>,
) -> Result<HttpResponse, Fault> {
    let of = desk(&visit, &id).await?;
    let after = after.place();
    let loaded = load(&visit, visit.actor(), of.id, after).await?;
    let fresh = (&TypedIncident::default(), &Problems::default());
    let paged = (&loaded, after.is_some());
    visit.page(&page(&visit, visit.actor(), paged, fresh))
}

/// Records an incident.
pub async fn record(
    visit: Admin,
    id: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let id = OrganisationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (actor, today) = (visit.actor().clone(), visit.now().day(visit.zone()));
    let typed = typed(pairs);
    let posted = typed.clone();
    let write = move |tx: &mut Tx| actions::record(tx, &actor, id, (&posted, today));
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place::of(id), "notice-incident-recorded")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), id, None).await?;
            let refused = (&typed, &problems);
            visit.refused(&page(&visit, visit.actor(), (&loaded, false), refused))
        }
        Err(other) => Err(other.into()),
    }
}
