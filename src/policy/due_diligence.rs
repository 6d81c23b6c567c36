//! Who may put steps of due diligence on record, look a second time, raise and resolve
//! concerns, and say what a programme needs. That an admin has no conflict is shown by
//! the application being within their reach.

use super::application::undecided;
use super::{Actor, Hindrance};
use crate::domain::application::Status;
use crate::domain::{AccountId, ApplicationId, ConcernId, DiligenceStepId, Message, ProgrammeId};

/// May work on the due diligence of one application.
#[derive(Debug)]
pub struct MayExamine {
    application: ApplicationId,
    by: AccountId,
}

impl MayExamine {
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

    /// Who works on it.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// Another than who took a step looks at it a second time, once.
    pub fn second(
        &self,
        (step, taken_by): (DiligenceStepId, AccountId),
        second: Option<AccountId>,
    ) -> Result<MaySecond, Hindrance> {
        if second.is_some() {
            return Err(Hindrance::Stale(Message::new("stale-second-look")));
        }
        if taken_by == self.by {
            return Err(Hindrance::Denied(Message::new("denied-own-step")));
        }
        Ok(MaySecond { step, by: self.by })
    }

    /// A concern that is open can be resolved.
    pub fn resolve(&self, concern: ConcernId, open: bool) -> Result<MayResolve, Hindrance> {
        if open {
            Ok(MayResolve {
                concern,
                by: self.by,
            })
        } else {
            Err(Hindrance::Stale(Message::new("stale-concern")))
        }
    }
}

/// May note that one step was looked at a second time.
#[derive(Debug)]
pub struct MaySecond {
    step: DiligenceStepId,
    by: AccountId,
}

impl MaySecond {
    /// The step it was issued for.
    pub fn step(&self) -> DiligenceStepId {
        self.step
    }

    /// Who looks.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May resolve one concern.
#[derive(Debug)]
pub struct MayResolve {
    concern: ConcernId,
    by: AccountId,
}

impl MayResolve {
    /// The concern it was issued for.
    pub fn concern(&self) -> ConcernId {
        self.concern
    }

    /// Who resolves it.
    pub fn by(&self) -> AccountId {
        self.by
    }
}

/// May say what one programme needs to know before a grant.
#[derive(Debug)]
pub struct MaySetTiers {
    programme: ProgrammeId,
}

impl MaySetTiers {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Role;
    use crate::policy::trial::{account, actor};

    #[test]
    fn nobody_looks_twice_at_their_own_step() {
        let ada = actor(Role::Admin);
        let application = "00000000-0000-7000-8000-000000000009".parse().unwrap();
        let may = MayExamine::on(&ada, (application, Status::InReview)).unwrap();
        let step: DiligenceStepId = "00000000-0000-7000-8000-000000000008".parse().unwrap();
        assert!(may.second((step, account(1)), None).is_err());
        assert!(may.second((step, account(2)), Some(account(3))).is_err());
        assert_eq!(
            may.second((step, account(2)), None).unwrap().by(),
            account(1)
        );
        for status in [Status::Draft, Status::Withdrawn, Status::Decided] {
            assert!(MayExamine::on(&ada, (application, status)).is_err());
        }
    }
}
