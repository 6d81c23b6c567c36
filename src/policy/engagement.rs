//! Who may write in the engagement log of an organisation, and quote it about an
//! application. Auditors read; reviewers read what is quoted for them.

use super::application::undecided;
use super::{Actor, Hindrance};
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, OrganisationId};

/// May add and correct entries about one organisation.
#[derive(Debug)]
pub struct MayLog {
    organisation: OrganisationId,
    author: AccountId,
}

impl MayLog {
    /// An admin may, about whatever is within their reach.
    pub fn about(actor: &Actor, organisation: OrganisationId) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self {
            organisation,
            author: actor.id,
        })
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who writes.
    pub fn author(&self) -> AccountId {
        self.author
    }
}

/// May quote the log about one application, and end quotations.
#[derive(Debug)]
pub struct MayQuote {
    application: ApplicationId,
    by: AccountId,
}

impl MayQuote {
    /// An admin may, from submission until the decision is released.
    pub fn on(
        actor: &Actor,
        (application, status): (ApplicationId, Status),
    ) -> Result<Self, Hindrance> {
        undecided(actor, status)?;
        Ok(Self {
            application,
            by: actor.id,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who quotes.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Role;
    use crate::policy::trial::actor;

    #[test]
    fn admins_log_and_quote_while_it_can_still_matter() {
        let application = "00000000-0000-7000-8000-000000000009".parse().unwrap();
        let organisation = "00000000-0000-7000-8000-000000000008".parse().unwrap();
        assert!(MayLog::about(&actor(Role::Admin), organisation).is_ok());
        for role in [Role::Auditor, Role::Reviewer, Role::Applicant] {
            let log = MayLog::about(&actor(role), organisation);
            assert!(matches!(log, Err(Hindrance::Denied(_))));
            let quote = MayQuote::on(&actor(role), (application, Status::InReview));
            assert!(matches!(quote, Err(Hindrance::Denied(_))));
        }
        let quote = |status| MayQuote::on(&actor(Role::Admin), (application, status));
        assert!(quote(Status::Submitted).is_ok() && quote(Status::Deliberation).is_ok());
        assert!(matches!(quote(Status::Decided), Err(Hindrance::Stale(_))));
    }
}
