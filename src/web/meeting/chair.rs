//! The page on which staff prepare a meeting and the chair leads it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::front::{Live, ShownItem, live, mark_of};
use super::note::{NoteForm, are_read, note_form};
use super::place;
use crate::actions::meeting_room::{Front, Onto, Room, View, room};
use crate::domain::account::Role;
use crate::domain::meeting::Stage;
use crate::domain::{ApplicationId, Problems};
use crate::i18n::Locale;
use crate::policy::review::UNDER_REVIEW;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::{Reader, StoreError};
use crate::web::access::Staff;
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// Most applications that are offered to be added by hand.
const OFFERED: i64 = 300;

/// The parts of the page that are exchanged.
pub struct Desk {
    pub live: Live,
    pub rows: Vec<Row>,
    pub controls: Option<Controls>,
    pub may_arrange: bool,
    /// Before the meeting begins there is only its order.
    pub begun: bool,
}

/// Going on from what is in front.
pub struct Controls {
    pub action: String,
    /// What is in front as the page shows it; empty for nothing.
    pub present: String,
    pub previous: String,
    pub next: String,
    /// That somebody else must take the chair; empty where not.
    pub other_chair: String,
}

/// An application in the order with what can be done with it.
pub struct Row {
    pub shown: ShownItem,
    pub href: String,
    pub id: String,
    /// Where its buttons post to, without what they do.
    pub base: String,
    pub up: bool,
    pub down: bool,
    pub remove: bool,
    pub go: bool,
    pub note: String,
    /// Where the note is written; empty where it is not.
    pub note_href: String,
}

#[derive(Template)]
#[template(path = "meeting/chair_parts.html")]
struct DeskPart<'a> {
    desk: &'a Desk,
    csrf: &'a str,
    t: Locale,
}

#[derive(Template)]
#[template(path = "meeting/chair.html")]
struct ChairPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    title: String,
    when: String,
    desk: Desk,
    revision: String,
    here: String,
    links: Vec<Link>,
    /// Opening, or the page that asks before closing, for those who may.
    open: Option<String>,
    close: Option<String>,
    /// Where an order is proposed.
    propose: Option<String>,
    add: Option<(String, Field)>,
    note: Option<NoteForm>,
}

/// The mark of what somebody sees on this page.
pub fn chair_revision(visit: &Visit, actor: &Actor, room: &Room) -> String {
    revision_of(visit, &desk(visit, actor, room))
}

fn revision_of(visit: &Visit, desk: &Desk) -> String {
    mark_of(&DeskPart {
        desk,
        csrf: "",
        t: visit.t,
    })
}

/// A meeting as staff prepare and chair it.
pub async fn show(visit: Staff, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let id = place::read(&path.1)?;
    let (actor, now) = (visit.actor().clone(), visit.now());
    let found = visit.read(move |reader| {
        let found = room(reader, &actor, (id, View::Chair), now)?;
        let Some(room) = found else { return Ok(None) };
        let offered = offered(reader, &actor, &room)?;
        Ok(Some((room, offered)))
    });
    let found = found.await?.filter(|(room, _)| room.round.slug == path.0);
    let (room, offered) = found.ok_or(Fault::NotFound)?;
    are_read(&visit, visit.actor(), id, room.order.iter()).await?;
    visit.page(&page(&visit, visit.actor(), &room, &offered))
}

/// What can be added by hand: what is under review and within reach.
fn offered(
    reader: &mut Reader,
    actor: &Actor,
    room: &Room,
) -> Result<Vec<ApplicationRow>, StoreError> {
    let filter = Filter {
        round: Some(room.round.id),
        statuses: UNDER_REVIEW.to_vec(),
        ..Filter::default()
    };
    let mut rows = application::list(reader, Reach::staff(actor), &filter, None, OFFERED)?;
    rows.retain(|row| room.order.iter().all(|one| one.application.id != row.id));
    Ok(rows)
}

fn page(visit: &Visit, actor: &Actor, room: &Room, offered: &[ApplicationRow]) -> ChairPage {
    let (t, stage) = (visit.t, room.meeting.stage());
    let (slug, id) = (room.round.slug.as_str(), room.meeting.id);
    let part = |name: &str| place::part(slug, id, name);
    let chairs = actor.is(Role::Admin);
    let away = matches!(room.front, Front::Away);
    let back = Link::new(place::meetings(slug), t.say("meetings-title"));
    let mut chrome = Chrome::new(visit, &room.meeting.title).wide().back(back);
    chrome.scripts.push(&ASSETS.meeting.address);
    let mut desk = desk(visit, actor, room);
    let revision = revision_of(visit, &desk);
    if stage != Stage::Closed {
        desk.live.events = place::events(id, View::Chair);
    }
    let may = |event: bool, name: &str| (chairs && event).then(|| part(name));
    let arranges = chairs && stage != Stage::Closed && !offered.is_empty();
    ChairPage {
        chrome,
        t,
        round: room.round.title.get(t.language()).to_owned(),
        title: room.meeting.title.clone(),
        when: t.when(room.meeting.planned_at, &room.round.time_zone),
        desk,
        revision,
        here: place::chair(slug, id),
        links: links(t, room, chairs),
        open: may(stage == Stage::Planned, "opening"),
        close: may(stage == Stage::Open && !away, "closing"),
        propose: may(stage == Stage::Planned, "proposal"),
        add: arranges.then(|| (part("items"), addition(t, offered))),
        note: present(room)
            .filter(|_| chairs)
            .and_then(|id| note_form(t, room, id, None, &Problems::default())),
    }
}

fn links(t: Locale, room: &Room, chairs: bool) -> Vec<Link> {
    let (slug, id) = (room.round.slug.as_str(), room.meeting.id);
    let mut links = vec![
        Link::new(place::member(id), t.say("meeting-member-page")),
        Link::new(url::ranking(slug), t.say("ranking-title")),
        Link::new(place::part(slug, id, "packet.pdf"), t.say("packet-title")),
    ];
    if chairs && room.meeting.stage() == Stage::Planned {
        let plan = place::part(slug, id, "plan");
        links.insert(0, Link::new(plan, t.say("meeting-replan")));
    }
    if room.meeting.stage() == Stage::Closed {
        let minutes = place::part(slug, id, "minutes");
        links.insert(0, Link::new(minutes, t.say("meeting-minutes")));
    }
    links
}

/// The field that adds an application.
fn addition(t: Locale, offered: &[ApplicationRow]) -> Field {
    let choice = |row: &ApplicationRow| Choice {
        value: row.id.to_string(),
        label: match row.title.as_str() {
            "" => row.reference.clone(),
            title => format!("{title} · {}", row.reference),
        },
        hint: None,
        chosen: false,
    };
    let choices = offered.iter().map(choice).collect();
    let ask = Fields {
        t,
        problems: &Problems::default(),
    };
    ask.field("application", "meeting-add", "", Control::Select(choices))
}

fn present(room: &Room) -> Option<ApplicationId> {
    match &room.front {
        Front::Item(item) => Some(item.id),
        Front::Nothing | Front::Away | Front::Listening => None,
    }
}

fn desk(visit: &Visit, actor: &Actor, room: &Room) -> Desk {
    let live = live(visit, actor, room);
    let chairs = actor.is(Role::Admin);
    let leads = chairs && room.meeting.stage() == Stage::Open && !matches!(room.front, Front::Away);
    Desk {
        rows: rows(actor, room, &live.order, leads),
        controls: leads.then(|| controls(visit.t, room)),
        may_arrange: chairs && room.meeting.stage() != Stage::Closed,
        begun: room.meeting.stage() != Stage::Planned,
        live,
    }
}

fn rows(actor: &Actor, room: &Room, shown: &[ShownItem], leads: bool) -> Vec<Row> {
    let (slug, meeting) = (room.round.slug.as_str(), room.meeting.id);
    let (last, stage) = (room.order.len().saturating_sub(1), room.meeting.stage());
    let arranges = actor.is(Role::Admin) && stage != Stage::Closed;
    let listed = room.order.iter().zip(shown).enumerate();
    let row = |(at, (listed, shown)): (usize, (_, &ShownItem))| {
        let listed: &crate::actions::meeting_room::Listed = listed;
        let id = listed.application.id;
        let writes = actor.is(Role::Admin) && stage == Stage::Open;
        Row {
            shown: shown.clone(),
            href: format!("/admin/applications/{id}"),
            id: id.to_string(),
            base: place::item(slug, meeting, id, ""),
            up: arranges && at > 0,
            down: arranges && at < last,
            remove: arranges && !listed.called,
            go: leads && present(room) != Some(id),
            note: listed.item.note.clone(),
            note_href: if writes {
                place::item(slug, meeting, id, "note")
            } else {
                String::new()
            },
        }
    };
    listed.map(row).collect()
}

fn controls(t: Locale, room: &Room) -> Controls {
    let (slug, id) = (room.round.slug.as_str(), room.meeting.id);
    let named = |onto: Onto| match onto {
        Onto::Item(id) => {
            let listed = room.order.iter().find(|one| one.application.id == id);
            listed.map_or_else(String::new, |one| super::front::title(t, one))
        }
        Onto::Nothing | Onto::Another => String::new(),
    };
    let onward = room.onward;
    Controls {
        action: place::part(slug, id, "turn"),
        present: present(room).map(|id| id.to_string()).unwrap_or_default(),
        previous: named(onward.previous),
        next: named(onward.next),
        other_chair: match (onward.next, onward.previous) {
            (Onto::Another, _) => t.say("meeting-other-chair"),
            (_, Onto::Another) => t.say("meeting-other-chair-before"),
            _ => String::new(),
        },
    }
}
