//! A meeting as the admin who acts on it finds it in the transaction.

use std::collections::BTreeSet;

use super::Refusal;
use crate::domain::meeting::{Item, Meeting, Stage};
use crate::domain::phase::Scope;
use crate::domain::round::Round;
use crate::domain::{ApplicationId, MeetingId};
use crate::policy::meeting::Sitting;
use crate::policy::{Actor, Reach};
use crate::store::{Reader, StoreError, application, meeting, meeting_item, phase, round};

/// Everything that arranging and chairing need.
pub struct Desk {
    pub meeting: Meeting,
    pub round: Round,
    pub items: Vec<Item>,
    /// Those of them within the actor's reach.
    pub seen: BTreeSet<ApplicationId>,
    /// What is in front of everybody.
    pub present: Option<ApplicationId>,
}

impl Desk {
    /// Loads a meeting of the round of a name in URLs.
    pub fn load(
        reader: &mut Reader,
        actor: &Actor,
        (slug, id): (&str, MeetingId),
    ) -> Result<Self, Refusal> {
        let round = round::by_slug(reader, slug)?.ok_or(Refusal::NotFound)?;
        let meeting = meeting::by_id(reader, id)?;
        let meeting = meeting.filter(|one| one.round == round.id);
        let meeting = meeting.ok_or(Refusal::NotFound)?;
        let items = meeting_item::of_meeting(reader, id)?;
        let ids: Vec<ApplicationId> = items.iter().map(|item| item.application).collect();
        let seen = application::find_many(reader, Reach::staff(actor), &ids)?;
        let present = match meeting.stage() {
            Stage::Open => meeting_item::last_called(reader, id)?,
            Stage::Planned | Stage::Closed => None,
        };
        Ok(Self {
            seen: seen.into_iter().map(|row| row.id).collect(),
            meeting,
            round,
            items,
            present,
        })
    }

    /// The running order, with what the actor may not see.
    pub fn order(&self) -> Vec<ApplicationId> {
        self.items.iter().map(|item| item.application).collect()
    }

    /// What policy asks of.
    pub fn sitting(&self) -> Sitting<'_> {
        Sitting {
            meeting: &self.meeting,
            away: self.present.is_some_and(|id| !self.seen.contains(&id)),
        }
    }

    /// An application of the order that the actor may see.
    pub fn item(&self, id: ApplicationId) -> Result<&Item, Refusal> {
        let found = self.items.iter().find(|item| item.application == id);
        let found = found.filter(|_| self.seen.contains(&id));
        found.ok_or(Refusal::NotFound)
    }

    /// Whether every reviewer may come.
    pub fn open_to_all(
        &self,
        reader: &mut Reader,
        now: crate::domain::Moment,
    ) -> Result<bool, StoreError> {
        Ok(phase::in_force(reader, self.round.id, now)?.scope == Scope::All)
    }

    /// How the log names the meeting at an application.
    pub fn name(&self) -> String {
        format!("meeting {}", self.meeting.id)
    }
}
