//! A version of a watch list with the files that it came in, which staff get back byte
//! for byte.

use actix_web::HttpResponse;
use actix_web::web::{Path, block};
use askama::Template;

use super::place;
use crate::domain::{ListVersionId, Message};
use crate::i18n::Locale;
use crate::store::list_screening::{self, ContentRow, VersionRow};
use crate::store::{Reader, StoreError};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::files::hand_out_opened;
use crate::web::files::posted::disk;
use crate::web::files::shown::size;
use crate::web::ui::{Badge, Link, Tone};
use crate::web::visit::Visit;

/// Files of whatever kind: they are saved, never shown.
const ANY: &str = "application/octet-stream";

/// A file of the version.
struct ShownFile {
    name: String,
    size: String,
    digest: String,
    href: String,
}

#[derive(Template)]
#[template(path = "list_screening/version.html")]
struct VersionPage {
    chrome: Chrome,
    t: Locale,
    title: String,
    /// Whether it is in force.
    state: Badge,
    /// What is known of it: label and value.
    facts: Vec<(String, String)>,
    digest: String,
    files: Vec<ShownFile>,
}

struct Loaded {
    row: VersionRow,
    files: Vec<(String, ContentRow)>,
}

fn load(reader: &mut Reader, id: ListVersionId) -> Result<Option<Loaded>, StoreError> {
    let Some(row) = list_screening::versions_of(reader, &[id])?.remove(&id) else {
        return Ok(None);
    };
    let files = list_screening::files(reader, id)?;
    Ok(Some(Loaded { row, files }))
}

async fn found(visit: &Visit, id: &str) -> Result<Loaded, Fault> {
    let id = ListVersionId::parse(id).map_err(|_| Fault::NotFound)?;
    let loaded = visit.read(move |reader| load(reader, id)).await?;
    loaded.ok_or(Fault::NotFound)
}

/// The page of a version.
pub async fn show(visit: Staff, version: Path<String>) -> Result<HttpResponse, Fault> {
    let Loaded { row, files } = found(&visit, &version).await?;
    let t = visit.t;
    let title = Message::new("lists-version-title")
        .with("list", row.list.as_str())
        .with("day", t.day(row.version.dated));
    let title = t.tell(&title);
    visit.page(&VersionPage {
        chrome: Chrome::new(&visit, &title).back(Link::new(place::LISTS, t.say("lists-title"))),
        t,
        title,
        state: state(t, row.in_force),
        facts: facts(&visit, &row),
        digest: row.version.digest.clone(),
        files: (1..)
            .zip(&files)
            .map(|(number, (name, content))| ShownFile {
                name: name.clone(),
                size: size(t, content.size),
                digest: content.sha256.clone(),
                href: place::of_file(row.id, number),
            })
            .collect(),
    })
}

fn state(t: Locale, in_force: bool) -> Badge {
    let (key, tone) = if in_force {
        ("lists-is-in-force", Tone::Good)
    } else {
        ("lists-is-former", Tone::Neutral)
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

fn facts(visit: &Visit, row: &VersionRow) -> Vec<(String, String)> {
    let (t, version) = (visit.t, &row.version);
    let loaded = format!(
        "{} · {}",
        t.when(row.loaded_at, visit.zone()),
        row.loaded_by
    );
    let mut facts = vec![
        (t.say("lists-source"), version.source.clone()),
        (t.say("lists-entries"), t.number(version.entries)),
        (t.say("lists-version-names"), t.number(version.names)),
        (t.say("lists-loaded"), loaded),
    ];
    if version.passed_over > 0 {
        let rows = t.number(version.passed_over);
        facts.push((t.say("lists-version-passed-over"), rows));
    }
    facts
}

/// Hands out a file of a version, once it is proven to be what was loaded.
pub async fn hand(visit: Staff, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let number: usize = path.1.parse().map_err(|_| Fault::NotFound)?;
    let mut files = found(&visit, &path.0).await?.files.into_iter();
    let at = number.checked_sub(1).ok_or(Fault::NotFound)?;
    let (name, content) = files.nth(at).ok_or(Fault::NotFound)?;
    let storage = visit.site.storage.clone();
    let unpacked = block(move || storage.unpack(&content.storage_key, &content.sha256)).await;
    let file = unpacked.map_err(|_| Fault::Lost)?.map_err(disk)?;
    hand_out_opened(file, (ANY, &name))
}
