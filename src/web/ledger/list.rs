//! The files of funders that are in the ledger, latest first.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::taking_back;
use crate::domain::LedgerFileId;
use crate::domain::account::Role;
use crate::i18n::Locale;
use crate::store::ledger::{self, LedgerFile};
use crate::store::{Reader, account};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::Pager;
use crate::web::url;

/// Files on one page.
const PAGE: usize = 50;

/// After which file the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    before: String,
}

/// A file in the list.
struct Row {
    name: String,
    entries: i64,
    by: String,
    when: String,
    digest: String,
    /// That it was taken back, and when; empty while it counts.
    withdrawn: String,
    /// Where it is taken back; nothing where the reader may not, or it is done.
    withdraw: Option<String>,
}

#[derive(Template)]
#[template(path = "ledger/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    may_load: bool,
    rows: Vec<Row>,
    pager: Pager,
}

/// The list.
pub async fn show(visit: Staff, from: Query<From>) -> Result<HttpResponse, Fault> {
    let before = LedgerFileId::parse(&from.before).ok();
    let load = move |reader: &mut Reader| {
        let files = ledger::files(reader, before, PAGE as i64 + 1)?;
        let people: Vec<_> = files.iter().filter_map(|file| file.loaded_by).collect();
        Ok((account::names(reader, &people)?, files))
    };
    let (names, mut files) = visit.read(load).await?;
    let more = files.len() > PAGE;
    files.truncate(PAGE);
    let (t, may_load) = (visit.t, visit.actor().is(Role::Admin));
    let last = files.last().filter(|_| more);
    let row = |file: &LedgerFile| Row {
        name: file.name.clone(),
        entries: file.entries,
        by: match file.loaded_by {
            Some(id) => names.get(&id).cloned().unwrap_or_default(),
            None => t.say("ledger-by-operator"),
        },
        when: file
            .live_at
            .map_or_else(String::new, |at| t.when(at, visit.zone())),
        digest: file.digest.clone(),
        withdrawn: file.withdrawn_at.map_or_else(String::new, |at| {
            t.with("ledger-file-withdrawn", "when", t.when(at, visit.zone()))
        }),
        withdraw: (may_load && file.withdrawn_at.is_none()).then(|| taking_back::place(file.id)),
    };
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &t.say("ledger-title")).wide(),
        t,
        may_load,
        pager: Pager {
            earlier: before.map(|_| url::LEDGER.to_owned()),
            later: last.map(|last| format!("{}?before={}", url::LEDGER, last.id)),
        },
        rows: files.iter().map(row).collect(),
    })
}
