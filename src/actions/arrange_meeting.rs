//! The running order of a meeting: proposed from the ranking, and arranged by hand.
//! The log names no places: a number would count what its reader may not see.

use super::Refusal;
use super::meeting_desk::Desk;
use super::rank_round::{RoundRanking, rank_of};
use crate::domain::meeting::{Event, ITEMS_MOST, Step, moved, rearranged, widest_first};
use crate::domain::{ApplicationId, MeetingId, Message};
use crate::policy::meeting::{MayChairItem, MayChairMeeting};
use crate::policy::review::UNDER_REVIEW;
use crate::policy::{Actor, Reach};
use crate::store::{Tx, application, audit, meeting_item};

/// By what an order is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposal {
    BestFirst,
    WidestFirst,
}

impl Proposal {
    /// The proposal of a posted code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "best" => Some(Self::BestFirst),
            "spread" => Some(Self::WidestFirst),
            _ => None,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::BestFirst => "best first",
            Self::WidestFirst => "widest spread first",
        }
    }

    /// What is under review, in this order.
    fn order(self, ranking: &RoundRanking) -> Vec<ApplicationId> {
        let running = ranking.running();
        let open = running.filter(|entry| UNDER_REVIEW.contains(&entry.application.status));
        let scored = open.map(|entry| (entry.application.id, entry.ranked.score.clone()));
        match self {
            Self::BestFirst => scored.map(|(id, _)| id).collect(),
            Self::WidestFirst => widest_first(scored.collect()),
        }
    }
}

/// Puts everything that is under review in a proposed order; what was added by hand
/// beside it follows.
pub fn propose_order(
    tx: &mut Tx,
    actor: &Actor,
    key: (&str, MeetingId),
    proposal: Proposal,
) -> Result<(), Refusal> {
    let desk = Desk::load(tx, actor, key)?;
    let may = MayChairMeeting::on(actor, &desk.sitting(), Event::Propose)?;
    let ranking = rank_of(tx, Reach::staff(actor), desk.round.clone())?;
    let mut wanted = proposal.order(&ranking);
    wanted.truncate(ITEMS_MOST);
    let order = desk.order();
    let by_hand = order.iter().filter(|id| desk.seen.contains(id));
    let by_hand: Vec<ApplicationId> = by_hand.filter(|id| !wanted.contains(id)).copied().collect();
    wanted.extend(by_hand);
    let order = rearranged(&order, &desk.seen, &wanted);
    meeting_item::put_in_order(tx, &may, &desk.items, &order)?;
    let about = ("meeting", desk.meeting.id);
    audit(
        tx,
        "propose_meeting_order",
        (about.0, about.1.as_str()),
        "",
        proposal.code(),
    )?;
    Ok(())
}

/// Adds an application at the end of the order; adding it twice changes nothing.
pub fn add_item(
    tx: &mut Tx,
    actor: &Actor,
    key: (&str, MeetingId),
    id: ApplicationId,
) -> Result<(), Refusal> {
    let desk = Desk::load(tx, actor, key)?;
    let row = application::find(tx, Reach::staff(actor), id)?;
    let row = row.filter(|row| row.round_id == desk.round.id);
    let row = row.ok_or_else(|| Refusal::field("application", Message::new("error-choice")))?;
    let may = MayChairItem::on(actor, &desk.sitting(), Event::Arrange, row.id)?;
    let mut order = desk.order();
    if order.contains(&row.id) {
        return Ok(());
    }
    if order.len() >= ITEMS_MOST {
        let most = i64::try_from(ITEMS_MOST).unwrap_or(i64::MAX);
        let message = Message::new("error-meeting-items-most").with("most", most);
        return Err(Refusal::field("application", message));
    }
    order.push(may.application());
    meeting_item::put_in_order(tx, may.chair(), &desk.items, &order)?;
    note(tx, &desk, "add_meeting_item", may.application(), "added")
}

/// Moves an application one place up or down among those that the actor sees.
pub fn move_item(
    tx: &mut Tx,
    actor: &Actor,
    key: (&str, MeetingId),
    (id, step): (ApplicationId, Step),
) -> Result<(), Refusal> {
    let desk = Desk::load(tx, actor, key)?;
    desk.item(id)?;
    let may = MayChairItem::on(actor, &desk.sitting(), Event::Arrange, id)?;
    let Some(order) = moved(&desk.order(), &desk.seen, may.application(), step) else {
        return Ok(());
    };
    meeting_item::put_in_order(tx, may.chair(), &desk.items, &order)?;
    let said = match step {
        Step::Up => "moved up",
        Step::Down => "moved down",
    };
    note(tx, &desk, "move_meeting_item", may.application(), said)
}

/// Takes an application out of the order; what was in front once stays, because the
/// minutes tell of it.
pub fn remove_item(
    tx: &mut Tx,
    actor: &Actor,
    key: (&str, MeetingId),
    id: ApplicationId,
) -> Result<(), Refusal> {
    let desk = Desk::load(tx, actor, key)?;
    desk.item(id)?;
    let may = MayChairItem::on(actor, &desk.sitting(), Event::Arrange, id)?;
    let turns = meeting_item::turns(tx, desk.meeting.id)?;
    if turns.iter().any(|turn| turn.application == id) {
        return Err(Refusal::Stale(Message::new("stale-meeting-item-called")));
    }
    meeting_item::delete(tx, &may)?;
    note(tx, &desk, "remove_meeting_item", id, "removed")
}

fn note(
    tx: &mut Tx,
    desk: &Desk,
    verb: &str,
    id: ApplicationId,
    said: &str,
) -> Result<(), Refusal> {
    let after = format!("{}: {said}", desk.name());
    audit(tx, verb, ("application", id.as_str()), "", &after)?;
    Ok(())
}
