//! Who may give applications to reviewers and take them away again.

use super::Actor;
use super::application::{MayAdvance, stale_key};
use crate::domain::account::Role;
use crate::domain::application::{Event, Status};
use crate::domain::assignment::{Bar, Candidate};
use crate::domain::{AccountId, ApplicationId, Message};

/// May assign one application to one reviewer.
#[derive(Debug)]
pub struct MayAssign {
    application: ApplicationId,
    reviewer: AccountId,
    by: AccountId,
}

impl MayAssign {
    /// An admin may while the application is reviewed or deliberated, unless
    /// something bars the reviewer.
    pub fn to(
        actor: &Actor,
        (application, status): (ApplicationId, Status),
        candidate: &Candidate,
    ) -> Result<Self, Message> {
        is_reviewed(actor, status)?;
        match candidate.bar() {
            Some(bar) => Err(Message::new(bar_key(bar))),
            None => Ok(Self {
                application,
                reviewer: candidate.account,
                by: actor.id,
            }),
        }
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// The reviewer it was issued for.
    pub fn reviewer(&self) -> AccountId {
        self.reviewer
    }

    /// Who assigns.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// An admin who could assign this application to somebody at all.
pub fn is_reviewed(actor: &Actor, status: Status) -> Result<(), Message> {
    if !actor.is(Role::Admin) {
        return Err(Message::new("denied-admin"));
    }
    match status {
        Status::InReview | Status::Deliberation => Ok(()),
        Status::Submitted => Err(Message::new("error-not-screened")),
        Status::Draft
        | Status::Discarded
        | Status::Withdrawn
        | Status::Ineligible
        | Status::Decided => Err(Message::new(stale_key(status))),
    }
}

/// The message that says what bars a reviewer.
pub fn bar_key(bar: Bar) -> &'static str {
    match bar {
        Bar::NotReviewer => "bar-not-reviewer",
        Bar::Member => "bar-member",
        Bar::Conflict => "bar-conflict",
        Bar::Assigned => "bar-assigned",
    }
}

/// May take one application away from one reviewer.
#[derive(Debug)]
pub struct MayUnassign {
    application: ApplicationId,
    reviewer: AccountId,
}

impl MayUnassign {
    /// An admin may as long as the reviewer has not begun.
    pub fn from(
        actor: &Actor,
        (application, status): (ApplicationId, Status),
        reviewer: AccountId,
        begun: bool,
    ) -> Result<Self, Message> {
        is_reviewed(actor, status)?;
        if begun {
            return Err(Message::new("stale-review-begun"));
        }
        Ok(Self {
            application,
            reviewer,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// The reviewer it was issued for.
    pub fn reviewer(&self) -> AccountId {
        self.reviewer
    }
}

/// A new reviewer sends a deliberated application back into review.
pub fn reopening(may: &MayAssign, status: Status) -> Result<Option<MayAdvance>, Message> {
    match status {
        Status::Deliberation => MayAdvance::by(Event::Reopen, may.application, status).map(Some),
        _ => Ok(None),
    }
}
