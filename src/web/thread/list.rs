//! What waits for an answer of the programme, longest first.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::domain::organisation::Organisation;
use crate::domain::{ApplicationId, MessageId, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow};
use crate::store::thread::{self, Waiting};
use crate::store::{Reader, StoreError, organisation};
use crate::web::access::Staff;
use crate::web::application::load::title;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::Pager;
use crate::web::url;
use crate::web::visit::Visit;

/// Threads on one page.
const PAGE: i64 = 50;

/// A thread in the list.
struct Row {
    href: String,
    title: String,
    organisation: String,
    reference: String,
    count: String,
    since: String,
    machine: String,
}

#[derive(Template)]
#[template(path = "thread/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    rows: Vec<Row>,
    pager: Pager,
}

/// After which message the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    after: String,
}

struct Loaded {
    waiting: Vec<Waiting>,
    rows: BTreeMap<ApplicationId, ApplicationRow>,
    organisations: BTreeMap<OrganisationId, Organisation>,
}

fn load(reader: &mut Reader, reach: Reach, after: Option<MessageId>) -> Result<Loaded, StoreError> {
    let waiting = thread::waiting(reader, reach, after, PAGE + 1)?;
    let ids: Vec<ApplicationId> = waiting.iter().map(|one| one.application).collect();
    let rows = application::find_many(reader, reach, &ids)?;
    let owners: Vec<OrganisationId> = rows.iter().map(|row| row.organisation_id).collect();
    let organisations = organisation::by_ids(reader, &owners)?.into_iter();
    Ok(Loaded {
        waiting,
        rows: rows.into_iter().map(|row| (row.id, row)).collect(),
        organisations: organisations.map(|one| (one.id, one)).collect(),
    })
}

/// The threads that wait.
pub async fn show(visit: Staff, from: Query<From>) -> Result<HttpResponse, Fault> {
    let reach = Reach::staff(visit.actor());
    let after = MessageId::parse(&from.after).ok();
    let mut loaded = visit.read(move |reader| load(reader, reach, after)).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = loaded.waiting.len() > page;
    loaded.waiting.truncate(page);
    let last = loaded.waiting.last().filter(|_| more);
    let t = visit.t;
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &t.say("threads-title")).wide(),
        t,
        pager: Pager {
            earlier: after.map(|_| url::THREADS.to_owned()),
            later: last.map(|one| format!("{}?after={}", url::THREADS, one.first)),
        },
        rows: rows(&visit, &loaded),
    })
}

fn rows(visit: &Visit, loaded: &Loaded) -> Vec<Row> {
    let t = visit.t;
    let row = |one: &Waiting| {
        let row = loaded.rows.get(&one.application)?;
        let owner = loaded.organisations.get(&row.organisation_id)?;
        let count = usize::try_from(one.count).unwrap_or(0);
        Some(Row {
            href: url::dossier_part(row.id, "thread"),
            title: title(t, &row.title),
            organisation: owner.name(t.language()).to_owned(),
            reference: row.reference.clone(),
            count: t.count("threads-count", count),
            since: t.when(one.since, visit.zone()),
            machine: one.since.rfc3339(),
        })
    };
    loaded.waiting.iter().filter_map(row).collect()
}
