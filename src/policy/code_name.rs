//! Who may have an organisation stand under a code name, and who may open who it is.
//! That an admin has no conflict is shown by the organisation being within their reach.

use super::organisation::MayActFor;
use super::{Actor, Hindrance};
use crate::domain::OrganisationId;

/// May make one organisation confidential.
#[derive(Debug)]
pub struct MayConceal {
    organisation: OrganisationId,
}

impl MayConceal {
    /// Whoever may change its profile may.
    pub fn own(may: &MayActFor) -> Self {
        Self {
            organisation: may.organisation(),
        }
    }

    /// An admin may, whom it asked or who sees the danger.
    pub fn of(actor: &Actor, organisation: OrganisationId) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self { organisation })
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }
}

/// May read who one confidential organisation is.
#[derive(Debug)]
pub struct MayIdentify {
    organisation: OrganisationId,
}

impl MayIdentify {
    /// Admins may, who check eligibility, look into organisations and pay. Auditors may
    /// not: what they audit is told by the code name.
    pub fn of(actor: &Actor, organisation: OrganisationId) -> Result<Self, Hindrance> {
        actor.admin()?;
        Ok(Self { organisation })
    }

    /// The organisation it was issued for.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Role;
    use crate::domain::member::{MemberRole, Verb};
    use crate::policy::trial::actor;

    fn organisation() -> OrganisationId {
        OrganisationId::parse("00000000-0000-7000-8000-000000000002").unwrap()
    }

    #[test]
    fn admins_alone_open_who_it_is() {
        let may = MayIdentify::of(&actor(Role::Admin), organisation()).unwrap();
        assert_eq!(may.organisation(), organisation());
        for role in [Role::Auditor, Role::Reviewer, Role::Applicant] {
            assert!(MayIdentify::of(&actor(role), organisation()).is_err());
            assert!(MayConceal::of(&actor(role), organisation()).is_err());
        }
    }

    #[test]
    fn its_own_people_and_admins_make_it_confidential() {
        let rana = actor(Role::Applicant);
        let role = Some(MemberRole::Editor);
        let own = MayActFor::member(&rana, organisation(), role, Verb::Profile).unwrap();
        assert_eq!(MayConceal::own(&own).organisation(), organisation());
        let may = MayConceal::of(&actor(Role::Admin), organisation()).unwrap();
        assert_eq!(may.organisation(), organisation());
    }
}
