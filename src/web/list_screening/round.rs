//! How the organisations of a round stand, those to be screened first, and the button
//! that screens them all.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{place, words};
use crate::actions::list_screening::{self as actions, Standing};
use crate::domain::OrganisationId;
use crate::domain::account::Role;
use crate::domain::list_screening::{Freshness, Purpose};
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::{Reader, StoreError, list_screening, organisation, round};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::ui::{Badge, Link, Pager};
use crate::web::url;
use crate::web::visit::Visit;

/// Organisations that one press screens; another takes the next.
const MOST: usize = 200;

/// How many to pass over.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Shown {
    after: usize,
}

/// An organisation in the list.
struct Row {
    href: String,
    name: String,
    standing: Badge,
    /// When it was screened last; empty before the first time.
    last: String,
    machine: String,
}

#[derive(Template)]
#[template(path = "list_screening/round.html")]
struct RoundPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    rows: Vec<Row>,
    /// How many are to be screened; empty for none.
    due: String,
    action: String,
    may_screen: bool,
    setting: Link,
    pager: Pager,
}

struct Loaded {
    round: Round,
    programme: Option<String>,
    standings: BTreeMap<OrganisationId, Standing>,
    owners: Vec<Organisation>,
}

fn load(reader: &mut Reader, reach: Reach, slug: &str) -> Result<Option<Loaded>, StoreError> {
    let Some(round) = round::by_slug(reader, slug)? else {
        return Ok(None);
    };
    let ids = list_screening::organisations(reader, reach, Some(round.id))?;
    let programme = crate::store::programme::by_id(reader, round.programme_id)?;
    Ok(Some(Loaded {
        programme: programme.map(|one| one.slug),
        standings: actions::standings_for(reader, reach, &ids)?,
        owners: organisation::by_ids(reader, &ids)?,
        round,
    }))
}

/// What there is to do comes first.
fn urgency(standing: &Standing) -> usize {
    match standing.freshness {
        Freshness::Never => 0,
        Freshness::Stale => 1,
        Freshness::Current if standing.tally.unanswered() > 0 => 2,
        Freshness::Current if standing.tally.confirmed > 0 => 3,
        Freshness::Current => 4,
        Freshness::NoLists => 5,
    }
}

/// The list.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    shown: Query<Shown>,
) -> Result<HttpResponse, Fault> {
    let (reach, slug, after) = (Reach::staff(visit.actor()), slug.into_inner(), shown.after);
    let found = visit.read(move |reader| load(reader, reach, &slug)).await?;
    let loaded = found.ok_or(Fault::NotFound)?;
    let (t, slug) = (visit.t, loaded.round.slug.as_str());
    let round = loaded.round.title.get(t.language()).to_owned();
    let mut all: Vec<(&Organisation, &Standing)> = loaded
        .owners
        .iter()
        .filter_map(|owner| Some((owner, loaded.standings.get(&owner.id)?)))
        .collect();
    all.sort_by_key(|(owner, standing)| (urgency(standing), owner.id));
    let due = all.iter().filter(|(_, one)| one.freshness.is_due()).count();
    let programme = loaded.programme.as_deref().unwrap_or_default();
    visit.page(&RoundPage {
        chrome: Chrome::new(&visit, &t.say("lists-screening-title"))
            .wide()
            .back(Link::new(url::admin_round(slug), round.clone())),
        t,
        due: match due {
            0 => String::new(),
            due => t.count("lists-due", due),
        },
        action: place::of_round(slug),
        may_screen: visit.actor().is(Role::Admin),
        setting: Link::new(place::of_programme(programme), t.say("setting-title")),
        pager: Pager::by_offset(&place::of_round(slug), after, all.len()),
        rows: all
            .into_iter()
            .skip(after)
            .take(Pager::ROWS)
            .map(|one| row(&visit, one))
            .collect(),
        round,
    })
}

fn row(visit: &Visit, (owner, standing): (&Organisation, &Standing)) -> Row {
    let (t, last) = (visit.t, standing.last.as_ref());
    Row {
        href: place::of_organisation(owner.id),
        name: owner.name(t.language()).to_owned(),
        standing: words::standing(t, standing),
        last: last.map_or_else(String::new, |run| t.when(run.ran_at, visit.zone())),
        machine: last.map_or_else(String::new, |run| run.ran_at.rfc3339()),
    }
}

/// Screens every organisation of a round that is due.
pub async fn screen(
    visit: Admin,
    slug: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let actor = visit.actor().clone();
    let (reach, name) = (Reach::staff(&actor), slug.clone());
    let prepare = move |reader: &mut Reader| {
        let Some(loaded) = load(reader, reach, &name)? else {
            return Ok(None);
        };
        let due = loaded.standings.iter();
        let due = due.filter(|(_, one)| one.freshness.is_due());
        let due: Vec<OrganisationId> = due.map(|(id, _)| *id).take(MOST).collect();
        actions::prepare(reader, &due).map(Some)
    };
    let prepared = visit.read(prepare).await?.ok_or(Fault::NotFound)?;
    visit
        .act_or_fault(move |tx| actions::keep(tx, &actor, Purpose::Screening, &prepared))
        .await?;
    Ok(visit.see_with(&place::of_round(&slug), "notice-list-round-screened"))
}
