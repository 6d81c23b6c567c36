//! Who may move an application through its life.

use super::clarification::MayAnswer;
use super::member::Standing;
use super::organisation::MayActFor;
use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::application::{Event, Status, transition};
use crate::domain::member::Verb;
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

/// An admin may work on an application from submission until its decision is released.
/// That they have no conflict is shown by the application being within their reach.
pub fn undecided(actor: &Actor, status: Status) -> Result<(), Hindrance> {
    actor.admin()?;
    match status {
        Status::Submitted | Status::InReview | Status::Deliberation => Ok(()),
        Status::Draft
        | Status::Discarded
        | Status::Withdrawn
        | Status::Ineligible
        | Status::Decided => Err(Hindrance::Stale(Message::new(stale_key(status)))),
    }
}

/// Who answers for the organisation may submit its draft while the round takes
/// applications, once an officer has certified the answers as they stand.
pub fn may_submit(
    standing: Standing,
    (application, status): (ApplicationId, Status),
    window: Window,
    certified: bool,
) -> Result<MayAdvance, Hindrance> {
    standing.may(Verb::Submit).map_err(Hindrance::Denied)?;
    let may = MayAdvance::by(Event::Submit, application, status).map_err(Hindrance::Stale)?;
    taken_now(window)?;
    if !certified {
        return Err(Hindrance::Stale(Message::new("stale-not-certified")));
    }
    Ok(may)
}

/// Whether a round takes what is sent now.
fn taken_now(window: Window) -> Result<(), Hindrance> {
    match window {
        Window::Open | Window::Late => Ok(()),
        Window::NotYet => Err(Hindrance::Stale(Message::new("stale-round-not-open"))),
        Window::Over => Err(Hindrance::Stale(Message::new("stale-round-over"))),
    }
}

/// May certify one draft's answers as they stand.
#[derive(Debug)]
pub struct MayCertify {
    application: ApplicationId,
    by: AccountId,
    taken_down: bool,
}

impl MayCertify {
    /// Its owners may; staff who file it take down what the officer told them.
    pub fn on(
        actor: &Actor,
        standing: Standing,
        (application, status): (ApplicationId, Status),
        window: Window,
    ) -> Result<Self, Hindrance> {
        standing.may(Verb::Certify).map_err(Hindrance::Denied)?;
        if status != Status::Draft {
            return Err(Hindrance::Stale(Message::new(stale_key(status))));
        }
        taken_now(window)?;
        Ok(Self {
            application,
            by: actor.id,
            taken_down: standing.is_filer(),
        })
    }

    /// Whoever may send an answer certifies what it changes.
    pub(super) fn to_answer(may: &MayAnswer, standing: Standing) -> Result<Self, Hindrance> {
        standing.may(Verb::Certify).map_err(Hindrance::Denied)?;
        Ok(Self {
            application: may.application(),
            by: may.member(),
            taken_down: standing.is_filer(),
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who certifies, or takes it down.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// Whether it is taken down for somebody else.
    pub fn taken_down(&self) -> bool {
        self.taken_down
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
    /// Who writes for the organisation may, until the round is over.
    pub fn on(
        actor: &Actor,
        standing: Standing,
        (application, status): (ApplicationId, Status),
        window: Window,
    ) -> Result<Self, Hindrance> {
        standing.may(Verb::Write).map_err(Hindrance::Denied)?;
        if status != Status::Draft {
            return Err(Hindrance::Stale(Message::new(stale_key(status))));
        }
        if window == Window::Over {
            return Err(Hindrance::Stale(Message::new("stale-round-over")));
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

/// Who answers for the organisation may withdraw what is not decided. What they were told
/// an outcome of stays decided for them while it is decided anew: an award that was made
/// would otherwise vanish from the round with the money it was paid.
pub fn may_withdraw(
    standing: Standing,
    application: ApplicationId,
    (status, told): (Status, bool),
) -> Result<MayAdvance, Hindrance> {
    standing.may(Verb::Withdraw).map_err(Hindrance::Denied)?;
    let status = if told { Status::Decided } else { status };
    MayAdvance::by(Event::Withdraw, application, status).map_err(Hindrance::Stale)
}

/// Who answers for the organisation may discard a draft.
pub fn may_discard(
    standing: Standing,
    application: ApplicationId,
    status: Status,
) -> Result<MayAdvance, Hindrance> {
    standing.may(Verb::Discard).map_err(Hindrance::Denied)?;
    MayAdvance::by(Event::Discard, application, status).map_err(Hindrance::Stale)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::member::MemberRole;

    #[test]
    fn only_what_an_officer_certified_is_sent() {
        let id: ApplicationId = "00000000-0000-7000-8000-000000000001".parse().unwrap();
        let send = |role: MemberRole, certified: bool| {
            let draft = (id, Status::Draft);
            may_submit(Standing::Member(role), draft, Window::Open, certified)
        };
        assert!(send(MemberRole::Owner, true).is_ok());
        assert_eq!(
            send(MemberRole::Owner, false).unwrap_err(),
            Hindrance::Stale(Message::new("stale-not-certified"))
        );
        assert!(matches!(
            send(MemberRole::Editor, true),
            Err(Hindrance::Denied(_))
        ));
    }
}
