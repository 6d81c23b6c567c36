//! Chairing a meeting: opening it, putting one application after the other in front
//! of everybody, noting what was agreed, closing it.

use super::Refusal;
use super::meeting_desk::Desk;
use crate::domain::meeting::{Event, Item, Way, next_to, read_note};
use crate::domain::{ApplicationId, MeetingId, Message};
use crate::policy::Actor;
use crate::policy::meeting::{MayChairItem, MayChairMeeting};
use crate::store::{Tx, audit, meeting, meeting_absence, meeting_item};

/// Opens a meeting; a round has one that is open.
pub fn open_meeting(tx: &mut Tx, actor: &Actor, key: (&str, MeetingId)) -> Result<(), Refusal> {
    let desk = Desk::load(tx, actor, key)?;
    let may = MayChairMeeting::on(actor, &desk.sitting(), Event::Open)?;
    if meeting::open_of_round(tx, desk.round.id)?.is_some() {
        return Err(Refusal::Stale(Message::new("stale-meeting-other-open")));
    }
    meeting::open(tx, &may)?;
    note(tx, &desk, ("open_meeting", "open"))
}

/// What is to be put in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Beside(Way),
    Item(ApplicationId),
}

/// Puts an application in front of everybody. `shown` is what was in front on the
/// page that the chair saw: when another chair has moved on since, nothing happens.
pub fn call_item(
    tx: &mut Tx,
    actor: &Actor,
    key: (&str, MeetingId),
    (target, shown): (Target, Option<ApplicationId>),
) -> Result<(), Refusal> {
    let desk = Desk::load(tx, actor, key)?;
    MayChairMeeting::on(actor, &desk.sitting(), Event::Call)?;
    if desk.present != shown {
        return Err(Refusal::Stale(Message::new("stale-meeting-moved-on")));
    }
    let next = wanted(&desk, target)?;
    if desk.present == Some(next) {
        return Ok(());
    }
    let may = MayChairItem::on(actor, &desk.sitting(), Event::Call, next)?;
    note_absences(tx, &desk, may.chair(), desk.present)?;
    meeting_item::call(tx, &may)?;
    note_absences(tx, &desk, may.chair(), Some(may.application()))?;
    let about = ("application", next.as_str());
    audit(tx, "call_meeting_item", about, "", &desk.name())?;
    Ok(())
}

/// The application that is meant, if the actor may chair it.
fn wanted(desk: &Desk, target: Target) -> Result<ApplicationId, Refusal> {
    let way = match target {
        Target::Item(id) => return Ok(desk.item(id)?.application),
        Target::Beside(way) => way,
    };
    let found = next_to(&desk.order(), desk.present, way);
    let found = found.ok_or_else(|| Refusal::Stale(Message::new("stale-meeting-no-other")))?;
    if desk.seen.contains(&found) {
        Ok(found)
    } else {
        Err(Refusal::Stale(Message::new("stale-meeting-other-chair")))
    }
}

/// Who has to leave is noted when an application comes and when it goes: conflicts
/// are told in between, too.
fn note_absences(
    tx: &mut Tx,
    desk: &Desk,
    may: &MayChairMeeting,
    application: Option<ApplicationId>,
) -> Result<(), Refusal> {
    let Some(application) = application else {
        return Ok(());
    };
    let now = tx.now();
    let open_to_all = desk.open_to_all(tx, now)?;
    meeting_absence::note(tx, may, (application, desk.round.id), open_to_all)?;
    Ok(())
}

/// What was agreed, as posted.
#[derive(Debug, Clone, Default)]
pub struct PostedNote {
    pub text: String,
    /// The mark of the note that the page showed; see [`note_mark`].
    pub over: String,
}

/// Tells one note of an item from a later one.
pub fn note_mark(item: &Item) -> String {
    let noted = item.noted.map(|(_, at)| at.micros().to_string());
    noted.unwrap_or_default()
}

/// Keeps what was agreed on an application, in place of the note that was shown.
pub fn note_item(
    tx: &mut Tx,
    actor: &Actor,
    key: (&str, MeetingId),
    (id, posted): (ApplicationId, &PostedNote),
) -> Result<(), Refusal> {
    let desk = Desk::load(tx, actor, key)?;
    let item = desk.item(id)?;
    let may = MayChairItem::on(actor, &desk.sitting(), Event::Note, id)?;
    let text = read_note(&posted.text).map_err(|message| Refusal::field("note", message))?;
    if text == item.note {
        return Ok(());
    }
    if note_mark(item) != posted.over {
        return Err(Refusal::field(
            "note",
            Message::new("error-meeting-note-elsewhere"),
        ));
    }
    meeting_item::note(tx, &may, &text)?;
    let about = ("application", id.as_str());
    audit(tx, "note_meeting_item", about, "", &desk.name())?;
    Ok(())
}

/// Closes a meeting for good.
pub fn close_meeting(tx: &mut Tx, actor: &Actor, key: (&str, MeetingId)) -> Result<(), Refusal> {
    let desk = Desk::load(tx, actor, key)?;
    let may = MayChairMeeting::on(actor, &desk.sitting(), Event::Close)?;
    note_absences(tx, &desk, &may, desk.present)?;
    meeting::close(tx, &may)?;
    note(tx, &desk, ("close_meeting", "closed"))
}

fn note(tx: &mut Tx, desk: &Desk, (verb, after): (&str, &str)) -> Result<(), Refusal> {
    let (id, before) = (desk.meeting.id, desk.meeting.stage().code());
    audit(tx, verb, ("meeting", id.as_str()), before, after)?;
    Ok(())
}
