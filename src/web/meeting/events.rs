//! What tells a page of a meeting that it changed: server-sent events with a mark of
//! the page and no content. Before each one it is looked again who the person is and
//! what they may see; what they would not see makes no event.

use std::convert::Infallible;
use std::time::Duration;

use actix_web::http::header::{self, ContentEncoding};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{Bytes, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream::{self, Stream};
use serde::Deserialize;

use super::audience::{Ticket, Told};
use super::chair::chair_revision;
use super::front::revision;
use super::place;
use crate::actions::meeting_room::{Front, Room, View, room};
use crate::domain::meeting::Stage;
use crate::domain::{ApplicationId, MeetingId};
use crate::policy::Actor;
use crate::web::access::SignedIn;
use crate::web::errors::Fault;
use crate::web::visit::Visit;

/// A line with nothing on it keeps proxies from taking the stream for dead.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// Every so many heartbeats it is looked whether time alone changed something, as
/// when a review phase ends.
const LOOK_EVERY: u32 = 4;
/// Milliseconds after which a browser comes back when a stream ended.
const COME_BACK: u32 = 2000;

/// Which page listens.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Page {
    page: String,
}

impl Page {
    fn view(&self, actor: &Actor) -> View {
        if self.page == "chair" && actor.is_staff() {
            View::Chair
        } else {
            View::Member
        }
    }
}

/// The stream of one page.
pub async fn listen(
    visit: SignedIn,
    id: Path<String>,
    page: Query<Page>,
    request: HttpRequest,
) -> Result<HttpResponse, Fault> {
    let id = place::read(&id)?;
    let (visit, actor) = ((*visit).clone(), visit.actor().clone());
    let view = page.view(&actor);
    let room = look(&visit, &actor, (id, view)).await?;
    if room.meeting.stage() == Stage::Closed {
        // Tells a browser not to come back: nothing will change any more.
        return Ok(HttpResponse::NoContent().finish());
    }
    let mut answer = HttpResponse::build(StatusCode::OK);
    answer
        .insert_header((header::CONTENT_TYPE, "text/event-stream; charset=utf-8"))
        // Neither our own compression nor a proxy may hold back what is sent.
        .insert_header(ContentEncoding::Identity)
        .insert_header(("x-accel-buffering", "no"));
    if request.method() == Method::HEAD {
        return Ok(answer.finish());
    }
    let audience = visit.site.audience.clone();
    let ticket = audience.enter(&visit.site, id, actor.id);
    let listener = Listener {
        last: Seen::of(&visit, &actor, view, &room),
        ticket: ticket.ok_or(Fault::TooMany)?,
        visit,
        actor,
        of: (id, view),
        beats: 0,
        next: Next::First,
    };
    Ok(answer.streaming(listener.stream()))
}

async fn look(visit: &Visit, actor: &Actor, of: (MeetingId, View)) -> Result<Room, Fault> {
    let (actor, now) = (actor.clone(), visit.now());
    let found = visit.read(move |reader| room(reader, &actor, of, now));
    found.await?.ok_or(Fault::NotFound)
}

/// What somebody sees, as far as the stream has to know.
#[derive(Clone, PartialEq, Eq)]
struct Seen {
    revision: String,
    /// The application in front, if they see it.
    front: Option<ApplicationId>,
    away: bool,
    closed: bool,
}

impl Seen {
    fn of(visit: &Visit, actor: &Actor, view: View, room: &Room) -> Self {
        Self {
            revision: match view {
                View::Member => revision(visit, actor, room),
                View::Chair => chair_revision(visit, actor, room),
            },
            front: match &room.front {
                Front::Item(item) => Some(item.id),
                Front::Nothing | Front::Away | Front::Listening => None,
            },
            away: matches!(room.front, Front::Away),
            closed: room.meeting.stage() == Stage::Closed,
        }
    }
}

enum Next {
    First,
    Wait,
    /// Nothing is sent any more.
    End,
}

/// One page that listens.
struct Listener {
    visit: Visit,
    actor: Actor,
    of: (MeetingId, View),
    ticket: Ticket,
    last: Seen,
    beats: u32,
    next: Next,
}

type Sent = Result<Bytes, Infallible>;

impl Listener {
    fn stream(self) -> impl Stream<Item = Sent> {
        stream::unfold(self, Self::step)
    }

    async fn step(mut self) -> Option<(Sent, Self)> {
        match self.next {
            Next::End => return None,
            Next::First => {
                self.next = Next::Wait;
                let first = format!("retry: {COME_BACK}\n{}", self.event());
                return Some((Ok(first.into()), self));
            }
            Next::Wait => {}
        }
        loop {
            let waited = tokio::time::timeout(HEARTBEAT, self.ticket.told.changed()).await;
            let look_again = match waited {
                Ok(Ok(())) if *self.ticket.told.borrow() == Told::End => return None,
                Ok(Ok(())) => true,
                Ok(Err(_)) => return None,
                Err(_) => {
                    self.beats += 1;
                    self.beats.is_multiple_of(LOOK_EVERY)
                }
            };
            if !self.is_still_here().await {
                return None;
            }
            if look_again && self.has_changed().await? {
                let event = self.event();
                return Some((Ok(event.into()), self));
            }
            if waited.is_err() {
                return Some((Ok(Bytes::from_static(b":\n\n")), self));
            }
        }
    }

    /// Whether the session still opens the site with the same roles; whoever lost or
    /// got one comes in by the door again.
    async fn is_still_here(&self) -> bool {
        let now = self.visit.actor_now().await;
        now.is_ok_and(|now| now.as_ref() == Some(&self.actor))
    }

    /// Looks again; `None` where the person no longer belongs to the meeting. Whoever
    /// is newly kept away is told so and comes in by the door again.
    async fn has_changed(&mut self) -> Option<bool> {
        let room = look(&self.visit, &self.actor, self.of).await.ok()?;
        let seen = Seen::of(&self.visit, &self.actor, self.of.1, &room);
        if seen == self.last {
            return Some(false);
        }
        if seen.closed || (seen.away && self.last.front.is_some()) {
            self.next = Next::End;
        }
        let changed = seen.revision != self.last.revision;
        self.last = seen;
        Some(changed)
    }

    fn event(&self) -> String {
        format!("event: changed\ndata: {}\n\n", self.last.revision)
    }
}
