//! Who may write into the thread of an application. That the person may read it
//! is shown by the application being within their reach.

use super::Actor;
use super::application::stale_key;
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, Message};

/// May write messages about one application.
#[derive(Debug)]
pub struct MayWrite {
    application: ApplicationId,
    author: AccountId,
    from_staff: bool,
}

impl MayWrite {
    /// A member of the organisation may once the application was sent: before,
    /// nobody else can read it.
    pub fn as_member(
        actor: &Actor,
        application: ApplicationId,
        status: Status,
    ) -> Result<Self, Message> {
        match status {
            Status::Draft => Err(Message::new("stale-thread-draft")),
            Status::Discarded => Err(Message::new(stale_key(status))),
            _ => Ok(Self {
                application,
                author: actor.id,
                from_staff: false,
            }),
        }
    }

    /// An admin may.
    pub fn as_staff(actor: &Actor, application: ApplicationId) -> Result<Self, Message> {
        if !actor.is(Role::Admin) {
            return Err(Message::new("denied-admin"));
        }
        Ok(Self {
            application,
            author: actor.id,
            from_staff: true,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who writes.
    pub fn author(&self) -> AccountId {
        self.author
    }

    /// Whether the programme writes.
    pub fn from_staff(&self) -> bool {
        self.from_staff
    }
}
