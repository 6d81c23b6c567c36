//! Who may ask for erasure, and who answers.

use super::{Actor, Hindrance};
use crate::domain::erasure_request::Whose;
use crate::domain::member::MemberRole;
use crate::domain::{AccountId, ErasureRequestId, Message, OrganisationId};

/// May ask for the erasure of what is kept about somebody.
#[derive(Debug)]
pub struct MayAskErasure {
    whose: Whose,
    by: AccountId,
}

impl MayAskErasure {
    /// Everybody may about themselves, unless a request waits or they alone answer for
    /// an organisation that has other people.
    pub fn of_oneself(actor: &Actor, waits: bool, alone: bool) -> Result<Self, Hindrance> {
        if alone {
            return Err(Hindrance::Stale(Message::new("stale-erasure-alone")));
        }
        Self::unless_waiting(actor, Whose::Person(actor.id), waits)
    }

    /// Who answers for an organisation may about it.
    pub fn of_organisation(
        actor: &Actor,
        organisation: OrganisationId,
        role: Option<MemberRole>,
        waits: bool,
    ) -> Result<Self, Hindrance> {
        match role {
            None => Err(Hindrance::Absent),
            Some(MemberRole::Editor | MemberRole::Viewer) => {
                Err(Hindrance::Denied(Message::new("denied-erasure-owner")))
            }
            Some(MemberRole::Owner) => {
                Self::unless_waiting(actor, Whose::Organisation(organisation), waits)
            }
        }
    }

    fn unless_waiting(actor: &Actor, whose: Whose, waits: bool) -> Result<Self, Hindrance> {
        match waits {
            true => Err(Hindrance::Stale(Message::new("stale-erasure-waits"))),
            false => Ok(Self {
                whose,
                by: actor.id,
            }),
        }
    }

    /// About whom.
    pub fn whose(&self) -> Whose {
        self.whose
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May answer one request.
#[derive(Debug)]
pub struct MayAnswerErasure {
    request: ErasureRequestId,
    by: AccountId,
}

impl MayAnswerErasure {
    /// An admin may while it waits, not on what they asked for themselves. That they have
    /// no conflict with an organisation is shown by its being within their reach.
    pub fn on(
        actor: &Actor,
        request: ErasureRequestId,
        asked_by: AccountId,
        waits: bool,
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        if asked_by == actor.id {
            return Err(Hindrance::Denied(Message::new("denied-oneself")));
        }
        match waits {
            false => Err(Hindrance::Stale(Message::new("stale-erasure-answered"))),
            true => Ok(Self {
                request,
                by: actor.id,
            }),
        }
    }

    /// The request it was issued for.
    pub fn request(&self) -> ErasureRequestId {
        self.request
    }

    /// Who does.
    pub fn by(&self) -> AccountId {
        self.by
    }
}
