//! Who may move an application through its life.

use super::Actor;
use super::clarification::MayAnswer;
use super::organisation::MayActFor;
use crate::domain::account::Role;
use crate::domain::application::{Event, Status, transition};
use crate::domain::round::Window;
use crate::domain::{AccountId, ApplicationId, Message, OrganisationId, RoundId};

/// May move one application from one status to another. The only way in which
/// the store changes a status.
#[derive(Debug)]
pub struct MayAdvance {
    application: ApplicationId,
    from: Status,
    to: Status,
}

impl MayAdvance {
    /// By an event that the state machine allows; the refusal says where the
    /// application stands now.
    pub(super) fn by(
        event: Event,
        application: ApplicationId,
        from: Status,
    ) -> Result<Self, Message> {
        let to = transition(from, event).map_err(|_| Message::new(stale_key(from)))?;
        Ok(Self {
            application,
            from,
            to,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Where the application stands.
    pub fn from(&self) -> Status {
        self.from
    }

    /// Where it goes.
    pub fn to(&self) -> Status {
        self.to
    }
}

/// The message that tells where an application stands now.
pub fn stale_key(status: Status) -> &'static str {
    match status {
        Status::Draft => "stale-draft",
        Status::Discarded => "stale-discarded",
        Status::Submitted => "stale-submitted",
        Status::Withdrawn => "stale-withdrawn",
        Status::Ineligible => "stale-ineligible",
        Status::InReview => "stale-in-review",
        Status::Deliberation => "stale-deliberation",
        Status::Decided => "stale-decided",
    }
}

/// A member of the organisation may submit its draft while the round takes
/// applications. That the actor is a member is shown by the application being
/// within their reach.
pub fn may_submit(
    application: ApplicationId,
    status: Status,
    window: Window,
) -> Result<MayAdvance, Message> {
    let may = MayAdvance::by(Event::Submit, application, status)?;
    match window {
        Window::Open | Window::Late => Ok(may),
        Window::NotYet => Err(Message::new("stale-round-not-open")),
        Window::Over => Err(Message::new("stale-round-over")),
    }
}

/// May start one organisation's application in one round.
#[derive(Debug)]
pub struct MayStart {
    round: RoundId,
    organisation: OrganisationId,
    starter: AccountId,
}

impl MayStart {
    /// A member of the organisation may while the round takes applications.
    pub fn on(member: &MayActFor, round: RoundId, window: Window) -> Result<Self, Message> {
        match window {
            Window::Open | Window::Late => Ok(Self {
                round,
                organisation: member.organisation(),
                starter: member.actor(),
            }),
            Window::NotYet => Err(Message::new("stale-round-not-open")),
            Window::Over => Err(Message::new("stale-round-closed")),
        }
    }

    /// The round it was issued for.
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who starts it.
    pub fn starter(&self) -> AccountId {
        self.starter
    }
}

/// May write the sections of one draft.
#[derive(Debug)]
pub struct MayEdit {
    application: ApplicationId,
    editor: AccountId,
}

impl MayEdit {
    /// A member of the organisation may, until the round is over. That the actor
    /// is a member is shown by the application being within their reach.
    pub fn on(
        actor: &Actor,
        application: ApplicationId,
        status: Status,
        window: Window,
    ) -> Result<Self, Message> {
        if status != Status::Draft {
            return Err(Message::new(stale_key(status)));
        }
        if window == Window::Over {
            return Err(Message::new("stale-round-over"));
        }
        Ok(Self {
            application,
            editor: actor.id,
        })
    }

    /// Whoever may answer a clarification may write the sections that it opens.
    pub(super) fn to_answer(may: &MayAnswer) -> Self {
        Self {
            application: may.application(),
            editor: may.member(),
        }
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who writes.
    pub fn editor(&self) -> AccountId {
        self.editor
    }
}

/// A member may withdraw what is not decided.
pub fn may_withdraw(application: ApplicationId, status: Status) -> Result<MayAdvance, Message> {
    MayAdvance::by(Event::Withdraw, application, status)
}

/// A member may discard a draft.
pub fn may_discard(application: ApplicationId, status: Status) -> Result<MayAdvance, Message> {
    MayAdvance::by(Event::Discard, application, status)
}

/// An admin may find a submitted application eligible or not.
pub fn may_screen(
    actor: &Actor,
    application: ApplicationId,
    status: Status,
    eligible: bool,
) -> Result<MayAdvance, Message> {
    if !actor.is(Role::Admin) {
        return Err(Message::new("denied-admin"));
    }
    let event = if eligible {
        Event::Admit
    } else {
        Event::Exclude
    };
    MayAdvance::by(event, application, status)
}
