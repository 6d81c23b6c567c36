//! Hits of all organisations that wait for an answer, as far as somebody reaches.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::{place, words};
use crate::domain::list_screening::Veil;
use crate::domain::organisation::Organisation;
use crate::domain::{ListHitId, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::list_screening::{self, OpenHit};
use crate::store::sponsorship::sponsors_behind;
use crate::store::{Reader, StoreError, organisation};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Pager};

/// Hits on one page.
const PAGE: usize = 50;

/// Where the list goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct After {
    after: String,
}

/// A hit with its organisation.
struct Row {
    href: String,
    organisation: String,
    standing: String,
    ours: String,
    listed: String,
    list: String,
    score: String,
    state: Badge,
}

#[derive(Template)]
#[template(path = "list_screening/open.html")]
struct OpenPage {
    chrome: Chrome,
    t: Locale,
    rows: Vec<Row>,
    pager: Pager,
}

type Owners = BTreeMap<OrganisationId, (Organisation, Veil)>;

fn load(
    reader: &mut Reader,
    reach: Reach,
    after: Option<ListHitId>,
) -> Result<(Vec<OpenHit>, Owners), StoreError> {
    let hits = list_screening::open(reader, reach, after, PAGE as i64 + 1)?;
    let owners: Vec<OrganisationId> = hits.iter().map(|hit| hit.organisation).collect();
    let mut sponsors = sponsors_behind(reader, &owners)?;
    let owners = organisation::by_ids(reader, &owners)?.into_iter();
    let veiled = |one: Organisation| {
        let behind = sponsors.remove(&one.id).unwrap_or_default();
        let veil = Veil::new(&one, behind);
        (one.id, (one, veil))
    };
    let owners = owners.map(veiled).collect();
    Ok((hits, owners))
}

/// The list, longest waiting first.
pub async fn show(visit: Staff, from: Query<After>) -> Result<HttpResponse, Fault> {
    let (reach, after) = (
        Reach::staff(visit.actor()),
        ListHitId::parse(&from.after).ok(),
    );
    let found = visit.read(move |reader| load(reader, reach, after)).await?;
    let (mut hits, owners) = found;
    let more = hits.len() > PAGE;
    hits.truncate(PAGE);
    let last = hits.last().filter(|_| more);
    let t = visit.t;
    visit.page(&OpenPage {
        chrome: Chrome::new(&visit, &t.say("hits-open-title"))
            .wide()
            .back(Link::new(place::LISTS, t.say("lists-title"))),
        t,
        pager: Pager {
            earlier: after.map(|_| place::OPEN.to_owned()),
            later: last.map(|last| format!("{}?after={}", place::OPEN, last.id)),
        },
        rows: hits.iter().filter_map(|hit| row(t, &owners, hit)).collect(),
    })
}

fn row(t: Locale, owners: &Owners, hit: &OpenHit) -> Option<Row> {
    let (owner, veil) = owners.get(&hit.organisation)?;
    let evidence = &hit.evidence;
    let listed = evidence.record.names.first();
    Some(Row {
        href: place::of_hit(owner.id, hit.id),
        organisation: owner.name(t.language()).to_owned(),
        standing: place::of_organisation(owner.id),
        ours: veil.told(&evidence.roles, &evidence.spellings).join(" · "),
        listed: listed.map_or_else(String::new, |name| name.text.clone()),
        list: hit.list.clone(),
        score: words::score(t, hit.score),
        state: words::state(t, hit.state),
    })
}
