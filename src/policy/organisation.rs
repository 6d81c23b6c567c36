//! Who may act for an organisation.

use super::member::Standing;
use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::member::{MemberRole, Verb};
use crate::domain::{AccountId, Message, OrganisationId};

/// May change one organisation's profile or start its applications.
#[derive(Debug)]
pub struct MayActFor {
    organisation: OrganisationId,
    member: AccountId,
}

impl MayActFor {
    /// A member may whose role in the organisation is wide enough for the verb;
    /// to others it is not there.
    pub fn member(
        actor: &Actor,
        organisation: OrganisationId,
        role: Option<MemberRole>,
        verb: Verb,
    ) -> Result<Self, Hindrance> {
        let standing = Standing::of(actor, role, None).ok_or(Hindrance::Absent)?;
        standing.may(verb).map_err(Hindrance::Denied)?;
        Ok(Self {
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

/// Admins may describe an organisation that wrote or called; it belongs to nobody
/// until somebody of it joins.
pub fn may_describe(actor: &Actor) -> Result<(), Message> {
    if actor.is(Role::Admin) {
        Ok(())
    } else {
        Err(Message::new("denied-admin"))
    }
}
