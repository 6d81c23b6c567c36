//! Who may file an application for an organisation that wrote or called.

use super::Actor;
use super::Hindrance;
use crate::domain::round::Window;
use crate::domain::{AccountId, Message, OrganisationId, RoundId};

/// May file one organisation's application in one round.
#[derive(Debug)]
pub struct MayFile {
    round: RoundId,
    organisation: OrganisationId,
    by: AccountId,
}

impl MayFile {
    /// Admins may while the round takes applications, but not for an organisation
    /// that they belong to: there they are applicants.
    pub fn on(
        actor: &Actor,
        organisation: OrganisationId,
        belongs: bool,
        (round, window): (RoundId, Window),
    ) -> Result<Self, Hindrance> {
        may_file(actor, window)?;
        if belongs {
            return Err(Hindrance::Denied(Message::new("denied-own-filing")));
        }
        Ok(Self {
            round,
            organisation,
            by: actor.id,
        })
    }

    /// The round it was issued for.
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who files.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// Whether an admin could file anything in a round now.
pub fn may_file(actor: &Actor, window: Window) -> Result<(), Hindrance> {
    actor.admin()?;
    match window {
        Window::Open | Window::Late => Ok(()),
        Window::NotYet => Err(Hindrance::Stale(Message::new("stale-round-not-open"))),
        Window::Over => Err(Hindrance::Stale(Message::new("stale-round-closed"))),
    }
}
