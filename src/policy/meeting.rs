//! Who may come to a meeting, where they are while an application is in front of
//! everybody, who plans and who chairs. That an application may be seen at all is
//! shown by its being within the person's reach.

use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::meeting::{Event, Meeting, transition};
use crate::domain::round::{Round, RoundState};
use crate::domain::{AccountId, ApplicationId, MeetingId, Message, RoundId};

/// Whether somebody belongs to a round's meetings: staff do, and reviewers who were
/// ever assigned an application of the round, or whom the phase opens all of them to
/// (`invited`).
pub fn attends(actor: &Actor, invited: bool) -> bool {
    actor.is_staff() || (actor.is(Role::Reviewer) && invited)
}

/// Where somebody is while an application is in front of everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// They see it.
    There,
    /// Kept away by a conflict of interest or a recusal: asked to leave.
    Away,
    /// Not one of theirs: they may stay and listen, and see nothing of it.
    Listening,
}

/// The seat of somebody: whether the application is within their reach, and whether
/// they are kept away from it.
pub fn seat(within: bool, kept_away: bool) -> Seat {
    match (within, kept_away) {
        (_, true) => Seat::Away,
        (true, false) => Seat::There,
        (false, false) => Seat::Listening,
    }
}

/// A meeting as it stands for one admin, as read in the transaction that asks.
#[derive(Debug, Clone, Copy)]
pub struct Sitting<'a> {
    pub meeting: &'a Meeting,
    /// Whether an application is in front that they may not see.
    pub away: bool,
}

impl Sitting<'_> {
    /// Whoever had to leave neither goes on nor ends the meeting: both would take
    /// them past what they may know nothing of.
    fn allows(&self, actor: &Actor, event: Event) -> Result<(), Hindrance> {
        actor.admin()?;
        transition(self.meeting.stage(), event).map_err(Hindrance::Stale)?;
        if self.away && matches!(event, Event::Call | Event::Close) {
            return Err(Hindrance::Stale(Message::new("stale-meeting-away")));
        }
        Ok(())
    }
}

/// May plan a meeting of a round.
#[derive(Debug)]
pub struct MayPlanMeeting {
    round: RoundId,
    by: AccountId,
}

impl MayPlanMeeting {
    /// Admins may, until the round is closed.
    pub fn of(actor: &Actor, round: &Round) -> Result<Self, Hindrance> {
        actor.admin()?;
        match round.state {
            RoundState::Closed => Err(Hindrance::Stale(Message::new("stale-round-ended"))),
            RoundState::Draft | RoundState::Open => Ok(Self {
                round: round.id,
                by: actor.id,
            }),
        }
    }

    /// Of which round.
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// Who plans.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May chair a meeting: propose its order, open and close it.
#[derive(Debug)]
pub struct MayChairMeeting {
    meeting: MeetingId,
    by: AccountId,
}

impl MayChairMeeting {
    /// Any admin may, as far as the meeting has come.
    pub fn on(actor: &Actor, sitting: &Sitting, event: Event) -> Result<Self, Hindrance> {
        sitting.allows(actor, event)?;
        Ok(Self {
            meeting: sitting.meeting.id,
            by: actor.id,
        })
    }

    /// The meeting it was issued for.
    pub fn meeting(&self) -> MeetingId {
        self.meeting
    }

    /// Who chairs.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May chair a meeting as far as one application goes: arrange it, put it in front
/// of everybody, note what was agreed.
#[derive(Debug)]
pub struct MayChairItem {
    chair: MayChairMeeting,
    application: ApplicationId,
}

impl MayChairItem {
    /// Any admin may who has no conflict with the application: it was found within
    /// their reach.
    pub fn on(
        actor: &Actor,
        sitting: &Sitting,
        event: Event,
        application: ApplicationId,
    ) -> Result<Self, Hindrance> {
        let chair = MayChairMeeting::on(actor, sitting, event)?;
        Ok(Self { chair, application })
    }

    /// The right to chair it is part of.
    pub fn chair(&self) -> &MayChairMeeting {
        &self.chair
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Moment;
    use crate::policy::trial::actor;

    const SOMEBODY: &str = "0193a1b2-0000-7000-8000-000000000001";

    fn open() -> Meeting {
        let act = (AccountId::parse(SOMEBODY).unwrap(), Moment::from_micros(0));
        Meeting {
            id: MeetingId::parse(SOMEBODY).unwrap(),
            round: RoundId::parse(SOMEBODY).unwrap(),
            title: "First day".to_owned(),
            planned_at: act.1,
            made: act,
            opened: Some(act),
            closed: None,
        }
    }

    #[test]
    fn reviewers_come_when_they_are_invited_and_applicants_never() {
        for (role, invited, expected) in [
            (Role::Admin, false, true),
            (Role::Auditor, false, true),
            (Role::Reviewer, true, true),
            (Role::Reviewer, false, false),
            (Role::Applicant, true, false),
        ] {
            assert_eq!(attends(&actor(role), invited), expected, "{role:?}");
        }
    }

    #[test]
    fn whoever_is_kept_away_leaves_whatever_else_holds() {
        assert_eq!(seat(true, false), Seat::There);
        assert_eq!(seat(false, false), Seat::Listening);
        assert_eq!(seat(true, true), Seat::Away);
        assert_eq!(seat(false, true), Seat::Away);
    }

    #[test]
    fn an_admin_who_left_neither_goes_on_nor_closes() {
        let (ada, meeting) = (actor(Role::Admin), open());
        let refused = |away, event| {
            let sitting = Sitting {
                meeting: &meeting,
                away,
            };
            MayChairMeeting::on(&ada, &sitting, event).err()
        };
        let left = Some(Hindrance::Stale(Message::new("stale-meeting-away")));
        for event in [Event::Call, Event::Close] {
            assert_eq!(refused(true, event), left);
            assert_eq!(refused(false, event), None);
        }
        assert_eq!(refused(true, Event::Arrange), None);
        let sitting = Sitting {
            meeting: &meeting,
            away: false,
        };
        for role in [Role::Auditor, Role::Reviewer, Role::Applicant] {
            let refused = MayChairMeeting::on(&actor(role), &sitting, Event::Call);
            assert!(matches!(refused, Err(Hindrance::Denied(_))), "{role:?}");
        }
    }
}
