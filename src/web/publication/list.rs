//! The awards of a round that were released, each with what may be published of it.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{of_application, of_round, words};
use crate::actions::publication::allowed;
use crate::domain::account::Role;
use crate::domain::publication::Publication;
use crate::domain::{ApplicationId, OrganisationId};
use crate::exchange::publication::Standard;
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::ApplicationRow;
use crate::store::{Reader, organisation, publication, round};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Pager, Tone};
use crate::web::url;

/// Awards on one page.
const PAGE: usize = 50;

/// After which application the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct After {
    after: String,
}

struct Row {
    reference: String,
    title: String,
    organisation: String,
    state: Badge,
    /// Where it is said what is published; empty for who only reads.
    choice: String,
}

struct Offer {
    code: &'static str,
    text: String,
}

#[derive(Template)]
#[template(path = "publication/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    rows: Vec<Row>,
    pager: Pager,
    action: String,
    /// The files that can be had; none for who only reads, or while the installation
    /// does not name its funder.
    offers: Vec<Offer>,
    /// Whether it does.
    named: bool,
}

fn badge(t: Locale, one: Publication) -> Badge {
    Badge {
        text: t.say(words(one).0),
        tone: match one {
            Publication::Withheld => Tone::Neutral,
            Publication::Anonymised => Tone::Info,
            Publication::Full => Tone::Warn,
        },
    }
}

fn offers(t: Locale) -> Vec<Offer> {
    let offer = |standard: Standard| Offer {
        code: standard.code(),
        text: t.say(match standard {
            Standard::Giving360 => "publication-360giving",
            Standard::Iati => "publication-iati",
        }),
    };
    Standard::ALL.into_iter().map(offer).collect()
}

/// The list.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    asked: Query<After>,
) -> Result<HttpResponse, Fault> {
    let (t, reach) = (visit.t, Reach::staff(visit.actor()));
    let (slug, after) = (slug.into_inner(), ApplicationId::parse(&asked.after).ok());
    let place = of_round(&slug);
    let load = move |reader: &mut Reader| {
        let Some(round) = round::by_slug(reader, &slug)? else {
            return Ok(None);
        };
        let found = publication::awards(reader, reach, round.id, after, PAGE as i64 + 1)?;
        let ids: Vec<OrganisationId> = found.iter().map(|(row, _)| row.organisation_id).collect();
        let rows: Vec<&ApplicationRow> = found.iter().map(|(row, _)| row).collect();
        let allowed = allowed(reader, &rows)?;
        let owners = organisation::by_ids(reader, &ids)?;
        Ok(Some((round, found, owners, allowed)))
    };
    let (round, mut found, owners, allowed) = visit.read(load).await?.ok_or(Fault::NotFound)?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let last = found.last().filter(|_| more);
    let later = last.map(|(row, _)| format!("{place}?after={}", row.id));
    let admin = visit.actor().is(Role::Admin);
    let rows = found.iter().filter_map(|(row, state)| {
        let mut owners = owners.iter();
        let owner = owners.find(|one| one.id == row.organisation_id)?;
        let most = allowed.get(&row.id).copied().unwrap_or(*state);
        Some(Row {
            reference: row.reference.clone(),
            title: row.title.clone(),
            organisation: owner.name(t.language()).to_owned(),
            state: badge(t, most.min(*state)),
            choice: match admin {
                true => of_application(row.id),
                false => String::new(),
            },
        })
    });
    let title = round.title.get(t.language()).to_owned();
    let named = visit.site.config.funder().is_some();
    let may = named && admin;
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &t.say("publication-title"))
            .wide()
            .back(Link::new(url::admin_round(&round.slug), title.clone())),
        t,
        round: title,
        rows: rows.collect(),
        pager: Pager {
            earlier: after.map(|_| place.clone()),
            later,
        },
        action: place,
        offers: if may { offers(t) } else { Vec::new() },
        named,
    })
}
