//! What was agreed on one application, written down by the chair.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::front::title;
use super::place;
use crate::actions::Refusal;
use crate::actions::chair_meeting::{PostedNote, note_item, note_mark};
use crate::actions::meeting_room::{Listed, Room, View, room};
use crate::actions::reading::Protected;
use crate::domain::meeting::{Event, NOTE_MOST, transition};
use crate::domain::{ApplicationId, MeetingId, Problems};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::Tx;
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::reading;
use crate::web::ui::{Control, Count, Field, Link};
use crate::web::visit::Visit;

/// A note as posted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Posted {
    note: String,
    over: String,
}

/// The form of a note.
pub struct NoteForm {
    pub action: String,
    /// Which application it is about.
    pub title: String,
    pub field: Field,
    pub over: String,
}

#[derive(Template)]
#[template(path = "meeting/note.html")]
struct NotePage {
    chrome: Chrome,
    t: Locale,
    over: String,
    form: NoteForm,
    cancel: Link,
}

/// The form of an application's note, with what is kept or was posted; nothing where
/// the application is not within reach.
pub fn note_form(
    t: Locale,
    room: &Room,
    id: ApplicationId,
    posted: Option<&Posted>,
    problems: &Problems,
) -> Option<NoteForm> {
    let listed = room.order.iter().find(|one| one.application.id == id)?;
    let (slug, meeting) = (room.round.slug.as_str(), room.meeting.id);
    let text = posted.map_or(listed.item.note.as_str(), |posted| posted.note.as_str());
    let ask = Fields { t, problems };
    let hint = ("meeting-note", "meeting-note-hint");
    let field = ask.hinted("note", hint.0, hint.1, text, Control::Area(4));
    Some(NoteForm {
        action: place::item(slug, meeting, id, "note"),
        title: title(t, listed),
        field: Field {
            optional: true,
            limit: Some(t.with("meeting-note-limit", "most", NOTE_MOST)),
            count: Some(Count {
                most: NOTE_MOST,
                unit: "characters",
            }),
            ..field
        },
        // After a refusal it goes over what is kept now, which the page shows.
        over: note_mark(&listed.item),
    })
}

/// Notes that staff read what was noted of applications in a meeting, where anything was.
pub async fn are_read<'a>(
    visit: &Visit,
    actor: &Actor,
    meeting: MeetingId,
    mut shown: impl Iterator<Item = &'a Listed>,
) -> Result<(), Fault> {
    match shown.any(|one| !one.item.note.is_empty()) {
        true => reading::note(visit, actor, Protected::Minutes(meeting)).await,
        false => Ok(()),
    }
}

async fn load(visit: &Admin, path: &Key) -> Result<(Room, ApplicationId), Fault> {
    let (meeting, id) = (place::read(&path.1)?, place::read_application(&path.2)?);
    let (actor, now) = (visit.actor().clone(), visit.now());
    let found = visit.read(move |reader| room(reader, &actor, (meeting, View::Chair), now));
    let found = found.await?.filter(|room| room.round.slug == path.0);
    Ok((found.ok_or(Fault::NotFound)?, id))
}

type Key = (String, String, String);

/// The form of a note.
pub async fn show(visit: Admin, path: Path<Key>) -> Result<HttpResponse, Fault> {
    let (room, id) = load(&visit, &path).await?;
    let form = note_form(visit.t, &room, id, None, &Problems::default());
    let form = form.ok_or(Fault::NotFound)?;
    transition(room.meeting.stage(), Event::Note).map_err(Fault::Stale)?;
    visit.page(&page(&visit, (&room, id), form, &Problems::default()).await?)
}

/// Keeps a note.
pub async fn write(
    visit: Admin,
    path: Path<Key>,
    Form(posted): Form<Posted>,
) -> Result<HttpResponse, Fault> {
    let (meeting, id) = (place::read(&path.1)?, place::read_application(&path.2)?);
    let (actor, slug) = (visit.actor().clone(), path.0.clone());
    let note = PostedNote {
        text: posted.note.clone(),
        over: posted.over.clone(),
    };
    let write = move |tx: &mut Tx| note_item(tx, &actor, (&slug, meeting), (id, &note));
    match visit.act(write).await? {
        Ok(()) => {
            let back = place::chair(&path.0, meeting);
            Ok(visit.see_with(&back, "notice-meeting-noted"))
        }
        Err(Refusal::Invalid(problems)) => {
            let (room, id) = load(&visit, &path).await?;
            let form = note_form(visit.t, &room, id, Some(&posted), &problems);
            let form = form.ok_or(Fault::NotFound)?;
            visit.refused(&page(&visit, (&room, id), form, &problems).await?)
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    visit: &Admin,
    (room, id): (&Room, ApplicationId),
    form: NoteForm,
    problems: &Problems,
) -> Result<NotePage, Fault> {
    let listed = room.order.iter();
    let shown = listed.filter(|one| one.application.id == id);
    are_read(visit, visit.actor(), room.meeting.id, shown).await?;
    let t = visit.t;
    let back = place::chair(&room.round.slug, room.meeting.id);
    Ok(NotePage {
        chrome: Chrome::new(visit, &t.say("meeting-note"))
            .back(Link::new(back.clone(), room.meeting.title.clone()))
            .problems(t, problems),
        over: room.meeting.title.clone(),
        form,
        cancel: Link::new(back, t.say("admin-cancel")),
        t,
    })
}
