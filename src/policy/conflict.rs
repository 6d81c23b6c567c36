//! Who may put a conflict of interest on record, and who may take it off again.
//! That the actor may see the application is shown by it being within their reach:
//! so nobody ever lifts a conflict of their own.

use super::{Actor, Hindrance};
use crate::domain::account::Role;
use crate::domain::conflict::Found;
use crate::domain::review::ConflictKind;
use crate::domain::{AccountId, ApplicationId, Message};

/// Whether a person is of the inside: they review, run rounds, or read them.
pub fn is_inside(actor: &Actor) -> bool {
    actor.is_staff() || actor.is(Role::Reviewer)
}

/// May keep a person away from an application.
#[derive(Debug)]
pub struct MayBar {
    application: ApplicationId,
    account: AccountId,
    kind: ConflictKind,
    found: Found,
    by: Option<AccountId>,
}

impl MayBar {
    /// Everybody of the inside may keep themselves away, whatever the state of
    /// the application. "No conflict" keeps nobody away.
    pub fn oneself(
        actor: &Actor,
        application: ApplicationId,
        kind: ConflictKind,
    ) -> Result<Self, Hindrance> {
        if !is_inside(actor) || !kind.bars() {
            return Err(Hindrance::Denied(Message::new("denied-staff")));
        }
        Ok(Self {
            application,
            account: actor.id,
            kind,
            found: Found::Declared,
            by: Some(actor.id),
        })
    }

    /// An admin may keep anybody else of the inside away.
    pub fn pinned(
        actor: &Actor,
        application: ApplicationId,
        (account, inside): (AccountId, bool),
        kind: ConflictKind,
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        if !inside {
            return Err(Hindrance::Absent);
        }
        if account == actor.id || !kind.bars() {
            return Err(Hindrance::Stale(Message::new("stale-pin-oneself")));
        }
        Ok(Self {
            application,
            account,
            kind,
            found: Found::Pinned,
            by: Some(actor.id),
        })
    }

    /// Joining the applying organisation, or its fiscal sponsor, keeps a person
    /// away; nobody is asked.
    pub fn by_membership(application: ApplicationId, account: AccountId) -> Self {
        Self {
            application,
            account,
            kind: ConflictKind::SameOrganisation,
            found: Found::Membership,
            by: None,
        }
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Whom it keeps away.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// Why.
    pub fn kind(&self) -> ConflictKind {
        self.kind
    }

    /// How it came to be known.
    pub fn found(&self) -> Found {
        self.found
    }

    /// Who says so; nobody where the system found it.
    pub fn by(&self) -> Option<AccountId> {
        self.by
    }
}

/// May let a person come back to an application.
#[derive(Debug)]
pub struct MayLift {
    application: ApplicationId,
    account: AccountId,
    by: AccountId,
}

impl MayLift {
    /// An admin may, unless the person belongs to the organisation: that is a fact,
    /// not an opinion.
    pub fn on(
        actor: &Actor,
        (application, account): (ApplicationId, AccountId),
        (standing, member): (bool, bool),
    ) -> Result<Self, Hindrance> {
        actor.admin()?;
        if !standing {
            return Err(Hindrance::Absent);
        }
        if member {
            return Err(Hindrance::Stale(Message::new("stale-membership-lasts")));
        }
        Ok(Self {
            application,
            account,
            by: actor.id,
        })
    }

    /// The application it was issued for.
    pub fn application(&self) -> ApplicationId {
        self.application
    }

    /// Who may come back.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// Who lets them.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::trial::{account, actor};

    const APPLICATION: &str = "00000000-0000-7000-8000-000000000001";

    fn other() -> AccountId {
        "00000000-0000-7000-8000-000000000003".parse().unwrap()
    }

    #[test]
    fn everybody_inside_keeps_themselves_away() {
        let id = APPLICATION.parse().unwrap();
        let may = |role: Role, kind| MayBar::oneself(&actor(role), id, kind);
        for role in [Role::Admin, Role::Auditor, Role::Reviewer] {
            let may = may(role, ConflictKind::Funder).unwrap();
            assert_eq!((may.account(), may.found()), (account(1), Found::Declared));
        }
        assert!(may(Role::Applicant, ConflictKind::Funder).is_err());
        assert!(may(Role::Admin, ConflictKind::None).is_err());
    }

    #[test]
    fn admins_pin_and_lift_others() {
        let id = APPLICATION.parse().unwrap();
        let (admin, auditor) = (actor(Role::Admin), actor(Role::Auditor));
        let pin = |by: &Actor, whom| MayBar::pinned(by, id, whom, ConflictKind::Other);
        assert!(pin(&admin, (other(), true)).is_ok());
        assert!(matches!(
            pin(&admin, (other(), false)),
            Err(Hindrance::Absent)
        ));
        assert!(matches!(
            pin(&admin, (admin.id, true)),
            Err(Hindrance::Stale(_))
        ));
        assert!(matches!(
            pin(&auditor, (other(), true)),
            Err(Hindrance::Denied(_))
        ));
        let lift = |by: &Actor, facts| MayLift::on(by, (id, other()), facts);
        assert!(lift(&admin, (true, false)).is_ok());
        assert!(matches!(
            lift(&admin, (true, true)),
            Err(Hindrance::Stale(_))
        ));
        assert!(matches!(
            lift(&admin, (false, true)),
            Err(Hindrance::Absent)
        ));
        assert!(matches!(
            lift(&auditor, (true, false)),
            Err(Hindrance::Denied(_))
        ));
    }
}
