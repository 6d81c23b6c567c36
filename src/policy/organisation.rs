//! Who may act for an organisation.

use super::Actor;
use crate::domain::account::Role;
use crate::domain::{AccountId, Message, OrganisationId};

/// May change one organisation's profile and start its applications.
#[derive(Debug)]
pub struct MayActFor {
    organisation: OrganisationId,
    member: AccountId,
}

impl MayActFor {
    /// Its members may; to others it is not there.
    pub fn member(actor: &Actor, organisation: OrganisationId, belongs: bool) -> Option<Self> {
        (belongs && actor.is(Role::Applicant)).then_some(Self {
            organisation,
            member: actor.id,
        })
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who acts.
    pub fn actor(&self) -> AccountId {
        self.member
    }
}

/// People who apply may make an organisation.
pub fn may_found(actor: &Actor) -> Result<(), Message> {
    if actor.is(Role::Applicant) {
        Ok(())
    } else {
        Err(Message::new("denied-applicant"))
    }
}
