//! Who may put an organisation on hold, end that, and go past it. That an admin has no
//! conflict is shown by the organisation being within their reach.

use super::{Actor, Hindrance};
use crate::domain::{AccountId, HoldId, Message, OrganisationId};

/// May put one organisation on hold.
#[derive(Debug)]
pub struct MayHold {
    organisation: OrganisationId,
    /// The hold that stands, which the new one takes the place of.
    standing: Option<HoldId>,
    by: AccountId,
}

impl MayHold {
    /// An admin may; a hold that stands is replaced.
    pub fn on(
        actor: &Actor,
        organisation: OrganisationId,
        standing: Option<HoldId>,
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self {
            organisation,
            standing,
            by: actor.id,
        })
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// The hold that it replaces.
    pub fn replaces(&self) -> Option<MayPassHold> {
        let by = self.by;
        self.standing.map(|hold| MayPassHold { hold, by })
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May end one hold, or let one application go past it.
#[derive(Debug)]
pub struct MayPassHold {
    hold: HoldId,
    by: AccountId,
}

impl MayPassHold {
    /// An admin may while it stands.
    pub fn on(actor: &Actor, standing: Option<HoldId>) -> Result<Self, Hindrance> {
        actor.admin()?;
        let ended = || Hindrance::Stale(Message::new("stale-no-hold"));
        Ok(Self {
            hold: standing.ok_or_else(ended)?,
            by: actor.id,
        })
    }

    /// The hold it was issued for.
    pub fn hold(&self) -> HoldId {
        self.hold
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
