//! Planning a panel's meeting about a round.

use super::Refusal;
use super::meeting_desk::Desk;
use crate::domain::meeting::{Event, MeetingText};
use crate::domain::{MeetingId, Moment};
use crate::policy::Actor;
use crate::policy::meeting::{MayChairMeeting, MayPlanMeeting};
use crate::store::{Tx, audit, meeting, round};

/// Plans a meeting; its running order is empty at first.
pub fn plan_meeting(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    text: &MeetingText,
) -> Result<MeetingId, Refusal> {
    let round = round::by_slug(tx, slug)?.ok_or(Refusal::NotFound)?;
    let may = MayPlanMeeting::of(actor, &round)?;
    let draft = text.read(&round.time_zone)?;
    let id = meeting::insert(tx, &may, &draft)?;
    let after = format!("planned for {}", draft.planned_at.rfc3339());
    audit(tx, "plan_meeting", ("meeting", id.as_str()), "", &after)?;
    Ok(id)
}

/// Gives a meeting that is still to come another title or time.
pub fn replan_meeting(
    tx: &mut Tx,
    actor: &Actor,
    key: (&str, MeetingId),
    text: &MeetingText,
) -> Result<(), Refusal> {
    let desk = Desk::load(tx, actor, key)?;
    let may = MayChairMeeting::on(actor, &desk.sitting(), Event::Replan)?;
    let draft = text.read(&desk.round.time_zone)?;
    let state = |at: Moment| format!("planned for {}", at.rfc3339());
    let before = state(desk.meeting.planned_at);
    if before == state(draft.planned_at) && desk.meeting.title == draft.title {
        return Ok(());
    }
    meeting::replan(tx, &may, &draft)?;
    let object = ("meeting", key.1.as_str());
    audit(
        tx,
        "replan_meeting",
        object,
        &before,
        &state(draft.planned_at),
    )?;
    Ok(())
}
