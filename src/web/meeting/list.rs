//! The meetings of a round.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{front, place};
use crate::domain::account::Role;
use crate::domain::meeting::Meeting;
use crate::domain::round::RoundState;
use crate::domain::{MeetingId, Moment};
use crate::i18n::Locale;
use crate::store::meeting;
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::round::load;
use crate::web::ui::{Badge, Link, Pager};
use crate::web::url;

/// Meetings on one page.
const PAGE: usize = 50;

/// Where the list goes on: `INSTANT.ID`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    before: String,
}

impl From {
    fn place(&self) -> Option<(Moment, MeetingId)> {
        let (at, id) = self.before.split_once('.')?;
        let at = Moment::from_micros(at.parse().ok()?);
        Some((at, MeetingId::parse(id).ok()?))
    }
}

/// A meeting in the list.
struct ShownMeeting {
    href: String,
    title: String,
    when: String,
    stage: Badge,
}

#[derive(Template)]
#[template(path = "meeting/list.html")]
struct ListPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    meetings: Vec<ShownMeeting>,
    plan: Option<Link>,
    pager: Pager,
}

/// Every meeting of a round, the latest planned first.
pub async fn list(
    visit: Staff,
    slug: Path<String>,
    from: Query<From>,
) -> Result<HttpResponse, Fault> {
    let (round, before) = (load(&visit, &slug).await?, from.place());
    let id = round.id;
    let found = visit.read(move |reader| meeting::of_round(reader, id, before, PAGE as i64 + 1));
    let mut meetings = found.await?;
    let more = meetings.len() > PAGE;
    meetings.truncate(PAGE);
    let (t, here) = (visit.t, place::meetings(&round.slug));
    let later = meetings.last().filter(|_| more);
    let later = later.map(|last| format!("{here}?before={}.{}", last.planned_at.micros(), last.id));
    let may = visit.actor().is(Role::Admin) && round.state != RoundState::Closed;
    let shown = |meeting: &Meeting| ShownMeeting {
        href: place::chair(&round.slug, meeting.id),
        title: meeting.title.clone(),
        when: t.when(meeting.planned_at, &round.time_zone),
        stage: front::stage(t, meeting.stage()),
    };
    let title = round.title.get(t.language()).to_owned();
    visit.page(&ListPage {
        chrome: Chrome::new(&visit, &t.say("meetings-title"))
            .wide()
            .back(Link::new(url::admin_round(&round.slug), title.clone())),
        t,
        round: title,
        meetings: meetings.iter().map(shown).collect(),
        plan: may.then(|| Link::new(place::new_meeting(&round.slug), t.say("meeting-plan"))),
        pager: Pager {
            earlier: before.map(|_| here),
            later,
        },
    })
}
