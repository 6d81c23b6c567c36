//! The meetings of a round, and planning one.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{front, place};
use crate::actions::Refusal;
use crate::actions::plan_meeting::plan_meeting;
use crate::domain::account::Role;
use crate::domain::meeting::{Meeting, MeetingText};
use crate::domain::round::{Round, RoundState};
use crate::domain::{MeetingId, Message, Moment, Problems};
use crate::i18n::Locale;
use crate::store::{Tx, meeting};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::round::{FormPage, Group, load};
use crate::web::ui::{Badge, Control, Link, Pager, Width};
use crate::web::url;
use crate::web::visit::Visit;

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

/// A meeting as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MeetingForm {
    title: String,
    planned_at: String,
}

/// A round of which a meeting can be planned.
async fn plannable(visit: &Visit, slug: &str) -> Result<Round, Fault> {
    let round = load(visit, slug).await?;
    match round.state {
        RoundState::Closed => Err(Fault::Stale(Message::new("stale-round-ended"))),
        RoundState::Draft | RoundState::Open => Ok(round),
    }
}

/// The form of a new meeting.
pub async fn show_new(visit: Admin, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let round = plannable(&visit, &slug).await?;
    let text = MeetingText::default();
    visit.page(&page(&visit, &round, &text, &Problems::default()))
}

/// Plans a meeting and leads to it.
pub async fn plan(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<MeetingForm>,
) -> Result<HttpResponse, Fault> {
    let text = MeetingText {
        title: form.title,
        planned_at: form.planned_at,
    };
    let (actor, name, typed) = (visit.actor().clone(), slug.clone(), text.clone());
    let plan = move |tx: &mut Tx| plan_meeting(tx, &actor, &name, &typed);
    match visit.act(plan).await? {
        Ok(id) => Ok(visit.see_with(&place::chair(&slug, id), "notice-meeting-planned")),
        Err(Refusal::Invalid(problems)) => {
            let round = plannable(&visit, &slug).await?;
            visit.refused(&page(&visit, &round, &text, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(visit: &Visit, round: &Round, text: &MeetingText, problems: &Problems) -> FormPage {
    let (t, back) = (visit.t, place::meetings(&round.slug));
    let ask = Fields { t, problems };
    let at = Control::Latin {
        kind: "text",
        inputmode: "",
        width: Width::Medium,
    };
    let title = ("meeting-name", "meeting-name-hint");
    let fields = vec![
        vec![ask.hinted(
            "title",
            title.0,
            title.1,
            &text.title,
            Control::Line(Width::Full),
        )],
        vec![ask.hinted(
            "planned_at",
            "meeting-when",
            "meeting-when-hint",
            &text.planned_at,
            at,
        )],
    ];
    FormPage {
        chrome: Chrome::new(visit, &t.say("meeting-plan"))
            .wide()
            .back(Link::new(back.clone(), t.say("meetings-title")))
            .problems(t, problems),
        heading: t.say("meeting-plan"),
        lead: t.with("meeting-plan-lead", "zone", round.time_zone.as_str()),
        action: place::new_meeting(&round.slug),
        groups: vec![Group {
            title: t.say("meeting-group"),
            rows: fields,
        }],
        submit: t.say("meeting-plan-submit"),
        cancel: Link::new(back, t.say("admin-cancel")),
    }
}
