//! The directory of organisations for staff, latest first, searched by name.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::profile::{ShownOrganisation, shown};
use crate::domain::{OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::{Reader, organisation, term};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Fields;
use crate::web::ui::{Control, Field, Pager, Width};
use crate::web::url;

/// Organisations on one page.
const PAGE: usize = 50;

/// What is looked for, and after which organisation the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    name: String,
    before: String,
}

#[derive(Template)]
#[template(path = "organisation/directory.html")]
struct DirectoryPage {
    chrome: Chrome,
    t: Locale,
    search: Field,
    searched: bool,
    rows: Vec<ShownOrganisation>,
    pager: Pager,
}

/// The directory.
pub async fn list(visit: Staff, asked: Query<Asked>) -> Result<HttpResponse, Fault> {
    let reach = Reach::staff(visit.actor());
    let before = OrganisationId::parse(&asked.before).ok();
    let text = asked.name.trim().to_owned();
    let sought = text.clone();
    let load = move |reader: &mut Reader| {
        let limit = PAGE as i64 + 1;
        let found = organisation::list(reader, reach, &sought, before, limit)?;
        Ok((found, term::all(reader)?))
    };
    let (mut found, terms) = visit.read(load).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let t = visit.t;
    let place = format!("{}?name={}", url::DIRECTORY, url::encode(&text));
    let last = found.last().filter(|_| more);
    let problems = Problems::default();
    let ask = Fields {
        t,
        problems: &problems,
    };
    visit.page(&DirectoryPage {
        chrome: Chrome::new(&visit, &t.say("directory-title")).wide(),
        t,
        search: ask.field(
            "name",
            "directory-name",
            &text,
            Control::Line(Width::Medium),
        ),
        searched: !text.is_empty(),
        pager: Pager {
            earlier: before.map(|_| place.clone()),
            later: last.map(|last| format!("{place}&before={}", last.id)),
        },
        rows: found
            .iter()
            .map(|one| shown(t, &terms, one, url::desk(one.id)))
            .collect(),
    })
}
