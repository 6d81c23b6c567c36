//! The page on which everybody follows a meeting.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::front::{Live, live, revision};
use super::note::are_read;
use super::place;
use crate::actions::meeting_room::{Front, Room, View, room};
use crate::domain::account::Role;
use crate::domain::meeting::Stage;
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::web::access::SignedIn;
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::Link;
use crate::web::url;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "meeting/member.html")]
struct MemberPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    title: String,
    when: String,
    live: Live,
    revision: String,
    here: String,
    /// For those who chair, and for those who read the minutes.
    acts: Vec<Link>,
    /// Whether a browser without script loads the page anew by itself.
    refreshes: bool,
}

/// A meeting, for whoever belongs to it.
pub async fn show(visit: SignedIn, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = place::read(&id)?;
    let (actor, now) = (visit.actor().clone(), visit.now());
    let found = visit.read(move |reader| room(reader, &actor, (id, View::Member), now));
    let room = found.await?.ok_or(Fault::NotFound)?;
    let (t, actor, stage) = (visit.t, visit.actor(), room.meeting.stage());
    notes_are_read(&visit, actor, &room).await?;
    let slug = room.round.slug.as_str();
    let mut acts = Vec::new();
    if actor.is(Role::Admin) && stage != Stage::Closed {
        acts.push(Link::new(place::chair(slug, id), t.say("meeting-chair")));
    }
    if actor.is_staff() && stage == Stage::Closed {
        let minutes = place::part(slug, id, "minutes");
        acts.push(Link::new(minutes, t.say("meeting-minutes")));
    }
    let back = match actor.is_staff() {
        true => Link::new(place::meetings(slug), t.say("meetings-title")),
        false => Link::new(url::REVIEWS, t.say("reviews-title")),
    };
    let mut chrome = Chrome::new(&visit, &room.meeting.title).wide().back(back);
    chrome.scripts.push(&ASSETS.meeting.address);
    let mut live = live(&visit, actor, &room);
    if stage != Stage::Closed {
        live.events = place::events(id, View::Member);
    }
    visit.page(&MemberPage {
        chrome,
        t,
        round: room.round.title.get(t.language()).to_owned(),
        title: room.meeting.title.clone(),
        when: t.when(room.meeting.planned_at, &room.round.time_zone),
        revision: revision(&visit, actor, &room),
        live,
        here: place::member(id),
        acts,
        refreshes: stage == Stage::Open,
    })
}

/// Staff are shown what was noted of the application in front.
async fn notes_are_read(visit: &Visit, actor: &Actor, room: &Room) -> Result<(), Fault> {
    let Front::Item(item) = &room.front else {
        return Ok(());
    };
    let listed = room.order.iter();
    let shown = listed.filter(|one| actor.is_staff() && one.application.id == item.id);
    are_read(visit, actor, room.meeting.id, shown).await
}
