//! Every version that was sent: when, by whom, and what it was.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::compare::choices;
use super::{Asker, Subject, subject};
use crate::domain::ApplicationId;
use crate::i18n::Locale;
use crate::store::submission::{self, Version};
use crate::web::access::{Applicant, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::round::deadline::Instant;
use crate::web::ui::{Field, Pager};

/// Versions on a page.
const PAGE: i64 = 50;

/// The version that the page goes on after.
#[derive(Deserialize)]
pub struct From {
    before: Option<i32>,
}

/// A version in the list.
struct ShownVersion {
    number: i32,
    sent: Instant,
    officer: String,
    late: bool,
    digest: String,
    read: String,
    pdf: String,
    /// The comparison with the version before; empty for the first.
    changes: String,
}

#[derive(Template)]
#[template(path = "record/versions.html")]
struct VersionsPage {
    chrome: Chrome,
    t: Locale,
    reference: String,
    organisation: String,
    versions: Vec<ShownVersion>,
    /// Which two to compare; nothing while there is only one.
    compare: Vec<Field>,
    comparison: String,
    pager: Pager,
}

/// The versions for their applicant.
pub async fn of_applicant(
    visit: Applicant,
    id: Path<String>,
    from: Query<From>,
) -> Result<HttpResponse, Fault> {
    list(Asker::applicant(&visit), &id, &from).await
}

/// The versions for staff.
pub async fn of_staff(
    visit: Staff,
    id: Path<String>,
    from: Query<From>,
) -> Result<HttpResponse, Fault> {
    list(Asker::staff(&visit), &id, &from).await
}

async fn list(asker: Asker<'_>, id: &str, from: &From) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(id).map_err(|_| Fault::NotFound)?;
    let (reach, before) = (asker.side.reach(asker.actor), from.before);
    let found = asker.visit.read(move |reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let versions = submission::versions(reader, reach, id, before, PAGE + 1)?;
        Ok(Some((subject, versions)))
    });
    let (subject, mut versions) = found.await?.ok_or(Fault::NotFound)?;
    let more = versions.len() > PAGE as usize;
    versions.truncate(PAGE as usize);
    let last = versions.last().filter(|_| more).map(|last| last.number);
    let place = asker.side.page(id, "versions");
    let pager = Pager {
        earlier: before.is_some().then(|| place.clone()),
        later: last.map(|last| format!("{place}?before={last}")),
    };
    asker.visit.page(&page(asker, &subject, &versions, pager))
}

fn page(asker: Asker<'_>, subject: &Subject, versions: &[Version], pager: Pager) -> VersionsPage {
    let (t, id) = (asker.visit.t, subject.row.id);
    let latest = versions.first().map_or(0, |version| version.number);
    let chrome = Chrome::new(asker.visit, &t.say("record-versions"));
    VersionsPage {
        chrome: chrome.back(asker.side.home(asker.visit, id)),
        t,
        reference: subject.row.reference.clone(),
        organisation: subject.organisation.name(t.language()).to_owned(),
        versions: versions
            .iter()
            .map(|one| shown(asker, subject, one))
            .collect(),
        compare: match latest > 1 {
            true => choices(t, versions, (latest - 1, latest)),
            false => Vec::new(),
        },
        comparison: asker.side.page(id, "comparison"),
        pager,
    }
}

fn shown(asker: Asker<'_>, subject: &Subject, version: &Version) -> ShownVersion {
    let page = |name: &str| asker.side.page(subject.row.id, name);
    let number = version.number;
    let earlier = number - 1;
    ShownVersion {
        number,
        sent: Instant::of(asker.visit, &subject.round, version.submitted_at),
        officer: version.officer.clone(),
        late: version.late,
        digest: version.digest.clone(),
        read: format!("{}?version={number}", page("answers")),
        pdf: format!("{}?version={number}", page("receipt.pdf")),
        changes: match earlier {
            0 => String::new(),
            _ => format!("{}?from={earlier}&to={number}", page("comparison")),
        },
    }
}
