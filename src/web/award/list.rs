//! All awards, latest first, by where they stand.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::{AWARDS, PAYMENTS, desk, words};
use crate::domain::award::AwardState;
use crate::domain::{AwardId, OrganisationId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::{Reader, award, organisation};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Pager};

/// Awards on one page.
const PAGE: usize = 50;

/// Which awards, and after which one the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    state: String,
    after: String,
}

struct Row {
    award: Link,
    organisation: String,
    amount: String,
    period: String,
    state: Badge,
}

#[derive(Template)]
#[template(path = "award/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    tabs: Vec<Link>,
    rows: Vec<Row>,
    pager: Pager,
    payments: Link,
}

fn place(state: Option<AwardState>) -> String {
    match state {
        Some(state) => format!("{AWARDS}?state={}", state.code()),
        None => AWARDS.to_owned(),
    }
}

fn tabs(t: Locale, chosen: Option<AwardState>) -> Vec<Link> {
    let all = Link {
        current: chosen.is_none(),
        ..Link::new(place(None), t.say("awards-all"))
    };
    let one = |state: AwardState| Link {
        current: chosen == Some(state),
        ..Link::new(place(Some(state)), t.say(words::state_key(state)))
    };
    let states = AwardState::ALL.into_iter().map(one);
    std::iter::once(all).chain(states).collect()
}

/// The list.
pub async fn show(visit: Staff, asked: Query<Asked>) -> Result<HttpResponse, Fault> {
    let (t, reach) = (visit.t, Reach::staff(visit.actor()));
    let chosen = AwardState::from_code(&asked.state);
    let after = AwardId::parse(&asked.after).ok();
    let load = move |reader: &mut Reader| {
        let states = chosen.map_or_else(|| AwardState::ALL.to_vec(), |state| vec![state]);
        let found = award::list(reader, reach, &states, after, PAGE as i64 + 1)?;
        let ids: Vec<OrganisationId> = found.iter().map(|one| one.2).collect();
        Ok((found, organisation::by_ids(reader, &ids)?))
    };
    let (mut found, owners) = visit.read(load).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let last = found.last().filter(|_| more);
    let (here, joint) = (place(chosen), if chosen.is_some() { '&' } else { '?' });
    let later = last.map(|(one, ..)| format!("{here}{joint}after={}", one.id));
    let rows = found.iter().filter_map(|(one, reference, of)| {
        let owner = owners.iter().find(|owner| owner.id == *of)?;
        let ends = one.ends_on.map(|day| t.day(day));
        Some(Row {
            award: Link::new(desk(one.id), reference),
            organisation: owner.name(t.language()).to_owned(),
            amount: t.money(one.amount()),
            period: ends.unwrap_or_else(|| t.say("award-unplanned")),
            state: words::state(t, one.state),
        })
    });
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &t.say("awards-title")).wide(),
        t,
        tabs: tabs(t, chosen),
        pager: Pager {
            earlier: after.map(|_| here),
            later,
        },
        rows: rows.collect(),
        payments: Link::new(PAYMENTS, t.say("payments-title")),
    })
}
