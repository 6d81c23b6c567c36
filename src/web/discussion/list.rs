//! The discussions of a round for staff: whatever is flagged or discussed, open
//! questions first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::place;
use super::words::{self, Over};
use crate::actions::flags::{Flags, flags_of_rounds};
use crate::domain::application::Status;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::{ApplicationId, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::review::SHOWN;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::discussion::{self, Discussed};
use crate::store::{Reader, StoreError, organisation, round};
use crate::web::access::Staff;
use crate::web::application::load::title;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Pager, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// Applications on one page.
const PAGE: usize = 50;

/// How many to pass over.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Shown {
    after: usize,
}

/// An application in the list.
struct Row {
    href: String,
    title: String,
    organisation: String,
    reference: String,
    /// The numbers of its flag; empty without one.
    flag: String,
    posts: String,
    /// When somebody last wrote; empty before the first post.
    last: String,
    machine: String,
    state: Badge,
}

#[derive(Template)]
#[template(path = "discussion/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    rows: Vec<Row>,
    ranking: String,
    pager: Pager,
}

/// One application with what makes it one of the list.
struct Entry {
    row: ApplicationRow,
    flagged: bool,
    discussed: Discussed,
}

/// What there is to do about an application.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Somebody's attention was drawn who has not answered.
    Asked,
    /// It is flagged and nobody has written.
    Silent,
    Running,
    Decided,
}

impl Entry {
    fn standing(&self) -> Standing {
        match (self.row.status, self.discussed) {
            (Status::Decided, _) => Standing::Decided,
            (_, Discussed { waiting: true, .. }) => Standing::Asked,
            (_, Discussed { posts: 0, .. }) => Standing::Silent,
            _ => Standing::Running,
        }
    }
}

struct Loaded {
    round: Round,
    flags: Flags,
    entries: Vec<Entry>,
    organisations: BTreeMap<OrganisationId, Organisation>,
    more: bool,
}

fn load(
    reader: &mut Reader,
    reach: Reach,
    slug: &str,
    after: usize,
) -> Result<Option<Loaded>, StoreError> {
    let Some(round) = round::by_slug(reader, slug)? else {
        return Ok(None);
    };
    let flags = flags_of_rounds(reader, reach, &[round.id])?;
    let discussed = discussion::of_round(reader, round.id)?;
    let filter = Filter {
        round: Some(round.id),
        statuses: SHOWN.to_vec(),
        ..Filter::default()
    };
    let rows = application::list(reader, reach, &filter, None, i64::MAX)?;
    let mut entries = entries(rows, &flags, &discussed);
    entries.sort_by_key(|one| (one.standing(), Reverse(one.discussed.last), one.row.id));
    let more = entries.len() > after.saturating_add(PAGE);
    let entries: Vec<Entry> = entries.into_iter().skip(after).take(PAGE).collect();
    let owners: Vec<OrganisationId> = entries.iter().map(|one| one.row.organisation_id).collect();
    let organisations = organisation::by_ids(reader, &owners)?.into_iter();
    Ok(Some(Loaded {
        organisations: organisations.map(|one| (one.id, one)).collect(),
        round,
        flags,
        entries,
        more,
    }))
}

/// Those that are flagged or discussed.
fn entries(
    rows: Vec<ApplicationRow>,
    flags: &Flags,
    discussed: &BTreeMap<ApplicationId, Discussed>,
) -> Vec<Entry> {
    let entry = |row: ApplicationRow| Entry {
        flagged: flags.contains_key(&row.id),
        discussed: discussed.get(&row.id).copied().unwrap_or_default(),
        row,
    };
    let all = rows.into_iter().map(entry);
    let listed = all.filter(|one| one.flagged || one.discussed.posts > 0);
    listed.collect()
}

/// The discussions of a round.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    shown: Query<Shown>,
) -> Result<HttpResponse, Fault> {
    let (reach, slug, after) = (Reach::staff(visit.actor()), slug.into_inner(), shown.after);
    let loaded = visit.read(move |reader| load(reader, reach, &slug, after));
    let loaded = loaded.await?.ok_or(Fault::NotFound)?;
    let t = visit.t;
    let slug = loaded.round.slug.as_str();
    let round = loaded.round.title.get(t.language()).to_owned();
    let at = |after: usize| format!("{}?after={after}", place::of_round(slug));
    let task = t.with("discussions-page-title", "round", round.as_str());
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &task)
            .wide()
            .back(Link::new(url::admin_round(slug), round.clone())),
        t,
        rows: loaded
            .entries
            .iter()
            .filter_map(|one| row(&visit, &loaded, one))
            .collect(),
        ranking: url::ranking(slug),
        pager: Pager {
            earlier: (after > 0).then(|| at(after.saturating_sub(PAGE))),
            later: loaded.more.then(|| at(after + PAGE)),
        },
        round,
    })
}

fn row(visit: &Visit, loaded: &Loaded, entry: &Entry) -> Option<Row> {
    let (t, row, discussed) = (visit.t, &entry.row, &entry.discussed);
    let owner = loaded.organisations.get(&row.organisation_id)?;
    let flag = loaded.flags.get(&row.id);
    let (key, tone) = match entry.standing() {
        Standing::Asked => ("discussions-asked", Tone::Warn),
        Standing::Silent => ("discussions-silent", Tone::Warn),
        Standing::Running => ("discussions-running", Tone::Info),
        Standing::Decided => ("discussions-decided", Tone::Neutral),
    };
    let count = usize::try_from(discussed.posts).unwrap_or(0);
    Some(Row {
        href: place::of_staff(row.id),
        title: title(t, &row.title),
        organisation: owner.name(t.language()).to_owned(),
        reference: row.reference.clone(),
        flag: flag.map_or_else(String::new, |flag| words::numbers(t, flag, Over::Round)),
        posts: t.count("discussion-posts", count),
        last: discussed
            .last
            .map_or_else(String::new, |at| t.when(at, visit.zone())),
        machine: discussed.last.map_or_else(String::new, |at| at.rfc3339()),
        state: Badge {
            text: t.say(key),
            tone,
        },
    })
}
