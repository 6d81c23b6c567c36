//! The watch lists that are loaded, and how more are.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::place;
use crate::domain::{ListVersionId, ProgrammeId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::list_screening::{self, VersionRow};
use crate::store::{Reader, StoreError};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Link, Pager};
use crate::web::url;
use crate::web::visit::Visit;

/// Rows of the history on one page.
const PAGE: usize = 50;

/// Where the history goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Before {
    before: String,
}

/// A version of a list.
struct ShownVersion {
    list: String,
    source: String,
    dated: String,
    /// Where it stands with its files.
    href: String,
    entries: String,
    /// Rows that could not be read; empty for none.
    passed_over: String,
    loaded: String,
    by: String,
    digest: String,
    in_force: bool,
}

#[derive(Template)]
#[template(path = "list_screening/lists.html")]
struct ListsPage {
    chrome: Chrome,
    t: Locale,
    /// How many hits wait for an answer.
    open: Link,
    lists: Vec<ShownVersion>,
    /// Lists that count and are not loaded.
    missing: Vec<String>,
    command: String,
    history: Vec<ShownVersion>,
    pager: Pager,
}

struct Loaded {
    lists: Vec<VersionRow>,
    history: Vec<VersionRow>,
    counting: BTreeSet<String>,
    open: i64,
}

fn load(
    reader: &mut Reader,
    reach: Reach,
    before: Option<ListVersionId>,
) -> Result<Loaded, StoreError> {
    let setting = list_screening::setting(reader)?;
    let programmes = setting.rules().iter().map(|rule| rule.programme);
    let programmes: BTreeSet<ProgrammeId> = programmes.collect();
    Ok(Loaded {
        lists: list_screening::in_force(reader)?,
        history: list_screening::versions(reader, before, PAGE as i64 + 1)?,
        counting: setting.in_force(&programmes).into_keys().collect(),
        open: list_screening::count_open(reader, reach)?,
    })
}

/// The lists, with every version that was ever loaded.
pub async fn show(visit: Staff, from: Query<Before>) -> Result<HttpResponse, Fault> {
    let (reach, before) = (
        Reach::staff(visit.actor()),
        ListVersionId::parse(&from.before).ok(),
    );
    let mut loaded = visit
        .read(move |reader| load(reader, reach, before))
        .await?;
    let more = loaded.history.len() > PAGE;
    loaded.history.truncate(PAGE);
    let last = loaded.history.last().filter(|_| more);
    let t = visit.t;
    let known: BTreeSet<&str> = loaded.lists.iter().map(|row| row.list.as_str()).collect();
    let missing = loaded
        .counting
        .iter()
        .filter(|list| !known.contains(list.as_str()));
    let open = usize::try_from(loaded.open).unwrap_or(0);
    visit.page(&ListsPage {
        chrome: Chrome::new(&visit, &t.say("lists-title"))
            .wide()
            .back(Link::new(url::ADMIN_ROUNDS, t.say("round-admin-title"))),
        t,
        open: Link::new(place::OPEN, t.count("lists-open-link", open)),
        missing: missing.cloned().collect(),
        lists: loaded.lists.iter().map(|row| shown(&visit, row)).collect(),
        command: format!(
            "evenhand watch-list load FILE… --list CODE --by {} [--dated 2026-03-09] [--dry-run]",
            visit.actor().email
        ),
        history: loaded
            .history
            .iter()
            .map(|row| shown(&visit, row))
            .collect(),
        pager: Pager {
            earlier: before.map(|_| place::LISTS.to_owned()),
            later: last.map(|last| format!("{}?before={}", place::LISTS, last.id)),
        },
    })
}

fn shown(visit: &Visit, row: &VersionRow) -> ShownVersion {
    let (t, version) = (visit.t, &row.version);
    let count = |number: i64| usize::try_from(number).unwrap_or(0);
    ShownVersion {
        list: row.list.clone(),
        source: version.source.clone(),
        dated: t.day(version.dated),
        href: place::of_version(row.id),
        entries: t.number(version.entries),
        passed_over: match version.passed_over {
            0 => String::new(),
            rows => t.count("lists-passed-over", count(rows)),
        },
        loaded: t.when(row.loaded_at, visit.zone()),
        by: row.loaded_by.clone(),
        digest: version.digest.clone(),
        in_force: row.in_force,
    }
}
