//! Closing a meeting, after asking: it can't be taken back.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::place;
use crate::actions::chair_meeting::close_meeting;
use crate::actions::meeting_room::{Front, View, room};
use crate::domain::Message;
use crate::domain::meeting::{Event, transition};
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::round::{ConfirmPage, Fact};
use crate::web::ui::Link;

/// Asks before closing.
pub async fn show(visit: Admin, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let id = place::read(&path.1)?;
    let (actor, now) = (visit.actor().clone(), visit.now());
    let found = visit.read(move |reader| room(reader, &actor, (id, View::Chair), now));
    let found = found.await?.filter(|room| room.round.slug == path.0);
    let room = found.ok_or(Fault::NotFound)?;
    transition(room.meeting.stage(), Event::Close).map_err(Fault::Stale)?;
    if matches!(room.front, Front::Away) {
        return Err(Fault::Stale(Message::new("stale-meeting-away")));
    }
    let t = visit.t;
    let back = place::chair(&path.0, id);
    let called = room.order.iter().filter(|one| one.called).count();
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    let number = |n: usize| t.number(i64::try_from(n).unwrap_or(i64::MAX));
    visit.page(&ConfirmPage {
        chrome: Chrome::new(&visit, &t.say("meeting-closing"))
            .wide()
            .back(Link::new(back.clone(), room.meeting.title.clone())),
        over: room.meeting.title.clone(),
        heading: t.say("meeting-closing"),
        facts: vec![
            fact("meeting-closing-discussed", number(called)),
            fact("meeting-closing-left", number(room.order.len() - called)),
        ],
        effects: [
            "meeting-closing-notes",
            "meeting-closing-everybody",
            "meeting-closing-minutes",
        ]
        .map(|key| t.say(key))
        .into(),
        action: place::part(&path.0, id, "closing"),
        submit: t.say("meeting-close"),
        danger: true,
        cancel: Link::new(back, t.say("admin-cancel")),
    })
}

/// Closes a meeting and leads to its minutes.
pub async fn close(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = place::read(&path.1)?;
    let (actor, slug) = (visit.actor().clone(), path.0.clone());
    let close = move |tx: &mut Tx| close_meeting(tx, &actor, (&slug, id));
    visit.act_or_fault(close).await?;
    let minutes = place::part(&path.0, id, "minutes");
    Ok(visit.see_with(&minutes, "notice-meeting-closed"))
}
