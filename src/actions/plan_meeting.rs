//! Planning a panel's meeting about a round.

use super::Refusal;
use crate::domain::MeetingId;
use crate::domain::meeting::MeetingText;
use crate::policy::Actor;
use crate::policy::meeting::MayPlanMeeting;
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
