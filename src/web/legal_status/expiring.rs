//! Papers that have expired or soon will, of all organisations within reach.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::overview::paper_place;
use super::{EXPIRING, words};
use crate::actions::legal_status::AHEAD;
use crate::domain::moment::Day;
use crate::domain::organisation::Organisation;
use crate::domain::{LegalDocumentId, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::legal_status::{self, Expiring};
use crate::store::{Reader, organisation};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Pager, Tone};
use crate::web::url;

/// Papers on one page.
const PAGE: usize = 50;
/// How far ahead one can look, in days.
const WITHIN: [i64; 4] = [30, AHEAD, 90, 365];

/// How far ahead, and after which paper the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    within: String,
    day: String,
    after: String,
}

struct Row {
    organisation: Link,
    kind: Link,
    day: String,
    state: Badge,
}

#[derive(Template)]
#[template(path = "legal_status/expiring.html")]
struct ExpiringPage {
    chrome: Chrome,
    t: Locale,
    tabs: Vec<Link>,
    rows: Vec<Row>,
    pager: Pager,
}

/// The list, the first to expire first.
pub async fn list(visit: Staff, asked: Query<Asked>) -> Result<HttpResponse, Fault> {
    let (t, reach) = (visit.t, Reach::staff(visit.actor()));
    let within = WITHIN
        .into_iter()
        .find(|days| days.to_string() == asked.within)
        .unwrap_or(AHEAD);
    let today = visit.now().day(visit.zone());
    let last = visit.now().plus_days(within).day(visit.zone());
    let after = Day::parse(&asked.day).ok();
    let after = after.zip(LegalDocumentId::parse(&asked.after).ok());
    let load = move |reader: &mut Reader| {
        let limit = PAGE as i64 + 1;
        let found = legal_status::expiring(reader, reach, last, after, limit)?;
        let ids: Vec<OrganisationId> = found.iter().map(|one| one.organisation).collect();
        Ok((found, organisation::by_ids(reader, &ids)?))
    };
    let (mut found, owners) = visit.read(load).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let owners = owners.into_iter().map(|one| (one.id, one)).collect();
    let place = |days: i64| format!("{EXPIRING}?within={days}");
    let last = found.last().filter(|_| more);
    let later = |one: &Expiring| {
        let day = one.expires_on.iso();
        format!("{}&day={day}&after={}", place(within), one.id)
    };
    visit.page(&ExpiringPage {
        chrome: Chrome::new(&visit, &t.say("expiring-title"))
            .wide()
            .back(Link::new(url::DIRECTORY, t.say("directory-title"))),
        t,
        tabs: WITHIN
            .map(|days| tab(t, days, (place(days), within)))
            .into(),
        pager: Pager {
            earlier: after.map(|_| place(within)),
            later: last.map(later),
        },
        rows: found
            .iter()
            .filter_map(|one| row(t, one, &owners, today))
            .collect(),
    })
}

fn tab(t: Locale, days: i64, (href, within): (String, i64)) -> Link {
    let text = t.count("expiring-within", usize::try_from(days).unwrap_or(0));
    Link {
        current: days == within,
        ..Link::new(href, text)
    }
}

fn row(
    t: Locale,
    one: &Expiring,
    owners: &BTreeMap<OrganisationId, Organisation>,
    today: Day,
) -> Option<Row> {
    let owner = owners.get(&one.organisation)?;
    let (key, tone) = match one.expires_on < today {
        true => ("paper-expired", Tone::Bad),
        false => ("paper-expires-soon", Tone::Warn),
    };
    let kind = t.say(words::kind_key(one.kind));
    Some(Row {
        organisation: Link::new(super::place(owner.id), owner.name(t.language())),
        kind: Link::new(paper_place(owner.id, one.kind), kind),
        day: t.day(one.expires_on),
        state: Badge {
            text: t.say(key),
            tone,
        },
    })
}
