//! Who may put papers and pathways of an organisation on record, and say which papers a
//! programme asks for. That an admin has no conflict is shown by the organisation being
//! within their reach.

use super::application::undecided;
use super::{Actor, Hindrance};
use crate::domain::application::Status;
use crate::domain::{AccountId, OrganisationId, ProgrammeId};

/// May put on record what was found of one organisation.
#[derive(Debug)]
pub struct MayCheckPapers {
    organisation: OrganisationId,
    by: AccountId,
}

impl MayCheckPapers {
    /// An admin may.
    pub fn of(actor: &Actor, organisation: OrganisationId) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self {
            organisation,
            by: actor.id,
        })
    }

    /// The same beside an application, from submission until its decision is released.
    pub fn beside(
        actor: &Actor,
        status: Status,
        organisation: OrganisationId,
    ) -> Result<Self, Hindrance> {
        undecided(actor, status)?;
        Self::of(actor, organisation)
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who records.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May say which papers one programme asks for.
#[derive(Debug)]
pub struct MaySetNeeds {
    programme: ProgrammeId,
}

impl MaySetNeeds {
    /// An admin may.
    pub fn of(actor: &Actor, programme: ProgrammeId) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self { programme })
    }

    /// The programme it was issued for.
    pub fn programme(&self) -> ProgrammeId {
        self.programme
    }
}
