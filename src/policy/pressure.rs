//! Who may record what happened to an organisation and say how sure it is, and who may
//! take numbers out of the house.

use super::{Actor, Hindrance};
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, OrganisationId};

/// May record and assess incidents of one organisation.
#[derive(Debug)]
pub struct MayRecord {
    organisation: OrganisationId,
    by: AccountId,
}

impl MayRecord {
    /// An admin may, about whatever is within their reach.
    pub fn about(actor: &Actor, organisation: OrganisationId) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self {
            organisation,
            by: actor.id,
        })
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

/// May take over what a submitted application states: minted for whoever sent it, in the
/// transaction of the sending.
#[derive(Debug)]
pub struct MayTakeOver {
    application: ApplicationId,
    organisation: OrganisationId,
    by: AccountId,
}

impl MayTakeOver {
    /// Nothing is taken over of what was not sent.
    pub fn on(
        by: AccountId,
        (application, status): (ApplicationId, Status),
        organisation: OrganisationId,
    ) -> Option<Self> {
        match status {
            Status::Draft | Status::Discarded => None,
            Status::Submitted
            | Status::Withdrawn
            | Status::Ineligible
            | Status::InReview
            | Status::Deliberation
            | Status::Decided => Some(Self {
                application,
                organisation,
                by,
            }),
        }
    }

    /// The application that states it.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Whose it is.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who sent it.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May make a briefing for people outside.
#[derive(Debug)]
pub struct MayBrief(AccountId);

impl MayBrief {
    /// An admin may.
    pub fn on(actor: &Actor) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self(actor.id))
    }

    /// Who makes it.
    pub fn by(&self) -> AccountId {
        self.0
    }
}
