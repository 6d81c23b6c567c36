//! Planning a meeting, and giving it another title or time while it is to come.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;

use super::place;
use crate::actions::Refusal;
use crate::actions::plan_meeting::{plan_meeting, replan_meeting};
use crate::domain::meeting::{Event, Meeting, MeetingText, transition};
use crate::domain::round::{Round, RoundState};
use crate::domain::{MeetingId, Message, Problems};
use crate::store::{Tx, meeting};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::round::{FormPage, Group, load};
use crate::web::ui::{Control, Link, Width};
use crate::web::visit::Visit;

/// A meeting as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MeetingForm {
    title: String,
    planned_at: String,
}

impl MeetingForm {
    fn text(self) -> MeetingText {
        MeetingText {
            title: self.title,
            planned_at: self.planned_at,
        }
    }
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
    let fresh = (&MeetingText::default(), &Problems::default());
    visit.page(&page(&visit, (&round, None), fresh))
}

/// Plans a meeting and leads to it.
pub async fn plan(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<MeetingForm>,
) -> Result<HttpResponse, Fault> {
    let text = form.text();
    let (actor, name, typed) = (visit.actor().clone(), slug.clone(), text.clone());
    let plan = move |tx: &mut Tx| plan_meeting(tx, &actor, &name, &typed);
    match visit.act(plan).await? {
        Ok(id) => Ok(visit.see_with(&place::chair(&slug, id), "notice-meeting-planned")),
        Err(Refusal::Invalid(problems)) => {
            let round = plannable(&visit, &slug).await?;
            visit.refused(&page(&visit, (&round, None), (&text, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}

/// A meeting that is still to come, with its round.
async fn planned(visit: &Admin, slug: &str, id: MeetingId) -> Result<(Round, Meeting), Fault> {
    let round = load(visit, slug).await?;
    let found = visit.read(move |reader| meeting::by_id(reader, id)).await?;
    let found = found.filter(|one| one.round == round.id);
    let found = found.ok_or(Fault::NotFound)?;
    transition(found.stage(), Event::Replan).map_err(Fault::Stale)?;
    Ok((round, found))
}

/// The form of a meeting that is planned.
pub async fn show_again(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let id = place::read(&path.1)?;
    let (round, found) = planned(&visit, &path.0, id).await?;
    let text = MeetingText::of(&found, &round.time_zone);
    let fresh = (&text, &Problems::default());
    visit.page(&page(&visit, (&round, Some(id)), fresh))
}

/// Gives it another title or time.
pub async fn replan(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<MeetingForm>,
) -> Result<HttpResponse, Fault> {
    let (id, text) = (place::read(&path.1)?, form.text());
    let (actor, slug, typed) = (visit.actor().clone(), path.0.clone(), text.clone());
    let write = move |tx: &mut Tx| replan_meeting(tx, &actor, (&slug, id), &typed);
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&place::chair(&path.0, id), "notice-meeting-replanned")),
        Err(Refusal::Invalid(problems)) => {
            let (round, _) = planned(&visit, &path.0, id).await?;
            let typed = (&text, &problems);
            visit.refused(&page(&visit, (&round, Some(id)), typed))
        }
        Err(other) => Err(other.into()),
    }
}

/// The form of a new meeting, or of one that is planned.
fn page(
    visit: &Visit,
    (round, meeting): (&Round, Option<MeetingId>),
    (text, problems): (&MeetingText, &Problems),
) -> FormPage {
    let t = visit.t;
    let (heading, submit, action, back) = match meeting {
        None => {
            let back = (place::meetings(&round.slug), "meetings-title");
            let action = place::new_meeting(&round.slug);
            ("meeting-plan", "meeting-plan-submit", action, back)
        }
        Some(id) => {
            let back = (place::chair(&round.slug, id), "meeting-back");
            let action = place::part(&round.slug, id, "plan");
            ("meeting-replan", "meeting-replan-submit", action, back)
        }
    };
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
        chrome: Chrome::new(visit, &t.say(heading))
            .wide()
            .back(Link::new(&back.0, t.say(back.1)))
            .problems(t, problems),
        heading: t.say(heading),
        lead: t.with("meeting-plan-lead", "zone", round.time_zone.as_str()),
        action,
        groups: vec![Group {
            title: t.say("meeting-group"),
            rows: fields,
        }],
        submit: t.say(submit),
        cancel: Link::new(back.0, t.say("admin-cancel")),
    }
}
