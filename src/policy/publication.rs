//! Who says what may be published of an award. That an admin has no conflict is shown by
//! the application being within their reach.

use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::decision::{Decision, Outcome, Stage};
use crate::domain::{AccountId, ApplicationId, Message};

/// May say what is published of one award.
#[derive(Debug)]
pub struct MayPublish {
    application: ApplicationId,
    by: AccountId,
}

impl MayPublish {
    /// An admin may once the award was released: before, there is none.
    pub fn on(
        actor: &Actor,
        application: ApplicationId,
        decision: Option<&Decision>,
    ) -> Result<Self, Hindrance> {
        if !actor.is(Role::Admin) {
            return Err(Hindrance::Denied(Message::new("denied-admin")));
        }
        if !decision.is_some_and(is_award) {
            return Err(Hindrance::Stale(Message::new("stale-no-award")));
        }
        Ok(Self {
            application,
            by: actor.id,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who says so.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// Whether a decision is an award that its applicant knows of.
pub fn is_award(decision: &Decision) -> bool {
    decision.outcome == Outcome::Award && decision.stage() == Stage::Released
}
