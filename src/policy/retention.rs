//! Who may say how long what is kept.

use super::{Actor, Hindrance};
use crate::domain::{AccountId, ApplicationId};

/// May set how long each kind of contents is kept.
#[derive(Debug)]
pub struct MaySetPeriods {
    by: AccountId,
}

impl MaySetPeriods {
    /// Admins may.
    pub fn by_actor(actor: &Actor) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self { by: actor.id })
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May keep one application longer, with what is known about its organisation.
#[derive(Debug)]
pub struct MayKeep {
    application: ApplicationId,
    by: AccountId,
}

impl MayKeep {
    /// An admin may; that they have no conflict is shown by its being within reach.
    pub fn on(actor: &Actor, application: ApplicationId) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self {
            application,
            by: actor.id,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
