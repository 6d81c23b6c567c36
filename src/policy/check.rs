//! Who may record a check of due diligence.

use super::Actor;
use super::application::stale_key;
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, Message};

/// May record checks of one application.
#[derive(Debug)]
pub struct MayCheck {
    application: ApplicationId,
    by: AccountId,
}

impl MayCheck {
    /// An admin may, from submission until the decision is released.
    pub fn on(actor: &Actor, application: ApplicationId, status: Status) -> Result<Self, Message> {
        if !actor.is(Role::Admin) {
            return Err(Message::new("denied-admin"));
        }
        match status {
            Status::Submitted | Status::InReview | Status::Deliberation => Ok(Self {
                application,
                by: actor.id,
            }),
            Status::Draft
            | Status::Discarded
            | Status::Withdrawn
            | Status::Ineligible
            | Status::Decided => Err(Message::new(stale_key(status))),
        }
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who checks.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
