//! The log of an organisation, and adding to it.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::fields::{EngagementForm, entry_form, typed};
use super::place;
use super::words::head;
use crate::actions::reading::Protected;
use crate::actions::{Refusal, engagement as actions};
use crate::domain::engagement::TypedEntry;
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::{EngagementId, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::engagement::MayLog;
use crate::policy::{Actor, Reach};
use crate::store::engagement::{self, EngagementRow, Offered, UploadedRow};
use crate::store::{Reader, Tx, organisation};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Form, Pairs};
use crate::web::organisation::{desk, frame, tabs};
use crate::web::reading;
use crate::web::ui::{Badge, Link, Pager, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// Entries on one page.
const PAGE: usize = 50;

/// What the button posts that leads to the files of the new entry.
const FILES: &str = "files";

/// After which entry the page begins: its day and id.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct After {
    after: String,
}

impl After {
    fn place(&self) -> Option<(Day, EngagementId)> {
        let (day, id) = self.after.split_once('_')?;
        Some((Day::parse(day).ok()?, EngagementId::parse(id).ok()?))
    }
}

/// An entry as it is shown.
pub struct ShownEntry {
    pub head: String,
    pub href: String,
    /// The day for machines.
    pub machine: String,
    pub place: String,
    pub theirs: String,
    pub ours: String,
    pub notes: String,
    pub files: Vec<Link>,
    /// How many files of its own it holds, and where; nothing on its own page.
    pub uploads: Option<Link>,
    /// Who wrote it when.
    pub by: String,
    /// Why it was corrected; empty for a first version.
    pub reason: String,
    pub badges: Vec<Badge>,
}

#[derive(Template)]
#[template(path = "engagement/log.html")]
struct LogPage {
    chrome: Chrome,
    t: Locale,
    name: String,
    tabs: Vec<Link>,
    entries: Vec<ShownEntry>,
    pager: Pager,
    /// Nothing where the reader may not write.
    form: Option<EngagementForm>,
}

struct Loaded {
    organisation: Organisation,
    rows: Vec<EngagementRow>,
    more: bool,
    files: BTreeMap<(EngagementId, i32), Vec<Offered>>,
    uploads: BTreeMap<EngagementId, usize>,
    offered: Vec<Offered>,
}

async fn load(
    visit: &Visit,
    actor: &Actor,
    id: OrganisationId,
    after: Option<(Day, EngagementId)>,
) -> Result<Loaded, Fault> {
    let reach = Reach::staff(actor);
    let find = move |reader: &mut Reader| {
        let Some(organisation) = organisation::find(reader, reach, id)? else {
            return Ok(None);
        };
        let mut rows = engagement::list(reader, id, after, PAGE as i64 + 1)?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let ids: Vec<EngagementId> = rows.iter().map(|row| row.id).collect();
        Ok(Some(Loaded {
            files: engagement::pointed_at(reader, &ids)?,
            uploads: standing(engagement::uploads(reader, &ids)?),
            offered: engagement::offered(reader, reach, id)?,
            organisation,
            rows,
            more,
        }))
    };
    let read = Protected::Engagements(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

/// How many files each entry holds that were not removed.
fn standing(uploads: Vec<(UploadedRow, String)>) -> BTreeMap<EngagementId, usize> {
    let mut counts = BTreeMap::new();
    for (row, _) in uploads {
        if row.removed_at.is_none() {
            *counts.entry(row.engagement_id).or_default() += 1;
        }
    }
    counts
}

/// An entry in words, with the files that its version points at.
pub fn shown(visit: &Visit, row: &EngagementRow, files: &[Offered]) -> ShownEntry {
    let t = visit.t;
    let by = crate::domain::Message::new("engagement-by")
        .with("who", row.author.as_str())
        .with("when", t.when(row.written_at, visit.zone()));
    let badge = |key: &str, tone| Badge {
        text: t.say(key),
        tone,
    };
    let mistaken = row
        .mistaken
        .then(|| badge("engagement-mistaken", Tone::Bad));
    let corrected =
        (row.version > 1 && !row.mistaken).then(|| badge("engagement-corrected", Tone::Warn));
    let file = |file: &Offered| {
        let dossier = url::dossier(file.application);
        Link::new(dossier, format!("{} · {}", file.name, file.reference))
    };
    ShownEntry {
        head: head(t, row.kind, row.day),
        href: place::entry(row.organisation, row.id),
        machine: row.day.iso(),
        place: row.place.clone(),
        theirs: row.theirs.clone(),
        ours: row.ours.clone(),
        notes: row.notes.clone(),
        files: files.iter().map(file).collect(),
        uploads: None,
        by: t.tell(&by),
        reason: row.reason.clone(),
        badges: mistaken.into_iter().chain(corrected).collect(),
    }
}

fn page(
    visit: &Visit,
    actor: &Actor,
    (loaded, paged): (&Loaded, bool),
    (typed, problems): (&TypedEntry, &Problems),
) -> LogPage {
    let (t, of) = (visit.t, &loaded.organisation);
    let name = of.name(t.language()).to_owned();
    let here = place::log(of.id);
    let last = loaded.rows.last().filter(|_| loaded.more);
    let files = |row: &EngagementRow| loaded.files.get(&(row.id, row.version));
    let entry = |row: &EngagementRow| {
        let files = files(row).map_or(&[][..], Vec::as_slice);
        let counted = loaded.uploads.get(&row.id).map(|count| {
            let words = t.count("engagement-uploads-count", *count);
            Link::new(place::files(of.id, row.id), words)
        });
        ShownEntry {
            uploads: counted,
            ..shown(visit, row, files)
        }
    };
    let may = MayLog::about(actor, of.id).is_ok();
    LogPage {
        chrome: frame(visit, &t.say("engagement-title")).problems(t, problems),
        t,
        tabs: tabs(t, of.id, place::PART),
        entries: loaded.rows.iter().map(entry).collect(),
        pager: Pager {
            earlier: paged.then(|| here.clone()),
            later: last.map(|row| format!("{here}?after={}_{}", row.day.iso(), row.id)),
        },
        form: may.then(|| entry_form((t, problems), here, typed, &loaded.offered)),
        name,
    }
}

/// The log.
pub async fn show(
    visit: Staff,
    id: Path<String>,
    after: Query<After>,
) -> Result<HttpResponse, Fault> {
    let of = desk(&visit, &id).await?;
    let after = after.place();
    let loaded = load(&visit, visit.actor(), of.id, after).await?;
    let fresh = (&TypedEntry::default(), &Problems::default());
    let paged = (&loaded, after.is_some());
    visit.page(&page(&visit, visit.actor(), paged, fresh))
}

/// Adds an entry.
pub async fn add(
    visit: Admin,
    id: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<HttpResponse, Fault> {
    let id = OrganisationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (actor, today) = (visit.actor().clone(), visit.now().day(visit.zone()));
    let goes_on = pairs
        .iter()
        .any(|(name, value)| name == "then" && value == FILES);
    let (typed, _) = typed(pairs);
    let posted = typed.clone();
    let write = move |tx: &mut Tx| actions::log(tx, &actor, id, (&posted, today));
    match visit.act(write).await? {
        Ok(entry) => {
            let next = match goes_on {
                true => place::files(id, entry),
                false => place::log(id),
            };
            Ok(visit.see_with(&next, "notice-engagement-logged"))
        }
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), id, None).await?;
            let refused = (&typed, &problems);
            visit.refused(&page(&visit, visit.actor(), (&loaded, false), refused))
        }
        Err(other) => Err(other.into()),
    }
}
