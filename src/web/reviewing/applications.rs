//! Application by application: who has opened it, begun, sent.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use askama::Template;

use super::page::{Asked, Head, Stage, chrome, head, is_admin};
use crate::domain::round::Round;
use crate::domain::{ApplicationId, OrganisationId};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::application::ApplicationRow;
use crate::store::reviewing::{Overview, Step};
use crate::store::{Reader, organisation, phase, reminder};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Pager, Tone};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// Applications on one page.
const PAGE: usize = 50;

/// How far one reviewer is.
struct ShownStep {
    name: String,
    state: Badge,
    /// When that was; empty for who has not opened it.
    when: String,
}

struct ShownApplication {
    href: String,
    reference: String,
    organisation: String,
    status: Badge,
    steps: Vec<ShownStep>,
}

#[derive(Template)]
#[template(path = "reviewing/applications.html")]
struct ApplicationsPage {
    chrome: Chrome,
    t: Locale,
    head: Head,
    applications: Vec<ShownApplication>,
    pager: Pager,
}

/// What the page shows.
struct Loaded {
    stage: Stage,
    rows: Vec<ApplicationRow>,
    more: bool,
    steps: Vec<Step>,
    names: BTreeMap<OrganisationId, String>,
}

async fn load(visit: &Visit, actor: &Actor, round: Round, asked: &Asked) -> Result<Loaded, Fault> {
    let (reach, now, language) = (Reach::staff(actor), visit.now(), visit.t.language());
    let (which, before) = (asked.clone(), ApplicationId::parse(&asked.after).ok());
    let only = ApplicationId::parse(&asked.only).ok();
    let load = move |reader: &mut Reader| {
        let phase = phase::in_force(reader, round.id, now)?;
        let schedule = reminder::schedule(reader, round.id)?;
        let stage = Stage::of(round, &phase, schedule, now);
        let lines = which.lines(stage.late);
        let overview = Overview::of(reader, reach, stage.round.id)?;
        let (mut rows, mut steps) = (Vec::new(), Vec::new());
        if let (Some(overview), Some(lines)) = (overview, lines) {
            let place = (only, before);
            rows = overview.applications(reader, lines, place, PAGE as i64 + 1)?;
            let ids: Vec<ApplicationId> = rows.iter().take(PAGE).map(|row| row.id).collect();
            steps = overview.steps(reader, &ids)?;
        }
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let owners: Vec<OrganisationId> = rows.iter().map(|row| row.organisation_id).collect();
        let owners = organisation::by_ids(reader, &owners)?.into_iter();
        let names = owners.map(|one| (one.id, one.name(language).to_owned()));
        Ok(Loaded {
            names: names.collect(),
            stage,
            rows,
            more,
            steps,
        })
    };
    visit.read(load).await
}

/// The page of applications.
pub async fn page(
    visit: &Visit,
    actor: &Actor,
    round: Round,
    asked: &Asked,
) -> Result<HttpResponse, Fault> {
    let found = load(visit, actor, round, asked).await?;
    let last = found.rows.last().filter(|_| found.more);
    let place = asked.place(&found.stage.round);
    let pager = Pager {
        later: last.map(|last| format!("{place}&after={}", last.id)),
        earlier: (!asked.after.is_empty() || !asked.only.is_empty()).then_some(place),
    };
    let shown = found.rows.iter().map(|row| shown(visit, &found, row));
    visit.page(&ApplicationsPage {
        chrome: chrome(visit, &found.stage.round),
        t: visit.t,
        head: head(visit, &found.stage, asked, is_admin(actor)),
        applications: shown.collect(),
        pager,
    })
}

fn shown(visit: &Visit, found: &Loaded, row: &ApplicationRow) -> ShownApplication {
    let steps = found.steps.iter().filter(|step| step.application == row.id);
    let name = found.names.get(&row.organisation_id);
    ShownApplication {
        href: url::dossier(row.id),
        reference: row.reference.clone(),
        organisation: name.cloned().unwrap_or_default(),
        status: words::status(visit.t, row.status),
        steps: steps.map(|step| shown_step(visit, step)).collect(),
    }
}

fn shown_step(visit: &Visit, step: &Step) -> ShownStep {
    let t = visit.t;
    let (key, tone, at) = match (step.sent_at, step.saved_at, step.opened_at) {
        (Some(at), _, _) if step.imported_by.is_some() => {
            ("progress-imported", Tone::Good, Some(at))
        }
        (Some(at), _, _) => ("progress-sent", Tone::Good, Some(at)),
        (None, Some(at), _) => ("progress-begun", Tone::Info, Some(at)),
        (None, None, Some(at)) => ("progress-opened", Tone::Info, Some(at)),
        (None, None, None) => ("progress-not-opened", Tone::Neutral, None),
    };
    ShownStep {
        name: step.name.clone(),
        state: Badge {
            text: t.say(key),
            tone,
        },
        when: at.map_or_else(String::new, |at| t.when(at, visit.zone())),
    }
}
