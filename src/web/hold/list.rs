//! Every hold that stands, the first to be looked at again first.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::{HOLDS, place};
use crate::actions::reading::Protected;
use crate::domain::moment::Day;
use crate::domain::{HoldId, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::{Reader, hold, organisation};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::reading;
use crate::web::ui::{Link, Pager};
use crate::web::url;

/// Holds on one page.
const PAGE: usize = 50;

/// After which hold the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct After {
    day: String,
    after: String,
}

struct Row {
    organisation: Link,
    reason: String,
    day: String,
    overdue: bool,
}

#[derive(Template)]
#[template(path = "hold/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    rows: Vec<Row>,
    pager: Pager,
}

/// The list.
pub async fn show(visit: Staff, asked: Query<After>) -> Result<HttpResponse, Fault> {
    let (t, reach) = (visit.t, Reach::staff(visit.actor()));
    let after = Day::parse(&asked.day).ok();
    let after = after.zip(HoldId::parse(&asked.after).ok());
    let load = move |reader: &mut Reader| {
        let found = hold::list(reader, reach, after, PAGE as i64 + 1)?;
        let ids: Vec<OrganisationId> = found.iter().map(|one| one.1).collect();
        Ok((found, organisation::by_ids(reader, &ids)?))
    };
    let (mut found, owners) = visit.read(load).await?;
    if !found.is_empty() {
        reading::note(&visit, visit.actor(), Protected::Holds).await?;
    }
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let today = visit.now().day(visit.zone());
    let last = found.last().filter(|_| more);
    let later = last.map(|(id, _, _, day)| format!("{HOLDS}?day={}&after={id}", day.iso()));
    let rows = found.iter().filter_map(|(_, of, reason, day)| {
        let owner = owners.iter().find(|one| one.id == *of)?;
        Some(Row {
            organisation: Link::new(place(*of), owner.name(t.language())),
            reason: reason.clone(),
            day: t.day(*day),
            overdue: *day <= today,
        })
    });
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &t.say("holds-title"))
            .wide()
            .back(Link::new(url::DIRECTORY, t.say("directory-title"))),
        t,
        pager: Pager {
            earlier: after.map(|_| HOLDS.to_owned()),
            later,
        },
        rows: rows.collect(),
    })
}
