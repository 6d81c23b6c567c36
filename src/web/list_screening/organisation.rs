//! How an organisation stands: its last run, its hits, earlier runs, and the button that
//! screens it.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::{place, words};
use crate::actions::list_screening::{self as actions, Standing};
use crate::actions::reading::Protected;
use crate::domain::account::Role;
use crate::domain::list_screening::{Bearer, Purpose, Veil};
use crate::domain::organisation::Organisation;
use crate::domain::{ListVersionId, Message, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::list_screening::{self, HitRow, RunRow, VersionRow};
use crate::store::sponsorship::sponsors_behind;
use crate::store::{Reader, StoreError};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::organisation::{desk, frame, tabs};
use crate::web::reading;
use crate::web::ui::{Badge, Link, Moment};
use crate::web::visit::Visit;

/// Hits of one kind on the page; more than that is a threshold too low, and is told.
const HITS: usize = 200;
/// Earlier runs on the page.
const RUNS: i64 = 20;

/// A hit in a list.
pub struct ShownHit {
    pub href: String,
    /// Our spellings, and what they are to the organisation.
    pub ours: String,
    pub roles: String,
    /// The name that it is listed under.
    pub listed: String,
    pub list: String,
    pub score: String,
    pub state: Badge,
}

/// A hit for a list.
pub fn shown_hit(t: Locale, (of, veil): (OrganisationId, &Veil), hit: &HitRow) -> ShownHit {
    let evidence = &hit.evidence;
    let listed = evidence.record.names.first();
    ShownHit {
        href: place::of_hit(of, hit.id),
        ours: veil.told(&evidence.roles, &evidence.spellings).join(" · "),
        roles: words::roles(t, &evidence.roles),
        listed: listed.map_or_else(String::new, |name| name.text.clone()),
        list: hit.list.clone(),
        score: words::score(t, hit.score),
        state: words::state(t, hit.state),
    }
}

/// A name that is compared.
struct ShownBearer {
    spellings: String,
    roles: String,
}

#[derive(Template)]
#[template(path = "list_screening/organisation.html")]
struct OrganisationPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    tabs: Vec<Link>,
    standing: Badge,
    /// When, by whom and what for; empty before the first run.
    last: String,
    /// "un of 3 March 2026, from 60 of 100", and where that version stands.
    lists: Vec<Link>,
    /// How the hits of the last run stand, where a new run is due.
    tally: Option<Badge>,
    action: String,
    may_screen: bool,
    hits: Vec<ShownHit>,
    /// That there are more of them; empty where there are not. Likewise below.
    hits_cut: String,
    gone: Vec<ShownHit>,
    gone_cut: String,
    bearers: Vec<ShownBearer>,
    /// That the names of an account are missing, which can't be opened.
    unopened: bool,
    runs: Vec<Moment>,
}

struct Loaded {
    standing: Option<Standing>,
    bearers: Vec<Bearer>,
    /// By their names.
    sponsors: Vec<Organisation>,
    unopened: bool,
    hits: Vec<HitRow>,
    gone: Vec<HitRow>,
    runs: Vec<RunRow>,
    versions: BTreeMap<ListVersionId, VersionRow>,
}

/// Of what is kept from a reader who is still to score, only the names are read.
fn load(reader: &mut Reader, reach: Reach, id: OrganisationId) -> Result<Loaded, StoreError> {
    let standing = actions::standings_for(reader, reach, &[id])?.remove(&id);
    let kept = standing.as_ref().is_some_and(|one| one.kept);
    let (runs, hits) = match kept {
        true => (0, 0),
        // One more than is listed tells whether there are more.
        false => (RUNS, HITS as i64 + 1),
    };
    let runs = list_screening::latest(reader, id, runs)?;
    let used = runs.iter().flat_map(|row| &row.run.basis.lists);
    let used: Vec<ListVersionId> = used.map(|measure| measure.version).collect();
    let named = list_screening::named(reader, &[id])?.remove(&id);
    let unopened = named.as_ref().is_some_and(|one| one.missing.is_some());
    let sponsors = sponsors_behind(reader, &[id])?.remove(&id);
    Ok(Loaded {
        sponsors: sponsors.unwrap_or_default(),
        unopened,
        standing,
        bearers: named.map_or_else(Vec::new, |named| named.bearers),
        hits: list_screening::of_organisation(reader, id, true, hits)?,
        gone: list_screening::of_organisation(reader, id, false, hits)?,
        versions: list_screening::versions_of(reader, &used)?,
        runs,
    })
}

/// The page.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let organisation = desk(&visit, &id).await?;
    let (of, reach) = (organisation.id, Reach::staff(visit.actor()));
    let loaded = visit.read(move |reader| load(reader, reach, of)).await?;
    let standing = loaded.standing.as_ref().ok_or(Fault::NotFound)?;
    if !loaded.hits.is_empty() || !loaded.gone.is_empty() {
        reading::note(&visit, visit.actor(), Protected::ListHits(of)).await?;
    }
    let (t, name) = (visit.t, organisation.name(visit.t.language()).to_owned());
    let veil = Veil::new(&organisation, loaded.sponsors);
    let last = loaded.runs.first();
    let hits = |rows: &[HitRow]| {
        let listed = rows.iter().take(HITS);
        listed.map(|hit| shown_hit(t, (of, &veil), hit)).collect()
    };
    let due = standing.freshness.is_due() && standing.last.is_some() && !standing.kept;
    visit.page(&OrganisationPage {
        chrome: frame(&visit, &t.say("lists-screening-title")),
        t,
        tabs: tabs(t, of, place::PART),
        standing: words::standing(t, standing),
        last: last.map_or_else(String::new, |row| told(&visit, row)),
        lists: last.map_or_else(Vec::new, |row| lists(t, row, &loaded.versions)),
        tally: due.then(|| {
            let (text, tone) = words::tally(t, standing.tally);
            Badge { text, tone }
        }),
        action: place::of_organisation(of),
        may_screen: visit.actor().is(Role::Admin),
        hits: hits(&loaded.hits),
        hits_cut: cut(t, &loaded.hits),
        gone: hits(&loaded.gone),
        gone_cut: cut(t, &loaded.gone),
        unopened: loaded.unopened,
        bearers: loaded
            .bearers
            .iter()
            .map(|one| ShownBearer {
                spellings: veil.told(&one.roles, &one.spellings).join(" · "),
                roles: words::roles(t, &one.roles),
            })
            .collect(),
        runs: loaded
            .runs
            .iter()
            .map(|row| past(&visit, row, &loaded.versions))
            .collect(),
        name,
    })
}

/// That more was read than is listed.
fn cut(t: Locale, rows: &[HitRow]) -> String {
    match rows.len() > HITS {
        true => t.tell(&Message::new("lists-hits-cut").with("most", HITS as i64)),
        false => String::new(),
    }
}

/// Who ran it when and what for.
fn told(visit: &Visit, row: &RunRow) -> String {
    let t = visit.t;
    let words = Message::new(match row.ran_by {
        Some(_) => "lists-run-by",
        None => "lists-run-itself",
    });
    let words = words
        .with("when", t.when(row.run.ran_at, visit.zone()))
        .with("purpose", words::purpose(t, row.run.purpose));
    match &row.ran_by {
        Some(name) => t.tell(&words.with("name", name.as_str())),
        None => t.tell(&words),
    }
}

/// What it was measured by.
fn lists(t: Locale, row: &RunRow, versions: &BTreeMap<ListVersionId, VersionRow>) -> Vec<Link> {
    let measures = row.run.basis.lists.iter();
    measures
        .filter_map(|measure| {
            let version = versions.get(&measure.version)?;
            let words = Message::new("lists-measure")
                .with("list", measure.list.as_str())
                .with("day", t.day(version.version.dated))
                .with("threshold", words::threshold(t, measure.threshold));
            Some(Link::new(
                place::of_version(measure.version),
                t.tell(&words),
            ))
        })
        .collect()
}

fn past(visit: &Visit, row: &RunRow, versions: &BTreeMap<ListVersionId, VersionRow>) -> Moment {
    let t = visit.t;
    let count = |number: i32| usize::try_from(number).unwrap_or(0);
    let mut text = vec![row.ran_by.clone().unwrap_or_else(|| t.say("lists-itself"))];
    text.push(t.count("lists-names", count(row.names)));
    text.extend(lists(t, row, versions).into_iter().map(|one| one.text));
    Moment {
        title: t.count("lists-hits", count(row.hits)),
        when: t.when(row.run.ran_at, visit.zone()),
        machine: row.run.ran_at.rfc3339(),
        text: Some(text.join("\n")),
        done: true,
    }
}

/// Screens the organisation now.
pub async fn screen(
    visit: Admin,
    id: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = OrganisationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let reach = Reach::staff(&actor);
    let prepare =
        move |reader: &mut Reader| match crate::store::organisation::find(reader, reach, id)? {
            Some(_) => Ok(Some(actions::prepare(reader, &[id])?)),
            None => Ok(None),
        };
    let prepared = visit.read(prepare).await?.ok_or(Fault::NotFound)?;
    let keep =
        visit.act_or_fault(move |tx| actions::keep(tx, &actor, Purpose::Screening, &prepared));
    let notice = match keep.await? {
        0 => "notice-list-no-lists",
        _ => "notice-list-screened",
    };
    Ok(visit.see_with(&place::of_organisation(id), notice))
}
